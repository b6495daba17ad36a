"""The links between articles as one JSON document, by the schema `provenance-trace/1`."""

import json
from collections.abc import Mapping

from provenance.layout.account import unchecked
from provenance.layout.view import View
from provenance.model.audit import Audit
from provenance.model.lineage import Likeness
from provenance.model.text import Span, Text
from provenance.model.trace import Link, Trace


def render(audit: Audit, trace: Trace, view: View) -> str:
    known = {dossier.article.path: dossier.article.text for dossier in audit.dossiers}
    document = {
        "schema": "provenance-trace/1",
        "tool": {"name": "provenance", "version": view.version},
        "links": [link_record(link, known) for link in trace.links],
        "groups": [list(group) for group in trace.groups],
        "independent_origins": trace.independent,
        "articles": [
            {
                "path": dossier.article.path,
                "origin_status": dossier.origin_status,
                "unchecked": unchecked(dossier, view.locale),
            }
            for dossier in audit.dossiers
        ],
        "failures": [{"path": failure.path, "reason": failure.reason} for failure in audit.failures],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def link_record(link: Link, known: Mapping[str, Text]) -> dict[str, object]:
    step, origin = link.step, link.step.origin
    return {
        "from": link.source,
        "to": link.target,
        "relation": step.relation,
        "basis": step.basis,
        "confidence": step.confidence,
        "directed": step.directed,
        "evidence": list(step.evidence),
        **(alike_record(step.likeness, known, link) if step.likeness else {}),
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


def alike_record(alike: Likeness, known: Mapping[str, Text], link: Link) -> dict[str, object]:
    """What an inferred link rests on: places as line, column, end line and end column in either file."""
    made, origin = known.get(link.source), known.get(link.target or "")
    return {
        "copied": alike.copied,
        "matched": alike.matched,
        "figures": list(alike.figures),
        "names": list(alike.names),
        "aligned": [
            {
                "article": place(made, passage.made),
                "origin": place(origin, passage.origin),
                "likeness": passage.likeness,
            }
            for passage in alike.passages
        ],
    }


def place(text: Text | None, span: Span) -> list[int] | None:
    return list(text.position(span)) if text else None
