"""The audit as one JSON document, by the schema `provenance-audit/1`."""

import json
from pathlib import PurePosixPath
from typing import Any

from provenance.layout.view import View
from provenance.model.audit import Audit
from provenance.model.credit import Credit
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding
from provenance.model.house import Learnt
from provenance.model.indicator import Indicator
from provenance.model.lineage import Derivation, Work
from provenance.model.patterns import pattern
from provenance.model.text import Span, Text

SCHEMA = "provenance-audit/1"
COMMANDING = pattern("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
HALVES = pattern("[\ud800-\udfff]")


def render(audit: Audit, view: View) -> str:
    document = {
        "schema": SCHEMA,
        "tool": {"name": "provenance", "version": view.version},
        "house": house_record(audit.learnt),
        "articles": [article_record(dossier, view.locale) for dossier in audit.dossiers],
        "failures": [{"path": failure.path, "reason": failure.reason} for failure in audit.failures],
        "notices": [
            {"path": notice.path, "line": notice.line, "message": notice.message.text(view.locale)}
            for notice in audit.notices
        ],
    }
    return inert(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def house_record(learnt: Learnt) -> dict[str, str] | None:
    """The house file that the audit rests on, by its name and content; wherever it lies, the audit is the same."""
    return {"file": PurePosixPath(learnt.path).name, "sha256": learnt.digest} if learnt.digest else None


def inert(document: str) -> str:
    """The same JSON with each character escaped that could command a terminal; half a surrogate pair is none."""
    return COMMANDING.sub(lambda found: f"\\u{ord(found.group()):04x}", HALVES.sub("\ufffd", document))


def article_record(dossier: Dossier, locale: str) -> dict[str, Any]:
    article, dating = dossier.article, dossier.dating
    return {
        "path": article.path,
        "sha256": article.sha256,
        "language": article.language,
        "headline": article.headline,
        "url": article.url,
        "published": str(dating.published) if dating.published else None,
        "published_basis": dating.basis,
        "publisher": {"name": article.publisher, "domain": dossier.publisher_domain},
        "credits": [credit_record(credit, article.text) for credit in dossier.credits],
        "unmeasured": [{"rule": item.rule, "reason": item.reason.text(locale)} for item in dossier.unmeasured],
        "origin_status": dossier.origin_status,
        "chain": [derivation_record(step) for step in dossier.chain],
        "findings": [finding_record(finding, article.text, locale) for finding in dossier.findings],
        "below_profile": dossier.below_profile,
        "indicators": [indicator_record(indicator) for indicator in dossier.indicators],
    }


def indicator_record(indicator: Indicator) -> dict[str, Any]:
    return {"id": indicator.id, "met": indicator.met, "evidence": indicator.evidence}


def place(span: Span, text: Text) -> dict[str, int]:
    return text.position(span)._asdict()


def credit_record(credit: Credit, text: Text) -> dict[str, Any]:
    return {
        "role": credit.role,
        "text": text[credit.span],
        **place(credit.span, text),
        "people": list(credit.people),
        "organisation": credit.organisation,
        "agents": [{"name": agent.name, "kind": agent.kind} for agent in credit.agents],
        "url": credit.url,
        "domain": credit.domain,
        "date": credit.date,
        "language": credit.language,
        "basis": credit.basis,
        "confidence": credit.confidence,
        "ai_uses": list(credit.ai_uses),
        "human_review": credit.human_review,
        "also": [{"text": text[span], **place(span, text)} for span in credit.also],
        "evidence": credit.evidence,
    }


def work_record(work: Work) -> dict[str, Any]:
    return {
        "name": work.name,
        "domain": work.domain,
        "url": work.url,
        "path": work.path,
        "language": work.language,
        "published": work.published,
        "authors": list(work.authors),
    }


def derivation_record(step: Derivation) -> dict[str, Any]:
    return {
        "relation": step.relation,
        "basis": step.basis,
        "from": work_record(step.made),
        "to": work_record(step.origin),
        "confidence": step.confidence,
        "evidence": list(step.evidence),
    }


def finding_record(finding: Finding, text: Text, locale: str) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": finding.level,
        **place(finding.span, text),
        "text": text[finding.span],
        "message": finding.message.text(locale),
        "replacement": finding.replacement,
        "safe": finding.safe,
        "confidence": finding.confidence,
        "related": [{"text": text[span], **place(span, text)} for span in finding.related],
        "cause": finding.cause,
        "suppressed": finding.suppressed,
        "fingerprint": finding.fingerprint,
    }
