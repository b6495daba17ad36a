"""JSON Lines: an object a line, an article each."""

from provenance.model.article import Article
from provenance.model.audit import Failure
from provenance.model.errors import ReadError
from provenance.model.text import Source
from provenance.readers.decoding import decode
from provenance.readers.records.json_line import fields_of
from provenance.readers.records.record import article_of, key_of, told_apart


def read(data: bytes, path: str) -> list[Article | Failure]:
    """The articles of the file, each called by its `id` or else by its line; a line that is none is a failure,
    and so is one whose `id` an earlier one has."""
    whole = decode(data)
    found: list[Article | Failure] = []
    keys: set[str] = set()
    for number, line in enumerate(whole.content.split("\n"), 1):
        if not line.strip():
            continue
        member = f"{path}#{number}"
        try:
            fields = fields_of(line)
            member = f"{path}#{told_apart(key_of(fields), keys) or number}"
            found.append(article_of(fields, Source(line, whole.encoding, number), member, "jsonl"))
        except ReadError as error:
            found.append(Failure(member, str(error)))
    return found
