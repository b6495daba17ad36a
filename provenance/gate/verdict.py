"""From findings to an exit code: what the profile tells, what fails a run."""

from provenance.model.audit import Audit
from provenance.model.dossier import Dossier
from provenance.model.finding import Level
from provenance.model.record import replace
from provenance.model.settings import Profile

CLEAN, FOUND, FAULT, INCOMPLETE = range(4)


def within_profile(dossier: Dossier, profile: Profile) -> Dossier:
    """The dossier with only the findings the profile is certain enough of; the others are counted."""
    kept = tuple(finding for finding in dossier.findings if finding.confidence >= profile.minimum_confidence)
    return replace(dossier, findings=kept, below_profile=len(dossier.findings) - len(kept))


def failing(audit: Audit, fail_on: Level | None) -> Audit:
    """The audit with only the findings that fail it, and those that were suppressed."""
    least = Level.ERROR.rank + 1 if fail_on is None else fail_on.rank
    dossiers = [
        replace(
            dossier, findings=tuple(f for f in dossier.findings if f.suppressed is not None or f.level.rank >= least)
        )
        for dossier in audit.dossiers
    ]
    return replace(audit, dossiers=tuple(dossiers))


def exit_code(audit: Audit, fail_on: Level | None) -> int:
    """0 clean, 1 findings that fail the run, 3 incomplete; a failure is never equal to findings."""
    if audit.failures or not audit.dossiers:
        return INCOMPLETE
    told = (finding for dossier in failing(audit, fail_on).dossiers for finding in dossier.findings)
    return FOUND if any(finding.suppressed is None for finding in told) else CLEAN
