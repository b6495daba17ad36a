"""Bytes to text: byte order marks, declared encodings, UTF-8, and the legacy Western encoding as a last resort."""

import codecs

from provenance.model.errors import ReadError
from provenance.model.text import Source

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY = frozenset(range(32)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B}


def decode(data: bytes, declared: str | None = None) -> Source:
    """The file as text. A byte order mark outranks `declared`, which outranks UTF-8; binary is refused."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if not data:
        raise ReadError("the file is empty")
    if unmarked := _unmarked_utf16(data):
        return _strict(data, unmarked)
    if b"\0" in data:
        raise ReadError("the file is binary (it holds NUL bytes)")
    for candidate in filter(None, (_known(declared), "utf-8")):
        try:
            return Source(data.decode(candidate), candidate)
        except UnicodeDecodeError:
            continue
    if sum(byte in BINARY for byte in data[:4096]) > len(data[:4096]) // 50:
        raise ReadError("the file is binary (too many control characters)")
    return Source(data.decode("cp1252", "replace"), "cp1252")


def _strict(data: bytes, encoding: str) -> Source:
    try:
        return Source(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"the file is not valid {encoding.upper()}: {error.reason} at byte {error.start}") from error


def _unmarked_utf16(data: bytes) -> str | None:
    head = data[:2000]
    if len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * len(head) / 2 and even == 0:
        return "utf-16-le"
    if even > 0.4 * len(head) / 2 and odd == 0:
        return "utf-16-be"
    return None


def _known(declared: str | None) -> str | None:
    """The codec of a declared encoding; browsers read Latin-1 as Windows-1252."""
    try:
        name = codecs.lookup(declared).name if declared else None
    except (LookupError, ValueError):
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name
