"""Names of an article that the origin has nowhere, standing where one of the origin's is missing.

Translators explain, translate titles and add places, so a new name alone proves nothing, nor does a missing one. The
two are weighed together: where both stand, what touches them, and whether either may be an ordinary word.
"""

from collections.abc import Iterator
from itertools import islice
from math import exp
from typing import NamedTuple

from provenance.fidelity.name_words import Passage, Word, place_names, single_places
from provenance.fidelity.names import (
    CAPITALISING,
    Beside,
    Names,
    everyday,
    is_date,
    is_given,
    is_known,
    stands_in,
)
from provenance.fidelity.spellings import may_render
from provenance.lexicon.tables import table
from provenance.model.comparison import Difference, Kind
from provenance.words.inflection import is_compound

WEIGHTS = {
    "any": 1.0,
    "kept elsewhere": 3.0,
    "touched": 2.5,
    "foreign word": 2.5,
    "both places": 2.0,
    "everyday there": 2.0,
    "lost place": 1.0,
    "lost unknown": 0.5,
    "capitalising": -0.5,
    "known word": -1.0,
    "alone": 1.0,
    "many": -1.0,
    "more missing": -1.0,
    "lost opens": -1.0,
    "place": -1.5,
    "opens": -1.5,
    "accented": -1.5,
    "lost everyday": -1.5,
    "apart": -1.5,
    "repeated": -3.0,
}
"""What each sign adds to the log odds; learnt from translated news in which names had been exchanged, and rounded."""

TOLD, DOUBT, SUREST = -0.7, 1.5, 0.96
"""Log odds from which a pair is told, and what freer translations than those learnt from take off its confidence."""

FURTHEST = 0.5
MANY, LIST = 2, 12
"""New names in one passage above which it is an explanation, and from which on it is a list."""

NOUNS = ("ung", "ungen", "heit", "keit", "schaft", "ismus", "innen", "rin", "tion", "tionen")
"""Endings of German nouns."""


class Standing(NamedTuple):
    """A name and its number among the words of its passage."""

    number: int
    word: Word

    def place(self, passage: Passage) -> float:
        return self.number / len(passage.words)


def replaced(names: Names, beside: Beside) -> Iterator[Difference]:
    new = list(islice(new_names(names, beside), LIST))
    missing = list(missing_names(names, beside)) if new else []
    for name in new if missing and len(new) < LIST else ():
        odds, lost = max((odds_of(names, beside, name, other, len(new), len(missing)), other) for other in missing)
        if odds >= TOLD:
            yield Difference(
                Kind.NAME,
                name.word.span,
                lost.word.span,
                name.word.text,
                lost.word.text,
                round(min(SUREST, 1 / (1 + exp(DOUBT - odds))), 2),
                "replaced",
            )


def new_names(names: Names, beside: Beside) -> Iterator[Standing]:
    """The names of the article's passage that stand nowhere in the origin, in whatever form."""
    article, origin = names.article, names.origin
    for number, word in enumerate(beside.said.words):
        if (
            not word.is_name
            or word.bare in origin.counted
            or word.bare in article.small
            or is_date(word, article.language)
        ):
            continue
        if not place_names().get(word.bare, frozenset()).isdisjoint(origin.text.bare):
            continue
        if word.bare not in single_places() and (is_ordinary(word, article.language) or is_noun(word, names)):
            continue
        if not stands_in(word.bare, beside.around_meant):
            yield Standing(number, word)


def is_ordinary(word: Word, language: str) -> bool:
    """Whether a word is frequent, or stands before names without being one: `Saint`, `Lord`."""
    return word.bare in everyday(language) or word.text.lower() in table(language, "names").get("titles", ())


def is_noun(word: Word, names: Names) -> bool:
    """Whether a capital says nothing, because the language gives one to every noun and this may be one."""
    language = names.article.language
    if language not in CAPITALISING or is_given(word.bare):
        return False
    if is_known(word, language):
        return not is_known(word, names.origin.language)
    return is_compound(word.text.lower(), language) or word.bare.endswith(NOUNS)


def missing_names(names: Names, beside: Beside) -> Iterator[Standing]:
    """The names of the origin's passage that the article's has not, in whatever form."""
    origin = names.origin
    for number, word in enumerate(beside.meant.words):
        if word.is_name and word.bare not in origin.small and not is_date(word, origin.language):
            searched = beside.around if origin.counted[word.bare] == 1 else beside.said
            if not stands_in(word.bare, searched):
                yield Standing(number, word)


def signs(
    names: Names, beside: Beside, name: Standing, lost: Standing, new: int, missing: int
) -> Iterator[tuple[str, float]]:
    """What speaks for one name standing instead of the other, and what against."""
    article, origin = names.article, names.origin
    said, meant = beside.said, beside.meant
    yield "any", 1.0
    yield "kept elsewhere", lost.word.bare in article.counted
    yield "touched", touched(said, meant, name, lost)
    places = is_place(said, name) and is_place(meant, lost)
    known = is_known(name.word, article.language) and not places
    yield "both places", places
    yield "foreign word", is_known(name.word, origin.language) and not known and not places
    yield "everyday there", name.word.bare in everyday(origin.language) and not places
    yield "lost place", lost.word.bare in place_names()
    yield "lost unknown", not is_known(lost.word, origin.language)
    yield "capitalising", article.language in CAPITALISING
    yield "known word", known
    yield "alone", new == missing == 1
    yield "many", new > MANY
    yield "more missing", missing > new
    yield "lost opens", lost.word.opens
    yield "place", name.word.bare in single_places() and not places
    yield "opens", name.word.opens
    yield "accented", name.word.bare != name.word.text.lower() and not places
    yield "lost everyday", lost.word.bare in everyday(origin.language)
    yield "apart", min(FURTHEST, abs(name.place(said) - lost.place(meant)))
    yield "repeated", article.counted[name.word.bare] > 1


def odds_of(names: Names, beside: Beside, name: Standing, lost: Standing, new: int, missing: int) -> float:
    return sum(WEIGHTS[sign] * value for sign, value in signs(names, beside, name, lost, new, missing))


def is_place(passage: Passage, standing: Standing) -> bool:
    """Whether a name is a place's, alone or with the one that touches it."""
    word, number = standing.word.bare, standing.number
    beside = passage.words[max(0, number - 1) : number] + passage.words[number + 1 : number + 2]
    together = place_names().get(word, frozenset())
    return word in single_places() or any(other.bare in together and other.is_name for other in beside)


def touched(said: Passage, meant: Passage, name: Standing, lost: Standing) -> bool:
    """Whether the same word stands beside both."""
    for step in (-1, 1):
        own, other = name.number + step, lost.number + step
        if 0 <= own < len(said.words) and 0 <= other < len(meant.words):
            left, right = said.words[own].bare, meant.words[other].bare
            if len(left) > 2 and may_render(left, right):
                return True
    return False
