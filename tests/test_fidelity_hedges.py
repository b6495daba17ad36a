"""What the origin leaves open must stay open."""

import unicodedata

import pytest

from provenance.fidelity.hedge_words import Openness, wordings
from provenance.lexicon.tables import languages, table
from provenance.model.settings import Declared, Profile, Settings
from provenance.pipeline import audit_bytes
from provenance.words.stock_phrases import spelt_out

CASES = [
    pytest.param(language, wording, example, id=f"{language}-{wording[:40]}")
    for language in languages()
    for kind in Openness
    for wording, example in table(language, "hedges").get(kind, {}).items()
]

ORIGIN = (
    "Two breweries in talks\n"
    "The Wolkenried brewery may be close to a deal with its rival Osterkamp, two people said on Monday.\n"
    "Wolkenried employs 310 people in Grunau and brewed 1.4 million hectolitres last year.\n"
    "Osterkamp’s owner, Henrike Ballauf, declined to comment on the price.\n"
)

REST = {
    "fr": "Wolkenried emploie 310 personnes à Grunau et a brassé 1,4 million d’hectolitres l’an dernier.",
    "en": "Wolkenried has 310 employees in Grunau and brewed 1.4 million hectolitres last year.",
    "es": "Wolkenried emplea a 310 personas en Grunau y elaboró 1,4 millones de hectolitros el año pasado.",
    "de": "Wolkenried beschäftigt 310 Menschen in Grunau und braute im Vorjahr 1,4 Millionen Hektoliter.",
    "it": "Wolkenried impiega 310 persone a Grunau e ha prodotto 1,4 milioni di ettolitri l’anno scorso.",
    "pt": "A Wolkenried emprega 310 pessoas em Grunau e produziu 1,4 milhão de hectolitros no ano passado.",
    "nl": "Wolkenried heeft 310 mensen in dienst in Grunau en brouwde vorig jaar 1,4 miljoen hectoliter.",
}


def dropped(article: str, language: str, origin: str = ORIGIN, origin_language: str = "en") -> list[str]:
    """The openings of the sentences that are told to have lost a hedge."""
    settings = Settings(profile=Profile.RESEARCH, select=frozenset({"dropped-hedge"}), declared=Declared(language))
    origins = tuple(audit_bytes(origin.encode(), "origin.txt", Settings(declared=Declared(origin_language))))
    (dossier,) = audit_bytes(article.encode(), "article.txt", settings, origins)
    return [dossier.article.text[finding.span][:20] for finding in dossier.findings]


@pytest.mark.parametrize(("language", "wording", "example"), CASES)
def test_wording_is_found_in_its_example(language: str, wording: str, example: str) -> None:
    folded = example.replace("’", "'").lower()
    found = {folded[hit.start : hit.end] for hit in wordings(language).find(folded)}
    assert not found.isdisjoint(spelt_out(wording))


@pytest.mark.parametrize("language", languages())
def test_data_is_sourced_folded_and_without_doubles(language: str) -> None:
    data = table(language, "hedges")
    assert data["source"]
    assert data["concessions"]
    seen: set[str] = set()
    for kind in Openness:
        for wording in data.get(kind, {}):
            for phrase in spelt_out(wording):
                assert phrase == unicodedata.normalize("NFC", phrase).lower()
                assert "’" not in phrase
                assert phrase not in seen, f"'{phrase}' stands twice"
                seen.add(phrase)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "fr",
            "La brasserie Wolkenried est proche d’un accord avec sa rivale Osterkamp, ont dit deux personnes lundi.",
        ),
        (
            "es",
            "La cervecera Wolkenried está cerca de un acuerdo con su rival Osterkamp, dijeron el lunes dos personas.",
        ),
        (
            "de",
            "Die Brauerei Wolkenried steht vor einer Einigung mit der Rivalin Osterkamp, sagten am Montag zwei Leute.",
        ),
        (
            "it",
            "Il birrificio Wolkenried è vicino a un accordo con il rivale Osterkamp, hanno detto lunedì due persone.",
        ),
        (
            "pt",
            "A cervejeira Wolkenried está perto de um acordo com a rival Osterkamp, disseram na segunda duas pessoas.",
        ),
        ("nl", "Brouwerij Wolkenried is dicht bij een akkoord met rivaal Osterkamp, zeiden twee mensen maandag."),
        ("en", "The brewery Wolkenried is close to a deal with its rival Osterkamp, two people said on Monday."),
    ],
)
def test_a_possible_deal_that_became_a_near_one_is_told(language: str, sentence: str) -> None:
    assert dropped(f"{sentence}\n{REST[language]}\n", language) == [sentence[:20]]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "La brasserie Wolkenried serait proche d’un accord avec sa rivale Osterkamp, ont dit deux personnes."),
        ("fr", "La brasserie Wolkenried est-elle proche d’un accord avec sa rivale Osterkamp ?"),
        ("es", "La cervecera Wolkenried podría estar cerca de un acuerdo con Osterkamp, dijeron dos personas."),
        ("de", "Die Brauerei Wolkenried könnte kurz vor einer Einigung mit Osterkamp stehen, sagten zwei Leute."),
        ("it", "Il birrificio Wolkenried sarebbe vicino a un accordo con il rivale Osterkamp, dicono due persone."),
        ("pt", "A cervejeira Wolkenried pode estar perto de um acordo com a rival Osterkamp, disseram duas pessoas."),
        ("nl", "Brouwerij Wolkenried zou dicht bij een akkoord zijn met rivaal Osterkamp, zeiden twee mensen maandag."),
        ("fr", "Wolkenried et sa rivale Osterkamp négocient."),
    ],
)
def test_a_deal_left_open_in_another_way_is_silent(language: str, sentence: str) -> None:
    assert dropped(f"{sentence}\n{REST[language]}\n", language) == []


def test_a_month_and_a_concession_are_no_doubt() -> None:
    origin = (
        "The brewery opened in May 1931 in Grunau, near the Osterkamp mill.\n"
        "The hall may be small, but 310 people work in Grunau.\n"
    )
    article = (
        "La brasserie a ouvert en mai 1931 à Grunau, près du moulin Osterkamp.\n"
        "La salle est petite, mais 310 personnes travaillent à Grunau.\n"
    )
    assert dropped(article, "fr", origin) == []


def test_a_neighbour_keeps_a_claim_open_only_for_itself() -> None:
    origin = (
        "The Wolkenried brewery has reportedly been sold to its rival Osterkamp.\n"
        "Osterkamp may close 3 of the 7 halls in Grunau.\n"
    )
    both = (
        "La brasserie Wolkenried a été vendue à sa rivale Osterkamp.\n"
        "Osterkamp pourrait fermer 3 des 7 halles de Grunau.\n"
    )
    assert dropped(both, "fr", origin) == ["La brasserie Wolkenr"]
