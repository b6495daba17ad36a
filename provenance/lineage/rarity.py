"""How much a feature tells: the rarer it is in news and among the texts at hand, the more."""

from functools import cache
from math import log

from provenance.lexicon.tables import languages, rows, table
from provenance.lineage.features import (
    CLASSES,
    CONCEPT,
    FIGURE,
    NAME,
    PAIR,
    ROUND,
    SOUND,
    STEM,
    STEM_LENGTH,
    WEIGHTS,
    feature,
    grade_of,
    kind_of,
)
from provenance.words.nearness import bare

IMAGINED = 300
"""Articles of everyday news that are thought to stand beside those at hand, so that a folder of three can be judged."""

STOP_WORD, EVERYDAY, CAPITALISED = 0.5, 0.02, 0.005
"""In how much of those articles a stop word, a frequent word and a frequent word with a capital stand."""

BY_GRADE = {
    FIGURE: (1.0, 0.35, 0.12, 0.04, 0.03, 0.003, 0.1),
    ROUND: (1.0, 0.5, 0.2, 0.06, 0.02, 0.003),
    SOUND: (1.0, 1.0, 1.0, 0.02, 0.004, 0.001),
    CLASSES: (1.0, 1.0, 1.0, 0.06, 0.015, 0.004),
    CONCEPT: (0.06,),
    PAIR: (0.01,),
}
"""The same for other kinds, by how long a figure or a row of consonants is; the last of the figures is a year."""

UNKNOWN = 0.0005


@cache
def everyday(language: str) -> dict[int, float]:
    """Features of the frequent words of a language -> the share of articles that have them."""
    if language not in languages():
        return {}
    stops = {bare(word) for word in table(language, "language").get("stop_words", ())}
    shares: dict[int, float] = {}
    for (word,) in rows("everyday", language):
        plain = bare(word)
        stem, name = feature(STEM, plain[:STEM_LENGTH]), feature(NAME, plain)
        share = STOP_WORD if plain in stops else EVERYDAY
        shares[stem] = min(STOP_WORD, shares.get(stem, 0.0) + share)
        shares[name] = max(shares.get(name, 0.0), CAPITALISED if share == EVERYDAY else share / 2)
    return shares


def usual_share(feature: int, language: str) -> float:
    """In how much of everyday news a feature stands, roughly."""
    by_grade = BY_GRADE.get(kind_of(feature))
    return by_grade[grade_of(feature)] if by_grade else everyday(language).get(feature, UNKNOWN)


def weight(feature: int, count: int, size: int, language: str) -> float:
    """What sharing a feature is worth, where `count` of `size` texts at hand have it."""
    usual = usual_share(feature, language)
    rarity = log((size + IMAGINED + 1) / (max(count, 1) + IMAGINED * usual))
    worth = rarity * WEIGHTS[kind_of(feature)]
    return worth * worth if count else worth * worth / 4
