"""The lines of an article in which a statement can stand, and where in them it can begin."""

from collections.abc import Iterator
from typing import NamedTuple

from provenance.model.article import Article, derived
from provenance.model.block import Block, BlockKind
from provenance.model.patterns import pattern
from provenance.model.text import Span

UNREAD = frozenset({BlockKind.CODE})
MARKUP = pattern(r"(?:[\s>*_#~•●▪◦‣→►▶■◆✦✧★☆✨➤➜❖|]|[-–—]{1,2}(?=\s)|[—·]|\d{1,2}[.)] )*+")
MARKUP_BEHIND = pattern(r"[\s*_|]*+\Z")
OPENING = pattern(
    r"[|•·(\[ /*_–—:-](?:(?<=[|•·(\[])|(?<=[\s.!?…»”\")\]][ /*_–—-])(?=[\s\w*_(\[>])|(?<=:)[*_]*+ (?=[^\W\d_])"
    r"|(?<=/)(?=(?:[Mm]it|[Aa]vec|[Cc]o[nm]|[Ww]ith|[Mm]et) [A-Z]))[\s*_(\[>/]*+"
)
NOTED = (
    "note that th",
    "noter que c",
    "eachten sie, dass dies",
    "cuenta que est",
    "notar que est",
    "otare che quest",
    "er op dat dit",
)
"""What a note opens with before it speaks of this article, in plain typography, with the first letters of "this"."""
BRACKETS = {"(": ")", "[": "]"}


class Line(NamedTuple):
    """One line of a block, without list marks and markup around it."""

    start: int
    end: int
    block: Block
    number: int


@derived
def lines(article: Article) -> tuple[Line, ...]:
    """The lines of the article's own visible blocks, in reading order."""
    return tuple(_lines(article))


def _lines(article: Article) -> Iterator[Line]:
    plain, number = article.text.plain, 0
    for block in article.own:
        if block.kind in UNREAD:
            continue
        start = block.span.start
        while start < block.span.end:
            end = plain.find("\n", start, block.span.end)
            end = block.span.end if end < 0 else end
            if found := MARKUP.match(plain, start, end):
                begin = found.end()
                behind = MARKUP_BEHIND.search(plain, max(begin, end - 8), end)
                stop = behind.start() if behind else end
                if stop > begin:
                    yield Line(begin, stop, block, number)
                    number += 1
            start = end + 1


def openings(plain: str, start: int, end: int) -> list[int]:
    """Where a statement may begin between two offsets of a line: behind sentences, brackets, quotes and separators."""
    found = [opening.end() for opening in OPENING.finditer(plain, start, end) if opening.end() < end]
    noted = [plain.rfind(" ", start, at + len(said)) + 1 for said in NOTED if (at := plain.find(said, start, end)) >= 0]
    return sorted({*found, *noted}) if noted else found


def unbracketed(plain: str, start: int, end: int, line: Line) -> Span:
    """The statement with the brackets around it and without the blanks and markup at its end."""
    while end > start and plain[end - 1] in " *_|":
        end -= 1
    if start > line.start and end < line.end and BRACKETS.get(plain[start - 1]) == plain[end]:
        return Span(start - 1, end + 1)
    return Span(start, end)
