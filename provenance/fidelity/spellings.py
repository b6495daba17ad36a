"""How far two spellings are apart, and whether languages alone could have put them apart."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from provenance.fidelity.name_words import Word, place_names
from provenance.words.figures import are_variants
from provenance.words.nearness import letters
from provenance.words.sounds import consonants

MOST_EDITS, LONG = 2, 8
"""Edits that may lie between a name and a slip of it, and letters of both from which there may be more than one."""

STEM = 4
FEWEST_CONSONANTS = 3
FAR = 9

CARRIED_OVER = (
    ("kh", "ch"), ("kh", "h"), ("kh", "j"), ("ch", "sh"), ("sh", "sch"), ("sh", "sj"), ("ch", "tsch"), ("ch", "tch"),
    ("ch", "tsj"), ("u", "ou"), ("u", "oe"), ("oo", "ou"), ("oo", "u"), ("v", "w"), ("zh", "j"), ("zh", "sch"),
    ("zh", "zj"), ("j", "dj"), ("j", "dsch"), ("k", "q"), ("x", "ks"), ("ph", "f"), ("gue", "ge"), ("gui", "gi"),
    ("ts", "z"), ("z", "s"), ("c", "z"), ("iy", "ij"), ("y", "j"), ("ey", "ei"), ("ay", "ai"),
    ("ye", "e"), ("ye", "je"), ("yo", "jo"), ("ya", "ja"), ("ya", "ia"), ("yu", "ju"), ("yu", "iou"), ("in", "ine"),
    ("sheikh", "cheikh"), ("ee", "i"), ("au", "aou"), ("hu", "hou"),
)  # fmt: skip
"""Letters that stand for one sound in two languages, bare."""

WITHOUT_DOTS = (("a", "ae"), ("o", "oe"), ("u", "ue"))
"""How German letters are written where a keyboard lacks them."""

ALIKE = (
    ("y", "i"),
    ("i", "j"),
    ("k", "c"),
    ("iy", "y"),
    ("iy", "i"),
    ("th", "t"),
    ("gh", "g"),
    ("e", "ie"),
    ("s", "ss"),
)
"""Letters that two languages may exchange, and that a hand exchanges as easily."""

VOWELS = frozenset("aeiouyhj")


def are_apart(one: str, other: str, most: int) -> bool:
    """Whether lengths or letters alone put two spellings further apart: a cheap look that spares most comparisons."""
    return abs(len(one) - len(other)) > most or (letters(one)[1] ^ letters(other)[1]).bit_count() > 2 * most


@lru_cache(maxsize=65_536)
def edits(one: str, other: str, most: int = MOST_EDITS) -> int:
    """How many letters were left out, added, changed or swapped with their neighbour; `FAR` for more than `most`."""
    if are_apart(one, other, most):
        return FAR
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        below = [number]
        for place, wanted in enumerate(other, 1):
            cost = min(row[place] + 1, below[-1] + 1, row[place - 1] + (letter != wanted))
            if before and place > 1 and letter == other[place - 2] and one[number - 2] == wanted:
                cost = min(cost, before[place - 2] + 1)
            below.append(cost)
        if min(below) > most:
            return FAR
        before, row = row, below
    return row[-1] if row[-1] <= most else FAR


def is_near(one: str, other: str) -> bool:
    """Whether two bare spellings are so close that a slip may lie between them."""
    most = MOST_EDITS if min(len(one), len(other)) >= LONG else 1
    return not are_apart(one, other, most) and edits(one, other) <= most


def differences(one: str, other: str) -> Iterator[tuple[str, str]]:
    """The letters in which two spellings differ."""
    for kind, start, end, first, last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal":
            yield one[start:end], other[first:last]


def is_carried_over(one: Word, other: Word) -> bool:
    """Whether two words differ only as the spellings of languages do: `Khamenei` and `Chamenei`, `ue` and `ü`."""
    if one.bare in exchanged(other.bare, CARRIED_OVER):
        return True
    return any(
        longer.bare in exchanged(shorter.bare, WITHOUT_DOTS) and shorter.bare != shorter.text.lower()
        for shorter, longer in ((one, other), (other, one))
    )


def is_exchange(one: str, other: str) -> bool:
    """Whether two bare spellings differ in letters that languages and hands exchange."""
    return one in exchanged(other, ALIKE)


def exchanged(word: str, pairs: tuple[tuple[str, str], ...]) -> set[str]:
    """A word, and what becomes of it when one sound is written the other way."""
    both = (*pairs, *((other, one) for one, other in pairs))
    return {word, *(word.replace(written, instead) for written, instead in both)}


def is_vowel_change(one: str, other: str) -> bool:
    """Whether two bare spellings differ in vowels and doublings alone, on which transliterations do not agree.

    Letters that changed places are a slip.
    """
    if sorted(one) == sorted(other):
        return False
    return consonants(one) == consonants(other) and all(
        VOWELS.issuperset(left + right) or left in (right * 2, "") or right == left * 2
        for left, right in differences(one, other)
    )


@lru_cache(maxsize=262_144)
def may_render(one: str, other: str) -> bool:
    """Whether one bare word may be the other in another language: the same stem, sound, place or person, or a part."""
    if one == other:
        return True
    if len(one) >= STEM and len(other) >= STEM:
        if one[:STEM] == other[:STEM] or one.endswith(other) or other.endswith(one):
            return True
        row = consonants(one.replace("j", "y"))
        if len(row) >= FEWEST_CONSONANTS and row == consonants(other.replace("j", "y")):
            return True
        if edits(one, other) <= (MOST_EDITS if len(one) > LONG - 2 else 1):
            return True
    return other in place_names().get(one, ()) or are_variants(one, other)
