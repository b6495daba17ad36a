"""The steps an article itself declares."""

from provenance.model.article import Article
from provenance.model.credit import Credit
from provenance.model.dating import Dating
from provenance.model.house import House
from provenance.model.lineage import Derivation, OriginStatus


def declared_chain(
    article: Article, credits: tuple[Credit, ...], dating: Dating, house: House
) -> tuple[tuple[Derivation, ...], OriginStatus]:
    """The declared derivations, from the article backwards, and what they say of its origin."""
    return (), OriginStatus.UNKNOWN
