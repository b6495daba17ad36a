"""Which reader reads a file: by its suffix, else by what it looks like. A new reader is a new file beside this one."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import PurePath

from provenance.model.article import Article

Reader = Callable[[bytes, str], list[Article]]

READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html.page",
    ".htm": "html.page",
    ".xhtml": "html.page",
    ".html.gz": "html.page",
}


@cache
def _reader(name: str) -> Reader:
    reader: Reader = import_module(f"provenance.readers.{name}").read
    return reader


def reader_for(path: PurePath, data: bytes) -> Reader:
    return _reader(reader_name(path, data))


def reader_name(path: PurePath, data: bytes) -> str:
    """The module beside this one that reads the file."""
    name = path.name.lower()
    for suffix in sorted(READERS, key=len, reverse=True):
        if name.endswith(suffix):
            return READERS[suffix]
    return "html.page" if data[:1024].lstrip().lower().startswith((b"<!doctype html", b"<html")) else "plain"
