"""What an article makes of the names of its origin: which it misspells, which it exchanges."""

from collections.abc import Iterator

from provenance.fidelity.alignment import Alignment
from provenance.fidelity.ground import is_firm
from provenance.fidelity.misspelt_names import misspelt
from provenance.fidelity.names import is_latin, names_of
from provenance.fidelity.replaced_names import replaced
from provenance.lexicon.tables import languages
from provenance.model.comparison import Difference
from provenance.model.record import replace

LOOSE, DOUBTFUL = 1, 0.55
"""Traits that two passages must share for their names to be held against each other, and how sure so few can make."""


def changed_names(alignment: Alignment) -> Iterator[Difference]:
    """Silent where one of the two is not written in Latin letters; exchanged names are known where the words are."""
    sides = alignment.article, alignment.origin
    if not all(is_latin(side) for side in sides):
        return
    has_words = all(side.language in languages() for side in sides)
    names = names_of(alignment)
    for beside in names.beside:
        slips = {slip.article: slip for slip in misspelt(names, beside)}
        yield from slips.values()
        if not has_words or not is_firm(alignment, beside.pair, LOOSE):
            continue
        most = 1.0 if is_firm(alignment, beside.pair) else DOUBTFUL
        for other in replaced(names, beside):
            if other.article not in slips:
                yield replace(other, confidence=min(most, other.confidence))
