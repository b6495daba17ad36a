"""A source is named without a link to it.

"Source : Le Monde" tells where something comes from, but nobody can check what the source said. Link the article
itself. Agencies publish no addresses of their dispatches and images have a credit of their own: both are exempt.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.credit import AgentKind, Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.rule import Example
from provenance.model.span_index import SpanIndex
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import folded, outlet_named
from provenance.registry.urls import addresses

POINTERS = frozenset({Role.SOURCE, Role.TRANSLATION, Role.REPUBLICATION})


@check(
    level="note",
    since="0.1",
    messages={
        "found": {
            "en": "{source} is credited without a link: add the address of the article used",
            "fr": "{source} est crédité sans lien : ajoutez l’adresse de l’article utilisé",
        }
    },
    examples=(
        Example("Le pont rouvrira lundi, selon la mairie.\n⟦Source : Le Monde⟧", "fr"),
        Example("Le pont rouvrira lundi, selon la mairie.\nSource : AFP", "fr"),
        Example("Le pont rouvrira lundi.\nSource : Le Monde\nhttps://www.lemonde.fr/planete/le-pont.html", "fr"),
        Example(
            "Le pont rouvrira lundi.\nSource : https://www.lemonde.fr/planete/article/2031/03/03/le-pont.html", "fr"
        ),
        Example("The bridge will reopen on Monday.\n⟦Source: The Guardian⟧", "en"),
        Example("The bridge will reopen on Monday.\nSource: https://www.theguardian.com/uk/2031/mar/03/bridge", "en"),
        Example("The bridge will reopen, a source at the city hall said.", "en"),
        Example("Die Brücke wird am Montag geöffnet.\n⟦Quelle: Der Spiegel⟧", "de"),
        Example("Die Brücke wird am Montag geöffnet.\nQuelle: dpa", "de"),
        Example("El puente abrirá el lunes.\n⟦Fuente: El País⟧", "es"),
        Example("El puente abrirá el lunes.\nFuente: EFE", "es"),
        Example("La fuente de la plaza abrirá el lunes.", "es"),
        Example("Il ponte riaprirà lunedì.\n⟦Fonte: La Stampa⟧", "it"),
        Example("Il ponte riaprirà lunedì.\nFonte: Ansa", "it"),
        Example("La fonte del Po è sul Monviso.", "it"),
        Example("A ponte reabrirá na segunda-feira.\n⟦Fonte: Público⟧", "pt"),
        Example("A ponte reabrirá na segunda-feira.\nFonte: Lusa", "pt"),
        Example("A fonte da praça reabrirá na segunda-feira.", "pt"),
        Example("De brug gaat maandag open.\n⟦Bron: de Volkskrant⟧", "nl"),
        Example("De brug gaat maandag open.\nBron: ANP", "nl"),
        Example("De bron van de Maas ligt in Frankrijk.", "nl"),
        Example("Die Quelle der Spree liegt in der Oberlausitz.", "de"),
    ),
)
def source_without_link(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    linked: set[str | None] = {address.domain for address in addresses(article) if address.url}
    linked |= {registered_domain(link.url) for link in article.links}
    links = SpanIndex(link.span for link in article.links)
    addressed = SpanIndex(credit.span for credit in dossier.credits if credit.url)
    for credit in dossier.credits:
        if credit.role not in POINTERS or credit.basis != "text" or credit.url or credit.domain:
            continue
        outlets = [agent for agent in credit.agents if agent.kind in (AgentKind.OUTLET, AgentKind.GROUP)]
        if not outlets or links.overlaps(credit.span):
            continue
        if addressed.overlaps(credit.span):
            continue
        if credit.organisation and article.publisher and folded(credit.organisation) == folded(article.publisher):
            continue
        if _address_given(credit, linked):
            continue
        yield Observation(credit.span, values={"source": outlets[0].name})


def _address_given(credit: Credit, linked: set[str | None]) -> bool:
    """Whether an address of that outlet stands elsewhere in the article."""
    outlet = outlet_named(credit.organisation) if credit.organisation else None
    return bool(outlet and linked.intersection(outlet.domains))
