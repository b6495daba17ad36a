"""The words a language writes figures with, and the numbers that its written-out numerals mean."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from provenance.lexicon.tables import Table, table
from provenance.words.literals import Literals

LONGEST_WORD = 60
"""Letters of a numeral written as one word."""

SHORTEST_ROOT = 4
"""Letters of a numeral at the head of a longer word: `dreitägig`, `trentenne`."""

THOUSAND = 1000.0


class Part(NamedTuple):
    """What a word can be in a figure: `kind` is the table of the lexicon it stands in, `unit` the unit it names."""

    kind: str
    value: float
    unit: str = ""


COUNTED = ("numerals", "article", "scales", "abbreviated", "collective", "fractions", "ordinals")


class FigureWords(NamedTuple):
    """The words of a language, found in one pass; `joined` reads numerals that are written as one word."""

    source: Table
    found: Literals[Part]
    joined: re.Pattern[str] | None
    values: dict[str, float]


@cache
def figure_words(language: str) -> FigureWords | None:
    """None where there is no data for the language."""
    source = table(language, "quantities")
    if not source:
        return None
    values = {
        word: float(value) for kind in ("numerals", "scales") for value, words in source[kind].items() for word in words
    }
    joined = None
    if source["joined"]:
        roots = sorted((word for word in values if " " not in word), key=len, reverse=True)
        joined = re.compile("|".join(map(re.escape, roots)))
    return FigureWords(source, Literals(parts(source, language)), joined, values)


def parts(source: Table, language: str) -> Iterator[tuple[str, Part]]:
    for kind in COUNTED:
        for value, words in source[kind].items():
            yield from ((word, Part(kind, float(value))) for word in words)
    for unit, words in (*source["units"].items(), *table("world", "units")["signs"].items()):
        yield from ((word, Part("units", 0.0, unit)) for word in words)
    for kind in ("clock_words", "afternoon", "decade_words", "about", "zones"):
        yield from ((word, Part(kind, 0.0)) for word in source[kind])
    for number, words in table(language, "dates").get("words", {}).get("month", {}).items():
        yield from ((word, Part("month", float(number))) for word in words)


def valued(values: Iterable[float]) -> float:
    """The number that a row of numerals means: `2 100 1000 5` is 200,005."""
    total = current = 0.0
    for value in values:
        if value >= THOUSAND:
            total, current = total + max(current, 1.0) * value, 0.0
        elif value == 100.0 and 0.0 < current < 100.0:
            current *= value
        else:
            current += value
    return total + current


def follows(value: float, before: float) -> bool:
    """Whether a numeral goes on from the one before it: `forty` and `two`, but not `forty` and `fifty`."""
    if value >= 100.0 or before >= 100.0:
        return value >= 100.0 or value < before
    return value < 10.0 <= before or (value < 20.0 and before in (60.0, 80.0))


def joined_value(word: str, words: FigureWords) -> float | None:
    """The number a single word writes out (`fünfundzwanzig`, `ventitré`), or None."""
    row = list(roots(word, words))
    return valued(row) if row and row[-1] >= 0.0 else None


def leading_value(word: str, words: FigureWords) -> float | None:
    """The number that heads a longer word (`zweijährig`), or None."""
    found = words.joined.match(word) if words.joined else None
    return words.values[found.group()] if found and found.end() >= SHORTEST_ROOT else None


def roots(word: str, words: FigureWords) -> Iterator[float]:
    """The numerals a word is made of; -1 at last where it is made of anything else."""
    links: Sequence[str] = words.source["links"]
    at = 0
    while words.joined and at < len(word) <= LONGEST_WORD:
        found = words.joined.match(word, at)
        if found:
            yield words.values[found.group()]
            at = found.end()
        elif at and (link := next((link for link in links if word.startswith(link, at)), None)):
            at += len(link)
        else:
            yield -1.0
            return
