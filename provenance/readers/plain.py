"""Plain text: every line that is not blank is a block."""

from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.patterns import pattern
from provenance.model.record import replace
from provenance.model.text import Source, Span, Text
from provenance.readers.composing import Composer, verbatim
from provenance.readers.decoding import decode

LINE = pattern(r"[^\r\n\f\v\u2028\u2029\x85]+")
BULLET = pattern(r"[ \t\u00a0]*(?:[-–—•*·▪◦‣]|\d{1,2}[.)])[ \t\u00a0]+")
SENTENCE_MARKS = (".", "!", "?", "…", ":", ";", ",", "»", "”", '"', ")")
LABEL = pattern(r"[^\W\d][^:\n]{0,40}?[ \u00a0\u202f]?:[ \u00a0\u202f]\S")
SIGNED = pattern(
    r"[©™|]|https?://|www\.|\S@\S|\b(?:AFP|AP|DPA|dpa|EFE|ANSA|ANP|Lusa|Reuters)\b|\s[-–—]\s+\w+\s*$|^[(\[#<>@&=_]"
)
DIGITS_OF_DATE = pattern(r"\d(?<!\w.)(?:\d?[./-]\d{1,2}[./-]\d{2,4}|\d{3}-\d\d-\d\d|\d?[:h]\d\d)\b")
HEADING_LENGTH = 160
HEADLINE_WORDS = range(4, 26)
HEADLINE_LENGTH = 140
NAMES = pattern(r"(?:[^\W\d_a-z][\w’'.-]*|\w{1,3})(?:,?[ \u00a0](?:[^\W\d_a-zà-öø-ÿ][\w’'.-]*|\w{1,3}))+")
"""Capitalised words joined by nothing longer than three letters: `Par Anna Vidal et Jan de Boer`."""
NAMES_LENGTH = 80
COMMENT = pattern(r"(?<=[ \t])<!--(?:(?!-->)[^\0]){0,2000}+-->[ \t]|<!--(?:(?!-->)[^\0]){0,2000}+-->")
BLANK = " \t\u00a0\u202f\ufeff\u200b"


def read(data: bytes, path: str, charset: str | None = None) -> list[Article]:
    """The one article of the file, whose server may declare a charset; raises ReadError where it is no text."""
    source = decode(data, charset)
    text = without_comments(source)
    blocks = blocks_of(text.content)
    headline = None
    if found := headline_of(text.content, blocks):
        blocks[0] = replace(blocks[0], kind=BlockKind.HEADLINE, level=1)
        headline = text.content[found.start : found.end]
    return [Article(path=path, text=text, blocks=tuple(blocks), format="plain", headline=headline)]


def without_comments(source: Source) -> Text:
    """The text of a file less its comments, each with the space behind it where one stands before it."""
    composer, at = Composer(), 0
    for found in COMMENT.finditer(source.content):
        composer.append(verbatim(source.content, at, found.start()))
        at = found.end()
    if not at:
        return Text(source.content, source)
    composer.append(verbatim(source.content, at, len(source.content)))
    return composer.text(source)


def blocks_of(content: str) -> list[Block]:
    blocks: list[Block] = []
    for found in LINE.finditer(content):
        line = found.group()
        text = line.strip().strip(BLANK)
        if text:
            start = found.start() + line.index(text)
            blocks.append(Block(kind_of(text), Span(start, start + len(text))))
    return blocks


def kind_of(text: str) -> BlockKind:
    """An item opens with a bullet; a heading is a short line that ends like no sentence and attributes nothing."""
    if BULLET.match(text):
        return BlockKind.ITEM
    if len(text) > HEADING_LENGTH or attributes(text):
        return BlockKind.BODY
    return BlockKind.HEADING if text.endswith("?") or not text.endswith(SENTENCE_MARKS) else BlockKind.BODY


def attributes(text: str) -> bool:
    """Whether a short line has the shape of a credit, a label with its value, a date or an address.

    What it says is for the attribution engine to find; here it only is no heading.
    """
    if len(text) <= NAMES_LENGTH and NAMES.fullmatch(text):
        return True
    return bool(LABEL.match(text) or SIGNED.search(text) or DIGITS_OF_DATE.search(text))


def headline_of(content: str, blocks: list[Block]) -> Span | None:
    """The first line, if it is short, is followed by running text, and reads like a title and not like a credit."""
    if len(blocks) < 2 or blocks[0].kind is not BlockKind.HEADING:
        return None
    span = blocks[0].span
    words = content[span.start : span.end].split()
    longest = max(block.span.end - block.span.start for block in blocks[1:])
    if len(words) not in HEADLINE_WORDS or span.end - span.start > HEADLINE_LENGTH or longest < HEADING_LENGTH:
        return None
    return span if any(word[0].islower() for word in words) else None
