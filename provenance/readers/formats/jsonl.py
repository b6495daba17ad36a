"""JSON Lines: an object a line, with the columns `text` or `html`, `id`, `headline`, `language`, `published`, `url`,
`publisher`, `authors`."""

from provenance.model.article import Article
from provenance.model.audit import Failure

SUFFIXES = (".jsonl", ".ndjson")
MANY = True


def read(data: bytes, path: str) -> list[Article | Failure]:
    from provenance.readers.records.json_lines import read as reader  # paid for when the first such file is read

    return reader(data, path)
