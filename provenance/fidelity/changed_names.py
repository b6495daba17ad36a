"""What an article makes of the names of its origin: which it misspells, which it exchanges."""

from collections.abc import Iterator

from provenance.fidelity.alignment import Alignment
from provenance.fidelity.ground import is_firm
from provenance.fidelity.misspelt_names import misspelt
from provenance.fidelity.names import LATIN, names_of
from provenance.fidelity.replaced_names import replaced
from provenance.model.comparison import Difference


def changed_names(alignment: Alignment) -> Iterator[Difference]:
    """Silent where one of the languages is not written in Latin letters, or not known."""
    if not {alignment.article.language, alignment.origin.language} <= LATIN:
        return
    names = names_of(alignment)
    for beside in names.beside:
        slips = {slip.article: slip for slip in misspelt(names, beside)}
        yield from slips.values()
        for other in replaced(names, beside) if is_firm(alignment, beside.pair) else ():
            if other.article not in slips:
                yield other
