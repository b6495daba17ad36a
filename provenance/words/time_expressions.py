"""The expressions of time in an article: which words, of what kind, and which days they mean.

Words of time are found in one pass; only around them is the text cut into tokens and held against the grammar of its
language (see `calendar_words`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from provenance.model.article import Article, derived
from provenance.model.dating import PartialDate
from provenance.model.text import Span, Text
from provenance.words.calendar_words import (
    PUNCTUATION,
    UNKNOWN,
    CalendarWords,
    Entry,
    Piece,
    Slots,
    Value,
    calendar_words,
    split,
)
from provenance.words.intervals import Interval
from provenance.words.resolution import resolve_slots

REACH = 45
"""Characters around a word of time in which the rest of its expression stands."""

SENTENCE = re.compile(r"[.!?…;:]\s|\n|[«»“”\"]")
TENSE_REACH = 90
WORD = re.compile(r"[^\W\d_]+")
NUMERIC = re.compile(r"(?<![\w./-])(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?![\w/-])")
YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
OPENERS = ".!?:…\n«»“”\"'(–—-|•*"


class TimeKind(StrEnum):
    """`DATE` is a day and month without a year; `ABSOLUTE` names its year; the last three need no anchor at all."""

    DEICTIC = "deictic"
    WEEKDAY = "weekday"
    MONTH = "month"
    SEASON = "season"
    DATE = "date"
    VAGUE = "vague"
    NOW = "now"
    TODAY = "today"
    ABSOLUTE = "absolute"
    DURATION = "duration"
    ANAPHORIC = "anaphoric"
    RECURRING = "recurring"


@dataclass(frozen=True)
class TimeExpression:
    """One expression: its words, its kind, what its words say, and whether its sentence looks ahead.

    `places` says where the word of each slot stands.
    """

    span: Span
    kind: TimeKind
    slots: Slots
    future: bool = False
    places: Mapping[str, Span] = field(default_factory=dict)

    def resolve(self, anchor: date) -> Interval | None:
        """The days meant, for a reader on the day `anchor`; None where the words do not say."""
        if self.kind in (TimeKind.DURATION, TimeKind.ANAPHORIC, TimeKind.RECURRING, TimeKind.VAGUE):
            return None
        try:
            return resolve_slots(self.slots, anchor, future=self.future)
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
    return tuple(found for block in article.own for found in expressions_in(article.text, block.span, calendar))


def expressions_in(text: Text, span: Span, calendar: CalendarWords) -> list[TimeExpression]:
    """The expressions of time in a stretch of text, in reading order."""
    found = [
        expression for window in windows(text, span, calendar) for expression in parse(text, window, span, calendar)
    ]
    numeric = list(numeric_dates(text, span, calendar))
    if numeric:
        taken = [expression.span for expression in numeric]
        found = [expression for expression in found if not any(expression.span.overlaps(other) for other in taken)]
        found = sorted([*found, *numeric], key=lambda expression: expression.span)
    return found


def windows(text: Text, span: Span, calendar: CalendarWords) -> Iterator[Span]:
    """The surroundings of the words of time, joined where they meet, cut between words."""
    folded = text.folded[span.start : span.end]
    start = end = -1
    for hit in calendar.triggers.find(folded):
        if hit.start - REACH > end:
            if end > 0:
                yield _whole_words(folded, start, end, span)
            start = max(0, hit.start - REACH)
        end = hit.end + REACH
    if end > 0:
        yield _whole_words(folded, start, end, span)


def _whole_words(folded: str, start: int, end: int, span: Span) -> Span:
    end = min(end, len(folded))
    while start > 0 and folded[start - 1].isalnum() and folded[start].isalnum():
        start += 1
    while end < len(folded) and folded[end - 1].isalnum() and folded[end].isalnum():
        end -= 1
    return Span(span.start + start, span.start + max(start, end))


@dataclass(frozen=True, slots=True)
class Read:
    """A token, or an entry of several, as the grammar sees it."""

    start: int
    end: int
    letter: str
    slots: tuple[tuple[str, Value], ...] = ()


def parse(text: Text, window: Span, block: Span, calendar: CalendarWords) -> Iterator[TimeExpression]:
    tokens = list(read_tokens(text, window, block, calendar))
    row = "".join(token.letter for token in tokens)
    for kind, start, end in calendar.matches(row):
        matched = tokens[start:end]
        span = Span(matched[0].start, matched[-1].end)
        slots = slots_of(matched)
        places = {name: Span(token.start, token.end) for token in reversed(matched) for name, _ in token.slots}
        yield TimeExpression(span, _kind(kind, slots), slots, looks_ahead(text, span, block, calendar), places)


def _kind(kind: str, slots: Slots) -> TimeKind:
    if kind == "absolute-season" or (kind in ("date", "month") and "year" in slots):
        return TimeKind.ABSOLUTE
    return TimeKind(kind)


def read_tokens(text: Text, window: Span, block: Span, calendar: CalendarWords) -> Iterator[Read]:
    """The tokens of a window with their letters; entries of several words are one token."""
    pieces = [unowned(piece, calendar) for piece in split(text.folded, window.start, window.end)]
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        length, entry = 1, calendar.joined.get((piece.word,))
        for phrase in calendar.phrases.get(piece.word, ()):
            if len(phrase) <= len(pieces) - number and all(
                pieces[number + index].word == word for index, word in enumerate(phrase)
            ):
                length, entry = len(phrase), calendar.joined[phrase]
                break
        last = pieces[number + length - 1]
        number += length
        if piece.word in calendar.abbreviations and number < len(pieces) and pieces[number].word == ".":
            last = pieces[number]
            number += 1
        elif entry is not None and piece.word in calendar.dotted and not _before_day(pieces, number, entry):
            entry = None
        if entry is None:
            yield _unlisted(piece, calendar)
            continue
        capital = text.plain[piece.start] != text.folded[piece.start]
        if entry.capitalised and not capital:
            yield Read(piece.start, last.end, UNKNOWN)
            continue
        guarded = entry.guarded and capital and (entry.capitalised or not _opens(text, piece.start, block, entry))
        yield Read(piece.start, last.end, entry.guarded if guarded else entry.letter, entry.slots)


def _before_day(pieces: list[Piece], number: int, entry: Entry) -> bool:
    """Whether an abbreviation without its full stop is one all the same ("Sun 3", with a capital that is a must)."""
    return entry.capitalised and number < len(pieces) and pieces[number].word.isdecimal()


def unowned(piece: Piece, calendar: CalendarWords) -> Piece:
    """The word without the apostrophe of a genitive ("Monday's")."""
    if piece.word[-1] != "'" or len(piece.word) == 1 or piece.word in calendar.starts:
        return piece
    return Piece(piece.word[:-1], piece.start, piece.end - 1)


NUMBER = re.compile(r"(\d{1,4})([a-zªº°]*)")


def _unlisted(piece: Piece, calendar: CalendarWords) -> Read:
    """A number, a mark of punctuation the grammar knows, or nothing it knows."""
    number = NUMBER.fullmatch(piece.word)
    if number is None:
        return Read(piece.start, piece.end, piece.word if piece.word in PUNCTUATION else UNKNOWN)
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
    if not categories:
        return Read(piece.start, piece.end, UNKNOWN)
    slots = tuple(("number" if name == "digit" else name, value) for name in categories)
    return Read(piece.start, piece.end, calendar.numeral(*categories), slots)


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


def looks_ahead(text: Text, span: Span, block: Span, calendar: CalendarWords) -> bool:
    """Whether what stands nearest to an expression in its sentence speaks of what is to come."""
    start, end = max(block.start, span.start - TENSE_REACH), min(block.end, span.end + TENSE_REACH)
    before = SENTENCE.split(text.folded[start : span.start])[-1]
    after = SENTENCE.split(text.folded[span.end : end], maxsplit=1)[0]
    future, past = (
        min(_cue(WORD.findall(before)[::-1], *cues), _cue(WORD.findall(after), *cues)) for cues in calendar.tenses
    )
    return future < past


def _cue(words: list[str], listed: frozenset[str], endings: tuple[str, ...]) -> int:
    """How many words away the first cue of a tense is; far where there is none."""
    for distance, word in enumerate(words):
        if word in listed or (len(word) > 4 and endings and word.endswith(endings)):
            return distance
    return TENSE_REACH


def numeric_dates(text: Text, span: Span, calendar: CalendarWords) -> Iterator[TimeExpression]:
    """Dates in figures: `2024-10-03`, `3/10/2024`, `3.10.24`. Where day and month could be swapped in English, none."""
    for found in NUMERIC.finditer(text.plain, *span):
        first, _, second, third = found.groups()
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
