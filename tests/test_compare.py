"""`provenance compare`: what an article tells otherwise than its origin, shown side by side."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from time import process_time

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import provenance
from provenance.cli import main
from provenance.fidelity.alignment import aligned
from provenance.fidelity.compare import KINDS
from provenance.fidelity.sides import side_of
from provenance.model.comparison import Kind
from provenance.model.dossier import Dossier
from provenance.model.errors import ReadError
from provenance.model.settings import Declared, Profile, Settings
from provenance.pipeline import audit_article, audit_bytes, read_articles

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "schema" / "compare-1.json").read_text("utf-8"))
CHAIN = sorted((ROOT / "fixtures" / "chains").glob("*.html"))
RULES = frozenset(kind.value for kind in Kind)
ORIGIN = (
    "Harbour crane topples in Port Ellery\n\n"
    "A 60-metre crane toppled in the harbour of Port Ellery on Tuesday night, injuring three dockers.\n\n"
    "Harbour master Winifred Osgood said the crane, built in 1987, had passed its inspection in April.\n\n"
    "The terminal handles 2,300 containers a day and will stay shut until Friday.\n\n"
    "Insurers put the damage at 18.5 million dollars.\n"
)
COPY = (
    "Port Ellery : une grue s’effondre\n\n"
    "Une grue de 60 mètres s’est effondrée mardi soir dans le port de Port Ellery et a blessé trois dockers.\n\n"
    "Winifred Osgood, capitaine du port, a dit que la grue, construite en 1978, avait été contrôlée en avril.\n\n"
    "Le terminal traite 2 300 conteneurs par jour et restera fermé jusqu’à samedi.\n\n"
    "Le maire s’est rendu sur place dans la matinée avec le préfet et a promis une enquête complète.\n\n"
    "Les assureurs estiment les dégâts à 18,5 milliards de dollars.\n"
)


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "copy.txt").write_text(COPY, "utf-8")
    (tmp_path / "origin.txt").write_text(ORIGIN, "utf-8")
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(out):
        code = main(["compare", *arguments, "--no-cache"])
    out.flush()
    return code, out.buffer.getvalue().decode()  # type: ignore[attr-defined]


def held(article: str, language: str, origin: str, other: str, *days: str) -> Dossier:
    """The article beside its origin; `days` are those of their publication."""
    published = (*days, None, None)
    said = Settings(declared=Declared(other, published[1]))
    (source,) = audit_bytes(origin.encode(), "origin.txt", said)
    wanted = Settings(profile=Profile.RESEARCH, select=RULES, declared=Declared(language, published[0]))
    (dossier,) = audit_bytes(article.encode(), "article.txt", wanted, (source,))
    return dossier


def changed(article: str, language: str, origin: str, other: str) -> list[tuple[str, str]]:
    """What was said for what, of figures and days."""
    dossier = held(article, language, origin, other)
    assert dossier.comparison is not None
    kinds = (Kind.FIGURE, Kind.DATE)
    return [(each.said, each.meant) for each in dossier.comparison.differences if each.kind in kinds]


def test_the_words_that_differ_are_marked_side_by_side(pair: Path) -> None:
    code, shown = run("copy.txt", "origin.txt")
    assert code == 0
    for words in ("⟦1978⟧", "⟦1987⟧", "⟦samedi⟧", "⟦Friday⟧", "“1978” where the origin says “1987”", "1 added"):
        assert words in shown, shown
    assert "4 sentences" not in shown.split("│")[0]
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize("columns", ["40", "50", "120", "300"])
def test_the_table_fits_the_terminal(pair: Path, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    _, shown = run("copy.txt", "origin.txt")
    assert max(map(len, shown.splitlines())) <= int(columns)
    assert "1978" in shown
    assert ("│" in shown) is (int(columns) >= 60)


def test_colours_stand_for_the_brackets(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    _, shown = run("copy.txt", "origin.txt")
    assert "\x1b[1;31m1978\x1b[0m" in shown
    assert "⟦" not in shown


def test_headings_are_french_on_request(pair: Path) -> None:
    _, shown = run("copy.txt", "origin.txt", "--locale", "fr")
    assert "L’article est tiré de cet original" in shown
    assert "là où l’original dit « 1987 »" in shown


def test_json_holds_to_its_schema_and_its_places_hold_the_words(pair: Path) -> None:
    _, written = run("copy.txt", "origin.txt", "--format", "json")
    found = json.loads(written)
    jsonschema.validate(found, SCHEMA)
    assert found["same_work"] is True
    assert len(found["aligned"]) == 5
    assert len(found["added"]) == 1
    copy, origin = COPY.splitlines(), ORIGIN.splitlines()
    for each in found["aligned"]:
        line, start, _, end = each["article"]
        assert copy[line - 1][start - 1 : end - 1].strip()
    assert {"changed-figure", "changed-date"} <= {finding["rule"] for finding in found["findings"]}
    for finding in found["findings"]:
        (there,) = finding["related"]
        assert copy[finding["line"] - 1][finding["column"] - 1 : finding["end_column"] - 1] == finding["text"]
        assert origin[there["line"] - 1][there["column"] - 1 : there["end_column"] - 1] == there["text"]


def test_places_in_a_page_are_those_of_its_source(pair: Path) -> None:
    page = "<html lang='en'><body><article><h1>Crane</h1>\n" + "".join(
        f"<p>{line.replace('1987', '<b>1987</b>')}</p>\n" for line in ORIGIN.splitlines() if line
    )
    (pair / "origin.html").write_text(page + "</article></body></html>", "utf-8")
    _, written = run("copy.txt", "origin.html", "--format", "json")
    years = [each["related"][0] for each in json.loads(written)["findings"] if each["text"] == "1978"]
    (year,) = years
    line = page.splitlines()[year["line"] - 1]
    assert line[year["column"] - 1 : year["end_column"] - 1] == "1987"


def test_the_page_loads_nothing_and_runs_nothing(pair: Path) -> None:
    (pair / "copy.txt").write_text(COPY.replace("conteneurs", "<script>alert(1)</script> conteneurs"), "utf-8")
    code, _ = run("copy.txt", "origin.txt", "-o", "page.html")
    page = (pair / "page.html").read_text("utf-8")
    assert code == 0
    assert "<script" not in page
    assert "script-src 'none'" in page
    assert "<mark>1978</mark>" in page
    assert "<mark>1987</mark>" in page
    assert "http:" not in page.replace("http-equiv", "")


def test_markdown_shows_the_sentences_that_differ(pair: Path) -> None:
    _, shown = run("copy.txt", "origin.txt", "--format", "markdown")
    assert "**1978**" in shown
    assert "préfet" not in shown


def test_several_outputs_in_one_run(pair: Path) -> None:
    code, shown = run("copy.txt", "origin.txt", "-o", "a.json", "-o", "a.md", "-o", "text=a.log")
    assert (code, shown) == (0, "")
    assert json.loads((pair / "a.json").read_text("utf-8"))["schema"] == "provenance-compare/1"
    assert "copy.txt:5:" in (pair / "a.log").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["copy.txt", "origin.txt", "--fail-on", "error"], 1),
        (["copy.txt"], 2),
        (["copy.txt", "origin.txt", "origin.txt"], 2),
        (["copy.txt", "absent.txt"], 2),
        (["copy.txt", "origin.txt", "--format", "sarif"], 2),
        (["copy.txt", "origin.txt", "--select", "spacing"], 2),
        (["absent.txt", "origin.txt"], 3),
    ],
)
def test_exit_codes(pair: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int) -> None:
    assert main(["compare", *arguments, "--no-cache"]) == code


def test_an_origin_that_cannot_be_read_is_incomplete(pair: Path) -> None:
    (pair / "empty.txt").write_text("", "utf-8")
    code, written = run("copy.txt", "empty.txt", "--format", "json")
    assert code == 3
    jsonschema.validate(json.loads(written), SCHEMA)


def test_two_works_are_not_compared(pair: Path) -> None:
    other = "Library to open on Sundays\n\nThe library of Corvisart will open on Sundays, its director said.\n"
    (pair / "other.txt").write_text(other, "utf-8")
    code, written = run("copy.txt", "other.txt", "--format", "json", "--fail-on", "error")
    found = json.loads(written)
    assert code == 3
    assert found["same_work"] is False
    assert found["findings"] == []
    assert {item["rule"] for item in found["unmeasured"]} == RULES
    _, shown = run("copy.txt", "other.txt")
    assert "nothing was compared" in shown
    assert "sentence" not in shown


def test_an_origin_that_is_not_there_is_named(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "copy.txt", "gone.txt"]) == 2
    told = capsys.readouterr().err
    assert "gone.txt: there is no such file" in told
    assert "--origin" not in told


def test_the_words_of_both_are_quoted_as_they_are_printed(pair: Path) -> None:
    (pair / "copy.txt").write_text(COPY.replace("18,5 milliards de dollars", "18,5 milliards d’euros"), "utf-8")
    (pair / "origin.txt").write_text(COPY.replace("18,5 milliards de dollars", "19,5 milliards d’euros"), "utf-8")
    _, written = run("copy.txt", "origin.txt", "--format", "json")
    assert "milliards d’euros" in written
    assert "milliards d'euros" not in written


def test_an_audit_against_an_origin_tells_the_same(pair: Path) -> None:
    command = [sys.executable, "-m", "provenance", "audit", "copy.txt", "--format", "json", "--no-cache"]
    known = {"PYTHONPATH": str(ROOT), **os.environ}
    alone = json.loads(subprocess.run(command, capture_output=True, check=True, env=known).stdout)["articles"][0]
    command += ["--origin", "origin.txt", "--profile", "research"]
    beside = json.loads(subprocess.run(command, capture_output=True, check=True, env=known).stdout)["articles"][0]
    assert not RULES & {finding["rule"] for finding in alone["findings"]}
    assert {item["rule"] for item in alone["unmeasured"]} >= RULES
    _, written = run("copy.txt", "origin.txt", "--format", "json")
    told = [(each["rule"], each["text"]) for each in json.loads(written)["findings"]]
    assert [(each["rule"], each["text"]) for each in beside["findings"] if each["rule"] in RULES] == told


def test_the_library_compares(pair: Path) -> None:
    found = provenance.compare(pair / "copy.txt", pair / "origin.txt")
    assert found.comparison is not None
    assert "1978" in [each.said for each in found.comparison.differences]
    with pytest.raises(ReadError):
        provenance.compare(pair / "absent.txt", pair / "origin.txt")


@pytest.mark.parametrize("copy", CHAIN[1:], ids=lambda path: path.name)
def test_a_faithful_chain_has_no_changed_figure_or_day(copy: Path) -> None:
    found = provenance.compare(copy, CHAIN[0])
    assert found.comparison is not None
    assert found.comparison.same_work is True
    assert [finding for finding in found.findings if finding.rule in ("changed-figure", "changed-date")] == []


def test_the_example_in_the_guide_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for name, value in (("COLUMNS", "80"), ("NO_COLOR", "1"), ("LC_ALL", "C")):
        monkeypatch.setenv(name, value)
    _, shown = run("fixtures/compare/grue-du-port.md", "fixtures/compare/harbour-crane.md")
    assert shown.strip() in (ROOT / "docs" / "compare.md").read_text("utf-8")


AROUND = {
    "en": "Winifred Osgood of the Marigold line in Port Ellery told the Gull Rock council about {} on the record.",
    "fr": "Winifred Osgood, de la ligne Marigold à Port Ellery, a parlé au conseil de Gull Rock de {} officiellement.",
    "es": "Winifred Osgood, de la línea Marigold en Port Ellery, habló al consejo de Gull Rock de {} oficialmente.",
    "de": "Winifred Osgood von der Linie Marigold in Port Ellery sprach im Rat von Gull Rock von {} offiziell.",
    "it": "Winifred Osgood, della linea Marigold di Port Ellery, ha parlato a Gull Rock di {} ufficialmente.",
    "pt": "Winifred Osgood, da linha Marigold em Port Ellery, falou ao conselho de Gull Rock de {} oficialmente.",
    "nl": "Winifred Osgood van de lijn Marigold in Port Ellery sprak in de raad van Gull Rock over {} officieel.",
}
FAITHFUL = [
    ("fr", "2,8 milliards de livres", "en", "£2.8bn"),
    ("fr", "une dizaine de milliers de personnes", "en", "10,000 people"),
    ("fr", "quatre-vingt-dix-sept bateaux", "en", "97 boats"),
    ("fr", "20 h 30", "en", "8.30pm"),
    ("fr", "la moitié des bateaux", "en", "50 percent of the boats"),
    ("fr", "près de 12 000 passagers", "en", "11,870 passengers"),
    ("fr", "les années 80", "en", "the 1980s"),
    ("fr", "deux ans et demi", "en", "two and a half years"),
    ("fr", "1,98 mètre", "en", "6-foot-6"),
    ("fr", "27 degrés", "en", "80 degrees"),
    ("fr", "trois mille deux cents bateaux", "en", "3,200 boats"),
    ("de", "2,8 Mrd. Euro", "fr", "2,8 milliards d’euros"),
    ("de", "fünfundzwanzig Schiffen", "en", "25 ships"),
    ("de", "anderthalb Meilen", "en", "one and a half miles"),
    ("de", "Zehntausenden", "en", "tens of thousands"),
    ("es", "2.300 millones de dólares", "en", "$2.3 billion"),
    ("es", "doscientos doce escalones", "en", "212 steps"),
    ("es", "5 kilómetros", "en", "three miles"),
    ("it", "duecentocinquanta persone", "en", "250 people"),
    ("it", "centinaia di migliaia di persone", "en", "hundreds of thousands of people"),
    ("pt", "2,3 mil milhões de euros", "pt", "2,3 bilhões de euros"),
    ("pt", "vinte e cinco barcos", "nl", "vijfentwintig boten"),
    ("nl", "tweehonderd kilo", "en", "440 pounds"),
    ("nl", "20.30 uur", "fr", "20 h 30"),
    ("en", "40 acres", "fr", "16 hectares"),
    ("en", "between 2 and 3 million people", "fr", "2 à 3 millions de personnes"),
    ("fr", "le 14 septembre", "en", "September 14"),
]
CHANGED = [
    ("fr", "2,8 millions de livres", "en", "£2.8bn", "2,8 millions de livres"),
    ("fr", "87 bateaux", "en", "97 boats", "87"),
    ("fr", "20 h 50", "en", "8.30pm", "20 h 50"),
    ("fr", "12 kilomètres", "en", "12 miles", "12 kilomètres"),
    ("de", "2017", "en", "2011", "2017"),
    ("es", "2.300 billones de dólares", "en", "$2.3 billion", "2.300 billones de dólares"),
    ("it", "61 persone", "fr", "67 personnes", "61"),
    ("pt", "30.006 pessoas", "en", "30,000 people", "30.006"),
    ("nl", "7 procent", "de", "17 Prozent", "7 procent"),
    ("fr", "le 24 septembre", "en", "September 14", "24"),
    ("fr", "vendredi", "en", "Thursday", "vendredi"),
    ("de", "dem 3. August", "en", "June 3", "August"),
]


@pytest.mark.parametrize(("language", "said", "other", "meant"), FAITHFUL)
def test_the_same_written_otherwise_is_no_change(language: str, said: str, other: str, meant: str) -> None:
    assert changed(AROUND[language].format(said), language, AROUND[other].format(meant), other) == []


@pytest.mark.parametrize(("language", "said", "other", "meant", "told"), CHANGED)
def test_a_change_is_told(language: str, said: str, other: str, meant: str, told: str) -> None:
    found = changed(AROUND[language].format(said), language, AROUND[other].format(meant), other)
    assert [each for each, _ in found] == [told]


def test_days_are_counted_from_both_publications() -> None:
    origin = AROUND["en"].format("what happened yesterday")
    right, wrong = (AROUND["fr"].format(f"ce qui est arrivé {day}") for day in ("mardi", "lundi"))
    days = ("2029-10-05", "2029-10-03")
    assert [each.rule for each in held(right, "fr", origin, "en", *days).findings] == []
    assert [each.rule for each in held(wrong, "fr", origin, "en", *days).findings] == ["changed-date"]


def test_a_language_without_data_is_not_measured() -> None:
    dossier = held(COPY, "fr", ORIGIN, "sv")
    assert {item.rule for item in dossier.unmeasured} >= {"changed-figure", "changed-date"}


TEXTS = st.lists(
    st.one_of(
        st.sampled_from([*COPY.split("\n\n"), *ORIGIN.split("\n\n"), "12 345,6 km 8pm 1/2 « » 20-30", "«" * 9]),
        st.text(max_size=60),
    ),
    min_size=1,
    max_size=6,
).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(["fr", "en", "de", "it", "ru", None]))
def test_any_two_texts_can_be_compared(article: str, origin: str, language: str | None) -> None:
    try:
        (made,) = read_articles(article.encode("utf-8", "replace"), "a.txt")
        (source,) = read_articles(origin.encode("utf-8", "replace"), "b.txt")
    except ReadError:
        return
    plain = Settings(declared=Declared(language))
    held_against = audit_article(source, plain, ())
    comparison = audit_article(made, plain, (), (held_against,)).comparison
    assert comparison is not None
    ends = len(made.text.content), len(source.text.content)
    last = -1
    for each in comparison.aligned:
        assert 0 <= each.article.start < each.article.end <= ends[0]
        assert 0 <= each.origin.start < each.origin.end <= ends[1]
        assert each.article.start >= last
        last = each.article.end
    for each in comparison.differences:
        assert 0 <= each.article.start < each.article.end <= ends[0]
        assert 0 <= each.origin.start < each.origin.end <= ends[1]
        assert 0.0 <= each.confidence <= 1.0


@pytest.mark.parametrize("piece", ["12 3 45 Ana ", "Ana Roux a vu 12 gens. ", "mardi 3 mai 2 km ", "a 1 2 3. B "])
def test_work_is_bounded(piece: str) -> None:
    plain = Settings(declared=Declared("fr"))
    texts = [piece * times for times in (3000, 2500)]
    made, source = (audit_article(read_articles(text.encode(), "a.txt")[0], plain, ()) for text in texts)
    start = process_time()
    alignment = aligned(side_of(made), side_of(source))
    assert sum(len(list(kind(alignment))) for kind in KINDS) < 10_000
    assert process_time() - start < 12
