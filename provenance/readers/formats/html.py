"""Saved pages."""

from provenance.model.article import Article

SUFFIXES = (".html", ".htm", ".xhtml", ".html.gz")


def recognises(head: bytes) -> bool:
    """Whether the first bytes of a file whose suffix says nothing are those of a page."""
    return head.lstrip().lower().startswith((b"<!doctype html", b"<html"))


def read(data: bytes, path: str, charset: str | None = None) -> list[Article]:
    from provenance.readers.html.page import read as reader  # paid for when the first such file is read

    return reader(data, path, charset)
