"""Every figure of a sentence with what it can mean: digits, scale words, units, times of day, written-out numbers.

A figure often has several readings (`1.500`, `2m`, `8 pm`); two figures agree where any of their readings do.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from provenance.model.patterns import pattern
from provenance.words.numerals import FigureWords, Part, figure_words, follows, joined_value, leading_value, valued
from provenance.words.units import CLOCK, NTH_MINUTE, TIME_SPAN, dimension

NUMBER = pattern(
    r"\d{1,2}(?:,\d\d)++,\d{3}(?!\d)"  # as India groups them
    r"|\d{1,3}(?:([ .,'])\d{3}(?!\d))(?:\1\d{3}(?!\d))*+(?:[.,]\d++)?+|\d++(?:[.,]\d++)?+|[½¼¾]"
)
TIME = pattern(r"(?<![\d.,:])(\d\d?)(?::| ?h ?)(\d\d)(?![\d%:]|[.,]\d)")
DOTTED_TIME = pattern(r"(?<![\d.,:])(\d\d?)\.(\d\d)(?= ?(?:uhr|uur|u\b|[ap]\.?m))")
AFTERNOON = pattern(r" ?p\.? ?m\b")
HALF_DAY = pattern(r" ?[ap]\.? ?m\b")
ROMAN = pattern(r"(?<!\w)[IVX]{1,5}(?![A-Za-z]{3})")
CURRENCY = pattern(r"(us\$|a\$|\$us|[$£€¥₹]) ?\Z")
CURRENCIES = {"$": "dollar", "£": "pound-sterling", "€": "euro", "¥": "yen", "₹": "rupee"}
WORD = pattern(r"[^\W\d_]{4,}+")
SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
TOUCHING = pattern(r"[ -]?\Z")
BESIDE_UNIT = pattern(r"[ -]?(?:de |d'|di |of |an? )?\Z")
RANGE = pattern(r" ?(?:[-–]|[^\W\d_]{1,3}| ) ?\Z")
ONE_WORD = pattern(r" [^\W\d_]{2,12} \Z")
BESIDE_MONTH = pattern(r"(?:st|nd|rd|th|er|º|o|\.)? ?(?:of |de |the |den )?\Z")
LAST_DAY = 31.0
YEAR = pattern(r"(?:1[5-9]|20)\d\d[-/–]\Z")
WITHIN = {"foot": 0.0254 / 0.3048, "metre": 0.01, "hour": 1 / 60, "minute": 1 / 60}
"""Units whose rest is told in a smaller one behind them: `6-foot-2`, `1 m 80`, `2 h 15`."""

MIDDAY = 12.0
PARTS_OF_AN_HOUR = (30.0, -30.0, 15.0, -15.0)
"""`half past seven`, `halb acht`, `a quarter to eight`."""


class Form(StrEnum):
    """How a figure is written. `WEAK` words count something only where the other text does (`a`, `both`, `first`);
    `SCALE` is a scale word alone (`millions of people`)."""

    DIGITS = "digits"
    WORDS = "words"
    SCALE = "scale"
    WEAK = "weak"


class Reading(NamedTuple):
    value: float
    unit: str | None = None


class Quantity(NamedTuple):
    """A figure of a text: where it stands with its scale and unit, and what it can mean; `dated` days of a month."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    form: Form
    approximate: bool = False
    scale: float = 1.0
    dated: bool = False


class Piece(NamedTuple):
    """A word or a number on the way to a quantity."""

    start: int
    end: int
    parts: tuple[Part, ...]

    def value(self, *kinds: str) -> float | None:
        return next((part.value for part in self.parts if part.kind in kinds), None)

    def units(self) -> list[str]:
        return [part.unit for part in self.parts if part.kind == "units"]

    def holds(self, *kinds: str) -> bool:
        return any(part.kind in kinds for part in self.parts)


def quantities(text: str, language: str) -> list[Quantity]:
    """The figures of a sentence in plain typography, in order; of a language without data only its digits."""
    small = text.lower() if len(text.lower()) == len(text) else text
    words = figure_words(language)
    pieces = sorted(all_pieces(text, small, words), key=lambda piece: (piece.start, -piece.end))
    kept: list[Piece] = []
    for piece in pieces:
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    found = list(composed(small, kept, words))
    return [scaled_like_next(number, found, small) for number in range(len(found))]


