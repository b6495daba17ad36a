"""Names of an article that are a slip away from a name of the passage they render."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from provenance.fidelity.name_words import Passage, Word, place_names
from provenance.fidelity.names import (
    Beside,
    Names,
    Whole,
    everyday,
    is_date,
    is_given,
    is_known,
    is_translated,
)
from provenance.fidelity.spellings import (
    MOST_EDITS,
    edits,
    is_carried_over,
    is_exchange,
    is_near,
    is_vowel_change,
    may_render,
)
from provenance.lexicon.tables import languages
from provenance.model.comparison import Difference, Kind
from provenance.words.figures import are_variants
from provenance.words.inflection import is_inflection

CERTAIN, TWO_EDITS, SHORT, TRANSLITERATED, EXCHANGED, KNOWN, NAMESAKE = 0.97, 0.92, 0.85, 0.7, 0.65, 0.75, 0.5
BRIEF = 4
"""Letters of a name that is near too many others to be sure."""

ENDING, STEM = 3, 4
"""Letters at the end of a word in which languages differ, and at its start in which they then do not."""


class Slip(NamedTuple):
    word: Word
    right: Word
    confidence: float


def misspelt(names: Names, beside: Beside) -> Iterator[Difference]:
    for word in beside.said.words:
        if word.is_name and word.bare not in names.origin.counted and (slip := nearest(names, beside, word)):
            yield Difference(
                Kind.NAME,
                word.span,
                slip.right.span,
                word.text,
                slip.right.text,
                slip.confidence,
                "misspelt",
                replacement=slip.right.text,
            )


def nearest(names: Names, beside: Beside, word: Word) -> Slip | None:
    """The name of the origin's passage that a word seems to be a slip of."""
    found = [
        Slip(word, right, certainty)
        for right in near(beside.around_meant.words, word) or near(alike_in_length(names.origin, word), word)
        if (certainty := sureness(names, beside, word, right))
    ]
    return min(found, key=lambda slip: (edits(word.bare, slip.right.bare), -slip.confidence), default=None)


def near(words: Iterable[Word], word: Word) -> list[Word]:
    return [right for right in words if right.is_name and is_near(word.bare, right.bare)]


def alike_in_length(origin: Whole, word: Word) -> Iterator[Word]:
    for length in range(len(word.bare) - MOST_EDITS, len(word.bare) + MOST_EDITS + 1):
        yield from origin.names.get(length, ())


def sureness(names: Names, beside: Beside, word: Word, right: Word) -> float:
    """How sure it is that a word is a slip of a name so near to it; 0 where languages put the two apart."""
    article, origin = names.article, names.origin
    if (
        is_ending(names, word, right)
        or right.bare in place_names().get(word.bare, ())
        or are_variants(word.bare, right.bare)
        or is_date(right, origin.language)
        or is_carried_over(word, right)
        or is_cognate(names, word, right)
    ):
        return 0.0
    kept = right.bare in article.counted
    if is_exchange(word.bare, right.bare):
        if is_known(word, article.language) or right.bare in everyday(origin.language):
            return 0.0
        told = is_known(right, origin.language) and not is_transliterated(names, beside, word)
        return EXCHANGED if kept or told else 0.0
    if is_given(word.bare) and is_vowel_change(word.bare, right.bare):
        return NAMESAKE if kept else 0.0
    if is_known(word, article.language) or word.bare in article.small:
        return KNOWN if is_another(names, beside, word, right) else 0.0
    if is_vowel_change(word.bare, right.bare) and not is_known(right, origin.language):
        return TRANSLITERATED if kept or not is_transliterated(names, beside, word) else 0.0
    if min(len(word.bare), len(right.bare)) <= BRIEF:
        return SHORT
    return CERTAIN if edits(word.bare, right.bare) == 1 else TWO_EDITS


def is_ending(names: Names, word: Word, right: Word) -> bool:
    """Whether the language of the article may have put another ending to a name, as far as it is known."""
    language = names.article.language
    if language in languages():
        return is_inflection(word.bare, right.bare, language)
    opens = word.opens and is_known(right, names.origin.language)
    return opens or (word.bare.startswith(right.bare[:-1]) and len(word.bare) >= len(right.bare))


def is_cognate(names: Names, word: Word, right: Word) -> bool:
    """Whether two words differ at their end alone, and are such as are translated."""
    if is_known(right, names.article.language):
        return False
    kept = max(STEM, max(len(word.bare), len(right.bare)) - ENDING)
    return word.bare[:kept] == right.bare[:kept] and (
        is_translated(right.bare) or right.bare in everyday(names.origin.language) or right.bare in names.origin.small
    )


def is_transliterated(names: Names, beside: Beside, word: Word) -> bool:
    """Whether a name is spelt so throughout, or its neighbour too is spelt as another language does."""
    if names.article.counted[word.bare] > 1:
        return True
    unlike = neighbours(beside.said, word) - names.origin.text.bare
    return any(
        may_render(other, right.bare) for other in unlike for right in beside.around_meant.words if right.is_name
    )


def is_another(names: Names, beside: Beside, word: Word, right: Word) -> bool:
    """Whether a word that exists stands where the origin has another name: beside the same name, which is missing."""
    if right.bare in everyday(names.origin.language) or right.bare in beside.said.bare:
        return False
    return bool(neighbours(beside.said, word) & neighbours(names.origin.text, right))


def neighbours(passage: Passage, word: Word) -> frozenset[str]:
    """The names that touch a word, bare."""
    number = passage.words.index(word)
    beside = passage.words[max(0, number - 1) : number] + passage.words[number + 1 : number + 2]
    return frozenset(other.bare for other in beside if other.is_name)
