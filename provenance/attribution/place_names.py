"""Countries and cities as a language names them: where somebody writes from, and nobody's name."""

from functools import cache

from provenance.attribution.credit_words import credit_words
from provenance.lexicon.tables import rows
from provenance.words.concepts import columns

SUBJECT = "places"


def is_place(name: str, language: str | None) -> bool:
    """Whether a name is that of a country or city, and of nothing else that the lexicon knows."""
    code = (language or "").split("-")[0]
    return name.lower() in _places(code) or name.lower() in credit_words(code).known_places


@cache
def _places(language: str) -> frozenset[str]:
    known = columns(SUBJECT)
    column = known.index(language) if language in known else 0
    cells = ((row[column] if column < len(row) else "") or row[0] for row in rows(SUBJECT))
    return frozenset(name.lower() for cell in cells for name in cell.split("|"))
