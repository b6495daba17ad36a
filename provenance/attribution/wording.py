"""The small language in which the lexicon writes a phrase, compiled to a regular expression.

    article traduit (de|du) {outlet}[ – auteur[e]: {people}]

`[…]` may be missing, `(a|b)` are alternatives, `<name>` is a wording defined once for a language, `{slot}` is what the
phrase names, `…` stands for a few words of the same sentence, `\\(` is a bracket. Spaces are one or more, a colon and a
comma take the spaces that a typist gives them, a dash is any dash; letters match in either case.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from provenance.attribution.slots import SLOTS, SlotShape, closing
from provenance.model.errors import LexiconError
from provenance.model.patterns import pattern
from provenance.model.record import record

MACRO = pattern(r"<([a-z_]+)>")
PLAIN = pattern(r"[^\\()\[\]{}|<…]+")
SLOT = pattern(r"\{([a-z]+)\}")
GAP = r"(?:[^\n.!?;…|]|\.(?=[\w,])|(?<= \d)\.|(?<= \d\d)\.){0,90}?"
"""A dot may stand inside a word and behind the number of a day."""

FLEXIBLE = {" ": r"[ ]{1,3}", ":": r" {0,3}: {0,3}", ",": r" ?, ?", "–": r" {0,2}[-–—] {0,2}", "/": r" ?/ ?"}
MOST_LITERALS = 400


@record
class Literal:
    text: str


@record(eq=False)
class Choice:
    """One of several wordings; `optional` ones may be missing. A definition is one object wherever it is used."""

    branches: tuple["Sequence", ...]
    optional: bool = False


@record
class Slot:
    name: str


@record
class Gap:
    """A few words of the same sentence; a `spaced` one is set off by spaces and may be no word at all."""

    spaced: bool


Part = Literal | Choice | Slot | Gap
Sequence = tuple[Part, ...]


@record
class Wording:
    """One phrase, parsed."""

    parts: Sequence

    def regex(self) -> str:
        """The expression that matches the phrase in `Text.plain`, each slot a named group (`outlet`, `outlet_2`)."""
        return _regex(self.parts, {}, last=True)

    @property
    def runs_open(self) -> bool:
        """Whether its last part is a slot that runs to where the statement closes."""
        last = self.parts[-1]
        return isinstance(last, Slot) and SLOTS[last.name].open

    def leads(self) -> frozenset[str]:
        """The words it can open with, in lower case; empty where it opens with a slot."""
        found = _leads(self.parts)
        return frozenset(text for text, _ in found) if all(text for text, _ in found) else frozenset()

    def triggers(self) -> frozenset[str]:
        """A few literals of which every match holds at least one, in lower case, as rare as they can be chosen."""
        rarest = max(_needed(self.parts), key=_rarity, default=frozenset[str]())
        return frozenset(text.strip() for text in rarest)

    def needed(self) -> tuple[frozenset[str], ...]:
        """Sets of literals of each of which every match holds at least one, in lower case."""
        found = (*_needed(self.parts), *(frozenset(slot.signs) for slot in self._slots() if slot.signs))
        return tuple(dict.fromkeys(found))

    def _slots(self) -> Iterator[SlotShape]:
        return (SLOTS[part.name] for part in self.parts if isinstance(part, Slot))


def parse(pattern: str, defined: Mapping[str, str], known: dict[str, "Choice"] | None = None) -> Wording:
    """The wording of a pattern; `known` keeps the definitions already parsed, for the next pattern of the language.

    Raises LexiconError for an unknown slot or definition and for unbalanced brackets.
    """
    reader = _Reader(pattern, defined, {} if known is None else known)
    parts, end = reader.sequence(0)
    if end != len(pattern):
        raise LexiconError(f"unbalanced bracket at {end} in the phrase: {pattern}")
    return Wording(parts)


@record
class _Reader:
    pattern: str
    defined: Mapping[str, str]
    known: dict[str, Choice]

    def sequence(self, at: int) -> tuple[Sequence, int]:
        pattern, parts, text = self.pattern, list[Part](), ""
        part: Part
        while at < len(pattern) and pattern[at] not in ")]|":
            run = PLAIN.match(pattern, at)
            if run:
                text, at = text + run.group(), run.end()
                continue
            if pattern[at] == "\\":
                text, at = text + pattern[at + 1], at + 2
                continue
            if pattern[at] == "…":
                spaced = text.endswith(" ") and pattern[at + 1 : at + 2] == " "
                text, part, at = text.removesuffix(" ") if spaced else text, Gap(spaced), at + 1 + spaced
            else:
                part, at = self.part(at)
            parts += [*([Literal(text)] if text else ()), part]
            text = ""
        return (*parts, *([Literal(text)] if text else ())), at

    def part(self, at: int) -> tuple[Part, int]:
        pattern = self.pattern
        if pattern[at] in "([":
            return self.choice(at)
        if found := MACRO.match(pattern, at):
            return self.definition(found[1]), found.end()
        if (found := SLOT.match(pattern, at)) and found[1] in SLOTS:
            return Slot(found[1]), found.end()
        raise LexiconError(f"unknown slot or sign at {at} in the phrase: {pattern}")

    def choice(self, at: int) -> tuple[Choice, int]:
        pattern = self.pattern
        closer, optional = (")", False) if pattern[at] == "(" else ("]", True)
        branches = []
        while True:
            branch, at = self.sequence(at + 1)
            branches.append(branch)
            if at >= len(pattern) or pattern[at] not in ("|", closer):
                raise LexiconError(f"unbalanced bracket at {at} in the phrase: {pattern}")
            if pattern[at] == closer:
                return Choice(tuple(branches), optional), at + 1

    def definition(self, name: str) -> Choice:
        if name not in self.known:
            if name not in self.defined:
                raise LexiconError(f"the wording <{name}> is not defined")
            self.known[name] = Choice((parse(f"({self.defined[name]})", self.defined, self.known).parts,))
        return self.known[name]


def _regex(parts: Sequence, counts: dict[str, int], *, last: bool) -> str:
    written = []
    for number, part in enumerate(parts):
        final = last and number == len(parts) - 1
        match part:
            case Literal(text):
                written.append(f"(?i:{_literal(text)})")
            case Gap(spaced):
                written.append(rf",?[ ](?:{GAP}[ (])??" if spaced else GAP)
            case Choice(branches, optional):
                ordered = sorted(branches, key=_length, reverse=True) if all(map(_is_literal, branches)) else branches
                inner = "|".join(_regex(branch, counts, last=final) for branch in ordered)
                written.append(f"(?:{inner}){'?' if optional else ''}")
            case Slot(name):
                counts[name] = counts.get(name, 0) + 1
                group = name if counts[name] == 1 else f"{name}_{counts[name]}"
                follows = _follower(parts, number) if not final else ""
                behind = "" if follows else closing(name)
                written.append(f"{SLOTS[name].before}(?P<{group}>{SLOTS[name].regex}){behind}")
    return "".join(written)


def _is_literal(parts: Sequence) -> bool:
    return all(isinstance(part, Literal) for part in parts)


def _length(parts: Sequence) -> int:
    return sum(len(part.text) for part in parts if isinstance(part, Literal))


def _follower(parts: Sequence, number: int) -> str:
    """The literal right behind a slot, which then bounds it; empty where something optional follows."""
    after = parts[number + 1] if number + 1 < len(parts) else None
    return after.text if isinstance(after, Literal) else "" if isinstance(after, Choice) and after.optional else "…"


def _literal(text: str) -> str:
    text = re.sub(r" *([:,–/]) *", r"\1", text)
    return "".join(FLEXIBLE.get(char) or re.escape(char) for char in text)


def _leads(parts: Sequence) -> set[tuple[str, bool]]:
    """Possible openings up to the first space or slot, and whether each is still open."""
    found = {("", True)}
    for part in parts:
        if not any(is_open for _, is_open in found):
            break
        match part:
            case Literal(text):
                word = re.split(r"[ :,–/]", text, maxsplit=1)[0].lower()
                more = {(word, word == text.lower())}
            case Choice(branches, optional):
                more = set().union(*(_leads(branch) for branch in branches)) | ({("", True)} if optional else set())
            case _:
                more = {("", False)}
        found = {
            (text + following, still) if is_open else (text, False)
            for (text, is_open), (following, still) in product(found, more)
        }
        if len(found) > MOST_LITERALS:
            raise LexiconError("a phrase opens in too many ways")
    return found


def _needed(parts: Sequence) -> Iterator[frozenset[str]]:
    for part in parts:
        match part:
            case Literal(text):
                pieces = [piece for piece in re.split(r" *[,–/:] *", text.lower()) if piece.strip()]
                yield from (frozenset({piece}) for piece in pieces)
                if not pieces and (sign := text.strip()):
                    yield frozenset("-–—" if sign == "–" else sign[0])
            case Choice(_, False):
                if found := _needed_of_choice(part):
                    yield found


@cache
def _needed_of_choice(choice: Choice) -> frozenset[str]:
    inner = [max(_needed(branch), key=_rarity, default=frozenset[str]()) for branch in choice.branches]
    return frozenset[str]().union(*inner) if all(inner) else frozenset()


def _rarity(literals: frozenset[str]) -> float:
    return min((len(text.strip()) for text in literals), default=0) - len(literals) / 20
