"""What an address says of the page behind it."""

from dataclasses import dataclass

from provenance.model.article import Article, derived
from provenance.model.dating import PartialDate
from provenance.model.text import Span


@dataclass(frozen=True, slots=True)
class Address:
    """A URL or bare domain printed in the text."""

    span: Span
    url: str | None
    domain: str


@dataclass(frozen=True, slots=True)
class UrlFacts:
    domain: str | None = None
    published: PartialDate | None = None
    language: str | None = None


@derived
def addresses(article: Article) -> tuple[Address, ...]:
    """The URLs and bare domains printed in the article, in reading order."""
    return ()


def url_facts(url: str) -> UrlFacts:
    """Registered domain, date in the path, language of host, path or slug."""
    return UrlFacts()
