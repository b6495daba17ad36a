"""Article to credits."""

from provenance.model.article import Article
from provenance.model.credit import Credit
from provenance.model.house import House


def find_credits(article: Article, house: House) -> tuple[Credit, ...]:
    """Every attribution statement of the article, from its text and its metadata, in reading order."""
    return ()
