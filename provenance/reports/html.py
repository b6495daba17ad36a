"""The audit as one page that opens from a mail: the table, each text with what was found in it, and its chain."""

from provenance.layout.display import one_line
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit
from provenance.reports.html_parts.article import article
from provenance.reports.html_parts.marking import line
from provenance.reports.html_parts.overview import overview
from provenance.reports.html_parts.page import filters, footer, header, page, rule_pages


def render(audit: Audit, view: View) -> str:
    """One self-contained file without any address to load from; it reads without its script, too."""
    words, alone = wording(view.locale), len(audit.dossiers) + len(audit.failures) == 1
    if alone and audit.dossiers:
        made = audit.dossiers[0].article
        title = words("html.title", name=one_line(made.headline or made.path))
    else:
        title = words("html.many", count=words.count("article", len(audit.dossiers)))
    parts = [
        *header(audit, title, view),
        "<main>",
        *filters(audit, words),
        *(() if alone and audit.dossiers else overview(audit, view)),
        '<div id="articles" tabindex="-1">',
        *(article(dossier, number, view, alone=alone) for number, dossier in enumerate(audit.dossiers)),
        "</div>",
        f'<p id="nothing" role="status" hidden>{line(words("html.nothing-shown"))}</p>',
        *rule_pages(audit, words),
        "</main>",
        footer(view, words),
        '<div id="why" role="tooltip" hidden></div>',
    ]
    return page(title, parts, view)