def all_pieces(text: str, small: str, words: FigureWords | None) -> Iterator[Piece]:
    for found in (*TIME.finditer(small), *DOTTED_TIME.finditer(small)):
        yield Piece(found.start(), found.end(), (Part("time", int(found[1]) * 60.0 + int(found[2])),))
    for found in NUMBER.finditer(small):
        yield Piece(found.start(), found.end(), (Part("digits", 0.0),))
    for found in ROMAN.finditer(text):
        yield Piece(found.start(), found.end(), (Part("roman", float(roman(found.group()))),))
    if words is None:
        return
    taken = set()
    for hit in words.found.find(small, whole_words=False):
        if whole(small, hit.start, hit.end):
            taken.add(hit.start)
            yield Piece(hit.start, hit.end, hit.payloads)
    if words.joined:
        for found in WORD.finditer(small):
            if found.start() in taken:
                continue
            if (value := joined_value(found.group(), words)) is not None:
                yield Piece(found.start(), found.end(), (Part("numerals", value),))
            elif (value := leading_value(found.group(), words)) is not None:
                yield Piece(found.start(), found.end(), (Part("article", value),))


def whole(text: str, start: int, end: int) -> bool:
    """Whether no letter touches a word on either side; a digit may stand before it (`20km`)."""
    before = start > 0 and text[start].isalnum() and text[start - 1].isalpha()
    return not before and not (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())


def roman(letters: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in letters]
    return sum(
        -value if number + 1 < len(values) and value < values[number + 1] else value
        for number, value in enumerate(values)
    )


def composed(text: str, pieces: Sequence[Piece], words: FigureWords | None) -> Iterator[Quantity]:
    """The quantities that the pieces make: a number, its scale, its unit, what stands around it."""
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.holds("digits", "numerals", "scales") or (piece.holds("collective") and not piece.holds("numerals")):
            rest = at > 0 and is_rest(text, pieces, at)
            quantity, at = number_from(text, pieces, at, words)
            yield quantity._replace(form=Form.WEAK) if rest else quantity
        else:
            behind = pieces[at + 1] if at + 1 < len(pieces) else None
            if (quiet := quiet_quantity(text, piece, behind)) is not None:
                yield quiet
            at += 1


def quiet_quantity(text: str, piece: Piece, behind: Piece | None) -> Quantity | None:
    """A time of day, or a word that counts only where the other text has the same number: `a mile`, `first`."""
    if (minutes := piece.value("time")) is not None:
        return Quantity(piece.start, piece.end, tuple(clock(minutes)), Form.DIGITS)
    kinds = ("roman", "article", "ordinals", "fractions", "month")
    readings = [Reading(part.value) for part in piece.parts if part.kind in kinds]
    readings += [Reading(100.0 * part.value, "percent") for part in piece.parts if part.kind == "fractions"]
    if any(part.kind == "article" and part.value == MIDDAY for part in piece.parts):
        readings.append(Reading(0.0, CLOCK))
    if behind and piece.value("article") == 1.0 and TOUCHING.match(text[piece.end : behind.start]):
        readings += [Reading(1.0, unit) for unit in behind.units()]
    readings += [Reading(1.0, unit) for unit in piece.units() if dimension(unit) == TIME_SPAN]
    return Quantity(piece.start, piece.end, tuple(readings), Form.WEAK) if readings else None


def clock(minutes: float) -> Iterator[Reading]:
    hours, rest = divmod(minutes, 60.0)
    if hours <= 24.0 and rest < 60.0:
        yield Reading(minutes % 720.0, CLOCK)
    if rest < 60.0:
        yield Reading(hours + 1.0, NTH_MINUTE)
        yield Reading(hours + rest / 60.0, "hour")
        yield Reading(hours + rest / 60.0, "minute")
    yield Reading(hours + rest / 100.0)
    if not rest and hours <= 24.0:
        yield Reading(hours)
        yield Reading((hours + MIDDAY) % 24.0)


