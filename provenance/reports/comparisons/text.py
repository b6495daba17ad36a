"""What differs, one difference a line, for grep and editors; as the text report of an audit has its findings."""

from provenance.layout.side_by_side import counted, verdict
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit
from provenance.reports.text import lines_of


def render(audit: Audit, view: View) -> str:
    words = wording(view.locale)
    lines = [*lines_of(audit, view)]
    for dossier in audit.dossiers:
        if view.summary and dossier.comparison is not None:
            lines += [verdict(dossier.comparison, words), *filter(None, [counted(dossier, words)])]
    return "".join(f"{line}\n" for line in lines)
