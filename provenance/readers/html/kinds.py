"""What each block of the page is, from the elements around it."""

from dataclasses import dataclass, field
from enum import IntEnum

from bs4.element import Tag

from provenance.model.block import BlockKind
from provenance.readers.html.container import Layout
from provenance.readers.html.elements import FURNITURE, FURNITURE_ROLES, HEADING_LEVELS, LIST_ITEMS
from provenance.readers.html.parts import Weight, naming, parts_named

OWN_PARTS = frozenset({"byline", "caption", "footer"})
"""Parts that belong to the article even where they stand just outside of it."""
OTHERS = frozenset({"article", "aside", "ul", "ol", "a"})
"""Elements beside the article that hold what leads to other articles."""
NOTHING: frozenset[str] = frozenset()
BOXES = frozenset({"ul", "ol", "div", "section"})
LINK_BOX = 60
BYLINE_LENGTH = 200
SIGNED_LINE_LENGTH = 120
"""Characters above which a line with a name or time marked inside it is running text."""
SLIGHT_LENGTH = 300
CARD_LENGTH = 600
TEXT_LENGTH = 400
"""Characters of running text inside the article that make a part text, whatever its name (`paywall`, `share`)."""
CARDS = frozenset({"article", "li"})
BYLINE_ONLY = frozenset({"byline"})
CAPTION_LENGTH = 700
CELL_LENGTH = 150
MOSTLY_LINKED = 0.8
HALF_LINKED = 0.6
PARTLY_LINKED = 0.3


class Region(IntEnum):
    """Where on the page an element is."""

    NONE = 0
    FOOTER = 1
    RELATED = 2
    CHROME = 3


@dataclass(slots=True)
class Frame:
    """An open element and what it hands down to those inside it."""

    tag: Tag
    region: Region = Region.NONE
    in_scope: bool = False
    in_body: bool = False
    near: bool = False
    slight: bool = False
    is_headline: bool = False
    byline: bool = False
    signs: bool = False
    caption: bool = False
    image: str | None = None
    preserved: bool = False
    quoted: bool = False
    item: bool = False
    cell: bool = False
    level: int = 0
    breaks: bool = False
    link_start: int = -1
    mark_start: int = -1
    own_hints: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_set_apart(self) -> bool:
        """Whether the parts of its lines say by their elements what they are: bylines and captions."""
        return self.in_scope and (self.byline or self.caption or self.image is not None)


def entered(parent: Frame, tag: Tag, layout: Layout) -> Frame:
    """The frame of an element inside another."""
    name = tag.name
    in_scope = parent.in_scope or layout.reaches(tag)
    holds = layout.holds(tag)
    near = parent.near or tag is layout.near
    if not holds and not near and not parent.slight and (parent.region is Region.CHROME or not in_scope):
        return Frame(tag, Region.CHROME, in_scope, own_hints=frozenset((name,)))
    words = naming(tag)
    parts = parts_named(words) if words else NOTHING
    frame = Frame(
        tag,
        parent.region,
        in_scope,
        in_body=parent.in_body or tag is layout.body,
        near=near,
        is_headline=parent.is_headline or tag is layout.headline,
        byline=parent.byline,
        caption=parent.caption,
        image=parent.image,
        preserved=parent.preserved or name == "pre",
        quoted=parent.quoted or name == "blockquote",
        item=parent.item or name in LIST_ITEMS,
        cell=(parent.cell or name in ("td", "th")) and name != "p",
        level=HEADING_LEVELS.get(name, parent.level),
        own_hints=frozenset([name, *words.lower().split()[:40]]),
    )
    if holds:
        return frame
    if frame.near and not frame.in_scope and not parent.region:
        frame.near = name not in OTHERS
        frame.in_scope = frame.near and (name in ("figure", "address") or not parts.isdisjoint(OWN_PARTS))
    frame.region = max(parent.region, _region(frame, parts, layout))
    if frame.region is Region.CHROME:
        frame.slight = parent.slight if parent.region else _is_slight(frame, parts, layout)
        if frame.slight and parent.region and parts == BYLINE_ONLY:
            frame.region, frame.in_scope, frame.slight = Region.NONE, True, False
    if id(tag) in layout.pictured and frame.in_scope and not frame.region:
        frame.image = frame.image or f"image-{tag.sourcepos}"
    _mark_parts(frame, parts, layout)
    return frame


