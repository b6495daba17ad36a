"""One finding a line, for grep and editors: `path:line:column: level rule message`."""

from collections.abc import Iterator

from provenance.layout.account import summary, told
from provenance.layout.display import one_line, paint
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit

STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}


def render(audit: Audit, view: View) -> str:
    words = wording(view.locale)
    lines = [*lines_of(audit, view)]
    for notice in audit.notices:
        place = f"{one_line(notice.path)}{f':{notice.line}' if notice.line else ''}"
        lines.append(f"{place}: {one_line(notice.message.text(view.locale))}")
    if view.summary:
        lines.append(summary(audit, words, view.profile))
    return "".join(line + "\n" for line in lines)


def lines_of(audit: Audit, view: View) -> Iterator[str]:
    """A line for each finding that is told, then one for each failure."""
    words = wording(view.locale)
    for dossier in audit.dossiers:
        article, path = dossier.article, one_line(dossier.article.path)
        for finding in told(dossier):
            place = article.text.position(finding.span)
            level = paint(finding.level, STYLES[finding.level], color=view.color)
            line = f"{path}:{place.line}:{place.column}: {level} {finding.rule} "
            line += one_line(finding.message.text(view.locale))
            yield line if finding.replacement is None else f"{line} → {one_line(finding.replacement)}"
    for failure in audit.failures:
        level = paint(words("headings.failure"), STYLES["error"], color=view.color)
        yield f"{one_line(failure.path)}: {level}: {one_line(words.reason(failure.reason))}"
