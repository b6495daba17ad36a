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
class Passage:
    """A sentence of the article and the sentence of the origin that says the same, and how alike they are (0 to 1)."""

    made: Span
    origin: Span
    likeness: float


@record
class Likeness:
    """What two texts have in common, for people: matching passages, figures and names as printed in the article.

    `copied` is the share of the shorter text's words that stand in the other in the same order; `matched` the share of
    the article's sentences that have a counterpart.
    """

    copied: float = 0.0
    matched: float = 0.0
    passages: tuple[Passage, ...] = ()
    figures: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@record
class Derivation:
    """`made` was made from `origin`; `spans` are the statements in the audited article that say so.

    `likeness` is what an inferred step rests on; `directed` is False where nothing tells which of the two came first.
    """

    relation: Relation
    basis: Basis
    made: Work
    origin: Work
    confidence: float
    evidence: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    likeness: Likeness | None = None
    directed: bool = True
