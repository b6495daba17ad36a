"""Markdown: blocks line by line, marks out of the text, front matter and comments as metadata.

Front matter gives the names of `lexicon/world/metadata-names.toml` (author, datePublished, isBasedOn.url, ...), its
own key where there is no schema.org term, and dotted keys for nested ones (`provenance.ignore`); comments are
`comment`.
"""

import re

from provenance.model.article import Article
from provenance.model.block import Block, BlockKind, Link
from provenance.model.patterns import pattern
from provenance.model.text import Source, Span
from provenance.readers import front_matter, markdown_inline
from provenance.readers.composing import Composer, Declared, joined
from provenance.readers.declaring import best_headline, best_language, best_publisher, best_url
from provenance.readers.decoding import decode
from provenance.readers.markdown_blocks import Part, parts, references

EMPHASISED = pattern(r"\s*([*_])(?!\s)(?:(?!\1).)++\1\s*", re.S)
CAPTION_LENGTH = 400


def read(data: bytes, path: str, charset: str | None = None) -> list[Article]:
    """The one article of the file, whose server may declare a charset; raises ReadError where it is no text."""
    source = decode(data, charset)
    start = front_matter.body_start(source.content)
    writer = Writer(source, start)
    writer.write()
    declared = [*front_matter.declared(source.content, start), *writer.comments]
    metadata = writer.composer.declare(declared)
    headline = writer.headline(bool([datum for datum in metadata if datum.name == "headline"]))
    return [
        Article(
            path=path,
            text=writer.composer.text(source),
            blocks=tuple(writer.composer.blocks),
            format="markdown",
            language=best_language(metadata),
            headline=best_headline(metadata, headline or ""),
            url=best_url(metadata),
            publisher=best_publisher(metadata),
            metadata=metadata,
            links=tuple(writer.composer.links),
        )
    ]


class Writer:
    """Writes the parts of one file into a composer."""

    def __init__(self, source: Source, start: int) -> None:
        self.source = source
        self.start = start
        self.composer = Composer()
        self.comments: list[Declared] = []
        self.references = references(source.content, start)
        self.image: str | None = None

    def write(self) -> None:
        for part in parts(self.source.content, self.start):
            if part.kind is None:
                self.comments.append(Declared("comment", part.text, "comment"))
            elif part.kind is BlockKind.CODE:
                self._line(part.kind, markdown_inline.Line(part.text.runs(0, len(part.text.text))), part)
            else:
                self._part(part)

    def _part(self, part: Part) -> None:
        inline = markdown_inline.read(part.text, self.references)
        kind = part.kind or BlockKind.BODY
        if self.image and len(part.text.text) <= CAPTION_LENGTH and EMPHASISED.fullmatch(part.text.text):
            kind = BlockKind.CAPTION
        image, self.image = (self.image if kind is BlockKind.CAPTION else None), None
        for line in inline.lines:
            self._line(kind, line, part, image)
        for alternative, title, address in inline.images:
            self.image = address
            for caption in (alternative, title):
                self._line(BlockKind.CAPTION, markdown_inline.Line(caption.runs(0, len(caption.text))), part, address)
        self.comments.extend(Declared("comment", comment, "comment") for comment in inline.comments)

    def _line(self, kind: BlockKind, line: markdown_inline.Line, part: Part, image: str | None = None) -> None:
        whole = joined(line.runs)
        text = whole.text.strip() if kind is not BlockKind.CODE else whole.text.rstrip()
        if not text:
            return
        lead = whole.text.index(text)
        if self.composer.size:
            self.composer.insert("\n")
        span = self.composer.append(whole.cut(lead, lead + len(text)))
        self.composer.blocks.append(Block(kind, span, part.level, image=image))
        for start, end, address in line.links:
            link = Span(max(span.start, span.start + start - lead), min(span.end, span.start + end - lead))
            if link.start < link.end:
                self.composer.links.append(Link(link, address))

    def headline(self, declared: bool) -> str | None:
        """The first heading of the first level; of the second where the front matter does not give the title."""
        content = "".join(self.composer.parts)
        for index, block in enumerate(self.composer.blocks):
            if block.kind is BlockKind.HEADING and (block.level == 1 or (index == 0 and not declared)):
                self.composer.blocks[index] = Block(BlockKind.HEADLINE, block.span, 1)
                return content[block.span.start : block.span.end]
            if block.kind is BlockKind.BODY and index > 3:
                return None
        return None