def _region(frame: Frame, parts: frozenset[str], layout: Layout) -> Region:
    tag, name = frame.tag, frame.tag.name
    weight = layout.weights[id(tag)]
    linked = weight.linked / max(1, weight.all)
    if name in ("aside", "button") and id(tag) in layout.pictured and tag.find(_is_caption):
        return Region.NONE
    if name in FURNITURE or tag.attrs.get("role") in FURNITURE_ROLES:
        return Region.CHROME
    if name == "aside":
        return Region.RELATED if linked > MOSTLY_LINKED or "related" in parts else Region.CHROME
    if name == "header" and not frame.in_scope:
        return Region.CHROME
    if name == "footer":
        return Region.FOOTER if frame.in_scope else Region.CHROME
    if "related" in parts and (not frame.in_scope or linked > PARTLY_LINKED):
        return Region.RELATED
    is_text = frame.in_body and weight.running > TEXT_LENGTH
    if "others" in parts or ("chrome" in parts and "byline" not in parts and not is_text):
        return Region.CHROME
    if (
        frame.in_scope
        and not frame.in_body
        and linked > MOSTLY_LINKED
        and weight.all > 60
        and name in ("ul", "ol", "div", "section")
    ):
        return Region.RELATED
    if frame.in_scope and (name in CARDS or (layout.has_begun and not frame.in_body)) and _is_card(weight):
        return Region.RELATED
    if "footer" in parts and frame.in_scope and not frame.image and name not in ("body", "html"):
        return Region.FOOTER
    return Region.NONE


def _is_card(weight: Weight) -> bool:
    """Whether every heading in it leads elsewhere: the teaser of another article, or a row of them."""
    return 0 < weight.headings == weight.linked_headings and weight.all <= CARD_LENGTH * weight.headings


def _is_slight(frame: Frame, parts: frozenset[str], layout: Layout) -> bool:
    """Whether furniture is so small that a byline in it (beside the buttons to share it) is the article's own."""
    weight = layout.weights[id(frame.tag)]
    if weight.all > SLIGHT_LENGTH or "others" in parts or not (frame.in_scope or frame.near):
        return False
    return frame.tag.name not in OTHERS or (frame.tag.name == "aside" and weight.linked <= HALF_LINKED * weight.all)


def _mark_parts(frame: Frame, parts: frozenset[str], layout: Layout) -> None:
    """Bylines and captions, by element and by name."""
    tag, name = frame.tag, frame.tag.name
    weight = layout.weights[id(tag)]
    if name in ("figure", "picture"):
        frame.image = f"image-{tag.sourcepos}"
    if weight.all <= CAPTION_LENGTH and (name == "figcaption" or ("caption" in parts and not frame.is_headline)):
        frame.caption = frame.caption or name == "figcaption" or frame.image is not None or _says_caption(tag)
        frame.image = frame.image or f"image-{tag.sourcepos}"
    attrs = tag.attrs
    if name == "address":
        frame.caption = False
    if (
        "byline" in parts
        or name in ("address", "time")
        or "author" in str(attrs.get("rel") or "")
        or "author" in str(attrs.get("itemprop") or "")
    ):
        frame.signs = True
        frame.byline = frame.byline or (weight.all <= 2 * BYLINE_LENGTH and name != "time")


def _is_caption(tag: Tag) -> bool:
    return tag.name == "figcaption" or "caption" in parts_named(naming(tag))


def _says_caption(tag: Tag) -> bool:
    """Outside a figure `credit` and `copyright` may name the article's own; `caption` and `legend` may not."""
    names = naming(tag).lower()
    return any(word in names for word in ("caption", "legend", "photo", "image", "bild", "foto", "picture"))


def kind_of(frames: list[Frame], line_signs: bool, length: int) -> tuple[BlockKind, int, str | None]:
    """The kind of a line in the innermost of `frames`, its heading level and its image."""
    frame = frames[-1]
    if frame.is_headline:
        return BlockKind.HEADLINE, 1, None
    if frame.region is Region.RELATED:
        return BlockKind.RELATED, 0, None
    beside = frame.near and not frame.in_scope and not frame.region
    if ((frame.slight and frame.in_scope) or beside) and line_signs and length <= SIGNED_LINE_LENGTH:
        return BlockKind.BYLINE, 0, None
    if frame.region is Region.CHROME or not frame.in_scope:
        return BlockKind.CHROME, 0, None
    if frame.caption:
        return BlockKind.CAPTION, 0, frame.image
    if frame.region is Region.FOOTER:
        return BlockKind.FOOTER, 0, None
    if frame.level and not frame.byline:
        return BlockKind.HEADING, frame.level, None
    signed = (frame.byline and length <= BYLINE_LENGTH) or (line_signs and length <= SIGNED_LINE_LENGTH)
    if signed and not frame.quoted:
        return BlockKind.BYLINE, 0, None
    if frame.cell and length <= CELL_LENGTH:
        return BlockKind.TABLE, 0, None
    for kind, holds in (
        (BlockKind.CODE, frame.preserved),
        (BlockKind.QUOTE, frame.quoted),
        (BlockKind.ITEM, frame.item),
    ):
        if holds:
            return kind, 0, None
    return BlockKind.BODY, 0, frame.image
