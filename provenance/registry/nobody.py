"""Words that stand where a name should: "DR", "Internet", "supplied"."""

from functools import cache

from provenance.lexicon.tables import WORLD, table
from provenance.model.text import plain


def is_nobody(name: str) -> bool:
    """Whether a credited name names nobody, in whatever case and punctuation."""
    return plain(name).lower().strip(" .()") in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(name.strip(".") for name in table(WORLD, "nobody")["names"])
