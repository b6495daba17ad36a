"""A linked or printed domain imitates that of a known outlet.

Cloned sites such as `reuters.com.co` or `leparisien.ltd` live from one wrong letter or suffix, and a credit that leads
there lends them the outlet's name. Check the address letter by letter, open the outlet's own site, and replace the
link. Domains the registry knows, and names that are also common words, are silent.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.article import Article, derived
from provenance.model.dossier import Dossier
from provenance.model.rule import Example
from provenance.model.text import Span
from provenance.registry.hosts import host_of, registered_domain
from provenance.registry.lookalikes import imitates
from provenance.registry.mentions import mentions
from provenance.registry.outlets import outlet_named, outlet_of
from provenance.registry.urls import addresses

NAMED = 0.94
"""How sure a slip of one letter is where the text names the outlet."""
MARKUP = 80
"""Characters of markup that may stand between the words of a link and its address."""


@check(
    level="error",
    since="0.1",
    messages={
        "found": {
            "en": "“{domain}” imitates “{known}” ({outlet}), which is another site",
            "fr": "« {domain} » imite « {known} » ({outlet}), qui est un autre site",
        }
    },
    examples=(
        Example("Source : ⟦https://www.reuters.com.co/world/bridge-sold⟧", "fr"),
        Example("À lire sur ⟦leparisien.ltd⟧ depuis mardi.", "fr"),
        Example("À lire sur ⟦lemonde-fr.com⟧ depuis mardi.", "fr"),
        Example("À lire sur ⟦lemonde.fr-actu.com⟧ et sur ⟦https://www.lemonde-fr.uk.com/pont⟧.", "fr"),
        Example("À lire sur lemonde.fr, leparisien.fr et www.bbc.co.uk.", "fr"),
        Example("Le site mairie-exemple.fr, le blog lemondedelea.fr et lemonde-fr.proxy.exemple.fr en parlent.", "fr"),
        Example(
            "Voir lemonde.fr.cache.exemple.net, lefigaro-fr.renvoi.exemple.net et lemonde-fr.translate.goog.", "fr"
        ),
        Example("---\npublisher: Le Figaro\n---\n\nÀ lire sur https://lefigaro-fr.com/lac.", "fr", format="md"),
        Example("L’enquête du Figaro (⟦www.lefiqaro.fr⟧) le dit, comme ⟦liberatoin.fr⟧.", "fr"),
        Example("Voir lefigaro.fr, lemondeduvin.fr, la-croix-rouge.fr et themirror.co.", "fr"),
        Example("It was reported by ⟦washingtonp0st.com⟧ first, then on ⟦theguardlan.com⟧.", "en"),
        Example("It was first reported by the BBC (⟦https://www.bbc-co.uk.com/news/bridge⟧).", "en"),
        Example("It was reported by washingtonpost.com first. The shop at news-24.co.uk is closed.", "en"),
        Example("The shop at express-parcels.com and the site standard.net are down.", "en"),
        Example("Quelle: ⟦https://spiegel.ltd/artikel⟧", "de"),
        Example("Quelle: https://www.spiegel.de/artikel", "de"),
        Example("Das Portal stern-apotheke.de wirbt damit.", "de"),
        Example("Quelle: ⟦https://www.sueddeutshce.de/artikel⟧ und ⟦spieqel.de⟧", "de"),
        Example("Fuente: El Mundo, ⟦https://www.elmuundo.es/lago⟧", "es"),
        Example("Fuente: https://www.elmundo.es/lago", "es"),
        Example("La web elmundodelperro.es y la revista elpaisaje.com lo cuentan.", "es"),
        Example("Fonte: ⟦https://www.repubbllca.it/lago⟧", "it"),
        Example("Fonte: https://www.repubblica.it/lago", "it"),
        Example("I siti lastampante.it e repubblicani.it esistono.", "it"),
        Example("Fonte: Público, ⟦https://www.pubilco.pt/lago⟧", "pt"),
        Example("Fonte: https://www.publico.pt/lago", "pt"),
        Example("Os sites publicos.pt e expressao.pt existem.", "pt"),
        Example("Bron: ⟦https://www.volkskraant.nl/meer⟧", "nl"),
        Example("Bron: https://www.volkskrant.nl/meer", "nl"),
        Example("De sites standaardwerk.be en telegraafje.nl bestaan.", "nl"),
    ),
)
def lookalike_domain(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    own = {registered_domain(domain) for domain in dossier.house.domains}
    own.add(registered_domain(article.url) if article.url else None)
    publishers = {outlet_of(domain) for domain in own if domain} | {outlet_named(article.publisher or "")}
    seen: set[Span] = set()
    printed = [(address.span, address.url or article.text[address.span]) for address in addresses(article)]
    for span, url in (*printed, *((link.span, link.url) for link in article.links)):
        host = host_of(url) if "." in url else None
        if host is None or span in seen or outlet_of(host) or registered_domain(host) in own:
            continue
        is_printed_name = "/" not in url and not url.isascii()
        if not is_printed_name and (imitated := imitates(host)):
            seen.add(span)
            known, confidence = imitated
            outlet = outlet_of(known)
            if outlet and outlet in publishers:
                continue
            if outlet and outlet.name in named(article, span):
                confidence = max(confidence, NAMED)
            values = {"domain": host, "known": known, "outlet": outlet.name if outlet else known}
            yield Observation(_with_target(article, span, url), values=values, confidence=confidence)


def _with_target(article: Article, span: Span, url: str) -> Span:
    """The words of a link, or where the file has the address itself in its markup, the stretch that holds both."""
    text = article.text
    if url in text.source.content[slice(*text.raw(span))]:
        return span
    for wider in (Span(span.start, span.end + 1), Span(max(span.start - 1, 0), span.end)):
        if wider.end <= len(text.content) and "\n" not in text[wider]:
            raw = text.source.content[slice(*text.raw(wider))]
            if url in raw and len(raw) <= len(url) + len(text[wider]) + MARKUP:
                return wider
    return span


def named(article: Article, span: Span) -> frozenset[str]:
    """The outlets that the text names, or that the words of the link are."""
    words = outlet_named(article.text[span])
    return mentioned(article) | ({words.name} if words else set())


@derived
def mentioned(article: Article) -> frozenset[str]:
    return frozenset(mention.outlet.name for mention in mentions(article))