def number_from(text: str, pieces: Sequence[Piece], at: int, words: FigureWords | None) -> tuple[Quantity, int]:
    """The quantity that begins at a piece, and the number of the piece behind it."""
    first = pieces[at]
    if first.holds("digits"):
        values, form, end = digit_values(text, first, words), Form.DIGITS, at + 1
    else:
        values, form, end = written_values(text, pieces, at, words)
    scale, end = scale_from(text, pieces, end, form)
    values = [value * scale for value in values]
    stop = pieces[end - 1].end
    if form is not Form.SCALE:
        values, end = with_fraction(text, pieces, end, values)
    units, after = units_from(text, pieces, end)
    either = [unit for unit in pieces[end - 1].units() if scale > 1.0]
    start = first.start
    if found := CURRENCY.search(text, max(0, start - 4), start):
        units.append(CURRENCIES[found[1].strip("usa")])
        start = found.start()
    readings = [Reading(value, unit) for value in values for unit in (units or (None,))]
    readings += [Reading(value / scale, unit) for value in values for unit in either]
    readings += beside(text, pieces, at, after, values)
    readings += with_rest(text, pieces, after, values, units)
    stop = max(stop, pieces[after - 1].end if after > end else stop)
    about = at > 0 and pieces[at - 1].holds("about") and pieces[at - 1].end >= first.start - 6
    about = about or first.holds("collective")
    dated = values[0] <= LAST_DAY and beside_month(text, pieces, at, after)
    return Quantity(start, stop, tuple(dict.fromkeys(readings)), form, about, scale, dated), after


def beside_month(text: str, pieces: Sequence[Piece], at: int, after: int) -> bool:
    start, end = pieces[at].start, pieces[after - 1].end
    before, behind = pieces[at - 1] if at else None, pieces[after] if after < len(pieces) else None
    return bool(
        (before and before.holds("month") and BESIDE_MONTH.match(text[before.end : start]))
        or (behind and behind.holds("month") and BESIDE_MONTH.match(text[end : behind.start]))
    )


def digit_values(text: str, piece: Piece, words: FigureWords | None) -> list[float]:
    """What digits with their separators can mean, the likeliest first."""
    written = text[piece.start : piece.end]
    if written in SIGNS:
        return [SIGNS[written]]
    decimal = words.source["decimal"] if words else "."
    plain = written.replace(" ", "").replace("'", "")
    marks = [sign for sign in plain if sign in ".,"]
    if not marks:
        return [float(plain)]
    whole, _, rest = plain.rpartition(marks[-1])
    grouped = float("".join(sign for sign in plain if sign.isdecimal()))
    if len(set(marks)) == 1 and len(marks) > 1:
        return [grouped]
    fraction = float(f"{''.join(sign for sign in whole if sign.isdecimal())}.{rest}")
    if rest == "000":
        return [grouped]
    if len(rest) != 3 or len(marks) > 1 or whole == "0":
        return [fraction]
    return [fraction, grouped] if marks[-1] == decimal else [grouped, fraction]


def written_values(
    text: str, pieces: Sequence[Piece], at: int, words: FigureWords | None
) -> tuple[list[float], Form, int]:
    """The value of a row of numerals, and the number of the piece behind it; a scale word alone is worth itself."""
    links = words.source["links"] if words else ()
    row = [pieces[at].value("numerals", "collective", "scales") or 0.0]
    end = at + 1
    while end < len(pieces):
        gap = text[pieces[end - 1].end : pieces[end].start]
        linked = gap in (" ", "-") or gap.strip(" -") in links
        value = pieces[end].value("numerals", "scales")
        if value is None or not linked or not goes_on(pieces[end], value, row[-1]):
            break
        row.append(value)
        end += 1
    if len(row) == 1 and pieces[at].value("numerals", "collective") is None:
        return [1.0], Form.SCALE, at
    return [valued(row)], Form.WORDS if row != [1.0] else Form.WEAK, end


def goes_on(piece: Piece, value: float, before: float) -> bool:
    """Whether a numeral belongs to the number that the row before it has begun."""
    if piece.holds("scales"):
        return value in (100.0, 1000.0) and before < value
    return follows(value, before)


def scale_from(text: str, pieces: Sequence[Piece], at: int, form: Form) -> tuple[float, int]:
    """What the scale words behind a number multiply it by."""
    scale = 1.0
    kinds = ("scales", "abbreviated") if form is Form.DIGITS else ("scales",)
    while at < len(pieces) and (value := pieces[at].value(*kinds)) is not None:
        if pieces[at].holds("numerals"):
            break
        gap = text[pieces[at - 1].end : pieces[at].start] if at else ""
        near = TOUCHING.match(gap) or (form is not Form.DIGITS and BESIDE_UNIT.match(gap))
        if not near and (scale > 1.0 or form is not Form.SCALE):
            break
        scale *= value
        at += 1
    return scale, at


def with_fraction(text: str, pieces: Sequence[Piece], at: int, values: list[float]) -> tuple[list[float], int]:
    """`two thirds`, `two and a half`, `two years and a half`."""
    unit = at < len(pieces) and bool(pieces[at].units())
    place = at + unit
    if place >= len(pieces) or (share := pieces[place].value("fractions")) is None:
        return values, at
    gap = text[pieces[place - 1].end : pieces[place].start]
    if unit:
        return ([*(value + share for value in values), *values] if 3 < len(gap) <= 7 else values), at
    if TOUCHING.match(gap):
        shares = [made for value in values for made in (value * share, value * share * 100.0, value + share)]
        return [*shares, *values], at + 1
    if len(gap) <= 7 and share == 0.5:
        return [*(value + share for value in values), *values], at + 1
    return values, at


