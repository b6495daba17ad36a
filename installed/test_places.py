"""The places people work, with the installation too: a package is built and fetched, so these tests need a network.

`make test-installed` runs them on what is committed.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
SIGNED = "---\ntitle: The fair opens\nauthor: Marta Lind\ndate: 2031-03-04\n---\n\nThe fair opened early.\n"
UNSIGNED = "The fair opened early.\n"


def ran(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
    return subprocess.run(command, cwd=cwd, env=clean | environment, capture_output=True, text=True, encoding="utf-8")


def commit(folder: Path, **files: str) -> str:
    """Commits the files, named without their ending, and tells the revision."""
    for name, content in files.items():
        (folder / f"{name}.md").write_text(content, "utf-8")
    person = ("-c", "user.name=Desk", "-c", "user.email=desk@gazette.example")
    assert ran("git", "init", "--quiet", cwd=folder).returncode == 0
    assert ran("git", "add", ".", cwd=folder).returncode == 0
    done = ran("git", *person, "commit", "--quiet", "--no-verify", "--message", "An edition", cwd=folder)
    assert done.returncode == 0, done.stderr
    return ran("git", "rev-parse", "HEAD", cwd=folder).stdout.strip()


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is committed, as others fetch it."""
    target = tmp_path_factory.mktemp("release") / "provenance"
    assert ran("git", "clone", "--quiet", str(ROOT), str(target), cwd=ROOT).returncode == 0
    return target


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory, release: Path) -> Path:
    """A runner on which the first step of the action has been taken."""
    temporary = tmp_path_factory.mktemp("runner")
    install, _ = steps(release)
    done = ran("bash", "-e", "-c", install, cwd=temporary, RUNNER_TEMP=str(temporary), GITHUB_ACTION_PATH=str(release))
    assert done.returncode == 0, done.stderr
    return temporary


def steps(release: Path) -> list[str]:
    action = yaml.safe_load((release / "action.yml").read_text("utf-8"))
    return [step["run"] for step in action["runs"]["steps"]]


def test_the_action_installs_and_gates(runner: Path, release: Path, tmp_path: Path) -> None:
    commit(tmp_path, good=SIGNED, bad=UNSIGNED)
    names = ("PATHS", "CHANGED_SINCE", "PROFILE", "FAIL_ON", "BASELINE", "SARIF", "HTML")
    given = dict.fromkeys(names, "") | {"PATHS": ".", "SARIF": "scan.sarif", "RUNNER_TEMP": str(runner)}
    given["GITHUB_STEP_SUMMARY"] = str(tmp_path / "summary.md")
    done = ran("bash", "-e", "-o", "pipefail", "-c", steps(release)[1], cwd=tmp_path, **given)
    assert done.returncode == 1, done.stderr
    assert re.match(r"::error file=bad\.md,line=1,", done.stdout)
    assert json.loads((tmp_path / "scan.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_the_gitlab_job_writes_its_reports(runner: Path, release: Path, tmp_path: Path) -> None:
    base = commit(tmp_path, old=UNSIGNED)
    commit(tmp_path, new=UNSIGNED)
    job = yaml.safe_load((release / "templates/gitlab.yml").read_text("utf-8"))["provenance"]
    path = f"{runner / 'provenance/bin'}{os.pathsep}{os.environ['PATH']}"
    given = job["variables"] | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "PATH": path}
    done = ran("bash", "-e", "-c", "\n".join(job["script"]), cwd=tmp_path, **given)
    assert done.returncode == 1, done.stderr
    told = json.loads((tmp_path / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert {entry["location"]["path"] for entry in told} == {"new.md"}
    assert (tmp_path / job["artifacts"]["reports"]["junit"]).exists()


def test_pre_commit_installs_the_hooks(release: Path, tmp_path: Path) -> None:
    revision = ran("git", "rev-parse", "HEAD", cwd=release).stdout.strip()
    hooks = [{"id": "provenance"}, {"id": "provenance-fix"}]
    config = {"repos": [{"repo": str(release), "rev": revision, "hooks": hooks}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    commit(tmp_path, good=SIGNED)
    command = (sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never")
    done = ran(*command, cwd=tmp_path, PRE_COMMIT_HOME=str(tmp_path / "hooks"))
    assert done.returncode == 0, done.stdout + done.stderr
    commit(tmp_path, bad=UNSIGNED)
    done = ran(*command, cwd=tmp_path, PRE_COMMIT_HOME=str(tmp_path / "hooks"))
    assert done.returncode == 1
    assert "bad.md:1:1: error missing-attribution" in done.stdout
