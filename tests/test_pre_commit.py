"""The hooks, run by a real pre-commit in a real repository; only their installation, which needs a network, is not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
SIGNED = "---\ntitle: The fair opens\nauthor: Marta Lind\ndate: 2031-03-04\n---\n\nThe fair opened early.\n"
DOUBTFUL = SIGNED + "\nWhat a day it was . The boats came late.\n"


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with both hooks, which start the tool under test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / ".cache"))
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    local = [
        hook | {"language": "system", "entry": f'"{sys.executable}" -m {hook["entry"]}', "stages": ["pre-commit"]}
        for hook in HOOKS
    ]
    config = {"repos": [{"repo": "local", "hooks": local}]}
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    git("init", "--quiet")
    return tmp_path


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def commit_of(hook: str, **files: str) -> subprocess.CompletedProcess[str]:
    """What pre-commit says when the files, named without their ending, are about to be committed."""
    for name, content in files.items():
        Path(f"{name}.md").write_text(content, "utf-8")
    git("add", ".")
    command = [sys.executable, "-m", "pre_commit", "run", hook, "--color", "never"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.usefixtures("newsroom")
def test_an_article_that_is_fit_to_print_is_let_through() -> None:
    done = commit_of("provenance", a=SIGNED)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


@pytest.mark.usefixtures("newsroom")
def test_an_article_without_attribution_is_stopped_with_the_reason() -> None:
    done = commit_of("provenance", a=SIGNED, b="The fair opened early.\n")
    assert done.returncode == 1
    assert "b.md:1:1: error missing-attribution" in done.stdout
    assert "a.md" not in done.stdout


@pytest.mark.usefixtures("newsroom")
def test_nothing_to_audit_is_not_a_failure() -> None:
    git("add", ".")
    done = subprocess.run([sys.executable, "-m", "pre_commit", "run", "provenance"], capture_output=True, text=True)
    assert done.returncode == 0
    assert "Skipped" in done.stdout


def test_a_broken_configuration_stops_the_commit_and_says_why(newsroom: Path) -> None:
    (newsroom / "provenance.toml").write_text("fail_onn = 'error'\n", "utf-8")
    done = commit_of("provenance", a=SIGNED)
    assert done.returncode == 1
    assert "did you mean 'fail-on'" in done.stdout


def test_what_is_safe_is_corrected_and_shown_as_changed(newsroom: Path) -> None:
    first = commit_of("provenance-fix", a=DOUBTFUL)
    assert first.returncode == 1, first.stdout + first.stderr
    assert "files were modified by this hook" in first.stdout
    assert (newsroom / "a.md").read_text("utf-8") != DOUBTFUL
    again = commit_of("provenance-fix")
    assert again.returncode == 0
