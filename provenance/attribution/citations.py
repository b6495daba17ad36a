"""Other outlets cited in the running text."""

from provenance.model.article import Article
from provenance.model.credit import Credit
from provenance.model.house import House


def find_citations(article: Article, statements: tuple[Credit, ...], house: House) -> tuple[Credit, ...]:
    return ()
