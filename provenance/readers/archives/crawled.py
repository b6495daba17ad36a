"""The pages in a web archive (WARC, ISO 28500), each called by where its record starts."""

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any

from provenance.model.audit import Failure
from provenance.model.errors import ReadError
from provenance.model.member import Member
from provenance.model.page import Page

LARGEST_PAGE = 32 * 1024 * 1024
CHUNK = 64 * 1024
READ = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
MISSING = "a web archive needs the library warcio: pip install 'provenance-audit[archive]'"


def members(data: bytes) -> Iterator[Member | Failure]:
    """The pages that were answered with success, in their order. Raises ReadError where the file is no web archive."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise ReadError(MISSING) from error
    records, offset = ArchiveIterator(io.BytesIO(data)), 0
    try:
        while step := quietly(records):
            page, offset = step
            if isinstance(page, Page):
                yield Member(str(offset), page.url, page.data, page)
            elif page:
                yield Failure(str(offset), page)
    except ArchiveLoadFailed as error:
        raise ReadError("the file is no web archive, or a broken one") from error
    except (EOFError, OSError, ValueError, zlib.error):
        yield Failure(str(offset), "the archive is broken behind this record")


def quietly(records: Any) -> tuple[Page | str | None, int] | None:
    """The page of the next record, or why there is none, and where the record starts; None behind the last."""
    with redirect_stderr(io.StringIO()):  # the library writes there what it doubts
        record = next(records, None)
        if record is None:
            return None
        page = page_of(record) if is_page(record) else None
        return page, records.get_record_offset()  # which reads the record to its end


def is_page(record: Any) -> bool:
    return record.rec_type in ("response", "resource") and media_type(record) in READ and status(record) == "200"


def status(record: Any) -> str:
    return str(record.http_headers.get_statuscode()) if record.http_headers else "200"


def media_type(record: Any) -> str:
    return content_type(record).partition(";")[0].strip().lower()


def content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def page_of(record: Any) -> Page | str:
    """The page of a record, or why there is none; unpacked while it is read, and never further than it may be."""
    stream, parts, size = record.content_stream(), [], 0
    while part := stream.read(CHUNK):
        parts.append(part)
        size += len(part)
        if size > LARGEST_PAGE:
            return f"the page is larger than {LARGEST_PAGE // 1024 // 1024} MB"
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    day = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    charset = CHARSET.search(content_type(record))
    return Page(address, b"".join(parts), day, media_type(record), charset[1] if charset else None)
