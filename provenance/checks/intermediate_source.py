"""The source credited is itself a relay.

The outlet linked did not report the story: it is an aggregator, or the article itself names the original behind it.
Find the original, read it and credit it; name the relay as what it is.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.credit import Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.outlet import OutletKind
from provenance.model.rule import Example
from provenance.registry.outlets import outlet_named, outlet_of
from provenance.registry.urls import url_facts

POINTERS = frozenset({Role.SOURCE, Role.TRANSLATION, Role.REPUBLICATION})
RELAYS = frozenset({OutletKind.AGGREGATOR})


@check(
    level="note",
    since="0.1",
    messages={
        "aggregator": {
            "en": "{name} collects other outlets' articles: credit the outlet that reported the story",
            "fr": "{name} reprend les articles d’autres médias : créditez celui qui a produit l’information",
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
        Example("The bridge will reopen on Monday, Yahoo said.", "en"),
    ),
)
def intermediate_source(dossier: Dossier) -> Iterator[Observation]:
    people = [name for credit in dossier.credits if credit.role is Role.ORIGINAL_AUTHOR for name in credit.people]
    for credit in dossier.credits:
        if credit.role not in POINTERS:
            continue
        outlet = (outlet_of(credit.domain) if credit.domain else None) or (
            outlet_named(credit.organisation) if credit.organisation else None
        )
        if outlet is not None and outlet.kind in RELAYS:
            yield Observation(credit.span, "aggregator", {"name": outlet.name}, confidence=0.9)
        elif people and (language := foreign_language(credit, dossier)):
            name = credit.organisation or credit.domain or ""
            values = {"name": name, "people": ", ".join(people), "language": language}
            yield Observation(credit.span, "behind", values, confidence=0.65)


def foreign_language(credit: Credit, dossier: Dossier) -> str | None:
    """The language of a linked source where it is neither the article's nor the one usual for a named original."""
    if credit.role is not Role.SOURCE or not credit.url:
        return None
    language = url_facts(credit.url).language
    return language if language and language not in (dossier.article.language, "en") else None
