"""The audit as JSON Lines: one article a line, then one failure a line."""

import json

from provenance.layout.view import View
from provenance.model.audit import Audit
from provenance.reports.json import SCHEMA, article_record, inert


def render(audit: Audit, view: View) -> str:
    records = [{"schema": SCHEMA, **article_record(dossier, view.locale)} for dossier in audit.dossiers]
    records += [
        {"schema": SCHEMA, "path": failure.path, "failure": {"reason": failure.reason}} for failure in audit.failures
    ]
    return "".join(inert(json.dumps(record, ensure_ascii=False)) + "\n" for record in records)
