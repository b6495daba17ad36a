"""Article to credits: what its lines say, what its metadata declares, whom its text cites."""

from provenance.attribution.bylines import find_bylines
from provenance.attribution.citations import find_citations
from provenance.attribution.metadata import read_metadata
from provenance.attribution.statements import find_statements
from provenance.model.article import Article
from provenance.model.credit import Credit
from provenance.model.house import House


def find_credits(article: Article, house: House) -> tuple[Credit, ...]:
    """Every attribution statement of the article, from its text and its metadata, in reading order."""
    statements = find_statements(article)
    bylines = find_bylines(article, statements)
    found = [*statements, *bylines, *find_citations(article, statements, house), *read_metadata(article)]
    return tuple(sorted(found, key=lambda credit: (credit.span, credit.role)))
