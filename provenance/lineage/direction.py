"""Which of two linked articles was made from the other: what is declared, when they appeared, what carries more."""

from collections.abc import Iterator
from math import log
from typing import NamedTuple

from provenance.lineage.leaf import Leaf
from provenance.model.dossier import Dossier
from provenance.model.lineage import OriginStatus, Relation
from provenance.model.outlet import OutletKind
from provenance.registry.outlets import outlet_named
from provenance.words.foreign import foreign_runs, leftovers

CERTAIN = 0.4
"""Sum of the signs below which nothing tells the direction."""

EARLIER, SAYS_MADE, NAMES_LANGUAGE, SIGNED, AGENCY, LEFT_STANDING = 4.0, 2.0, 2.0, 1.0, 1.0, 1.0
"""What a sign weighs: an earlier day outweighs all that the texts themselves suggest."""

MOST_FOR_LENGTH = 1.0
TELLING_RATIO = 1.05
"""How much longer a text must be before it is said to carry more."""


class Side(NamedTuple):
    dossier: Dossier
    leaf: Leaf


class Sign(NamedTuple):
    """Something that makes one side the origin, in words, and its weight."""

    reason: str
    weight: float


class Direction(NamedTuple):
    made: Side
    origin: Side
    is_known: bool
    reasons: tuple[str, ...]


def direction(one: Side, other: Side) -> Direction:
    """The direction more signs speak for; where hardly any do, the order of the paths, and it is not known."""
    for_one, for_other = list(signs(one, other)), list(signs(other, one))
    balance = sum(sign.weight for sign in for_one) - sum(sign.weight for sign in for_other)
    first_is_origin = balance > 0 or (balance == 0 and one.leaf.key < other.leaf.key)
    made, origin = (other, one) if first_is_origin else (one, other)
    reasons = tuple(sign.reason for sign in (for_one if first_is_origin else for_other))
    return Direction(made, origin, abs(balance) >= CERTAIN, reasons)


def signs(origin: Side, made: Side) -> Iterator[Sign]:
    """What speaks for the first being the origin of the second."""
    first, second = origin.leaf.published, made.leaf.published
    if first and second and first < second:
        yield Sign(f"published earlier ({first} against {second})", EARLIER)
    steps = [step for step in made.dossier.chain if step.relation is not Relation.IMAGE]
    if steps:
        yield Sign("the other credits a source", SAYS_MADE)
    if any((step.origin.language or "").split("-")[0] == origin.leaf.language_code != "" for step in steps):
        yield Sign("the other says it comes from this language", NAMES_LANGUAGE)
    if origin.dossier.origin_status is OriginStatus.ORIGINAL:
        yield Sign("signed by its outlet's own people", SIGNED)
    if is_agency(origin.dossier):
        yield Sign("published by an agency", AGENCY)
    if origin.leaf.language_code == "en" and made.leaf.language_code != "en" and left_standing(made.dossier):
        yield Sign("English words were left standing in the other", LEFT_STANDING)
    length = len(origin.leaf.written) / (len(made.leaf.written) or 1)
    if origin.leaf.language_code == made.leaf.language_code and length > TELLING_RATIO:
        yield Sign("carries more text", min(MOST_FOR_LENGTH, log(length) + CERTAIN / 2))


def is_agency(dossier: Dossier) -> bool:
    outlet = outlet_named(dossier.article.publisher) if dossier.article.publisher else None
    return outlet is not None and outlet.kind is OutletKind.AGENCY


def left_standing(dossier: Dossier) -> bool:
    return bool(leftovers(dossier.article) or foreign_runs(dossier.article))
