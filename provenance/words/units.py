"""Units of measure: which can be held against each other, and what a value is in another of its kind."""

from functools import cache

from provenance.lexicon.tables import table

CLOCK = "clock"
"""The unit of a time of day, in minutes after noon or midnight."""

NO_DIMENSIONS = frozenset({"offset", "signs"})
NTH_MINUTE = "nth-minute"
"""The minute of a match that a time lies in: what happens at 27:37 happens in the 28th minute."""

PERCENT = "percent"
MONEY, SHARE, TIME_SPAN = "money", "share", "time"


@cache
def _known() -> dict[str, tuple[str, float]]:
    """Each unit with its dimension and what it is in the first unit of that."""
    return {
        unit: (dimension, factor)
        for dimension, units in table("world", "units").items()
        if dimension not in NO_DIMENSIONS
        for unit, factor in units.items()
    }


def dimension(unit: str | None) -> str | None:
    return _known()[unit][0] if unit in _known() else unit


def in_first_unit(value: float, unit: str) -> float:
    """The value in the first unit of its dimension: metres, kilograms, degrees Celsius, seconds."""
    known = _known().get(unit)
    return (value + float(table("world", "units")["offset"].get(unit, 0.0))) * known[1] if known else value
