"""Captions of pages: whose a picture is, whatever the wording, and which a machine made."""

import pytest

from provenance.model.credit import AiUse, Credit, Role
from provenance.model.settings import Settings
from provenance.pipeline import audit_bytes

STORY = {
    "fr": "Le marché couvert du quai a rouvert samedi matin après deux ans de travaux.",
    "en": "The covered market on the quay reopened on Saturday morning after two years of works.",
    "de": "Die Markthalle am Kai hat am Samstagmorgen nach zwei Jahren Bauzeit wieder geöffnet.",
    "es": "El mercado cubierto del muelle reabrió el sábado por la mañana tras dos años de obras.",
    "it": "Il mercato coperto del molo ha riaperto sabato mattina dopo due anni di lavori.",
    "pt": "O mercado coberto do cais reabriu no sábado de manhã depois de dois anos de obras.",
    "nl": "De overdekte markt aan de kade is zaterdagochtend na twee jaar verbouwen weer opengegaan.",
}


def credits_of(language: str, caption: str) -> list[Credit]:
    page = (
        f'<html lang="{language}"><body><article><h1>{STORY[language][:40]}</h1><figure><img src="a.jpg">'
        f"<figcaption>{caption}</figcaption></figure><p>{STORY[language]}</p></article></body></html>"
    )
    (dossier,) = audit_bytes(page.encode(), "a.html", Settings())
    return [credit for credit in dossier.credits if credit.role in (Role.IMAGE, Role.AI_DISCLOSURE)]


@pytest.mark.parametrize(
    ("language", "caption", "people", "organisation"),
    [
        ("fr", "Le marché à l’aube. Photo de Maud Perrin", ("Maud Perrin",), None),
        ("fr", "Le quai (photo Gendarmerie/AFP)", (), "AFP"),
        ("pt", "O mercado ao amanhecer. Fotografia de Rita Alves", ("Rita Alves",), None),
        ("es", "El muelle (foto Bomberos de Cádiz / EFE)", (), "EFE"),
        ("it", "Il mercato all’alba. Foto di Ada Longhi/ANSA", ("Ada Longhi",), "ANSA"),
        ("nl", "De markthal. Foto van Joris Smit", ("Joris Smit",), None),
        ("de", "Die Halle (Foto Feuerwehr Husum/dpa)", (), "dpa"),
    ],
)
def test_a_word_for_pictures_tells_whose_it_is(
    language: str, caption: str, people: tuple[str, ...], organisation: str | None
) -> None:
    (credit,) = credits_of(language, caption)
    assert (credit.role, credit.people, credit.organisation) == (Role.IMAGE, people, organisation)


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("de", "So sähe die Halle aus. Visualisierung: KI-generiert"),
        ("fr", "Le futur marché. Visuel : généré par IA"),
        ("en", "How the hall could look. Rendering: generated with AI"),
        ("es", "Así sería el mercado. Recreación: generada con IA"),
        ("it", "Come sarà il mercato. Rendering: generato con IA"),
        ("pt", "Como será o mercado. Ilustração: gerada por IA"),
        ("nl", "Zo kan de hal eruitzien. Visualisatie: AI-gegenereerd"),
    ],
)
def test_a_picture_that_a_machine_made_names_nobody(language: str, caption: str) -> None:
    (credit,) = credits_of(language, caption)
    assert (credit.role, credit.ai_uses, credit.agents) == (Role.AI_DISCLOSURE, (AiUse.IMAGE,), ())


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("fr", "Les commerçants posent pour la photo de famille"),
        ("es", "Una foto de Nuria Salas en su juventud cuelga en el bar"),
        ("it", "La foto di Ada Longhi bambina è in mostra"),
        ("en", "Visitors look at a photograph of Nell Abbott"),
        ("de", "Ein Foto von Jonas Petersen hängt im Rathaus"),
    ],
)
def test_whom_a_picture_shows_did_not_take_it(language: str, caption: str) -> None:
    assert credits_of(language, caption) == []
