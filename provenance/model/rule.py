"""Rules: what a finding is an instance of (SARIF reportingDescriptor)."""

from collections.abc import Mapping
from enum import StrEnum

from provenance.model.finding import Level
from provenance.model.record import record


class Need(StrEnum):
    """What a rule must have before it can say anything about an article."""

    PUBLICATION_DATE = "publication-date"
    ORIGIN = "origin"
    COMPARISON = "comparison"
    LANGUAGE = "language"


@record
class Example:
    """Marked text that is documentation and test at once.

    `⟦wrong→right⟧` marks a finding with its replacement, `⟦wrong⟧` one without; the marks are all and only what must be
    found. Text without marks must stay silent. `format` is the suffix of the file it would stand in.
    """

    text: str
    language: str
    published: str | None = None
    url: str | None = None
    format: str = "txt"
    origin: str | None = None
    origin_language: str | None = None
    origin_published: str | None = None


@record
class Rule:
    """One rule with its page. `id` is a kebab-case name and the rule's only identity; `languages` empty means any."""

    id: str
    level: Level
    summary: str
    page: str
    since: str
    messages: Mapping[str, Mapping[str, str]]
    examples: tuple[Example, ...]
    needs: frozenset[Need] = frozenset()
    languages: tuple[str, ...] = ()
