"""The expressions of time in an article: which words, of what kind, and which days they mean.

Words of time are found in one pass; only around them is the text cut into tokens and held against the grammar of its
language (see `calendar_words`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from provenance.model.article import Article, derived
from provenance.model.dating import PartialDate
from provenance.model.patterns import pattern
from provenance.model.record import fresh, record
from provenance.model.text import Span, Text
from provenance.words.calendar_words import (
    PUNCTUATION,
    STRANGE,
    CalendarWords,
    Entry,
    Piece,
    Slots,
    Value,
    calendar_words,
    split,
)
from provenance.words.intervals import Interval
from provenance.words.literals import Hit
from provenance.words.resolution import resolve_slots
from provenance.words.tense import tense_around

REACH = 32
"""Characters around a word of time in which the rest of its expression stands."""

OF_AN_EVENT = frozenset({"minute", "hour", "single-day"})
"""The last day, the next hour: of an event, not of the reader's time."""

NUMBER = pattern(r"(\d{1,4})([a-zªº°]*)")
NUMERIC = pattern(
    r"(\d(?<![\w./-].)\d{0,3})"
    r"(?:([./-])(\d{1,2})\2(\d{2,4})(?![\w/-])|(?<=\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日)"
)
YEAR = pattern(r"(?:1[5-9]|20|21)\d\d")
OPENERS = ".!?:…\n«»“”\"'(–—-|•*"


class TimeKind(StrEnum):
    """`DATE` is a day and month without a year; `BOUNDED` gives a limit ("more than two years ago", "recent years");
    `ABSOLUTE` names its year; the last three need no anchor at all."""

    DEICTIC = "deictic"
    WEEKDAY = "weekday"
    MONTH = "month"
    SEASON = "season"
    DATE = "date"
    VAGUE = "vague"
    NOW = "now"
    TODAY = "today"
    BOUNDED = "bounded"
    ABSOLUTE = "absolute"
    DURATION = "duration"
    ANAPHORIC = "anaphoric"
    RECURRING = "recurring"


UNRESOLVED = frozenset({TimeKind.DURATION, TimeKind.ANAPHORIC, TimeKind.RECURRING, TimeKind.VAGUE, TimeKind.BOUNDED})


@record(slots=False)
class TimeExpression:
    """One expression: its words, its kind, what its words say, and where its sentence looks.

    `places` says where the word of each slot stands; `look_around` reads the tense of the sentence when asked to.
    """

    span: Span
    kind: TimeKind
    slots: Slots
    look_around: Callable[[], int] = int
    places: Mapping[str, Span] = fresh(default_factory=dict)

    @property
    def tense(self) -> int:
        """1 where the sentence looks ahead, -1 where it looks back, 0 where it does not say."""
        return self.look_around()

    def resolve(self, anchor: date) -> Interval | None:
        """The days meant, for a reader on the day `anchor`; None where the words do not say."""
        if self.kind in UNRESOLVED:
            return None
        try:
            return resolve_slots(self.slots, anchor, self.tense)
        except (ValueError, OverflowError):
            return None

    @property
    def named(self) -> PartialDate | None:
        """The date the words name by themselves, with its year."""
        year, month, day = (self.slots.get(name) for name in ("year", "month", "day"))
        if self.kind is not TimeKind.ABSOLUTE or not isinstance(year, int):
            return None
        parsed = PartialDate(year, int(month) if month else None, int(day) if day else None)
        return PartialDate.parse(str(parsed))


@derived
def time_expressions(article: Article) -> tuple[TimeExpression, ...]:
    """The expressions of time in the article's own blocks, in reading order."""
    calendar = calendar_words(article.language)
    if calendar is None:
        return ()
    found: list[TimeExpression] = []
    has_figures = NUMERIC.search(article.text.plain) is not None
    for block in article.own:
        words = calendar.triggers.within(article, block.span)
        if words or has_figures:
            found.extend(expressions_around(article.text, block.span, calendar, words))
    return tuple(found)


def expressions_in(text: Text, span: Span, calendar: CalendarWords) -> list[TimeExpression]:
    """The expressions of time in a stretch of text, in reading order."""
    found = calendar.triggers.find(text.folded[span.start : span.end])
    words = [Hit(span.start + hit.start, span.start + hit.end, hit.payloads) for hit in found]
    return expressions_around(text, span, calendar, words)


