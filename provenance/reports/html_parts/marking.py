"""The text of an article as HTML, with every credit and finding marked where it stands."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from provenance.layout.display import neutral
from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.patterns import pattern
from provenance.model.record import record
from provenance.model.text import Span

BREAK = pattern(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
TAGS = {BlockKind.HEADLINE: "h3", BlockKind.HEADING: "h3", BlockKind.QUOTE: "blockquote", BlockKind.CODE: "pre"}
AROUND = frozenset({BlockKind.CHROME, BlockKind.RELATED})


@record
class Mark:
    """One place to mark: the id of what is said of it, its classes, and the number printed behind it (findings)."""

    span: Span
    id: str
    classes: str
    number: int | None = None
    anchor: bool = True


def text(words: str) -> str:
    """Untrusted words as they may stand in a page: nothing in them acts, line breaks stay."""
    return escape("\n".join(map(neutral, BREAK.split(words))))


def line(words: str) -> str:
    """Untrusted words on one line."""
    return escape(neutral(words))


def body(article: Article, marks: Sequence[Mark], furniture: str) -> Iterator[str]:
    """The blocks in reading order. Page furniture nothing is marked in is folded away under its own heading."""
    folded: list[str] = []
    blocks = list(pieces(article))
    for block, own in zip(blocks, by_block(blocks, marks), strict=True):
        shown = tagged(block, marked(article, block.span, own))
        if block.kind in AROUND and not own:
            folded.append(shown)
            continue
        if folded:
            yield fold(folded, furniture)
            folded = []
        yield shown
    if folded:
        yield fold(folded, furniture)


def by_block(blocks: Sequence[Block], marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks that touch each block."""
    starts, own = [block.span.start for block in blocks], list[list[Mark]]([] for _ in blocks)
    for mark in marks:
        number = max(bisect_right(starts, mark.span.start) - 1, 0)
        while number < len(blocks) and starts[number] < max(mark.span.end, mark.span.start + 1):
            if touches(mark.span, blocks[number].span):
                own[number].append(mark)
            number += 1
    return own


def fold(blocks: list[str], furniture: str) -> str:
    return (
        f'<details class="furniture"><summary>{escape(furniture)} ({len(blocks)})</summary>{"".join(blocks)}</details>'
    )


def pieces(article: Article) -> Iterator[Block]:
    """The visible blocks, and whatever text stands between them."""
    content, end = article.text.content, 0
    first_declared = min((block.span.start for block in article.blocks_of({BlockKind.METADATA})), default=len(content))
    for block in sorted(
        (each for each in article.blocks if each.kind is not BlockKind.METADATA), key=lambda each: each.span
    ):
        if content[end : block.span.start].strip():
            yield Block(BlockKind.BODY, Span(end, block.span.start))
        if block.span.end > end:
            yield block if block.span.start >= end else Block(block.kind, Span(end, block.span.end))
            end = block.span.end
    if end < first_declared and content[end:first_declared].strip():
        yield Block(BlockKind.BODY, Span(end, first_declared))


def touches(span: Span, other: Span) -> bool:
    return span.overlaps(other) or (
        span.start == span.end and other.start <= span.start < max(other.end, other.start + 1)
    )


def tagged(block: Block, inner: str) -> str:
    tag = TAGS.get(block.kind, "p")
    return f'<{tag} class="b b-{block.kind}" dir="auto">{inner}</{tag}>'


def marked(article: Article, span: Span, marks: Iterable[Mark]) -> str:
    """A span of the text, cut wherever a mark begins or ends, each piece under all the marks that cover it."""
    own = [mark for mark in marks if touches(mark.span, span)]
    cuts = {span.start, span.end}
    for mark in own:
        cuts |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    waiting = deque(sorted(own, key=lambda mark: mark.span.start))
    parts, over = list[str](), list[Mark]()
    for piece in map(Span._make, pairwise([*sorted(cuts), span.end])):
        over = [mark for mark in over if mark.span.end > piece.start]
        while waiting and waiting[0].span.start <= piece.start:
            mark = waiting.popleft()
            if mark.span.end > mark.span.start:
                over.append(mark)
            else:
                parts.append(link(mark.span, [mark], "‸"))
        words = text(article.text[piece])
        parts.append(link(piece, over, words) if over and words else words)
    return "".join(parts)


def link(piece: Span, over: Sequence[Mark], words: str) -> str:
    """A marked piece leads to what is said of it; only the first piece of a mark is a stop for the keyboard."""
    found = [mark for mark in over if mark.number is not None]
    main = (found or over)[0]
    classes = " ".join(dict.fromkeys(name for mark in over for name in mark.classes.split()))
    starts = [mark for mark in over if mark.span.start == piece.start]
    anchor = "".join(f'<span id="{mark.id}t"></span>' for mark in starts if mark.anchor)
    numbers = "".join(f"<sup>{mark.number}</sup>" for mark in found if mark.span.end == piece.end)
    stop = "" if starts else ' tabindex="-1"'
    about = " ".join(mark.id for mark in over)
    return (
        f'{anchor}<a class="m {classes}" href="#{main.id}" data-of="{about}" '
        f'aria-describedby="{main.id}w"{stop}>{words}</a>{numbers}'
    )
