"""The audit as tables for a spreadsheet: RFC 4180, UTF-8, one header row, no cell that would run as a formula."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

from provenance.layout.account import LEVELS, named, own_date, signed_by, suppressed, tally, told, unmeasured, written
from provenance.layout.display import neutral
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit
from provenance.model.credit import Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding
from provenance.model.lineage import Derivation
from provenance.model.record import replace

Row = dict[str, Any]
FORMULA = tuple("=+-@＝＋－＠")
SEMICOLON = ";"
"""What Excel expects between cells where the comma stands in numbers."""
LONGEST = 32_000
"""Characters of a cell: spreadsheets hold 32,767."""

PLACE = ("line", "column", "end_line", "end_column")
HEADERS = {
    "articles": (
        "path", "status", "language", "published", "headline", "authors", "source", "chain", "origin_status",
        "ai_disclosure", "errors", "warnings", "notes", "unmeasured",
    ),
    "findings": ("path", "line", "column", "level", "rule", "text", "message", "replacement"),
    "credits": (
        "path", *PLACE, "role", "text", "people", "organisation", "url", "domain", "date", "language", "basis",
        "confidence", "ai_uses", "human_review",
    ),
    "chain": (
        "path", "step", "relation", "basis", "name", "domain", "url", "language", "published", "authors", "confidence",
        "evidence",
    ),
}  # fmt: skip


def render(audit: Audit, view: View) -> str:
    """One table: articles, findings, credits or chain, as `view.table` names it. Failures are rows in each."""
    columns = HEADERS[view.table]
    out = io.StringIO(newline="")
    out.write("\ufeff" if view.excel else "")
    sign = SEMICOLON if view.excel and view.locale == "fr" else ","
    writer = csv.DictWriter(out, columns, restval="", delimiter=sign, lineterminator="\r\n")
    writer.writeheader()
    words = wording(view.locale)
    failures = [replace(failure, reason=words.reason(failure.reason)) for failure in audit.failures]
    for row in ROWS[view.table](replace(audit, failures=tuple(failures)), view.locale):
        writer.writerow({column: cell(value) for column, value in row.items()})
    return out.getvalue()


def cell(value: object) -> object:
    """A value as a spreadsheet may hold it: on one line, and led by an apostrophe where it would run as a formula."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = neutral(value if len(value) <= LONGEST else f"{value[:LONGEST]}…")
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def article_rows(audit: Audit, locale: str) -> Iterator[Row]:
    for dossier in audit.dossiers:
        found = tally([dossier])
        yield {
            "path": dossier.article.path,
            "status": "audited",
            "language": dossier.article.language,
            "published": own_date(dossier),
            "headline": dossier.article.headline,
            "authors": "; ".join(signed_by(dossier, Role.AUTHOR) or signed_by(dossier, Role.ORIGINAL_AUTHOR)),
            "source": "; ".join(dict.fromkeys(filter(None, (named(step.origin) for step in written(dossier))))),
            "chain": trails(dossier.chain),
            "origin_status": str(dossier.origin_status),
            "ai_disclosure": ai_disclosure(dossier),
            **{f"{level}s": found[level] for level in LEVELS},
            "unmeasured": "; ".join(f"{rules}: {reason}" for rules, reason in unmeasured(dossier, locale)),
        }
    for failure in audit.failures:
        yield {"path": failure.path, "status": f"failed: {failure.reason}"}


def trails(chain: tuple[Derivation, ...]) -> str:
    """The steps, `;` between those of one article, ` < ` before what an origin was itself made from."""
    found: list[list[Derivation]] = []
    for step in chain:
        if trail := next((trail for trail in found if trail[-1].origin == step.made), None):
            trail.append(step)
        else:
            found.append([step])
    return "; ".join(" < ".join(map(link, trail)) for trail in found)


def link(step: Derivation) -> str:
    """One step in few words: `translation: example.com (es, 2031-01-06)`."""
    details = ", ".join(filter(None, (step.origin.language, step.origin.published)))
    name = named(step.origin) or ", ".join(step.origin.authors) or "?"
    return f"{step.relation}: {name}" + (f" ({details})" if details else "")


def ai_disclosure(dossier: Dossier) -> str:
    uses = [
        use
        for credit in dossier.credits
        if credit.role is Role.AI_DISCLOSURE
        for use in credit.ai_uses or ("unspecified",)
    ]
    return "; ".join(dict.fromkeys(map(str, uses)))


def finding_rows(audit: Audit, locale: str) -> Iterator[Row]:
    """Suppressed findings are rows too; their level says so."""
    for dossier in audit.dossiers:
        for finding in told(dossier) + suppressed(dossier):
            yield {"path": dossier.article.path, **finding_cells(dossier, finding, locale)}
    for failure in audit.failures:
        yield {"path": failure.path, "level": "failure", "message": failure.reason}


def finding_cells(dossier: Dossier, finding: Finding, locale: str) -> Row:
    place = dossier.article.text.position(finding.span)
    return {
        "line": place.line,
        "column": place.column,
        "level": "suppressed" if finding.suppressed is not None else str(finding.level),
        "rule": finding.rule,
        "text": dossier.article.text[finding.span],
        "message": finding.message.text(locale),
        "replacement": finding.replacement,
    }


def credit_rows(audit: Audit, _locale: str) -> Iterator[Row]:
    for dossier in audit.dossiers:
        for credit in dossier.credits:
            yield {"path": dossier.article.path, **credit_cells(dossier, credit)}
    for failure in audit.failures:
        yield {"path": failure.path, "role": "failure", "text": failure.reason}


def credit_cells(dossier: Dossier, credit: Credit) -> Row:
    text = dossier.article.text
    return {
        **text.position(credit.span)._asdict(),
        "role": str(credit.role),
        "text": text[credit.span],
        "people": "; ".join(credit.people),
        "organisation": credit.organisation,
        "url": credit.url,
        "domain": credit.domain,
        "date": credit.date,
        "language": credit.language,
        "basis": credit.basis,
        "confidence": credit.confidence,
        "ai_uses": "; ".join(credit.ai_uses),
        "human_review": None if credit.human_review is None else str(credit.human_review).lower(),
    }


def chain_rows(audit: Audit, _locale: str) -> Iterator[Row]:
    for dossier in audit.dossiers:
        for number, step in enumerate(dossier.chain, 1):
            yield {
                "path": dossier.article.path,
                "step": number,
                "relation": str(step.relation),
                "basis": str(step.basis),
                "name": step.origin.name,
                "domain": step.origin.domain,
                "url": step.origin.url,
                "language": step.origin.language,
                "published": step.origin.published,
                "authors": "; ".join(step.origin.authors),
                "confidence": step.confidence,
                "evidence": "; ".join(step.evidence),
            }
    for failure in audit.failures:
        yield {"path": failure.path, "relation": "failure", "evidence": failure.reason}


ROWS: dict[str, Callable[[Audit, str], Iterator[Row]]] = {
    "articles": article_rows,
    "findings": finding_rows,
    "credits": credit_rows,
    "chain": chain_rows,
}
