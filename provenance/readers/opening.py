"""From the bytes of a file to its articles, however many it holds: archives are opened and read member by member."""

import hashlib
from collections.abc import Iterator
from pathlib import PurePath
from types import ModuleType

from provenance.model.article import Article
from provenance.model.audit import Failure
from provenance.model.block import VISIBLE
from provenance.model.errors import ReadError
from provenance.model.member import Member
from provenance.model.page import Page
from provenance.model.record import replace
from provenance.readers.shelf import every_format, format_of, is_sought, page_reader, reader_for
from provenance.words.languages import language_of

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes above which a file is refused: no article is that long, and time and memory must stay bounded."""
LARGEST_COLLECTION = 256 * 1024 * 1024
"""Bytes above which a file that holds many articles is refused; they are held in memory while they are read."""


def opened(data: bytes, path: str, page: Page | None = None) -> Iterator[Article | Failure]:
    """The articles in a file, or on the page it was fetched from, with the language they declare or are recognised to
    be in; what is wrong with one member of a file is its failure. Raises ReadError where the file is no such thing."""
    if page is None and holds_many(path, data):
        yield from collection(data, path)
    else:
        yield from whole(data, path, page)


def whole(data: bytes, path: str, page: Page | None = None) -> Iterator[Article]:
    if len(data) > LARGEST_FILE:
        raise ReadError(f"the file is larger than {LARGEST_FILE // 1024 // 1024} MB")
    found = page_reader(page)(data, path) if page else reader_for(PurePath(path), data)(data, path)
    articles = [article for article in found if isinstance(article, Article)]
    if not any(map(shows_text, articles)):
        raise ReadError("it holds no text that a reader would see")
    digest = hashlib.sha256(data).hexdigest()
    for article in articles:
        yield known(replace(article, sha256=digest, url=article.url or (page.url if page else None)))


def collection(data: bytes, path: str, name: str | None = None) -> Iterator[Article | Failure]:
    """The articles of a file that holds many; `name` tells its format where its path does not."""
    if len(data) > LARGEST_COLLECTION:
        raise ReadError(f"the file is larger than {LARGEST_COLLECTION // 1024 // 1024} MB")
    module, empty = module_of(name or path, data), True
    found = members(module.members(data), path) if is_archive(module) else module.read(data, path)
    for one in found:
        empty = False
        yield one if isinstance(one, Failure) else checked(one)
    if empty:
        raise ReadError("it holds no article")


def members(found: Iterator[Member | Failure], path: str) -> Iterator[Article | Failure]:
    """The articles in the files of an archive. An archive in an archive stays closed."""
    for member in found:
        if isinstance(member, Failure):
            yield Failure(f"{path}#{member.path}", member.reason)
            continue
        if not (member.page or is_sought(member.name)):
            continue
        called = f"{path}#{member.key}"
        try:
            yield from opened_member(member, called)
        except ReadError as error:
            yield Failure(called, str(error))


def opened_member(member: Member, path: str) -> Iterator[Article | Failure]:
    if member.page is None and holds_many(member.name, member.data):
        if is_archive(module_of(member.name, member.data)):
            raise ReadError("an archive inside another is not opened: take it out first")
        yield from collection(member.data, path, member.name)
        return
    yield from (replace(article, path=path) for article in whole(member.data, member.name, member.page))


def checked(article: Article) -> Article | Failure:
    if not shows_text(article):
        return Failure(article.path, "it holds no text that a reader would see")
    content = article.text.source.content if not article.sha256 else ""
    digest = article.sha256 or hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()
    return known(replace(article, sha256=digest))


def known(article: Article) -> Article:
    return article if article.language else replace(article, language=language_of(article))


def shows_text(article: Article) -> bool:
    return any(block.kind in VISIBLE for block in article.blocks)


def holds_many(path: str, data: bytes) -> bool:
    """Whether a file is read as many articles."""
    return getattr(module_of(path, data), "MANY", False)


def is_archive(module: ModuleType) -> bool:
    return hasattr(module, "members")


def module_of(path: str, data: bytes) -> ModuleType:
    return every_format()[format_of(PurePath(path), data)]


def largest(path: str) -> int:
    """How many bytes of a file are read at most, by what its name says it is."""
    return LARGEST_COLLECTION if holds_many(path, b"") else LARGEST_FILE
