"""The one conductor: knows the order of the stations and holds no rule of its own.

bytes -> reader -> Article -> attribution -> dating -> lineage -> checks -> Dossier
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from provenance.attribution.find import find_credits
from provenance.dating.resolve import resolve_dating
from provenance.inspection.check import Check
from provenance.inspection.inspect import inspect
from provenance.inspection.rulebook import chosen
from provenance.lineage.declared import declared_chain
from provenance.model.article import Article
from provenance.model.dossier import Dossier
from provenance.model.errors import ReadError
from provenance.model.settings import Settings
from provenance.readers.shelf import reader_for
from provenance.words.languages import language_of

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes above which a file is refused: no article is that long, and time and memory must stay bounded."""


def read_articles(data: bytes, path: str) -> list[Article]:
    """The articles in a file, with the language they declare or are recognised to be in."""
    if len(data) > LARGEST_FILE:
        raise ReadError(f"the file is larger than {LARGEST_FILE // 1024 // 1024} MB")
    digest = hashlib.sha256(data).hexdigest()
    articles = reader_for(PurePath(path), data)(data, path)
    return [replace(article, sha256=digest, language=article.language or language_of(article)) for article in articles]


def audit_article(article: Article, settings: Settings, checks: Iterable[Check]) -> Dossier:
    """The belt, for one article."""
    said = settings.declared
    article = replace(article, language=said.language or article.language, url=said.url or article.url, facts={})
    credits = find_credits(article, settings.house)
    dating = resolve_dating(article, credits, said)
    chain, status = declared_chain(article, credits, dating, settings.house)
    dossier = Dossier(article, credits, dating, chain, status, house=settings.house)
    return inspect(dossier, checks)


def audit_bytes(data: bytes, path: str, settings: Settings) -> Iterator[Dossier]:
    """The dossiers of every article in a file; raises ReadError where it cannot be read."""
    checks = chosen(settings.select, settings.ignore)
    for article in read_articles(data, path):
        yield audit_article(article, settings, checks)
