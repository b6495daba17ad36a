"""The result of a run."""

from dataclasses import dataclass

from provenance.model.dossier import Dossier
from provenance.model.rule import Rule


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read or audited, and why, in one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Audit:
    """All dossiers and failures of a run, sorted by path, with the rules that were applied."""

    dossiers: tuple[Dossier, ...] = ()
    failures: tuple[Failure, ...] = ()
    rules: tuple[Rule, ...] = ()
