"""Tables (CSV, TSV): a row an article, its columns named in the first row, each cell with its place."""

import re
from collections.abc import Iterator

from provenance.model.article import Article
from provenance.model.audit import Failure
from provenance.model.errors import ReadError
from provenance.model.patterns import pattern
from provenance.model.text import Source
from provenance.readers.composing import Fragment, verbatim
from provenance.readers.decoding import decode
from provenance.readers.records.record import PAGE, TEXT, Field, article_of, key_of, told_apart

DELIMITERS = ",;\t|"
LINE_END = pattern(r"\r\n|\r|\n")
DOUBLED = pattern('""')
PEOPLE = frozenset({"author", "authors"})
BETWEEN_PEOPLE = pattern(r"\s*[;|]\s*")


def read(data: bytes, path: str) -> list[Article | Failure]:
    """The articles of the table, each called by its `id` or else by its line; a row whose `id` an earlier one has is a
    failure. Raises ReadError where no column holds text."""
    whole = decode(data)
    delimiter = delimiter_of(whole.content)
    rows = rows_of(whole.content, delimiter)
    _, head = next(rows, (1, ""))
    names = [cell.text.strip().lower() for cell in cells_of(head, delimiter)]
    if not {PAGE, *TEXT}.intersection(names):
        raise ReadError(f"the table has no column '{TEXT[0]}' or '{PAGE}'")
    found: list[Article | Failure] = []
    keys: set[str] = set()
    for line, row in rows:
        if not row.strip():
            continue
        cells = cells_of(row, delimiter)
        fields = [part for name, cell in zip(names, cells, strict=False) for part in parts_of(name, cell)]
        member = f"{path}#{line}"
        try:
            member = f"{path}#{told_apart(key_of(fields), keys) or line}"
            found.append(article_of(fields, Source(row, whole.encoding, line), member, "csv"))
        except ReadError as error:
            found.append(Failure(member, str(error)))
    return found


def delimiter_of(content: str) -> str:
    """The sign that stands most often between the names of the columns."""
    head = content.split("\n", 1)[0]
    return max(DELIMITERS, key=head.count)


def rows_of(content: str, delimiter: str) -> Iterator[tuple[int, str]]:
    """Each row with the line it starts on; line breaks between quotation marks belong to a row."""
    line, start = 1, 0
    for end, following in row_ends(content, delimiter):
        row = content[start:end]
        yield line, row
        line += 1 + len(LINE_END.findall(row))
        start = following


def row_ends(content: str, delimiter: str) -> Iterator[tuple[int, int]]:
    """Where each row ends and the next one starts."""
    at, size = 0, len(content)
    while at < size:
        while True:
            at = cell_end(content, at, delimiter)
            if at >= size or content[at] != delimiter:
                break
            at += 1
        following = at + 2 if content.startswith("\r\n", at) else at + 1
        yield at, following
        at = following


def cell_end(content: str, at: int, delimiter: str) -> int:
    """The offset behind the cell that starts at an offset; a quotation mark that is never closed ends with the text."""
    if content.startswith('"', at):
        at += 1
        while (closing := content.find('"', at)) >= 0 and content.startswith('"', closing + 1):
            at = closing + 2
        if closing < 0:
            return len(content)
        at = closing + 1
    found = re.compile(rf"[{re.escape(delimiter)}\r\n]").search(content, at)
    return found.start() if found else len(content)


def cells_of(row: str, delimiter: str) -> list[Fragment]:
    cells, at = [], 0
    while at <= len(row):
        end = cell_end(row, at, delimiter)
        if row.startswith('"', at):
            closing = row.rfind('"', at + 1, end)
            inner = verbatim(row, at + 1, closing if closing > at else end)
            cells.append(inner.replace(DOUBLED, lambda _: '"'))
        else:
            cells.append(verbatim(row, at, end))
        at = end + 1
    return cells


def parts_of(name: str, cell: Fragment) -> Iterator[Field]:
    """A cell as a field; several people in it are several fields."""
    if name not in PEOPLE:
        yield Field(name, cell)
        return
    start = 0
    for found in [*BETWEEN_PEOPLE.finditer(cell.text), None]:
        end = found.start() if found else len(cell.text)
        yield Field(name, cell.cut(start, end))
        start = found.end() if found else end
