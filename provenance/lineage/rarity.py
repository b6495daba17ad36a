"""How much a feature tells: the rarer it is in news and among the texts at hand, the more."""

from functools import cache
from math import log

from provenance.lexicon.tables import languages, rows, table
from provenance.lineage.features import CLASSES, CONCEPT, FIGURE, NAME, PAIR, ROUND, SOUND, STEM, STEM_LENGTH, WEIGHTS
from provenance.words.nearness import bare

IMAGINED = 300
"""Articles of everyday news that are thought to stand beside those at hand, so that a folder of three can be judged."""

STOP_WORD, EVERYDAY, CAPITALISED = 0.5, 0.02, 0.005
"""In how much of those articles a stop word, a frequent word and a frequent word with a capital stand."""

BY_DIGITS = (0.35, 0.12, 0.04, 0.03, 0.003)
BY_SIGNIFICANT = (0.5, 0.2, 0.06, 0.02, 0.003)
BY_CONSONANTS = {SOUND: (0.02, 0.004, 0.001), CLASSES: (0.06, 0.015, 0.004)}
FIXED = {CONCEPT: 0.06, PAIR: 0.01}
UNKNOWN = 0.0005
COMMON_YEAR = 0.1


@cache
def everyday(language: str) -> dict[str, float]:
    """Features of the frequent words of a language -> the share of articles that have them."""
    if language not in languages():
        return {}
    stops = {bare(word) for word in table(language, "language").get("stop_words", ())}
    shares: dict[str, float] = {}
    for (word,) in rows("everyday", language):
        plain = bare(word)
        stem, share = STEM + plain[:STEM_LENGTH], STOP_WORD if plain in stops else EVERYDAY
        shares[stem] = min(STOP_WORD, shares.get(stem, 0.0) + share)
        shares[NAME + plain] = max(shares.get(NAME + plain, 0.0), CAPITALISED if share == EVERYDAY else share / 2)
    return shares


def usual_share(feature: str, language: str) -> float:
    """In how much of everyday news a feature stands, roughly."""
    kind, rest = feature[0], feature[1:]
    if kind in (STEM, NAME):
        return everyday(language).get(feature, UNKNOWN)
    if kind == FIGURE:
        is_year = len(rest) == len("2031") and rest[:2] in ("19", "20")
        return COMMON_YEAR if is_year else BY_DIGITS[min(len(rest), len(BY_DIGITS)) - 1]
    if kind == ROUND:
        return BY_SIGNIFICANT[min(len(rest), len(BY_SIGNIFICANT)) - 1]
    if kind in BY_CONSONANTS:
        return BY_CONSONANTS[kind][min(len(rest), 5) - 3]
    return FIXED.get(kind, UNKNOWN)


def weight(feature: str, count: int, size: int, language: str) -> float:
    """What sharing a feature is worth, where `count` of `size` texts at hand have it."""
    usual = usual_share(feature, language)
    rarity = log((size + IMAGINED + 1) / (max(count, 1) + IMAGINED * usual))
    worth = rarity * WEIGHTS[feature[0]]
    return worth * worth if count else worth * worth / 4
