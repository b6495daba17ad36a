"""Tables with the columns of JSON Lines: a row an article."""

from provenance.model.article import Article
from provenance.model.audit import Failure

SUFFIXES = (".csv", ".tsv")
MANY = True
IN_FOLDERS = False
"""A table in a folder of articles is more often a report about them: it is read where it is named."""


def read(data: bytes, path: str) -> list[Article | Failure]:
    from provenance.readers.records.delimited import read as reader  # paid for when the first such file is read

    return reader(data, path)
