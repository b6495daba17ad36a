"""What is told together: a finding by itself, or all the places of one cause."""

from collections.abc import Sequence

from provenance.layout.wording import Wording
from provenance.model.finding import Finding, Level

Case = tuple[Finding, ...]
"""One finding, or several of one cause, in the order they were in."""


def cases(found: Sequence[Finding]) -> list[Case]:
    """The findings as they are told, those of one cause where the first of them stands."""
    groups: dict[object, list[Finding]] = {}
    for finding in found:
        groups.setdefault(finding.cause or id(finding), []).append(finding)
    return [tuple(group) for group in groups.values()]


def level_of(case: Case) -> Level:
    """The gravest level of a case."""
    return max((finding.level for finding in case), key=lambda level: level.rank)


def rules_of(case: Case, sign: str = ", ") -> str:
    return sign.join(dict.fromkeys(finding.rule for finding in case))


def cause_of(case: Case, words: Wording) -> str:
    """`3 places, probably one cause: links were lost before the text was translated`."""
    places = words.count("place", len(case))
    return words("one-cause", places=places, cause=words(f"causes.{case[0].cause}"))
