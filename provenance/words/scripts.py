"""Which script a word is in, and roughly how it sounds in Latin letters: enough to see one name in two scripts."""

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache

from provenance.lexicon.tables import rows, table
from provenance.words.nearness import bare


class Script(StrEnum):
    LATIN = "latin"
    GREEK = "greek"
    CYRILLIC = "cyrillic"
    HEBREW = "hebrew"
    ARABIC = "arabic"
    DEVANAGARI = "devanagari"
    HIRAGANA = "hiragana"
    KATAKANA = "katakana"
    HANZI = "hanzi"
    HANGUL = "hangul"
    OTHER = "other"


RANGES = (
    (0x0000, Script.LATIN),
    (0x0370, Script.GREEK),
    (0x0400, Script.CYRILLIC),
    (0x0530, Script.OTHER),
    (0x0590, Script.HEBREW),
    (0x0600, Script.ARABIC),
    (0x0780, Script.OTHER),
    (0x0900, Script.DEVANAGARI),
    (0x0980, Script.OTHER),
    (0x1E00, Script.LATIN),
    (0x1F00, Script.GREEK),
    (0x2000, Script.OTHER),
    (0x3040, Script.HIRAGANA),
    (0x30A0, Script.KATAKANA),
    (0x3100, Script.OTHER),
    (0x3400, Script.HANZI),
    (0xA000, Script.OTHER),
    (0xAC00, Script.HANGUL),
    (0xD7B0, Script.OTHER),
)
ACCENTED = frozenset({Script.LATIN, Script.GREEK, Script.CYRILLIC, Script.HEBREW, Script.ARABIC})
"""Scripts whose marks above and below a letter are no letters of their own."""

STARTS = [start for start, _ in RANGES]
HANGUL_START, VOWELS, FINALS = 0xAC00, 21, 28


def script_of(letter: str) -> Script:
    return RANGES[bisect_right(STARTS, ord(letter)) - 1][1]


@cache
def letters() -> dict[str, str]:
    """Letters and syllable signs of other scripts -> what they begin with in Latin letters."""
    data = table("world", "scripts")
    return dict(data["letters"]) | {sign: sound for sound, signs in data["katakana"].items() for sign in signs}


@cache
def hanzi_sounds() -> dict[str, str]:
    """The characters with which Chinese writes foreign names -> their sound."""
    return {sign: sound for sound, signs in table("world", "scripts")["hanzi"].items() for sign in signs}


@lru_cache(maxsize=65_536)
def romanised(word: str) -> str:
    """A word in bare Latin letters; scripts that write no vowels have none, signs without a known sound fall away."""
    sounds = letters()
    return "".join(_sound(letter, sounds) for letter in (bare(word) if script_of(word[0]) in ACCENTED else word))


def _sound(letter: str, sounds: dict[str, str]) -> str:
    if letter < "\u0250":
        return letter
    if (known := sounds.get(letter)) is not None:
        return known
    number = ord(letter) - HANGUL_START
    if 0 <= number < 11_172:
        parts = table("world", "scripts")["hangul"]
        initial, final = parts["initials"][number // (VOWELS * FINALS)], parts["finals"][number % FINALS]
        return f"{initial}a{final}"
    return ""


@cache
def clitics(script: Script) -> tuple[str, ...]:
    """Words that a script writes onto the next word, the longest first."""
    language = {Script.ARABIC: "ar", Script.HEBREW: "he"}.get(script)
    return tuple(table("world", "scripts")["clitics"][language]) if language else ()


@cache
def _to_simplified() -> dict[int, str]:
    return {ord(traditional): simplified for traditional, simplified in rows("traditional")}


def simplified(text: str) -> str:
    """Chinese in simplified characters, character for character."""
    return text.translate(_to_simplified())


def runs(word: str, wanted: Script) -> Iterator[str]:
    """The runs of one script in a word."""
    run = ""
    for letter in word:
        if script_of(letter) is wanted or (run and letter == "ー"):
            run += letter
        elif run:
            yield run
            run = ""
    if run:
        yield run
