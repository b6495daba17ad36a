"""Damage with one cause: several places that went wrong together, each of which knows the others."""

from collections import Counter
from collections.abc import Iterable, Sequence

from provenance.model.article import Article, links_in
from provenance.model.finding import Finding
from provenance.model.record import replace

LOST_LINKS = "lost-links"
"""Links were thrown away before a text was translated: the names they carried stand glued, bare or translated."""

MANY, ALIKE = 3, 2
"""Places that show one cause; of one rule fewer will do."""


def with_causes(article: Article, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, each with its cause and related to the others of it where enough places show it."""
    found = [replace(finding, cause=cause_in(article, finding)) if finding.cause else finding for finding in findings]
    groups: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.cause:
            groups.setdefault(finding.cause, []).append(finding)
    return [with_others(finding, groups[finding.cause]) if finding.cause else finding for finding in found]


def cause_in(article: Article, finding: Finding) -> str | None:
    """The cause of a finding; a name that is linked has lost no link."""
    return None if links_in(article, finding.span) else finding.cause


def with_others(finding: Finding, group: Sequence[Finding]) -> Finding:
    alike = Counter(other.rule for other in group)
    if len(group) < MANY and max(alike.values()) < ALIKE:
        return replace(finding, cause=None)
    others = (other.span for other in group if other.span not in (finding.span, *finding.related))
    return replace(finding, related=(*finding.related, *others))
