"""Which reader reads a file: by its suffix, else by what it looks like. Every module on the shelf of formats is one.

A format declares `SUFFIXES` and `read`; it may declare `recognises`, which is asked of files whose suffix says nothing.
One that holds `MANY` articles is read record by record or, if it declares `members` instead of `read`, opened file by
file; one that is not `IN_FOLDERS` is read only where it is named.
All are imported at a start, so what a format needs for reading is imported when it reads.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from importlib import import_module
from pathlib import PurePath
from types import ModuleType

from provenance.model.article import Article
from provenance.model.audit import Failure
from provenance.model.page import Page
from provenance.model.shelves import modules_on
from provenance.readers import formats

Reader = Callable[[bytes, str], Sequence[Article | Failure]]
PAGES = {"text/plain": "plain", "text/markdown": "markdown"}
"""Formats by the media type a server declares; any other page is HTML."""
LAST = "plain"
"""Reads what nobody recognises."""
HEAD = 1024


@cache
def every_format() -> Mapping[str, ModuleType]:
    return {name: import_module(f"{formats.__name__}.{name}") for name in modules_on(formats.__path__)}


@cache
def suffixes() -> Mapping[str, str]:
    """Every ending of a file with the format it stands for, the longest first."""
    found = {suffix: name for name, module in every_format().items() for suffix in module.SUFFIXES}
    return {suffix: found[suffix] for suffix in sorted(found, key=lambda suffix: (-len(suffix), suffix))}


def reader_for(path: PurePath, data: bytes) -> Reader:
    reader: Reader = every_format()[format_of(path, data)].read
    return reader


def page_reader(page: Page) -> Reader:
    """Who reads a page that was fetched: what the server says it is counts, not how its address ends."""
    read = every_format()[PAGES.get(page.media_type or "", "html")].read
    return partial(read, charset=page.charset)


def format_of(path: PurePath, data: bytes) -> str:
    """The name of the format that reads the file."""
    name = path.name.lower()
    for suffix, format in suffixes().items():
        if name.endswith(suffix):
            return format
    for format, module in every_format().items():
        if hasattr(module, "recognises") and module.recognises(data[:HEAD]):
            return format
    return LAST


def sought() -> tuple[str, ...]:
    """The endings of the files that are taken for articles where a folder or an archive is searched."""
    return tuple(end for end, name in suffixes().items() if getattr(every_format()[name], "IN_FOLDERS", True))


def is_sought(name: str) -> bool:
    return name.lower().endswith(sought())
