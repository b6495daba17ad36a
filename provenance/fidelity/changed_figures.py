"""Figures that the article gives otherwise than its origin: digits, scale words, units.

In each pair of sentences the figures of the one are matched with those of the other, whatever way they are written.
What is told is only a figure that has no match where another of the origin's, equally unmatched, stands in its place.
"""

from collections.abc import Iterator
from math import isclose, log10
from typing import NamedTuple

from provenance.fidelity.agreement import alike, converted, in_same_unit, rounded, same, written_alike
from provenance.fidelity.alignment import Alignment, Pair
from provenance.fidelity.sides import Side
from provenance.model.comparison import Difference, Kind
from provenance.model.record import record
from provenance.model.text import Span
from provenance.words.numerals import figure_words
from provenance.words.quantities import Form, Quantity, quantities
from provenance.words.units import CLOCK, MONEY, SHARE, TIME_SPAN, dimension

SURE_PAIR = 0.3
"""Sureness from which a pair of sentences says the same, and a figure in it can be held against another."""

FEW, LARGE = 4.0, 10.0
"""Numbers in words up to the one come and go in translation; from the other on they may move to the next sentence."""

SLIPPED, LONG = 0.7, 3
"""Confidence where a figure is written once rightly and once with another digit; how many digits it must have."""

LIKE = 0.5
MEASURES = frozenset({MONEY, "length", "area", "mass", "volume", "speed", "temperature"})

MOST_FIGURES = 30
"""Figures of a sentence above which it is a table, in which nothing tells what stands for what."""

TOLD = 0.55
"""Confidence below which a difference is not told at all."""


class Figure(NamedTuple):
    """A figure of one of the articles: what it can mean, and where it stands in the article's text."""

    quantity: Quantity
    span: Span
    words: str


@record(slots=False, eq=False)
class Ledger:
    """The figures of one pair of sentences that have no match yet."""

    pair: Pair
    made: list[Figure]
    source: list[Figure]
    all_source: tuple[Figure, ...]


def changed_figures(alignment: Alignment) -> Iterator[Difference]:
    if not (figure_words(alignment.article.language) and figure_words(alignment.origin.language)):
        return
    ledgers = [ledger(alignment, pair) for pair in alignment.pairs]
    ledgers = [one for one in ledgers if max(len(one.made), len(one.source)) <= MOST_FIGURES]
    for one in ledgers:
        settle(one.made, one.source)
    across(ledgers, alignment)
    for one in ledgers:
        if one.pair.sureness >= SURE_PAIR:
            yield from told(one)


def ledger(alignment: Alignment, pair: Pair) -> Ledger:
    made = figures(alignment.article, pair.article)
    source = figures(alignment.origin, pair.origin)
    return Ledger(pair, list(made), list(source), tuple(source))


def figures(side: Side, span: Span) -> list[Figure]:
    text = side.plain(span)
    return [
        Figure(found, Span(span.start + found.start, span.start + found.end), text[found.start : found.end])
        for found in quantities(text, side.language)
    ]


def settle(made: list[Figure], source: list[Figure]) -> None:
    """Take out of both lists what agrees: the same first, then conversions, then what is said to be rounded.

    The name of a month, which may stand for a number, answers to its like before it answers to the day beside it.
    """
    for one in [each for each in made if each.quantity.form is Form.WEAK]:
        other = next((each for each in source if both_weak(one, each) and same(one.quantity, each.quantity)), None)
        if other is not None:
            made.remove(one)
            source.remove(other)
    for agree in (written_alike, same, alike, converted, rounded):
        for one in sorted(made, key=lambda each: each.quantity.form is Form.WEAK):
            if agree is converted and any(in_same_unit(one.quantity, each.quantity) for each in source):
                continue
            other = next(
                (each for each in source if agree(one.quantity, each.quantity) and not both_weak(one, each)), None
            )
            if other is not None:
                made.remove(one)
                source.remove(other)


def both_weak(one: Figure, other: Figure) -> bool:
    return one.quantity.form is other.quantity.form is Form.WEAK


def across(ledgers: list[Ledger], alignment: Alignment) -> None:
    """Figures that only moved to a neighbouring sentence are no difference; small ones stand everywhere."""
    numbers = {number: one for one in ledgers for number in one.pair.source}
    loose = {number: figures(alignment.origin, alignment.origin.sentences[number]) for number in alignment.omitted}
    for place, one in enumerate(ledgers):
        for other in ledgers[max(0, place - 1) : place] + ledgers[place + 1 : place + 2]:
            carry_over(one.made, other.source)
        for number in (one.pair.source.start - 1, one.pair.source.stop):
            if number in loose and number not in numbers:
                carry_over(one.made, loose[number])


def carry_over(made: list[Figure], source: list[Figure]) -> None:
    for one in [each for each in made if each.quantity.readings[0].value >= LARGE]:
        other = next((each for each in source if same(one.quantity, each.quantity)), None)
        if other is not None:
            made.remove(one)
            source.remove(other)


