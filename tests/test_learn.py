"""The house file: what is learnt from an archive, what an editor may do to it, and what audits make of it."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import audit
from provenance.cli import main
from provenance.gate.house_file import load, written
from provenance.learning.sightings import Sighting, sighting
from provenance.learning.tally import ENOUGH, Tally, merged
from provenance.model.errors import ConfigError
from provenance.model.house import House, KnownName, Learnt
from provenance.model.settings import Declared, Profile, Settings
from provenance.pipeline import audit_bytes

LINES = [
    "Odile Grandvaux a inauguré le moulin numéro {n}.",
    "Le moulin numéro {n} a plu à Odile Grandvaux.",
]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(2 * ENOUGH):
        text = LINES[number % 2].format(n=number)
        once = "Gaspard Morvane a répondu.\n" if number < ENOUGH - 1 else ""
        own = "---\npublisher: Le Courrier du lac\nurl: https://www.courrier-du-lac.fr/moulin\n---\n"
        (folder / f"{number}.md").write_text(f"{own}{text}\n{once}", "utf-8")
    return folder


@pytest.fixture
def house(archive: Path, tmp_path: Path) -> Path:
    target = tmp_path / "house.toml"
    assert main(["learn", str(archive), "-o", str(target), "--language", "fr"]) == 0
    return target


def learnt(*names: KnownName) -> Learnt:
    return Learnt("house.toml", hashlib.sha256(repr(names).encode()).hexdigest(), names)


def findings(text: str, known: Learnt, language: str = "fr") -> list[tuple[str, str | None, str]]:
    rules = frozenset({"misspelt-name", "inconsistent-name"})
    settings = Settings(Profile.EDITOR, rules, declared=Declared(language=language), house=House(learnt=known))
    (dossier,) = audit_bytes(text.encode(), "a.txt", settings)
    told = [finding for finding in dossier.findings if finding.confidence >= Profile.EDITOR.minimum_confidence]
    return [(text[slice(*finding.span)], finding.replacement, finding.message.text("en")) for finding in told]


def test_names_that_enough_articles_have_are_learnt_with_their_number(house: Path) -> None:
    known = load(house)
    assert known.names == (KnownName("Odile Grandvaux", 2 * ENOUGH),)
    assert known.outlets == (KnownName("Le Courrier du lac", 2 * ENOUGH, domains=("courrier-du-lac.fr",)),)


def test_the_file_is_the_same_for_any_number_of_processes_and_learning_again_changes_nothing(
    archive: Path, house: Path, tmp_path: Path
) -> None:
    first = house.read_bytes()
    assert main(["learn", str(archive), "-o", str(house), "--language", "fr", "--quiet"]) == 0
    assert house.read_bytes() == first
    other = tmp_path / "other" / house.name
    assert main(["learn", str(archive), "-o", str(other), "--language", "fr", "--jobs", "2"]) == 0
    assert other.read_bytes() == first


def test_it_is_written_where_the_configuration_says_and_audits_use_it(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "provenance.toml").write_text('house = "names.toml"\n', "utf-8")
    assert main(["learn", str(archive), "--language", "fr"]) == 0
    assert "write into provenance.toml" not in capsys.readouterr().err
    article = tmp_path / "a.txt"
    article.write_text("Le moulin rouvre lundi, dit Odile Grandvuax.\n", "utf-8")
    command = ["audit", str(article), "--select", "misspelt-name", "--profile", "editor", "--language", "fr"]
    assert main([*command, "--format", "json", "--no-cache"]) == 0
    report = json.loads(capsys.readouterr().out)
    digest = hashlib.sha256((tmp_path / "names.toml").read_bytes()).hexdigest()
    assert report["house"] == {"file": "names.toml", "sha256": digest}
    (finding,) = report["articles"][0]["findings"]
    assert (finding["text"], finding["replacement"]) == ("Grandvuax", "Grandvaux")
    assert finding["message"].startswith(f"“Odile Grandvaux” is known from {2 * ENOUGH} articles of your archive")
    assert main([*command, "--format", "json", "--no-cache", "--house", ""]) == 0
    bare = json.loads(capsys.readouterr().out)
    assert (bare["house"], bare["articles"][0]["findings"]) == (None, [])


def test_another_house_file_is_another_audit_for_the_cache(house: Path, tmp_path: Path, capsys) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Le moulin rouvre lundi, dit Odile Grandvuax.\n", "utf-8")
    command = ["audit", str(article), "--language", "fr", "--profile", "editor", "--format", "text"]
    command += ["--cache-dir", str(tmp_path / "kept"), "--house", str(house)]
    main(command)
    assert "misspelt-name" in capsys.readouterr().out
    house.write_text(house.read_text("utf-8").replace('"Odile Grandvaux"', '"Odile Grandvuax"'), "utf-8")
    main(command)
    assert "misspelt-name" not in capsys.readouterr().out


def test_the_library_reads_the_house_file_of_its_configuration(house: Path, tmp_path: Path) -> None:
    config, article = tmp_path / "provenance.toml", tmp_path / "a.txt"
    config.write_text(f'house = "{house.name}"\nlanguage = "fr"\n', "utf-8")
    article.write_text("Le moulin rouvre lundi, dit Odile Grandvuax.\n", "utf-8")
    declared = Declared(language="fr")
    result = audit(article, config=config, profile="editor", select=["misspelt-name"], declared=declared)
    assert [finding.replacement for dossier in result.dossiers for finding in dossier.findings] == ["Grandvaux"]


def test_what_an_editor_adds_is_kept_and_what_is_left_out_is_not_learnt_again(archive: Path, house: Path) -> None:
    text = house.read_text("utf-8").replace(f'"Odile Grandvaux" = {2 * ENOUGH}', '"Zoé Ardoise" = 0')
    house.write_text(text.replace("[names]", 'left-out = ["Odile Grandvaux"]\n\n[names]'), "utf-8")
    assert main(["learn", str(archive), "-o", str(house), "--language", "fr", "--quiet"]) == 0
    again = load(house)
    assert again.names == (KnownName("Zoé Ardoise"),)
    assert again.left_out == ("Odile Grandvaux",)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ('[names]\n"Zoé Ardoise" = "often"', "line 2: behind 'Zoé Ardoise' stands no number of articles"),
        ('[names]\n"Zoé Ardoise" = -1', "line 2: behind 'Zoé Ardoise' stands no number of articles"),
        ('[names]\n\n"Zoé Ardoise" 3', "line 3: not valid TOML"),
        ('[names]\n"Zoé Ardoise" = 3\n"Zoé Ardoise" = 4', "line 3: not valid TOML"),
        ('[names]\n"Zoé" = { article = 3 }', "line 2: unknown key 'article', did you mean 'articles'?"),
        ('[names]\n"Zoé" = { variants = "Zoe" }', "line 2: 'Zoé' needs a list of texts"),
        ('# a word\n[name]\n"Zoé" = 3', "line 2: unknown key 'name', did you mean 'names'?"),
        ('left-out = "Zoé"', "line 1: 'left-out' needs a list of texts"),
        ('[names]\n"  " = 3', "line 2: '  ' is no name"),
        ("names = 3", "line 1: names must be a table, [names]"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_line_and_stops_the_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: str, sentence: str
) -> None:
    path = tmp_path / "house.toml"
    path.write_text(f"{lines}\n", "utf-8")
    with pytest.raises(ConfigError) as raised:
        load(path)
    assert str(raised.value).startswith(f"{path}, {sentence}")
    article = tmp_path / "a.txt"
    article.write_text("Le moulin rouvre.\n", "utf-8")
    assert main(["gate", str(article), "--house", str(path)]) == 2
    told = capsys.readouterr().err
    assert sentence in told
    assert told.count("\n") == 1


def test_a_file_that_is_no_house_file_is_never_written_over(archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "notes.txt"
    target.write_text("Call the mill on Monday.\n", "utf-8")
    assert main(["learn", str(archive), "-o", str(target)]) == 2
    assert target.read_text("utf-8") == "Call the mill on Monday.\n"


def test_an_outlet_in_two_spellings_is_one() -> None:
    tally = Tally()
    for number in range(30):
        outlet = ("Le Phare", "phare.fr") if number < 20 else ("LE PHARE", "phare.fr")
        tally.add(Sighting(str(number), frozenset(), frozenset({outlet})))
    assert tally.learnt().outlets == (KnownName("Le Phare", 20, ("LE PHARE",), ("phare.fr",)),)


def test_an_archive_that_cannot_be_read_is_incomplete(archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "h.toml"
    assert main(["learn", str(tmp_path / "gone.txt"), "-o", str(target)]) == 3
    assert not target.exists()
    assert main(["learn", str(archive), str(tmp_path / "gone.txt"), "-o", str(target)]) == 3
    assert target.exists()


def test_a_slip_of_a_known_name_is_not_learnt_and_copies_count_once() -> None:
    tally = Tally()
    for number in range(100):
        wrong = number < ENOUGH
        names = {"Odile Grandvuax"} if wrong else {"Odile Grandvaux"}
        names |= {"Mairie Odile Grandvaux"} if number < 20 else set()
        tally.add(Sighting(str(number), frozenset(names), frozenset()))
        tally.add(Sighting("the same text", frozenset({"Gaspard Morvane"}), frozenset()))
    assert [known.name for known in tally.learnt().names] == ["Odile Grandvaux"]


def test_spellings_that_differ_in_accents_are_variants() -> None:
    tally = Tally()
    for number in range(30):
        name = "Elodie Jean-Marc" if number < 10 else "Élodie Jean-Marc"
        tally.add(Sighting(str(number), frozenset({name}), frozenset()))
    assert tally.learnt().names == (KnownName("Élodie Jean-Marc", 20, ("Elodie Jean-Marc",)),)


NAME = st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=8)
KNOWN = st.builds(KnownName, NAME, st.integers(0, 999), st.lists(NAME, max_size=2).map(tuple))


@given(st.lists(KNOWN, max_size=6, unique_by=lambda known: known.name), st.lists(NAME, max_size=2))
def test_what_is_written_is_read_as_it_was(tmp_path_factory: pytest.TempPathFactory, names, left_out) -> None:
    path = tmp_path_factory.mktemp("house") / "house.toml"
    text = written(merged(Learnt(names=tuple(names), left_out=tuple(left_out)), Learnt()), path.name)
    path.write_text(text, "utf-8")
    assert written(load(path), path.name) == text


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Le moulin rouvre, dit Odile Grandvuax.", "Grandvuax", "Grandvaux"),
        ("Le moulin rouvre, dit Odile Grandvaxu, la maire.", "Grandvaxu", "Grandvaux"),
        ("Le moulin rouvre, dit Oddile Grandvaux.", "Oddile", "Odile"),
        ("Grandvaux rouvre le moulin. Grandvuax se tait.", "Grandvuax", "Grandvaux"),
    ],
)
def test_a_slip_of_a_learnt_name_is_told(text: str, wrong: str, right: str) -> None:
    ((found, replacement, message),) = findings(text, learnt(KnownName("Odile Grandvaux", 12)))
    assert (found, replacement) == (wrong, right)
    assert "known from 12 articles of your archive" in message


@pytest.mark.parametrize(
    "text",
    [
        "Le moulin rouvre, dit Odile Grandvaux.",
        "Le moulin rouvre, dit Odile Granvaud.",
        "Le moulin rouvre, dit Simone Grandvuax.",
        "Le moulin rouvre, dit Odile Grandvau Perrin.",
        "Le moulin rouvre, dit Odette Grandvaux.",
        "Le moulin rouvre, dit Odile Grandvauxa.",
        "Le moulin de Grandvuax rouvre.",
    ],
)
def test_another_name_is_left_alone(text: str) -> None:
    assert findings(text, learnt(KnownName("Odile Grandvaux", 12))) == []


@pytest.mark.parametrize(("articles", "told"), [(12, False), (40, True)])
def test_a_frequent_word_is_a_slip_only_of_a_familiar_name(articles: int, told: bool) -> None:
    found = findings("Le moulin rouvre, dit Odile Marcheur.", learnt(KnownName("Odile Marcheux", articles)))
    assert bool(found) is told


def test_a_learnt_name_is_no_slip_of_another() -> None:
    text = "Odile Grandvaux parle. Grandvaux signe. Puis Odile Grandvuax part."
    both = learnt(KnownName("Odile Grandvaux", 12), KnownName("Odile Grandvuax", 6))
    assert findings(text, learnt(KnownName("Odile Grandvaux", 12)))
    assert findings(text, both) == []


def test_a_name_put_in_by_hand_is_told_as_that() -> None:
    ((_, _, message),) = findings("Le moulin rouvre, dit Odile Grandvuax.", learnt(KnownName("Odile Grandvaux")))
    assert message == "“Odile Grandvaux” is known from your house file, “Grandvuax” is not: probably a slip"


def test_given_names_that_no_list_knows_are_learnt_from_people_who_speak() -> None:
    text = (
        "Loïrik Vasselin explique le plan. « Oui », dit Anngweg Le Thérouël. Mikaël Ostravic part. Tour Vostra ferme."
    )
    (dossier,) = audit_bytes(text.encode(), "a.txt", Settings(declared=Declared(language="fr")))
    assert sighting(dossier).names == {"Loïrik Vasselin", "Anngweg Le Thérouël", "Mikaël Ostravic"}
