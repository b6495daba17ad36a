"""The article was made from the origin given with --origin, and credits nothing.

Printing another outlet's text without saying so takes its work and misleads readers about who vouches for it. Name the
outlet and its authors and link the original, or write the article anew from sources of your own.
"""

from collections.abc import Iterator

from provenance.inspection.check import Abstention, Observation, check
from provenance.model.dossier import Dossier
from provenance.model.rule import Example, Need

ORIGIN_FR = (
    "Le pont de Varennes rouvrira lundi\n"
    "Le vieux pont de Varennes-sur-Aude rouvrira lundi à 6 h 30, a annoncé mardi la maire, Odile Vasseur.\n"
    "Les travaux, commencés en mars 2029, ont coûté 4,7 millions d’euros, soit 900 000 euros de plus que prévu.\n"
    "« Nous avons trouvé des poutres rongées sur 38 mètres », a expliqué l’ingénieur Benoît Carpentras.\n"
    "Quelque 11 200 véhicules empruntaient l’ouvrage chaque jour avant sa fermeture.\n"
)
COPY_FR = (
    "Le vieux pont de Varennes-sur-Aude rouvrira lundi à 6 h 30, a fait savoir mardi la maire, Odile Vasseur.\n"
    "Les travaux, commencés en mars 2029, ont coûté 4,7 millions d’euros, soit 900 000 euros de plus que prévu.\n"
    "« Nous avons trouvé des poutres rongées sur 38 mètres », a expliqué l’ingénieur Benoît Carpentras.\n"
)
ORIGIN_EN = (
    "Harbour crane topples in Port Ellery\n"
    "A 60-metre crane toppled in the harbour of Port Ellery on Tuesday night, injuring three dockers.\n"
    "Harbour master Winifred Osgood said the crane, built in 1987, had passed its inspection in April.\n"
    "“We heard a bang and then the whole arm came down,” said docker Desmond Achterberg, 44.\n"
    "The terminal handles 2,300 containers a day and will stay shut until Friday.\n"
)
COPY_EN = (
    "A 60-metre crane toppled in the harbour of Port Ellery on Tuesday night, injuring three dockers.\n"
    "Harbour master Winifred Osgood said the crane, built in 1987, had passed its inspection in April.\n"
    "The terminal handles 2,300 containers a day and will stay closed until Friday.\n"
)


@check(
    level="error",
    since="0.1",
    needs=(Need.ORIGIN,),
    messages={
        "found": {
            "en": "{matched} of the sentences stand in {origin}, and the article credits nothing",
            "fr": "{matched} des phrases se trouvent dans {origin}, et l’article ne crédite rien",
        },
        "another": {
            "en": "the article does not match the origin given ({origin})",
            "fr": "l’article ne correspond pas à l’original indiqué ({origin})",
        },
    },
    examples=(
        Example("⟦Varennes : réouverture du pont lundi⟧\n" + COPY_FR, "fr", origin=ORIGIN_FR, origin_language="fr"),
        Example(
            "Varennes : réouverture du pont lundi\n" + COPY_FR + "Source : Le Monde\n",
            "fr",
            origin=ORIGIN_FR,
            origin_language="fr",
        ),
        Example(
            "La bibliothèque ouvre le dimanche\n"
            "La bibliothèque de Corvisart accueillera le public le dimanche dès le 4 mai, a indiqué son directeur.\n",
            "fr",
            origin=ORIGIN_FR,
            origin_language="fr",
        ),
        Example("⟦Crane accident in Port Ellery⟧\n" + COPY_EN, "en", origin=ORIGIN_EN, origin_language="en"),
        Example(
            "Crane accident in Port Ellery\n" + COPY_EN + "This article was originally published by The Guardian.\n",
            "en",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
        Example(
            "Library to open on Sundays\n"
            "The library of Corvisart will open on Sundays from 4 May, its director said.\n",
            "en",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
    ),
)
def undeclared_reuse(dossier: Dossier) -> Iterator[Observation | Abstention]:
    for origin in dossier.origins:
        if not origin.matches:
            yield Abstention("another", {"origin": origin.article.path})
        elif not origin.is_translation and not origin.credited:
            matched = f"{origin.likeness.matched:.0%}"
            yield Observation(
                dossier.article.first_line,
                values={"matched": matched, "origin": origin.article.path},
                confidence=origin.confidence,
            )
