"""From the tree to what a reader sees: blocks of text with white space as a browser shows it."""

import re
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin

from bs4.element import Tag

from provenance.model.block import Block, BlockKind, Link, Mark
from provenance.model.patterns import pattern
from provenance.model.record import replace
from provenance.model.text import Span
from provenance.readers.composing import Composer
from provenance.readers.html.container import Layout
from provenance.readers.html.elements import BREAKS, HEADING_LEVELS, NEVER_SEEN
from provenance.readers.html.kinds import Frame, Region, entered, kind_of
from provenance.readers.html.tokens import Piece
from provenance.readers.html.tree import Page, Words

RUN = pattern(r"[ \t\n\r\f]++|[\u00ad\u200b]++|[^ \t\n\r\f\u00ad\u200b]++(?: [^ \t\n\r\f\u00ad\u200b]++)*+")
SPACES = " \t\n\r\f"
UNSEEN_SIGNS = "\u00ad\u200b"
"""Places where a word may be broken."""
UNSEEN_STYLE = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
INLINE_HINTS_LENGTH = 300
"""Characters above which the names of elements inside a line say nothing of the whole."""
NEAR, DEEPEST = 8, 64
"""Elements around a line that name it, and those inside its block."""

DECORATION = frozenset({"i", "svg", "button"})
PARTS = frozenset({"span", "a", "strong", "em", "b", "i", "small", "cite"})
"""Elements in which pages set the parts of a byline or caption."""


def is_unseen(tag: Tag) -> bool:
    attrs = tag.attrs
    if tag.name in NEVER_SEEN:
        return True
    if not attrs:
        return False
    return (
        "hidden" in attrs
        or ("style" in attrs and UNSEEN_STYLE.search(attrs["style"]) is not None)  # type: ignore[arg-type]
        or (attrs.get("aria-hidden") == "true" and tag.name in DECORATION)
        or (tag.name == "dialog" and "open" not in attrs)
    )


@dataclass
class OpenBlock:
    """The line being written."""

    start: int
    hints: set[str]
    signs: bool = False
    shows: bool = False


