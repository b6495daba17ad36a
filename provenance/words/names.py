"""The capitalised words of an article, and what stands beside one. Computed once an article."""

from typing import NamedTuple

from provenance.model.article import Article, derived
from provenance.model.block import ARTICLE, BlockKind
from provenance.model.patterns import pattern
from provenance.model.text import Span

CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
CAPITALISED = pattern(rf"[{CAPITALS}](?<![^\W_][{CAPITALS}])[^\W\d_]++(?:'[^\W\d_]++)*+|[{CAPITALS}](?:'[^\W\d_]++)++")
BEFORE = pattern(rf"(?<![^\W_])([{CAPITALS}][^\W\d_]{{0,30}}+(?:'[^\W\d_]{{1,30}}+)?+)(?: |-|\. )\Z")
AFTER = pattern(rf"(?: |-)([{CAPITALS}][^\W\d_]{{1,30}}+(?:'[^\W\d_]{{1,30}}+)?+)")
ELISIONS = frozenset(("l", "d", "j", "m", "n", "s", "t", "c", "qu", "dell", "all", "nell", "sull", "dall", "un"))
VISIBLE = ARTICLE - {BlockKind.CODE}
METADATA = frozenset({BlockKind.METADATA})
NEARBY = 64
"""Characters read to either side of a word."""

SMALL = pattern(r"(?<![^\W_])[a-zß-öø-ÿ]{2,}+(?![^\W_])")
SENTENCE = 3
"""Words in lower case around a name, from which on it stands in a sentence and not in a list."""


class Mention(NamedTuple):
    """A capitalised word where it stands; `before` and `after` are the capitalised words that touch it, in lower case.

    `listed` is whether it stands among names without sentences around them: a table of results, a line-up.
    """

    text: str
    start: int
    before: str
    after: str
    listed: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))


@derived
def capitalised(article: Article) -> dict[str, list[int]]:
    """Every capitalised word of the visible article, by its spelling, with where it starts, in reading order.

    An elided article (`L'`), a possessive `'s` and the hyphen between two names are no part of a word.
    """
    found: dict[str, list[int]] = {}
    plain = article.text.plain
    for block in article.blocks_of(VISIBLE):
        for piece in CAPITALISED.finditer(plain, *block.span):
            word, start = piece.group(), piece.start()
            if "'" in word:
                word, start = trimmed(word, start)
            found.setdefault(word, []).append(start)
    return found


@derived
def declared_words(article: Article) -> frozenset[str]:
    """The capitalised words of the declared values (headline, authors, keywords), as spelt there."""
    plain = article.text.plain
    return frozenset(
        trimmed(piece.group(), 0)[0]
        for block in article.blocks_of(METADATA)
        for piece in CAPITALISED.finditer(plain, *block.span)
    )


def trimmed(word: str, start: int) -> tuple[str, int]:
    first, elided, rest = word.partition("'")
    if elided and first.lower() in ELISIONS and rest[:1].isupper():
        word, start = rest, start + len(first) + 1
    return word.removesuffix("'s").removesuffix("'S"), start


@derived
def _known_mentions(_article: Article) -> dict[str, tuple[Mention, ...]]:
    """Filled by `mentions`, because few of the words are ever asked for."""
    return {}


def mentions(article: Article, word: str) -> tuple[Mention, ...]:
    """The places of a word of `capitalised`, with what stands beside each."""
    known = _known_mentions(article)
    if word not in known:
        plain = article.text.plain
        known[word] = tuple(_mention(plain, word, start) for start in capitalised(article).get(word, ()))
    return known[word]


def _mention(plain: str, word: str, start: int) -> Mention:
    end = start + len(word)
    before = BEFORE.search(plain[max(0, start - NEARBY) : start])
    after = AFTER.match(plain, end)
    around = plain[max(0, start - NEARBY) : end + NEARBY]
    return Mention(
        word,
        start,
        before[1].lower() if before else "",
        after[1].lower() if after else "",
        len(SMALL.findall(around)) < SENTENCE,
    )
