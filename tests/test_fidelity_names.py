"""Names must stay the names of the origin, whatever languages make of them."""

import pytest

from provenance.fidelity.name_words import place_names
from provenance.fidelity.spellings import FAR, edits, may_render
from provenance.lexicon.tables import HERE
from provenance.model.settings import Declared, Profile, Settings
from provenance.pipeline import audit_bytes

ORIGIN = (
    "Bridge reopens after nine weeks\n"
    "The Wrenfield bridge near {place} reopened on Monday, engineer {person} said.\n"
    "It had been closed for nine weeks, and 14,000 drivers a day took another road.\n"
    "The repair of the Wrenfield bridge cost 2.3 million pounds.\n"
)
FRENCH = (
    "Un pont rouvre après neuf semaines\n"
    "Le pont de Wrenfield, près de {place}, a rouvert lundi, a indiqué l’ingénieur {person}.\n"
    "Il était fermé depuis neuf semaines, et 14 000 conducteurs prenaient chaque jour une autre route.\n"
    "La réparation du pont de Wrenfield a coûté 2,3 millions de livres.\n"
)
GERMAN = (
    "Brücke nach neun Wochen wieder offen\n"
    "Die Brücke von Wrenfield bei {place} ist seit Montag wieder offen, sagte Ingenieur {person}.\n"
    "Sie war neun Wochen lang gesperrt, und täglich nahmen 14.000 Fahrer eine andere Straße.\n"
    "Die Reparatur der Brücke von Wrenfield kostete 2,3 Millionen Pfund.\n"
)


def changed(
    template: str, language: str, ours: tuple[str, str], theirs: tuple[str, str]
) -> list[tuple[str, str | None, float]]:
    """The names told of an article about a place and a person: as printed, the replacement, the confidence."""
    settings = Settings(profile=Profile.RESEARCH, select=frozenset({"changed-name"}), declared=Declared(language))
    origin = ORIGIN.format(place=theirs[0], person=theirs[1])
    origins = tuple(audit_bytes(origin.encode(), "origin.txt", Settings(declared=Declared("en"))))
    article = template.format(place=ours[0], person=ours[1])
    (dossier,) = audit_bytes(article.encode(), "article.txt", settings, origins)
    return [
        (dossier.article.text[finding.span], finding.replacement, finding.confidence) for finding in dossier.findings
    ]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("Londres", "Volodymyr Zelensky"), ("London", "Volodymyr Zelenskyy")),
        (("Kiev", "Piotr Tchaïkovski"), ("Kyiv", "Pyotr Tchaikovsky")),
        (("Pékin", "Ali Khamenei"), ("Beijing", "Ali Khamenei")),
        (("La Haye", "Nikita Khrouchtchev"), ("The Hague", "Nikita Khrushchev")),
        (("Édimbourg", "Andreï Rusnac"), ("Edinburgh", "Andrei Rusnac")),
        (("Nuremberg", "Jürgen Mühlbauer"), ("Nuremberg", "Juergen Muehlbauer")),
    ],
)
def test_exonyms_and_transliterations_are_the_same_name(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    assert changed(FRENCH, "fr", ours, theirs) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("Peking", "Wolodymyr Selenskyj"), ("Beijing", "Volodymyr Zelenskyy")),
        (("Kiew", "Pjotr Tschaikowski"), ("Kyiv", "Pyotr Tchaikovsky")),
        (("London", "Morag Dunsmuirs Sohn"), ("London", "Morag Dunsmuir’s son")),
        (("Danzig", "Ali Chamenei"), ("Gdansk", "Ali Khamenei")),
        (("Warschau", "Nikita Chruschtschow"), ("Warsaw", "Nikita Khrushchev")),
    ],
)
def test_german_renders_names_its_own_way(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    assert changed(GERMAN, "de", ours, theirs) == []


@pytest.mark.parametrize(
    ("person", "wrong"),
    [
        ("Morag Dunsmiur", "Dunsmiur"),
        ("Morag Dusnmuir", "Dusnmuir"),
        ("Morag Dunsmuri", "Dunsmuri"),
        ("Morag Dunmuir", "Dunmuir"),
        ("Morag Dunsbuir", "Dunsbuir"),
    ],
)
@pytest.mark.parametrize(("template", "language"), [(FRENCH, "fr"), (GERMAN, "de")])
def test_a_slip_is_told_with_the_right_name(template: str, language: str, person: str, wrong: str) -> None:
    ((said, replacement, confidence),) = changed(template, language, ("London", person), ("London", "Morag Dunsmuir"))
    assert (said, replacement) == (wrong, "Dunsmuir")
    assert confidence >= 0.9


def test_another_person_and_another_town_are_told_without_a_replacement() -> None:
    ((said, replacement, _),) = changed(FRENCH, "fr", ("Vilnius", "Morag Dunsmuir"), ("Riga", "Morag Dunsmuir"))
    assert (said, replacement) == ("Vilnius", None)
    ((said, replacement, _),) = changed(FRENCH, "fr", ("Riga", "Morag Abernathy"), ("Riga", "Morag Dunsmuir"))
    assert (said, replacement) == ("Abernathy", None)


def test_a_capital_may_stand_for_its_country() -> None:
    assert changed(FRENCH, "fr", ("la Russie", "Morag Dunsmuir"), ("Moscow", "Morag Dunsmuir")) == []


def test_a_name_that_explains_is_no_exchange() -> None:
    added = FRENCH.replace("près de {place},", "près de {place}, dans le Yorkshire,")
    assert changed(added, "fr", ("Riga", "Morag Dunsmuir"), ("Riga", "Morag Dunsmuir")) == []


def test_other_scripts_are_left_alone() -> None:
    settings = Settings(profile=Profile.RESEARCH, select=frozenset({"changed-name"}), declared=Declared("ru"))
    origin = ORIGIN.format(place="Riga", person="Morag Dunsmuir")
    origins = tuple(audit_bytes(origin.encode(), "origin.txt", Settings(declared=Declared("en"))))
    text = (
        "Мост Ренфилд возле Риги открылся в понедельник, сказала инженер Мораг Дансмюр. Он был закрыт 14 000 часов.\n"
    )
    (dossier,) = audit_bytes(text.encode(), "article.txt", settings, origins)
    assert dossier.findings == ()


def test_edits_count_what_a_hand_does() -> None:
    assert [edits("haldane", other) for other in ("haldane", "hadlane", "haldan", "haldanes", "holdane")] == [
        0,
        1,
        1,
        1,
        1,
    ]
    assert edits("haldane", "pemberton") == FAR


def test_one_name_in_two_languages_may_render_the_other() -> None:
    assert may_render("moskau", "moscow")
    assert may_render("kowaljowa", "kovaleva")
    assert not may_render("abernathy", "dunsmuir")


@pytest.mark.parametrize("subject", ["renderings", "capitals"])
def test_names_of_places_are_sourced_and_even(subject: str) -> None:
    lines = (HERE / "world" / f"{subject}.tsv").read_text("utf-8").splitlines()
    table = [line.split("\t") for line in lines if not line.startswith("#")]
    assert "Licence:" in "\n".join(lines[:4])
    assert {len(row) for row in table} == {len(table[0])}
    assert len({tuple(row) for row in table}) == len(table)


def test_a_capital_is_told_with_all_its_names() -> None:
    assert {"moscou", "moskau", "mosca", "russie"} <= place_names()["moscow"]
