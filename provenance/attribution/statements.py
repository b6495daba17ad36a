"""Attribution statements: lines and phrases of the text, by the phrases of the lexicon."""

from provenance.model.article import Article
from provenance.model.credit import Credit


def find_statements(article: Article) -> tuple[Credit, ...]:
    return ()
