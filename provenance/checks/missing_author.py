"""The article names where it comes from, but nobody who wrote it.

A source or an outlet is credited, yet no author, agency, desk or author of the original signs. Add the byline, or the
name of the original's author. An article that says nothing at all is told once, by `missing-attribution`.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.credit import AgentKind, Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.rule import Example

BYLINES = frozenset({Role.AUTHOR, Role.ORIGINAL_AUTHOR, Role.AGENCY, Role.CONTRIBUTOR, Role.DATELINE})
POINTERS = frozenset({Role.SOURCE, Role.TRANSLATION, Role.REPUBLICATION, Role.TRANSLATOR, Role.EDITOR})


def signs(credit: Credit) -> bool:
    if credit.role in BYLINES:
        return bool(credit.agents)
    return credit.role in POINTERS and any(agent.kind in (AgentKind.AGENCY, AgentKind.DESK) for agent in credit.agents)


@check(
    level="warning",
    since="0.1",
    messages={
        "found": {
            "en": "{source} is credited, but no author, agency or desk signs",
            "fr": "{source} est crédité, mais ni auteur, ni agence, ni rédaction ne signe",
        }
    },
    examples=(
        Example(
            "⟦Le pont de la Sarre rouvrira lundi, a annoncé la mairie.⟧\n"
            "Source : https://www.example.com/actu/2031/03/03/le-pont-rouvre-lundi/",
            "fr",
        ),
        Example("Le pont de la Sarre rouvrira lundi, a annoncé la mairie.\nSource : AFP", "fr"),
        Example(
            "Par Odile Vasseur\nLe pont de la Sarre rouvrira lundi.\n"
            "Source : https://www.example.com/actu/2031/03/03/le-pont-rouvre-lundi/",
            "fr",
        ),
        Example("Le pont de la Sarre rouvrira lundi, a annoncé la mairie, qui a voté le budget.", "fr"),
        Example(
            "⟦The old bridge will reopen on Monday, the city said.⟧\n"
            "Source: https://www.example.com/news/2031/03/03/bridge-to-reopen/",
            "en",
        ),
        Example("The old bridge will reopen on Monday, the city said.\nSource: Reuters", "en"),
        Example("The old bridge will reopen on Monday, the city said, after a year of work.", "en"),
        Example(
            "⟦Die Brücke wird am Montag geöffnet, teilte die Stadt mit.⟧\nQuelle: https://www.example.com/2031/03/03/bruecke/",
            "de",
        ),
        Example("Die Brücke wird am Montag geöffnet, teilte die Stadt mit.\nQuelle: dpa", "de"),
        Example("Die Brücke wird am Montag geöffnet, teilte die Stadt mit.", "de"),
        Example(
            "⟦El puente abrirá el lunes, anunció la alcaldía.⟧\nFuente: https://www.example.com/2031/03/03/puente/",
            "es",
        ),
        Example("El puente abrirá el lunes, anunció la alcaldía.\nFuente: EFE", "es"),
        Example("El puente abrirá el lunes, anunció la alcaldía.", "es"),
        Example(
            "⟦Il ponte riaprirà lunedì, ha annunciato il comune.⟧\nFonte: https://www.example.com/2031/03/03/ponte/",
            "it",
        ),
        Example("Il ponte riaprirà lunedì, ha annunciato il comune.\nFonte: Ansa", "it"),
        Example("Il ponte riaprirà lunedì, ha annunciato il comune.", "it"),
        Example(
            "⟦A ponte reabrirá na segunda-feira, anunciou a prefeitura.⟧\nFonte: https://www.example.com/2031/03/03/ponte/",
            "pt",
        ),
        Example("A ponte reabrirá na segunda-feira, anunciou a prefeitura.\nFonte: Lusa", "pt"),
        Example("A ponte reabrirá na segunda-feira, anunciou a prefeitura.", "pt"),
        Example(
            "⟦De brug gaat maandag open, meldde de gemeente.⟧\nBron: https://www.example.com/2031/03/03/brug/", "nl"
        ),
        Example("De brug gaat maandag open, meldde de gemeente.\nBron: ANP", "nl"),
        Example("De brug gaat maandag open, meldde de gemeente.", "nl"),
    ),
)
def missing_author(dossier: Dossier) -> Iterator[Observation]:
    pointers = [credit for credit in dossier.credits if credit.role in POINTERS]
    if pointers and not any(signs(credit) for credit in dossier.credits):
        first = pointers[0]
        source = first.organisation or first.domain or ", ".join(first.people) or dossier.article.text[first.span]
        yield Observation(dossier.article.first_line, values={"source": source}, related=(first.span,))
