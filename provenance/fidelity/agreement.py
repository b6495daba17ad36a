"""Whether two figures say the same, however each is written: in other units, in other money, rounded, in words."""

from math import isclose

from provenance.words.quantities import Form, Quantity, Reading
from provenance.words.units import CLOCK, MONEY, NTH_MINUTE, PERCENT, TIME_SPAN, dimension, in_first_unit

CONVERTED = {1: 0.16, 2: 0.08, 3: 0.025}
"""How far a converted figure may lie from what it was converted from, by its significant digits."""

COARSEST = 0.25
HARD_MONEY = frozenset({"euro", "dollar", "pound-sterling", "franc"})
TEMPERATURES = ("celsius", "fahrenheit")
EXCHANGED = 2.0
"""How many of one of these moneys another of them may be worth; other moneys are not converted."""

ROUNDED = 0.06
"""How far a figure that is said to be about so much may lie from the exact one."""

EXACT, SHARES = 1e-6, 0.02
"""How far two figures may lie from each other that are the same; `a third` is 33 per cent."""


def written_alike(one: Quantity, other: Quantity) -> bool:
    return one.form is other.form is Form.DIGITS and same(one, other)


def same(one: Quantity, other: Quantity) -> bool:
    """Whether they give the same number of the same thing."""
    return any(
        isclose(mine.value, theirs.value, rel_tol=EXACT) and mine.unit == theirs.unit != NTH_MINUTE
        for mine in one.readings
        for theirs in other.readings
    )


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether they give the same number, where the units do not say that it is of something else."""
    return any(
        isclose(mine.value, theirs.value, rel_tol=SHARES if is_share(one, mine) or is_share(other, theirs) else EXACT)
        and not at_odds(mine.unit, theirs.unit)
        for mine in one.readings
        for theirs in other.readings
    )


def is_share(quantity: Quantity, reading: Reading) -> bool:
    """Whether a reading is of a fraction in words, which is no exact number: `a third`."""
    return quantity.form is Form.WEAK and (reading.value < 1.0 or reading.unit == PERCENT)


def at_odds(one: str | None, other: str | None) -> bool:
    """Whether two units measure the same thing differently: five miles are not five kilometres."""
    if one == other == NTH_MINUTE:
        return True
    return one != other and one is not None and other is not None and dimension(one) == dimension(other) != MONEY


def in_same_unit(one: Quantity, other: Quantity) -> bool:
    """Whether both measure in one unit, so that neither was converted into it."""
    units, others = ({reading.unit for reading in each.readings} - {None} for each in (one, other))
    return units == others and len(units) == 1 and dimension(next(iter(units))) not in (CLOCK, TIME_SPAN)


def converted(one: Quantity, other: Quantity) -> bool:
    return any(
        mine.unit is not None
        and theirs.unit is not None
        and mine.unit != theirs.unit
        and dimension(mine.unit) == dimension(theirs.unit)
        and (is_exchanged(mine, theirs) if dimension(mine.unit) == MONEY else is_near(mine, theirs))
        for mine in one.readings
        for theirs in other.readings
    )


def is_exchanged(one: Reading, other: Reading) -> bool:
    """Whether an amount may be another in another money."""
    if not {one.unit, other.unit} <= HARD_MONEY:
        return True
    return min(one.value, other.value) * EXCHANGED >= max(one.value, other.value)


def is_near(one: Reading, other: Reading) -> bool:
    """Whether a measure may be another in another unit. That a temperature is below zero may be said in words, which
    are no part of the figure."""
    mine, theirs = in_first_unit(one.value, one.unit or ""), in_first_unit(other.value, other.unit or "")
    if one.unit in TEMPERATURES:
        return isclose(abs(mine), abs(theirs), rel_tol=tolerance(one.value), abs_tol=1.0)
    return isclose(mine, theirs, rel_tol=tolerance(one.value))


def tolerance(value: float) -> float:
    """How far a converted figure may lie from the exact one: of `2 cm` for an inch, half of its only digit."""
    digits = significant(value)
    half = 0.5 / float(f"{value:e}"[0]) if digits == 1 and value else 0.0
    return max(CONVERTED[digits], min(COARSEST, half))


def rounded(one: Quantity, other: Quantity) -> bool:
    """Whether the article's figure is said to be a round one for the exact one of the origin."""
    return one.approximate and any(
        isclose(mine.value, theirs.value, rel_tol=ROUNDED)
        and not at_odds(mine.unit, theirs.unit)
        and significant(mine.value, 9) < significant(theirs.value, 9)
        for mine in one.readings
        for theirs in other.readings
        if mine.value >= 10.0
    )


def significant(value: float, most: int = 3) -> int:
    """The significant digits of a number, so many at the most."""
    digits = f"{value:.9e}".partition("e")[0].replace(".", "").rstrip("0")
    return min(most, max(1, len(digits)))