def expressions_around(
    text: Text, span: Span, calendar: CalendarWords, words: Sequence[Hit[bool]]
) -> list[TimeExpression]:
    """The expressions of time in a stretch of text, of which all words of time are given."""
    found = [
        expression
        for window in windows(text.folded, span, calendar, words)
        for expression in parse(text, window, span, calendar)
    ]
    if numeric := list(numeric_dates(text, span, calendar)):
        return without_overlaps([*numeric, *found])
    return found


def without_overlaps(expressions: list[TimeExpression]) -> list[TimeExpression]:
    """In reading order, of those that overlap the one in figures or else the first."""
    kept: list[TimeExpression] = []
    for expression in sorted(expressions, key=lambda item: (item.span.start, bool(item.places))):
        if not kept or kept[-1].span.end <= expression.span.start:
            kept.append(expression)
        elif kept[-1].places and not expression.places:
            kept[-1] = expression
    return kept


def windows(folded: str, span: Span, calendar: CalendarWords, words: Sequence[Hit[bool]]) -> Iterator[Span]:
    """The surroundings of the words of time, joined where they meet, cut between words."""
    start = end = 0
    enough = False
    for hit in words:
        if end and hit.start - REACH > end:
            if enough or _accompanied(folded, start, end, calendar):
                yield _whole_words(folded, start, end, span)
            end, enough = 0, False
        if not end:
            start = max(span.start, hit.start - REACH)
        end = hit.end + REACH
        enough = enough or hit.payloads[0]
    if end and (enough or _accompanied(folded, start, end, calendar)):
        yield _whole_words(folded, start, end, span)


def _accompanied(folded: str, start: int, end: int, calendar: CalendarWords) -> bool:
    return next(calendar.companions.find(folded[start:end]), None) is not None


def _whole_words(folded: str, start: int, end: int, span: Span) -> Span:
    end = min(end, span.end)
    while start > span.start and folded[start - 1].isalnum() and folded[start].isalnum():
        start += 1
    while end < span.end and folded[end - 1].isalnum() and folded[end].isalnum():
        end -= 1
    return Span(start, max(start, end))


class Read(NamedTuple):
    """A token, or an entry of several, as the grammar sees it."""

    start: int
    end: int
    letter: str
    slots: tuple[tuple[str, Value], ...] = ()


def parse(text: Text, window: Span, block: Span, calendar: CalendarWords) -> Iterator[TimeExpression]:
    for run in runs(text, window, block, calendar):
        for kind, start, end in calendar.matches("".join([token.letter for token in run])):
            matched = run[start:end]
            span = Span(matched[0].start, matched[-1].end)
            slots = slots_of(matched)
            places = {name: Span(token.start, token.end) for token in reversed(matched) for name, _ in token.slots}
            yield TimeExpression(
                span, _kind(kind, slots), slots, partial(tense_around, text, span, block, calendar), places
            )


def _kind(kind: str, slots: Slots) -> TimeKind:
    if kind == "absolute-season" or (kind in ("date", "month") and "year" in slots):
        return TimeKind.ABSOLUTE
    if kind == "deictic" and "direction" in slots and slots.get("unit") in OF_AN_EVENT:
        return TimeKind.ANAPHORIC
    return TimeKind(kind)


def runs(text: Text, window: Span, block: Span, calendar: CalendarWords) -> Iterator[list[Read]]:
    """The runs of tokens in a window that the grammar knows; entries of several words are one token."""
    run: list[Read] = []
    usual, pieces, number = calendar.usual, list(split(text.folded, *window, calendar.starts)), 0
    words = [piece.word for piece in pieces]
    while number < len(pieces):
        piece = pieces[number]
        read: Read | None = None
        if (plain := usual.get(piece.word)) is not None:
            read = Read(piece.start, piece.end, plain.letter, plain.slots)
            number += 1
        elif piece is STRANGE:
            number += 1
        else:
            length, entry = entry_at(words, number, calendar)
            last = pieces[number + length - 1]
            read = _listed(text, piece, last, block, entry) if entry else _unlisted(piece, calendar)
            number += length
        glued = read is not None and len(run) == 1 and run[0].letter == "-" and run[0].end == read.start
        if read is not None and not glued:
            run.append(read)
        elif run:
            yield run
            run = []
    if run:
        yield run


