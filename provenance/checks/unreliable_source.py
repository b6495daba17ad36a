"""A public report attributes the site that is credited or linked to an influence operation.

Networks such as Portal Kombat, RRN or CopyCop publish invented or laundered news on sites that look like news, and an
article that credits one passes it on. The finding names the report and its date and judges nothing: read the report,
look for the story elsewhere, and credit who really reported it. Only sites of the networks named in a public report are
told; that somebody re-published them is no reason. A link in the text is less sure than a credit, for it may be the
subject. A domain that imitates an outlet is told by `lookalike-domain`.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.credit import Role
from provenance.model.dossier import Dossier
from provenance.model.rule import Example
from provenance.model.span_index import Apart
from provenance.registry.hosts import host_of
from provenance.registry.influence import report_on
from provenance.registry.lookalikes import imitates

POINTERS = frozenset({Role.SOURCE, Role.TRANSLATION, Role.REPUBLICATION})
CREDITED, LINKED = 0.92, 0.7


@check(
    level="warning",
    since="0.1",
    messages={
        "found": {
            "en": "{domain} is attributed to the influence operation {network} by {author} ({date}): {url}",
            "fr": "{domain} est attribué à l’opération d’influence {network} par {author} ({date}) : {url}",
        }
    },
    examples=(
        Example("Le pont rouvrira lundi.\n⟦Source : https://pravda-fr.com/world/le-pont/⟧", "fr"),
        Example("Le pont rouvrira lundi.\nSource : https://www.lemonde.fr/planete/le-pont.html", "fr"),
        Example("Le rapport de VIGINUM cite le site pravda-fr.com parmi d’autres.", "fr"),
        Example("The bridge will reopen on Monday.\n⟦Source: https://pravda-en.com/world/bridge/⟧", "en"),
        Example("The bridge will reopen on Monday.\nSource: https://www.theguardian.com/uk/bridge", "en"),
        Example("The bridge will reopen on Monday, Pravda said.", "en"),
        Example("Die Brücke wird am Montag geöffnet.\n⟦Quelle: https://pravda-de.com/world/bruecke/⟧", "de"),
        Example("Die Brücke wird am Montag geöffnet.\nQuelle: https://www.spiegel.de/bruecke", "de"),
        Example("Die Brücke wird am Montag geöffnet.", "de"),
        Example("El puente abrirá el lunes.\n⟦Fuente: https://pravda-es.com/world/puente/⟧", "es"),
        Example("El puente abrirá el lunes.\nFuente: https://elpais.com/puente", "es"),
        Example("El puente abrirá el lunes.", "es"),
        Example("Il ponte riaprirà lunedì.\n⟦Fonte: https://pravda-en.com/world/ponte/⟧", "it"),
        Example("Il ponte riaprirà lunedì.\nFonte: https://www.repubblica.it/ponte", "it"),
        Example("Il ponte riaprirà lunedì.", "it"),
        Example("A ponte reabrirá na segunda-feira.\n⟦Fonte: https://pravda-en.com/world/ponte/⟧", "pt"),
        Example("A ponte reabrirá na segunda-feira.\nFonte: https://www.publico.pt/ponte", "pt"),
        Example("A ponte reabrirá na segunda-feira.", "pt"),
        Example("De brug gaat maandag open.\n⟦Bron: https://pravda-en.com/world/brug/⟧", "nl"),
        Example("De brug gaat maandag open.\nBron: https://www.volkskrant.nl/brug", "nl"),
        Example("De brug gaat maandag open.", "nl"),
    ),
)
def unreliable_source(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    credited = [(c.span, c.url or c.domain or "", CREDITED) for c in dossier.credits if c.role in POINTERS]
    linked = [(link.span, link.url, LINKED) for link in article.links]
    told = Apart()
    for span, address, confidence in (*credited, *linked):
        report = report_on(address) if "." in address else None
        host = host_of(address)
        if report is None or host is None or imitates(host) or told.overlaps(span):
            continue
        told.add(span)
        values = {
            "domain": host.removeprefix("www."),
            "network": report.network,
            "author": report.author,
            "date": report.date,
            "url": report.url,
        }
        yield Observation(span, values=values, confidence=confidence)
