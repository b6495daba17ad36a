"""Plain text: every line that is not blank is a block."""

import re

from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.text import Source, Span, Text
from provenance.readers.decoding import decode

SUFFIXES = (".txt", ".text", "")
LINE = re.compile(r"[^\r\n]+")
BULLET = re.compile(r"[ \t\u00a0]*(?:[-–—•*·▪◦‣]|\d{1,2}[.)])[ \t\u00a0]+")
SENTENCE_MARKS = (".", "!", "?", "…", ":", ";", ",", "»", "”", '"')
HEADING_LENGTH = 160


def read(data: bytes, path: str) -> list[Article]:
    source = decode(data)
    blocks = tuple(blocks_of(source))
    return [Article(path=path, text=Text(source.content, source), blocks=blocks, format="plain", headline=None)]


def blocks_of(source: Source) -> list[Block]:
    blocks: list[Block] = []
    for found in LINE.finditer(source.content):
        line = found.group()
        text = line.strip()
        if not text:
            continue
        start = found.start() + line.index(text[0])
        blocks.append(Block(kind_of(line), Span(start, start + len(text))))
    return blocks


def kind_of(line: str) -> BlockKind:
    """An item opens with a bullet; a heading is a short line that ends like no sentence."""
    if BULLET.match(line):
        return BlockKind.ITEM
    text = line.strip()
    if len(text) <= HEADING_LENGTH and (text.endswith("?") or not text.endswith(SENTENCE_MARKS)):
        return BlockKind.HEADING
    return BlockKind.BODY
