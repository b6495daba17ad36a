"""Audit news articles for source reliability and provenance.

from provenance import audit, render
print(render(audit(["article.html"], profile="editor"), "json"))
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from provenance.api import audit, compare, render
    from provenance.model.article import Article
    from provenance.model.audit import Audit, Failure, Notice
    from provenance.model.comparison import Comparison, Difference
    from provenance.model.credit import Agent, Credit, Role
    from provenance.model.dossier import Dossier
    from provenance.model.errors import ProvenanceError
    from provenance.model.finding import Finding, Level
    from provenance.model.lineage import Derivation, Work
    from provenance.model.rule import Rule
    from provenance.model.settings import Declared, Profile, Settings
    from provenance.results import AuditResult, DossierResult

HOMES = {
    "audit": "api",
    "compare": "api",
    "render": "api",
    "Article": "model.article",
    "Audit": "model.audit",
    "Failure": "model.audit",
    "Notice": "model.audit",
    "Comparison": "model.comparison",
    "Difference": "model.comparison",
    "Agent": "model.credit",
    "Credit": "model.credit",
    "Role": "model.credit",
    "Dossier": "model.dossier",
    "ProvenanceError": "model.errors",
    "Finding": "model.finding",
    "Level": "model.finding",
    "Derivation": "model.lineage",
    "Work": "model.lineage",
    "Rule": "model.rule",
    "Declared": "model.settings",
    "Profile": "model.settings",
    "Settings": "model.settings",
    "AuditResult": "results",
    "DossierResult": "results",
}
"""Where each public name lives: imported when it is first asked for, so that `import provenance` costs nothing."""

__all__ = [
    "Agent", "Article", "Audit", "AuditResult", "Comparison", "Credit", "Declared", "Derivation", "Difference",
    "Dossier", "DossierResult", "Failure", "Finding", "Level", "Notice", "Profile", "ProvenanceError", "Role", "Rule",
    "Settings", "Work", "__version__", "audit", "compare", "render",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module 'provenance' has no attribute '{name}'")
    found = globals()[name] = getattr(import_module(f"provenance.{HOMES[name]}"), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *HOMES})
