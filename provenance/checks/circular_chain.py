"""The chain leads back to the article's own outlet or address.

An article that credits itself as its source hides where it comes from, most often because a copy's credit line was
carried along when the original took the copy back. Credit what stands before, or drop the line.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.article import Article, blocks_over
from provenance.model.block import ARTICLE
from provenance.model.credit import Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.lineage import Relation, Work
from provenance.model.rule import Example
from provenance.model.text import Span
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import folded
from provenance.registry.relays import relayed

MADE_FROM = frozenset({Relation.TRANSLATION, Relation.REPUBLICATION})
POINTERS = frozenset({Role.SOURCE, Role.TRANSLATION, Role.REPUBLICATION})


@check(
    level="error",
    since="0.1",
    messages={
        "found": {
            "en": "the article is credited to itself: {origin} is where it is published",
            "fr": "l’article se cite lui-même comme origine : {origin} est le site où il paraît",
        },
        "relay": {
            "en": "the chain closes: the source credited took the text from {origin}, where this is published",
            "fr": "la chaîne se referme : la source citée a repris le texte de {origin}, où il paraît",
        },
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
        Example(
            "---\ntitle: Bridge\npublisher: Harrow Gazette\n---\n\nThe bridge reopens.\n\n"
            "This story first appeared on The Guardian, ⟦which had it from the Harrow Gazette⟧.\n",
            "en",
            format="md",
        ),
        Example("The bridge will reopen.\nSource: Reuters", "en", url="https://www.example.com/news/bridge"),
        Example("The bridge will reopen.\nSource: https://www.example.com/news/bridge", "en"),
        Example(
            "Die Brücke wird geöffnet.\n⟦Quelle: https://www.example.com/bruecke⟧",
            "de",
            url="https://www.example.com/bruecke",
        ),
        Example("Die Brücke wird geöffnet.\nQuelle: Reuters", "de", url="https://www.example.com/bruecke"),
        Example("Die Brücke wird geöffnet.\nQuelle: https://www.example.com/bruecke", "de"),
        Example(
            "El puente abrirá.\n⟦Fuente: https://www.example.com/puente⟧", "es", url="https://www.example.com/puente"
        ),
        Example("El puente abrirá.\nFuente: EFE", "es", url="https://www.example.com/puente"),
        Example("El puente abrirá.\nFuente: https://www.example.com/puente", "es"),
        Example(
            "Il ponte riaprirà.\n⟦Fonte: https://www.example.com/ponte⟧", "it", url="https://www.example.com/ponte"
        ),
        Example("Il ponte riaprirà.\nFonte: Ansa", "it", url="https://www.example.com/ponte"),
        Example("Il ponte riaprirà.\nFonte: https://www.example.com/ponte", "it"),
        Example("A ponte reabrirá.\n⟦Fonte: https://www.example.com/ponte⟧", "pt", url="https://www.example.com/ponte"),
        Example("A ponte reabrirá.\nFonte: Lusa", "pt", url="https://www.example.com/ponte"),
        Example("A ponte reabrirá.\nFonte: https://www.example.com/ponte", "pt"),
        Example("De brug gaat open.\n⟦Bron: https://www.example.com/brug⟧", "nl", url="https://www.example.com/brug"),
        Example("De brug gaat open.\nBron: ANP", "nl", url="https://www.example.com/brug"),
        Example("De brug gaat open.\nBron: https://www.example.com/brug", "nl"),
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
    yield from _through_relays(dossier)
    yield from _through_pages(dossier)


def _through_pages(dossier: Dossier) -> Iterator[Observation]:
    """Sources whose own page, read online, names this article as where its text comes from, at whatever distance."""
    article, near = dossier.article, Span(0, 0)
    for step in dossier.chain:
        if step.made.path == article.path:
            near = next((span for span in step.spans if _is_visible(article, span.start)), article.first_line)
        elif step.origin.url and leads_back(step.origin, step.relation, article):
            yield Observation(near, "relay", {"origin": step.origin.url})


def _through_relays(dossier: Dossier) -> Iterator[Observation]:
    """Credits that say their outlet took the text from this one: "ran on X, which had it from us"."""
    article, seen = dossier.article, set[Span]()
    own = frozenset(name for name in (article.publisher, *dossier.house.names) if name)
    domains = {registered_domain(url) for url in (article.url, *dossier.house.domains) if url}
    if not own and not domains:
        return
    for credit in dossier.credits:
        if credit.role not in POINTERS or credit.basis != "text":
            continue
        behind = relayed(article, credit.span, own)
        if behind is None and credit.role is Role.REPUBLICATION and credit.span not in seen and _is_ours(credit, own):
            seen.add(credit.span)
            yield Observation(credit.span, values={"origin": credit.organisation or ""}, confidence=0.7)
        if behind is None or behind.span in seen:
            continue
        seen.add(behind.span)
        if (behind.domain and behind.domain in domains) or folded(behind.name) in {folded(name) for name in own}:
            yield Observation(behind.span, "relay", {"origin": behind.name})


def _is_ours(credit: Credit, own: frozenset[str]) -> bool:
    return credit.organisation is not None and folded(credit.organisation) in {folded(name) for name in own}


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
    return any(block.kind in ARTICLE for block in blocks_over(article, Span(offset, offset + 1)))
