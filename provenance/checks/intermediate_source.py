"""The source credited is itself a relay.

The outlet linked did not report the story: it is an aggregator, or the article itself names the original behind it.
Find the original, read it and credit it; name the relay as what it is.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.lexicon.tables import table
from provenance.model.article import Article
from provenance.model.credit import Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.finding import Value
from provenance.model.outlet import Outlet, OutletKind
from provenance.model.rule import Example
from provenance.model.span_index import Apart, SpanIndex
from provenance.model.text import Span
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import outlet_named, outlet_of
from provenance.registry.relays import relayed
from provenance.registry.urls import url_facts
from provenance.words.language_names import language_name

POINTERS = frozenset({Role.SOURCE, Role.TRANSLATION, Role.REPUBLICATION})
LABEL = 12
"""Characters a label with its colon may have."""
RELAYS = frozenset({OutletKind.AGGREGATOR})


@check(
    level="note",
    since="0.1",
    messages={
        "aggregator": {
            "en": "{name} collects other outlets' articles: credit the outlet that reported the story",
            "fr": "{name} reprend les articles d’autres médias : créditez celui qui a produit l’information",
        },
        "carried": {
            "en": "{name} only carried it: the statement names {origin} behind it, so credit and read {origin}",
            "fr": "{name} n’a fait que reprendre : la mention nomme {origin} derrière ; créditez et lisez {origin}",
        },
        "behind": {
            "en": "{name} does not seem to be the origin: the article names the original's authors ({people}), and "
            "{name} carries it in another language ({language})",
            "fr": "{name} ne semble pas être l’origine : l’article nomme les auteurs de l’original ({people}), et "
            "{name} le donne dans une autre langue ({language})",
        },
    },
    examples=(
        Example("Le pont rouvrira lundi.\n⟦Source : https://www.msn.com/fr-fr/actualite/le-pont-rouvre⟧", "fr"),
        Example(
            "Article original rédigé par : Mary Oduya.\nLe pont rouvrira lundi, a annoncé la mairie.\n"
            "⟦Source : https://www.example.com/2031/03/03/el-puente-de-la-ciudad-se-abre-de-nuevo-el-lunes/⟧",
            "fr",
        ),
        Example("Le pont rouvrira lundi.\nSource : https://www.lemonde.fr/planete/le-pont.html", "fr"),
        Example("Le pont rouvrira lundi.\nSource : Le Monde", "fr"),
        Example("The bridge will reopen on Monday.\n⟦Source: https://news.yahoo.com/bridge-reopens.html⟧", "en"),
        Example("The bridge will reopen on Monday.\nSource: https://www.theguardian.com/uk/bridge", "en"),
        Example("Le pont rouvrira lundi.\n⟦Source : MSN, qui reprend une dépêche de Reuters⟧", "fr"),
        Example("The bridge will reopen.\n⟦Source: Daily Mail, citing The Guardian⟧", "en"),
        Example("Die Brücke wird am Montag geöffnet.\n⟦Quelle: MSN, das einen Bericht von Reuters übernahm⟧", "de"),
        Example("Die Brücke wird am Montag geöffnet.\nQuelle: https://www.spiegel.de/panorama/bruecke", "de"),
        Example(
            "<p>Die Brücke wird geöffnet.</p><p>Vorlage: „Le pont“ von Claire Vasseur, "
            '<a href="https://www.lemonde.fr/p/2025/05/12/le-pont.html">Le Monde</a></p>',
            "de",
            format="html",
        ),
        Example("Die Brücke wird geöffnet, berichtet der Spiegel unter Berufung auf Reuters.", "de"),
        Example("El puente abrirá el lunes.\n⟦Fuente: MSN, que recoge una información de EFE⟧", "es"),
        Example("El puente abrirá el lunes.\nFuente: https://elpais.com/espana/puente", "es"),
        Example("El puente abrirá, según El País, que cita a EFE.", "es"),
        Example("Il ponte riaprirà lunedì.\n⟦Fonte: MSN, che riprende un lancio ANSA⟧", "it"),
        Example("Il ponte riaprirà lunedì.\nFonte: https://www.repubblica.it/ponte", "it"),
        Example("Il ponte riaprirà, scrive la Repubblica, che cita l’ANSA.", "it"),
        Example("A ponte reabrirá na segunda-feira.\n⟦Fonte: MSN, que reproduz notícia da Lusa⟧", "pt"),
        Example("A ponte reabrirá na segunda-feira.\nFonte: https://www.publico.pt/ponte", "pt"),
        Example("A ponte reabrirá, segundo o Público, que cita a Lusa.", "pt"),
        Example("De brug gaat maandag open.\n⟦Bron: MSN, dat een bericht van ANP overnam⟧", "nl"),
        Example("De brug gaat maandag open.\nBron: https://www.volkskrant.nl/brug", "nl"),
        Example("De brug gaat open, meldt De Standaard, die ANP citeert.", "nl"),
        Example("The bridge will reopen on Monday, Yahoo said.", "en"),
    ),
)
def intermediate_source(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    authors = [credit for credit in dossier.credits if credit.role is Role.ORIGINAL_AUTHOR]
    pointers = [credit for credit in dossier.credits if credit.role in POINTERS]
    told, credited = Apart(), SpanIndex(credit.span for credit in pointers)
    for credit in pointers:
        if told.overlaps(credit.span):
            continue
        people = [name for author in authors if not author.span.overlaps(credit.span) for name in author.people]
        outlet = (outlet_of(credit.domain) if credit.domain else None) or (
            outlet_named(credit.organisation) if credit.organisation else None
        )
        if credit.basis == "text" and (carried := carried_by(credit.span, outlet, dossier)):
            told.add(credit.span)
            yield carried
        elif outlet is not None and outlet.kind in RELAYS:
            told.add(credit.span)
            yield Observation(credit.span, "aggregator", {"name": outlet.name}, confidence=0.9)
        elif people and (language := foreign_language(credit, dossier)):
            name = credit.organisation or credit.domain or ""
            values: dict[str, Value] = {"name": name, "people": ", ".join(people), "language": language_name(language)}
            yield Observation(credit.span, "behind", values, confidence=0.65)
    for line in source_lines(article):
        if not credited.overlaps(line) and (carried := carried_by(line, None, dossier)):
            yield carried


def carried_by(statement: Span, outlet: Outlet | None, dossier: Dossier) -> Observation | None:
    """Told where the statement names somebody else behind the outlet it credits; the article itself is another rule."""
    article = dossier.article
    own = frozenset(name for name in (article.publisher, *dossier.house.names) if name)
    behind = relayed(article, statement, own)
    if behind is None or behind.name in own or (behind.domain and behind.domain in own_domains(dossier)):
        return None
    printed = article.text.plain[statement.start : behind.span.start]
    name = outlet.name if outlet and outlet.name != behind.name else printed.rpartition(": ")[2].strip(" ,")
    if not name or name == behind.name:
        return None
    span = Span(statement.start, max(statement.end, behind.span.end))
    return Observation(span, "carried", {"name": name, "origin": behind.name}, related=(behind.span,), confidence=0.9)


def own_domains(dossier: Dossier) -> set[str | None]:
    return {registered_domain(url) for url in (dossier.article.url, *dossier.house.domains) if url}


def source_lines(article: Article) -> Iterator[Span]:
    """Lines that open with a label such as "Source:", up to the end of their first sentence."""
    labels = table((article.language or "").split("-")[0], "citations").get("labels", ())
    text = article.text.folded
    for block in article.own:
        if text.startswith(tuple(labels), block.span.start):
            head = text[block.span.start : block.span.start + LABEL].partition(":")
            if head[1] and head[0].strip(" *_") in labels:
                stop = text.find(". ", *block.span)
                yield Span(block.span.start, stop if stop > 0 else block.span.end)


def foreign_language(credit: Credit, dossier: Dossier) -> str | None:
    """The language of a linked source where it is neither the article's nor the one usual for a named original."""
    if credit.role is not Role.SOURCE or not credit.url:
        return None
    language = url_facts(credit.url).language
    return language if language and language not in (dossier.article.language, "en") else None
