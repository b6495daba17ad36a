"""The words of a sentence as names are compared: bare, without elided articles and possessives, hyphens apart."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from provenance.fidelity.sides import Side
from provenance.lexicon.tables import rows, table
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.words.names import ELISIONS
from provenance.words.nearness import bare

WORD = pattern(r"[^\W\d_]++(?:'[^\W\d_]++)*+")
LONGEST_WORD = 60
OPENING = " \t\n\"“”«»„‘'‹›([-–—¿¡•*"
ENDS = ".!?:…"
NEAR = 5
"""Characters before a word that tell whether it opens a sentence."""

LATIN_COLUMNS = 7
"""Columns of the tables of places that are in Latin letters."""

SHORTEST = 4
"""Letters of a name that is compared: shorter ones are near too many words."""


class Word(NamedTuple):
    """A word as printed, bare, where it starts, and whether it opens its sentence or a quotation in it."""

    text: str
    bare: str
    start: int
    opens: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))

    @property
    def is_name(self) -> bool:
        """Whether it is written as a name: a capital, then small letters."""
        return len(self.text) >= SHORTEST and self.text[0].isupper() and not self.text.isupper()


class Passage(NamedTuple):
    """The words of a sentence or of several, in order, and their bare forms."""

    words: tuple[Word, ...]
    bare: frozenset[str]


def passages(side: Side) -> list[Passage]:
    """One a sentence."""
    plain = side.article.text.plain
    return [passage_of(_words(plain, span)) for span in side.sentences]


def passage_of(words: Iterable[Word]) -> Passage:
    kept = tuple(words)
    return Passage(kept, frozenset(word.bare for word in kept))


def together(several: Iterable[Passage]) -> Passage:
    return passage_of(word for each in several for word in each.words)


def _words(plain: str, span: Span) -> Iterator[Word]:
    for found in WORD.finditer(plain, *span):
        text, start = found.group(), found.start()
        if len(text) > LONGEST_WORD:
            continue
        first, elided, rest = text.partition("'")
        if elided and first.lower() in ELISIONS:
            text, start = rest, start + len(first) + 1
        text = text.removesuffix("'s").removesuffix("'S")
        before = plain[max(span.start, found.start() - NEAR) : found.start()].rstrip(OPENING)
        yield Word(text, bare(text), start, not before or before[-1] in ENDS)


@cache
def calendar_names(language: str) -> frozenset[str]:
    """The bare names of weekdays, months, seasons and feasts: they are dates, not names."""
    words = table(language, "dates").get("words", {})
    kinds = ("weekday", "weekdays", "month", "season", "holiday", "deictic", "today")
    return frozenset(
        bare(part)
        for kind in kinds
        for forms in words.get(kind, {}).values()
        for form in ([forms] if isinstance(forms, str) else forms)
        for part in WORD.findall(form)
    )


@cache
def place_names() -> dict[str, frozenset[str]]:
    """A bare word of a place's name in any of the languages -> the words of its names in all of them."""
    found: dict[str, set[str]] = {}
    for subject in ("places", "exonyms", "renderings"):
        for row in rows(subject):
            words = {bare(word) for cell in row[:LATIN_COLUMNS] for word in WORD.findall(cell) if is_telling(word)}
            for word in words:
                found.setdefault(word, set()).update(words)
    return {word: frozenset(words) for word, words in found.items()}


def is_telling(word: str) -> bool:
    return word[0].isupper() and len(word) > 2
