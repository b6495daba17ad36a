"""Words and sentences of an article, with their spans. Computed once an article, by block."""

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from provenance.model.article import Article, derived
from provenance.model.block import PROSE, Block
from provenance.model.patterns import pattern
from provenance.model.text import Span

WORD = pattern(r"[^\W_]++(?:['-][^\W_]++)*+")
"""A word of `Text.plain`: letters and digits, joined by inner apostrophes and hyphens."""

SENTENCE_END = pattern(
    r"[.!?…\"»”](?:(?<=[.!?…])(?<![.!?…].)[.!?…]*+[\"'»”)\]]*+|(?<=[\"»”])(?<!,.)) ++"
    r"(?=[\"«“‘(\[¿¡„'-]*+ ?+[^\W\d_a-zà-öø-ÿ]|\d)"
)
ABBREVIATION = pattern(
    r"(?:^|[\s(«“\"'])(?:[A-ZÀ-Þ]|MM?|Mme|Mlle|Dr|Prof|St|Ste|Mr|Mrs|Ms|Jr|Sr|Sra|Dra|Sig|Dott|Hr|Fr|Nr|vs|cf|art|av|env|p|pp|vol"
    r"|Gen|Gov|Sen|Rep|Lt|Col|Capt|Sgt|No|Inc|Ltd|Co|Corp|bzw|ca|usw|etc|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|[A-ZÀ-Þ]\.(?:[A-ZÀ-Þ]\.)*[A-ZÀ-Þ])\.$"
)

GERMAN_ORDINAL = pattern(
    r"(?<=\d\. )(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Jahrhundert|Jahrestag|Geburtstag|Lebensjahr|Minute|Mal|Platz|Spieltag|Runde|Etage)(?![^\W\d])"
)
"""What follows a figure whose full stop makes it an ordinal: `am 3. August`."""

LONGEST_ABBREVIATION = 40
"""Characters, for a row of initials."""

START = attrgetter("start")


class Token(NamedTuple):
    """A word as printed (typography made plain) and where it starts in the article's text."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))


def block_tokens(article: Article, block: Block) -> list[Token]:
    return [Token(found.group(), found.start()) for found in WORD.finditer(article.text.plain, *block.span)]


@derived
def prose_tokens(article: Article) -> tuple[tuple[Block, tuple[Token, ...]], ...]:
    """The words of each block of running text."""
    return tuple((block, tuple(block_tokens(article, block))) for block in article.blocks_of(PROSE))


@derived
def sentences(article: Article) -> tuple[tuple[Block, tuple[Span, ...]], ...]:
    """The sentences of each block of running text, without the blanks around them."""
    return tuple((block, sentences_of(article, block)) for block in article.blocks_of(PROSE))


def sentences_of(article: Article, block: Block) -> tuple[Span, ...]:
    """The sentences of a block of any kind, cut once an article."""
    known = _cut(article)
    if (found := known.get(block.span)) is None:
        found = known[block.span] = tuple(split_sentences(article.text.plain, block.span))
    return found


@derived
def _cut(_article: Article) -> dict[Span, tuple[Span, ...]]:
    return {}


def sentence_at(article: Article, block: Block, at: int) -> Span | None:
    """The sentence of a block that a place lies in; None between two."""
    found = sentences_of(article, block)
    number = bisect_right(found, at, key=START) - 1
    return found[number] if number >= 0 and at < found[number].end else None


def split_sentences(plain: str, span: Span) -> list[Span]:
    return list(each_sentence(plain, span))


def each_sentence(plain: str, span: Span) -> Iterator[Span]:
    start = span.start
    for end in SENTENCE_END.finditer(plain, *span):
        stop = end.start() + 1
        if ABBREVIATION.search(plain, max(start, stop - LONGEST_ABBREVIATION), stop):
            continue
        if GERMAN_ORDINAL.match(plain, end.end()):
            continue
        sentence = _trimmed(plain, start, end.end())
        if sentence.end > sentence.start:
            yield sentence
        start = end.end()
    if start < span.end and (sentence := _trimmed(plain, start, span.end)).end > sentence.start:
        yield sentence


def _trimmed(plain: str, start: int, end: int) -> Span:
    text = plain[start:end]
    return Span(start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip()))
