"""What the paths of a run stand for: files, the articles in folders, standard input. Only folders are read here."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from provenance.layout.globs import matches
from provenance.model.page import Page
from provenance.model.patterns import pattern
from provenance.model.record import record

STDIN = "-"
PASSED_OVER = frozenset(
    {".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".tox", ".nox", ".mypy_cache"}
    | {".pytest_cache", ".ruff_cache", ".hypothesis", ".idea", ".vscode", ".cache", "__MACOSX"}
)
URL = pattern(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
OFFLINE = "a page on the web is fetched only with --online: add it, or save the page and audit the file"
EMPTY = "the folder holds no article ({suffixes})"
FILTERED = "--include and --exclude leave no article in the folder"


@record
class Input:
    """One thing to audit, by the path it is shown under. `reason` says why it cannot be; `data` is set for stdin and
    for a page that was fetched."""

    path: str
    data: bytes | None = None
    reason: str | None = None
    page: Page | None = None


@record
class Choice:
    """Which files of a folder are articles. `written` are the outputs of this very run."""

    suffixes: tuple[str, ...]
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    written: frozenset[str] = frozenset()

    def takes(self, path: str, root: str) -> bool:
        if self.excludes(path, root) or os.path.abspath(path) in self.written:
            return False
        return matches(near(path, root), self.include) if self.include else path.lower().endswith(self.suffixes)

    def excludes(self, path: str, root: str) -> bool:
        return bool(self.exclude) and matches(near(path, root), self.exclude)


def near(path: str, root: str) -> str:
    """The path as patterns see it: from where we are, else from beside the folder that is searched. What lies above
    is none of theirs, or a pattern for drafts would leave out all of /home/ada/drafts."""
    try:
        here = os.path.relpath(path)
        outside = here == os.pardir or here.startswith(os.pardir + os.sep)
        return Path(os.path.relpath(path, os.path.dirname(os.path.abspath(root))) if outside else here).as_posix()
    except ValueError:
        return path


def collect(paths: Iterable[str], choice: Choice, stdin: Input | None = None) -> list[Input]:
    """The inputs, each once and sorted by path, whatever the order they were given in."""
    found: dict[str, Input] = {}
    for path in paths:
        expanded = [stdin] if path == STDIN and stdin else expand(path, choice)
        for each in expanded:
            found.setdefault(each.path, each)
    return [found[path] for path in sorted(found)]


def expand(path: str, choice: Choice) -> Iterator[Input]:
    """A file stands for itself, whatever its name; a folder for the articles in it."""
    if is_address(path):
        yield Input(path)
        return
    shown = Path(os.path.normpath(path)).as_posix()
    if not os.path.isdir(path):
        yield Input(shown, reason=None if os.path.exists(path) else missing(path))
        return
    if files := list(walk(shown, choice)):
        yield from files
    elif choice.include or choice.exclude:
        yield Input(shown, reason=FILTERED)
    else:
        yield Input(shown, reason=EMPTY.format(suffixes=", ".join(sorted(set(filter(None, choice.suffixes))))))


def is_address(path: str) -> bool:
    """Whether a path is the address of a page. Only a run that was allowed to reads it."""
    return URL.match(path) is not None


def missing(path: str) -> str:
    return "the link leads nowhere" if os.path.islink(path) else "there is no such file or folder"


def walk(folder: str, choice: Choice) -> Iterator[Input]:
    """The articles below a folder. Links to folders are not followed, so no loop can form."""
    pending = [folder]
    while pending:
        current = pending.pop()
        try:
            with os.scandir(current) as listing:
                entries: Sequence[os.DirEntry[str]] = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield Input(current, reason=f"the folder cannot be read: {(error.strerror or str(error)).lower()}")
            continue
        for entry in entries:
            path = entry.name if current == "." else f"{current.rstrip('/')}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in PASSED_OVER and not choice.excludes(path, folder):
                    pending.append(path)
            elif choice.takes(path, folder) and not entry.is_dir():
                yield Input(path, reason=None if entry.is_file() else irregular(entry))


def irregular(entry: os.DirEntry[str]) -> str:
    return "the link leads nowhere" if entry.is_symlink() else "it is not a regular file"


def read(path: str, limit: int) -> bytes:
    """The bytes of a file, at most one more than the limit. Raises OSError."""
    with open(path, "rb") as file:
        return file.read(limit + 1)
