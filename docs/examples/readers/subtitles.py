"""Subtitles (SubRip): what is said, without numbers and times."""

import re

from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.text import Span, Text
from provenance.readers.decoding import decode

SUFFIXES = (".srt",)
NOT_SAID = re.compile(r"\d+|\d\d:\d\d:\d\d,\d{3} --> .*|\s*")


def read(data: bytes, path: str) -> list[Article]:
    source = decode(data)
    lines = re.finditer(r"[^\r\n]+", source.content)
    said = [Block(BlockKind.BODY, Span(*line.span())) for line in lines if not NOT_SAID.fullmatch(line[0])]
    return [Article(path, Text(source.content, source), tuple(said), format="subtitles")]
