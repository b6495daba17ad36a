"""What two passages that were paired have in common, and how long one is beside the other."""

from provenance.fidelity.alignment import Alignment, Pair
from provenance.fidelity.traits import traits
from provenance.model.text import Span

SURE = 0.6
"""Sureness from which a pair says the same."""

FEWEST = 2
"""Traits that two passages share at the least where one renders the other."""


def is_firm(alignment: Alignment, pair: Pair, fewest: int = FEWEST) -> bool:
    """Whether a pair rests on what its own passages share, and not on its neighbours alone."""
    return pair.sureness >= SURE and shared(alignment, pair, pair.origin) >= fewest


def shared(alignment: Alignment, pair: Pair, origin: Span) -> int:
    """How many traits the article's passage shares with a stretch of the origin."""
    article, other = alignment.article, alignment.origin
    return len(traits(article.plain(pair.article), article.language) & traits(other.plain(origin), other.language))


def usual_ratio(alignment: Alignment) -> float:
    """Characters of the article for one of the origin, in sentences that surely meet."""
    sure = [pair for pair in alignment.pairs if pair.sureness >= SURE]
    made, source = sum(length(pair.article) for pair in sure), sum(length(pair.origin) for pair in sure)
    return made / source if source else 1.0


def length(span: Span) -> int:
    return span.end - span.start
