"""The result of a run."""

from provenance.model.dossier import Dossier
from provenance.model.finding import Message
from provenance.model.house import Learnt
from provenance.model.record import record
from provenance.model.rule import Rule


@record
class Failure:
    """An input that could not be read or audited, and why, in one sentence."""

    path: str
    reason: str


@record
class Notice:
    """A word about the audit itself: a suppression that silenced nothing, a baseline entry that is gone."""

    path: str
    line: int | None
    message: Message


@record
class Audit:
    """All dossiers and failures of a run, sorted by path, with the rules that were applied, what is to say of it, and
    the house file it rests on."""

    dossiers: tuple[Dossier, ...] = ()
    failures: tuple[Failure, ...] = ()
    rules: tuple[Rule, ...] = ()
    notices: tuple[Notice, ...] = ()
    learnt: Learnt = Learnt()
