"""Where people already work: every format is documented; hooks, action and template ask what the tool takes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.cli import known_commands, main
from provenance.commands import credit, trace
from provenance.commands.completion import known_options
from provenance.terminal.outputs import FORMATS, SUFFIXES

ROOT = Path(__file__).parent.parent
DOCS = (ROOT / "docs/formats.md").read_text("utf-8")
WRONG = "The harbour opens\n\nThe harbour of Valdemar opens again after a winter of works, and ships return.\n"
OPTION = re.compile(r"--[a-z]+(?:-[a-z]+)*")


def documented(heading: str) -> dict[str, str]:
    """Format and suffix, by the table below a heading."""
    table = DOCS.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| `([a-z]+)` \| (?:`([.a-z]+)`)? ?\|", table, re.MULTILINE))


def test_every_format_is_documented() -> None:
    assert set(documented("Reports")) == set(FORMATS)
    assert set(documented("Traces")) == set(trace.FORMATS)
    for name in credit.FORMATS:
        assert f"`{name}`" in DOCS.partition("## The credit to print")[2]


def test_documented_suffixes_tell_their_format() -> None:
    for name, suffix in documented("Reports").items():
        assert SUFFIXES.get(suffix) == (name if suffix else None)
    assert set(SUFFIXES.values()) == {name for name, suffix in documented("Reports").items() if suffix}


@pytest.mark.parametrize("file", ["docs/formats.md", "action.yml", "templates/gitlab.yml", ".pre-commit-hooks.yaml"])
def test_places_name_only_commands_and_options_there_are(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    options = {option for _, words in known_options() for option in words}
    foreign = {"--quiet", "--disable-pip-version-check"}
    assert {option for option in OPTION.findall(text) if option not in foreign} <= options
    for name in re.findall(r"provenance ([a-z]+) (?:PATH|content|drafts|\$|-)", text):
        assert name in known_commands()


def test_completion_knows_every_command_and_option(capsys: pytest.CaptureFixture[str]) -> None:
    for shell in ("bash", "zsh", "fish"):
        assert main(["completion", shell]) == 0
        script = capsys.readouterr().out
        for command, options in known_options():
            assert command in script
            assert all(option.removeprefix("--") in script for option in options)
        assert "--today" not in script


@pytest.mark.skipif(sys.platform == "win32", reason="completion is for the shell bash")
def test_bash_completes(capsys: pytest.CaptureFixture[str]) -> None:
    main(["completion", "bash"])
    script = capsys.readouterr().out + (
        'COMP_WORDS=(provenance gate --chan); COMP_CWORD=2; _provenance; echo "${COMPREPLY[@]}"\n'
        'COMP_WORDS=(provenance exp); COMP_CWORD=1; _provenance; echo "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["--changed-since", "explain"]


def steps(action: str) -> list[str]:
    """The scripts of the steps of an action."""
    blocks = re.findall(r"^      run: \|\n((?:        .*\n|\n)+)", action, re.MULTILINE)
    return [re.sub("^        ", "", block, flags=re.MULTILINE) for block in blocks]


@pytest.mark.skipif(sys.platform == "win32", reason="the action runs in bash")
def test_the_action_audits_and_fails(tmp_path: Path) -> None:
    action = (ROOT / "action.yml").read_text("utf-8")
    install, audit = steps(action)
    assert '"$GITHUB_ACTION_PATH"' in install
    assert "${{" not in install + audit
    tool = tmp_path / "runner/provenance/bin/provenance"
    tool.parent.mkdir(parents=True)
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m provenance "$@"\n', "utf-8")
    tool.chmod(0o755)
    (tmp_path / "a; echo owned.txt").write_text(WRONG, "utf-8")
    inputs = re.findall(r"^        ([A-Z_]+): \$\{\{ inputs\.[a-z-]+ \}\}", action, re.MULTILINE)
    environment = (
        os.environ
        | dict.fromkeys(inputs, "")
        | {
            "RUNNER_TEMP": str(tmp_path / "runner"),
            "PATHS": "a; echo owned.txt\n",
            "SARIF": "scan.sarif",
            "HTML": "audit.html",
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "PYTHONPATH": str(ROOT),
        }
    )
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", audit], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=a; echo owned.txt,line=1,")
    assert (tmp_path / "scan.sarif").exists()
    assert (tmp_path / "audit.html").exists()
    assert "missing-attribution" in (tmp_path / "summary.md").read_text("utf-8")
