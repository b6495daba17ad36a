"""Which sentence of an article renders which of its origin, in any two languages.

Both articles tell the same in the same order: the best path through the table of all pairs is sought, where a sentence
may have one counterpart, share it with its neighbour, be rendered by two, or have none. What the path leaves over may
still find its counterpart elsewhere, because captions and paragraphs change places.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import exp, sqrt
from typing import NamedTuple

from provenance.fidelity.sides import Side
from provenance.fidelity.traits import traits, weights
from provenance.model.record import record
from provenance.model.text import Span

ALIKE, LENGTH, MERGED_LENGTH, MERGED, GAP = 5.0, 0.12, 0.6, 0.9, 1.0
"""What likeness earns on the path, what a wrong length costs, most of all where sentences are merged, and what a merged
or a missing sentence costs."""

WORST_LENGTH = 3.0
SPREAD = 6.8
"""Variance of the length of a translation, for each character (Gale and Church 1993)."""

MOST_SHARED = 2500
"""Pairs of sentences that may have a trait in common before it tells nothing."""

MOVED = 0.35
"""Likeness from which a sentence off the path is the counterpart of another."""

FIRM = 0.3
"""Likeness that is enough for a pair to hold its neighbours in place."""

MOVES = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))


class Pair(NamedTuple):
    """Sentences `made` of the article render sentences `source` of the origin: how alike the two are and how sure it
    is, by what stands around them too, both 0 to 1."""

    made: range
    source: range
    article: Span
    origin: Span
    sureness: float
    likeness: float


@record(slots=False, eq=False)
class Alignment:
    """Two articles sentence by sentence; `added` and `omitted` are the numbers of those without a counterpart."""

    article: Side
    origin: Side
    pairs: tuple[Pair, ...]
    added: tuple[int, ...]
    omitted: tuple[int, ...]


class Table(NamedTuple):
    """How alike each sentence of one article is to each of the other. Weights and lengths are summed up from the
    first sentence on: those of a run are the difference of two."""

    shared: Mapping[tuple[int, int], float]
    made: Sequence[float]
    source: Sequence[float]
    made_length: Sequence[int]
    source_length: Sequence[int]

    def likeness(self, made: range, source: range) -> float:
        """The cosine of two runs of sentences, 0 to 1."""
        if len(made) == len(source) == 1:
            shared = self.shared.get((made.start, source.start), 0.0)
        else:
            shared = sum([self.shared.get((one, other), 0.0) for one in made for other in source])
        if not shared:
            return 0.0
        ours, theirs = (
            self.made[made.stop] - self.made[made.start],
            self.source[source.stop] - self.source[source.start],
        )
        return min(1.0, shared / sqrt(ours * theirs))


def aligned(article: Side, origin: Side) -> Alignment:
    table = likenesses(article, origin)
    steps = list(path(table, len(article.sentences), len(origin.sentences)))
    free_made = [made.start for made, source in steps if made and not source]
    free_source = [source.start for made, source in steps if source and not made]
    matched = [(made, source) for made, source in steps if made and source]
    moved = list(elsewhere(table, free_made, free_source))
    taken_made, taken_source = ({pair[side].start for pair in moved} for side in (0, 1))
    return Alignment(
        article,
        origin,
        tuple(sorted(pairs(article, origin, table, matched, moved), key=lambda pair: pair.article)),
        tuple(number for number in free_made if number not in taken_made),
        tuple(number for number in free_source if number not in taken_source),
    )


def likenesses(article: Side, origin: Side) -> Table:
    held = [[traits(side.plain(span), side.language) for span in side.sentences] for side in (article, origin)]
    told = weights(held)
    where: defaultdict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(held[1]):
        for trait in found:
            where[trait].append(number)
    counted: defaultdict[str, int] = defaultdict(int)
    for found in held[0]:
        for trait in found:
            counted[trait] += 1
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    for number, found in enumerate(held[0]):
        for trait in sorted(found):
            places = where.get(trait, ())
            if len(places) * counted[trait] <= MOST_SHARED:
                for place in places:
                    shared[number, place] += told[trait]
    totals = [
        list(accumulate((sum(told[trait] for trait in sorted(found)) for found in side), initial=0.0)) for side in held
    ]
    return Table(shared, totals[0], totals[1], lengths(article), lengths(origin))


def lengths(side: Side) -> list[int]:
    """The characters of all sentences before each, and of all."""
    return list(accumulate((span.end - span.start for span in side.sentences), initial=0))


def path(table: Table, height: int, width: int) -> Iterator[tuple[range, range]]:
    """The best way through both articles, step by step: which sentences meet which, or none."""
    ratio = min(2.0, max(0.5, (table.source_length[-1] or 1) / (table.made_length[-1] or 1)))
    best = [[float("-inf")] * (width + 1) for _ in range(height + 1)]
    came: list[list[tuple[int, int]]] = [[(0, 0)] * (width + 1) for _ in range(height + 1)]
    best[0][0] = 0.0
    for row in range(height + 1):
        for column in range(width + 1):
            for rows, columns in MOVES:
                if rows > row or columns > column:
                    continue
                score = best[row - rows][column - columns]
                if rows and columns:
                    score += worth(table, range(row - rows, row), range(column - columns, column), ratio)
                else:
                    score -= GAP
                if score > best[row][column]:
                    best[row][column], came[row][column] = score, (rows, columns)
    steps, row, column = [], height, width
    while row or column:
        rows, columns = came[row][column]
        steps.append((range(row - rows, row), range(column - columns, column)))
        row, column = row - rows, column - columns
    return reversed(steps)


def worth(table: Table, own: range, other: range, ratio: float) -> float:
    """What it earns that two runs of sentences meet."""
    ours = (table.made_length[own.stop] - table.made_length[own.start]) * ratio
    theirs = table.source_length[other.stop] - table.source_length[other.start]
    off = (theirs - ours) ** 2 / (max(ours, theirs, 1.0) * SPREAD)
    if len(own) == len(other):
        return ALIKE * table.likeness(own, other) - min(WORST_LENGTH, LENGTH * off)
    return ALIKE * table.likeness(own, other) - min(WORST_LENGTH, MERGED_LENGTH * off) - MERGED


def elsewhere(table: Table, made: Sequence[int], source: Sequence[int]) -> Iterator[tuple[range, range]]:
    """Sentences the path left over that are clearly each other's counterparts, the likest first."""
    left, right = set(made), set(source)
    ranked = sorted(
        (
            (table.likeness(range(one, one + 1), range(other, other + 1)), one, other)
            for one, other in table.shared
            if one in left and other in right
        ),
        key=lambda entry: (-entry[0], entry[1:]),
    )
    for likeness, one, other in ranked:
        if likeness >= MOVED and one in left and other in right:
            left.discard(one)
            right.discard(other)
            yield range(one, one + 1), range(other, other + 1)


