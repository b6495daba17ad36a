"""One finding a line, for grep and editors: `path:line:column: level rule message`.

The places of one cause share a line, which stands at the first of them and names the others.
"""

from collections.abc import Iterator

from provenance.layout.account import summary, told
from provenance.layout.cases import Case, cases, cause_of, level_of, rules_of
from provenance.layout.display import one_line, paint
from provenance.layout.excerpt import words_of
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.article import Article
from provenance.model.audit import Audit
from provenance.model.finding import Finding

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
        for case in cases(told(dossier)):
            place, gravest = article.text.position(case[0].span), level_of(case)
            level = paint(gravest, STYLES[gravest], color=view.color)
            yield f"{path}:{place.line}:{place.column}: {level} {rules_of(case, ',')} {said(article, case, view)}"
    for failure in audit.failures:
        level = paint(words("headings.failure"), STYLES["error"], color=view.color)
        yield f"{one_line(failure.path)}: {level}{words('colon')}{one_line(words.reason(failure.reason))}"


def said(article: Article, case: Case, view: View) -> str:
    """What is to say, and what to write instead; of several places with one cause, that and each of them."""
    if len(case) == 1:
        return with_replacement(one_line(case[0].message.text(view.locale)), case[0])
    words = wording(view.locale)
    places = words("semicolon").join(with_replacement(named(article, finding, words), finding) for finding in case)
    return f"{cause_of(case, words)}{words('colon')}{places}"


def named(article: Article, finding: Finding, words: Wording) -> str:
    place = article.text.position(finding.span)
    return f"{place.line}:{place.column} {words('quoted', words=words_of(article, finding.span))}"


def with_replacement(told: str, finding: Finding) -> str:
    return told if finding.replacement is None else f"{told} → {one_line(finding.replacement)}"
