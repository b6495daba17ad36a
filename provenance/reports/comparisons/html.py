"""The comparison as one page that opens from a mail: both texts side by side in full, the differing words marked."""

from collections.abc import Iterator, Sequence

from provenance.layout.display import one_line
from provenance.layout.side_by_side import Row, counted, marked_pieces, rows, verdict
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.article import Article
from provenance.model.audit import Audit
from provenance.model.comparison import Comparison
from provenance.model.dating import PartialDate
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding
from provenance.model.text import Span
from provenance.reports.html_parts.marking import line, text
from provenance.reports.html_parts.page import asset, footer, page, rule_pages
from provenance.reports.html_parts.sayings import SIGNS


def render(audit: Audit, view: View) -> str:
    """One self-contained file without script and without any address to load from."""
    words = wording(view.locale)
    dossier = next(iter(audit.dossiers), None)
    name = one_line((dossier.article.headline or dossier.article.path) if dossier else "")
    title = words("compare.title", name=name)
    parts = [f'<header><p class="brand" aria-hidden="true">provenance</p><h1>{line(title)}</h1>']
    if dossier and dossier.comparison:
        told = f"{verdict(dossier.comparison, words)} {counted(dossier, words)}"
        parts += [f'<p class="summary">{line(told)}</p></header><main>']
        parts += table(dossier, dossier.comparison, view)
    else:
        parts += ["</header><main>"]
    for failure in audit.failures:
        parts.append(f'<p class="failed">{line(failure.path)}{words("colon")}{line(words.reason(failure.reason))}</p>')
    parts += [*rule_pages(audit, words), "</main>", footer(view, words)]
    return page(title, parts, view, style=asset("page.css") + asset("comparison.css"), script="")


def table(dossier: Dossier, comparison: Comparison, view: View) -> Iterator[str]:
    words, origin = wording(view.locale), comparison.origin
    yield '<table class="beside"><thead><tr>'
    yield head(words("headings.article"), dossier.article, dossier.dating.published, words)
    yield head(words("compare.origin"), origin, comparison.origin_published, words)
    yield "</tr></thead><tbody>"
    for row in rows(dossier):
        yield from body_row(dossier.article, origin, row, view)
    yield "</tbody></table>"


def head(label: str, article: Article, published: PartialDate | None, words: Wording) -> str:
    details = [words.language(article.language), str(published) if published else None]
    shown = ", ".join(detail for detail in details if detail)
    return (
        f'<th scope="col"><span class="quiet">{line(label)}</span> {line(one_line(article.path))}'
        f'<span class="quiet"> {line(shown)}</span></th>'
    )


def body_row(article: Article, origin: Article, row: Row, view: View) -> Iterator[str]:
    kind = "differs" if row.findings else "added" if row.origin is None else "omitted" if row.article is None else ""
    level = row.findings[0].level if row.findings else ""
    own, other = row.marks
    yield f'<tr class="{kind} {level}">{cell(article, row.article, own)}{cell(origin, row.origin, other)}</tr>'
    if row.findings:
        said = "".join(f"<li>{saying(article, finding, view)}</li>" for finding in row.findings)
        yield f'<tr class="said {level}"><td colspan="2"><ul>{said}</ul></td></tr>'


def cell(article: Article, span: Span | None, marks: Sequence[Span]) -> str:
    if span is None:
        return '<td class="gap">–</td>'
    pieces = marked_pieces(article, span, marks)
    shown = "".join(f"<mark>{text(piece)}</mark>" if differs else text(piece) for piece, differs in pieces)
    return f'<td lang="{line(article.language or "")}" dir="auto">{shown}</td>'


def saying(article: Article, finding: Finding, view: View) -> str:
    place = article.text.position(finding.span)
    level = line(wording(view.locale)(f"levels.{finding.level}"))
    instead = f" → <ins>{line(finding.replacement)}</ins>" if finding.replacement is not None else ""
    return (
        f'<span class="badge {finding.level}">{SIGNS[finding.level]} {level}</span> '
        f'<a class="rule" href="#rule-{finding.rule}">{finding.rule}</a> '
        f"{line(finding.message.text(view.locale))}{instead} "
        f'<span class="quiet">{place.line}:{place.column}</span>'
    )
