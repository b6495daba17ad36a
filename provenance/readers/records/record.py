"""A record (a line of JSON, a row of a table, an entry of a feed) as an article: its fields, each with its place."""

from collections.abc import Sequence
from typing import NamedTuple

from provenance.model.article import Article, Metadatum
from provenance.model.block import Block, BlockKind
from provenance.model.errors import ReadError
from provenance.model.text import Source, Span
from provenance.readers.composing import Composer, Declared, Fragment
from provenance.readers.declaring import best_headline, best_language, best_publisher, best_url
from provenance.readers.plain import blocks_of, headline_of
from provenance.readers.records.nesting import write_page
from provenance.readers.vocabulary import schema_name

ID = "id"
TEXT = ("text", "body", "content", "articlebody")
PAGE = "html"
MARKUP = ("</", "<br>", "<br/>", "<br />", "<p>")
"""What only a piece of a page holds."""
DECLARING = frozenset(
    {"headline", "inLanguage", "datePublished", "dateModified", "url", "canonical", "publisher", "author", "author.url"}
    | {"translator", "editor", "contributor", "license", "copyrightNotice"}
)
"""Properties that mean the same in every table; a column called `source` may be anything."""


class Field(NamedTuple):
    """A named value of a record; a list is several fields of one name."""

    name: str
    value: Fragment


def key_of(fields: Sequence[Field]) -> str | None:
    """The record's own key, by which its article is called."""
    return next((field.value.text.strip() for field in fields if field.name.lower() == ID), None) or None


def told_apart(key: str | None, earlier: set[str]) -> str | None:
    """The key, which is added to the earlier ones. Raises ReadError where it is among them."""
    if key in earlier:
        raise ReadError(f"the id {key} stands twice in the file")
    if key:
        earlier.add(key)
    return key


def article_of(fields: Sequence[Field], source: Source, path: str, format: str) -> Article:
    """The article of a record. What holds elements is read as a piece of a page. Raises ReadError where there is no
    text."""
    body = first_of(fields, (PAGE, *TEXT))
    if not body:
        raise ReadError(f"it has neither '{TEXT[0]}' nor '{PAGE}'")
    declared = [datum for field in fields if (datum := declaration(field))]
    return composed(body, declared, source, path, format)


def composed(body: Fragment, declared: Sequence[Declared], source: Source, path: str, format: str) -> Article:
    """The article of a text, or of a piece of a page, and of what is declared beside it."""
    title = next((datum.value.strip() for datum in declared if datum.name == "headline"), None)
    composer = Composer()
    metadata: tuple[Metadatum, ...] = ()
    if any(mark in body.text for mark in MARKUP):
        headline, metadata = write_page(composer, body, path, title)
    else:
        headline = write_text(composer, body, title)
    metadata = (*composer.declare(declared), *metadata)
    return Article(
        path=path,
        text=composer.text(source),
        blocks=tuple(composer.blocks),
        format=format,
        language=best_language(metadata),
        headline=best_headline(metadata, headline or ""),
        url=best_url(metadata),
        publisher=best_publisher(metadata),
        metadata=metadata,
        links=tuple(composer.links),
        marks=tuple(composer.marks),
    )


def first_of(fields: Sequence[Field], names: Sequence[str]) -> Fragment | None:
    """The first value of these names, in their order, that holds anything."""
    for name in names:
        for field in fields:
            if field.name.lower() == name and field.value.text.strip():
                return field.value
    return None


def declaration(field: Field) -> Declared | None:
    name = schema_name("front_matter", field.name, field.value)
    return Declared(name, field.value.strip(), "record") if name in DECLARING and field.value.text.strip() else None


def write_text(composer: Composer, body: Fragment, title: Fragment | None) -> str | None:
    """Every line that is not blank as a block, below the headline; the headline that a reader sees."""
    blocks = blocks_of(body.text)
    if title and blocks and not body.text.lstrip().startswith(title.text):
        composer.blocks.append(Block(BlockKind.HEADLINE, composer.append(title), 1))
        composer.insert("\n")
    own = None if title else headline_of(body.text, blocks)
    base = composer.append(body).start
    for number, block in enumerate(blocks):
        span = Span(block.span.start + base, block.span.end + base)
        is_title = number == 0 and (own is not None or bool(title and body.text[slice(*block.span)] == title.text))
        composer.blocks.append(Block(BlockKind.HEADLINE, span, 1) if is_title else Block(block.kind, span, block.level))
    return title.text if title else body.text[slice(*own)] if own else None
