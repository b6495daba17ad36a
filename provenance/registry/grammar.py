"""How running text names an outlet it cites, in each language: the patterns of `citations.toml`, compiled once.

All patterns read `Text.folded` around one name; none is run over a whole text.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from re import Match

from provenance.lexicon.tables import Table, table
from provenance.model.patterns import pattern

OPENING = "[«\"“„‘'*_]{0,2} ?"
NOTHING = "(?!)"
CLOSING = "[»\"”“’'*_]{0,2}"
REACH = 110
"""Characters back from a name in which a verb of saying may stand."""

HEAD = 40
"""Characters before "of X" in which the noun stands that it belongs to."""


class Clue:
    """An expression every match of which holds one of some words: compiled and tried only on texts where one stands."""

    def __init__(self, expression: str, words: tuple[str, ...]) -> None:
        self._pattern, self._words = pattern(expression), words

    def _is_possible(self, text: str) -> bool:
        for word in self._words:  # noqa: SIM110  (in half the time that any() takes)
            if word in text:
                return True
        return False

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> Match[str] | None:
        return self._pattern.search(text, start, end) if self._is_possible(text) else None

    def match(self, text: str, start: int = 0) -> Match[str] | None:
        return self._pattern.match(text, start) if self._is_possible(text) else None

    def fullmatch(self, text: str, start: int, end: int) -> Match[str] | None:
        return self._pattern.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0) -> Iterator[Match[str]]:
        return self._pattern.finditer(text, start) if self._is_possible(text) else iter(())


class Grammar:
    """Patterns for what stands before a name (they end where it starts) and after it (they start where it ends).

    Each is compiled when it is first asked for: most articles need few.
    """

    def __init__(self, said: Table) -> None:
        self._said = said
        article = f"(?:{articles(said['articles'])})?"
        self._noun = rf"(?:[\w'-]+ ){{0,2}}{any_of(said['nouns'])}(?: [^\s,.;:!?]{{1,24}}){{0,4}}? "
        self._article = article
        self._determiner = rf"{article}(?:{self._noun})?{OPENING}$"
        self._opened = rf"{CLOSING}(?: \([^()]{{1,60}}\))?"
        self._clause = rf"(?:,? ?{any_of(said['starts'])} [^.;:!?]{{1,120}}?,? )?"

    def _before(self, phrases: Iterable[str], gap: str = r"(?: |(?<='))") -> Clue:
        return Clue(rf"(?<![\w-]){any_of(phrases)}{gap}{self._determiner}", sure_parts(phrases))

    @cached_property
    def noun_before(self) -> Clue:
        return Clue(rf"(?<!\w){self._article}{self._noun}{OPENING}$", sure_parts(self._said["nouns"]))

    @cached_property
    def apposed_after(self) -> Clue:
        """A remark that calls the name before it an outlet: ", the French daily"."""
        return Clue(
            rf"{self._opened}, {self._article}(?:[\w'-]+ ){{0,2}}{any_of(self._said['nouns'])}(?!\w)",
            sure_parts(self._said["nouns"]),
        )

    @cached_property
    def source_before(self) -> Clue:
        return self._before(self._said["before"], r"(?: |(?<='))[,:]?")

    @cached_property
    def told_before(self) -> Clue:
        return self._before(self._said["to"])

    @cached_property
    def printed_before(self) -> Clue:
        return self._before(self._said["on"])

    @cached_property
    def verb_before(self) -> Clue:
        verbs = [phrase for phrase in self._said["reports"] if not phrase.endswith((" que", " that", " che"))]
        return self._before(verbs, rf" (?:{any_of(self._said['meanwhile'])} )?")

    @cached_property
    def genitive_before(self) -> Clue:
        return self._before(self._said["heads"], " ")

    @cached_property
    def attribute_before(self) -> Clue:
        return self._before(self._said["genitives"])

    @cached_property
    def common_before(self) -> Clue:
        return Clue(rf"(?<!\w){any_of(self._said['adverbial'])} $", sure_parts(self._said["adverbial"]))

    @cached_property
    def speech(self) -> Clue:
        return Clue(rf"(?<![\w-]){any_of(self._said['speech'])}(?!\w)", sure_parts(self._said["speech"]))

    @cached_property
    def occasion(self) -> Clue:
        return Clue(rf"(?<![\w-]){any_of(self._said['occasions'])}(?!\w)", sure_parts(self._said["occasions"]))

    @cached_property
    def reports_after(self) -> Clue:
        verb = any_of(self._said["reports"])
        between = rf"(?:{any_of(self._said['when'])} [\w-]{{2,12}} |[^\W\d_]{{1,14}} )?"
        return Clue(rf"{self._opened}{self._clause} ?{between}{verb}(?!\w)", sure_parts(self._said["reports"]))

    @cached_property
    def aside_after(self) -> Clue:
        """A remark between commas, after which the verb may follow."""
        return Clue(rf"{self._opened}, [^.;:!?,]{{1,80}},(?= )", (",",))

    @cached_property
    def says_after(self) -> Clue:
        return Clue(
            rf"{self._opened}{self._clause} ?{any_of(self._said['says'])}(?!\w)", sure_parts(self._said["says"])
        )

    @cached_property
    def judges_after(self) -> Clue:
        verb = any_of(self._said["judges"])
        return Clue(
            rf"{self._opened}{self._clause} ?(?:[^\W\d_]{{1,14}} )?{verb}(?!\w)", sure_parts(self._said["judges"])
        )

    @cached_property
    def piece_after(self) -> Clue:
        """What an outlet prints of what it writes of, as the object of any verb: "had given him a portrait"."""
        pieces = any_of(self._said["pieces"])
        return Clue(rf"{self._opened}[^.;:!?,]{{1,70}}? {pieces}(?!\w)", sure_parts(self._said["pieces"]))

    @cached_property
    def role_after(self) -> Clue:
        return Clue(
            rf"['’]s |{CLOSING} {any_of(self._said['roles'])}(?!\w)" if self._said["roles"] else NOTHING,
            ("'s ", "’s ", *sure_parts(self._said["roles"])),
        )

    @cached_property
    def joined(self) -> Clue:
        joint = rf"{CLOSING}(?:,| {any_of(self._said['coordination'])}) (?:(?:de|du|à|au|a|al|von|da|van) )?"
        return Clue(rf"{joint}{self._determiner}", (",", *sure_parts(self._said["coordination"])))

    def reports(self, right: str, *, aside: bool) -> bool:
        """Whether a verb of reporting follows; with `aside` also behind a remark between commas."""
        if self.reports_after.match(right):
            return True
        remark = self.aside_after.match(right) if aside else None
        return remark is not None and self.reports_after.match(right, remark.end()) is not None


@cache
def grammar_of(language: str) -> Grammar | None:
    """The patterns of a language, or None where there is no data for it."""
    said = table(language, "citations")
    return Grammar(said) if said else None


def is_attribute(grammar: Grammar, left: str) -> bool:
    """Whether the name belongs to somebody or something else ("the head of X"), save a report ("an article of X")."""
    found = grammar.attribute_before.search(left)
    return found is not None and not grammar.occasion.search(left, max(0, found.start() - HEAD), found.start())


def any_of(phrases: Iterable[str]) -> str:
    """One of the phrases, longest first; between two words of a verb form one adverb may stand, before "by" a day."""
    written = sorted({phrase.lower() for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(map(loosened, written)) + ")" if written else NOTHING


def sure_parts(phrases: Iterable[str]) -> tuple[str, ...]:
    """What stands in a text wherever one of the phrases does, an adverb inside it or not."""
    parts = (phrase.lower().partition(" ") for phrase in phrases)
    return tuple(sorted({_sure_part(first, rest) if blank else first for first, blank, rest in parts}))


def _sure_part(first: str, rest: str) -> str:
    return rest if first in AUXILIARIES else f"{first} " if rest in AGENTS else f"{first} {rest}"


def loosened(phrase: str) -> str:
    first, blank, rest = phrase.partition(" ")
    if blank and first in AUXILIARIES:
        return rf"{re.escape(first)} (?:[^\W\d_]{{2,14}} )?{re.escape(rest)}"
    if rest in AGENTS:
        return rf"{re.escape(first)} (?:[^\s,;:.]{{2,12}} )?{re.escape(rest)}"
    return re.escape(phrase)


AUXILIARIES = frozenset({"a", "ont", "has", "have", "had", "ha", "han", "hanno", "heeft", "hebben", "hatte", "hatten"})
AGENTS = frozenset({"par", "by", "por", "pelo", "pela", "da", "dal", "dalla", "von", "door"})
"""Prepositions between which and their participle a day may stand: "interviewed yesterday by"."""


def articles(forms: Iterable[str]) -> str:
    """Articles with the blank or the apostrophe that follows them."""
    return "|".join(re.escape(form) if form.endswith("'") else rf"{re.escape(form)} " for form in forms)
