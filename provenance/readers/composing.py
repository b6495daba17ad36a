"""Building the text of an article together with its way back to the file."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from provenance.model.article import Metadatum
from provenance.model.block import Block, BlockKind, Link, Mark
from provenance.model.text import Source, Span, Stretch, Text


class Fragment(NamedTuple):
    """A value and, for each run of it, the run of the file it was read from (starts relative to the value)."""

    text: str
    stretches: tuple[Stretch, ...]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Where a run of the value stands in the file: offset and length."""
        touched = self._touched(start, end)
        if not touched:
            at = self.stretches[-1].raw_start + self.stretches[-1].raw_length if self.stretches else 0
            return at, 0
        first, last = touched[0], touched[-1]
        head = start - first.start if first.length == first.raw_length else 0
        tail = last.start + last.length - end if last.length == last.raw_length else 0
        begin, finish = first.raw_start + head, last.raw_start + last.raw_length - tail
        return begin, max(0, finish - begin)

    def cut(self, start: int, end: int) -> "Fragment":
        return joined(self.runs(start, end))

    def strip(self) -> "Fragment":
        inner = self.text.strip()
        if len(inner) == len(self.text):
            return self
        start = self.text.index(inner) if inner else 0
        return self.cut(start, start + len(inner))

    def replace(self, pattern: re.Pattern[str], decoded: Callable[[str], str]) -> "Fragment":
        """Each match as what it stands for: one piece, mapped to all of the match."""
        runs: list[tuple[str, int, int]] = []
        at = 0
        for found in pattern.finditer(self.text):
            written, value = found.group(), decoded(found.group())
            if value == written:
                continue
            runs.extend(self.runs(at, found.start()))
            runs.append((value, *self.raw(*found.span())))
            at = found.end()
        if not at:
            return self
        return joined([*runs, *self.runs(at, len(self.text))])

    def _touched(self, start: int, end: int) -> tuple[Stretch, ...]:
        """The stretches that share a character with a run of the value."""
        if start >= end:
            return ()
        first = bisect_right(self.stretches, start, key=itemgetter(0)) - 1
        return self.stretches[max(0, first) : bisect_left(self.stretches, end, key=itemgetter(0))]

    def runs(self, start: int, end: int) -> list[tuple[str, int, int]]:
        """A part of the value as runs: text, offset and length in the file."""
        runs = []
        for piece in self._touched(start, end):
            head, tail = max(piece.start, start), min(piece.start + piece.length, end)
            exact = piece.length == piece.raw_length
            raw_start = piece.raw_start + (head - piece.start if exact else 0)
            runs.append((self.text[head:tail], raw_start, tail - head if exact else piece.raw_length))
        return runs


def joined(runs: Iterable[tuple[str, int, int]]) -> Fragment:
    """A fragment of runs: text, offset and length in the file."""
    parts, stretches, size = [], [], 0
    for text, raw_start, raw_length in runs:
        if text:
            parts.append(text)
            stretches.append(Stretch(size, len(text), raw_start, raw_length))
            size += len(text)
    return Fragment("".join(parts), tuple(stretches))


def verbatim(source: str, start: int, end: int) -> Fragment:
    """A run of the file as it stands there."""
    return Fragment(source[start:end], (Stretch(0, end - start, start, end - start),) if end > start else ())


class Declared(NamedTuple):
    """A metadatum before it has a place in the text: see `Metadatum`."""

    name: str
    value: Fragment
    syntax: str
    type: str | None = None
    group: int = 0


@dataclass
class Composer:
    """Text written run by run, with its blocks and links; declared values follow after the visible text."""

    parts: list[str] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    size: int = 0
    raw_end: int = 0

    def write(self, text: str, raw_start: int, raw_length: int) -> None:
        """One run: character for character where the lengths agree, otherwise one piece."""
        length = len(text)
        if not length:
            return
        last = self.stretches[-1] if self.stretches else None
        if (
            last
            and length == raw_length
            and last.length == last.raw_length
            and last.raw_start + last.raw_length == raw_start
        ):
            self.stretches[-1] = Stretch(last.start, last.length + length, last.raw_start, last.length + length)
        else:
            self.stretches.append(Stretch(self.size, length, raw_start, raw_length))
        self.parts.append(text)
        self.size += length
        self.raw_end = raw_start + raw_length

    def insert(self, text: str) -> None:
        """Text that is not in the file (a line break between blocks)."""
        self.write(text, self.raw_end, 0)

    def append(self, fragment: Fragment) -> Span:
        start, at = self.size, 0
        for piece in fragment.stretches:
            self.write(fragment.text[at : at + piece.length], piece.raw_start, piece.raw_length)
            at += piece.length
        return Span(start, self.size)

    def declare(self, declared: Iterable[Declared]) -> tuple[Metadatum, ...]:
        """Appends each value as a block of its own."""
        metadata = []
        for datum in declared:
            if not datum.value.text:
                continue
            if self.size:
                self.insert("\n")
            span = self.append(datum.value)
            self.blocks.append(Block(BlockKind.METADATA, span, hints=frozenset({datum.name.lower(), datum.syntax})))
            metadata.append(Metadatum(datum.name, datum.value.text, span, datum.syntax, datum.type, datum.group))
        return tuple(metadata)

    def text(self, source: Source) -> Text:
        """The text so far; an empty one maps to the start of the file."""
        return Text("".join(self.parts), source, tuple(self.stretches) or (Stretch(0, 0, 0, 0),))
