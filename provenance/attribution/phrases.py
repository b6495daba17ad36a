"""The phrases of every language, ready to be looked for all at once.

A French article may carry an English footer, so every text is read with the phrases of all languages.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, cached_property
from typing import Any, NamedTuple

from provenance.attribution import slots, wording
from provenance.attribution.slots import CLOSED
from provenance.attribution.wording import Choice, Wording, parse
from provenance.lexicon.prepared import Prepared
from provenance.lexicon.tables import WORLD, Table, languages, table
from provenance.model.block import BlockKind
from provenance.model.credit import AiUse, Role
from provenance.model.record import record
from provenance.words.literals import Literals

SUBJECT = "credits"
LONGEST = 700
"""Characters a phrase can reach over."""


class Where(StrEnum):
    """Where a phrase stands: alone on its line (or set off in it), opening a line, as a whole sentence, closing a
    block, or anywhere. A sentence is credited whole, however it goes on; a tail closes a line that something opens.
    """

    LINE = "line"
    START = "start"
    TAIL = "tail"
    SENTENCE = "sentence"
    END = "end"
    ANYWHERE = "anywhere"


class Heads(NamedTuple):
    """By which literals, in lower case, a phrase is found.

    `leads` are the words it can open with, none where it opens with a slot; of each set of `needed` every match holds
    one; of `triggers` too, which are the rarest such set.
    """

    leads: tuple[str, ...]
    needed: tuple[tuple[str, ...], ...]
    triggers: tuple[str, ...]


@record(slots=False, eq=False)
class Phrase:
    """One wording of a credit.

    `others` are the roles of slots that credit somebody else than the phrase's own role does, `also` the roles that the
    statement has besides; `blocks` limits it to some kinds of block; `bare` is a lone preposition before names.
    """

    role: Role
    pattern: str
    where: Where
    language: str
    example: str
    source: str
    defined: Table
    others: Table
    heads: Heads
    blocks: frozenset[BlockKind] = frozenset()
    uses: tuple[AiUse, ...] = ()
    credited_language: str | None = None
    also: tuple[Role, ...] = ()
    trigger: tuple[str, ...] = ()
    bare: bool = False
    confidence: float = 0.95

    @cached_property
    def wording(self) -> Wording:
        return parse(self.pattern, self.defined, _definitions(self.language))

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled only where the phrase is likely: a hundred of these would cost a start more than an audit."""
        closed = self.where is Where.LINE and not self.wording.runs_open
        return re.compile(self.wording.regex() + (CLOSED if closed else ""))

    @property
    def leads(self) -> tuple[str, ...]:
        return self.heads.leads

    def is_likely(self, folded: str, start: int, end: int) -> bool:
        """Whether the words are there of which every match holds some; far cheaper than to compile the expression."""
        if self.leads and not folded.startswith(self.leads, start):
            return False
        if "regex" in self.__dict__:
            return True
        window = folded[start : min(end, start + LONGEST)]
        for words in self.heads.needed:
            for word in words:
                if word in window:
                    break
            else:
                return False
        return True

    @property
    def opens_line(self) -> bool:
        """Whether its first word alone, at the opening of a line, tells where to look for it."""
        return self.where in (Where.LINE, Where.START) and bool(self.leads)

    @cached_property
    def floats(self) -> bool:
        """Whether it may begin in the middle of a sentence, where its first word stands."""
        return self.where in (Where.END, Where.TAIL, Where.ANYWHERE)


@record(slots=False)
class PhraseBook:
    """All phrases: by first word for those that open a line, by a rare literal for the others."""

    openings: dict[str, tuple[Phrase, ...]]
    literals: Literals[Phrase]


def phrases_of(language: str) -> Iterator[Phrase]:
    """The phrases a language's table holds, as written there."""
    defined = _defined(language)
    for entry, heads in zip(table(language, SUBJECT).get("phrase", ()), _heads()[language], strict=True):
        yield _phrase(entry, language, defined, heads)


def _defined(language: str) -> dict[str, Any]:
    return {**table(WORLD, SUBJECT).get("define", {}), **table(language, SUBJECT).get("define", {})}


def heads_of_all() -> dict[str, list[list[Any]]]:
    """By language, the heads of its phrases in their order."""
    return {
        language: [
            _heads_of(parse(entry["pattern"], _defined(language), _definitions(language)))
            for entry in table(language, SUBJECT).get("phrase", ())
        ]
        for language in (*languages(), WORLD)
    }


def _heads_of(parsed: Wording) -> list[Any]:
    return [sorted(parsed.leads()), [sorted(words) for words in parsed.needed()], sorted(parsed.triggers())]


HEADS = Prepared("credit-phrases", heads_of_all, (__file__, slots.__file__, wording.__file__))


@cache
def _heads() -> dict[str, list[Heads]]:
    return {
        language: [Heads(tuple(leads), tuple(map(tuple, needed)), tuple(triggers)) for leads, needed, triggers in heads]
        for language, heads in HEADS.load().items()
    }


def _phrase(entry: Table, language: str, defined: dict[str, Any], heads: Heads) -> Phrase:
    return Phrase(
        role=Role(entry["role"]),
        pattern=entry["pattern"],
        where=Where(entry["where"]),
        language=language,
        example=entry["example"],
        source=entry["source"],
        defined=defined,
        others={slot: Role(role) for slot, role in entry.get("others", {}).items()},
        heads=heads,
        blocks=frozenset(BlockKind(kind) for kind in entry.get("blocks", ())),
        uses=tuple(AiUse(use) for use in entry.get("uses", ())),
        credited_language=entry.get("language"),
        also=tuple(Role(role) for role in entry.get("also", ())),
        bare=entry.get("bare", False),
        trigger=tuple(entry.get("trigger", ())),
        confidence=entry.get("confidence", 0.95),
    )


@cache
def _definitions(_language: str) -> dict[str, Choice]:
    """The definitions of a language that were parsed so far."""
    return {}


@cache
def phrase_book() -> PhraseBook:
    openings: dict[str, list[Phrase]] = {}
    literals: list[tuple[str, Phrase]] = []
    for language in (*languages(), WORLD):
        for phrase in phrases_of(language):
            if phrase.opens_line:
                for lead in phrase.leads:
                    openings.setdefault(lead, []).append(phrase)
            else:
                wanted = phrase.leads if phrase.floats else ()
                found = phrase.trigger or wanted or phrase.heads.triggers
                literals.extend((literal, phrase) for literal in sorted(found))
    return PhraseBook({lead: tuple(found) for lead, found in openings.items()}, Literals(literals, overlapping=True))


@cache
def language_names() -> dict[str, str]:
    """`anglais`, `inglese`, `Englischen` (in lower case) -> `en`."""
    return {
        name: code
        for language in languages()
        for code, names in table(language, SUBJECT).get("languages", {}).items()
        for name in names
    }
