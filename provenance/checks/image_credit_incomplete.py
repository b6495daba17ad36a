"""An image credit names nobody.

"Source : Internet", "Photo : DR" or a bare host name does not say who made or owns the image, and gives no protection
against its owner. Name the photographer and the agency, or the licence. An agency alone is a complete credit.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.credit import Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.rule import Example


@check(
    level="note",
    since="0.1",
    messages={
        "host": {
            "en": "only the site {domain} is credited for the image: name its author or agency",
            "fr": "seul le site {domain} est crédité pour l’image : nommez son auteur ou son agence",
        },
        "nobody": {
            "en": "the image credit names no author, agency or licence",
            "fr": "le crédit de l’image ne nomme ni auteur, ni agence, ni licence",
        },
    },
    examples=(
        Example("Le pont rouvrira lundi.\n⟦Source image : example.com⟧", "fr"),
        Example("Le pont rouvrira lundi.\nCrédit photo : Odile Vasseur / AFP", "fr"),
        Example("Le pont rouvrira lundi.\nPhoto : Getty Images", "fr"),
        Example("The bridge will reopen.\n⟦Image source: example.com⟧", "en"),
        Example("The bridge will reopen.\nPhoto: Thelma Oakes/AP", "en"),
        Example("The bridge will reopen. The image of the city suffered, a source said.", "en"),
    ),
)
def image_credit_incomplete(dossier: Dossier) -> Iterator[Observation]:
    for credit in dossier.credits:
        if credit.role is not Role.IMAGE or credit.basis != "text" or names_somebody(credit):
            continue
        if credit.domain:
            yield Observation(credit.span, "host", {"domain": credit.domain})
        else:
            yield Observation(credit.span, "nobody", confidence=0.7)


def names_somebody(credit: Credit) -> bool:
    return bool(credit.agents or credit.licence)
