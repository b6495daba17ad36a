"""The words of time of a language and the grammar that joins them, compiled from its `dates.toml`.

Every word belongs to one or more categories (weekday, month, unit, direction, ...). A text is turned into a row of
letters, one a token, where each set of categories has its letter; the forms of the language are one regular expression
over such rows, so that a whole grammar is matched in one go and only where a word of time stands.
"""

import re
from collections.abc import Container, Iterator, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from provenance.lexicon.tables import Table, table
from provenance.model.patterns import pattern
from provenance.model.record import fresh, record
from provenance.words.literals import Literals

TOKEN = pattern(r"\d++(?:er|re|e|st|nd|rd|th|º|ª|°|o)?+(?![^\W_])|[^\W\d_]++(?:['-][^\W\d_]++)*+'?+|[^\W_]++|\S")
PIECE = pattern(r"[^\W\d_]++'?+|-")
NAME = pattern(r"[a-z]+(?:-[a-z]+)*")
TRIGGERS = frozenset(
    (
        "weekday",
        "weekdays",
        "holiday",
        "month",
        "season",
        "unit",
        "deictic",
        "morrow",
        "lastunit",
        "thisunit",
        "part",
        "today",
        "vague",
        "now",
        "recent",
    )
)
"""The categories of which every expression has one."""

WEAK = frozenset({"unit", "part"})
COMPANIONS = frozenset(
    {"this", "direction", "ago", "there-is", "atras", "edge", "recent", "beside", "beyond", "following"}
)
"""A bare unit ("days", "morning") says nothing without one of these."""

UNKNOWN = "~"
PUNCTUATION = frozenset(",.-/")
FIRST_LETTER = 0xE000
"""Categories get letters of the private use area, so that none is special in a regular expression."""

REMEMBERED = 20_000
"""Rows whose forms, and words whose tense, are kept in memory."""

LONGEST_ROW = 24
"""Tokens up to which a row is worth keeping."""

TIME_OF_DAY = r"(?:\d[\w:.]*+|[ap]\.m\.|e[sd]t|gmt|noon|midnight|on|las?|les?|el|a|o|os|den|dem|de)(?= )"
"""What may stand between a preposition and a day, its article too."""

SHORT_WORD = 4
"""Letters up to which an ending says nothing."""

Value = str | int
Slots = Mapping[str, Value]


class Entry(NamedTuple):
    """What a word may stand for: its categories with their values (0 where a category has none)."""

    slots: tuple[tuple[str, Value], ...]
    letter: str
    guarded: str
    capitalised: bool


class Piece(NamedTuple):
    """One token of a text on its way into a row of letters."""

    word: str
    start: int
    end: int


STRANGE = Piece(UNKNOWN, 0, 0)


