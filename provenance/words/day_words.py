"""The words of a sentence that name days: weekdays, months, days counted from today."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from provenance.lexicon.tables import Table, table
from provenance.model.patterns import pattern
from provenance.words.literals import Literals

SHORTEST = 4
"""Letters below which a word that names a weekday may be another word."""

BESIDE_FIGURE = pattern(r"\d(?:st|nd|rd|th|er|º|\.)?(?: (?:de |of )?)?\Z")
LONGEST_NAME = 20
IN_A_NAME = pattern(r"(?<=[^.!?] )[A-ZÀ-Ý][a-zà-ÿ]+ \Z")
"""`Theresa May`: a name before what might be a month."""

BEFORE_FIGURE = pattern(r"\.? ?(?:de )?\d")
MONTHS_BEFORE = pattern(r"(?:\b(?:in|of|since|last|next|this|early|late|mid|by|until|to|en|im|de|d'|a|em|in))[ -]\Z")


class DayKind(StrEnum):
    WEEKDAY = "weekday"
    MONTH = "month"
    RELATIVE = "relative"


class DayWord(NamedTuple):
    """A word that names a day: Monday is 0, January 1, yesterday -1. `sure` is whether it can be nothing else."""

    start: int
    end: int
    kind: DayKind
    value: int
    sure: bool


class Entry(NamedTuple):
    kind: DayKind
    value: int
    doubtful: bool


@cache
def _finder(language: str) -> Literals[Entry] | None:
    source = table(language, "dates")
    return Literals(entries(source)) if source else None


def entries(source: Table) -> Iterator[tuple[str, Entry]]:
    words, doubtful = source["words"], {*source.get("names", ()), *source.get("abbreviations", ())}
    endings = ("", *source.get("weekday_endings", ()))
    for category, kind in (("weekday", DayKind.WEEKDAY), ("weekdays", DayKind.WEEKDAY), ("month", DayKind.MONTH)):
        for value, forms in words.get(category, {}).items():
            for form in forms:
                month = kind is DayKind.MONTH
                unsure = form in doubtful if month else len(form) < SHORTEST or has_longer(form, forms)
                for ending in endings if category == "weekday" else ("",):
                    yield form + ending, Entry(kind, int(value), unsure and not ending)
    for category in ("deictic", "morrow", "today"):
        for value, forms in words.get(category, {}).items():
            yield from ((form, Entry(DayKind.RELATIVE, int(value), False)) for form in forms)


def has_longer(form: str, forms: list[str]) -> bool:
    """Whether a weekday is only the beginning of its name, and so perhaps another word: `segunda`."""
    return any(other.startswith(f"{form}-") for other in forms)


def day_words(text: str, language: str) -> list[DayWord]:
    """The words of a sentence in plain typography that name days, in order."""
    finder, small = _finder(language), text.lower()
    if finder is None or len(small) != len(text):
        return []
    found = []
    for hit in finder.find(small):
        entry = hit.payloads[0]
        if entry.doubtful and IN_A_NAME.search(text, max(0, hit.start - LONGEST_NAME), hit.start):
            continue
        sure = not entry.doubtful or (entry.kind is DayKind.MONTH and is_a_month(text, small, hit.start, hit.end))
        found.append(DayWord(hit.start, hit.end, entry.kind, entry.value, sure))
    return found


def is_a_month(text: str, small: str, start: int, end: int) -> bool:
    """Whether a word that may be another is a month by what stands beside it: a figure, or a word of time."""
    if BESIDE_FIGURE.search(small, max(0, start - 12), start) or BEFORE_FIGURE.match(small, end):
        return True
    if text[start].isupper() and text[end : end + 1] == ".":
        return True
    longer = end - start >= SHORTEST or text[start].isupper()
    return longer and MONTHS_BEFORE.search(small, max(0, start - 8), start) is not None
