"""The text of an article and where each of its characters stands in the file.

An engine reads `Text.content` (what a reader sees) and speaks in `Span`s of it; only a report asks for a `Position`.
"""

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from provenance.model.patterns import pattern
from provenance.model.record import record

LINE_BREAK = pattern(r"\r\n|\r|\n")
APOSTROPHES = "’‘ʼ‛´`＇"
SPACES = "\u00a0\u202f\u2009\u2007\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u3000\t"
HYPHENS = "\u2010\u2011"


class Span(NamedTuple):
    """A half-open range of code-point offsets."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """1-based line and column in the file, columns in code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Stretch(NamedTuple):
    """A run of content and the run of the file it was read from.

    Equal lengths mean character for character; otherwise (an entity, an escape) the run is one piece.
    """

    start: int
    length: int
    raw_start: int
    raw_length: int


@record(slots=False)
class Source:
    """One file (or one member of an archive, or one record of a file) as decoded.

    A record starts on `first_line` of its file.
    """

    content: str
    encoding: str = "utf-8"
    first_line: int = 1

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in LINE_BREAK.finditer(self.content)))

    def line_and_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line + self.first_line - 1, offset - self.line_starts[line - 1] + 1

    def position(self, raw: Span) -> Position:
        return Position(*self.line_and_column(raw.start), *self.line_and_column(raw.end))


@record(slots=False)
class Text:
    """What a reader sees, with the way back to the file.

    Without stretches the content is the file itself, offset for offset. Stretches are sorted by start and cover the
    content without gaps.
    """

    content: str
    source: Source
    stretches: tuple[Stretch, ...] = ()

    def __getitem__(self, span: Span) -> str:
        return self.content[span.start : span.end]

    @cached_property
    def _stretch_starts(self) -> list[int]:
        return [stretch.start for stretch in self.stretches]

    def raw(self, span: Span) -> Span:
        """The span in the decoded file, entities, tags and escapes included."""
        if not self.stretches:
            return span
        start = self._raw_offset(span.start, is_end=False)
        if span.end <= span.start:
            return Span(start, start)
        return Span(start, max(start, self._raw_offset(span.end - 1, is_end=True)))

    def verbatim(self, span: Span) -> Span | None:
        """The span in the decoded file where the same characters stand there, one for one; else None."""
        raw = self.raw(span)
        return raw if self.source.content[raw.start : raw.end] == self[span] else None

    def _raw_offset(self, offset: int, *, is_end: bool) -> int:
        found = max(0, bisect_right(self._stretch_starts, offset) - 1)
        start, length, raw_start, raw_length = self.stretches[found]
        if length == raw_length:
            return raw_start + min(offset - start + is_end, length)
        return raw_start + raw_length if is_end else raw_start

    def position(self, span: Span) -> Position:
        return self.source.position(self.raw(span))

    @cached_property
    def plain(self) -> str:
        """The content with one kind of space, apostrophe and hyphen; same length, so offsets hold."""
        return plain(self.content)

    @cached_property
    def folded(self) -> str:
        """`plain` in lower case; same length, so offsets hold."""
        return lower(self.plain)


def plain(text: str) -> str:
    """One kind of space, apostrophe and hyphen, character for character."""
    if text.isascii():
        return text.replace("\t", " ").replace("`", "'")
    for variants, usual in ((APOSTROPHES, "'"), (SPACES, " "), (HYPHENS, "-")):
        for variant in variants:
            if variant in text:
                text = text.replace(variant, usual)
    return text


def lower(text: str) -> str:
    """Lower case that never changes the length (U+0130 has a two-character lower case)."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
