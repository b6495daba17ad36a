"""The gate where articles already live: what git says has changed, baselines written by it, statistics."""

import json
import subprocess
from pathlib import Path

import pytest

from provenance.cli import main

CLEAN = "Le port rouvre\nPar Odile Vasseur\n3 mars 2031\n\nLe port de Valdemar rouvre après un hiver de travaux.\n"
WRONG = "The harbour opens\n\nThe harbour of Valdemar opens again after a winter of works, and ships return.\n"


def git(folder: Path, *words: str) -> str:
    named = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *named, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in which an article without any attribution went out long ago."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init")
    (tmp_path / "old.txt").write_text(WRONG, "utf-8")
    (tmp_path / "été 1.txt").write_text(CLEAN, "utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "an archive")
    return tmp_path


def test_only_what_changed_is_audited(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", "."]) == 1
    (archive / "été 1.txt").write_text(CLEAN + "\nEncore.\n", "utf-8")
    capsys.readouterr()
    assert main(["gate", "--changed-since", "HEAD"]) == 0
    assert "1 article: no findings" in capsys.readouterr().out


def test_a_branch_answers_for_what_it_changed_and_not_for_the_other(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(archive, "checkout", "-b", "draft")
    (archive / "new.txt").write_text(WRONG, "utf-8")
    git(archive, "add", ".")
    git(archive, "commit", "-m", "a draft")
    git(archive, "checkout", "main")
    (archive / "meanwhile.txt").write_text(WRONG, "utf-8")
    git(archive, "add", ".")
    git(archive, "commit", "-m", "meanwhile")
    git(archive, "checkout", "draft")
    assert main(["gate", "--changed-since", "main", "--format", "json", "-q"]) == 1
    assert [item["path"] for item in json.loads(capsys.readouterr().out)["articles"]] == ["new.txt"]


def test_a_file_git_does_not_track_yet_has_changed(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = archive / "drafts"
    folder.mkdir()
    (folder / "new.txt").write_text(WRONG, "utf-8")
    assert main(["gate", "drafts", "--changed-since", "HEAD"]) == 1
    (archive / ".gitignore").write_text("drafts/\n", "utf-8")
    assert main(["gate", "drafts", "--changed-since", "HEAD"]) == 0


def test_nothing_changed_is_clean_and_says_so(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", "--changed-since", "HEAD"]) == 0
    assert "nothing has changed since HEAD" in capsys.readouterr().err


def test_a_wrong_path_does_not_pass_for_an_unchanged_one(archive: Path) -> None:
    assert main(["gate", "absent.txt", "--changed-since", "HEAD"]) == 3


@pytest.mark.parametrize(
    ("revision", "said"), [("origin/main", "fetch it first"), ("--output=x", "not a revision"), ("HEAD~9", "fetch it")]
)
def test_an_unknown_revision_is_an_error_that_says_what_to_do(
    archive: Path, revision: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gate", f"--changed-since={revision}"]) == 2
    assert said in capsys.readouterr().err


def test_outside_of_git_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    assert main(["gate", "--changed-since", "HEAD"]) == 2
    assert "not in a git repository" in capsys.readouterr().err


def test_without_git_is_an_error(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["gate", "--changed-since", "HEAD"]) == 2
    assert "git is not installed" in capsys.readouterr().err


def test_a_written_baseline_tells_no_more_and_new_findings_all_the_same(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gate", ".", "--write-baseline", "known.json"]) == 0
    assert main(["gate", ".", "--baseline", "known.json", "--exclude", "known.json"]) == 0
    (archive / "new.txt").write_text(WRONG.replace("harbour", "station"), "utf-8")
    assert main(["gate", ".", "--baseline", "known.json"]) == 1
    capsys.readouterr()
    assert main(["gate", ".", "--baseline", "known.json", "--write-baseline", "known.json"]) == 0
    assert main(["gate", ".", "--baseline", "known.json"]) == 0


def test_a_baseline_written_anew_drops_what_is_gone(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["gate", ".", "--write-baseline", "known.json"])
    (archive / "old.txt").write_text(CLEAN, "utf-8")
    assert main(["gate", ".", "--baseline", "known.json"]) == 0
    assert "gone" in capsys.readouterr().out
    main(["gate", ".", "--baseline", "known.json", "--write-baseline", "known.json"])
    main(["gate", ".", "--baseline", "known.json"])
    assert "gone" not in capsys.readouterr().out


def test_what_is_answered_in_the_article_is_no_baseline(archive: Path) -> None:
    (archive / "a.md").write_text(
        f"---\nprovenance: {{ignore: [missing-attribution]}}\n---\n{WRONG.replace('opens again', 'reopens')}", "utf-8"
    )
    main(["gate", "a.md", "--write-baseline", "known.json"])
    (article,) = json.loads((archive / "known.json").read_text("utf-8"))["articles"]
    assert "missing-attribution" not in {finding["rule"] for finding in article["findings"]}


def test_a_baseline_of_what_could_not_be_read_stays_incomplete(archive: Path) -> None:
    assert main(["gate", "absent.txt", "--write-baseline", "known.json"]) == 3


def test_statistics_count_each_rule(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", ".", "--statistics"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["Rule", "Level", "Findings", "Safe", "to", "fix", "Suppressed"]
    assert lines[2].split() == ["missing-attribution", "error", "1", "0", "0"]
