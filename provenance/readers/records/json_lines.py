"""JSON Lines: an object a line, an article each."""

from provenance.model.article import Article
from provenance.model.audit import Failure
from provenance.model.errors import ReadError
from provenance.model.text import Source
from provenance.readers.decoding import decode
from provenance.readers.records.json_line import fields_of
from provenance.readers.records.record import article_of, key_of


def read(data: bytes, path: str) -> list[Article | Failure]:
    """The articles of the file, each called by its `id` or else by its line; a line that is none is a failure."""
    whole = decode(data)
    found: list[Article | Failure] = []
    for number, line in enumerate(whole.content.split("\n"), 1):
        if not line.strip():
            continue
        member = f"{path}#{number}"
        try:
            fields = fields_of(line)
            member = f"{path}#{key_of(fields) or number}"
            found.append(article_of(fields, Source(line, whole.encoding, number), member, "jsonl"))
        except ReadError as error:
            found.append(Failure(member, str(error)))
    return found
