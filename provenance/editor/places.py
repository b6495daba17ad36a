"""Places as an editor counts them: from zero, columns in the units agreed on (UTF-16 unless another is)."""

from lsprotocol.types import Position, Range
from lsprotocol.types import PositionEncodingKind as Unit

from provenance.model.record import record
from provenance.model.text import Source, Span, Text

UTF_16 = Unit.Utf16
BYTES = {
    Unit.Utf8: ("utf-8", 1),
    UTF_16: ("utf-16-le", 2),
    Unit.Utf32: ("utf-32-le", 4),
}
"""How each unit is counted: the encoding, and its bytes for one unit."""


def units(words: str, encoding: str) -> int:
    codec, size = BYTES[Unit(encoding)]
    return len(words.encode(codec, "surrogatepass")) // size


@record
class Places:
    """The way between the spans of an article and the places in the document an editor shows.

    `shift` is 1 where the document keeps a byte order mark, which the article has not.
    """

    text: Text
    encoding: str = UTF_16
    shift: int = 0

    def range(self, span: Span) -> Range:
        """The place of a span of the article."""
        return self.raw_range(self.text.raw(span))

    def raw_range(self, raw: Span) -> Range:
        return Range(self.position(raw.start), self.position(raw.end))

    def position(self, offset: int) -> Position:
        source = self.text.source
        line, column = source.line_and_column(offset)
        start = offset - column + 1
        return Position(line - 1, units(source.content[start:offset], self.encoding) + (self.shift if line == 1 else 0))

    def offset(self, position: Position) -> int:
        """The offset in the decoded file; places beyond a line or the file are its end."""
        source = self.text.source
        if position.line >= len(source.line_starts):
            return len(source.content)
        start, end = source.line_starts[position.line], end_of_line(source, position.line)
        left = position.character - (self.shift if position.line == 0 else 0)
        offset = start
        while offset < end and left > 0:
            left -= units(source.content[offset], self.encoding)
            offset += 1
        return offset


def end_of_line(source: Source, line: int) -> int:
    following = source.line_starts[line + 1] if line + 1 < len(source.line_starts) else len(source.content)
    return len(source.content[:following].rstrip("\r\n")) if following else 0
