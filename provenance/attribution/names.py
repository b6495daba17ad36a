"""The shape of a person's name: capitals, initials and particles, and no words that names are not made of."""

from collections.abc import Sequence

from provenance.attribution.credit_words import CreditWords, given_names, is_everyday
from provenance.attribution.pieces import Word
from provenance.model.patterns import pattern

INITIALS = pattern(r"(?:[^\W\d_]\.?-?){1,3}")
NAME = pattern(r"'?[^\W\d_]+(?:[-'./][^\W\d_]+)*[.']?")
LONGEST = 7
LEADING_SURNAMES = frozenset({"de", "das", "o", "a", "as"})
"""Leading articles of one language that open family names in another."""


def is_name_word(word: Word) -> bool:
    return word.is_capital and bool(NAME.fullmatch(word.text) or INITIALS.fullmatch(word.text))


def is_particle(word: Word, vocabulary: CreditWords) -> bool:
    """Whether it is a small word inside a name: "van", "DE", and not the initial "E."."""
    return (
        word.folded in vocabulary.particles
        and not word.text.endswith(".")
        and (len(word.text) > 1 or word.text.islower())
    )


def name_run(words: Sequence[Word], vocabulary: CreditWords) -> int:
    """How many words from the start make up a name: capitals, with particles only before a capital."""
    end = at = 0
    while at < min(len(words), LONGEST):
        word = words[at]
        if is_particle(word, vocabulary):
            at += 1
            continue
        stops = vocabulary.is_function(word.folded) or word.folded in vocabulary.titles | vocabulary.nobody
        if not is_name_word(word) or (stops and (end >= 2 or (end and word.is_caseless))):
            break
        at += 1
        end = at
    if end > 2 and words[end - 1].folded in vocabulary.dates and words[end - 1].folded not in given_names():
        end -= 1
    return end


def is_person(words: Sequence[Word], vocabulary: CreditWords, language: str | None) -> bool:
    """Whether a run of name words is a person's: two words at the least, and one of them a given name, an initial or
    a word that is not an everyday one."""
    names = [word for word in words if not is_particle(word, vocabulary)]
    if len(names) > 1 and names[0].folded in vocabulary.degrees:
        names = [*names[1:], names[0]] if len(names) == 2 else names[1:]
    full = [word for word in names if len(word.folded.replace(".", "")) > 1]
    if (
        len(names) < 2
        or not full
        or len(words) > LONGEST
        or " ".join(w.folded for w in words) in vocabulary.known_places
    ):
        return False
    folded = [word.folded for word in names]
    if any(word in vocabulary.outlet_words or vocabulary.is_function(word) for word in folded[1:]):
        return False
    if words[0].folded in vocabulary.leading - LEADING_SURNAMES and len(words[0].text) > 1:
        return False
    initial = len(folded[0].replace(".", "")) == 1
    if not initial and folded[0] in vocabulary.leading | vocabulary.outlet_words:
        return False
    if folded[0] not in given_names() and (vocabulary.is_function(folded[0]) or is_everyday(folded[0], language)):
        return False
    if len(full) < len(names) or has_given_name(folded):
        return True
    return any(not is_everyday(word, language) for word in folded)


def has_given_name(folded: Sequence[str]) -> bool:
    """Whether a given name stands before the last word, or last where the family name is printed first."""
    known = given_names()
    return any(part in known for word in folded for part in (word, *word.replace("'", "-").split("-")))
