"""Whether a resemblance means that one text was made from the other, and how sure that is.

Two texts of one language are judged by what was copied word for word, by what is rare in both, and by whether figures,
names and days agree; two languages by how far the text stands out among all candidates. The numbers are a logistic
regression on one half of the development documents (copies, rewrites, second translations, wire resends, template
stories, reports on one event by two outlets; translations into 22 languages, whole and cut), so that a confidence of
0.9 means nine in ten. `one_outlet`, the levels and the rule for series were set by hand, on both halves. The curves on
the other half stand in `docs/links.md`.
"""

from enum import StrEnum
from math import exp, log, log1p
from typing import NamedTuple

from provenance.lineage.leaf import Leaf
from provenance.lineage.resemblance import Resemblance

FAR_APART = 14
"""Days after which a longer gap says no more."""

COPY = 0.35
"""Share of copied words from which a text of the same language is a copy; below it was rewritten."""


class Kind(StrEnum):
    COPY = "copy"
    REWRITE = "rewrite"
    TRANSLATION = "translation"


class Judgement(NamedTuple):
    kind: Kind
    confidence: float

    @property
    def is_link(self) -> bool:
        return self.confidence >= LINKED[self.kind]


MOST_SURE = 0.99
"""What was inferred is never called certain."""

SERIES_DAYS, SERIES_FIGURES, SERIES_AGREEMENT = 2, 3, 0.75
NEXT_OF_A_SERIES = 0.3
"""A copy with at least so many figures, of which fewer agree, and at least so many days between: the same words with
the figures of another week. Its confidence is at most the last."""

LINKED = {Kind.COPY: 0.8, Kind.REWRITE: 0.53, Kind.TRANSLATION: 0.7}
"""Confidence from which a link is told. Template stories of an agency look like copies: there it must be higher."""

SAME_LANGUAGE = {
    "constant": -8.43,
    "copied": 5.84,
    "copied_of_longer": 4.78,
    "cosine": 6.18,
    "contained": 2.72,
    "figures": 5.37,
    "names": 1.54,
    "copied_and_named": 1.14,
    "apart": -7.61,
    "brevity": -5.12,
    "figures_shared": 0.36,
    "names_shared": -0.68,
    "one_outlet": -2.0,
}
OTHER_LANGUAGE = {
    "constant": -8.12,
    "strength": 3.03,
    "cosine": 2.47,
    "figures": 6.65,
    "names": 1.05,
    "brevity": 0.57,
    "names_shared": 0.40,
    "other_script": 1.32,
    "other_alphabet": 2.03,
    "margin": 3.93,
}
LEAST_ALIGNED, ALIGNED_ACROSS_SCRIPTS = 0.22, 0.06
"""How well the sentences of a translation match at the least. Two outlets on one event stand out among thousands too,
but say other things in other sentences: nine in ten of such pairs lie below .28, 98 in 100 translations above .23."""
FAINTEST = 0.03
"""Strength below which a runner-up is not thought to lie."""

USUAL_RUNNER_UP, ACROSS_SCRIPTS = 0.16, 0.1
"""Strength of the likest unrelated text among two thousand, where fewer are at hand than `ENOUGH` to find one."""

ENOUGH = 200
ALPHABETS = frozenset({"ru", "uk", "el", "bg", "sr", "be", "mk"})
OTHER_SCRIPTS = frozenset({"ar", "he", "hi", "zh", "ja", "ko", "fa", "ur"})


def judge(one: Leaf, other: Leaf, alike: Resemblance, runner_up: float, at_hand: int) -> Judgement:
    """How sure it is that one of the two was made from the other or both from a third.

    `runner_up` is the strength of the next candidate of the same language that is no version of `other`, `at_hand` the
    number of texts in that language. Both only matter across languages.
    """
    measured = measures(one, other, alike)
    if one.language_code == other.language_code:
        kind = Kind.COPY if alike.copied >= COPY else Kind.REWRITE
        sure = confidence(SAME_LANGUAGE, measured)
        return Judgement(kind, min(sure, NEXT_OF_A_SERIES) if is_next_of_series(one, other, alike) else sure)
    foreign = measured["other_script"] or measured["other_alphabet"]
    usual = FAINTEST if at_hand >= ENOUGH else ACROSS_SCRIPTS if foreign else USUAL_RUNNER_UP
    next_best = max(runner_up, usual)
    measured["margin"] = log(max(alike.strength, FAINTEST / 10) / next_best)
    return Judgement(Kind.TRANSLATION, confidence(OTHER_LANGUAGE, measured))


def least_aligned(one: Leaf, other: Leaf) -> float:
    """The share of aligned sentences that a translation between these languages must reach."""
    foreign = {one.language_code, other.language_code} & (OTHER_SCRIPTS | ALPHABETS)
    return ALIGNED_ACROSS_SCRIPTS if foreign else LEAST_ALIGNED


def is_next_of_series(one: Leaf, other: Leaf, alike: Resemblance) -> bool:
    """Whether two texts are one template filled in on different days: last week's output of mills and this week's."""
    figures = alike.figures
    return (
        (days_apart(one, other) or 0) >= SERIES_DAYS
        and figures.of >= SERIES_FIGURES
        and figures.shared < SERIES_AGREEMENT * figures.of
    )


def is_follow_up(one: Leaf, other: Leaf, alike: Resemblance) -> bool:
    """Whether one outlet tells of an event twice, each time with its day and in other words."""
    dated = one.published is not None and other.published is not None
    return dated and alike.copied < COPY and one.publisher is not None and one.publisher == other.publisher


def shown(confidence: float) -> float:
    """A confidence as reports show it: in hundredths, and never certain."""
    return min(MOST_SURE, round(confidence, 2))


def days_apart(one: Leaf, other: Leaf) -> int | None:
    return abs((one.published - other.published).days) if one.published and other.published else None


def measures(one: Leaf, other: Leaf, alike: Resemblance) -> dict[str, float]:
    """The numbers a judgement weighs, by name."""
    days, languages = days_apart(one, other), {one.language_code, other.language_code}
    return {
        "constant": 1.0,
        "copied": alike.copied,
        "copied_of_longer": alike.copied_of_longer,
        "cosine": alike.cosine,
        "contained": alike.contained,
        "strength": alike.strength,
        "figures": alike.figures.share,
        "names": alike.names.share,
        "copied_and_named": alike.copied * alike.names.share,
        "apart": min(days, FAR_APART) / FAR_APART if days is not None else 0.0,
        "brevity": 1 / (1 + min(alike.sentences)),
        "figures_shared": log1p(alike.figures.shared),
        "names_shared": log1p(alike.names.shared),
        "one_outlet": float(is_follow_up(one, other, alike)),
        "other_script": float(len(languages & OTHER_SCRIPTS) == 1),
        "other_alphabet": float(len(languages & ALPHABETS) == 1 and not languages & OTHER_SCRIPTS),
    }


def confidence(factors: dict[str, float], measured: dict[str, float]) -> float:
    total = sum(factor * measured[name] for name, factor in factors.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
