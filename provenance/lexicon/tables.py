"""The door to the language and world data.

A language is a folder of TOML files, one a subject (`fr/dates.toml`); data of no one language stands in `world/`, TOML
or TSV. TOML is compiled to JSON when the package is built, because reading it at each start would cost more than an
audit; in a checkout the TOML wins whenever it is newer.
"""

import gzip
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from provenance.model.errors import LexiconError

HERE = Path(__file__).parent
COMPILED = HERE / "compiled"
WORLD = "world"

Table = Mapping[str, Any]


@cache
def languages() -> tuple[str, ...]:
    """The BCP 47 codes of the languages there is data for, French first."""
    roots = [root for root in (HERE, COMPILED) if root.is_dir()]
    found = {folder.name for root in roots for folder in root.iterdir() if len(folder.name) == 2 and folder.is_dir()}
    return tuple(sorted(found, key=lambda code: (code != "fr", code)))


@cache
def subjects(language: str) -> tuple[str, ...]:
    """What there are tables about in a language."""
    found = {
        file.stem for root, end in ((HERE, "toml"), (COMPILED, "json")) for file in (root / language).glob(f"*.{end}")
    }
    return tuple(sorted(found))


@cache
def table(language: str, subject: str) -> Table:
    """The table of a subject in a language (or in `world`); empty where there is none."""
    source = HERE / language / f"{subject}.toml"
    compiled = COMPILED / language / f"{subject}.json"
    if compiled.exists() and not (source.exists() and source.stat().st_mtime > compiled.stat().st_mtime):
        loaded: Table = json.loads(compiled.read_bytes())
        return loaded
    return parse(source) if source.exists() else {}


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
