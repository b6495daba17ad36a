"""The command line as a person or a script meets it: exit codes, inputs, options, outputs."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance import __version__, pipeline
from provenance.cli import main
from provenance.readers.opening import LARGEST_FILE

CLEAN = "By Ada Lindqvist\nThe council of Valdemar met in the new hall and agreed on a budget.\n"
HASHTAGS = CLEAN + "#Everything #we #know #about #the #vote\n"
UNSIGNED = "The wall of the harbour was damaged in the night, and nobody was hurt there.\n"


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object) -> Ran:
        code = main([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return call


@pytest.fixture
def article(tmp_path: Path):
    def write(name: str, text: str | bytes = CLEAN) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return write


def only(*rules: str) -> tuple[str, ...]:
    return ("--select", ",".join(rules))


# What each exit code means


def test_clean_is_0(run, article) -> None:
    article("a.txt")
    assert run("gate", "a.txt", *only("hashtag-residue")).code == 0


def test_findings_fail_a_gate_with_1_and_an_audit_only_when_asked(run, article) -> None:
    article("a.txt", HASHTAGS)
    chosen = only("hashtag-residue")
    assert run("gate", "a.txt", *chosen).code == 0
    assert run("gate", "a.txt", *chosen, "--fail-on", "warning").code == 1
    assert run("gate", "a.txt", *chosen, "--fail-on", "never").code == 0
    assert run("audit", "a.txt", *chosen).code == 0
    assert run("report", "a.txt", *chosen, "--fail-on", "note").code == 1


def test_an_error_fails_a_gate_by_default(run, article) -> None:
    article("a.txt", UNSIGNED)
    assert run("gate", "a.txt", *only("missing-attribution")).code == 1


@pytest.mark.parametrize("command", ["audit", "report", "gate"])
def test_missing_path_is_3_and_a_row(run, article, command: str) -> None:
    article("a.txt")
    ran = run(command, "a.txt", "gone.txt", "--format", "json")
    document = json.loads(ran.out)
    assert ran.code == 3
    assert [row["path"] for row in document["articles"]] == ["a.txt"]
    assert document["failures"] == [{"path": "gone.txt", "reason": "there is no such file or folder"}]


@pytest.mark.parametrize("word", ["frob", "front-end", "Frob2"])
def test_a_word_alone_that_is_nothing_is_3_and_one_sentence(run, word: str) -> None:
    ran = run(word)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"provenance: there is no such command or file '{word}'; ")
    assert "did you mean 'audit'?" in run("adit").err


def test_a_language_the_article_declares_is_no_error(run, article) -> None:
    article("a.html", '<html lang="ja"><article><p>By Ada Lindqvist</p><p>A short text.</p></article></html>')
    (made,) = json.loads(run("audit", "a.html", "--format", "json").out)["articles"]
    assert made["language"] == "ja"
    assert any("'ja'" in item["reason"] for item in made["unmeasured"])


def test_a_failure_outranks_findings(run, article) -> None:
    article("a.txt", UNSIGNED)
    assert run("gate", "a.txt", "gone.txt").code == 3


def test_an_empty_folder_is_never_clean(run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("gate", "empty")
    assert ran.code == 3
    assert "empty: not audited: the folder holds no article" in ran.out
    assert ran.out.splitlines()[-1].startswith("Incomplete: 0 articles")


def test_a_folder_in_place_of_a_file_is_read_as_a_folder(run, article) -> None:
    article("looks-like.txt/inner.md")
    article("looks-like.txt/inner.txt")
    assert run("gate", "looks-like.txt", *only("hashtag-residue"), "--include", "*.txt").code == 0


def test_a_file_that_cannot_be_opened_is_a_failure(run, article, monkeypatch: pytest.MonkeyPatch) -> None:
    article("a.txt")
    article("b.txt")

    def refuse(path: str, limit: int) -> bytes:
        if path == "b.txt":
            raise PermissionError(13, "Permission denied")
        return Path(path).read_bytes()

    monkeypatch.setattr(pipeline, "read", refuse)
    ran = run("audit", ".", "--format", "json")
    assert ran.code == 3
    assert json.loads(ran.out)["failures"] == [{"path": "b.txt", "reason": "it cannot be read: permission denied"}]


def test_a_fault_in_one_article_stops_no_other(run, article, monkeypatch: pytest.MonkeyPatch) -> None:
    article("a.txt")
    article("b.txt", HASHTAGS)
    audit_article = pipeline.audit_article

    def broken(made, *rest):
        if "hashtag" not in made.path and made.path == "a.txt":
            raise ZeroDivisionError
        return audit_article(made, *rest)

    monkeypatch.setattr(pipeline, "audit_article", broken)
    ran = run("audit", "a.txt", "b.txt", "--format", "json")
    document = json.loads(ran.out)
    assert ran.code == 3
    assert [row["path"] for row in document["articles"]] == ["b.txt"]
    assert "broke off (ZeroDivisionError" in document["failures"][0]["reason"]
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b"\x00\x01\x02" * 50, "binary"), (b"%PDF-1.7\n" + bytes(range(256)), "not text")],
)
def test_bad_content_is_one_clear_sentence(run, article, content: bytes, reason: str) -> None:
    article("bad.txt", content)
    ran = run("gate", "bad.txt")
    assert ran.code == 3
    assert reason in ran.out


def test_a_file_too_large_is_refused_unread(run, tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert "larger than 32 MB" in run("gate", "large.txt").out


def test_a_fault_of_the_tool_is_2_and_no_traceback(run, article, monkeypatch: pytest.MonkeyPatch) -> None:
    article("a.txt")
    monkeypatch.setattr(pipeline, "assess", lambda *_: 1 / 0)
    ran = run("a.txt")
    assert ran.code == 2
    assert ran.err.startswith("provenance: a fault of the tool (ZeroDivisionError")
    assert len(ran.err.splitlines()) == 1


# Wrong usage: one sentence that names the nearest known word


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["audit", "a.txt", "--formt", "json"], "unknown option '--formt', did you mean '--format'?"),
        (["audit", "a.txt", "--format", "jsn"], "--format: unknown format 'jsn', did you mean 'json'?"),
        (["audit", "a.txt", "--select", "mispelt-name"], "unknown rule 'mispelt-name', did you mean 'misspelt-name'?"),
        (["audit", "a.txt", "--ignore", "hastag-residue"], "did you mean 'hashtag-residue'?"),
        (["audit", "a.txt", "--profile", "editr"], "unknown profile 'editr', did you mean 'editor'?"),
        (["gate", "a.txt", "--fail-on", "eror"], "unknown level 'eror', did you mean 'error'?"),
        (["audit", "a.txt", "--published", "yesterday"], "'yesterday' is not a date"),
        (["audit", "a.txt", "--published", "2031-02-30"], "'2031-02-30' is not a date"),
        (["audit", "a.txt", "--language", "?"], "'?' is not a language code"),
        (["audit", "a.txt", "--jobs", "many"], "'many' is not a number of jobs"),
        (["audit", "a.txt", "--table", "findngs"], "did you mean 'findings'?"),
        (["audit", "a.txt", "--table", "findings", "--format", "json"], "--table goes with the format csv"),
        (["audit", "a.txt", "-o", "report.xyz"], "the name 'report.xyz' does not tell the format"),
        (["audit", "a.txt", "-o", "jsn=out.txt"], "unknown format 'jsn', did you mean 'json'?"),
        (["audit", "a.txt", "-o", "nowhere/deep/a.json"], "there is no folder"),
        (["audit", "a.txt", "--config", "gone.toml"], "gone.toml: there is no such configuration file"),
        (["audit", "a.txt", "--baseline", "gone.json"], "the baseline gone.json cannot be read"),
        (["audit", "a.txt", "--origin", "gone.txt"], "--origin gone.txt: there is no such file"),
        (["audit", "a.txt", "--origin", "https://example.com/a"], "a page on the web is fetched only with --online"),
        (["audit"], "give at least one file or folder"),
        (["adit", "a.txt"], "there is no such command or file 'adit', did you mean 'audit'?"),
        (["gate", "a.txt", "--language", "xx"], "no rule knows the language 'xx': known are de, en,"),
        (["explain", "spacng"], "unknown rule 'spacng'"),
        (["explain"], "the following arguments are required: RULE"),
    ],
)
def test_wrong_usage_is_2_and_one_sentence(run, article, arguments: list[str], sentence: str) -> None:
    article("a.txt")
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert sentence in ran.err
    assert len(ran.err.splitlines()) == 1


def test_bare_command_shows_the_three_uses(run) -> None:
    ran = run()
    assert ran.code == 0
    for use in ("provenance ARTICLE", "provenance report", "provenance gate"):
        assert use in ran.out


def test_version(run) -> None:
    assert run("--version").out == f"provenance {__version__}\n"


@pytest.mark.parametrize("command", ["audit", "report", "gate", "explain", "rules", "languages", "init"])
def test_every_command_has_help(run, capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: provenance {command}")


# Inputs


def test_a_path_alone_means_audit(run, article) -> None:
    article("a.txt")
    assert run("a.txt") == run("audit", "a.txt")


def test_folders_are_searched_in_order_without_the_usual_ignored_ones(run, article, tmp_path: Path) -> None:
    for name in (
        "b/z.md",
        "b/a.txt",
        "a.txt",
        ".git/x.txt",
        "node_modules/x.txt",
        ".venv/x.txt",
        "b/c.pdf",
        "__pycache__/x.txt",
    ):
        article(name)
    (tmp_path / "b" / "loop").symlink_to(tmp_path, target_is_directory=True)
    paths = [row["path"] for row in json.loads(run(".", "--format", "json").out)["articles"]]
    assert paths == ["a.txt", "b/a.txt", "b/z.md"]


def test_include_and_exclude(run, article) -> None:
    for name in ("news/a.txt", "news/drafts/b.txt", "news/c.txt", "notes/d.txt"):
        article(name)

    def audited(*options: str) -> list[str]:
        return [row["path"] for row in json.loads(run(".", "--format", "json", *options).out)["articles"]]

    assert audited("--exclude", "drafts") == ["news/a.txt", "news/c.txt", "notes/d.txt"]
    assert audited("--exclude", "drafts/*", "--exclude", "c.*") == ["news/a.txt", "notes/d.txt"]
    assert audited("--include", "news/**/b.txt") == ["news/drafts/b.txt"]
    assert audited("--include", "news/*.txt") == ["news/a.txt", "news/c.txt"]
    assert audited("--include", "news/**") == ["news/a.txt", "news/c.txt", "news/drafts/b.txt"]


def test_patterns_do_not_see_what_lies_above(run, article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article("drafts/project/a.txt")
    article("drafts/project/drafts/b.txt")
    article("elsewhere/c.txt")
    monkeypatch.chdir(tmp_path / "elsewhere")
    for folder in (tmp_path / "drafts" / "project", "../drafts/project"):
        found = json.loads(run(folder, "--exclude", "drafts", "--format", "json").out)["articles"]
        assert [Path(row["path"]).name for row in found] == ["a.txt"]


def test_a_link_to_nowhere_is_a_failure(run, article, tmp_path: Path) -> None:
    article("a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    ran = run(".", "--format", "json")
    assert ran.code == 3
    assert json.loads(ran.out)["failures"] == [{"path": "b.txt", "reason": "the link leads nowhere"}]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_in_a_folder_does_not_hang(run, article, tmp_path: Path) -> None:
    article("a.txt")
    os.mkfifo(tmp_path / "b.txt")
    assert json.loads(run(".", "--format", "json").out)["failures"][0]["reason"] == "it is not a regular file"


def test_a_folder_that_cannot_be_listed_is_a_failure(run, article, monkeypatch: pytest.MonkeyPatch) -> None:
    article("in/a.txt")
    article("locked/b.txt")
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    ran = run(".", "--format", "json")
    assert ran.code == 3
    assert json.loads(ran.out)["failures"] == [
        {"path": "locked", "reason": "the folder cannot be read: permission denied"}
    ]


def test_an_address_needs_the_flag(run) -> None:
    ran = run("gate", "https://news.example/a")
    assert ran.code == 3
    assert "https://news.example/a: not audited: a page on the web is fetched only with --online" in ran.out


def test_a_path_given_twice_is_audited_once(run, article) -> None:
    article("a.txt")
    assert len(json.loads(run("a.txt", "./a.txt", ".", "--format", "json").out)["articles"]) == 1


def test_standard_input(article) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "provenance", "-", "--stdin-filename", "wire.txt", "--format", "json"],
        input=HASHTAGS.encode(),
        capture_output=True,
        check=True,
    )
    (found,) = json.loads(ran.stdout)["articles"]
    assert found["path"] == "wire.txt"
    assert "hashtag-residue" in {finding["rule"] for finding in found["findings"]}


def test_the_address_of_an_article_names_its_publishers_domain(run, article) -> None:
    article("a.txt")
    (found,) = json.loads(run("a.txt", "--url", "https://www.bbc.co.uk/news/x", "--format", "json").out)["articles"]
    assert found["url"] == "https://www.bbc.co.uk/news/x"
    assert found["publisher"]["domain"] == "bbc.co.uk"


def test_what_the_person_declares_outranks_the_file(run, article) -> None:
    article("a.txt")
    options = ("--published", "2031-03-12", "--language", "fr", "--format", "json")
    (found,) = json.loads(run("a.txt", *options).out)["articles"]
    assert (found["published"], found["published_basis"], found["language"]) == ("2031-03-12", "option", "fr")


# Outputs


def test_several_outputs_in_one_run(run, article, tmp_path: Path) -> None:
    article("a.txt", HASHTAGS)
    ran = run("report", "a.txt", "-o", "r.json", "-o", "text=lines.log", "-o", "tables/")
    assert ran.out == ""
    assert "→ r.json, lines.log, tables/articles.csv" in ran.err.replace(os.sep, "/")
    assert len(ran.err.splitlines()) == 1
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["articles"][0]["path"] == "a.txt"
    assert (tmp_path / "lines.log").read_text("utf-8").startswith("a.txt:")
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == [
        "articles.csv",
        "chain.csv",
        "credits.csv",
        "findings.csv",
    ]
    with (tmp_path / "tables" / "findings.csv").open(encoding="utf-8", newline="") as file:
        assert "hashtag-residue" in {row["rule"] for row in csv.DictReader(file)}


def test_report_is_csv_on_standard_output(run, article) -> None:
    article("a.txt")
    assert run("report", "a.txt").out.startswith("path,status,language,")
    assert run("audit", "a.txt", "--table", "credits").out.startswith("path,line,column,")


def test_an_output_is_not_audited_as_an_article(run, article) -> None:
    article("a.txt")
    first = run("report", ".", "-o", "out.txt", "-q")
    again = run("report", ".", "-o", "out.txt", "-q")
    assert first == again == Ran(0, "", "")


def test_quiet_leaves_only_the_report(run, article) -> None:
    article("a.txt", HASHTAGS)
    ran = run("gate", "a.txt", "-q", *only("hashtag-residue"), "--fail-on", "warning")
    assert ran == Ran(
        1, "a.txt:3:1: warning hashtag-residue 6 hashtags in a row were left in the article: delete them\n", ""
    )


def test_color_follows_the_environment(run, article, monkeypatch: pytest.MonkeyPatch) -> None:
    article("a.txt", HASHTAGS)
    assert "\x1b" not in run("a.txt").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("a.txt").out
    assert "\x1b" not in run("a.txt", "--no-color").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("a.txt").out


def test_french_when_asked(run, article) -> None:
    article("a.txt", HASHTAGS)
    assert "mots-dièse d’affilée" in run("a.txt", "--locale", "fr").out


def test_a_closed_pipe_is_quiet(article, tmp_path: Path) -> None:
    article("a.txt", "".join(f"Text {n}.\n\n#a{n} #b #c #d #e #f\n\n" for n in range(3000)))
    options = "--select hashtag-residue --fail-on warning"
    command = f"{sys.executable} -m provenance gate a.txt {options} | head -1; exit ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert len(ran.stdout.splitlines()) == 1


def test_same_bytes_for_any_jobs_and_order(run, article) -> None:
    names = [f"n{number}/a{number}.txt" for number in range(6)]
    for number, name in enumerate(names):
        article(name, HASHTAGS if number % 2 else UNSIGNED)
    article("n1/bad.txt", b"")
    for format in ("json", "table", "csv"):
        one = run("audit", *names, "n1", "--format", format)
        assert run("audit", "n1", *reversed(names), "--format", format, "--jobs", 2) == one
        assert one.code == 3


def test_three_hundred_findings(run, article) -> None:
    article("a.txt", "".join(f"Text {n}.\n\n#a{n} #b #c #d #e #f\n\n" for n in range(300)))
    ran = run("gate", "a.txt", *only("hashtag-residue"), "--fail-on", "warning")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 301
    assert ran.out.splitlines()[-1] == "Failed: 1 article: 300 warnings"
    assert len(run("a.txt", *only("hashtag-residue")).out.splitlines()) < 40


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.sampled_from(["txt", "html", "md", "bin"]))
def test_any_bytes_are_audited_or_refused(run, article, data: bytes, suffix: str) -> None:
    ran = run(article(f"any.{suffix}", data).name, "--format", "json", "--profile", "research")
    document = json.loads(ran.out)
    assert ran.code in (0, 3)
    assert not [failure for failure in document["failures"] if "broke off" in failure["reason"]]
    assert bool(document["failures"]) == (ran.code == 3)


# The commands that tell what the tool knows


def test_rules_lists_every_rule(run) -> None:
    ran = run("rules")
    assert "hashtag-residue" in ran.out
    assert all(len(line) <= 80 for line in ran.out.splitlines())


def test_explain_is_the_rules_page(run) -> None:
    ran = run("explain", "hashtag-residue")
    assert "A row of hashtags was left in the text." in ran.out
    assert "[#Everything #we #know #about #the #vote]" in ran.out
    assert "⟦" not in ran.out
    assert all(len(line) <= 80 for line in ran.out.splitlines())


def test_languages_lists_what_there_is(run) -> None:
    out = run("languages", "--locale", "fr").out
    assert all(name in out for name in ("français", "anglais", "allemand", "néerlandais"))


def test_init_writes_once(run, tmp_path: Path) -> None:
    assert run("init").code == 0
    written = (tmp_path / "provenance.toml").read_text("utf-8")
    again = run("init")
    assert again.code == 2
    assert "already there" in again.err
    assert (tmp_path / "provenance.toml").read_text("utf-8") == written


def test_settings_in_force_are_shown(run, article) -> None:
    article("a.txt")
    article("provenance.toml", 'profile = "editor"\n[outlet]\nnames = ["The Valdemar Post"]\n')
    out = run(
        "a.txt", "--show-settings", "--ignore", "spacing" if "spacing" in run("rules").out else "hashtag-residue"
    ).out
    assert 'profile = "editor"' in out
    assert "The Valdemar Post" in out


def test_importing_the_package_costs_next_to_nothing() -> None:
    code = "import sys, provenance; print(sum(name.startswith('provenance') for name in sys.modules), provenance.Level)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "1 <enum 'Level'>\n"


def test_the_library_audits_and_renders(article) -> None:
    import provenance

    audit = provenance.audit(article("a.txt", HASHTAGS), select=["hashtag-residue"])
    assert isinstance(audit, provenance.Audit)
    assert "hashtag-residue" in provenance.render(audit)
    assert json.loads(provenance.render(audit, "json"))["schema"] == "provenance-audit/1"
    with pytest.raises(provenance.ProvenanceError, match="did you mean 'json'"):
        provenance.render(audit, "jsn")