def entry_at(words: list[str], number: int, calendar: CalendarWords) -> tuple[int, Entry | None]:
    """The longest entry that begins with a word, and of how many words it is."""
    word = words[number]
    length, entry = 1, calendar.entries.get(word)
    for phrase, whole in calendar.phrases.get(word, ()):
        if phrase == words[number : number + len(phrase)]:
            length, entry = len(phrase), whole
            break
    if word not in calendar.abbreviations and word not in calendar.dotted:
        return length, entry
    following = [*words[number + length : number + length + 2], "", ""]
    if word in calendar.dotted and entry is not None and not _abbreviates(entry, *following[:2]):
        return 1, None
    return (length + 1 if word in calendar.abbreviations and following[0] == "." else length), entry


def _abbreviates(entry: Entry, following: str, beyond: str) -> bool:
    """Whether a word that means something else without its full stop is an abbreviation here.

    With a capital that is a must it may do without ("Sun 3"); a weekday must go on, as a sentence may end on "do.".
    """
    if following == ".":
        return beyond == "," or beyond.isdecimal() or all(name != "weekday" for name, _ in entry.slots)
    return entry.capitalised and following.isdecimal()


def _listed(text: Text, first: Piece, last: Piece, block: Span, entry: Entry) -> Read | None:
    """An entry as the grammar sees it; None where it lacks the capital that its word must have."""
    if not (entry.guarded or entry.capitalised):
        return Read(first.start, last.end, entry.letter, entry.slots)
    capital = text.plain[first.start] != text.folded[first.start]
    if entry.capitalised and not capital:
        return None
    guarded = entry.guarded and capital and (entry.capitalised or not _opens(text, first.start, block, entry))
    return Read(first.start, last.end, entry.guarded if guarded else entry.letter, entry.slots)


def _unlisted(piece: Piece, calendar: CalendarWords) -> Read | None:
    """A number, a mark of punctuation the grammar knows, or nothing it knows."""
    if piece.word in PUNCTUATION:
        return Read(piece.start, piece.end, piece.word)
    if (number := NUMBER.fullmatch(piece.word)) is None:
        return None
    digits, value = number.group(1), int(number.group(1))
    categories: tuple[str, ...] = ()
    if number.group(2):
        categories = ("day", "nth") if 0 < value < 32 else ()
    elif YEAR.fullmatch(digits):
        categories = ("year",)
    elif 0 < value < 32 and len(digits) < 3:
        categories = ("day", "digit")
    elif 0 < value < 1000:
        categories = ("digit",)
    slots = tuple(("number" if name == "digit" else name, value) for name in categories)
    return Read(piece.start, piece.end, calendar.numeral(*categories), slots) if categories else None


def _opens(text: Text, start: int, block: Span, entry: Entry) -> bool:
    """Whether a word opens a sentence, where a capital says nothing; a month does not open one without a guard."""
    if any(name == "month" for name, _ in entry.slots):
        return False
    before = text.content[max(block.start, start - 3) : start].rstrip()
    return not before or before[-1] in OPENERS


def slots_of(tokens: list[Read]) -> dict[str, Value]:
    """What the words of an expression say: the first value of each category."""
    slots: dict[str, Value] = {}
    for token in tokens:
        for name, value in token.slots:
            slots.setdefault(name, value)
    return slots


def numeric_dates(text: Text, span: Span, calendar: CalendarWords) -> Iterator[TimeExpression]:
    """Dates in figures: `2024-10-03`, `3/10/2024`, `3.10.24`. Where day and month could be swapped in English, none."""
    for found in NUMERIC.finditer(text.plain, *span):
        first, second, third = found.group(1, 3, 4) if found.group(2) else found.group(1, 5, 6)
        if slots := _numeric(first, second, third, calendar.language):
            yield TimeExpression(Span(*found.span()), TimeKind.ABSOLUTE, slots)


def _numeric(first: str, second: str, third: str, language: str) -> dict[str, Value] | None:
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
    elif len(first) < 3 and len(third) in (2, 4):
        year, month, day = int(third), int(second), int(first)
        year += 2000 if len(third) == 2 else 0
        if language == "en" and day != month:
            if day > 12 >= month:
                pass
            elif month > 12 >= day:
                day, month = month, day
            else:
                return None
    else:
        return None
    if not 1500 <= year < 2200:
        return None
    try:
        date(year, month, day)
    except ValueError:
        return None
    return {"year": year, "month": month, "day": day}
