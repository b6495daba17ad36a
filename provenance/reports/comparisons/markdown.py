"""The comparison as a Markdown table of the sentences that differ, the differing words in bold."""

from collections.abc import Iterator, Sequence

from provenance.layout.display import one_line
from provenance.layout.side_by_side import counted, marked_pieces, rows, verdict
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.article import Article
from provenance.model.audit import Audit
from provenance.model.comparison import Comparison
from provenance.model.dossier import Dossier
from provenance.model.text import Span
from provenance.reports.markdown import quoted, row


def render(audit: Audit, view: View) -> str:
    words = wording(view.locale)
    lines: list[str] = []
    for dossier in audit.dossiers:
        if dossier.comparison is not None:
            lines += compared(dossier, dossier.comparison, view, words)
    for failure in audit.failures:
        lines.append(f"{quoted(failure.path)}{words('colon')}{quoted(words.reason(failure.reason))}")
    return "\n".join(lines).strip("\n") + "\n"


def compared(dossier: Dossier, comparison: Comparison, view: View, words: Wording) -> Iterator[str]:
    telling = [each for each in rows(dossier) if each.findings]
    if telling:
        heads = (dossier.article.path, comparison.origin.path, words("headings.findings"))
        yield from row([quoted(head) for head in heads])
        yield from row(["---"] * len(heads))
    for each in telling:
        own, other = each.marks
        said = [
            f"**{finding.rule}** {quoted(finding.message.text(view.locale))}"
            + (f" → {quoted(finding.replacement)}" if finding.replacement is not None else "")
            for finding in each.findings
        ]
        sentences = cell(dossier.article, each.article, own), cell(comparison.origin, each.origin, other)
        yield from row([*sentences, "<br>".join(said)])
    yield ""
    yield quoted(verdict(comparison, words))
    if view.summary:
        yield ""
        yield quoted(counted(dossier, words))


def cell(article: Article, span: Span | None, marks: Sequence[Span]) -> str:
    if span is None:
        return ""
    pieces = marked_pieces(article, span, marks)
    return "".join(f"**{quoted(piece)}**" if differs else spaced(piece) for piece, differs in pieces)


def spaced(piece: str) -> str:
    """Quoted words with the blanks at their ends, which set them apart from bold ones."""
    lead, tail = piece[:1].isspace(), piece[-1:].isspace()
    return f"{' ' * lead}{quoted(one_line(piece))}{' ' * tail}" if piece.strip() else " "
