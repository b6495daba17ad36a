"""The outlet named as the source is not the one that is linked.

"Source : Le Monde" over a link to another site sends the reader to something that was not used, or hides a relay. Name
what is linked, or link what is named. Links into the article's own site (a tag page about the agency) and to the
outlet's sister domains are fine.

With --online the page a source leads to is read as well. That it could not be, or holds another text by now, is told as
not measured: pages change.
"""

from collections.abc import Iterable, Iterator, Set

from provenance.inspection.check import Observation, check
from provenance.model.article import Article, blocks_over, links_in
from provenance.model.credit import Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.outlet import Outlet, OutletKind
from provenance.model.patterns import pattern
from provenance.model.rule import Example
from provenance.model.span_index import Apart
from provenance.model.text import Span
from provenance.registry.hosts import registered_domain
from provenance.registry.linked_names import linked_names
from provenance.registry.outlets import domains_named, outlet_named, outlet_of
from provenance.registry.relays import relayed

WORD = pattern(r"[^\W\d_]+")
LONG = 4
"""Letters from which a word of a name tells it from another."""

POINTERS = frozenset({Role.SOURCE, Role.TRANSLATION, Role.REPUBLICATION})

ELSEWHERE = frozenset({OutletKind.PLATFORM, OutletKind.AGGREGATOR, OutletKind.SITE})
"""Where an outlet's own pages and channels are found as well."""

CARRIED = 0.7
"""Other outlets carry what an agency wrote, so its name over their address may be meant."""

CITED, NAMED = 0.9, 0.75
"""How sure a link of the text is whose words are another outlet's name: cited as the source, or only named."""


