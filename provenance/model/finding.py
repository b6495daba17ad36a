"""Findings: the defects told to a reader, and what could not be measured."""

from collections.abc import Mapping
from enum import StrEnum

from provenance.model.record import record
from provenance.model.text import Span

Value = str | Mapping[str, str]
"""What fills a message: a text, or one for each language of the interface where it is a word of ours."""
NOTHING: Mapping[str, str] = {}
NO_WORDS: Mapping[str, Mapping[str, str]] = {}


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
    """A sentence in every language of the interface, and what fills it: `values`, the same in each language, and
    `words`, which are our own and have a text for each, as the name of a language has."""

    templates: Mapping[str, str]
    values: Mapping[str, str] = NOTHING
    words: Mapping[str, Mapping[str, str]] = NO_WORDS

    def text(self, locale: str) -> str:
        own = {key: texts.get(locale, texts["en"]) for key, texts in self.words.items()}
        return self.templates.get(locale, self.templates["en"]).format_map({**self.values, **own})


def filled(templates: Mapping[str, str], values: Mapping[str, Value]) -> Message:
    """The message of the templates, with what fills it told apart."""
    texts = {key: value for key, value in values.items() if isinstance(value, str)}
    words = {key: value for key, value in values.items() if not isinstance(value, str)}
    return Message(templates, texts, words)


@record
class Finding:
    """One defect: which rule, how grave, where, what was compared with what, and the replacement where there is one.

    `confidence` is 0 to 1; `safe` marks a replacement that may be applied unseen; `related` are the other places the
    message speaks of; `suppressed` is the reason it was silenced, `in_source` whether the article itself does so;
    `fingerprint` survives edits elsewhere in the file; `in_origin` is the place in
    the origin's text, where the article was held against one; `cause` names what this and related places come from.
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
    in_origin: Span | None = None
    cause: str | None = None


@record
class Unmeasured:
    """A rule that could not be applied to an article, and why. Never the same as clean.

    `asked` is false where nobody asked for the measure (no origin was given): machines are told, people are not.
    """

    rule: str
    reason: Message
    asked: bool = True