@record(slots=False)
class CalendarWords:
    """A language's words of time, by their folded form, with its grammar and its triggers."""

    language: str
    source: Table
    _matched: dict[str, tuple[tuple[str, int, int], ...]] = fresh(default_factory=dict, compare=False)

    _tense_of: dict[str, int] = fresh(default_factory=dict, compare=False)

    _by_letter: dict[str, list[tuple[str, re.Pattern[str]]]] = fresh(default_factory=dict, compare=False)

    @cached_property
    def _categories(self) -> dict[str, dict[str, Value]]:
        """For each word its categories with their values."""
        words: dict[str, dict[str, Value]] = {}
        for category, values in self.source.get("words", {}).items():
            for value, spellings in values.items():
                for word in spellings:
                    words.setdefault(word, {})[category] = int(value) if value.lstrip("-").isdigit() else value
        for word, categories in list(words.items()):
            if "weekday" in categories:
                for ending in self.source.get("weekday_endings", ()):
                    words.setdefault(word + ending, {}).update(categories, part=ending)
        for category, spellings in self.source.get("glue", {}).items():
            for word in spellings:
                words.setdefault(word, {})[category] = 0
        return words

    @cached_property
    def _letters(self) -> dict[tuple[frozenset[str], bool], str]:
        """A letter for every set of categories, once as it is and once guarded."""
        kinds = {frozenset(categories) for categories in self._categories.values()}
        kinds |= {
            frozenset({"day", "digit"}),
            frozenset({"digit"}),
            frozenset({"year"}),
            frozenset({"day", "nth"}),
            frozenset({"nth"}),
        }
        pairs = [(kind, guarded) for kind in sorted(kinds, key=sorted) for guarded in (False, True)]
        return {pair: chr(FIRST_LETTER + number) for number, pair in enumerate(pairs)}

    def numeral(self, *categories: str) -> str:
        return self._letters[frozenset(categories), False]

    @cached_property
    def entries(self) -> dict[str, Entry]:
        capitalised = frozenset(self.source.get("capitalised", ()))
        always = frozenset(self.source.get("always_guarded", ()))
        names = frozenset(self.source.get("names", ()))
        entries = {}
        for word, categories in self._categories.items():
            kind = frozenset(categories)
            plain, guarded = self._letters[kind, False], self._letters[kind, True]
            entries[word] = Entry(
                slots=tuple(categories.items()),
                letter=guarded if word in always else plain,
                guarded=guarded if word in names or word in always else "",
                capitalised=bool(capitalised & kind),
            )
        return entries

    @cached_property
    def phrases(self) -> dict[str, tuple[tuple[list[str], Entry], ...]]:
        """Entries of several tokens by their first, longest first."""
        found: dict[str, list[tuple[list[str], Entry]]] = {}
        for word, entry in self.entries.items():
            pieces = [piece.word for piece in split(word, 0, len(word))]
            if len(pieces) > 1:
                found.setdefault(pieces[0], []).append((pieces, entry))
        return {first: tuple(sorted(having, key=lambda pair: -len(pair[0]))) for first, having in found.items()}

    @cached_property
    def usual(self) -> dict[str, Entry]:
        """Entries that stand for themselves, whatever their case and what follows."""
        special = self.phrases.keys() | self.abbreviations | self.dotted
        return {
            word: entry
            for word, entry in self.entries.items()
            if word not in special and not (entry.guarded or entry.capitalised)
        }

    @cached_property
    def starts(self) -> frozenset[str]:
        """The tokens an entry is made of."""
        return frozenset(piece.word for word in self.entries for piece in split(word, 0, len(word)))

    @cached_property
    def triggers(self) -> Literals[bool]:
        """The words without which there is no expression of time, and whether one of them is enough for one."""
        kinds = ((word, categories.keys()) for word, categories in self._categories.items())
        chosen = ((word, bool(having & TRIGGERS - WEAK)) for word, having in kinds if having & TRIGGERS)
        return Literals(chosen, overlapping=True)

    @cached_property
    def companions(self) -> Literals[bool]:
        """The words one of which stands beside every word that is not enough."""
        chosen = ((word, True) for word, kinds in self._categories.items() if not COMPANIONS.isdisjoint(kinds))
        return Literals(chosen, overlapping=True)

    @cached_property
    def forms(self) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
        """Every form over rows of letters: its kind, its expression, and that compiled when it is first tried."""
        listed = [(kind, self._pattern(form)) for kind, forms in self.source.get("forms", {}).items() for form in forms]
        return tuple((kind, written, pattern(written)) for kind, written in listed)

    def _forms_with(self, letter: str) -> list[tuple[str, re.Pattern[str]]]:
        """The forms that speak of a letter: no other form can begin with it."""
        if (known := self._by_letter.get(letter)) is None:
            known = [(kind, form) for kind, written, form in self.forms if letter in written]
            self._by_letter[letter] = known
        return known

    def matches(self, row: str) -> tuple[tuple[str, int, int], ...]:
        """The kind of every form in a row and where it stands.

        The leftmost counts, of those the longest, then the first listed; but one that begins inside it and reaches
        beyond is meant instead ("on August 2" is no "on August"). The same few rows come again and again.
        """
        if (known := self._matched.get(row)) is None:
            known = tuple(self._find(row))
            if len(row) <= LONGEST_ROW and len(self._matched) < REMEMBERED:
                self._matched[row] = known
        return known

    def _find(self, row: str) -> Iterator[tuple[str, int, int]]:
        position = 0
        while position < len(row):
            start = position
            kind, end = self._longest(row, start)
            if end == start:
                position += 1
                continue
            for inside in range(start + 1, end):
                other, beyond = self._longest(row, inside)
                if beyond > end:
                    kind, start, end = other, inside, beyond
                    break
            yield kind, start, end
            position = end

    def _longest(self, row: str, start: int) -> tuple[str, int]:
        kind, end = "", start
        for name, form in self._forms_with(row[start]):
            if (match := form.match(row, start)) and match.end() > end:
                kind, end = name, match.end()
        return kind, end

    def _pattern(self, form: str) -> str:
        written = re.sub(r"([,./-])(?=\s|\?|$)", lambda found: "\\" + found.group(1), form)
        written = written.replace("(", "(?:").replace(" ", "\0")
        return NAME.sub(lambda found: self._class(found.group()), written).replace("\0", "")

    def _class(self, name: str) -> str:
        sure = name.startswith("sure-")
        category = name.removeprefix("sure-")
        letters = [
            letter for (kind, guarded), letter in self._letters.items() if category in kind and not (sure and guarded)
        ]
        return f"[{''.join(letters)}]" if letters else "(?!)"

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words after which a full stop belongs to them."""
        return frozenset(self.source.get("abbreviations", ()))

    @cached_property
    def dotted(self) -> frozenset[str]:
        """Abbreviations that are words of another meaning without their full stop."""
        return frozenset(self.source.get("dotted", ()))

    @cached_property
    def tenses(self) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
        """The words and the endings of words that look ahead, and those that look back."""
        cues = (self.source.get(name, {}) for name in ("future", "past"))
        return tuple((frozenset(cue.get("words", ())), tuple(cue.get("endings", ()))) for cue in cues)

    @cached_property
    def leading(self) -> re.Pattern[str]:
        """Words right before an expression, the time of day aside, that make it one to come ("by noon on Monday")."""
        leading = sorted(self.source.get("future", {}).get("leading", ()), key=len, reverse=True)
        words = "|".join(map(re.escape, leading))
        return re.compile(rf"(?<!\w)(?:{words or '(?!)'})(?: {TIME_OF_DAY})*+ ?")

    def tense(self, word: str) -> int:
        """1 for a word (or two) that looks ahead, -1 for one that looks back, else 0; listed words before endings."""
        if (known := self._tense_of.get(word)) is None:
            (ahead, ahead_endings), (back, back_endings) = self.tenses
            long = len(word) > SHORT_WORD and " " not in word
            known = 0
            if word in ahead or (word not in back and long and ahead_endings and word.endswith(ahead_endings)):
                known = 1
            elif word in back or (long and back_endings and word.endswith(back_endings)):
                known = -1
            if len(self._tense_of) < REMEMBERED:
                self._tense_of[word] = known
        return known


def split(folded: str, start: int, end: int, known: Container[str] | None = None) -> Iterator[Piece]:
    """The tokens of a stretch of folded text, compounds and elided articles apart.

    With `known`, a word that is neither known nor a number is read as unknown, and one that is known without the
    apostrophe of a genitive ("Monday's") without it.
    """
    for found in TOKEN.finditer(folded, start, end):
        word = found.group()
        if known is not None and word in known:
            yield Piece(word, *found.span())
        elif ("'" in word or "-" in word) and len(word) > 1:
            for piece in PIECE.finditer(folded, *found.span()):
                yield _owned(Piece(piece.group(), *piece.span()), known)
        elif known is None or not word.isalpha():
            yield Piece(word, *found.span())
        else:
            yield STRANGE


def _owned(piece: Piece, known: Container[str] | None) -> Piece:
    if known is None or piece.word in known:
        return piece
    return Piece(piece.word[:-1], piece.start, piece.end - 1) if piece.word[:-1] in known else STRANGE


@cache
def calendar_words(language: str | None) -> CalendarWords | None:
    """The calendar of a language (BCP 47), or None where there is no data for it."""
    source = table(language.split("-")[0], "dates") if language else {}
    return CalendarWords(language.split("-")[0], source) if language and source else None
