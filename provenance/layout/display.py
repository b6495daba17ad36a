"""Untrusted text made fit to be shown: neutral, measured in terminal columns, wrapped."""

import re
from unicodedata import bidirectional, combining, east_asian_width

from provenance.model.patterns import pattern

UNSAFE = pattern("[\x00-\x1f\x7f-\x9f\u00ad\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
BLANKS = frozenset("\t\n\r\x0b\x0c\x85\u2028\u2029")
UNSEEN = frozenset("\u00ad\ufeff")
UNKNOWN = "\ufffd"
BREAKS = pattern(r"(?<=[-_/.])(?=[^\W_])")
GAPS = pattern(r"(?<!«) (?![»:;!?](?:\s|$))")
"""Blanks a line may be broken at: none within the marks that French sets apart."""
COLORS = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def neutral(text: str) -> str:
    """The text without anything that could command a terminal or reorder the line: controls become visible signs."""
    return UNSAFE.sub(_sign, text) if not text.isascii() or not text.isprintable() else text


def _sign(found: re.Match[str]) -> str:
    char = found.group()
    if char in BLANKS:
        return " "
    if char in UNSEEN:
        return ""
    if char == "\x7f":
        return "\u2421"
    return chr(0x2400 + ord(char)) if char < " " else UNKNOWN


def one_line(text: str) -> str:
    """Neutral text with runs of ordinary blanks made one; no-break spaces stay."""
    return re.sub(" {2,}", " ", neutral(text)).strip(" ")


def width(text: str) -> int:
    """The columns a terminal gives the text: two for wide characters, none for those that combine."""
    if text.isascii():
        return len(text)
    if max(text) < "\u0300":
        return len(text)
    return sum(map(char_width, text))


def char_width(char: str) -> int:
    if char < "\u0300":
        return 1
    if combining(char) or char in "\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f":
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def is_right_to_left(text: str) -> bool:
    return not text.isascii() and any(bidirectional(char) in ("R", "AL") for char in text)


def cut(text: str, columns: int, *, from_left: bool = False) -> str:
    """As much of the text as fits, from its start or its end, with an ellipsis where something is missing."""
    if width(text) <= columns:
        return text
    if columns < 1:
        return ""
    kept, used = [], 1
    for char in reversed(text) if from_left else text:
        used += char_width(char)
        if used > columns:
            break
        kept.append(char)
    return "…" + "".join(reversed(kept)) if from_left else "".join(kept) + "…"


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns, broken at ordinary spaces; a longer word is broken anywhere."""
    lines, line, used = [], "", 0
    for word in GAPS.split(text):
        size = width(word)
        if line and used + 1 + size > columns:
            lines.append(line)
            line, used = "", 0
        elif line:
            line, used = line + " ", used + 1
        for piece in _pieces(word, columns) if size > columns else [word]:
            if line and used + width(piece) > columns:
                lines.append(line)
                line, used = "", 0
            line, used = line + piece, used + width(piece)
    return [*lines, line]


def _pieces(word: str, columns: int) -> list[str]:
    pieces, piece, used = [], "", 0
    for char in word:
        size = char_width(char)
        if piece and used + size > max(columns, 2):
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + char, used + size
    return [*pieces, piece]


def by_parts(name: str, columns: int) -> list[str]:
    """A name in lines, broken where its parts end: a path, an address."""
    lines = [""]
    for part in BREAKS.split(name):
        if lines[-1] and width(lines[-1]) + width(part) > columns:
            lines.append("")
        *full, last = wrap(lines[-1] + part, columns)
        lines[-1:] = [*full, last]
    return lines


def longest_part(text: str) -> int:
    """The columns of the longest stretch that reads better in one piece: a word, a part of a name."""
    return max(width(part) for word in GAPS.split(text) for part in BREAKS.split(word))


def hanging(first: str, text: str, columns: int) -> list[str]:
    """The text wrapped behind a lead, further lines indented by the lead's width."""
    indent = width(first)
    lines = wrap(text, max(columns - indent, 10))
    return [first + lines[0], *(" " * indent + line for line in lines[1:])]


def paint(text: str, style: str, *, color: bool) -> str:
    """The text in a style such as `bold red`, where colours are wanted."""
    if not color or not style or not text:
        return text
    codes = ";".join(COLORS[name] for name in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m"
