"""The words of a finding with what stands around them, cut to one line."""

from typing import NamedTuple

from provenance.layout.display import cut, neutral, one_line, width
from provenance.model.article import Article
from provenance.model.block import VISIBLE
from provenance.model.text import Span

REACH = 400
"""Characters around the words that are looked at: more than any terminal is wide."""


class Excerpt(NamedTuple):
    """One line of text in three parts; `marked` are the words the finding is about."""

    before: str
    marked: str
    after: str

    @property
    def whole(self) -> bool:
        """Whether the words are all there is, so that marking them would tell nothing."""
        return not self.before and not self.after


def words_of(article: Article, span: Span, columns: int = 60) -> str:
    """The words of a span on one line, cut to so many columns."""
    return cut(one_line(article.text.content[span.start : min(span.end, span.start + 2 * REACH)]), columns)


def excerpt(article: Article, span: Span, columns: int) -> Excerpt:
    """The words of a span within their block, in at most so many columns."""
    block = block_around(article, span)
    content = article.text.content
    end = min(span.end, block.end)
    left = neutral(content[max(block.start, span.start - REACH) : span.start]).lstrip(" ")
    right = neutral(content[end : min(block.end, end + REACH)]).rstrip(" ")
    marked = _seen(content[span.start : min(end, span.start + REACH)])
    if width(marked) > columns * 2 // 3:
        before = _trim_left(left, columns // 4)
        marked = cut(marked, columns - width(before))
        return Excerpt(before, marked, _trim_right(right, columns - width(before) - width(marked)))
    room = max(columns - width(marked), 0)
    share = room // 2
    if width(right) < share:
        share = room - width(right)
    before = _trim_left(left, share)
    return Excerpt(before, marked, _trim_right(right, room - width(before)))


def _seen(words: str) -> str:
    """The words themselves, also where they are nothing but blanks."""
    return neutral(words) if words.strip() else "␣" * len(words)


def block_around(article: Article, span: Span) -> Span:
    """The span of the block the words stand in, or their line where no block holds them."""
    for block in article.blocks_of(VISIBLE):
        if block.span.start <= span.start < max(block.span.end, block.span.start + 1):
            return block.span
    return span


def _trim_left(text: str, columns: int) -> str:
    """The end of the text, from the start of a word."""
    if width(text) <= columns:
        return text
    kept = cut(text, columns, from_left=True)
    head, blank, tail = kept.partition(" ")
    return f"…{tail}" if blank and tail.strip() and len(head) < 20 else kept


def _trim_right(text: str, columns: int) -> str:
    """The start of the text, up to the end of a word."""
    if width(text) <= columns:
        return text
    kept = cut(text, columns)
    head, blank, tail = kept.rpartition(" ")
    return f"{head}…" if blank and head.strip() and len(tail) < 20 else kept