def told(one: Ledger) -> Iterator[Difference]:
    """The figures left over in a pair, each with the one of the origin's that it most likely replaced."""
    source = [figure for figure in one.source if counts(figure.quantity)]
    made = [figure for figure in one.made if is_strong(figure.quantity)]
    ranked = sorted(
        (
            (closeness(mine, theirs), number, place)
            for number, mine in enumerate(made)
            for place, theirs in enumerate(source)
        ),
        key=lambda entry: (-entry[0], entry[1:]),
    )
    taken_made, taken_source = set[int](), set[int]()
    for near, number, place in ranked:
        if number in taken_made or place in taken_source:
            continue
        taken_made.add(number)
        taken_source.add(place)
        confidence = judged(near, made[number], source[place], one)
        if confidence >= TOLD:
            yield difference(made[number], source[place], confidence)
    for number, mine in enumerate(made):
        if number not in taken_made and (theirs := slipped(mine, one.all_source)):
            yield difference(mine, theirs, SLIPPED)


def slipped(mine: Figure, source: tuple[Figure, ...]) -> Figure | None:
    """The figure of the origin that one of the article's gives again, all but a digit."""
    written = digits(mine)
    if mine.quantity.form is not Form.DIGITS or len(written) < LONG:
        return None
    return next(
        (each for each in source if 1.0 > digits_alike(written, digits(each)) >= 1.0 - 1.0 / len(written)), None
    )


def is_strong(quantity: Quantity) -> bool:
    """Whether a figure must have a match: numbers up to four that are written out come and go in translation."""
    if quantity.form is Form.WORDS:
        return any(reading.value > FEW for reading in quantity.readings)
    return quantity.form is not Form.WEAK


def counts(quantity: Quantity) -> bool:
    """Whether a figure of the origin may be the one that was changed: a number, or a measure (`about a mile`)."""
    return quantity.form is not Form.WEAK or any(
        reading.unit and dimension(reading.unit) not in (TIME_SPAN, CLOCK, SHARE) for reading in quantity.readings
    )


def closeness(mine: Figure, theirs: Figure) -> float:
    """How likely one figure was written for another, 0 to 1: like digits, like units, like size."""
    one, other = mine.quantity, theirs.quantity
    units = {reading.unit for reading in one.readings}, {reading.unit for reading in other.readings}
    shared = units[0] & units[1]
    score = 0.25 if shared - {None} else 0.1 if shared else 0.0
    left, right = one.readings[0].value, other.readings[0].value
    if (ratio := left / right if right else 0.0) and is_power_of_thousand(ratio):
        return score + 0.7
    score += 0.5 * digits_alike(digits(mine), digits(theirs))
    if left > 0.0 and right > 0.0:
        score += 0.2 * max(0.0, 1.0 - abs(log10(left / right)))
    return score


def is_power_of_thousand(ratio: float) -> bool:
    return any(isclose(ratio, 1000.0**power, rel_tol=1e-3) for power in (-3, -2, -1, 1, 2, 3))


def digits(figure: Figure) -> str:
    found = "".join(char for char in figure.words if char.isdecimal())
    return found or f"{figure.quantity.readings[0].value:.0f}"


def digits_alike(one: str, other: str) -> float:
    """The share of places with the same digit; 0 where the lengths differ by more than one."""
    if len(one) == len(other):
        return sum(left == right for left, right in zip(one, other, strict=True)) / len(one)
    return 0.3 if abs(len(one) - len(other)) == 1 and (one in other or other in one) else 0.0


def judged(near: float, mine: Figure, theirs: Figure, one: Ledger) -> float:
    """How sure it is that a figure was changed."""
    confidence = 0.75 + 0.25 * min(1.0, near / 0.6)
    if any(alike(mine.quantity, other.quantity) for other in one.all_source):
        confidence -= 0.15
    if of_other_things(mine.quantity, theirs.quantity) and digits_alike(digits(mine), digits(theirs)) < LIKE:
        confidence -= 0.35
    if mine.quantity.form is not Form.DIGITS or theirs.quantity.form is not Form.DIGITS:
        confidence -= 0.05
    return round(confidence * min(1.0, 0.7 + 0.4 * one.pair.sureness), 2)


def of_other_things(one: Quantity, other: Quantity) -> bool:
    """Whether one is an amount or a measure, and the other none of the kind: it stands beside, not for the other."""
    mine, theirs = ({dimension(reading.unit) for reading in each.readings} & MEASURES for each in (one, other))
    return mine != theirs and not mine & theirs


def difference(mine: Figure, theirs: Figure, confidence: float) -> Difference:
    kind = Kind.DATE if mine.quantity.dated and theirs.quantity.dated else Kind.FIGURE
    return Difference(kind, mine.span, theirs.span, mine.words, theirs.words, confidence)
