"""What a sentence and its translation have in common: figures, names, words that many languages share, places."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

from provenance.model.patterns import pattern
from provenance.words.concepts import concepts
from provenance.words.nearness import bare
from provenance.words.sounds import consonants

TOKEN = pattern(r"\d++(?:[., ]\d{3}(?!\d))*+|[^\W\d_]{2,}+")
SHORTEST_STEM, STEM = 4, 5
FEWEST_CONSONANTS = 3
FIGURE, NAME, WORD, SOUND, CONCEPT = "#", "w", "p", "k", "c"


def traits(text: str, language: str) -> frozenset[str]:
    """Every trait of a sentence; the first letter of each is its kind."""
    found = {CONCEPT + name for name in concepts(text, language)}
    for token in TOKEN.findall(text):
        if token[0].isdecimal():
            digits = "".join(char for char in token if char.isdecimal())
            found.update((FIGURE + digits, FIGURE + (digits.strip("0") or "0")))
            continue
        word = bare(token)
        if len(word) >= SHORTEST_STEM:
            found.add(WORD + word[:STEM])
        if token[0].isupper():
            found.add(NAME + word)
            if len(row := consonants(word)) >= FEWEST_CONSONANTS:
                found.add(SOUND + row)
    return frozenset(found)


def weights(sentences: Iterable[Sequence[frozenset[str]]]) -> Mapping[str, float]:
    """How much each trait tells: the fewer sentences of the two articles have it, the more."""
    counted: Counter[str] = Counter()
    total = 0
    for side in sentences:
        total += len(side)
        for held in side:
            counted.update(held)
    return {trait: log(1 + total / count) for trait, count in counted.items()}