@check(
    level="warning",
    since="0.1",
    messages={
        "found": {
            "en": "{name} is named, but the link leads to {domain}; {name} publishes on {own}",
            "fr": "{name} est nommé, mais le lien mène à {domain} ; {name} publie sur {own}",
        },
        "stranger": {
            "en": "{name} is named, but the link leads to {domain}, the site of {owner}",
            "fr": "{name} est nommé, mais le lien mène à {domain}, le site de {owner}",
        },
    },
    examples=(
        Example("Le pont rouvrira lundi.\n⟦Source : Le Monde, https://www.lefigaro.fr/societe/le-pont-20310303⟧", "fr"),
        Example("Le pont rouvrira lundi.\nSource : Le Monde, https://www.lemonde.fr/planete/le-pont.html", "fr"),
        Example("Le pont rouvrira lundi.\nSource : Le Monde", "fr"),
        Example(
            "The bridge will reopen.\n⟦Source: The Guardian, https://www.nytimes.com/2031/03/03/bridge.html⟧", "en"
        ),
        Example("The bridge will reopen.\nSource: The Guardian, https://www.theguardian.com/uk/bridge", "en"),
        Example("Die Brücke wird geöffnet.\n⟦Quelle: Der Spiegel, https://www.welt.de/bruecke⟧", "de"),
        Example("Die Brücke wird geöffnet.\nQuelle: Der Spiegel, https://www.spiegel.de/bruecke", "de"),
        Example("Die Brücke wird geöffnet.\nQuelle: Der Spiegel", "de"),
        Example("El puente abrirá.\n⟦Fuente: El País, https://www.elmundo.es/puente⟧", "es"),
        Example("El puente abrirá.\nFuente: El País, https://elpais.com/puente", "es"),
        Example("El puente abrirá.\nFuente: El País", "es"),
        Example("Il ponte riaprirà.\n⟦Fonte: La Stampa, https://www.repubblica.it/ponte⟧", "it"),
        Example("Il ponte riaprirà.\nFonte: La Stampa, https://www.lastampa.it/ponte", "it"),
        Example("Il ponte riaprirà.\nFonte: La Stampa", "it"),
        Example("A ponte reabrirá.\n⟦Fonte: Público, https://expresso.pt/ponte⟧", "pt"),
        Example("A ponte reabrirá.\nFonte: Público, https://www.publico.pt/ponte", "pt"),
        Example("A ponte reabrirá.\nFonte: Público", "pt"),
        Example("De brug gaat open.\n⟦Bron: de Volkskrant, https://www.telegraaf.nl/brug⟧", "nl"),
        Example("De brug gaat open.\nBron: de Volkskrant, https://www.volkskrant.nl/brug", "nl"),
        Example("De brug gaat open.\nBron: de Volkskrant", "nl"),
        Example(
            "---\nsource: ⟦Le Monde⟧\nsource_url: https://www.lefigaro.fr/pont-20310303\n---\n\nLe pont rouvrira.",
            "fr",
            format="md",
        ),
        Example("Une page figurait lundi dans [⟦Libération⟧](https://www.lefigaro.fr/x).", "fr", format="md"),
        Example("Selon [⟦Mediapart⟧](https://www.lemonde.fr/x), le pont est vendu.", "fr", format="md"),
        Example("Selon [Mediapart](https://www.mediapart.fr/x), le pont est vendu.", "fr", format="md"),
        Example("La [Libération](https://www.lefigaro.fr/x) de la ville date de 1944.", "fr", format="md"),
        Example(
            "Es stand in der [⟦Süddeutschen Zeitung⟧](https://www.derstandard.at/x) von gestern.", "de", format="md"
        ),
        Example(
            "Es stand in der [Süddeutschen Zeitung](https://www.sueddeutsche.de/x) von gestern.", "de", format="md"
        ),
        Example("The sale was reported by the [⟦Guardian⟧](https://www.nytimes.com/x) first.", "en", format="md"),
        Example(
            "The [Guardian](https://www.youtube.com/x) has a channel, [Reuters](https://abc.net.au/x).",
            "en",
            format="md",
        ),
        Example(
            "This article first appeared in [⟦Harbour Lines⟧](https://www.nytimes.com/x).\n\nThe bridge will reopen.",
            "en",
            format="md",
        ),
        Example(
            "This article first appeared in [Harbour Lines](https://harbourlines.example/x).\n\nThe bridge reopens.",
            "en",
            format="md",
        ),
        Example("The bridge will reopen.\nSource: City of Halden, https://www.halden.example.org/news/bridge", "en"),
    ),
)
def source_mismatch(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    own = {domain for domain in (registered_domain(article.url) if article.url else None,) if domain}
    own.update(dossier.house.domains)
    together, told = by_span(dossier.credits), Apart()
    for credit in dossier.credits:
        if credit.role not in (*POINTERS, Role.AGENCY) or not is_written(credit) or not credit.organisation:
            continue
        named = outlet_named(credit.organisation)
        if named is None and (strange := of_another(credit, article, own)):
            yield strange
            continue
        domain = linked_domain(credit, article) or beside(credit, together[credit.span])
        if (
            named is None
            or not named.domains
            or domain is None
            or domain in own
            or domain in domains_named(credit.organisation)
        ):
            continue
        owner = outlet_of(domain)
        if owner is None or owner.kind is OutletKind.PLATFORM or owner.name == named.name:
            continue
        if relayed(article, credit.span) is not None:
            continue
        yield observed(credit.span, named, domain, CARRIED if credit.role is Role.AGENCY else CITED)
        if not told.overlaps(credit.span):
            told.add(credit.span)
    yield from in_running_text(article, own, told)


def of_another(credit: Credit, article: Article, own: Set[str]) -> Observation | None:
    """The link that names the outlet an article came from, which no list knows, and leads to a known newspaper's site.

    A mere source may be an institute whose study the newspaper tells of.
    """
    if credit.role not in (Role.TRANSLATION, Role.REPUBLICATION):
        return None
    for link in links_in(article, around(credit, article)):
        words, domain = article.text.folded[link.span.start : link.span.end], registered_domain(link.url)
        owner = outlet_of(domain) if domain else None
        if domain is None or owner is None or domain in own or owner.kind is not OutletKind.NEWSPAPER:
            continue
        parts = {part for part in WORD.findall(words) if len(part) >= LONG}
        own_name = f"{owner.name} {domain}".casefold()
        if words == str(credit.organisation).casefold() and parts and not any(part in own_name for part in parts):
            values = {"name": article.text[link.span], "domain": domain, "owner": owner.name}
            return Observation(link.span, "stranger", values, confidence=NAMED)
    return None


def around(credit: Credit, article: Article) -> Span:
    """The credit's paragraph, whose next sentence may hold the link."""
    block = next(blocks_over(article, credit.span), None)
    return block.span if block else credit.span


def in_running_text(article: Article, own: Set[str], told: Apart) -> Iterator[Observation]:
    """Names of outlets that are links to another outlet's site, where no credit told them."""
    for linked in linked_names(article):
        domain, owner = registered_domain(linked.domain) or linked.domain, linked.owner
        if owner is None or owner.kind in ELSEWHERE or owner.name == linked.named.name or domain in own:
            continue
        if domain in domains_named(article.text[linked.span]) or told.overlaps(linked.span):
            continue
        yield observed(linked.span, linked.named, domain, CITED if linked.sure else NAMED)


def observed(span: Span, named: Outlet, domain: str, confidence: float) -> Observation:
    values = {"name": named.name, "domain": domain, "own": ", ".join(named.domains[:2])}
    return Observation(span, values=values, confidence=confidence)


def is_written(credit: Credit) -> bool:
    """Whether a person wrote the credit: in the text, or in the front matter of a Markdown file."""
    return credit.basis == "text" or credit.evidence.startswith("front-matter")


def by_span(credits: Iterable[Credit]) -> dict[Span, list[Credit]]:
    together: dict[Span, list[Credit]] = {}
    for credit in credits:
        together.setdefault(credit.span, []).append(credit)
    return together


def beside(credit: Credit, credits: Iterable[Credit]) -> str | None:
    """The domain that the same statement gives, where it is read as a credit of its own."""
    same = [other.domain for other in credits if other.role is credit.role and other.domain]
    named = {other.organisation for other in credits if other.organisation}
    return same[0] if len(same) == 1 and len(named) == 1 else None


def linked_domain(credit: Credit, article: Article) -> str | None:
    if credit.domain:
        return credit.domain
    links = links_in(article, credit.span)
    return registered_domain(links[0].url) if len(links) == 1 else None
