"""Credits that the metadata of a file declares."""

from provenance.model.article import Article
from provenance.model.credit import Credit


def read_metadata(article: Article) -> tuple[Credit, ...]:
    return ()
