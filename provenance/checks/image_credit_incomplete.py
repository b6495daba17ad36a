"""An image credit names nobody.

"Source : Internet", "Photo : DR", "Foto: Divulgação" or a bare host name does not say who made or owns the image, and
gives no protection against its owner. Name the photographer and the agency, or the licence. An agency alone is a
complete credit, and so is what says whom the picture comes from: "privat", a handout, "courtesy of …", an archive.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.credit import Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.rule import Example
from provenance.registry.nobody import is_nobody


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
        Example("Le pont rouvrira lundi.\n⟦Photo : DR⟧", "fr"),
        Example("The bridge will reopen.\n⟦Image: supplied⟧", "en"),
        Example("The bridge will reopen.\nPhoto: courtesy of the Halden family", "en"),
        Example("Die Brücke wird geöffnet.\n⟦Bild: Internet⟧", "de"),
        Example("Die Brücke wird geöffnet.\nFoto: privat", "de"),
        Example("Die Brücke wird geöffnet.\nFoto: Ida Moor/dpa", "de"),
        Example("El puente abrirá.\n⟦Foto: redes sociales⟧", "es"),
        Example("El puente abrirá.\nFoto: Ida Mora / EFE", "es"),
        Example("El puente abrirá.\nFoto: EFE", "es"),
        Example("Il ponte riaprirà.\n⟦Foto: Internet⟧", "it"),
        Example("Il ponte riaprirà.\nFoto: Ansa", "it"),
        Example("Il ponte riaprirà.\nFoto di Ida Mori", "it"),
        Example("A ponte reabrirá.\n⟦Foto: Divulgação⟧", "pt"),
        Example("A ponte reabrirá.\nFoto: Ida Moura/Agência Brasil", "pt"),
        Example("A ponte reabrirá.\nFoto: Arquivo pessoal", "pt"),
        Example("De brug gaat open.\n⟦Foto: internet⟧", "nl"),
        Example("De brug gaat open.\nFoto: eigen foto", "nl"),
        Example("De brug gaat open.\nFoto: ANP", "nl"),
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
    return bool(credit.licence) or any(not is_nobody(agent.name) for agent in credit.agents)