def units_from(text: str, pieces: Sequence[Piece], at: int) -> tuple[list[str], int]:
    if at < len(pieces) and (units := pieces[at].units()):
        gap = text[pieces[at - 1].end : pieces[at].start]
        if BESIDE_UNIT.match(gap) or (gap == ". " and pieces[at - 1].holds("abbreviated")):
            return units, at + 1
    return [], at


def beside(text: str, pieces: Sequence[Piece], at: int, after: int, values: Sequence[float]) -> Iterator[Reading]:
    """What the words around a number add to what it can mean: hours of the clock, decades, shares, smaller units."""
    start, end = pieces[at].start, pieces[after - 1].end
    hour = HALF_DAY.match(text, end) or touched(text, pieces, at, after, "clock_words")
    short = pieces[at].holds("digits") and text[max(0, start - 1) : start] == "'"
    behind_year = YEAR.search(text, max(0, start - 5), start)
    decade = short or behind_year or touched(text, pieces, at, after, "decade_words")
    part = at > 0 and pieces[at - 1].holds("fractions") and start - pieces[at - 1].end <= 6
    for value in values:
        if hour and value <= 24.0:
            yield Reading(value * 60.0 % 720.0, CLOCK)
            yield Reading((value + MIDDAY) % 24.0)
        if part and value <= MIDDAY:
            yield from (Reading((value * 60.0 + minutes) % 720.0, CLOCK) for minutes in PARTS_OF_AN_HOUR)
        if decade and value < 100.0:
            yield Reading(1900.0 + value)
            yield Reading(2000.0 + value)


def touched(text: str, pieces: Sequence[Piece], at: int, after: int, kind: str) -> bool:
    """Whether a word of a kind stands right before a number, in its unit or right behind it."""
    start, end = pieces[at].start, pieces[after - 1].end
    if any(piece.holds(kind) for piece in pieces[at + 1 : after]):
        return True
    before, behind = pieces[at - 1] if at else None, pieces[after] if after < len(pieces) else None
    return bool(
        (before and before.holds(kind) and TOUCHING.match(text[before.end : start]))
        or (behind and behind.holds(kind) and TOUCHING.match(text[end : behind.start]))
    )


def with_rest(
    text: str, pieces: Sequence[Piece], at: int, values: Sequence[float], units: Sequence[str]
) -> Iterator[Reading]:
    """A number right behind a unit counts in a smaller one."""
    if at < len(pieces) and is_rest(text, pieces, at):
        rest = float(text[pieces[at].start : pieces[at].end])
        yield from (Reading(value + rest * WITHIN[unit], unit) for unit in units if unit in WITHIN for value in values)


def is_rest(text: str, pieces: Sequence[Piece], at: int) -> bool:
    gap, number = text[pieces[at - 1].end : pieces[at].start], text[pieces[at].start : pieces[at].end]
    split = any(unit in WITHIN for unit in pieces[at - 1].units())
    return split and len(gap) <= 5 and number.isdecimal() and len(number) <= 2


def scaled_like_next(number: int, found: Sequence[Quantity], text: str) -> Quantity:
    """`2 to 3 million`: a number in a range has the scale and the unit of the next, too; so has `six more million`."""
    one = found[number]
    if one.form is Form.SCALE or number + 1 >= len(found):
        return one
    other = found[number + 1]
    if other.form is Form.SCALE and ONE_WORD.match(text[one.end : other.start]):
        scaled = (Reading(reading.value * other.scale, reading.unit) for reading in one.readings)
        return one._replace(readings=(*one.readings, *scaled))
    units = {reading.unit for reading in other.readings}
    if (other.scale == 1.0 and units == {None}) or not RANGE.match(text[one.end : other.start]):
        return one
    more = tuple(
        Reading(reading.value * scale, unit)
        for reading in one.readings
        if reading.unit is None
        for unit in sorted(units, key=str)
        for scale in sorted({1.0, other.scale / one.scale})
    )
    measured = None not in units and other.scale == one.scale
    kept = (reading for reading in one.readings if reading.unit or not measured)
    return one._replace(readings=tuple(dict.fromkeys((*kept, *more))))
