"""A credit line cut into its pieces: at commas, slashes, bars, dashes, brackets and joining words."""

from enum import Enum
from typing import NamedTuple

from provenance.attribution.credit_words import CreditWords
from provenance.model.patterns import pattern
from provenance.model.record import record
from provenance.model.text import Span

PART = pattern(r"(?P<word>[^\s,;|/()\[\]{}•·●&\"«»“”„:<>*：／、，；●]+)|(?P<mark>[,;|/()\[\]•·●&:\n：／、，；])")
DASHES = frozenset({"-", "–", "—", "--", "_", "―"})
ABBREVIATED = pattern(r"(?:[^\W\d_]\.)+|[^\W\d_]{1,3}\.")
PREFIX = pattern(r"^(?:[a-z]{2}-|[dloD]'|')(?=[^\W\d_])")
"""Small letters before a capital that belong to a name: al-, d', o', 't."""
GLUED_INITIALS = pattern(r"((?:[A-ZÀ-Þ]\.){1,3})([A-ZÀ-Þ][a-zß-ÿ][\w'-]+)")
GLUED = pattern(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-Þ])")


class Opener(Enum):
    """What stands between a piece and the one before it."""

    START = "start"
    COMMA = "comma"
    JOIN = "join"
    WITH = "with"
    SLASH = "slash"
    DASH = "dash"
    BAR = "bar"
    COLON = "colon"
    STOP = "stop"


MARKS = {
    ",": Opener.COMMA,
    ";": Opener.BAR,
    "|": Opener.BAR,
    "/": Opener.SLASH,
    "•": Opener.BAR,
    "·": Opener.BAR,
    "●": Opener.BAR,
    "&": Opener.JOIN,
    ":": Opener.COLON,
    "\n": Opener.BAR,
    "：": Opener.COLON,
    "／": Opener.SLASH,
    "、": Opener.COMMA,
    "，": Opener.COMMA,
    "；": Opener.BAR,
    "(": Opener.COMMA,
    ")": Opener.COMMA,
    "[": Opener.COMMA,
    "]": Opener.COMMA,
}


class Word(NamedTuple):
    """A word in plain typography, where it starts, and its lower case without a closing dot."""

    text: str
    start: int
    folded: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_capital(self) -> bool:
        text = self.text
        if text[:1].isalpha() and text[1:2] != "'" and text[2:3] != "-":  # most words have no such prefix
            return not text[0].islower()
        first = next((char for char in PREFIX.sub("", text) if char.isalnum()), "")
        return first.isalpha() and not first.islower()

    @property
    def is_caseless(self) -> bool:
        """Whether it is written in a script without capitals."""
        return any(char.isalpha() for char in self.text) and self.text.lower() == self.text.upper()

    @property
    def is_ideographic(self) -> bool:
        return bool(self.text) and self.text[0] >= "\u3040"


@record
class Piece:
    """Words between two separators; `aside` stands in brackets, `joined` is the joining word as printed."""

    words: tuple[Word, ...]
    opener: Opener
    aside: bool = False
    joined: str = ""


def word_at(text: str, start: int) -> Word:
    return Word(text, start, text.lower().rstrip("."))


def cut(plain: str, span: Span, words: CreditWords) -> list[Piece]:
    """The pieces of a run of plain text; e-mail addresses, handles and web addresses are left out."""
    pieces: list[Piece] = []
    current: list[Word] = []
    opener, joined, depth = Opener.START, "", 0

    def close(following: Opener, joining: str = "") -> None:
        nonlocal opener, joined
        if current:
            pieces.append(Piece(tuple(current), opener, depth > 0, joined))
            current.clear()
            opener, joined = following, joining
        elif opener is not Opener.START and following in (Opener.JOIN, Opener.WITH):
            opener, joined = following, joining

    for part in PART.finditer(plain, *span):
        text = part.group()
        if part.lastgroup == "mark":
            close(MARKS[text])
            depth = max(0, depth + (text in "([") - (text in ")]"))
        elif text in DASHES:
            close(Opener.DASH)
        elif "@" in text or text.startswith(("http", "www.")):
            continue
        elif _joins(text, words.join):
            close(Opener.JOIN, text)
        elif _joins(text, words.adding) or (not pieces and not current and text.lower() in words.adding):
            close(Opener.WITH, text)
            opener = Opener.WITH
        else:
            ends = text.endswith((".", "!", "?")) and not ABBREVIATED.fullmatch(text)
            ends = ends and text.lower() not in words.suffixes
            bare = text.rstrip(".!?") if ends else text
            current.extend(_unglued(bare, part.start(), words))
            if ends:
                close(Opener.STOP)
    close(Opener.STOP)
    return pieces


def _joins(text: str, joining: frozenset[str]) -> bool:
    return text in joining or (text.isupper() and len(text) > 1 and text.lower() in joining)


def _unglued(text: str, start: int, words: CreditWords) -> list[Word]:
    """The word, or two where initials or a function are glued to a name (`L.M.Rossi`, `ExnerKorrespondent`)."""
    if not text:
        return []
    if text[1:].islower():
        return [word_at(text, start)]
    if initials := GLUED_INITIALS.fullmatch(text):
        at = initials.end(1)
        return [word_at(text[:at], start), word_at(text[at:], start + at)]
    for seam in GLUED.finditer(text):
        tail = text[seam.start() :].lower()
        if words.is_function(tail) or tail in words.nobody:
            return [word_at(text[: seam.start()], start), word_at(text[seam.start() :], start + seam.start())]
    return [word_at(text, start)]
