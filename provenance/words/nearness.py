"""How far two spellings are from each other, for words that are already suspected to be one.

Only slips of the hand count: one letter too many, too few, wrong or changed places; and, in a long word, letters that
changed places further apart or a doubling that moved. Two free edits would call related words slips.
"""

import unicodedata
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

LONG = 8
"""Letters from which two edits may still be one slip."""

LONG_DOUBLED = 6
"""Letters from which two may be doubled or not where the same name stands beside both."""

SLIP_BITS = 2

UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)


class Slip(StrEnum):
    """What tells two spellings apart."""

    ACCENT = "accent"
    SWAPPED = "swapped"
    DOUBLED = "doubled"
    MISSING = "missing"
    WRONG = "wrong"
    MOVED = "moved"
    OPENING = "opening"


@lru_cache(maxsize=65_536)
def bare(word: str) -> str:
    """The word in lower case, without accents and apostrophes."""
    small = word.lower()
    if small.isascii():
        return small.replace("'", "")
    letters = unicodedata.normalize("NFD", small.translate(UNDECOMPOSED))
    return "".join(letter for letter in letters if not unicodedata.combining(letter) and letter != "'")


@lru_cache(maxsize=65_536)
def letters(word: str) -> tuple[str, int]:
    """The bare word and the set of its letters, one bit a letter (letters outside a to z share bits).

    A slip changes at most `SLIP_BITS` of the set: a cheap look that spares most pairs the comparison.
    """
    small, bits = bare(word), 0
    for letter in small:
        bits |= 1 << (ord(letter) & 31)
    return small, bits


def opened(small: str) -> str:
    """The word with its first two letters in each other's place."""
    return small[1:2] + small[:1] + small[2:]


def undoubled(small: str) -> str:
    """The letters with each run of one letter told once."""
    return "".join(letter for letter, _ in groupby(small))


def slip(one: str, other: str) -> Slip | None:
    """The slip between two bare spellings, or None where they are further apart."""
    if one == other:
        return Slip.ACCENT
    if one[:1] != other[:1]:
        is_slip = one[1:] == other or one == other[1:] or one[1:] == other[1:] or opened(one) == other
        return Slip.OPENING if is_slip else None
    start, end = shared_ends(one, other)
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if len(left) + len(right) == 1:
        letter = left or right
        around = (one[start - 1 : start], one[len(one) - end : len(one) - end + 1])
        return Slip.DOUBLED if letter in around else Slip.MISSING
    if len(left) == len(right) == 1:
        return Slip.WRONG
    if len(left) == len(right) == 2 and left == right[::-1]:
        return Slip.SWAPPED
    shorter = min(len(one), len(other))
    if (shorter >= LONG and sorted(one) == sorted(other)) or (
        shorter >= LONG_DOUBLED and undoubled(one) == undoubled(other)
    ):
        return Slip.MOVED
    return None


def shared_ends(one: str, other: str) -> tuple[int, int]:
    """How many letters two words share at the start and, beyond those, at the end."""
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return start, end
