"""One name with and without a hyphen, a capital or an accent in the same article. Computed once an article."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from provenance.model.article import Article, derived
from provenance.model.patterns import pattern
from provenance.model.text import Span, lower
from provenance.words.names import CAPITALS, VISIBLE

HYPHENATED = pattern(rf"[{CAPITALS}](?<![\w-].)[^\W\d_]++(?:-[^\W\d_]{{2,}}+){{1,3}}+(?![\w-])")


MOST_NAMES = 500
"""Distinct hyphenated names looked at: no article has more, and time must stay bounded."""


class Variants(NamedTuple):
    """Two ways to write one name: the rarer with its places, the usual with its places."""

    rare: tuple[Span, ...]
    usual: tuple[Span, ...]


@derived
def hyphen_variants(article: Article) -> tuple[Variants, ...]:
    """Names that stand with a hyphen and without, or with two ways of capitals behind it, each pair once."""
    plain = article.text.plain
    groups: dict[str, dict[str, list[Span]]] = {}
    for block in article.blocks_of(VISIBLE):
        for found in HYPHENATED.finditer(plain, *block.span):
            if not found.group().isupper():
                forms = groups.setdefault(lower(found.group()), {})
                forms.setdefault(found.group(), []).append(Span(*found.span()))
    found_variants = []
    for key, forms in islice(groups.items(), MOST_NAMES):
        for place in _open_places(article, key):
            forms.setdefault(plain[place.start : place.end], []).append(place)
        if len(forms) > 1:
            ranked = sorted(forms.values(), key=lambda places: (-len(places), places[0]))
            found_variants += [Variants(tuple(rare), tuple(ranked[0])) for rare in ranked[1:]]
    return tuple(sorted(found_variants))


def _open_places(article: Article, key: str) -> Iterator[Span]:
    """Where the parts of a hyphenated name stand with spaces between them, each with its capital."""
    folded, plain = article.text.folded, article.text.plain
    phrase = key.replace("-", " ")
    start = folded.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        parts = plain[start:end].split(" ")
        touched = (start and _holds(plain[start - 1])) or (end < len(plain) and _holds(plain[end]))
        if not touched and all(part[0].isupper() for part in parts) and not plain[start:end].isupper():
            yield Span(start, end)
        start = folded.find(phrase, end)


def _holds(letter: str) -> bool:
    return letter.isalnum() or letter == "-"
