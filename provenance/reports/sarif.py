"""The audit as SARIF 2.1.0, for code scanning: worst first, within the limits GitHub sets."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from provenance.layout.account import suppressed as suppressed_of
from provenance.layout.account import told
from provenance.layout.display import neutral
from provenance.layout.rule_pages import rule_page
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.mending.replacement import replacement_of
from provenance.model.audit import Audit
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding, Message
from provenance.model.rule import Rule
from provenance.model.text import Span
from provenance.reports.json import inert

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000
"""GitHub refuses a run with more, and shows the first 5,000 by gravity."""
MOST_RELATED, LONGEST_SNIPPET = 10, 400
LEFT_OUT = {
    "en": "{count} findings beyond the {most} gravest are left out of this report",
    "fr": "{count} constats au-delà des {most} plus graves sont laissés de côté",
}
Record = dict[str, Any]


def render(audit: Audit, view: View) -> str:
    found = worst_first(audit)
    rules = descriptors(audit, [finding for _, finding in found], view.locale)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    driver = {
        "name": "provenance",
        **({"version": view.version, "semanticVersion": semantic(view.version)} if view.version else {}),
        "rules": rules,
    }
    run = {
        "tool": {"driver": driver},
        "language": view.locale,
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation(audit, view, index, max(0, len(found) - MOST_RESULTS))],
        "artifacts": [artifact(dossier) for dossier in audit.dossiers],
        "results": [result(dossier, finding, view, index) for dossier, finding in found[:MOST_RESULTS]],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return inert(json.dumps(document, ensure_ascii=False, separators=(",", ":"))) + "\n"


def semantic(version: str) -> str:
    """`0.1` as the three numbers semantic versions have."""
    return ".".join([*version.split("."), "0", "0"][:3])


def worst_first(audit: Audit) -> list[tuple[Dossier, Finding]]:
    """What is told by gravity, then certainty; what was suppressed comes last."""
    found = [(dossier, finding) for dossier in audit.dossiers for finding in told(dossier)]
    found.sort(key=lambda pair: (-pair[1].level.rank, -pair[1].confidence))
    return found + [(dossier, finding) for dossier in audit.dossiers for finding in suppressed_of(dossier)]


def descriptors(audit: Audit, findings: list[Finding], locale: str) -> list[Record]:
    """The rules that were in force, and any other that a finding or a gap names."""
    known = {rule.id for rule in audit.rules}
    named = {finding.rule for finding in findings} | {item.rule for each in audit.dossiers for item in each.unmeasured}
    return [descriptor(rule, locale) for rule in audit.rules] + [{"id": rule} for rule in sorted(named - known)]


def descriptor(rule: Rule, locale: str) -> Record:
    summary, paragraphs, _ = rule_page(rule, locale)
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": summary},
        "fullDescription": {"text": paragraphs[1] if len(paragraphs) > 1 else summary},
        "help": {"text": "\n\n".join(paragraphs), "markdown": "\n\n".join(paragraphs)},
        "defaultConfiguration": {"level": rule.level},
        "properties": {"tags": ["journalism"], "since": rule.since, "languages": list(rule.languages)},
    }


def uri(path: str) -> str:
    """A relative path as a relative reference; an absolute one as a file address."""
    encoded = quote(path.replace("\\", "/").encode("utf-8", "replace"), safe="/-._~")
    return f"file://{encoded}" if encoded.startswith("/") else encoded


def artifact(dossier: Dossier) -> Record:
    article = dossier.article
    record: Record = {"location": {"uri": uri(article.path)}, "encoding": article.text.source.encoding}
    return record | ({"hashes": {"sha-256": article.sha256}} if article.sha256 else {})


def place(dossier: Dossier, span: Span) -> Record:
    return {"artifactLocation": {"uri": uri(dossier.article.path)}, "region": region(dossier, span)}


def region(dossier: Dossier, span: Span) -> Record:
    where = dossier.article.text.position(span)
    record: Record = {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }
    if span.end > span.start:
        record["snippet"] = {"text": dossier.article.text[span][:LONGEST_SNIPPET]}
    return record


def result(dossier: Dossier, finding: Finding, view: View, index: dict[str, int]) -> Record:
    message = neutral(finding.message.text(view.locale))
    if finding.replacement is not None:
        message += f" → {neutral(finding.replacement) or wording(view.locale)('delete')}"
    record: Record = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": finding.level,
        "message": {"text": message},
        "locations": [{"physicalLocation": place(dossier, finding.span)}],
        "partialFingerprints": {"provenanceFinding/v1": finding.fingerprint},
        "rank": round(finding.confidence * 100, 1),
    }
    if finding.related:
        record["relatedLocations"] = [
            {"id": number, "physicalLocation": place(dossier, span)}
            for number, span in enumerate(finding.related[:MOST_RELATED], 1)
        ]
    if fix := fix_of(dossier, finding):
        record["fixes"] = [fix]
    if finding.suppressed is not None:
        kind = "inSource" if finding.in_source else "external"
        record["suppressions"] = [{"kind": kind, "justification": neutral(finding.suppressed)}]
    return record


def fix_of(dossier: Dossier, finding: Finding) -> Record | None:
    """The replacement, where it can be written into the file as it is."""
    if not (made := replacement_of(dossier.article, finding)):
        return None
    where = dossier.article.text.position(finding.span)
    deleted = {"startLine": where.line, "startColumn": where.column}
    deleted |= {"endLine": where.end_line, "endColumn": where.end_column}
    change = {
        "artifactLocation": {"uri": uri(dossier.article.path)},
        "replacements": [{"deletedRegion": deleted, "insertedContent": {"text": made.words}}],
    }
    return {"artifactChanges": [change]}


def invocation(audit: Audit, view: View, index: dict[str, int], left_out: int) -> Record:
    """What could not be audited or measured, and what is to say of suppressions: never the same as nothing found."""
    return {
        "executionSuccessful": not audit.failures,
        "toolExecutionNotifications": [*execution_notes(audit, view, index, left_out)],
        "toolConfigurationNotifications": [
            notification("warning", neutral(notice.message.text(view.locale)), notice.path, notice.line)
            for notice in audit.notices
        ],
    }


def execution_notes(audit: Audit, view: View, index: dict[str, int], left_out: int) -> Iterator[Record]:
    words = wording(view.locale)
    for failure in audit.failures:
        yield notification("error", neutral(words.reason(failure.reason)), failure.path)
    for dossier in audit.dossiers:
        for item in dossier.unmeasured:
            reason = f"{words('headings.unmeasured')}{words('colon')}{neutral(item.reason.text(view.locale))}"
            rule = {"associatedRule": {"id": item.rule, "index": index[item.rule]}}
            yield notification("note", reason, dossier.article.path) | rule
    if left_out:
        text = Message(LEFT_OUT, {"count": str(left_out), "most": str(MOST_RESULTS)}).text(view.locale)
        yield {"level": "warning", "message": {"text": text}}


def notification(level: str, text: str, path: str, line: int | None = None) -> Record:
    where: Record = {"artifactLocation": {"uri": uri(path)}}
    if line:
        where["region"] = {"startLine": line}
    return {"level": level, "message": {"text": text}, "locations": [{"physicalLocation": where}]}
