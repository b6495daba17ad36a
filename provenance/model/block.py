"""The parts of an article as its reader found them."""

from enum import StrEnum

from provenance.model.record import record
from provenance.model.text import Span


class BlockKind(StrEnum):
    """What a block is on the page.

    `CHROME` is page furniture around the article (menus, sidebars, cookie bars); `RELATED` are boxes that lead to other
    articles. Both are read for credits only where a rule says so. `METADATA` blocks are not visible: each holds one
    declared value, so that metadata has spans like everything else.
    """

    HEADLINE = "headline"
    HEADING = "heading"
    BODY = "body"
    ITEM = "item"
    QUOTE = "quote"
    CAPTION = "caption"
    BYLINE = "byline"
    FOOTER = "footer"
    TABLE = "table"
    CODE = "code"
    RELATED = "related"
    CHROME = "chrome"
    METADATA = "metadata"


PROSE = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BODY, BlockKind.ITEM, BlockKind.QUOTE})
"""Blocks of running text, in which editing rules look."""

VISIBLE = frozenset(BlockKind) - {BlockKind.METADATA}
ARTICLE = VISIBLE - {BlockKind.CHROME, BlockKind.RELATED}
"""Blocks that belong to the article itself."""


@record
class Block:
    """One block: its kind and its span, without the line break that ends it.

    `hints` are the class names, ids, rel, itemprop and element names a page gave the block and its parents, in lower
    case; `image` groups a caption with its image; `level` is the depth of a heading.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    hints: frozenset[str] = frozenset()
    image: str | None = None


@record
class Link:
    """A hyperlink: the words that carry it and where it leads, made absolute where the page's own address is known."""

    span: Span
    url: str
    rel: frozenset[str] = frozenset()


@record
class Mark:
    """Words of a byline or caption that a page sets in an element of their own: `names` are the element's name, class
    names, rel and itemprop, in lower case."""

    span: Span
    names: frozenset[str] = frozenset()
