"""What git says has changed: the one door to git."""

import os
import subprocess
from pathlib import Path

from provenance.model.errors import UsageError

ABSENT = "git is not installed, and --changed-since asks it what has changed"
OUTSIDE = "'{folder}' is not in a git repository, and --changed-since asks git what has changed"
UNKNOWN = "git knows no revision '{revision}' here: fetch it first (in GitHub Actions with `fetch-depth: 0`)"
UNRELATED = "git finds no common ancestor of '{revision}' and HEAD: fetch more of the history (`fetch-depth: 0`)"


def changed_since(revision: str, folder: Path) -> frozenset[str]:
    """The real paths of the files that were changed, added or renamed since the branch left the revision, committed or
    not, with those git does not track yet. Raises UsageError with what to do where git cannot tell."""
    if revision.startswith("-"):
        raise UsageError(f"'{revision}' is not a revision")
    try:
        root = ask(folder, "rev-parse", "--show-toplevel").rstrip("\n")
    except subprocess.CalledProcessError as error:
        raise UsageError(OUTSIDE.format(folder=folder)) from error
    try:
        known = ask(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").strip()
    except subprocess.CalledProcessError as error:
        raise UsageError(UNKNOWN.format(revision=revision)) from error
    try:
        base = ask(folder, "merge-base", known, "HEAD").strip()
    except subprocess.CalledProcessError as error:
        raise UsageError(UNRELATED.format(revision=revision)) from error
    changed = ask(Path(root), "diff", "--name-only", "-z", "--no-ext-diff", "--diff-filter=d", base, "--")
    untracked = ask(Path(root), "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(os.path.realpath(os.path.join(root, name)) for name in (changed + untracked).split("\0") if name)


def ask(folder: Path, *words: str) -> str:
    """What git answers on stdout; raises CalledProcessError where it refuses."""
    # Hooks run with these set to another place than the folder.
    environment = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE")}
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(folder), *words],  # noqa: S607 - the git on the path is the one people use
            capture_output=True,
            check=True,
            env=environment | {"GIT_OPTIONAL_LOCKS": "0"},
        )
    except FileNotFoundError as error:
        raise UsageError(ABSENT) from error
    return done.stdout.decode("utf-8", "surrogateescape")
