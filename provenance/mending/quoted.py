"""What somebody else said or wrote: words that are never changed, however wrong they are."""

from bisect import bisect_right
from collections.abc import Iterator

from provenance.model.article import Article, derived
from provenance.model.block import Block, BlockKind
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.words.quotations import quotations
from provenance.words.quote_marks import quoting

OPENS = pattern(r"(?<![^\W_])[‘‚‹'](?=\S)")
CLOSES = pattern(r"(?<=\S)[’‘›'](?![^\W_])")
DIALOGUE = pattern(r"\s*+[—–―-]\s")


def is_someone_elses(article: Article, span: Span) -> bool:
    """Whether the words are, or may be, part of a quotation. It errs on the side of leaving words alone."""
    known = protected(article)
    last = bisect_right(known, span.end, key=lambda one: one.start)
    return any(one.overlaps(span) for one in known[max(last - 2, 0) : last])


@derived
def protected(article: Article) -> tuple[Span, ...]:
    """The runs that are not changed, apart and in order: between any kind of marks, blocks with a mark that never
    closes, block quotations, lines of dialogue."""
    merged: list[Span] = []
    for span in sorted([*quotations(article), *by_block(article)]):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def by_block(article: Article) -> Iterator[Span]:
    lone = sorted(orphan.at for orphan in quoting(article).orphans)
    for block in article.blocks:
        start, end = block.span
        if is_whole(article, block) or bisect_right(lone, end - 1) > bisect_right(lone, start - 1):
            yield block.span
        elif opened := OPENS.search(article.text.content, start, end):
            closes = [found.end() for found in CLOSES.finditer(article.text.content, opened.end(), end)]
            if closes:
                yield Span(opened.start(), closes[-1])


def is_whole(article: Article, block: Block) -> bool:
    """Whether all of the block is a quotation or dialogue."""
    return block.kind is BlockKind.QUOTE or bool(DIALOGUE.match(article.text.content, *block.span))
