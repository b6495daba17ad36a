"""Everybody who is credited, one name a line."""

from provenance.layout.view import View
from provenance.model.audit import Audit


def render(audit: Audit, _view: View) -> str:
    credits = (credit for dossier in audit.dossiers for credit in dossier.credits)
    return "".join(f"{name}\n" for name in sorted({agent.name for credit in credits for agent in credit.agents}))
