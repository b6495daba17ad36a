"""One article of the HTML report: its sheet, its chain as a picture, its text with marks, and what is said of them."""

from collections.abc import Iterator, Sequence

from provenance.layout.account import LEVELS, ai_use, authors, chain, origin, published, told
from provenance.layout.account import suppressed as suppressed_of
from provenance.layout.cases import cases
from provenance.layout.graph import graph_of
from provenance.layout.picture import picture
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding
from provenance.model.trace import Link
from provenance.reports.html_parts.marking import Mark, body, line, marked
from provenance.reports.html_parts.sayings import badges, credit_list, finding_list, gaps, silenced_list


def article(dossier: Dossier, number: int, view: View, *, alone: bool) -> str:
    """The section of one article, closed unless it is the only one, so that a thousand stay light."""
    words, lead = wording(view.locale), f"a{number}"
    in_order = sorted(told(dossier), key=lambda finding: (finding.span, LEVELS.index(finding.level)))
    findings = [finding for case in cases(in_order) for finding in case]
    silenced = suppressed_of(dossier)
    marks = [*marks_of(dossier, findings, silenced, lead)]
    made = dossier.article
    headline = f'<span class="headline">{line(made.headline)}</span>' if made.headline else ""
    levels = " ".join(dict.fromkeys(finding.level.value for finding in findings))
    rules = " ".join(dict.fromkeys(finding.rule for finding in findings))
    filed = f'data-levels="{levels}" data-rules="{rules}"{" open" if alone else ""}'
    title = f'<h2><span class="path">{line(made.path)}</span>{headline}</h2>'
    return "\n".join(
        [
            f'<details class="article" id="{lead}" {filed}>',
            f"<summary>{title}{badges(findings, words)}</summary>",
            chain_figure(dossier, lead, words),
            '<div class="columns">',
            f'<div class="reading" lang="{line(made.language or "")}">',
            *body(made, marks, words("html.furniture")),
            *declared(dossier, marks, words),
            "</div>",
            '<div class="sayings">',
            sheet(dossier, words),
            *finding_list(dossier, findings, lead, view),
            *credit_list(dossier, lead, words),
            *silenced_list(dossier, silenced, lead, view),
            *gaps(dossier, view),
            "</div></div></details>",
        ]
    )


def marks_of(dossier: Dossier, findings: Sequence[Finding], silenced: Sequence[Finding], lead: str) -> Iterator[Mark]:
    for number, finding in enumerate(findings, 1):
        yield Mark(finding.span, f"{lead}f{number}", f"f {finding.level}", number)
    for number, finding in enumerate(silenced, 1):
        yield Mark(finding.span, f"{lead}s{number}", "s")
    for number, credit in enumerate(dossier.credits, 1):
        yield Mark(credit.span, f"{lead}c{number}", "c")
        for span in credit.also:
            yield Mark(span, f"{lead}c{number}", "c", anchor=False)


def chain_figure(dossier: Dossier, lead: str, words: Wording) -> str:
    """The picture of the chain; nothing where the article is its outlet's own."""
    graph = graph_of([dossier], [Link(dossier.article.path, None, step) for step in dossier.chain], words)
    if not graph.edges:
        return ""
    title = words("picture.title", name=dossier.article.headline or dossier.article.path)
    told_in_words = ". ".join(chain(dossier, words)) or words("origin.unknown")
    drawn = picture(graph, line(title), line(told_in_words), f"{lead}chain")
    return f'<figure class="picture" tabindex="0" role="group" aria-label="{line(title)}">{drawn}</figure>'


def sheet(dossier: Dossier, words: Wording) -> str:
    answers = {
        "language": words.language(dossier.article.language) or words("unstated"),
        "authors": authors(dossier, words),
        "origin": origin(dossier, words),
        "chain": "\n".join(chain(dossier, words)),
        "ai": ai_use(dossier, words),
        "published": published(dossier, words),
    }
    rows = "".join(
        f"<dt>{line(words(f'headings.{name}'))}</dt><dd>{many(told)}</dd>" for name, told in answers.items() if told
    )
    return f"<h3>{line(words('html.sheet'))}</h3><dl>{rows}</dl>"


def many(told: str) -> str:
    return "<br>".join(map(line, told.split("\n")))


def declared(dossier: Dossier, marks: Sequence[Mark], words: Wording) -> Iterator[str]:
    """The declared values that something was read from or found in: they stand nowhere in the visible text."""
    rows = []
    for datum in dossier.article.metadata:
        own = [mark for mark in marks if mark.span.overlaps(datum.span)]
        if own:
            rows.append(
                f"<tr><th scope='row'>{line(datum.name)}</th><td>{marked(dossier.article, datum.span, own)}</td></tr>"
            )
    if rows:
        yield f'<table class="metadata"><caption>{line(words("html.declared"))}</caption>{"".join(rows)}</table>'
