"""What survives translation: figures, names, words that many languages share, places and institutions.

A feature is a whole number below 2**39: its kind, how much its form alone tells of its rarity, and a checksum of the
rest. A hundred thousand articles have millions of them. Features of kind `PAIR` are compared within one language only.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, repeat
from zlib import crc32

from provenance.lexicon.tables import table
from provenance.model.patterns import pattern
from provenance.words.concepts import meaning, named
from provenance.words.nearness import bare
from provenance.words.scripts import Script, clitics, hanzi_sounds, romanised, runs, script_of, simplified
from provenance.words.sounds import consonant_classes, consonants

FIGURE, ROUND, NAME, STEM, SOUND, CLASSES, CONCEPT, PAIR = range(8)

LONGEST_GRADED, YEAR = 5, 6
"""Length from which longer figures and names are no rarer; the grade of what may be a year."""

WEIGHTS = {FIGURE: 1.0, ROUND: 0.7, NAME: 1.0, STEM: 0.7, SOUND: 0.6, CLASSES: 0.5, CONCEPT: 0.8, PAIR: 0.6}
"""How much a feature of a kind tells, beside how rare it is. Found by hand on half of the development documents."""

MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0962\u0963"
TOKEN = pattern(
    rf"\d{{1,3}}+(?: \d{{3}})++(?!\d)(?:[.,]\d++)?+|\d++(?:[.,٫٬'’\u00a0\u202f]\d++)*+|[^\W\d_](?:[^\W\d_]|[{MARKS}])*+"
)
SCALED = pattern(r"(\d++(?:[.,]\d++)*+) ?([万萬億亿만억千천])(?:(\d++)([万萬만千천]))?+")
IDEOGRAPHIC = frozenset({"zh", "ja"})
SCALES_WRITTEN = frozenset({"zh", "ja", "ko"})
STEM_LENGTH = 5
FEWEST_CONSONANTS = 3
SUFFIXES = 3
"""Syllables that Korean may write onto a name."""

LONGEST_NAME = 5
"""Characters of a foreign name written in Chinese."""


def feature(kind: int, content: str, grade: int = 0) -> int:
    return crc32(content.encode()) << 7 | grade << 3 | kind


def kind_of(feature: int) -> int:
    return feature & 7


def grade_of(feature: int) -> int:
    """How long the figure or the row of consonants was, at most `LONGEST_GRADED`; `YEAR` for a year; 0 for words."""
    return feature >> 3 & 15


def graded(kind: int, content: str) -> int:
    return feature(kind, content, min(len(content), LONGEST_GRADED))


def features(text: str, language: str | None) -> frozenset[int]:
    """Every feature of a text, each once."""
    code = (language or "").split("-")[0]
    tokens = set(TOKEN.findall(text))
    found = {feature(CONCEPT, name) for name in named(text, code)}
    found.update(*map(token_features, tokens), *map(meant_by, tokens, repeat(code)))
    if code in SCALES_WRITTEN:
        found.update(scaled_figures(text))
    if code in IDEOGRAPHIC:
        found.update(pairs(text))
    return frozenset(found)


@lru_cache(maxsize=262_144)
def meant_by(word: str, language: str) -> tuple[int, ...]:
    return tuple(feature(CONCEPT, name) for name in meaning(word, language))


@lru_cache(maxsize=262_144)
def token_features(token: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(_token_features(token)))


def _token_features(token: str) -> Iterator[int]:
    if token[0].isdecimal():
        yield from figure("".join(str(unicodedata.decimal(char)) for char in token if char.isdecimal()))
        return
    script = script_of(token[0])
    if script is Script.LATIN:
        yield from latin(bare(token), capital=token[0].isupper() and len(token) > 1)
    elif script in (Script.CYRILLIC, Script.GREEK):
        yield from alphabetic(romanised(token), capital=token[0].isupper())
    elif script in (Script.HIRAGANA, Script.KATAKANA, Script.HANZI):
        yield from mixed(token)
    elif script in (Script.ARABIC, Script.HEBREW, Script.DEVANAGARI, Script.HANGUL):
        for form in bare_forms(token, script):
            yield from by_sound(romanised(form))


def figure(digits: str) -> Iterator[int]:
    """A number without its separators, and its significant digits alone: a scale word may stand for the noughts."""
    is_year = len(digits) == len("2031") and digits[:2] in ("19", "20")
    yield feature(FIGURE, digits, YEAR) if is_year else graded(FIGURE, digits)
    yield graded(ROUND, digits.strip("0") or "0")


def latin(word: str, *, capital: bool) -> Iterator[int]:
    if len(word) >= STEM_LENGTH - 1:
        yield feature(STEM, word[:STEM_LENGTH])
    if capital:
        yield feature(NAME, word)
        yield from by_sound(word)


def alphabetic(word: str, *, capital: bool) -> Iterator[int]:
    """A word of a script that is written like the Latin one but inflects its names."""
    if len(word) >= STEM_LENGTH - 1:
        yield feature(STEM, word[:STEM_LENGTH])
    if capital:
        for kind, row in ((SOUND, consonants(word)), (CLASSES, consonant_classes(word))):
            if len(row) >= FEWEST_CONSONANTS:
                yield graded(kind, row)
            if len(row) > FEWEST_CONSONANTS:
                yield graded(kind, row[:-1])


def by_sound(word: str) -> Iterator[int]:
    if len(row := consonants(word)) >= FEWEST_CONSONANTS:
        yield graded(SOUND, row)
    if len(row := consonant_classes(word)) >= FEWEST_CONSONANTS:
        yield graded(CLASSES, row)


def bare_forms(token: str, script: Script) -> Iterator[str]:
    """A word with and without what its script writes onto it."""
    yield token
    for clitic in clitics(script):
        if token.startswith(clitic) and len(token) > len(clitic):
            yield token[len(clitic) :]
    if script is Script.HANGUL:
        yield from (token[:-number] for number in range(1, SUFFIXES + 1) if len(token) - number > 1)


def mixed(token: str) -> Iterator[int]:
    """Names in a run of Chinese or Japanese, which puts no blanks between words."""
    for run in runs(token, Script.KATAKANA):
        yield from by_sound(romanised(run))
    for run in runs(token, Script.LATIN):
        yield from latin(bare(run), capital=run[0].isupper() and len(run) > 1)
    sounds = hanzi_sounds()
    beginnings = [_beginning(sounds[char]) if char in sounds else None for char in simplified(token)]
    for start in range(len(beginnings)):
        row = ""
        for number, sound in enumerate(beginnings[start : start + LONGEST_NAME]):
            if sound is None:
                break
            row += sound if not row.endswith(sound[:1]) or not sound else sound[1:]
            if number and len(row) >= FEWEST_CONSONANTS:
                yield graded(CLASSES, row)


@lru_cache(maxsize=512)
def _beginning(sound: str) -> str:
    """The consonant classes of a Chinese syllable."""
    initial = "s" if sound[:1] in ("x", "q", "j", "c", "z") else consonant_classes(sound[:1])
    return initial + ("n" if len(sound) > 1 and sound.endswith(("n", "ng")) and initial != "n" else "")


def scaled_figures(text: str) -> Iterator[int]:
    """`250万` and `1億2000万` as the numbers they are."""
    scales = table("world", "scripts")["scales"]
    for whole, scale, rest, lower in SCALED.findall(text):
        number = float(whole.replace(",", "")) * scales[scale] + (int(rest) * scales[lower] if rest else 0)
        yield from figure(str(round(number)))


def pairs(text: str) -> Iterator[int]:
    """Neighbouring characters of a script without blanks, in simplified form."""
    characters = [char for char in simplified(text) if char.isalnum()]
    yield from (feature(PAIR, one + other) for one, other in pairwise(characters))


def written_words(text: str, language: str | None) -> list[str]:
    """The words of a text in lower case, as copies have them; characters where a script has no blanks."""
    if (language or "").split("-")[0] in IDEOGRAPHIC:
        return [char for char in simplified(text) if char.isalnum()]
    return WRITTEN.findall(text.lower())


WRITTEN = pattern(r"[^\W_]++")


def copied(words: list[str]) -> list[int]:
    """The rows of four words, which two texts must share to count as copied, as numbers, in order."""
    rows = zip(words, words[1:], words[2:], words[3:], strict=False)
    return [crc32(f"{one} {two} {three} {four}".encode()) for one, two, three, four in rows]
