"""The audit as a W3C PROV document in PROV-JSON: articles, agents, derivations, and the findings made of each."""

from provenance.layout.prov_document import Record
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit
from provenance.model.trace import Link


def render(audit: Audit, view: View) -> str:
    record = Record()
    for dossier in audit.dossiers:
        record.add_article(dossier)
        for step in dossier.chain:
            record.add_link(Link(dossier.article.path, None, step))
        record.add_findings(dossier, dossier.findings, view.locale)
    for failure in audit.failures:
        record.add_failure(failure.path, wording(view.locale).reason(failure.reason))
    return record.json()
