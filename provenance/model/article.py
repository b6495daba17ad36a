"""The article under audit: what its file says and what it declares."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Set
from functools import wraps
from typing import Any, TypeVar

from provenance.model.block import ARTICLE, PROSE, Block, BlockKind, Link, Mark
from provenance.model.record import fresh, record
from provenance.model.text import Span, Text

Fact = TypeVar("Fact")


@record
class Metadatum:
    """One declared value.

    `name` is the schema.org property (author, publisher, datePublished, isBasedOn, creditText, ...), with a dot for a
    property of a nested object (`isBasedOn.author`); values of one object share its `group`. `type` is the object's
    schema.org type where one is given (Person, Organization). `syntax` is where it stands: json-ld, microdata, meta,
    link, front-matter, feed, record.
    """

    name: str
    value: str
    span: Span
    syntax: str
    type: str | None = None
    group: int = 0


@record(slots=False)
class Article:
    """One news text with its blocks, links and declared metadata, in reading order.

    `language` is BCP 47, declared or recognised; `published` is what the file declares, as written (see `Dating` for
    what was established).
    """

    path: str
    text: Text
    blocks: tuple[Block, ...]
    sha256: str = ""
    format: str = "plain"
    language: str | None = None
    headline: str | None = None
    url: str | None = None
    publisher: str | None = None
    metadata: tuple[Metadatum, ...] = ()
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()
    facts: dict[Any, Any] = fresh(default_factory=dict, compare=False)

    def blocks_of(self, kinds: Set[BlockKind]) -> Iterator[Block]:
        return (block for block in self.blocks if block.kind in kinds)

    @property
    def prose(self) -> Iterator[Block]:
        return iter(_prose(self))

    @property
    def own(self) -> Iterator[Block]:
        """The blocks of the article itself, without page furniture, related boxes and metadata."""
        return iter(_own(self))

    @property
    def first_line(self) -> Span:
        """Where a finding about the whole article stands."""
        first = next(self.own, None) or next(iter(self.blocks), None)
        return first.span if first else Span(0, 0)

    def declared(self, name: str) -> Iterator[Metadatum]:
        return (datum for datum in self.metadata if datum.name == name)


def derived(function: Callable[[Article], Fact]) -> Callable[[Article], Fact]:
    """A fact computed once for an article, however many rules ask for it."""

    @wraps(function)
    def remembered(article: Article) -> Fact:
        try:
            fact: Fact = article.facts[function]
        except KeyError:
            fact = article.facts[function] = function(article)
        return fact

    return remembered


@derived
def _prose(article: Article) -> tuple[Block, ...]:
    return tuple(article.blocks_of(PROSE))


@derived
def _own(article: Article) -> tuple[Block, ...]:
    return tuple(article.blocks_of(ARTICLE))


@derived
def _in_order(article: Article) -> tuple[list[Block], list[int]]:
    blocks = sorted(article.blocks, key=lambda block: block.span.start)
    return blocks, [block.span.start for block in blocks]


def blocks_over(article: Article, span: Span) -> Iterator[Block]:
    """The blocks that share a character with a span, in order; blocks do not overlap."""
    blocks, starts = _in_order(article)
    for number in range(max(0, bisect_right(starts, span.start) - 1), len(blocks)):
        if starts[number] >= span.end:
            return
        if blocks[number].span.end > span.start:
            yield blocks[number]


@derived
def _links_in_order(article: Article) -> tuple[list[Link], list[int]]:
    links = sorted(article.links, key=lambda link: link.span.start)
    return links, [link.span.start for link in links]


def links_in(article: Article, span: Span) -> list[Link]:
    """The links that lie in a span, in order."""
    return [link for link in links_from(article, span.start, span.end) if span.contains(link.span)]


@derived
def _marks_in_order(article: Article) -> tuple[list[Mark], list[int]]:
    marks = sorted(article.marks, key=lambda mark: (mark.span.start, -mark.span.end))
    return marks, [mark.span.start for mark in marks]


def marks_in(article: Article, span: Span) -> list[Mark]:
    """The marks that lie in a span, in order, each before those inside it."""
    marks, starts = _marks_in_order(article)
    found = marks[bisect_left(starts, span.start) : bisect_right(starts, span.end)]
    return [mark for mark in found if span.contains(mark.span)]


def links_over(article: Article, span: Span, longest: int) -> list[Link]:
    """The links, no longer than so many characters, of which a span is a part."""
    near = links_from(article, span.end - longest, span.start)
    return [link for link in near if link.span.contains(span) and link.span.end - link.span.start <= longest]


def links_from(article: Article, first: int, last: int) -> list[Link]:
    """The links that start between two offsets, both included, in order."""
    links, starts = _links_in_order(article)
    return links[bisect_left(starts, first) : bisect_right(starts, last)]
