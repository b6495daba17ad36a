"""The differences between an article and its origin, as a rule of fidelity tells them."""

from collections.abc import Iterator

from provenance.inspection.check import Observation
from provenance.model.comparison import Kind
from provenance.model.dossier import Dossier


def told(dossier: Dossier, kind: Kind) -> Iterator[Observation]:
    """What the comparison found of a kind; messages are filled with `said` and `meant`."""
    for found in dossier.comparison.differences if dossier.comparison else ():
        if found.kind is kind:
            yield Observation(
                found.article,
                found.message,
                {"said": found.said, "meant": found.meant},
                replacement=found.replacement,
                confidence=found.confidence,
                in_origin=found.origin,
            )
