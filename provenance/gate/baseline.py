"""A baseline: the findings of an earlier JSON report, which are known and told no more."""

import json
from collections.abc import Mapping, Set
from pathlib import Path
from typing import Any

from provenance.model.audit import Audit, Notice
from provenance.model.dossier import Dossier
from provenance.model.errors import ConfigError
from provenance.model.finding import Message
from provenance.model.record import record, replace

REASON = "baseline"
STALE = {
    "en": "the baseline holds a finding that is gone ({rule}: “{text}”): write the baseline anew",
    "fr": "la référence contient un constat disparu ({rule} : « {text} ») : à réécrire",
}

Entry = tuple[str, str, int]
"""Rule, words of the finding, which occurrence."""


@record(slots=False)
class Baseline:
    """Known findings by the path of their article, and by its content for articles that were renamed since."""

    path: str
    by_path: Mapping[str, frozenset[Entry]]
    by_content: Mapping[str, frozenset[Entry]]

    def known(self, dossier: Dossier) -> frozenset[Entry]:
        article = dossier.article
        return self.by_path.get(article.path) or self.by_content.get(article.sha256) or frozenset()


def load(path: Path) -> Baseline:
    """The baseline in a JSON report; raises ConfigError where the file is none."""
    try:
        report = json.loads(path.read_text("utf-8-sig"))
        articles = report["articles"] if str(report["schema"]).startswith("provenance-audit/") else None
        known = [(str(item["path"]), str(item["sha256"]), entries(item["findings"])) for item in articles or ()]
    except OSError as error:
        raise ConfigError(f"the baseline {path} cannot be read: {(error.strerror or str(error)).lower()}") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ConfigError(f"the baseline {path} is not a JSON report of `provenance audit --format json`") from error
    if articles is None:
        raise ConfigError(
            f"the baseline {path} is a report of another kind; make it with `provenance audit --format json`"
        )
    by_path = {item_path: found for item_path, _, found in known}
    return Baseline(str(path), by_path, {digest: found for _, digest, found in known if digest})


def entries(findings: list[dict[str, Any]]) -> frozenset[Entry]:
    return numbered([(str(finding["rule"]), str(finding["text"])) for finding in findings])


def known(audit: Audit) -> Audit:
    """The audit as a baseline: every finding but those the article or the configuration answers."""
    dossiers = []
    for dossier in audit.dossiers:
        kept = (finding for finding in dossier.findings if finding.suppressed in (None, REASON))
        dossiers.append(replace(dossier, findings=tuple(replace(finding, suppressed=None) for finding in kept)))
    return replace(audit, dossiers=tuple(dossiers), notices=())


def numbered(findings: list[tuple[str, str]]) -> frozenset[Entry]:
    """The findings with their occurrence, so that the third of three equal ones is told when two were known."""
    seen: dict[tuple[str, str], int] = {}
    marked = set()
    for rule, text in findings:
        key = rule, normal(text)
        seen[key] = seen.get(key, 0) + 1
        marked.add((*key, seen[key]))
    return frozenset(marked)


def normal(text: str) -> str:
    return " ".join(text.split()).casefold()


def forgive(dossier: Dossier, baseline: Baseline, rules: Set[str]) -> tuple[Dossier, list[Notice]]:
    """The dossier with its known findings suppressed, and a notice for each known one that is gone."""
    known = baseline.known(dossier)
    seen: dict[tuple[str, str], int] = {}
    findings, met = [], set()
    for finding in dossier.findings:
        key = finding.rule, normal(dossier.article.text[finding.span])
        seen[key] = seen.get(key, 0) + 1
        entry = (*key, seen[key])
        if entry in known:
            met.add(entry)
            finding = replace(finding, suppressed=finding.suppressed or REASON)
        findings.append(finding)
    gone = sorted(entry for entry in known - met if entry[0] in rules)
    notices = [
        Notice(dossier.article.path, None, Message(STALE, {"rule": rule, "text": text[:80]})) for rule, text, _ in gone
    ]
    return replace(dossier, findings=tuple(findings)), notices
