"""Runs checks over a dossier: supplies what each needs or records why it could not be measured."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from provenance.inspection.causes import with_causes
from provenance.inspection.check import Abstention, Check, Observation
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding, Message, Unmeasured, filled
from provenance.model.record import replace
from provenance.model.rule import Need

LACKING = {
    Need.PUBLICATION_DATE: {
        "en": "no publication date: give --published",
        "fr": "pas de date de publication : indiquez --published",
    },
    Need.ORIGIN: {
        "en": "no origin to compare with: give --origin",
        "fr": "pas d’original à comparer : indiquez --origin",
    },
    Need.COMPARISON: {
        "en": "the article does not match the origin given",
        "fr": "l’article ne correspond pas à l’original indiqué",
    },
    Need.LANGUAGE: {
        "en": "the language could not be recognised: give --language",
        "fr": "langue non reconnue : indiquez --language",
    },
}
OF_AN_ORIGIN = frozenset({Need.ORIGIN, Need.COMPARISON})
"""Needs that nobody asked about who gave no origin, and that `undeclared-reuse` speaks of for all who did."""

NO_DATA = {"en": "no language data for '{language}'", "fr": "pas de données pour la langue « {language} »"}


def inspect(dossier: Dossier, checks: Iterable[Check]) -> Dossier:
    """The dossier with its findings, in reading order, and what was left unmeasured."""
    findings: list[Finding] = []
    unmeasured = list(dossier.unmeasured)
    for check in checks:
        if lack := lacking(dossier, check):
            unmeasured.append(Unmeasured(check.rule.id, lack, asked=not check.rule.needs & OF_AN_ORIGIN))
            continue
        for seen in check.examine(dossier):
            if isinstance(seen, Abstention):
                unmeasured.append(Unmeasured(check.rule.id, filled(check.rule.messages[seen.message], seen.values)))
            else:
                findings.append(as_finding(check, seen))
    findings.sort(key=lambda finding: (finding.span, finding.rule))
    findings = with_causes(dossier.article, findings)
    return replace(dossier, findings=fingerprinted(dossier, findings), unmeasured=tuple(unmeasured))


def lacking(dossier: Dossier, check: Check) -> Message | None:
    language, needs, languages = dossier.article.language, check.rule.needs, check.rule.languages
    if Need.PUBLICATION_DATE in needs and dossier.dating.published is None:
        return Message(LACKING[Need.PUBLICATION_DATE])
    if needs & OF_AN_ORIGIN and not dossier.origins:
        return Message(LACKING[Need.ORIGIN])
    if Need.COMPARISON in needs and (dossier.comparison is None or dossier.comparison.same_work is False):
        return Message(LACKING[Need.COMPARISON])
    if (languages or Need.LANGUAGE in needs) and language is None:
        return Message(LACKING[Need.LANGUAGE])
    held = dossier.comparison.origin.language if Need.COMPARISON in needs and dossier.comparison else None
    for each in (language, held):
        if languages and each is not None and each.split("-")[0] not in languages:
            return Message(NO_DATA, {"language": each})
    return None


def as_finding(check: Check, seen: Observation) -> Finding:
    return Finding(
        rule=check.rule.id,
        level=seen.level or check.rule.level,
        span=seen.span,
        message=filled(check.rule.messages[seen.message], seen.values),
        replacement=seen.replacement,
        safe=seen.safe,
        confidence=seen.confidence,
        related=seen.related,
        cause=seen.cause,
        in_origin=seen.in_origin,
    )


def fingerprinted(dossier: Dossier, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings with an identity that survives edits elsewhere: rule, path, words of the span, which occurrence."""
    seen: Counter[tuple[str, str]] = Counter()
    marked = []
    for finding in findings:
        words = " ".join(dossier.article.text[finding.span].split()).casefold()
        seen[finding.rule, words] += 1
        parts = (finding.rule, dossier.article.path, words, str(seen[finding.rule, words]))
        digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]
        marked.append(replace(finding, fingerprint=digest))
    return tuple(marked)
