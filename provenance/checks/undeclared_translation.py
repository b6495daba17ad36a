"""The source is in another language, and nothing says the article was translated.

A reader should know that the words were translated, from which language and by whom or by what machine. Add a
translation credit. Where the article only used the source for its own report, say so in the text instead.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.credit import AgentKind, AiUse, Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.rule import Example, Need
from provenance.registry.urls import url_facts
from provenance.words.language_names import language_name

ENGLISH = "https://www.example.com/2031/03/03/the-old-bridge-will-reopen-on-monday-says-the-city/"
DECLARED = frozenset({Role.TRANSLATION, Role.TRANSLATOR})


@check(
    level="warning",
    since="0.1",
    needs=(Need.LANGUAGE,),
    messages={
        "matched": {
            "en": "{matched} of the sentences stand in {origin} ({source_language}), and no translation is credited",
            "fr": "{matched} des phrases se trouvent dans {origin} ({source_language}), et aucune traduction n’est "
            "créditée",
        },
        "found": {
            "en": "the source is in another language ({source_language}) than this article ({language}), and no "
            "translation is credited",
            "fr": "la source est dans une autre langue ({source_language}) que cet article ({language}), et aucune "
            "traduction n’est créditée",
        },
    },
    examples=(
        Example(
            "Le pont rouvrira lundi, a annoncé la mairie.\n"
            "⟦Source : https://www.example.com/2031/03/03/the-old-bridge-will-reopen-on-monday-says-the-city/⟧",
            "fr",
        ),
        Example(
            "Le pont rouvrira lundi.\nTraduit de l’anglais par Odile Vasseur\n"
            "Source : https://www.example.com/2031/03/03/the-old-bridge-will-reopen-on-monday-says-the-city/",
            "fr",
        ),
        Example(
            "Le pont rouvrira lundi.\nSource : https://www.lemonde.fr/2031/le-pont-de-la-sarre-rouvre-lundi/", "fr"
        ),
        Example(
            "The bridge will reopen on Monday.\n"
            "⟦Source: https://www.example.com/2031/03/03/el-puente-de-la-ciudad-se-abre-de-nuevo-el-lunes/⟧",
            "en",
        ),
        Example("The bridge will reopen.\nSource: https://www.theguardian.com/uk/the-old-bridge-will-reopen", "en"),
        Example("The bridge will reopen on Monday, El País reported.", "en"),
        Example(
            "⟦Une grue s’effondre à Port Ellery⟧\n"
            "Une grue de 60 mètres s’est effondrée mardi soir dans le port de Port Ellery, blessant trois dockers.\n"
            "La capitaine du port, Winifred Osgood, dit que la grue, de 1987, avait été contrôlée en avril.\n"
            "« Un grand bruit, et tout le bras est tombé », raconte le docker Desmond Achterberg, 44 ans.\n"
            "Le terminal traite 2 300 conteneurs par jour et restera fermé jusqu’à vendredi.\n",
            "fr",
            origin="Harbour crane topples in Port Ellery\n"
            "A 60-metre crane toppled in the harbour of Port Ellery on Tuesday night, injuring three dockers.\n"
            "Harbour master Winifred Osgood said the crane, built in 1987, had passed its inspection in April.\n"
            "“We heard a bang and then the whole arm came down,” said docker Desmond Achterberg, 44.\n"
            "The terminal handles 2,300 containers a day and will stay shut until Friday.\n",
            origin_language="en",
        ),
        Example("Die Brücke wird am Montag geöffnet.\n⟦Quelle: " + ENGLISH + "⟧", "de"),
        Example("Die Brücke wird am Montag geöffnet.\nAus dem Englischen von Odile Vasseur\nQuelle: " + ENGLISH, "de"),
        Example("Die Brücke wird am Montag geöffnet.", "de"),
        Example("El puente abrirá el lunes.\n⟦Fuente: " + ENGLISH + "⟧", "es"),
        Example("El puente abrirá el lunes.\nTraducido del inglés por Odile Vasseur\nFuente: " + ENGLISH, "es"),
        Example("El puente abrirá el lunes.", "es"),
        Example("Il ponte riaprirà lunedì.\n⟦Fonte: " + ENGLISH + "⟧", "it"),
        Example("Il ponte riaprirà lunedì.\nTradotto dall’inglese da Odile Vasseur\nFonte: " + ENGLISH, "it"),
        Example("Il ponte riaprirà lunedì.", "it"),
        Example("A ponte reabrirá na segunda-feira.\n⟦Fonte: " + ENGLISH + "⟧", "pt"),
        Example("A ponte reabrirá na segunda-feira.\nTraduzido do inglês por Odile Vasseur\nFonte: " + ENGLISH, "pt"),
        Example("A ponte reabrirá na segunda-feira.", "pt"),
        Example("De brug gaat maandag open.\n⟦Bron: " + ENGLISH + "⟧", "nl"),
        Example("De brug gaat maandag open.\nVertaald uit het Engels door Odile Vasseur\nBron: " + ENGLISH, "nl"),
        Example("De brug gaat maandag open.", "nl"),
    ),
)
def undeclared_translation(dossier: Dossier) -> Iterator[Observation]:
    language = dossier.article.language or ""
    if any(credit.role in DECLARED or AiUse.TRANSLATION in credit.ai_uses for credit in dossier.credits):
        return
    for origin in dossier.origins:
        if origin.matches and origin.is_translation and not origin.credited:
            yield Observation(
                dossier.article.first_line,
                "matched",
                values={
                    "matched": f"{origin.likeness.matched:.0%}",
                    "origin": origin.article.path,
                    "source_language": language_name(origin.article.language or ""),
                },
                confidence=origin.confidence,
            )
    original_credited = any(credit.role is Role.ORIGINAL_AUTHOR for credit in dossier.credits)
    for credit in dossier.credits:
        if credit.role not in (Role.SOURCE, Role.REPUBLICATION) or is_agency(credit):
            continue
        source_language = credit.language or (url_facts(credit.url).language if credit.url else None)
        if source_language and source_language.split("-")[0] != language.split("-")[0]:
            yield Observation(
                credit.span,
                values={"source_language": language_name(source_language), "language": language_name(language)},
                confidence=0.92 if original_credited or credit.role is Role.REPUBLICATION else 0.75,
            )


def is_agency(credit: Credit) -> bool:
    return any(agent.kind is AgentKind.AGENCY for agent in credit.agents)
