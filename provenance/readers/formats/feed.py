"""Feeds (RSS, Atom): an entry an article."""

import re

from provenance.model.article import Article
from provenance.model.audit import Failure

SUFFIXES = (".rss", ".atom")
MANY = True
ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")


def recognises(head: bytes) -> bool:
    """Whether the first bytes of a file whose suffix says nothing are those of a feed."""
    return ROOT.search(head.replace(b"\0", b"")) is not None and b"<html" not in head.lower()


def read(data: bytes, path: str) -> list[Article | Failure]:
    from provenance.readers.records.feeds import read as reader  # paid for when the first feed is read

    return reader(data, path)
