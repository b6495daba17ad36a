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

PLACES, LATIN_COLUMNS = ("places", "exonyms", "renderings"), 7
"""The tables of places, and how many of their columns are in Latin letters."""

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
    """A bare word of a place's name in any of the languages -> the words of its names in all of them, and of the
    country that a capital stands for in the news, or the other way round."""
    found: dict[str, set[str]] = {}
    for words in named_places():
        for word in words:
            found.setdefault(word, set()).update(words)
    alone = {word: frozenset(words) for word, words in found.items()}
    for names in rows("capitals"):
        capital, country = ({other for word in words_in(name) for other in alone.get(word, (word,))} for name in names)
        for ours, theirs in ((capital, country), (country, capital)):
            for word in ours:
                found.setdefault(word, {word}).update(theirs)
    return {word: frozenset(words) for word, words in found.items()}


def named_places() -> Iterator[set[str]]:
    """The bare words of all names of each place."""
    for subject in PLACES:
        for row in rows(subject):
            yield {word for cell in row[:LATIN_COLUMNS] for word in words_in(cell)}


def words_in(name: str) -> list[str]:
    return [bare(word) for word in WORD.findall(name) if word[0].isupper() and len(word) > 2]


@cache
def single_places() -> frozenset[str]:
    """The bare names of places that are one word: a part of a longer one is seldom a place by itself."""
    cells = (cell for subject in PLACES for row in rows(subject) for cell in row[:LATIN_COLUMNS])
    names = (name for cell in cells for name in cell.split("|"))
    return frozenset(bare(name) for name in names if WORD.fullmatch(name))
