"""Articles and their origins as a W3C PROV document: the one door to the library prov, which is an extra."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from provenance.layout.account import own_date
from provenance.layout.display import neutral
from provenance.layout.graph import key_of
from provenance.model.credit import AgentKind, Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.errors import UsageError
from provenance.model.finding import Finding
from provenance.model.lineage import Relation, Work
from provenance.model.trace import Link

ABSENT = "the format prov needs the library prov: install it with `pip install 'provenance-audit[prov]'`"
OWN = "urn:provenance-audit:"
TYPES = {Relation.REWRITE: "prov:Revision", Relation.QUOTATION: "prov:Quotation"}
"""Relations PROV has a subtype for; the others are named by our own."""
AGENTS = {AgentKind.PERSON: "prov:Person", AgentKind.SOFTWARE: "prov:SoftwareAgent"}
SIGNING = (Role.AUTHOR, Role.ORIGINAL_AUTHOR, Role.TRANSLATOR, Role.CONTRIBUTOR, Role.EDITOR, Role.AGENCY)


class Record:
    """A PROV document that grows by articles, links, findings and failures."""

    def __init__(self) -> None:
        try:
            from prov.model import ProvDocument
        except ImportError as error:
            raise UsageError(ABSENT) from error
        self.document: Any = ProvDocument()
        self.document.add_namespace("schema", "https://schema.org/")
        for name in ("article", "work", "agent", "finding", "audit", "term"):
            self.document.add_namespace(name, f"{OWN}{name}:")
        self.known: set[str] = set()

    def add_article(self, dossier: Dossier) -> None:
        article = dossier.article
        name = article_id(article.path)
        facts = {
            "prov:type": "schema:NewsArticle",
            "prov:label": article.headline,
            "schema:inLanguage": article.language,
            "schema:datePublished": own_date(dossier),
            "schema:url": article.url,
            "schema:publisher": article.publisher,
            "term:path": article.path,
            "term:sha256": article.sha256,
            "term:originStatus": dossier.origin_status.value,
        }
        self.entity(name, facts)
        for credit in dossier.credits:
            if credit.role in SIGNING and credit.role is not Role.ORIGINAL_AUTHOR:
                self.attribute(name, credit)

    def attribute(self, name: str, credit: Credit) -> None:
        for agent in credit.agents:
            signed = self.agent(agent.name, agent.kind)
            self.document.wasAttributedTo(name, signed, other_attributes={"term:role": credit.role.value})

    def agent(self, name: str, kind: AgentKind) -> str:
        form = {AgentKind.PERSON: "prov:Person", AgentKind.SOFTWARE: "prov:SoftwareAgent"}.get(
            kind, "prov:Organization"
        )
        known = f"agent:{encoded(name)}"
        if known not in self.known:
            self.known.add(known)
            self.document.agent(known, {"prov:type": self.qualified(form), "prov:label": neutral(name)})
        return known

    def add_link(self, link: Link) -> None:
        step = link.step
        made = self.work(step.made, link.source, None)
        origin = self.work(step.origin, link.source, link.target)
        form = TYPES.get(step.relation)
        facts = {
            "term:relation": step.relation.value,
            "term:basis": step.basis.value,
            "term:confidence": step.confidence,
            "term:evidence": " … ".join(map(neutral, step.evidence)),
        }
        typed = {"prov:type": self.qualified(form)} if form else {}
        self.document.wasDerivedFrom(made, origin, other_attributes={**typed, **facts})

    def work(self, work: Work, owner: str, target: str | None) -> str:
        facts: dict[str, Any] = {
            "prov:label": work.name or work.domain,
            "schema:inLanguage": work.language,
            "schema:datePublished": work.published,
            "schema:url": work.url,
            "term:domain": work.domain,
        }
        if path := target or work.path:
            fetched = facts if path == work.url else {}
            self.entity(article_id(path), {"prov:type": "schema:NewsArticle", "term:path": path, **fetched})
            return article_id(path)
        digest = hashlib.sha256(repr(key_of(work, owner)).encode("utf-8", "replace")).hexdigest()[:16]
        self.entity(f"work:{digest}", facts)
        for author in work.authors:
            signed, about = self.agent(author, AgentKind.PERSON), (f"work:{digest}", author)
            if str(about) not in self.known:
                self.known.add(str(about))
                self.document.wasAttributedTo(f"work:{digest}", signed, other_attributes={"term:role": "author"})
        return f"work:{digest}"

    def entity(self, name: str, facts: dict[str, Any]) -> None:
        if name in self.known:
            return
        self.known.add(name)
        typed = {key: self.qualified(value) for key, value in facts.items() if key == "prov:type"}
        told = {key: neutral(value) for key, value in facts.items() if value and key != "prov:type"}
        self.document.entity(name, {**typed, **told})

    def add_findings(self, dossier: Dossier, findings: Iterable[Finding], locale: str) -> None:
        """Each finding as what the audit made of the article."""
        for number, finding in enumerate(findings):
            place = dossier.article.text.position(finding.span)
            digest = finding.fingerprint or str(number)
            name = f"finding:{encoded(dossier.article.path)}/{encoded(digest)}"
            facts: dict[str, Any] = {
                "term:rule": finding.rule,
                "term:level": finding.level.value,
                "prov:value": neutral(finding.message.text(locale)),
                "term:line": place.line,
                "term:column": place.column,
                "term:confidence": finding.confidence,
            }
            self.document.entity(
                name, facts | ({"term:suppressed": neutral(finding.suppressed)} if finding.suppressed else {})
            )
            self.document.wasDerivedFrom(name, article_id(dossier.article.path))

    def add_failure(self, path: str, reason: str) -> None:
        self.entity(article_id(path), {"term:path": path, "term:failure": reason})

    def qualified(self, name: str) -> Any:
        return self.document.valid_qualified_name(name)

    def json(self) -> str:
        text: str = self.document.serialize(format="json", indent=1, ensure_ascii=False)
        return f"{text}\n"


def article_id(path: str) -> str:
    return f"article:{encoded(path)}"


def encoded(text: str) -> str:
    """Any text as the local part of a name."""
    return quote(text.encode("utf-8", "replace"), safe="/-._~")
