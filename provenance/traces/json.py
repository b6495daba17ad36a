"""The links between articles as one JSON document, by the schema `provenance-trace/1`."""

import json

from provenance.layout.view import View
from provenance.model.audit import Audit
from provenance.model.trace import Link, Trace


def render(audit: Audit, trace: Trace, view: View) -> str:
    document = {
        "schema": "provenance-trace/1",
        "tool": {"name": "provenance", "version": view.version},
        "links": [link_record(link) for link in trace.links],
        "groups": [list(group) for group in trace.groups],
        "articles": [
            {"path": dossier.article.path, "origin_status": dossier.origin_status} for dossier in audit.dossiers
        ],
        "failures": [{"path": failure.path, "reason": failure.reason} for failure in audit.failures],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def link_record(link: Link) -> dict[str, object]:
    step, origin = link.step, link.step.origin
    return {
        "from": link.source,
        "to": link.target,
        "relation": step.relation,
        "basis": step.basis,
        "confidence": step.confidence,
        "evidence": list(step.evidence),
        "to_source": {
            "name": origin.name,
            "domain": origin.domain,
            "url": origin.url,
            "path": origin.path or link.target,
            "language": origin.language,
            "published": origin.published,
            "authors": list(origin.authors),
        },
    }
