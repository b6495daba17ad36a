"""A sentence cut into the tokens a note is made of: word classes, names, addresses, dates, languages, licences."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from provenance.attribution.credit_words import CreditWords, credit_words
from provenance.attribution.phrases import language_names
from provenance.attribution.printed_dates import day_of_month, read_date, time_of_day
from provenance.attribution.slots import CAPITAL, DATE, LICENCE, LINK, QUOTED
from provenance.attribution.word_classes import UNIT, Vocabulary, WordClass
from provenance.lexicon.tables import is_common
from provenance.model.article import Article, links_in
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import outlet_named

RESTARTS = frozenset(".;|•·–—-([:/,")
"""Signs after which a capital letter does not make a word a name."""

LABEL = pattern(r"[^:;|•·.\n]{1,70}? ?:(?!//)")
INITIAL = pattern(rf"(?:[{CAPITAL}]|St|Ste|Dr|Jr|Sr|Mc)\Z")
CAPITALS = pattern(rf"['’]?[{CAPITAL}\d]|[a-z]{{1,6}}[{CAPITAL}]|[dDlLoO]'[{CAPITAL}]")
LISTING = frozenset(",/&")
ADDRESSING = frozenset({WordClass.ORIGINAL, WordClass.SOURCE, WordClass.LEAD})
BARE = frozenset({"in", "bei", "aus"})
"""Prepositions after which a German noun without an article is a name."""

DONE = frozenset({WordClass.WRITE, WordClass.EDIT, WordClass.TRANSLATE, WordClass.ADAPT, WordClass.PICTURE})
SMALL = frozenset({"d'", "l'", "dell'", "the", "of"})
"""Words inside names besides particles."""

LONGEST_RUN, MOST_OF_NAME = 40, 6
SHORTEST_SMALL = 8
"""Letters of a name in small letters at the least."""


class Kind(Enum):
    WORD = "word"
    NAME = "name"
    LINK = "link"
    DATE = "date"
    LANGUAGE = "language"
    LICENCE = "licence"
    TITLE = "title"
    SIGN = "sign"
    UNKNOWN = "unknown"


class Token(NamedTuple):
    kind: Kind
    span: Span
    text: str
    word: WordClass | None = None


class Unit(NamedTuple):
    text: str
    start: int
    end: int


def is_title(words: str) -> bool:
    """Whether the words of a link are too many for a name, or have a dash between them."""
    return " - " in words or words.count(" ") > MOST_OF_NAME


def note_tokens(article: Article, span: Span, words: Vocabulary) -> list[Token]:
    """The tokens of one sentence, in order."""
    return list(_Cutter(article, span, words).tokens())


@cache
def _fixed_shapes() -> dict[Kind, re.Pattern[str]]:
    return {
        Kind.LINK: re.compile(LINK),
        Kind.LICENCE: re.compile(LICENCE),
        Kind.TITLE: re.compile(QUOTED),
    }


@cache
def _dates() -> re.Pattern[str]:
    return re.compile(DATE)


class _Cutter:
    """Reads the units of a sentence from left to right."""

    def __init__(self, article: Article, span: Span, words: Vocabulary) -> None:
        self.plain, self.language = article.text.plain, article.language
        self.span, self.words = span, words
        self.units = [Unit(found.group(), *found.span()) for found in UNIT.finditer(self.plain, *span)]
        self.folded = [unit.text.lower() for unit in self.units]
        self.vocabulary: CreditWords = credit_words(words.language)
        self.label_end = -1
        self.links = {link.span.start: link for link in links_in(article, span)}

    def tokens(self) -> Iterator[Token]:
        at, restarted, last = 0, True, Kind.SIGN
        while at < len(self.units):
            if restarted:
                label = LABEL.match(self.plain, self.units[at].start, self.span.end)
                self.label_end = label.end() if label else -1
            kind, word, size = self._read(at, restarted)
            span = Span(self.units[at].start, self.units[at + size - 1].end)
            text = self.plain[span.start : span.end]
            if kind is Kind.LINK and (link := self.links.get(span.start)):
                text = f"[{text}]({link.url})"
            if kind is Kind.SIGN and last is Kind.NAME and text.isdigit():
                kind = Kind.UNKNOWN  # the name of an account: "Maud Ferlin 214"
            token = Token(kind, span, text, word)
            last = kind
            yield token
            restarted = token.kind is Kind.SIGN and token.text in RESTARTS
            at += size

    def _read(self, at: int, restarted: bool) -> tuple[Kind, WordClass | None, int]:
        if size := self._fixed_at(at, Kind.LINK) or self._title_link_at(at):
            return Kind.LINK, None, size
        unit = self.units[at]
        if unit.text in "\"«»“„*'" and (size := self._fixed_at(at, Kind.TITLE)):
            return Kind.TITLE, None, size
        if size := self._underlined_at(at):
            return Kind.TITLE, None, size
        if size := self._licence_at(at):
            return Kind.LICENCE, None, size
        found = self.words.at(self.folded, at) if self._may_be_word(at, restarted) else None
        while found and not self._is_all_lower(at, found[1], restarted):
            found = self.words.at(self.folded, at, most=found[1] - 1)
        if found and not (found[0] is WordClass.MACHINE and self._opens_name(at, found[1])):
            return Kind.WORD, found[0], found[1]
        if self.folded[at] in language_names() and len(unit.text) > 3:
            return Kind.LANGUAGE, None, 1
        if size := self._date_at(at):
            return Kind.DATE, None, size
        if size := self._name_at(at) or self._is_small_outlet(at):
            return (Kind.UNKNOWN if self._is_noun(at, size) else Kind.NAME), None, size
        is_word = unit.text[0].isalnum() and not unit.text.isdigit()
        return (Kind.UNKNOWN if is_word else Kind.SIGN), None, 1

    def _licence_at(self, at: int) -> int:
        is_likely = at < len(self.units) and self.folded[at] in ("cc", "creative")
        return self._fixed_at(at, Kind.LICENCE) if is_likely else 0

    def _underlined_at(self, at: int) -> int:
        """How many units from a place are a title set off by underscores, which are no units."""
        start = self.units[at].start - 1
        if start <= self.span.start or self.plain[start] != "_":
            return 0
        found = _fixed_shapes()[Kind.TITLE].match(self.plain, start, self.span.end)
        return self._size(at, found.end()) if found else 0

    def _fixed_at(self, at: int, kind: Kind) -> int:
        found = _fixed_shapes()[kind].match(self.plain, self.units[at].start, self.span.end)
        if found and kind is Kind.LINK and found.group()[0].isupper() and not registered_domain(found.group()):
            return 0
        return self._size(at, found.end()) if found else 0

    def _title_link_at(self, at: int) -> int:
        """How many units from a place are a link whose words are neither a name nor a note's: the title it leads to."""
        if (link := self.links.get(self.units[at].start)) is None:
            return 0
        size = self._size(at, link.span.end)
        inside = range(at, at + size)
        words = self.plain[slice(*link.span)]
        if is_title(words) or (self.units[at - 1].text == ":" and self._is_label(at - 2)):
            return size
        strange = (self.folded[here] for here in inside if self.units[here].text.islower() and not self._is_small(here))
        return size if any(word not in self.words.wordings for word in strange) else 0

    def _is_label(self, at: int) -> bool:
        """Whether the unit at a place, or the one before it, says that an address follows."""
        found = (self.words.at(self.folded, here) for here in (at, at - 1) if here >= 0)
        return any(word and word[0] in ADDRESSING for word in found)

    def _size(self, at: int, end: int) -> int:
        """How many units from a place end by an offset."""
        size = 1
        while at + size < len(self.units) and self.units[at + size].start < end:
            size += 1
        return size

    def _date_at(self, at: int) -> int:
        unit = self.units[at]
        if not unit.text[0].isdigit() and self.folded[at] not in self.vocabulary.dates:
            return 0
        found = _dates().match(self.plain, unit.start, min(self.span.end, unit.start + 40))
        if found and read_date(found.group(), self.language):
            return self._size(at, found.end())
        end = day_of_month(self.plain, unit.start, self.span.end) or self._time_at(at)
        return self._size(at, end) if end else 0

    def _time_at(self, at: int) -> int | None:
        """Where a time of day that begins at a place ends, unless it is an outlet: "20 Minuten"."""
        start = self.units[at].start
        end = time_of_day(self.plain, start, self.span.end)
        return None if end is None or outlet_named(self.plain[start:end]) else end

    def _may_be_word(self, at: int, restarted: bool) -> bool:
        unit = self.units[at]
        if restarted or unit.text.islower() or self.words.capital_nouns or unit.end <= self.label_end:
            return True
        found = self.words.at(self.folded, at)
        return found is not None and found[0] is WordClass.MACHINE

    def _is_all_lower(self, at: int, size: int, restarted: bool) -> bool:
        """Whether no later word of a wording is a capital one, which a name opens with: "da Agência Brasil"."""
        units = self.units[at + 1 : at + size]
        if (
            restarted
            or self.words.capital_nouns
            or self.units[at].text.isupper()
            or self.units[at].end <= self.label_end
        ):
            return True
        return all(unit.text.islower() or not unit.text.isalpha() for unit in units)

    def _opens_name(self, at: int, size: int) -> bool:
        """Whether a program's name is rather a given name: a capital word follows it."""
        follows = self.units[at + size] if at + size < len(self.units) else None
        return self.units[at].text[0].isupper() and follows is not None and bool(CAPITALS.match(follows.text))

    def _name_at(self, at: int) -> int:
        """How many units from a place are a name or a list of names."""
        if not self._is_capital(at) or self._labels(at):
            return 0
        end, here = at + 1, at + 1
        while here < min(len(self.units), at + LONGEST_RUN):
            unit = self.units[here]
            if self._is_capital(here) and not self._labels(here):
                end = here = here + 1
            elif unit.text == "." and INITIAL.match(self.units[here - 1].text):
                here += 1
                end = here
            elif self._begins_anew(here) or (unit.text == "," and self._licence_at(here + 1)):
                break
            elif unit.text.isdigit() and self._names_outlet(at, here):
                here += 1
                end = here
            elif unit.text in LISTING or self._is_small(here):
                here += 1
                if here - end > 3:
                    break
            else:
                break
        return end - at

    def _names_outlet(self, at: int, last: int) -> bool:
        """Whether a figure closes the name of an outlet: "France 24"."""
        return outlet_named(self.plain[self.units[at].start : self.units[last].end]) is not None

    def _is_small_outlet(self, at: int) -> bool:
        """Whether a word in small letters is an outlet that writes itself so: "franceinfo"."""
        word = self.units[at].text
        if not word.islower() or len(word) < SHORTEST_SMALL:
            return False
        known = outlet_named(word)
        return known is not None and word in (known.name, *known.aliases)

    def _is_noun(self, at: int, size: int) -> bool:
        """Whether a capital word is a noun where nouns have capitals, and no outlet that is called like one."""
        bare = at > 0 and self.folded[at - 1] in BARE
        noun = self.words.capital_nouns and size == 1 and not bare and is_common(self.words.language, self.folded[at])
        return noun and outlet_named(self.units[at].text) is None

    def _is_capital(self, at: int) -> bool:
        """Whether a unit can be part of a name; a figure only before a capital word ("20 Minutes")."""
        unit = self.units[at].text
        behind = self.units[at + 1].text if at + 1 < len(self.units) else ""
        if self.folded[at] in self.vocabulary.dates and behind[:1].isdigit():
            return False
        if unit[0].isdigit():
            return behind[:1].isupper() and not self._date_at(at)
        return bool(CAPITALS.match(unit)) and unit[0].isalnum()

    def _labels(self, at: int) -> bool:
        """Whether a capital word behind a name opens what is told next: "Maud Ferlin Photos :", "Recueilli par"."""
        found = self.words.at(self.folded, at)
        behind = at + found[1] if found else len(self.units)
        if not found or behind >= len(self.units):
            return False
        by = found[0] in DONE and self.words.at(self.folded, behind)
        return self.units[behind].text == ":" or bool(by and by[0] is WordClass.BY)

    def _begins_anew(self, at: int) -> bool:
        """Whether a joining word repeats the preposition before the next name: "de X et de Y"."""
        if self.folded[at] not in self.vocabulary.join or at + 1 >= len(self.units):
            return False
        found = self.words.at(self.folded, at + 1)
        return found is not None and found[0] in (WordClass.OF, WordClass.BY, WordClass.IN, WordClass.WITH)

    def _is_small(self, at: int) -> bool:
        word = self.folded[at]
        return word in self.vocabulary.join or word in self.vocabulary.particles or word in SMALL
