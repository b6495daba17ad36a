"""Which weekdays mean no day of the calendar: any Sunday, opening hours, a working week.

Each language names in `any_day` what stands before or after such a weekday, and what joins two of them to a stretch.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from provenance.lexicon.tables import table
from provenance.model.article import Article, blocks_over, derived
from provenance.model.block import Block
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.words.time_expressions import TimeExpression, TimeKind, time_expressions
from provenance.words.tokens import sentence_at

NEAR = 40
"""Characters before a weekday in which the words stand that make it any such day."""

COUNT = pattern(r"\d ?$")
HOURS = pattern(r" ?[:,]? ?(?:[a-zà-ÿ']{1,5} ){0,2}\d{1,2} ?(?:[:.h]\d\d|h|am|pm|uhr|uur)?")
WORD = pattern(r"[ -]([^\W\d_]+)")


@derived
def any_days(article: Article) -> frozenset[Span]:
    """The weekdays of no certain date."""
    found: set[Span] = set()
    said = words_of((article.language or "").split("-")[0])
    last: TimeExpression | None = None
    for expression in time_expressions(article):
        if expression.kind not in (TimeKind.WEEKDAY, TimeKind.RECURRING):
            last = None
            continue
        between = joined(article, last, expression) if last else None
        if last and between in said["to"]:
            found.update((last.span, expression.span))
        elif (last and between in said["and"] and (last.span in found or last.kind is TimeKind.RECURRING)) or is_any(
            article, expression, said
        ):
            found.add(expression.span)
        last = expression
    return frozenset(found)


def joined(article: Article, first: TimeExpression, second: TimeExpression) -> str:
    """The words between two weekdays; much text joins nothing."""
    start, end = day_of(first).end, day_of(second).start
    return article.text.folded[start:end].strip() if end - start < NEAR else "\n"


def day_of(expression: TimeExpression) -> Span:
    """Where the word for the day stands."""
    return expression.places.get("weekday", expression.span)


def is_any(article: Article, expression: TimeExpression, said: Mapping[str, Any]) -> bool:
    folded, span, day = article.text.folded, expression.span, day_of(expression)
    block = next(blocks_over(article, day), None)
    start = max(day.start - NEAR, block.span.start if block else 0)
    if block and is_hours(article, block, day, said):
        return True
    before = (folded[start : day.start], folded[start : span.start])
    if said["before"] and any(before_pattern(said["before"]).search(text) for text in before):
        return True
    following = WORD.match(folded, span.end)
    return bool(said["after"]) and (
        COUNT.search(before[0]) is not None or (following is not None and following[1] in said["after"])
    )


def is_hours(article: Article, block: Block, day: Span, said: Mapping[str, Any]) -> bool:
    """Whether a line opens with the day and goes on with the hours."""
    folded = article.text.folded
    if folded[block.span.start : day.start].strip(" *-–•|([") not in ("", *said["and"]):
        return False
    rest = folded[day.end : block.span.end]
    return HOURS.match(rest) is not None or rest.strip(" :,–-.*").split(" ")[0] in said["closed"]


def opens_sentence(article: Article, span: Span) -> bool:
    block = next(blocks_over(article, span), None)
    sentence = sentence_at(article, block, span.start) if block else None
    return sentence is not None and sentence.start == span.start


@cache
def words_of(language: str) -> Mapping[str, tuple[str, ...]]:
    said = table(language, "dates").get("any_day", {})
    return {name: tuple(said.get(name, ())) for name in ("before", "after", "to", "and", "closed")}


@cache
def before_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))}) ?$")
