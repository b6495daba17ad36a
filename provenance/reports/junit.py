"""The audit as JUnit XML, which every build server shows: one suite an article, one case a rule that has something to
say of it."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from provenance.layout.account import suppressed, told
from provenance.layout.display import neutral
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding, Level
from provenance.model.patterns import pattern

NOT_XML = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(audit: Audit, view: View) -> str:
    """Errors and warnings are failures, notes only output, what was not measured is skipped, and what could not be
    audited is an error. An article nothing was found in is one case that passes."""
    root = Element("testsuites", name="provenance")
    for failure in audit.failures:
        suite = SubElement(root, "testsuite", name=fit(failure.path))
        case = SubElement(suite, "testcase", name="audit", classname=fit(failure.path), file=fit(failure.path))
        reason = fit(wording(view.locale).reason(failure.reason))
        SubElement(case, "error", message=reason, type="not-audited").text = reason
    for dossier in audit.dossiers:
        add_article(root, dossier, view)
    for element in (root, *root):
        element.attrib.update(counted(element.iter("testcase")))
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def add_article(root: Element, dossier: Dossier, view: View) -> None:
    path = fit(dossier.article.path)
    suite = SubElement(root, "testsuite", name=path)
    by_rule: dict[str, list[Finding]] = {}
    for finding in told(dossier):
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, findings in by_rule.items():
        case = SubElement(suite, "testcase", name=rule, classname=path, file=path)
        text = "\n".join(line(dossier, finding, view) for finding in findings)
        worst = max((finding.level for finding in findings), key=lambda level: level.rank)
        if worst is Level.NOTE:
            SubElement(case, "system-out").text = text
        else:
            message = fit(findings[0].message.text(view.locale))
            SubElement(case, "failure", message=message, type=worst.value).text = text
    for item in dossier.unmeasured:
        case = SubElement(suite, "testcase", name=item.rule, classname=path, file=path)
        SubElement(case, "skipped", message=fit(item.reason.text(view.locale)))
    for finding in suppressed(dossier):
        case = SubElement(suite, "testcase", name=finding.rule, classname=path, file=path)
        SubElement(
            case, "skipped", message=f"{wording(view.locale)('levels.suppressed')}: {fit(finding.suppressed or '')}"
        )
    if not by_rule:
        SubElement(suite, "testcase", name="audit", classname=path, file=path)


def line(dossier: Dossier, finding: Finding, view: View) -> str:
    place = dossier.article.text.position(finding.span)
    text = f"{dossier.article.path}:{place.line}:{place.column}: {finding.level} {finding.message.text(view.locale)}"
    return fit(text if finding.replacement is None else f"{text} → {finding.replacement}")


def counted(cases: Iterable[Element]) -> dict[str, str]:
    outcomes = [child.tag for case in cases for child in ([*case] or [case])]
    return {
        "tests": str(len(outcomes)),
        "failures": str(outcomes.count("failure")),
        "errors": str(outcomes.count("error")),
        "skipped": str(outcomes.count("skipped")),
    }


def fit(text: str) -> str:
    """The text without the characters XML cannot hold, not even as references."""
    return NOT_XML.sub("", neutral(text))
