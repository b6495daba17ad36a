"""When an article was published, on which basis, and its other anchors."""

from provenance.model.article import Article
from provenance.model.credit import Credit
from provenance.model.dating import DateBasis, Dating, PartialDate
from provenance.model.settings import Declared


def resolve_dating(article: Article, credits: tuple[Credit, ...], declared: Declared) -> Dating:
    """The publication date with the strongest basis there is, or none."""
    if declared.published and (published := PartialDate.parse(declared.published)):
        return Dating(published, DateBasis.OPTION)
    return Dating()
