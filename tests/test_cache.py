"""The cache changes no byte of any report, forgets when anything that decides changes, and breaks nothing."""

import json
import os
import shutil
import stat
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import pipeline
from provenance.cache import stamp as stamps
from provenance.cache.coding import coding
from provenance.cache.entry import packed, unpacked
from provenance.cache.memory import memory
from provenance.cache.store import SHELF_SIZE, Store, usual_folder
from provenance.cli import main
from provenance.inputs import Choice, Input, collect
from provenance.model.credit import Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding, Level, Message
from provenance.model.house import House
from provenance.model.record import replace
from provenance.model.settings import Declared, Profile, Settings
from provenance.model.text import Span
from provenance.pipeline import audit_inputs, known_suffixes

FIXTURES = Path(__file__).parent.parent / "fixtures"
Audits = list[str]


@pytest.fixture
def audits(monkeypatch: pytest.MonkeyPatch) -> Audits:
    """The paths that were really audited."""
    done: Audits = []
    real = pipeline.audit_article

    def counted(article, *rest, **named):  # type: ignore[no-untyped-def]
        done.append(article.path)
        return real(article, *rest, **named)

    monkeypatch.setattr(pipeline, "audit_article", counted)
    return done


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    shutil.copy(FIXTURES / "articles" / "fr-misspelt-name-and-literal-outlet.txt", path)
    return path


def entries(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.name != "CACHEDIR.TAG"]


@pytest.mark.parametrize("format", ["json", "csv", "sarif"])
def test_warm_and_cold_are_equal_to_the_byte(format: str, capsys: pytest.CaptureFixture[str], audits: Audits) -> None:
    def run(*more: str) -> str:
        main(["report", str(FIXTURES), "--profile", "research", "--format", format, *more])
        return capsys.readouterr().out

    without = run("--no-cache")
    assert not usual_folder_exists()
    cold, cold_audits = run(), len(audits)
    warm, warm_audits = run(), len(audits) - cold_audits
    assert (cold, warm) == (without, without)
    assert cold_audits > 50
    assert warm_audits == 0


def usual_folder_exists() -> bool:
    return os.path.exists(usual_folder())


def test_every_dossier_comes_back_equal(own_cache: Path) -> None:
    inputs = collect([str(FIXTURES)], Choice(known_suffixes()))
    settings = Settings(profile=Profile.RESEARCH, house=House(("La Gazette",), ("gazette.example",)))
    kept = replace(settings, cache=str(own_cache))
    without = audit_inputs(inputs, settings)
    assert audit_inputs(inputs, kept) == without == audit_inputs(inputs, kept)


def test_the_same_bytes_in_another_place(tmp_path: Path, article: Path, audits: Audits, capsys: object) -> None:
    main(["audit", str(article), "--format", "json", "-o", str(tmp_path / "one.json")])
    moved = tmp_path / "elsewhere" / "b.txt"
    moved.parent.mkdir()
    article.rename(moved)
    main(["audit", str(moved), "--format", "json", "-o", str(tmp_path / "warm.json")])
    assert len(audits) == 1
    main(["audit", str(moved), "--no-cache", "--format", "json", "-o", str(tmp_path / "cold.json")])
    assert (tmp_path / "warm.json").read_bytes() == (tmp_path / "cold.json").read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        ["--published", "2031-03-04"],
        ["--language", "en"],
        ["--url", "https://news.example.com/a"],
        ["--select", "misspelt-name"],
        ["--ignore", "misspelt-name"],
    ],
    ids=lambda change: change[0],
)
def test_what_decides_a_dossier_makes_it_anew(change: list[str], article: Path, audits: Audits) -> None:
    main(["audit", str(article)])
    main(["audit", str(article), *change])
    assert len(audits) == 2


