"""The texts at hand, filed by what they hold, and the few among them that a text could have been made from.

No text is compared with all others: candidates are those that share its rarest features. The work grows with the number
of texts, not with the number of pairs.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import islice
from math import fsum
from typing import NamedTuple

from provenance.corpus.index import Index
from provenance.corpus.memory import MemoryIndex
from provenance.lineage.features import PAIR, kind_of
from provenance.lineage.leaf import Leaf
from provenance.lineage.rarity import weight

LOOKED_AT = 30_000
"""Entries of the index that one query reads at most, rarest features first."""

PAUSE = 3_000
"""Entries after which it is asked whether one text stands out already."""

STANDS_OUT = 2.0
"""How many times the score of the second best the best must have for the search to end early."""

WORTH_RANKING = 0.3
"""Share of the best score from which a text is ranked by its length too."""

CANDIDATES = 12
COPIES = 12
SAMPLED = 8
"""One row of words in so many is filed; of a short text all are."""

SHORT_TEXT = 120
"""Rows of words up to which a text is filed whole."""

TOO_COMMON = 50
"""Texts that may share a row of words before it is called a formula."""

LENGTH_DAMPING = 0.35
"""How far a long candidate is held back for holding more of everything; between not at all (0) and cosine (0.5)."""

MakeIndex = Callable[[], Index]


class Found(NamedTuple):
    leaf: Leaf
    score: float


class Shelf:
    """The texts of one language, with the weight of each feature among them."""

    def __init__(self, language: str, make: MakeIndex = MemoryIndex) -> None:
        self.language, self.leaves = language, list[Leaf]()
        self.held, self.copies = make(), make()
        self._weights: dict[int, float] = {}
        self._lengths: dict[bool, list[float]] = {}

    def add(self, leaf: Leaf) -> None:
        self.held.add(leaf.features)
        self.copies.add(sampled(leaf))
        self.leaves.append(leaf)
        self._weights.clear()
        self._lengths.clear()

    def weight(self, feature: int) -> float:
        known = self._weights.get(feature)
        if known is None:
            count = len(self.held.having(feature))
            known = self._weights[feature] = weight(feature, count, len(self.held), self.language)
        return known

    def total(self, features: Iterable[int]) -> float:
        """What features weigh together, whatever their order."""
        return fsum(map(self.weight, features))

    def lengths(self, *, own: bool) -> list[float]:
        """The weight of all that each text holds; of characters in pairs only for texts of the same language."""
        if own not in self._lengths:
            totals = [0.0] * len(self.leaves)
            for feature, numbers in self.held.features():
                if own or kind_of(feature) != PAIR:
                    worth = self.weight(feature)
                    for number in numbers:
                        totals[number] += worth
            self._lengths[own] = totals
        return self._lengths[own]

    def resembling(self, leaf: Leaf, limit: int = CANDIDATES) -> Iterator[Found]:
        """The texts that share most of what is rare, best first, without the text itself."""
        own = leaf.language_code == self.language
        shared = self._shared(leaf, own=own)
        lengths = self.lengths(own=own)
        least = WORTH_RANKING * max(shared.values(), default=0.0)
        ranked = sorted(
            (-score / (lengths[number] or 1.0) ** LENGTH_DAMPING, number)
            for number, score in shared.items()
            if score > least
        )
        others = (Found(self.leaves[number], -score) for score, number in ranked if self.leaves[number].key != leaf.key)
        yield from islice(others, limit)

    def _shared(self, leaf: Leaf, *, own: bool) -> dict[int, float]:
        """Texts by number -> the weight of what they share with a text, as far as the index was read."""
        shared: defaultdict[int, float] = defaultdict(float)
        read, pause = 0, PAUSE
        for numbers, feature in sorted(self._held_by_any(leaf, own=own), key=lambda entry: (len(entry[0]), entry[1])):
            read += len(numbers)
            if read > LOOKED_AT and shared:
                break
            if read > pause:
                pause = read + PAUSE
                best, *second = nlargest(2, shared.values()) or (0.0,)
                if second and best > STANDS_OUT * second[0]:
                    break
            worth = self.weight(feature)
            for number in numbers:
                shared[number] += worth
        return shared

    def _held_by_any(self, leaf: Leaf, *, own: bool) -> Iterator[tuple[Sequence[int], int]]:
        for feature in leaf.features:
            if (own or kind_of(feature) != PAIR) and (numbers := self.held.having(feature)):
                yield numbers, feature

    def copying(self, leaf: Leaf, limit: int = COPIES) -> Iterator[Found]:
        """The texts that share rows of words with a text, without formulas that many share."""
        shared: defaultdict[int, int] = defaultdict(int)
        for row in leaf.rows:
            numbers = self.copies.having(row)
            if len(numbers) <= TOO_COMMON:
                for number in numbers:
                    shared[number] += 1
        ranked = sorted((-count, number) for number, count in shared.items())
        others = (Found(self.leaves[number], -count) for count, number in ranked if self.leaves[number].key != leaf.key)
        yield from islice(others, limit)


class Library:
    """The texts at hand by language."""

    def __init__(self, make: MakeIndex = MemoryIndex) -> None:
        self._make = make
        self.shelves: dict[str, Shelf] = {}

    def add(self, leaf: Leaf) -> None:
        code = leaf.language_code
        if code not in self.shelves:
            self.shelves[code] = Shelf(code, self._make)
        self.shelves[code].add(leaf)


def sampled(leaf: Leaf) -> Iterable[int]:
    """The rows of words a text is filed under: chosen by their number, so that every text chooses alike."""
    if len(leaf.rows) <= SHORT_TEXT:
        return leaf.rows
    return [row for row in leaf.rows if row % SAMPLED == 0]
