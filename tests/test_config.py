"""The configuration: which one is in force, what it may say, and how it says what is wrong."""

from datetime import date
from pathlib import Path

import pytest

from provenance.cli import main
from provenance.gate.configuration import find, load
from provenance.layout.globs import matches
from provenance.model.errors import ConfigError
from provenance.model.finding import Level
from provenance.model.settings import Pardon, Profile


@pytest.fixture
def write(tmp_path: Path):
    def put(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return put


def test_the_nearest_file_wins_and_the_search_stops_at_the_repository(write, tmp_path: Path) -> None:
    outer = write("provenance.toml", "")
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / "deep" / "deeper").mkdir(parents=True)
    assert find(tmp_path / "repository" / "deep" / "deeper") is None
    shared = write("repository/pyproject.toml", "[tool.provenance]\nprofile = 'editor'\n")
    write("repository/deep/pyproject.toml", "[project]\nname = 'other'\n")
    assert find(tmp_path / "repository" / "deep" / "deeper") == shared
    own = write("repository/deep/provenance.toml", "")
    assert find(tmp_path / "repository" / "deep" / "deeper") == own
    assert find(tmp_path) == outer


def test_a_broken_file_of_another_tool_is_none_of_ours(write, tmp_path: Path) -> None:
    write("pyproject.toml", "= broken\n")
    assert find(tmp_path) is None or find(tmp_path).parent != tmp_path
    write("pyproject.toml", "[tool.provenance]\n= broken\n")
    with pytest.raises(ConfigError, match="not valid TOML"):
        find(tmp_path)


def test_every_key_is_read(write) -> None:
    path = write(
        "provenance.toml",
        """
        profile = "editor"
        select = ["hashtag-residue"]
        fail-on = "warning"
        language = "pt-BR"
        locale = "fr"
        include = ["news/**"]
        exclude = ["drafts"]
        [outlet]
        names = ["The Valdemar Post"]
        domains = ["WWW.Valdemar-Post.example"]
        [[ignore]]
        path = "news/*"
        rule = "hashtag-residue"
        text = "#fair"
        reason = "the fair's own hashtags"
        until = 2032-01-01
        """,
    )
    said = load(path).values
    assert said["profile"] is Profile.EDITOR
    assert said["select"] == {"hashtag-residue"}
    assert said["fail-on"] is Level.WARNING
    assert (said["language"], said["locale"]) == ("pt-BR", "fr")
    assert (said["include"], said["exclude"]) == (("news/**",), ("drafts",))
    assert said["outlet"].domains == ("valdemar-post.example",)
    pardon = Pardon("news/*", "hashtag-residue", "#fair", "the fair's own hashtags", date(2032, 1, 1))
    assert said["ignore"] == (frozenset(), (pardon,))


def test_ignore_may_switch_rules_off(write) -> None:
    path = write(
        "pyproject.toml",
        "[tool.provenance]\nignore = ['hashtag-residue', {rule = 'misspelt-name', text = 'Jonh', reason = 'his'}]\n",
    )
    switched_off, pardons = load(path).values["ignore"]
    assert switched_off == {"hashtag-residue"}
    assert pardons == (Pardon(rule="misspelt-name", text="Jonh", reason="his"),)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("profil = 'editor'", "unknown key 'profil', did you mean 'profile'?"),
        ("profile = 'editr'", "profile: unknown profile 'editr', did you mean 'editor'?"),
        ("profile = 3", "profile: must be a text"),
        ("select = 'spacing'", "select: must be a list of texts"),
        ("ignore = ['hashtag-residu']", "ignore: unknown rule 'hashtag-residu', did you mean 'hashtag-residue'?"),
        ("[[ignore]]\nrules = 'x'", "unknown key 'rules', did you mean 'rule'?"),
        ("[[ignore]]\nreason = 'x'", "needs a path, a rule or a text"),
        ("[[ignore]]\nrule = 'spacing'", "an [[ignore]] needs a reason: say why"),
        ("[[ignore]]\nrule = 'spacing'\nreason = ' '", "an [[ignore]] needs a reason"),
        ("language = 'xx'", "language: no rule knows the language 'xx': known are de, en, es, fr, it, nl, pt;"),
        ("[[ignore]]\npath = 'x'\nreason = 'x'\nuntil = 'soon'", "must be a day"),
        ("[outlet]\nname = ['x']", "unknown key 'name', did you mean 'names'?"),
        ("outlet = 'x'", "outlet: must be a table"),
        ("language = 'french!'", "language: 'french!' is not a language code"),
        ("= 3", "not valid TOML"),
    ],
)
def test_a_mistake_is_one_sentence_with_file_and_key(write, text: str, sentence: str) -> None:
    path = write("provenance.toml", text)
    with pytest.raises(ConfigError) as raised:
        load(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert sentence in str(raised.value)


def test_an_option_outranks_the_configuration(write, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("provenance.toml", 'profile = "editor"\nlocale = "fr"\n')
    article = write("a.txt", "By Ada Lindqvist\nThe council of Valdemar met.\n")
    assert main(["audit", str(article), "--show-settings", "--profile", "research"]) == 0
    shown = capsys.readouterr().out
    assert 'profile = "research"' in shown
    assert 'locale = "fr"' in shown
    assert f"# from {tmp_path / 'provenance.toml'}" in shown


def test_the_articles_own_configuration_comes_before_that_of_the_working_folder(
    write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        (folder / ".git").mkdir(parents=True)
    write("here/provenance.toml", 'locale = "fr"\n')
    article = write("there/a.txt", "Text.\n")
    monkeypatch.chdir(here)
    main(["audit", str(article), "--show-settings"])
    assert 'locale = "fr"' in capsys.readouterr().out
    write("there/provenance.toml", 'locale = "en"\n')
    main(["audit", str(article), "--show-settings"])
    assert 'locale = "en"' in capsys.readouterr().out


def test_a_broken_configuration_stops_the_run_with_2(write, capsys: pytest.CaptureFixture[str]) -> None:
    write("provenance.toml", "fail_on = 'error'\n")
    assert main(["gate", str(write("a.txt", "Text.\n"))]) == 2
    assert "unknown key 'fail_on', did you mean 'fail-on'?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("a/drafts/b.txt", "drafts", True),
        ("a/drafts/b.txt", "drafts/", True),
        ("a/drafts.txt", "drafts", False),
        ("a/b.tmp", "*.tmp", True),
        ("fixtures/articles/broken/x.txt", "broken/*", True),
        ("a/b/c/d.md", "a/**/d.md", True),
        ("a/d.md", "a/**/d.md", True),
        ("x/a/d.md", "/a/*.md", False),
        ("a/b.txt", "a/?.txt", True),
        ("a/b.txt", "a/**", True),
        ("ab.txt", "a.txt", False),
        ("a+b.txt", "a+b.txt", True),
    ],
)
def test_patterns_are_what_people_expect(path: str, pattern: str, expected: bool) -> None:
    assert matches(path, [pattern]) is expected
