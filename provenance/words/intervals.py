"""Stretches of the calendar and how one steps through it."""

from datetime import date, timedelta
from typing import NamedTuple

from provenance.model.dating import PartialDate

DAY = timedelta(days=1)


class Interval(NamedTuple):
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def distance(self, day: date) -> int:
        """Days between the interval and a day; 0 inside it."""
        return max((self.first - day).days, (day - self.last).days, 0)

    def apart(self, other: "Interval") -> int:
        """Days between two intervals; 0 where they overlap."""
        return max((self.first - other.last).days, (other.first - self.last).days, 0)


def one_day(day: date) -> Interval:
    return Interval(day, day)


def month(year: int, number: int) -> Interval:
    whole = PartialDate(year, number)
    return Interval(whole.first, whole.last)


def shifted_month(day: date, months: int) -> Interval:
    """The calendar month so many months after the day's."""
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return month(year, index + 1)


def year(number: int) -> Interval:
    return Interval(date(number, 1, 1), date(number, 12, 31))


def week(day: date, weeks: int = 0) -> Interval:
    """Monday to Sunday of the week so many weeks after the day's."""
    monday = day - DAY * day.weekday() + 7 * DAY * weeks
    return Interval(monday, monday + 6 * DAY)


def quarter(day: date, quarters: int = 0) -> Interval:
    opening = shifted_month(day, quarters * 3 - (day.month - 1) % 3)
    return Interval(opening.first, shifted_month(opening.first, 2).last)


def decade(day: date, decades: int = 0) -> Interval:
    opening = day.year // 10 * 10 + 10 * decades
    return Interval(date(opening, 1, 1), date(opening + 9, 12, 31))


SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def season(name: str, opening_year: int) -> Interval:
    """A season of the northern half of the world; a winter is named by the year of its December.

    From the first of the month in which it begins to the end of the third month after: people call late September
    summer, and the first of June too.
    """
    opening = SEASON_MONTH[name]
    first = date(opening_year, opening, 1)
    return Interval(first, shifted_month(first, 3).first + 20 * DAY)


def nearest(candidates: list[Interval], day: date) -> Interval:
    """The interval closest to the day; of two as close, the earlier one."""
    return min(candidates, key=lambda interval: (interval.distance(day), interval.first))


def part(whole: Interval, edge: str) -> Interval:
    """The start, the middle or the end of an interval: a third of it."""
    third = max(1, ((whole.last - whole.first).days + 1) // 3)
    if edge == "start":
        return Interval(whole.first, whole.first + DAY * (third - 1))
    if edge == "end":
        return Interval(whole.last - DAY * (third - 1), whole.last)
    return Interval(whole.first + DAY * third, whole.last - DAY * third)
