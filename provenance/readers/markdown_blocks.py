"""The blocks of a Markdown file, line by line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from provenance.model.block import BlockKind
from provenance.model.patterns import pattern
from provenance.readers.composing import Fragment, joined, verbatim

LINE = pattern(r"([^\r\n]*)(\r\n|\r|\n|$)")
FENCE = pattern(r" {0,3}(`{3,}|~{3,})[^`]*$")
HEADING = pattern(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$")
UNDERLINE = pattern(r" {0,3}(=+|-{2,})[ \t]*$")
RULE = pattern(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
QUOTE = pattern(r"[ \t]*(?:>[ \t]?)+")
ITEM = pattern(r"[ \t]*(?:[-*+•–]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
REFERENCE = pattern(r" {0,3}\[([^\[\]^][^\[\]]{0,199})\]:[ \t]*<?([^\s<>]{1,2000})>?[^\r\n]*$", re.M)
FOOTNOTE = pattern(r" {0,3}\[\^[^\s\]]{1,60}\]:[ \t]*")
DIVIDER = pattern(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
CELL = pattern(r"(?:\\\||[^|])+")
COMMENT = pattern(r"[ \t]*<!--(.*?)-->", re.S)
HTML_LINE = pattern(r"[ \t]*</?[a-zA-Z][^>]*>[ \t]*$")
PREFIXES = ((BlockKind.FOOTER, FOOTNOTE), (BlockKind.QUOTE, QUOTE), (BlockKind.ITEM, ITEM))
HARD_BREAK = pattern(r"(?:[ ]{2,}|\\)$")
SENTENCE_END = (".", "!", "?", ":", "…", "»", "”", '"', ")")
NARROWEST, WIDEST = 50, 130
"""Line lengths between which a text may have been wrapped by hand."""


class Part(NamedTuple):
    """One block before its marks are read; a comment has no kind."""

    kind: BlockKind | None
    text: Fragment
    level: int = 0


class Line(NamedTuple):
    """A line of the file, less its end, with where it starts and where the next one does."""

    text: str
    start: int
    next: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def references(source: str, start: int) -> dict[str, str]:
    """The addresses that links name by label."""
    return {found[1].strip().casefold(): found[2] for found in REFERENCE.finditer(source, start)}


def lines(source: str, start: int) -> Iterator[Line]:
    while start < len(source):
        found = LINE.match(source, start)
        if found is None or found.end() == start:
            return
        yield Line(found[1], start, found.end())
        start = found.end()


@dataclass
class Reading:
    """The reading of one file: the lines of the block that is still open, and what kind it is."""

    source: str
    kind: BlockKind = BlockKind.BODY
    lines: list[Line] = field(default_factory=list)
    fence: str = ""

    def parts(self, start: int) -> Iterator[Part]:
        every = list(lines(self.source, start))
        skip_to = 0
        for number, line in enumerate(every):
            if line.start < skip_to:
                continue
            if self.fence:
                yield from self._code(line)
            elif comment := self._comment(line):
                yield from self._close()
                yield Part(None, verbatim(self.source, *comment.span(1)).strip())
                skip_to = comment.end()
            else:
                yield from self._line(line, every[number + 1].text if number + 1 < len(every) else "")
        yield from self._close()

    def _code(self, line: Line) -> Iterator[Part]:
        text = line.text.strip()
        if text.startswith(self.fence) and not text.strip(self.fence[0]):
            self.fence = ""
        elif text:
            yield Part(BlockKind.CODE, verbatim(self.source, line.start, line.end))

    def _comment(self, line: Line) -> re.Match[str] | None:
        """A comment that stands alone on its lines."""
        if not line.text.lstrip().startswith("<!--"):
            return None
        found = COMMENT.match(self.source, line.start)
        return found if found and (found.end() >= line.end or not self.source[found.end() : line.end].strip()) else None

    def _line(self, line: Line, following: str) -> Iterator[Part]:
        text = line.text
        if self.lines and self.kind is BlockKind.BODY and (under := UNDERLINE.match(text)):
            whole = verbatim(self.source, self.lines[0].start, self.lines[-1].end)
            self.lines = []
            yield Part(BlockKind.HEADING, whole.strip(), 1 if under[1][0] == "=" else 2)
        elif not text.strip() or RULE.match(text) or HTML_LINE.match(text) or REFERENCE.match(text):
            yield from self._close()
        elif fence := FENCE.match(text):
            yield from self._close()
            self.fence = fence[1]
        elif heading := HEADING.match(text):
            yield from self._close()
            start, end = heading.span(2)
            yield Part(BlockKind.HEADING, verbatim(self.source, line.start + start, line.start + end), len(heading[1]))
        elif _is_row(text, following):
            yield from self._close()
            yield from self._row(line)
        else:
            yield from self._text(line)

    def _row(self, line: Line) -> Iterator[Part]:
        if DIVIDER.match(line.text):
            return
        for cell in CELL.finditer(line.text):
            if cell.group().strip():
                yield Part(BlockKind.TABLE, verbatim(self.source, line.start + cell.start(), line.start + cell.end()))

    def _text(self, line: Line) -> Iterator[Part]:
        """Running text opens a block or goes on with the open one."""
        for kind, prefix in PREFIXES:
            if found := prefix.match(line.text):
                if kind is not BlockKind.QUOTE or self.kind is not kind:
                    yield from self._close()
                self.kind = kind
                line = Line(line.text[found.end() :], line.start + found.end(), line.next)
                break
        else:
            if self.kind is BlockKind.FOOTER and not line.text.startswith((" ", "\t")):
                yield from self._close()
        if not line.text.strip():
            yield from self._close()
        else:
            self.lines.append(line)

    def _close(self) -> Iterator[Part]:
        """The open block: lines that were wrapped by hand joined, the others each on its own."""
        waiting, self.lines, kind, self.kind = self.lines, [], self.kind, BlockKind.BODY
        widest = max((len(line.text) for line in waiting), default=0)
        runs: list[tuple[str, int, int]] = []
        for before, line in zip([None, *waiting], waiting, strict=False):
            if before is not None:
                if is_wrapped(before.text, line.text, widest):
                    runs.append((" ", before.end, line.start - before.end))
                else:
                    yield Part(kind, joined(runs))
                    runs = []
            runs.extend(verbatim(self.source, line.start, line.end).strip().runs(0, len(line.text)))
        if runs:
            yield Part(kind, joined(runs))


def parts(source: str, start: int) -> Iterator[Part]:
    """The parts of the file from `start`, in order."""
    return Reading(source).parts(start)


def is_wrapped(line: str, following: str, widest: int) -> bool:
    """Whether the next line goes on with this one: its first word would not have fitted, or is in mid-sentence."""
    if HARD_BREAK.search(line):
        return False
    word = following.split(maxsplit=1)[0]
    if line.rstrip().endswith(SENTENCE_END) and not word[0].islower():
        return False
    if word[0].islower():
        return True
    return NARROWEST <= widest <= WIDEST and len(line) + 1 + len(word) > widest


def _is_row(text: str, following: str) -> bool:
    return text.lstrip().startswith("|") or (
        " | " in text and "|" in following and DIVIDER.match(following) is not None
    )
