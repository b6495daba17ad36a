"""The word classes of which credit notes are made, by language: the door to `lexicon/<language>/notes.toml`.

A note is not looked for as a phrase but built from its words: "adaptation française d'une enquête de X parue le D dans
Y" is adapting + work + person + publishing + date + outlet, in whatever order a newsroom prints them. To teach a
wording, add the missing word to its class in `[words]` and a line to `[[example]]`; no Python is needed. In a list,
`[…]` may be missing and `(a|b)` are alternatives: `tradui(t|te|ts|tes)`, `écrit[e][s]`. Words may be several ("mise en
forme"); the longest that fits is taken. An example says what it tells, one "role: names" a credit; an example without
`tells` must stay silent.
"""

from enum import StrEnum
from functools import cache, partial
from itertools import product
from typing import Any

from provenance.lexicon.prepared import Prepared
from provenance.lexicon.tables import languages, subjects, table
from provenance.model.patterns import pattern
from provenance.model.record import record

SUBJECT = "notes"
UNIT = pattern(r"[^\W\d_]{1,8}'(?=[^\W\d_]|\Z)|[^\W_]+(?:[-'.][^\W_]+)*|[^\s\w]")
"""A word, an elided word with its apostrophe, or a sign."""

CHOICE = pattern(r"\(([^()]*)\)|\[([^\[\]]*)\]")


class WordClass(StrEnum):
    """What a word does in a note; the comment in each `notes.toml` says it with examples."""

    THIS = "this"
    THE = "the"
    WORK = "work"
    PIECE = "piece"
    PICTURE = "picture"
    ORIGINAL = "original"
    FIRST = "first"
    WRITE = "write"
    SIGN = "sign"
    PUBLISH = "publish"
    TRANSLATE = "translate"
    ADAPT = "adapt"
    SHORTEN = "shorten"
    REPUBLISH = "republish"
    BASE = "base"
    EDIT = "edit"
    HELP = "help"
    LEAD = "lead"
    SOURCE = "source"
    BY = "by"
    OF = "of"
    IN = "in"
    FROM = "from"
    WITH = "with"
    FOR = "for"
    MATERIAL = "material"
    WIRES = "wires"
    STAFF = "staff"
    HE = "he"
    HERS = "hers"
    OURS = "ours"
    ABOUT = "about"
    LINK = "link"
    MACHINE = "machine"
    USE = "use"
    MAKE = "make"
    REVIEW = "review"
    NOT = "not"
    TRADE = "trade"


@record
class Vocabulary:
    """The words of one language: by first unit, every wording that opens with it and its class, the longest first."""

    language: str
    wordings: dict[str, list[tuple[list[str], str]]]
    openers: frozenset[str]
    """First units of the classes that a note opens with."""

    acting: frozenset[str]
    """First units of the classes without which a sentence tells nothing."""

    pointing: frozenset[str]
    """First units of what points at this very article."""

    capital_nouns: bool

    def at(self, units: list[str], start: int, most: int = 99) -> tuple[WordClass, int] | None:
        """The class of the longest wording at a place of a list of units, of `most` units, and how many it takes."""
        for wording, kind in self.wordings.get(units[start], ()):
            size = len(wording)
            if size <= most and (size == 1 or units[start : start + size] == wording):
                return WordClass(kind), size
        return None


NO_OPENERS = frozenset(
    {WordClass.OF, WordClass.IN, WordClass.LINK, WordClass.USE, WordClass.REVIEW, WordClass.NOT, WordClass.TRADE}
)

SILENT = frozenset(
    {WordClass.THIS, WordClass.THE, WordClass.OF, WordClass.IN, WordClass.BY, WordClass.FROM, WordClass.FOR}
    | {WordClass.LINK, WordClass.ABOUT, WordClass.HE, WordClass.HERS, WordClass.NOT, WordClass.TRADE, WordClass.REVIEW}
    | {WordClass.OURS}
)
LEFT_OUT = {
    "openers": NO_OPENERS,
    "acting": SILENT,
    "pointing": frozenset(WordClass) - {WordClass.THIS, WordClass.HERS, WordClass.OURS},
}


@cache
def vocabulary(language: str) -> Vocabulary | None:
    """The vocabulary of a language; None where it has none."""
    if language not in languages() or SUBJECT not in subjects(language):
        return None
    spelt: dict[str, Any] = notes_of(language).load()
    openers, acting, pointing = (frozenset(spelt[name]) for name in LEFT_OUT)
    return Vocabulary(language, spelt["wordings"], openers, acting, pointing, spelt["capital_nouns"])


def notes_of(language: str) -> Prepared:
    """The words of a language with every spelling worked out."""
    return Prepared(f"notes-{language}", partial(_spelt, language), (__file__,))


def _spelt(language: str) -> dict[str, Any]:
    written = table(language, SUBJECT)
    found: dict[str, dict[tuple[str, ...], WordClass]] = {}
    firsts: dict[str, set[str]] = {"openers": set(), "acting": set(), "pointing": set()}
    for name, entries in written.get("words", {}).items():
        kind = WordClass(name)
        for entry in entries:
            for spelling in spellings(entry):
                units = tuple(UNIT.findall(spelling))
                found.setdefault(units[0], {}).setdefault(units, kind)
                for group, left_out in LEFT_OUT.items():
                    if kind not in left_out:
                        firsts[group].add(units[0])
    wordings = {
        first: sorted(([list(units), kind.value] for units, kind in having.items()), key=lambda item: -len(item[0]))
        for first, having in found.items()
    }
    groups = {group: sorted(units) for group, units in firsts.items()}
    return {"wordings": wordings, **groups, "capital_nouns": written.get("capital_nouns", False)}


def spellings(entry: str) -> list[str]:
    """Every spelling of an entry, its choices worked out."""
    fixed, choices, end = list[str](), list[tuple[str, ...]](), 0
    for found in CHOICE.finditer(entry):
        fixed.append(entry[end : found.start()])
        choices.append(tuple(found[1].split("|")) if found[1] is not None else ("", *found[2].split("|")))
        end = found.end()
    rest = entry[end:]
    if not choices:
        return [entry]
    return [
        " ".join(("".join(text + choice for text, choice in zip(fixed, picked, strict=True)) + rest).split())
        for picked in product(*choices)
    ]
