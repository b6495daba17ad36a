"""Plain text, and whatever no other format recognises."""

from provenance.model.article import Article

SUFFIXES = (".txt", ".text")


def read(data: bytes, path: str, charset: str | None = None) -> list[Article]:
    from provenance.readers.plain import read as reader  # paid for when the first such file is read

    return reader(data, path, charset)
