"""The result of a run."""

from dataclasses import dataclass

from provenance.model.dossier import Dossier
from provenance.model.finding import Message
from provenance.model.rule import Rule


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read or audited, and why, in one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A word about the audit itself: a suppression that silenced nothing, a baseline entry that is gone."""

    path: str
    line: int | None
    message: Message


@dataclass(frozen=True, slots=True)
class Audit:
    """All dossiers and failures of a run, sorted by path, with the rules that were applied and what is to say of it."""

    dossiers: tuple[Dossier, ...] = ()
    failures: tuple[Failure, ...] = ()
    rules: tuple[Rule, ...] = ()
    notices: tuple[Notice, ...] = ()
