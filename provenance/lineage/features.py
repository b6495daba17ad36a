"""What survives translation: figures, names, words that many languages share, places and institutions.

A feature is a short string; its first letter is its kind. Kinds of one text are compared across languages, `PAIR` and
`COPIED` only within one.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from provenance.lexicon.tables import table
from provenance.model.patterns import pattern
from provenance.words.concepts import concepts
from provenance.words.nearness import bare
from provenance.words.scripts import Script, clitics, hanzi_sounds, romanised, runs, script_of, simplified
from provenance.words.sounds import consonant_classes, consonants

FIGURE, ROUND, NAME, STEM, SOUND, CLASSES, CONCEPT, PAIR = "#", "~", "w", "p", "k", "z", "c", "b"

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

COPIED_WORDS = 4
"""Words in a row that two texts of one language must share to count as copied."""


def features(text: str, language: str | None) -> frozenset[str]:
    """Every feature of a text, each once."""
    code = (language or "").split("-")[0]
    found = {CONCEPT + name for name in concepts(text, code)}
    for token in set(TOKEN.findall(text)):
        found.update(token_features(token))
    if code in SCALES_WRITTEN:
        found.update(scaled_figures(text))
    if code in IDEOGRAPHIC:
        found.update(pairs(text))
    return frozenset(found)


@lru_cache(maxsize=262_144)
def token_features(token: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_token_features(token)))


def _token_features(token: str) -> Iterator[str]:
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


def figure(digits: str) -> Iterator[str]:
    """A number without its separators, and its significant digits alone: a scale word may stand for the noughts."""
    yield FIGURE + digits
    yield ROUND + (digits.strip("0") or "0")


def latin(word: str, *, capital: bool) -> Iterator[str]:
    if len(word) >= STEM_LENGTH - 1:
        yield STEM + word[:STEM_LENGTH]
    if capital:
        yield NAME + word
        yield from by_sound(word)


def alphabetic(word: str, *, capital: bool) -> Iterator[str]:
    """A word of a script that is written like the Latin one but inflects its names."""
    if len(word) >= STEM_LENGTH - 1:
        yield STEM + word[:STEM_LENGTH]
    if capital:
        for kind, row in ((SOUND, consonants(word)), (CLASSES, consonant_classes(word))):
            if len(row) >= FEWEST_CONSONANTS:
                yield kind + row
            if len(row) > FEWEST_CONSONANTS:
                yield kind + row[:-1]


def by_sound(word: str) -> Iterator[str]:
    if len(row := consonants(word)) >= FEWEST_CONSONANTS:
        yield SOUND + row
    if len(row := consonant_classes(word)) >= FEWEST_CONSONANTS:
        yield CLASSES + row


def bare_forms(token: str, script: Script) -> Iterator[str]:
    """A word with and without what its script writes onto it."""
    yield token
    for clitic in clitics(script):
        if token.startswith(clitic) and len(token) > len(clitic):
            yield token[len(clitic) :]
    if script is Script.HANGUL:
        yield from (token[:-number] for number in range(1, SUFFIXES + 1) if len(token) - number > 1)


def mixed(token: str) -> Iterator[str]:
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
                yield CLASSES + row


@lru_cache(maxsize=512)
def _beginning(sound: str) -> str:
    """The consonant classes of a Chinese syllable."""
    initial = "s" if sound[:1] in ("x", "q", "j", "c", "z") else consonant_classes(sound[:1])
    return initial + ("n" if len(sound) > 1 and sound.endswith(("n", "ng")) and initial != "n" else "")


def scaled_figures(text: str) -> Iterator[str]:
    """`250万` and `1億2000万` as the numbers they are."""
    scales = table("world", "scripts")["scales"]
    for whole, scale, rest, lower in SCALED.findall(text):
        number = float(whole.replace(",", "")) * scales[scale] + (int(rest) * scales[lower] if rest else 0)
        yield from figure(str(round(number)))


def pairs(text: str) -> Iterator[str]:
    """Neighbouring characters of a script without blanks, in simplified form."""
    characters = [char for char in simplified(text) if char.isalnum()]
    yield from (PAIR + one + other for one, other in pairwise(characters))


def written_words(text: str, language: str | None) -> list[str]:
    """The words of a text in lower case, as copies have them; characters where a script has no blanks."""
    if (language or "").split("-")[0] in IDEOGRAPHIC:
        return [char for char in simplified(text) if char.isalnum()]
    return WRITTEN.findall(text.lower())


WRITTEN = pattern(r"[^\W_]++")


def copied(words: list[str]) -> list[int]:
    """The rows of `COPIED_WORDS` words, as numbers, in order."""
    joined = zip(*(words[number:] for number in range(COPIED_WORDS)), strict=False)
    return [crc32(" ".join(row).encode()) for row in joined]
