"""What an article speaks of, in a form that no language changes: places, offices, institutions, weekdays."""

from collections.abc import Callable
from functools import cache

from provenance.lexicon.tables import HERE, rows
from provenance.words.literals import Literals

SUBJECTS = ("concepts", "places")
ENGLISH = "en"
LATIN = frozenset({"en", "fr", "es", "de", "it", "pt", "nl"})
SHORTEST = 2
"""Letters: a single character stands for too much, but for those of the Chinese script."""


@cache
def columns(subject: str) -> tuple[str, ...]:
    text = (HERE / "world" / f"{subject}.tsv").read_text("utf-8")
    return tuple(next(line for line in text.splitlines() if not line.startswith("#")).split("\t"))


@cache
def finder(language: str) -> Callable[[str], frozenset[str]] | None:
    """What finds the concepts in a text of a language, each by its English name; None where there is no data."""
    entries: list[tuple[str, str]] = []
    for subject in SUBJECTS:
        if language not in columns(subject):
            continue
        column = columns(subject).index(language)
        for row in rows(subject):
            concept = row[0].partition("|")[0]
            cell = (row[column] if column < len(row) else "") or (row[0] if language in LATIN else "")
            entries += [(form, concept) for form in cell.split("|") if form]
    if not entries:
        return None
    return _whole_words(entries) if language in LATIN else _anywhere(entries)


def _whole_words(entries: list[tuple[str, str]]) -> Callable[[str], frozenset[str]]:
    literals = Literals(entries)
    return lambda text: frozenset(name for hit in literals.find(text) for name in hit.payloads)


def _anywhere(entries: list[tuple[str, str]]) -> Callable[[str], frozenset[str]]:
    literals = Literals([(form.lower(), concept) for form, concept in entries], overlapping=True)
    return lambda text: frozenset(
        name for hit in literals.find(text.lower(), whole_words=False) for name in hit.payloads
    )


def concepts(text: str, language: str | None) -> frozenset[str]:
    """The concepts named in a text (with its capitals), by their English names."""
    found = finder((language or "").split("-")[0])
    return found(text) if found else frozenset()
