"""What somebody else said or wrote: words that are never changed, however wrong they are."""

from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.words.quotations import quotations
from provenance.words.quote_marks import quoting

OPENS = pattern(r"(?<![^\W_])[‘‚‹'](?=\S)")
CLOSES = pattern(r"(?<=\S)[’‘›'](?![^\W_])")
DIALOGUE = pattern(r"\s*+[—–―-]\s")


def is_someone_elses(article: Article, span: Span) -> bool:
    """Whether the words are, or may be, part of a quotation: between any kind of marks, after one that never closes, in
    a block quotation, or in a line of dialogue. It errs on the side of leaving words alone."""
    if any(quotation.overlaps(span) for quotation in quotations(article)):
        return True
    block = next((block for block in article.blocks if touches(block, span)), None)
    if block is None:
        return False
    text = article.text.content
    if block.kind is BlockKind.QUOTE or DIALOGUE.match(text, block.span.start, block.span.end):
        return True
    if any(block.span.start <= orphan.at < block.span.end for orphan in quoting(article).orphans):
        return True
    opened = OPENS.search(text, block.span.start, span.start + 1)
    return opened is not None and CLOSES.search(text, span.end, block.span.end) is not None


def touches(block: Block, span: Span) -> bool:
    return block.span.start <= span.start < max(block.span.end, block.span.start + 1)
