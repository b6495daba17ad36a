"""Web pages: what a reader sees, in typed blocks, and what the page declares, all with its place in the file."""

import re
import zlib

from bs4.element import Tag

from provenance.model.article import Article
from provenance.model.block import BlockKind
from provenance.model.errors import ReadError
from provenance.model.text import Source
from provenance.readers.composing import Composer
from provenance.readers.declaring import best_headline, best_language, best_publisher, best_url
from provenance.readers.decoding import decode
from provenance.readers.html.container import Layout
from provenance.readers.html.metadata import Declarations
from provenance.readers.html.parts import weigh
from provenance.readers.html.tree import Remark, nodes, parse
from provenance.readers.html.visible import Writer

GZIP = b"\x1f\x8b"
LARGEST_PAGE = 32 * 1024 * 1024
CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.I,
)
HEAD = 4096
ITEMS_READ = 60
PICTURES_READ = 60
PARAGRAPH = 120


def read(data: bytes, path: str, charset: str | None = None) -> list[Article]:
    """The one article of a page, whose server may declare a charset; raises ReadError where there is no readable
    text."""
    data = unpacked(data)
    own = CHARSET.search(data, 0, HEAD)
    return [article_on(decode(data, charset, (own[1] or own[2]).decode("ascii") if own else None), path)]


def article_on(source: Source, path: str) -> Article:
    """The article of a page or a piece of one."""
    page = parse(source.content)
    declarations = Declarations(source.content)
    tags: list[Tag] = []
    for node in nodes(page):
        if isinstance(node, Tag):
            tags.append(node)
            declarations.read(node)
        elif isinstance(node, Remark):
            declarations.remark(node)
    layout = Layout(page, tags, weigh(page), declarations.titles)
    composer = Composer()
    writer = Writer(composer, layout, declarations.base_address())
    writer.write(page)
    for tag in writer.items[:ITEMS_READ]:
        declarations.item(tag)
    for tag in writer.pictures[:PICTURES_READ]:
        declarations.picture(tag)
    declarations.times(tag for at, tag in writer.times if at <= head_end(composer))
    content = "".join(composer.parts)
    lines = (block.span for block in composer.blocks if block.kind is BlockKind.HEADLINE)
    visible = " ".join(content[span.start : span.end] for span in lines)
    metadata = composer.declare(declarations.of_article(visible or None))
    return Article(
        path=path,
        text=composer.text(source),
        blocks=tuple(composer.blocks),
        format="html",
        language=best_language(metadata),
        headline=best_headline(metadata, visible, declarations.titles),
        url=best_url(metadata),
        publisher=best_publisher(metadata),
        metadata=metadata,
        links=tuple(sorted(composer.links, key=lambda link: link.span)),
        marks=tuple(composer.marks),
    )


def head_end(composer: Composer) -> int:
    """Where the head of the article ends: with its second paragraph."""
    paragraphs = [block.span for block in composer.blocks if block.kind is BlockKind.BODY]
    long = [span for span in paragraphs if span.end - span.start > PARAGRAPH]
    return long[1].start if len(long) > 1 else composer.size


def unpacked(data: bytes) -> bytes:
    """The page out of its gzip wrapper, if it has one."""
    if not data.startswith(GZIP):
        return data
    machine = zlib.decompressobj(wbits=31)
    try:
        page = machine.decompress(data, LARGEST_PAGE + 1)
    except zlib.error as error:
        raise ReadError("the file is not valid gzip") from error
    if len(page) > LARGEST_PAGE:
        raise ReadError(f"the page is larger than {LARGEST_PAGE // 1024 // 1024} MB when unpacked")
    if not machine.eof:
        raise ReadError("the gzip file is cut short")
    return page
