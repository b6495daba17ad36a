"""The findings in the Reviewdog Diagnostic Format, for review comments with suggestions that apply at a click."""

import json
from typing import Any

from provenance.layout.account import told
from provenance.layout.display import neutral
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.mending.replacement import replacement_of
from provenance.model.audit import Audit
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding, Level
from provenance.model.text import Source, Span
from provenance.reports.json import inert

SEVERITIES = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.NOTE: "INFO"}
Record = dict[str, Any]


def render(audit: Audit, view: View) -> str:
    """Columns count bytes of UTF-8, as the format asks; what was suppressed is left out."""
    words = wording(view.locale)
    diagnostics = [
        {
            "message": neutral(f"{words('headings.failure')}{words('colon')}{words.reason(failure.reason)}"),
            "location": {"path": failure.path},
            "severity": "ERROR",
            "code": {"value": "not-audited"},
        }
        for failure in audit.failures
    ]
    diagnostics += [diagnostic(dossier, finding, view) for dossier in audit.dossiers for finding in told(dossier)]
    document = {"source": {"name": "provenance"}, "diagnostics": diagnostics}
    return inert(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def diagnostic(dossier: Dossier, finding: Finding, view: View) -> Record:
    article = dossier.article
    record: Record = {
        "message": neutral(finding.message.text(view.locale)),
        "location": location(dossier, finding.span),
        "severity": SEVERITIES[finding.level],
        "code": {"value": finding.rule},
    }
    if made := replacement_of(article, finding):
        record["suggestions"] = [{"range": byte_range(article.text.source, made.raw), "text": made.words}]
    if finding.related:
        record["related_locations"] = [{"location": location(dossier, span)} for span in finding.related]
    return record


def location(dossier: Dossier, span: Span) -> Record:
    article = dossier.article
    return {"path": article.path, "range": byte_range(article.text.source, article.text.raw(span))}


def byte_range(source: Source, raw: Span) -> Record:
    return {"start": byte_place(source, raw.start), "end": byte_place(source, raw.end)}


def byte_place(source: Source, offset: int) -> dict[str, int]:
    line, column = source.line_and_column(offset)
    before = source.content[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}
