"""Markdown with front matter."""

from provenance.model.article import Article

SUFFIXES = (".md", ".markdown")


def read(data: bytes, path: str, charset: str | None = None) -> list[Article]:
    from provenance.readers.markdown import read as reader  # paid for when the first such file is read

    return reader(data, path, charset)