@pytest.mark.parametrize(
    "change",
    [["--profile", "research"], ["--fail-on", "note"], ["--locale", "fr"], ["--format", "json"]],
    ids=lambda change: change[0],
)
def test_what_is_only_told_otherwise_does_not(change: list[str], article: Path, audits: Audits) -> None:
    main(["audit", str(article)])
    main(["audit", str(article), *change])
    assert len(audits) == 1


def test_other_words_another_ending_and_another_version_are_audited(
    article: Path, audits: Audits, monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["audit", str(article)])
    article.write_text(article.read_text("utf-8") + "\nUn mot de plus.\n", "utf-8")
    main(["audit", str(article)])
    as_markdown = article.with_suffix(".md")
    article.rename(as_markdown)
    main(["audit", str(as_markdown)])
    monkeypatch.setattr("provenance.cache.memory.stamp", lambda: "the next version")
    memory.cache_clear()
    main(["audit", str(as_markdown)])
    memory.cache_clear()
    assert len(audits) == 4


def test_standard_input_is_never_kept(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> None:
    audit_inputs([Input("-", data=b"Un secret.\n")], Settings(cache=str(own_cache)))
    assert not own_cache.exists()


def test_a_faulty_audit_is_not_kept(article: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_given: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "find_credits", faulty)
        assert audit_inputs([Input(str(article))], Settings(cache=str(own_cache))).failures
    assert entries(own_cache) == []
    assert not audit_inputs([Input(str(article))], Settings(cache=str(own_cache))).failures


def mangled(entry: bytes) -> dict[str, bytes]:
    half = len(entry) // 2
    return {
        "empty": b"",
        "cut": entry[:half],
        "flipped": entry[:half] + bytes([entry[half] ^ 1]) + entry[half + 1 :],
        "no entry": b"\x80\x04\x95cos\nsystem\n",
        "followed by more": entry + b"more",
    }


@pytest.mark.parametrize("damage", mangled(b"12").keys())
def test_a_broken_entry_was_never_there(damage: str, article: Path, own_cache: Path, audits: Audits) -> None:
    settings = Settings(cache=str(own_cache))
    first = audit_inputs([Input(str(article))], settings)
    (entry,) = entries(own_cache)
    entry.write_bytes(mangled(entry.read_bytes())[damage])
    assert audit_inputs([Input(str(article))], settings) == first
    assert audit_inputs([Input(str(article))], settings) == first
    assert len(audits) == 2


def test_an_entry_under_the_key_of_another_file_is_ignored(article: Path, own_cache: Path, audits: Audits) -> None:
    settings = Settings(cache=str(own_cache))
    other = article.with_name("b.txt")
    other.write_text("Par Odile Vasseur\n\nLe pont rouvrira lundi.\n", "utf-8")
    audit_inputs([Input(str(article))], settings)
    (first,) = entries(own_cache)
    right = audit_inputs([Input(str(other))], settings)
    (second,) = set(entries(own_cache)) - {first}
    shutil.copy(first, second)
    assert audit_inputs([Input(str(other))], settings) == right
    assert len(audits) == 3


def test_values_of_another_shape_make_no_dossier() -> None:
    def made(sheets: object) -> bytes:
        return zlib.compress(json.dumps(["key", "a.txt", sheets]).encode())

    whole = json.loads(zlib.decompress(packed("key", "a.txt", b"x", [dossier_of("x")])))[2]
    assert unpacked(made(whole), "key", "a.txt", b"x", House()) is not None
    for position in range(len(whole[0][0])):
        wrong = json.loads(json.dumps(whole))
        wrong[0][0][position] = {"__import__": ["os"]}
        assert unpacked(made(wrong), "key", "a.txt", b"x", House()) is None


def dossier_of(text: str) -> Dossier:
    (dossier,) = audit_inputs([Input("a.txt", data=text.encode())], Settings()).dossiers
    return dossier


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_only_the_owner_may_read_it(article: Path, own_cache: Path) -> None:
    before = os.umask(0)
    try:
        audit_inputs([Input(str(article))], Settings(cache=str(own_cache / "deep")))
    finally:
        os.umask(before)
    (entry,) = entries(own_cache)
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600
    assert stat.S_IMODE((own_cache / "deep").stat().st_mode) == 0o700


def test_a_cache_that_cannot_be_written_stops_nothing(article: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert not audit_inputs([Input(str(article))], Settings(cache=str(tmp_path / "file"))).failures


def test_a_shelf_keeps_the_entries_used_last(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    for number in range(12):
        store.put(f"ab{number:02}", bytes(SHELF_SIZE // 4))
        os.utime(tmp_path / "ab" / f"ab{number:02}", (number, number))
    kept = {path.name for path in entries(tmp_path)}
    assert "ab11" in kept
    assert sum(path.stat().st_size for path in entries(tmp_path)) <= SHELF_SIZE
    store.put("ab99", bytes(SHELF_SIZE))
    assert store.get("ab99") is None


def test_two_processes_share_it(own_cache: Path, tmp_path: Path, audits: Audits) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"Par Odile Vasseur\n\nLe pont {number} rouvrira lundi.\n", "utf-8")
    inputs = collect([str(folder)], Choice((".txt",)))
    cold = audit_inputs(inputs, Settings(cache=str(own_cache), jobs=2))
    assert len(entries(own_cache)) == 6
    assert audit_inputs(inputs, Settings(cache=str(own_cache), jobs=1)) == cold
    assert audits == [inputs[0].path]


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"XDG_CACHE_HOME": "/var/caches"}, "/var/caches/provenance"),
        ({"XDG_CACHE_HOME": "not/absolute"}, os.path.expanduser("~/.cache/provenance")),
        ({}, os.path.expanduser("~/.cache/provenance")),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="Windows has another")
def test_the_usual_folder(environment: dict[str, str], folder: str) -> None:
    assert usual_folder(environment) == folder


def test_the_stamp_changes_with_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "provenance"
    (package / "lexicon" / "compiled").mkdir(parents=True)
    (package / "a.py").write_text("one")
    (package / "lexicon" / "b.toml").write_text("one")
    monkeypatch.setattr(stamps, "PACKAGE", package)
    monkeypatch.setattr(stamps, "STAMP", package / "lexicon" / "compiled" / "stamp")

    def now() -> str:
        stamps.stamp.cache_clear()
        return stamps.stamp()

    first = now()
    assert now() == first
    (package / "lexicon" / "b.toml").write_text("two ")
    second = now()
    (package / "c.py").write_text("")
    assert len({first, second, now()}) == 3
    stamps.write_stamp()
    (tmp_path / "provenance_audit-9.dist-info").mkdir()
    installed = now()
    os.utime(package / "a.py", (5, 5))
    assert now() == installed
    stamps.stamp.cache_clear()


TEXT = st.text(max_size=12)
SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
MESSAGES = st.builds(Message, st.dictionaries(st.sampled_from(["en", "fr"]), TEXT), st.dictionaries(TEXT, TEXT))
FINDINGS = st.builds(
    Finding,
    TEXT,
    st.sampled_from(Level),
    SPANS,
    MESSAGES,
    st.none() | TEXT,
    confidence=st.floats(0, 1),
    related=st.tuples(SPANS, SPANS),
)
CREDITS = st.builds(Credit, st.sampled_from(Role), SPANS, date=st.none() | TEXT, also=st.tuples(SPANS))


@given(
    st.builds(
        Dossier, st.just(dossier_of("x").article), st.lists(CREDITS).map(tuple), findings=st.lists(FINDINGS).map(tuple)
    )
)
def test_any_dossier_comes_back_equal(dossier: Dossier) -> None:
    assert unpacked(packed("key", "a.txt", b"x", [dossier]), "key", "a.txt", b"x", House()) == [dossier]


def test_settings_are_coded_whole() -> None:
    settings = Settings(declared=Declared("fr"), select=frozenset({"b", "a"}))
    write, read = coding(Settings)
    assert read(write(settings)) == settings
