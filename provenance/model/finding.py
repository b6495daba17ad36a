"""Findings: the defects told to a reader, and what could not be measured."""

from collections.abc import Mapping
from enum import StrEnum

from provenance.model.record import record
from provenance.model.text import Span

NOTHING: Mapping[str, str] = {}


class Level(StrEnum):
    """SARIF levels."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        return ("note", "warning", "error").index(self.value)


@record
class Message:
    """A sentence in every language of the interface, and the values that fill it."""

    templates: Mapping[str, str]
    values: Mapping[str, str] = NOTHING

    def text(self, locale: str) -> str:
        return self.templates.get(locale, self.templates["en"]).format_map(self.values)


@record
class Finding:
    """One defect: which rule, how grave, where, what was compared with what, and the replacement where there is one.

    `confidence` is 0 to 1; `safe` marks a replacement that may be applied unseen; `related` are the other places the
    message speaks of; `suppressed` is the reason it was silenced, `in_source` whether the article itself does so;
    `fingerprint` survives edits elsewhere in the file.
    """

    rule: str
    level: Level
    span: Span
    message: Message
    replacement: str | None = None
    safe: bool = False
    confidence: float = 1.0
    related: tuple[Span, ...] = ()
    suppressed: str | None = None
    fingerprint: str = ""
    in_source: bool = False


@record
class Unmeasured:
    """A rule that could not be applied to an article, and why. Never the same as clean.

    `asked` is false where nobody asked for the measure (no origin was given): machines are told, people are not.
    """

    rule: str
    reason: Message
    asked: bool = True
