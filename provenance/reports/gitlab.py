"""The findings as a GitLab Code Quality report, which a merge request shows beside the changed lines."""

import hashlib
import json

from provenance.layout.account import told
from provenance.layout.display import one_line
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit
from provenance.model.finding import Level
from provenance.reports.json import inert

SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "major", Level.NOTE: "info"}


def render(audit: Audit, view: View) -> str:
    """A JSON array; what could not be audited blocks, and what was suppressed is left out."""
    words, entries = wording(view.locale), list[dict[str, object]]()
    for failure in audit.failures:
        text = f"{words('headings.failure')}{words('colon')}{words.reason(failure.reason)}"
        digest = hashlib.sha256(f"not-audited\0{failure.path}".encode("utf-8", "surrogatepass")).hexdigest()[:24]
        entries.append(entry(text, "not-audited", digest, "blocker") | location(failure.path, 1, 1))
    for dossier in audit.dossiers:
        for finding in told(dossier):
            place = dossier.article.text.position(finding.span)
            text = finding.message.text(view.locale)
            if finding.replacement is not None:
                text += f" → {finding.replacement or words('delete')}"
            severity = SEVERITIES[finding.level]
            where = location(dossier.article.path, place.line, place.end_line)
            entries.append(entry(text, finding.rule, finding.fingerprint, severity) | where)
    return inert(json.dumps(entries, ensure_ascii=False, indent=1)) + "\n"


def entry(text: str, rule: str, fingerprint: str, severity: str) -> dict[str, object]:
    return {"description": one_line(text), "check_name": rule, "fingerprint": fingerprint, "severity": severity}


def location(path: str, begin: int, end: int) -> dict[str, object]:
    return {"location": {"path": path.removeprefix("./"), "lines": {"begin": begin, "end": end}}}
