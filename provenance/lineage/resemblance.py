"""How alike two texts are, and in what: measured, not yet judged."""

from collections import defaultdict
from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from provenance.lineage.features import CONCEPT, FIGURE, NAME, PAIR, kind_of
from provenance.lineage.leaf import Leaf
from provenance.lineage.library import Shelf

WHOLE, BRIEF = 10, 3
"""Sentences from which on a text is compared as a whole, and up to which only by its passages."""

CONTAINED, REPEATED, OPENING, PASSAGES = 1.0, 0.3, 0.3, 1.5
BRIEF_SCALE = 0.2
"""How the parts of a brief text's likeness are weighed, and brought to the scale of whole texts. Found by hand on half
of the development documents."""

LEAD = 4
"""Sentences that open an article."""


DOUBT = 10.0
"""The weight of one telling figure, half in agreement, that is added to what two texts share."""


class Pairing(NamedTuple):
    """A sentence of the shorter text and the one of the longer that says the same, by number; their cosine."""

    shorter: int
    longer: int
    likeness: float


class Agreement(NamedTuple):
    """How many of the features of one kind that the shorter text has the longer one has too, and their weights."""

    shared: int
    of: int
    shared_weight: float
    weight: float

    @property
    def share(self) -> float:
        """By weight, held back where there is little to go by."""
        return (self.shared_weight + DOUBT / 2) / (self.weight + DOUBT)


class Resemblance(NamedTuple):
    """`cosine` and `contained` weigh features by rarity; `copied` is the share of the shorter text's rows of words that
    stand in the longer, `copied_of_longer` that of the longer's; `strength` is one number for all of it."""

    strength: float
    cosine: float
    contained: float
    copied: float
    copied_of_longer: float
    figures: Agreement
    names: Agreement
    sentences: tuple[int, int]


def resemblance(one: Leaf, other: Leaf, shelf: Shelf) -> Resemblance:
    """Compare two texts; the shelf, that of `other`, knows how rare things are."""
    own = one.language_code == other.language_code
    held, found = (leaf.features if own else without_pairs(leaf.features) for leaf in (one, other))
    shared = shelf.total(held & found)
    weights = shelf.total(held), shelf.total(found)
    shorter, longer = (one, other) if len(one.written) <= len(other.written) else (other, one)
    cosine = shared / sqrt(weights[0] * weights[1]) if shared else 0.0
    contained = shared / min(weights) if shared else 0.0
    copied, of_longer = copied_shares(shorter, longer) if own else (0.0, 0.0)
    return Resemblance(
        strength=strength(shorter, longer, shelf, cosine),
        cosine=cosine,
        contained=contained,
        copied=copied,
        copied_of_longer=of_longer,
        figures=agreement(shorter, longer, FIGURE, shelf),
        names=agreement(shorter, longer, NAME if is_latin(shorter) and is_latin(longer) else CONCEPT, shelf),
        sentences=(len(one.spans), len(other.spans)),
    )


def without_pairs(features: frozenset[int]) -> frozenset[int]:
    return frozenset(feature for feature in features if kind_of(feature) != PAIR)


def is_latin(leaf: Leaf) -> bool:
    return any(kind_of(feature) == NAME for feature in leaf.features)


def agreement(shorter: Leaf, longer: Leaf, kind: int, shelf: Shelf) -> Agreement:
    wanted = {feature for feature in shorter.features if kind_of(feature) == kind}
    shared = wanted & longer.features
    return Agreement(len(shared), len(wanted), shelf.total(shared), shelf.total(wanted))


def copied_shares(shorter: Leaf, longer: Leaf) -> tuple[float, float]:
    shared = len(shorter.rows & longer.rows)
    return shared / (len(shorter.rows) or 1), shared / (len(longer.rows) or 1)


def strength(shorter: Leaf, longer: Leaf, shelf: Shelf, cosine: float) -> float:
    """Whole texts by cosine; brief ones by how much of them the other holds, best in one place and near its opening."""
    wholeness = min(1.0, max(0.0, (len(shorter.spans) - BRIEF) / (WHOLE - BRIEF)))
    return cosine if wholeness == 1.0 else wholeness * cosine + (1 - wholeness) * brief_strength(shorter, longer, shelf)


def brief_strength(shorter: Leaf, longer: Leaf, shelf: Shelf) -> float:
    wanted = without_pairs(shorter.features) if shorter.language_code != longer.language_code else shorter.features
    counted, first = occurrences(longer.by_sentence)
    total = contained = repeated = opening = 0.0
    for feature in wanted:
        worth = shelf.weight(feature)
        total += worth
        if feature in counted:
            contained += worth
            repeated += worth * LOGARITHMS[min(counted[feature], len(LOGARITHMS) - 1)]
            opening += worth * (first[feature] < LEAD)
    if not total:
        return 0.0
    passages = aligned_share(shorter, longer, shelf)
    parts = CONTAINED * contained + REPEATED * repeated + OPENING * opening
    return BRIEF_SCALE * (parts / total + PASSAGES * passages)


LOGARITHMS = (0.0, 0.69, 1.10, 1.39, 1.61, 1.79, 1.95, 2.08)


def occurrences(sentences: Sequence[frozenset[int]]) -> tuple[dict[int, int], dict[int, int]]:
    """In how many sentences each feature stands, and in which first."""
    counted: defaultdict[int, int] = defaultdict(int)
    first: dict[int, int] = {}
    for number, features in enumerate(sentences):
        for feature in features:
            counted[feature] += 1
            first.setdefault(feature, number)
    return counted, first


def aligned_share(shorter: Leaf, longer: Leaf, shelf: Shelf) -> float:
    """How well the sentences of the shorter text are matched by single ones of the longer, by weight."""
    total = matched = 0.0
    for pairing, worth in zip(*pairings(shorter, longer, shelf), strict=True):
        total += worth
        matched += worth * (pairing.likeness if pairing else 0.0)
    return matched / total if total else 0.0


def pairings(shorter: Leaf, longer: Leaf, shelf: Shelf) -> tuple[list[Pairing | None], list[float]]:
    """For each sentence of the shorter text the likest of the longer, or None; and what each of them weighs."""
    where: defaultdict[int, list[int]] = defaultdict(list)
    for number, features in enumerate(longer.by_sentence):
        for feature in features:
            where[feature].append(number)
    weights = [shelf.total(features) for features in longer.by_sentence]
    found: list[Pairing | None] = []
    worths = []
    for number, features in enumerate(shorter.by_sentence):
        shared: defaultdict[int, float] = defaultdict(float)
        worth = 0.0
        for feature in features:
            single = shelf.weight(feature)
            worth += single
            for place in where.get(feature, ()):
                shared[place] += single
        worths.append(worth)
        likeness, place = max(
            ((score / sqrt(worth * weights[place]), -place) for place, score in shared.items()), default=(0.0, 0)
        )
        found.append(Pairing(number, -place, likeness) if likeness else None)
    return found, worths
