"""What is said beside the text: findings, credits, what was silenced, what could not be measured."""

from collections.abc import Iterator, Sequence

from provenance.layout.account import LEVELS, unmeasured
from provenance.layout.cases import cases, cause_of
from provenance.layout.excerpt import words_of
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.credit import Credit
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding
from provenance.model.text import Span
from provenance.reports.html_parts.marking import line

SIGNS = {"error": "●", "warning": "▲", "note": "■"}


def badges(findings: Sequence[Finding], words: Wording) -> str:
    """The number of findings of each level, with a sign besides the colour."""
    counted = [(level, sum(finding.level is level for finding in findings)) for level in LEVELS]
    parts = [
        f'<span class="badge {level}" title="{line(words.count(level, count))}">{SIGNS[level]} {count}'
        f'<span class="unseen"> {line(words.count(level, count))}</span></span>'
        for level, count in counted
        if count
    ]
    return f'<span class="badges">{"".join(parts) or line(words("nothing-found"))}</span>'


def finding_list(dossier: Dossier, findings: Sequence[Finding], lead: str, view: View) -> Iterator[str]:
    words = wording(view.locale)
    yield f"<h3>{line(words('headings.findings'))}</h3>"
    if not findings:
        yield f'<p class="quiet">{line(words("nothing-found"))}</p>'
        return
    yield '<ol class="findings">'
    together = {id(case[0]): case for case in cases(findings) if len(case) > 1}
    for number, finding in enumerate(findings, 1):
        why = finding.message.text(view.locale)
        case = together.get(id(finding))
        cause = f'<p class="cause">{line(cause_of(case, words))}</p>' if case else ""
        yield (
            f'<li id="{lead}f{number}" class="{finding.level}" data-level="{finding.level}" data-rule="{finding.rule}">'
            f'<div class="what"><p class="head"><span class="badge {finding.level}">{SIGNS[finding.level]} '
            f"{line(words(f'levels.{finding.level}'))}</span> "
            f'<a class="rule" href="#rule-{finding.rule}">{finding.rule}</a></p>'
            f'{cause}<p id="{lead}f{number}w">{line(why)}</p>{suggestion(finding, words)}</div>'
            f'<p class="where">{to_text(dossier, finding.span, f"{lead}f{number}", words)}'
            f"{related(dossier, finding, words)}</p></li>"
        )
    yield "</ol>"


def suggestion(finding: Finding, words: Wording) -> str:
    if finding.replacement is None:
        return ""
    label = f'<span class="quiet">{line(words("html.replaced"))}</span> ' if finding.replacement else ""
    return f'<p class="instead">{label}<ins>{line(finding.replacement or words("delete"))}</ins></p>'


def to_text(dossier: Dossier, span: Span, name: str, words: Wording) -> str:
    """The place in the file, leading to the words in the text."""
    place = dossier.article.text.position(span)
    shown = line(words("html.place", line=place.line, column=place.column))
    return f'<a href="#{name}t" title="{line(words("html.to-text"))}">{shown}</a>'


def related(dossier: Dossier, finding: Finding, words: Wording) -> str:
    places = [dossier.article.text.position(span) for span in finding.related[:5]]
    named = ", ".join(f"{place.line}:{place.column}" for place in places)
    key = "html.same-cause" if finding.cause else "html.related"
    return f" · {line(words(key, places=named))}" if named else ""


def credit_list(dossier: Dossier, lead: str, words: Wording) -> Iterator[str]:
    if not dossier.credits:
        return
    yield f"<h3>{line(words('html.credits'))}</h3><ul class='credits'>"
    for number, credit in enumerate(dossier.credits, 1):
        name = f"{lead}c{number}"
        yield (
            f'<li id="{name}"><div class="what"><p class="head"><span class="role">'
            f"{line(words(f'roles.{credit.role}'))}</span> {line(credited(credit))}</p>"
            f'<p id="{name}w" class="quiet">{line(words("quoted", words=words_of(dossier.article, credit.span, 90)))} '
            f'{line(particulars(credit, words))}</p></div><p class="where">'
            f"{to_text(dossier, credit.span, name, words)}</p></li>"
        )
    yield "</ul>"


def credited(credit: Credit) -> str:
    """Who and what the statement names."""
    named = [agent.name for agent in credit.agents] or [credit.domain or ""]
    return ", ".join(dict.fromkeys(filter(None, named)))


def particulars(credit: Credit, words: Wording) -> str:
    parts = [
        words("html.from-metadata") if credit.basis == "metadata" else "",
        words.language(credit.language) or "",
        credit.date or "",
        words("html.sure", percent=round(credit.confidence * 100)),
    ]
    return "· " + " · ".join(filter(None, parts))


def silenced_list(dossier: Dossier, silenced: Sequence[Finding], lead: str, view: View) -> Iterator[str]:
    if not silenced:
        return
    words = wording(view.locale)
    yield f"<h3>{line(words('headings.suppressed'))}</h3><ul class='credits'>"
    for number, finding in enumerate(silenced, 1):
        name, reason = f"{lead}s{number}", line(finding.suppressed or "")
        yield (
            f'<li id="{name}"><div class="what"><p class="head">'
            f'<a class="rule" href="#rule-{finding.rule}">{finding.rule}</a></p>'
            f'<p id="{name}w" class="quiet">{line(finding.message.text(view.locale))} ({reason})</p></div>'
            f'<p class="where">{to_text(dossier, finding.span, name, words)}</p></li>'
        )
    yield "</ul>"


def gaps(dossier: Dossier, view: View) -> Iterator[str]:
    words = wording(view.locale)
    if found := unmeasured(dossier, view.locale):
        yield f"<h3>{line(words('headings.unmeasured'))}</h3><ul class='gaps'>"
        yield from (f"<li>{line(rules)}<br><span class='quiet'>{line(reason)}</span></li>" for rules, reason in found)
        yield "</ul>"
