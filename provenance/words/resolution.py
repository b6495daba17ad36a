"""From what the words of an expression say to the days they mean, for a reader on a given day.

The rules are those that were right most often on news: a bare weekday is the latest such day that is not after the
reader's day, that day included, unless the sentence looks ahead; a month without a year is the nearest one.
"""

from collections.abc import Mapping
from datetime import date

from provenance.words.intervals import (
    DAY,
    Interval,
    decade,
    month,
    nearest,
    one_day,
    part,
    quarter,
    season,
    shifted_month,
    week,
    year,
)

Slots = Mapping[str, str | int]

FAR = 75
"""Days ahead at which a sentence that looks back cannot mean a month to come, and the other way round."""

THIS_WEEKDAY_REACH = 3
"""Days by which "this Tuesday" may lie from the nearest Tuesday."""


def resolve_slots(slots: Slots, anchor: date, tense: int) -> Interval | None:
    """The days meant, or None where the slots do not say. Raises ValueError for days that are in no calendar."""
    direction = _direction(slots)
    if "month" in slots and "there-is" not in slots and "ago" not in slots:
        return _month(slots, anchor, direction, tense)
    if "season" in slots:
        return _season(str(slots["season"]), slots, anchor, direction)
    if "weekday" in slots:
        return _weekday(int(slots["weekday"]), slots, anchor, direction, tense)
    if "deictic" in slots:
        return one_day(anchor + DAY * int(slots["deictic"]))
    if "morrow" in slots:
        return one_day(anchor + DAY)
    if "lastunit" in slots:
        return _stepped(str(slots["lastunit"]), -1, anchor)
    if "thisunit" in slots:
        return _stepped(str(slots["thisunit"]), 0, anchor)
    if "today" in slots:
        return one_day(anchor)
    if "unit" in slots:
        return _unit(str(slots["unit"]), slots, anchor, direction)
    if "part" in slots and direction is not None:
        return one_day(anchor + DAY * direction)
    return None


def _direction(slots: Slots) -> int | None:
    if "direction" in slots:
        return int(slots["direction"])
    return 0 if "this" in slots else None


def _month(slots: Slots, anchor: date, direction: int | None, tense: int) -> Interval:
    number = int(slots["month"])
    if "year" in slots:
        which = int(slots["year"])
    elif slots.get("unit") == "year" or slots.get("lastunit") == "year":
        which = anchor.year + (direction or 0) - ("lastunit" in slots)
    else:
        which = _month_year(number, slots, anchor, direction, tense)
    if "day" in slots and slots.get("unit") in (None, "year"):
        return one_day(date(which, number, int(slots["day"])))
    whole = month(which, number)
    if slots.get("unit") == "week":
        if direction == -1:
            return Interval(whole.last - 6 * DAY, whole.last)
        first = whole.first + 7 * DAY * (int(slots.get("ordinal", 1)) - 1)
        return Interval(first, first + 6 * DAY)
    return part(whole, str(slots["edge"])) if "edge" in slots else whole


def _month_year(number: int, slots: Slots, anchor: date, direction: int | None, tense: int) -> int:
    """The year of a month that names none."""
    here = anchor.year
    if direction and "day" in slots and slots.get("unit") is None:
        this_year = date(here, number, int(slots["day"]))
        return here + (direction if (this_year >= anchor) == (direction < 0) else 0)
    if direction == -1 and slots.get("unit") is None:
        return here - (number >= anchor.month)
    if direction == 1 and slots.get("unit") is None:
        return here + (number <= anchor.month)
    if direction == 0 and "day" not in slots:
        return here
    if "day" in slots:
        days = [date(near, number, int(slots["day"])) for near in _years_with(number, int(slots["day"]), here)]
        return _nearest([one_day(day) for day in days], anchor, tense).first.year
    return _nearest([month(near, number) for near in (here - 1, here, here + 1)], anchor, tense).first.year


def _nearest(candidates: list[Interval], anchor: date, tense: int) -> Interval:
    """The nearest of them; but a sentence that looks back means far ahead, one that looks ahead none far back."""
    found = nearest(candidates, anchor)
    if tense < 0 and (found.first - anchor).days > FAR:
        return max(candidate for candidate in candidates if candidate.last < anchor)
    if tense > 0 and (anchor - found.last).days > FAR:
        return min(candidate for candidate in candidates if candidate.first > anchor)
    return found


def _years_with(number: int, day: int, around: int) -> list[int]:
    """The years around one in which there is such a day: the 29th of February is rare."""
    if (number, day) == (2, 29):
        return [near for near in range(around - 4, around + 5) if near % 4 == 0 and (near % 100 or not near % 400)]
    return [around - 1, around, around + 1]


def _season(name: str, slots: Slots, anchor: date, direction: int | None) -> Interval | None:
    if "year" in slots:
        return season(name, int(slots["year"]))
    all_near = [season(name, near) for near in (anchor.year - 2, anchor.year - 1, anchor.year, anchor.year + 1)]
    if direction == -1:
        return max((near for near in all_near if near.last < anchor), key=lambda near: near.last)
    if direction == 1:
        return min((near for near in all_near if near.first > anchor), key=lambda near: near.first)
    return nearest(all_near, anchor)


def _weekday(number: int, slots: Slots, anchor: date, direction: int | None, tense: int) -> Interval:
    back = anchor - DAY * ((anchor.weekday() - number) % 7)
    ahead = anchor + DAY * ((number - anchor.weekday()) % 7)
    if slots.get("unit") == "week":
        return one_day(week(anchor, direction or 0).first + DAY * number)
    if direction == -1:
        return one_day(back if back < anchor else anchor - 7 * DAY)
    if direction == 1:
        return one_day(ahead if ahead > anchor else anchor + 7 * DAY)
    if direction == 0:
        return one_day(back if (anchor - back).days <= THIS_WEEKDAY_REACH and tense <= 0 else ahead)
    return one_day(ahead if tense > 0 else back)


def _unit(unit: str, slots: Slots, anchor: date, direction: int | None) -> Interval | None:
    count = int(slots.get("number", 0)) if "number" in slots else None
    if "there-is" in slots or "ago" in slots:
        return _stepped(unit, -count, anchor) if count else None
    if count is not None and count > 1 and direction:
        return None
    if direction is None and "edge" not in slots:
        return None
    whole = _stepped(unit, direction or 0, anchor)
    return part(whole, str(slots["edge"])) if whole and "edge" in slots else whole


def _stepped(unit: str, steps: int, anchor: date) -> Interval | None:
    """The day, week, month, ... so many steps from the anchor's."""
    if unit in ("day", "single-day"):
        return one_day(anchor + DAY * steps)
    if unit == "week":
        return week(anchor, steps)
    if unit == "weekend":
        saturday = week(anchor, steps).first + 5 * DAY
        return Interval(saturday, saturday + DAY)
    if unit == "month":
        return shifted_month(anchor, steps)
    if unit == "quarter":
        return quarter(anchor, steps)
    if unit == "year":
        return year(anchor.year + steps)
    if unit == "decade":
        return decade(anchor, steps)
    return one_day(anchor) if unit in ("hour", "minute") else None
