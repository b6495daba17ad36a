"""The version of everything that decides what an audit finds: the code, the data, Python and the libraries.

An installed package carries a stamp that was written when it was built; a checkout is known by the times and sizes of
its files.
"""

import hashlib
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
STAMP = PACKAGE / "lexicon" / "compiled" / "stamp"
DISTRIBUTION = "provenance_audit-"
LIBRARIES = ("ahocorasick_rs-", "beautifulsoup4-", "tldextract-")
"""Those an audit asks; the others only print."""
PASSED_OVER = frozenset({"__pycache__", "compiled"})


@cache
def stamp() -> str:
    """A digest that changes whenever an audit could find something else."""
    beside = os.listdir(PACKAGE.parent)
    is_installed = any(name.startswith(DISTRIBUTION) and name.endswith(".dist-info") for name in beside)
    own = STAMP.read_text("ascii") if is_installed and STAMP.exists() else looked_at()
    return digest([own, sys.version, unicodedata.unidata_version, *libraries()])


def write_stamp() -> None:
    """Read every file of the package and write down what they are: for the build."""
    STAMP.parent.mkdir(parents=True, exist_ok=True)
    contents = (hashlib.sha256(Path(entry.path).read_bytes()).hexdigest() for entry in files(PACKAGE))
    STAMP.write_text(digest(contents), "ascii")


def looked_at() -> str:
    """The package by the name, size and time of each file."""
    return digest(f"{entry.path} {(seen := entry.stat()).st_size} {seen.st_mtime_ns}" for entry in files(PACKAGE))


def files(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    """Every file of code and data, in a steady order."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name not in PASSED_OVER:
                yield from files(entry.path)
        elif not entry.name.startswith("."):
            yield entry


def libraries() -> list[str]:
    """The versions of the libraries an audit rests on, as their installer wrote them down."""
    folders = [folder for folder in sys.path if folder.endswith("-packages") and os.path.isdir(folder)]
    return sorted(name for folder in folders for name in os.listdir(folder) if name.startswith(LIBRARIES))


def digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
