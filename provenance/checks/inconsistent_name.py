"""One name stands in the article in two spellings.

A reader cannot tell which is right, and a search finds only half of the article. Nothing in the text decides between
the two, so none is called wrong: ask the source or the bearer's own page, then use one spelling throughout.
"""

from collections.abc import Iterator, Sequence

from provenance.inspection.check import Observation, check
from provenance.model.article import Article
from provenance.model.dossier import Dossier
from provenance.model.finding import Level
from provenance.model.record import replace
from provenance.model.rule import Example, Need
from provenance.model.text import Span
from provenance.words.nearness import Slip
from provenance.words.spellings import counted
from provenance.words.twins import Twins, twins
from provenance.words.variants import hyphen_variants

HOUSE_MATTER = 0.75
"""Confidence of what is right either way, and only wrong side by side."""

GUESS = 0.5
"""Confidence of what only a researcher wants to see; German joins and parts compounds freely."""


@check(
    level="warning",
    since="0.1",
    needs=(Need.LANGUAGE,),
    languages=("fr", "en", "es", "de", "it", "pt", "nl"),
    messages={
        "found": {
            "en": "“{wrong}” ({often_wrong}) and “{right}” ({often_right}) seem to be one name: choose one spelling",
            "fr": "« {wrong} » ({wrongs} fois) et « {right} » ({rights} fois) semblent désigner la même personne ou le "
            "même lieu : choisir une graphie",
        },
        "accepted": {
            "en": "“{wrong}” ({often_wrong}) and “{right}” ({often_right}) are both accepted: keep to one of them",
            "fr": "« {wrong} » ({wrongs} fois) et « {right} » ({rights} fois) sont admises toutes les deux : n’en "
            "garder qu’une",
        },
        "written": {
            "en": "“{wrong}” ({often_wrong}) and “{right}” ({often_right}) are one name written in two ways",
            "fr": "« {wrong} » ({wrongs} fois) et « {right} » ({rights} fois) : un seul nom, écrit de deux façons",
        },
    },
    examples=(
        Example("Vladimir Kavardov l’a dit hier. « Nous voulons entrer », a déclaré ⟦Kavadov→Kavardov⟧.", "fr"),
        Example(
            "Volodymyr Zelensky a parlé. Puis Volodymyr ⟦Zelenski→Zelensky⟧ est parti. Zelensky revient jeudi.", "fr"
        ),
        Example("Kim Ha-na a signé. Puis ⟦Ha Na→Ha-na⟧ est partie ; Kim Ha-na revient.", "fr"),
        Example("Jeanne Lemoigne et Paul Lemoine ont signé.", "fr"),
        Example("L’État répond. L’Etat paiera. Élise et Elise sont venues.", "fr"),
        Example("Senator Ruth Pettiford spoke. Later ⟦Pettifrod→Pettiford⟧ left.", "en"),
        Example("Wilma Pettiford met John Pettifer.", "en"),
        Example("The well-known Long Island Sound; a long island.", "en"),
        Example("El ministro Meles Zenarri viajó. ⟦Zenarru→Zenarri⟧ volvió tarde.", "es"),
        Example("La alcaldesa, Ana Zubeldia, habla. ⟦Zubeldía→Zubeldia⟧ firma el lunes.", "es"),
        Example("Ana Larrondo ganó a Luis Larrando.", "es"),
        Example("Los Zenarris viven aquí. Un Zenarri se fue.", "es"),
        Example("Pfarrer Anton Gschwendler kam. ⟦Gschwednler→Gschwendler⟧ schwieg.", "de"),
        Example("Der Gemeindesaal war voll. In Gemeindesälen wird getanzt.", "de"),
        Example("Anton Gschwendler kam. Gschwendlers Hund blieb.", "de"),
        Example("Il pastore Elio Brusaferra parla. ⟦Brusaefrra→Brusaferra⟧ tace.", "it"),
        Example("Elio Brusaferro parla con Anna Brusaferra.", "it"),
        Example("I Brusaferri e la Brusaferra.", "it"),
        Example("O bispo Davi Quaresmim falou. ⟦Quaresimm→Quaresmim⟧ calou.", "pt"),
        Example("Davi Quaresmo falou com Ana Quaresma.", "pt"),
        Example("Os Quaresmims chegaram. Um Quaresmim ficou.", "pt"),
        Example("Dominee Piet Hoogwaerder sprak. ⟦Hoogwearder→Hoogwaerder⟧ zweeg.", "nl"),
        Example("Hoogwaerders preek was lang. Piet Hoogwaerder zweeg.", "nl"),
        Example("Piet Hoogwaerder groette Jan Hoogwarder.", "nl"),
    ),
)
def inconsistent_name(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    for pair in twins(article, dossier.house.learnt):
        if not pair.is_decided:
            message = "accepted" if pair.accepted else "found"
            slips, models = ([place.span for place in places] for places in (pair.slips, pair.models))
            seen = compared(article, message, slips, models)
            level = Level.NOTE if pair.kind is Slip.ACCENT else Level.WARNING
            yield replace(seen, confidence=confidence(pair), level=level)
    for rare, usual in hyphen_variants(article):
        sure = GUESS if article.language == "de" else HOUSE_MATTER
        yield replace(compared(article, "written", rare, usual), confidence=sure, level=Level.NOTE)


def compared(article: Article, message: str, rare: Sequence[Span], usual: Sequence[Span]) -> Observation:
    """The first place of the rarer spelling, with the other places of both."""
    wrong, right = article.text.plain[slice(*rare[0])], article.text.plain[slice(*usual[0])]
    return Observation(
        rare[0],
        message,
        values=counted(wrong, rare, right, usual),
        replacement=right,
        related=(*rare[1:], *usual[:3]),
    )


def confidence(pair: Twins) -> float:
    if (pair.elsewhere and not pair.shared) or pair.listed or (len(pair.slips) > 1 and not pair.shared):
        return GUESS
    if pair.kind is Slip.OPENING or pair.is_short:
        return HOUSE_MATTER if pair.shared else GUESS
    if pair.accepted or pair.kind is Slip.ACCENT:
        return HOUSE_MATTER
    return 0.92 if pair.shared or pair.full != pair.apart else 0.75
