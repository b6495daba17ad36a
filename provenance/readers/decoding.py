"""Bytes to text: byte order marks, UTF-8, declared encodings, and the legacy Western encoding as a last resort."""

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
BINARY = bytes(sorted(frozenset(range(32)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B}))
SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"{\\rtf", "a rich text document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
SINGLE_BYTE_OR_ASIAN = ("iso8859", "cp", "koi8", "mac", "gb", "big5", "euc", "shift", "iso2022", "tis", "johab", "hz")
FEW = 100
"""One damaged character in so many is damage; more is another encoding."""


def decode(data: bytes, *declared: str | None) -> Source:
    """The file as text; raises ReadError for what is no text. Of the encodings declared the first that is known counts.

    A byte order mark comes first. Text that is valid UTF-8 beyond ASCII is UTF-8 whatever it declares, because no other
    encoding looks like that by chance and declarations survive conversions. Stray bytes become U+FFFD.
    """
    if not data:
        raise ReadError("the file is empty")
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise ReadError(f"the file is not text but {name}")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _repaired(data[len(mark) :], encoding)
    if unmarked := _unmarked_utf16(data):
        return _repaired(data, unmarked)
    if data.count(0) > len(data) // FEW:
        raise ReadError("the file is binary (it holds NUL bytes)")
    head = data[:4096]
    if len(head) - len(head.translate(None, BINARY)) > len(head) // 50:
        raise ReadError("the file is binary (too many control characters)")
    known = next(filter(None, map(_known, declared)), None)
    try:
        if not (known == "iso2022_jp" and data.isascii()):
            return Source(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if known:
        try:
            return Source(data.decode(known), known)
        except UnicodeDecodeError:
            pass
    if _is_damaged_utf8(data):
        return Source(data.decode("utf-8", "replace"), "utf-8")
    return Source(data.decode("cp1252", "replace"), "cp1252")


def _repaired(data: bytes, encoding: str) -> Source:
    content = data.decode(encoding, "replace")
    if content.count("\ufffd") > 1 + len(content) // FEW:
        raise ReadError(f"the file is not valid {encoding.upper()}")
    return Source(content, encoding)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is valid UTF-8."""
    content = data.decode("utf-8", "replace")
    damaged = content.count("\ufffd")
    beyond_ascii = sum(1 for char in content if char > "\x7f")
    return damaged * 2 < beyond_ascii


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
    """The codec of a declared legacy encoding; browsers read Latin-1 as Windows-1252."""
    try:
        name = codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        return None
    if name in ("iso8859-1", "latin-1", "ascii"):
        return "cp1252"
    return name if name.startswith(SINGLE_BYTE_OR_ASIAN) and name != "cp65001" else None
