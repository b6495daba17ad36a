"""The comparison as one JSON document, by the schema `provenance-compare/1`."""

import json
from typing import Any

from provenance.layout.view import View
from provenance.model.audit import Audit
from provenance.model.comparison import Comparison
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding
from provenance.model.text import Span, Text
from provenance.reports.json import finding_record, inert, place

SCHEMA = "provenance-compare/1"


def render(audit: Audit, view: View) -> str:
    dossier = next(iter(audit.dossiers), None)
    document = {
        "schema": SCHEMA,
        "tool": {"name": "provenance", "version": view.version},
        **(compared(dossier, view.locale) if dossier else {}),
        "failures": [{"path": failure.path, "reason": failure.reason} for failure in audit.failures],
    }
    return inert(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def compared(dossier: Dossier, locale: str) -> dict[str, Any]:
    comparison, article = dossier.comparison, dossier.article
    if comparison is None:
        return {}
    origin, published = comparison.origin, comparison.origin_published
    dated = dossier.dating.published
    return {
        "article": {
            "path": article.path,
            "language": article.language,
            "headline": article.headline,
            "published": str(dated) if dated else None,
        },
        "origin": {
            "path": origin.path,
            "language": origin.language,
            "headline": origin.headline,
            "published": str(published) if published else None,
        },
        "same_work": comparison.same_work,
        "confidence": comparison.confidence,
        "aligned": aligned(comparison, article.text),
        "added": [corners(span, article.text) for span in comparison.added],
        "omitted": [corners(span, origin.text) for span in comparison.omitted],
        "cut": comparison.cut,
        "findings": [found(finding, article.text, origin.text, locale) for finding in dossier.findings],
        "unmeasured": [{"rule": item.rule, "reason": item.reason.text(locale)} for item in dossier.unmeasured],
    }


def aligned(comparison: Comparison, text: Text) -> list[dict[str, Any]]:
    """Places as line, column, end line and end column in either file."""
    return [
        {
            "article": corners(pair.article, text),
            "origin": corners(pair.origin, comparison.origin.text),
            "sureness": pair.sureness,
        }
        for pair in comparison.aligned
    ]


def corners(span: Span, text: Text) -> list[int]:
    return list(text.position(span))


def found(finding: Finding, text: Text, origin: Text, locale: str) -> dict[str, Any]:
    """A finding as in an audit; what it was held against stands in the origin."""
    there = [] if finding.in_origin is None else [finding.in_origin]
    related = [{"text": origin[span], **place(span, origin)} for span in there]
    return {**finding_record(finding, text, locale), "related": related}
