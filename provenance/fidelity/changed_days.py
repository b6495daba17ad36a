"""Days that the article gives otherwise than its origin: weekdays, months, days counted from publication.

A weekday or a month of the article that its sentence in the origin does not have is told where the origin has another
one there. Where both days of publication are known, `yesterday` and `Monday` are held against each other by the days
they mean.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from provenance.fidelity.alignment import Alignment, Pair
from provenance.fidelity.sides import Side
from provenance.model.comparison import Difference, Kind
from provenance.model.record import record
from provenance.model.text import Span
from provenance.words.day_words import DayKind, DayWord, day_words

SURE_PAIR = 0.3
"""Sureness from which a pair of sentences says the same, and a day in it can be held against another."""

ONE_FOR_ANOTHER, COUNTED, KEPT = 0.97, 0.8, 0.7
"""Confidence where one name stands for another; where one of the two is counted from publication; where `yesterday`
was kept although the article was published on another day."""

MOST_DAYS = 30
"""Words for days of a sentence above which it is a table, in which nothing tells what stands for what."""

LATER = 2
"""Days between two publications from which `yesterday` cannot mean the same day."""

REPEATED = 0.3
"""What is taken off where the origin names the article's day too, in the same sentence."""


class Day(NamedTuple):
    """A word that names a day, where it stands and how it is printed."""

    word: DayWord
    span: Span
    words: str


@record(slots=False, eq=False)
class Ledger:
    """The words for days of one pair of sentences; `made` and `source` are those without a match."""

    pair: Pair
    made: list[Day]
    source: list[Day]
    all_source: tuple[Day, ...]


def changed_days(alignment: Alignment) -> Iterator[Difference]:
    ledgers = [ledger(alignment, pair) for pair in alignment.pairs]
    ledgers = [one for one in ledgers if max(len(one.made), len(one.source)) <= MOST_DAYS]
    for one in ledgers:
        settle(one.made, one.source)
    for place, one in enumerate(ledgers):
        for other in ledgers[max(0, place - 1) : place] + ledgers[place + 1 : place + 2]:
            carry_over(one, other.source)
    for one in ledgers:
        if one.pair.sureness >= SURE_PAIR:
            yield from replaced(one)
            yield from counted(one, alignment)


def ledger(alignment: Alignment, pair: Pair) -> Ledger:
    made, source = days(alignment.article, pair.article), days(alignment.origin, pair.origin)
    return Ledger(pair, made, list(source), tuple(source))


def days(side: Side, span: Span) -> list[Day]:
    text = side.plain(span)
    return [
        Day(found, Span(span.start + found.start, span.start + found.end), text[found.start : found.end])
        for found in day_words(text, side.language)
    ]


def settle(made: list[Day], source: list[Day]) -> None:
    """Take out of both lists what names the same day; of words that may mean another thing, the last."""
    for one in sorted(made, key=lambda day: not day.word.sure):
        if one.word.kind is DayKind.RELATIVE:
            continue
        agreeing = [day for day in source if (day.word.kind, day.word.value) == (one.word.kind, one.word.value)]
        if agreeing:
            made.remove(one)
            source.remove(min(agreeing, key=lambda day: not day.word.sure))


def carry_over(one: Ledger, source: list[Day]) -> None:
    """Days that only moved to a neighbouring sentence, unless another day stands in their place."""
    for kind in (DayKind.WEEKDAY, DayKind.MONTH):
        if not of_kind(one.source, kind):
            moved = [day for day in one.made if day.word.kind is kind]
            kept = list(moved)
            settle(kept, source)
            for day in moved:
                if day not in kept:
                    one.made.remove(day)


def replaced(one: Ledger) -> Iterator[Difference]:
    """One weekday for another, one month for another."""
    for kind in (DayKind.WEEKDAY, DayKind.MONTH):
        made = of_kind(one.made, kind)
        source = of_kind(one.source, kind) or [day for day in one.source if day.word.kind is kind]
        for mine, theirs in zip(made, source, strict=False):
            known = {day.word.value for day in one.all_source if day.word.kind is kind}
            sure = ONE_FOR_ANOTHER - (REPEATED if mine.word.value in known else 0.0)
            yield difference(mine, theirs, sure * min(1.0, 0.7 + 0.4 * one.pair.sureness))


def of_kind(found: Sequence[Day], kind: DayKind) -> list[Day]:
    return [day for day in found if day.word.kind is kind and day.word.sure]


def counted(one: Ledger, alignment: Alignment) -> Iterator[Difference]:
    """Days counted from publication against weekdays, and such as were kept though publication is another day."""
    own, other = alignment.article.day, alignment.origin.day
    if own is None or other is None:
        return
    relative = of_kind(one.made, DayKind.RELATIVE), of_kind(one.source, DayKind.RELATIVE)
    named = of_kind(one.made, DayKind.WEEKDAY), of_kind(one.source, DayKind.WEEKDAY)
    if len(named[0]) == len(relative[1]) == 1 and not relative[0] and not named[1]:
        mine, theirs = named[0][0], relative[1][0]
        if meant(theirs, other).weekday() != mine.word.value:
            yield difference(mine, theirs, COUNTED)
    elif len(relative[0]) == len(named[1]) == 1 and not relative[1] and not named[0]:
        mine, theirs = relative[0][0], named[1][0]
        if meant(mine, own).weekday() != theirs.word.value:
            yield difference(mine, theirs, COUNTED)
    elif len(relative[0]) == len(relative[1]) == 1 and abs((own - other).days) >= LATER:
        mine, theirs = relative[0][0], relative[1][0]
        if meant(mine, own) != meant(theirs, other):
            yield difference(mine, theirs, KEPT)


def meant(day: Day, published: date) -> date:
    return published + timedelta(days=day.word.value)


def difference(mine: Day, theirs: Day, confidence: float) -> Difference:
    return Difference(Kind.DATE, mine.span, theirs.span, mine.words, theirs.words, round(confidence, 2))
