"""Chains: what an article was made from, step by step (W3C PROV wasDerivedFrom)."""

from enum import StrEnum

from provenance.model.record import record
from provenance.model.text import Span


class Relation(StrEnum):
    TRANSLATION = "translation"
    REPUBLICATION = "republication"
    REWRITE = "rewrite"
    QUOTATION = "quotation"
    IMAGE = "image"
    SOURCE = "source"


class Basis(StrEnum):
    DECLARED = "declared"
    INFERRED = "inferred"
    VERIFIED = "verified"


class OriginStatus(StrEnum):
    """`UNKNOWN` means nothing says; it never means original."""

    ORIGINAL = "original"
    DECLARED = "declared"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@record
class Work:
    """One end of a derivation: an article at hand (`path`) or one only named. What is not known is None or empty."""

    name: str | None = None
    domain: str | None = None
    url: str | None = None
    path: str | None = None
    language: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()


@record
class Derivation:
    """`made` was made from `origin`; `spans` are the statements in the audited article that say so."""

    relation: Relation
    basis: Basis
    made: Work
    origin: Work
    confidence: float
    evidence: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
