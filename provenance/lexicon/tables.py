"""The door to the language and world data.

A language is a folder of TOML files, one a subject (`fr/dates.toml`); data of no one language stands in `world/`, TOML
or TSV. TOML is compiled to JSON when the package is built, because reading it at each start would cost more than an
audit; in a checkout the TOML wins whenever it is newer.
"""

import gzip
import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from provenance.model.errors import LexiconError

HERE = Path(__file__).parent
COMPILED = HERE / "compiled"
WORLD = "world"
CACHES = "__pycache__"

Table = Mapping[str, Any]


@cache
def written(root: Path) -> Mapping[str, float]:
    """When each file below the folders of a root was written last: `fr/dates.toml` -> seconds. One look at the disk."""
    if not root.is_dir():
        return {}
    folders = [folder for folder in os.scandir(root) if folder.is_dir() and folder.name not in (COMPILED.name, CACHES)]
    return {f"{folder.name}/{file.name}": file.stat().st_mtime for folder in folders for file in os.scandir(folder)}


@cache
def languages() -> tuple[str, ...]:
    """The BCP 47 codes of the languages there is data for, French first."""
    found = {name.partition("/")[0] for root in (HERE, COMPILED) for name in written(root)}
    return tuple(sorted((code for code in found if len(code) == 2), key=lambda code: (code != "fr", code)))


@cache
def subjects(language: str) -> tuple[str, ...]:
    """What there are tables about in a language."""
    names = [(name, end) for root, end in ((HERE, ".toml"), (COMPILED, ".json")) for name in written(root)]
    found = {name for name, end in names if name.startswith(f"{language}/") and name.endswith(end)}
    return tuple(sorted({name.partition("/")[2].rpartition(".")[0] for name in found}))


@cache
def table(language: str, subject: str) -> Table:
    """The table of a subject in a language (or in `world`); empty where there is none."""
    source, compiled = f"{language}/{subject}.toml", f"{language}/{subject}.json"
    sourced, made = written(HERE).get(source), written(COMPILED).get(compiled)
    if made is not None and (sourced is None or sourced <= made):
        loaded: Table = json.loads((COMPILED / compiled).read_bytes())
        return loaded
    return parse(HERE / source) if sourced is not None else {}


def parse(source: Path) -> Table:
    import tomllib  # a start from compiled tables must not pay for it

    try:
        return tomllib.loads(source.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{source.parent.name}/{source.name}: {error}") from error


@cache
def rows(subject: str, folder: str = WORLD) -> tuple[tuple[str, ...], ...]:
    """The rows of `SUBJECT.tsv` below its header line; lines that open with `#` are comments."""
    text = (HERE / folder / f"{subject}.tsv").read_text("utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return tuple(tuple(line.split("\t")) for line in lines[1:])


@cache
def first_column(subject: str, folder: str = WORLD) -> frozenset[str]:
    """The first cells of `SUBJECT.tsv`, for tables whose other columns only say where they are from."""
    lines = (HERE / folder / f"{subject}.tsv").read_text("utf-8").split("\n")
    kept = [line.partition("\t")[0] for line in lines if line and line[0] != "#"]
    return frozenset(kept[1:])


@cache
def common_words(language: str) -> frozenset[str]:
    """The frequent words of a language in lower case (see `lexicon/README.md` for source and licence)."""
    return frozenset(_sorted_words(language).split())


def is_common(language: str, word: str) -> bool:
    """Whether a word in lower case is frequent: for a few look-ups far cheaper than the whole set."""
    lines = _sorted_words(language)
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind("\n", low, (low + high) // 2) + 1 or low
        end = lines.find("\n", start)
        found = lines[start:end]
        if found == word:
            return True
        low, high = (end + 1, high) if found < word else (low, start)
    return False


@cache
def _sorted_words(language: str) -> str:
    """One word a line, each with its line break."""
    packed = HERE / language / "words.txt.gz"
    return f"{gzip.decompress(packed.read_bytes()).decode()}\n" if packed.exists() else ""
