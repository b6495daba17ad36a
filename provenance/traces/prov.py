"""The chains as a W3C PROV document in PROV-JSON."""

from provenance.layout.prov_document import Record
from provenance.layout.view import View
from provenance.model.audit import Audit
from provenance.model.trace import Trace


def render(audit: Audit, trace: Trace, _view: View) -> str:
    record = Record()
    for dossier in audit.dossiers:
        record.add_article(dossier)
    for link in trace.links:
        record.add_link(link)
    for failure in audit.failures:
        record.add_failure(failure.path, failure.reason)
    return record.json()