class Writer:
    """Walks the tree without recursion and writes blocks and links into a composer."""

    def __init__(self, composer: Composer, layout: Layout, base: str | None) -> None:
        self.composer = composer
        self.layout = layout
        self.base = base
        self.line: OpenBlock | None = None
        self.space: tuple[int, int] | None = None
        self.frames: list[Frame] = []
        self.opening_links: list[Frame] = []
        self.opening_marks: list[Frame] = []
        self.items: list[Tag] = []
        self.pictures: list[Tag] = []
        self.parted_at = -1
        self.times: list[tuple[int, Tag]] = []

    def write(self, page: Page) -> None:
        root = Frame(page)
        self.frames.append(root)
        open_elements = [iter(page.contents)]
        while open_elements:
            node = next(open_elements[-1], None)
            if node is None:
                open_elements.pop()
                self._leave(self.frames.pop())
            elif isinstance(node, Tag):
                if is_unseen(node):
                    continue
                if node.name == "br":
                    self._break()
                    continue
                self._enter(node)
                open_elements.append(iter(node.contents))
            elif type(node) is Words:
                self._words(node.pieces)
        self._spread_related()

    def _spread_related(self) -> None:
        """The heading over a row of teasers belongs to them."""
        blocks = self.composer.blocks
        for number in range(len(blocks) - 2, -1, -1):
            if blocks[number].kind is BlockKind.HEADING and blocks[number + 1].kind is BlockKind.RELATED:
                blocks[number] = replace(blocks[number], kind=BlockKind.RELATED, level=0)

    def _enter(self, tag: Tag) -> None:
        frame = entered(self.frames[-1], tag, self.layout)
        frame.breaks = tag.name in BREAKS
        if frame.in_scope and frame.region <= Region.FOOTER and tag.attrs:
            if tag.name == "img" and ("title" in tag.attrs or "alt" in tag.attrs):
                self.pictures.append(tag)
            if "itemprop" in tag.attrs or "property" in tag.attrs:
                self.items.append(tag)
            if tag.name in ("time", "abbr") and not frame.caption:
                self.times.append((self.composer.size, tag))
        if frame.breaks:
            self._end_line()
        elif self.line is not None:
            self._part(frame)
            self.line.hints |= frame.own_hints
            self.line.signs |= frame.signs
        if tag.name == "a" and "href" in tag.attrs:
            self.opening_links.append(frame)
        if not frame.breaks and frame.is_set_apart:
            self.opening_marks.append(frame)
        self.frames.append(frame)

    def _part(self, frame: Frame) -> None:
        """A line set in parts (`<span>Topic</span><span>Title</span>`) shows them apart, by style sheet."""
        if self.parted_at == self.composer.size and self.space is None and (frame.level or frame.is_set_apart):
            self._blank(self.composer.raw_end, 0)

    def _leave(self, frame: Frame) -> None:
        if frame.link_start >= 0:
            self._link(frame)
        elif self.opening_links and self.opening_links[-1] is frame:
            self.opening_links.pop()
        if frame.mark_start >= 0:
            self.composer.marks.append(Mark(Span(frame.mark_start, self.composer.size), frame.own_hints))
        elif self.opening_marks and self.opening_marks[-1] is frame:
            self.opening_marks.pop()
        if frame.breaks:
            self._end_line(frame)
        elif (frame.level and frame.tag.name == "span") or (frame.is_set_apart and frame.tag.name in PARTS):
            self.parted_at = self.composer.size

    def _link(self, frame: Frame) -> None:
        attrs = frame.tag.attrs
        rel = frozenset(str(attrs.get("rel") or "").lower().split())
        self.composer.links.append(
            Link(Span(frame.link_start, self.composer.size), absolute(self.base, str(attrs["href"])), rel)
        )

    def _words(self, pieces: tuple[Piece, ...]) -> None:
        frame = self.frames[-1]
        for text, start, end in pieces:
            if frame.preserved:
                self._preserved(text, start, end)
            elif len(text) != end - start:
                self._entity(text, start, end - start)
            else:
                for found in RUN.finditer(text):
                    sign = found.group()[0]
                    if sign in SPACES:
                        self._blank(start + found.start(), found.end() - found.start())
                    elif sign not in UNSEEN_SIGNS:
                        self._run(found.group(), start + found.start(), found.end() - found.start())

    def _entity(self, text: str, raw_start: int, raw_length: int) -> None:
        if not text.strip(SPACES):
            self._blank(raw_start, raw_length)
        elif text not in UNSEEN_SIGNS:
            self._run(text, raw_start, raw_length)

    def _blank(self, raw_start: int, raw_length: int) -> None:
        if self.space is None and self.line is not None:
            self.space = (raw_start, raw_length)

    def _run(self, text: str, raw_start: int, raw_length: int) -> None:
        if self.line is None:
            self._begin_line()
        elif self.space is not None and (self.space[1] or text[0].isalnum()):
            self.composer.write(" ", *self.space)
        self.space = None
        if self.line is not None:
            self.line.shows = self.line.shows or not text.isspace()
        for frame in self.opening_links:
            frame.link_start = self.composer.size
        for frame in self.opening_marks:
            frame.mark_start = self.composer.size
        self.opening_links.clear()
        self.opening_marks.clear()
        self.composer.write(text.replace("\0", "\ufffd"), raw_start, raw_length)

    def _preserved(self, text: str, start: int, end: int) -> None:
        """The lines of a preformatted text, each a block of its own."""
        if len(text) != end - start:
            self._run(text, start, end - start)
            return
        for found in re.finditer(r"[^\r\n]++|\r\n|\r|\n", text):
            if found.group()[0] in "\r\n":
                self._end_line()
            elif self.line is not None or found.group().strip():
                self._run(found.group(), start + found.start(), len(found.group()))

    def _begin_line(self) -> None:
        if self.composer.size:
            self.composer.insert("\n")
        self.line = line = OpenBlock(self.composer.size, set())
        for frame in islice(reversed(self.frames), DEEPEST):
            line.hints |= frame.own_hints
            line.signs |= frame.signs
            if frame.breaks:
                break

    def _break(self) -> None:
        """A line break ends the line, but not inside a heading."""
        if any(frame.tag.name in HEADING_LEVELS for frame in self.frames[-4:]):
            self._blank(self.composer.raw_end, 0)
        else:
            self._end_line()

    def _end_line(self, leaving: Frame | None = None) -> None:
        line, self.line, self.space = self.line, None, None
        if line is None or not line.shows:
            return
        frames = self.frames[-NEAR:]
        if leaving:
            frames.append(leaving)
        span = Span(line.start, self.composer.size)
        kind, level, image = kind_of(frames, line.signs, span.end - span.start)
        hints = line.hints
        if span.end - span.start > INLINE_HINTS_LENGTH:
            hints = set()
        for frame in _near_blocks(frames):
            hints |= frame.own_hints
        self.composer.blocks.append(Block(kind, span, level, frozenset(hints), image))


def _near_blocks(frames: list[Frame]) -> list[Frame]:
    near = [frame for frame in frames[-NEAR:] if frame.breaks]
    return near[-4:]


def absolute(base: str | None, href: str) -> str:
    """The address of a link, made absolute where the page's own is known; as written where it is no address."""
    href = href.strip()
    try:
        return urljoin(base, href) if base else href
    except ValueError:
        return href
