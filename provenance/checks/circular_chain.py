"""The chain leads back to the article's own outlet or address.

An article that credits itself as its source hides where it comes from, most often because a copy's credit line was
carried along when the original took the copy back. Credit what stands before, or drop the line.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.article import Article
from provenance.model.dossier import Dossier
from provenance.model.lineage import Relation, Work
from provenance.model.rule import Example
from provenance.registry.hosts import registered_domain

MADE_FROM = frozenset({Relation.TRANSLATION, Relation.REPUBLICATION})


@check(
    level="error",
    since="0.1",
    messages={
        "found": {
            "en": "the article is credited to itself: {origin} is where it is published",
            "fr": "l’article se cite lui-même comme origine : {origin} est le site où il paraît",
        }
    },
    examples=(
        Example(
            "Le pont rouvrira lundi.\n⟦Source : https://www.example.com/actu/2031/03/03/pont/⟧",
            "fr",
            url="https://www.example.com/actu/2031/03/03/pont",
        ),
        Example(
            "Le pont rouvrira lundi.\nSource : https://www.example.com/actu/2031/03/01/travaux/",
            "fr",
            url="https://www.example.com/actu/2031/03/03/pont",
        ),
        Example("Le pont rouvrira lundi.\nSource : https://www.example.com/actu/2031/03/03/pont/", "fr"),
        Example(
            "The bridge will reopen.\n⟦Source: https://www.example.com/news/bridge⟧",
            "en",
            url="https://example.com/news/bridge?utm_source=rss",
        ),
        Example("The bridge will reopen.\nSource: Reuters", "en", url="https://www.example.com/news/bridge"),
        Example("The bridge will reopen.\nSource: https://www.example.com/news/bridge", "en"),
    ),
)
def circular_chain(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    for step in dossier.chain:
        if step.relation is Relation.IMAGE or not step.spans or not leads_back(step.origin, step.relation, article):
            continue
        spans = [span for span in step.spans if _is_visible(article, span.start)]
        if spans:
            yield Observation(spans[0], values={"origin": step.origin.url or step.origin.domain or ""})


def leads_back(origin: Work, relation: Relation, article: Article) -> bool:
    if not article.url:
        return False
    if origin.url:
        return bare(origin.url) == bare(article.url)
    return relation in MADE_FROM and origin.domain is not None and origin.domain == registered_domain(article.url)


def bare(url: str) -> str:
    """An address without scheme, www., query, fragment and closing slash."""
    address = url.split("://", 1)[-1].split("#")[0].split("?")[0].rstrip("/").lower()
    return address.removeprefix("www.")


def _is_visible(article: Article, offset: int) -> bool:
    return any(block.span.start <= offset < block.span.end for block in article.own)
