"""The date a credit prints, in any of the languages: month names are told apart without knowing which it is."""

from datetime import date
from functools import cache

from provenance.attribution.slots import DATE
from provenance.lexicon.tables import languages, table
from provenance.model.dating import PartialDate
from provenance.model.patterns import pattern

ISO = pattern(r"(\d{4})-(\d\d)-(\d\d)")
NUMERIC = pattern(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)(?!\d)")
PRINTED = pattern(DATE)
DAY_OF_MONTH = pattern(
    r"\d{1,2}(?:er|[.ºª°]|st|nd|rd|th)? (?:de |of )?(?P<behind>[^\W\d_]{3,12})(?![^\W_])"
    r"|(?P<before>[^\W\d_]{3,12})\.? \d{1,2}(?:st|nd|rd|th)?(?![^\W_])"
)
NUMBER_OR_WORD = pattern(r"\d+|[^\W\d_]+")
ZONE = r"(?:UTC|GMT|CES?T|MES?Z|WES?T|[ECMP][DS]?T|BST|BRT|IST|AE[DS]T)(?:[+-]\d{1,2}(?::?\d\d)?)?(?![^\W_])"
HALF = r"[ap](?:\.m\.|m(?![^\W_]))"
HOUR = r"Uhr|(?:uur|heures?|horas?|hrs?)(?![^\W_])"
TIME = pattern(
    rf"(?:\d{{1,2}}(?::\d\d){{1,2}}(?: ?(?i:{HALF}|{HOUR}|h(?![^\W_])))?|\d{{1,2}}(?:\.\d\d)? ?(?i:{HALF}|{HOUR})"
    rf"|\d{{1,2}} ?[hHu] ?(?:\d\d|(?![^\W_])))(?: ?(?:{ZONE}|\({ZONE}\))){{0,2}}|\d{{1,2}}(?:\.\d\d)? ?{ZONE}"
)
"""A time of day with its zone, as the seven languages print it: `14:16 UTC+1`, `14h16`, `14.16 Uhr`, `2:16 pm EDT`."""

MINUTES = pattern(r"\d{1,2} ?(?i:min(?:ut(?:en?|es|os?|i|o)|uut|s)?)(?![^\W_])")
MONTH_FIRST = frozenset({"en"})
"""Languages in which 3/4/2024 may be the fourth of March."""


def read_date(printed: str, language: str | None) -> str | None:
    """The date as ISO 8601 with the precision printed (`2017-04`); None where it is no date or has two readings."""
    if found := ISO.search(printed):
        return _iso(int(found[1]), int(found[2]), int(found[3]))
    if found := NUMERIC.search(printed):
        return _numeric(int(found[1]), int(found[2]), int(found[3]), language or "")
    day = month = year = None
    for piece in NUMBER_OR_WORD.findall(printed.lower()):
        if not piece.isdigit():
            month = month or _months().get(piece)
        elif len(piece) == 4:
            year = year or int(piece)
        elif len(piece) <= 2 and day is None:
            day = int(piece)
    return None if year is None or (day and not month) else _iso(year, month, day)


def day_of_month(text: str, start: int, end: int) -> int | None:
    """Where a day that is printed without its year ("12 de enero") ends, if one begins at `start`."""
    found = DAY_OF_MONTH.match(text, start, end)
    return found.end() if found and (found["behind"] or found["before"]).lower() in _months() else None


def time_of_day(text: str, start: int, end: int) -> int | None:
    """Where a time of day, or how many minutes something takes to read, ends, if one begins at `start`."""
    found = TIME.match(text, start, end) or MINUTES.match(text, start, end)
    return found.end() if found else None


def latest_date(printed: str, language: str | None) -> str | None:
    """The latest of the dates in a run of text."""
    found = (read_date(date_found.group(), language) for date_found in PRINTED.finditer(printed))
    return max((date_read for date_read in found if date_read), default=None)


def _numeric(first: int, second: int, year: int, language: str) -> str | None:
    year += 2000 if year < 100 else 0
    if language.split("-")[0] in MONTH_FIRST and first != second:
        if second > 12:
            return _iso(year, first, second)
        if first <= 12:
            return None
    return _iso(year, second, first)


def _iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return str(PartialDate(year, month, day))


@cache
def _months() -> dict[str, int]:
    return {
        name: int(number)
        for language in languages()
        for number, names in table(language, "dates").get("words", {}).get("month", {}).items()
        for name in names
    }