def pairs(
    article: Side,
    origin: Side,
    table: Table,
    matched: Sequence[tuple[range, range]],
    moved: Sequence[tuple[range, range]],
) -> Iterator[Pair]:
    """The pairs with how sure each is: by what the two share, and by how sure those around them are."""
    likeness = [table.likeness(made, source) for made, source in matched]
    for number, (made, source) in enumerate(matched):
        around = sum(held(matched, likeness, number, step) for step in (-1, 1))
        yield pair(article, origin, made, source, likeness[number], around)
    for made, source in moved:
        yield pair(article, origin, made, source, table.likeness(made, source), 0.0)


def held(matched: Sequence[tuple[range, range]], likeness: Sequence[float], number: int, step: int) -> float:
    """How firmly the pairs on one side of a pair hold it in its place: those that follow without a gap."""
    firm, worth = 0.0, 1.0
    for other in (number + step, number + 2 * step):
        first, second = min(other - step, other), max(other - step, other)
        if not 0 <= other < len(matched) or not touches(matched[first], matched[second]):
            break
        firm += worth * min(likeness[other], FIRM)
        worth /= 2
    return firm


def touches(before: tuple[range, range], after: tuple[range, range]) -> bool:
    return before[0].stop == after[0].start and before[1].stop == after[1].start


def sureness(likeness: float, around: float) -> float:
    return round(1.0 - exp(-(8.0 * likeness + 3.0 * around)), 3)


def pair(article: Side, origin: Side, made: range, source: range, likeness: float, around: float) -> Pair:
    places = over(article, made), over(origin, source)
    return Pair(made, source, *places, sureness(likeness, around), likeness)


def over(side: Side, numbers: range) -> Span:
    return Span(side.sentences[numbers.start].start, side.sentences[numbers.stop - 1].end)
