"""Pairs of capitalised words of an article that are one slip apart: what may be two spellings of one name."""

from collections import defaultdict
from collections.abc import Iterator

from provenance.model.article import Article
from provenance.words.names import ELISIONS, capitalised
from provenance.words.namesakes import titles
from provenance.words.nearness import SLIP_BITS, Slip, bare, letters, opened, slip

SHORTEST = 4
"""Letters: shorter words have too many neighbours. Of two, one must have more, or what stands beside must agree."""

BRIEF = 3
"""Letters that a word may have where the same name stands beside both spellings ("Coumba Fay", "Coumba Faye")."""

MOST_WORDS = 3_000
"""Distinct words looked at: no article has more, and time must stay bounded."""


def near_pairs(article: Article) -> Iterator[tuple[str, str, Slip]]:
    """Pairs of capitalised words one slip apart, each once. Words all in capitals are left to their headline."""
    alike: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    small_words = titles((article.language or "").split("-")[0])
    words = [
        word
        for word in capitalised(article)
        if (len(word) >= SHORTEST or (len(word) == BRIEF and word.lower() not in small_words))
        and not (word.isupper() or is_elided(word))
    ]
    for word in words[:MOST_WORDS]:
        small, bits = letters(word)
        neighbours = alike[small[:1]]
        for other, other_small, other_bits in neighbours:
            if (bits ^ other_bits).bit_count() <= SLIP_BITS:
                kind = slip(small, other_small)
                if kind is not None and other[1:] != word[1:]:
                    yield other, word, kind
        neighbours.append((word, small, bits))
    yield from opening_pairs([word for word in words if len(word) >= SHORTEST][:MOST_WORDS])


def is_elided(word: str) -> bool:
    """Whether only an elided word has the capital, as at the start of a sentence (`Qu'on`)."""
    first, apostrophe, rest = word.partition("'")
    return bool(apostrophe) and first.lower() in ELISIONS and rest[:1].islower()


def opening_pairs(words: list[str]) -> Iterator[tuple[str, str, Slip]]:
    """Pairs that differ in how they open: a first letter too many, wrong, or after the second."""
    spelt, tails = {}, defaultdict(list)
    for word in words:
        small, _ = letters(word)
        spelt[small] = word
        tails[small[1:]].append(word)
    for small, word in spelt.items():
        swapped = spelt.get(opened(small))
        if swapped and swapped > word and bare(swapped) != small:
            yield word, swapped, Slip.OPENING
        for longer in tails.get(small, ()):
            yield word, longer, Slip.OPENING
    for same in tails.values():
        for number, word in enumerate(same):
            for other in same[number + 1 :]:
                if bare(word) != bare(other):
                    yield word, other, Slip.OPENING
