"""Which expressions of time are the article's own statements, and what season it is on which half of the world."""

from datetime import date
from functools import cache

from provenance.model.article import Article, derived
from provenance.model.block import PROSE
from provenance.model.patterns import pattern
from provenance.model.span_index import SpanIndex
from provenance.model.text import Span
from provenance.words.calendar_words import calendar_words
from provenance.words.literals import Hit, Literals
from provenance.words.quotations import is_quoted
from provenance.words.time_expressions import TimeExpression, time_expressions

LINKED_TITLE = 25
"""Characters from which a link's words are the title of another article."""

POINTER = pattern(
    r"\s*(?:[<>»›→▶►+*•-]+\s*)?(?:(?:à )?lire|voir|also|read|see|more|lesen|mehr|lees|leer|lea|vea|leggi|leia|veja)\b"
)
OPPOSITE = {"spring": "autumn", "summer": "winter", "autumn": "spring", "winter": "summer"}


@derived
def own_expressions(article: Article) -> tuple[TimeExpression, ...]:
    """The expressions in running text that are neither quoted speech nor part of a pointer to another article."""
    titles = SpanIndex(link.span for link in article.links if link.span.end - link.span.start >= LINKED_TITLE)
    kept, expressions = [], time_expressions(article)
    number = 0
    for block in article.blocks_of(PROSE):
        while number < len(expressions) and expressions[number].span.start < block.span.start:
            number += 1
        pointer: bool | None = None
        while number < len(expressions) and expressions[number].span.end <= block.span.end:
            expression = expressions[number]
            number += 1
            if pointer is None:
                pointer = bool(POINTER.match(article.text.folded, *block.span))
            if pointer or titles.contains(expression.span):
                continue
            if not is_quoted(article, expression.span):
                kept.append(expression)
    return tuple(kept)


@cache
def _southern(language: str) -> Literals[str] | None:
    calendar = calendar_words(language)
    places = calendar.source.get("southern", ()) if calendar else ()
    return Literals((place, place) for place in places) if places else None


@derived
def names_the_south(article: Article) -> bool:
    """Whether the article names a place south of the equator, where summer is in January."""
    literals = _southern(article.language) if article.language else None
    if literals is None:
        return False
    return any(_is_place(article, hit) for hit in literals.find(article.text.folded))


def _is_place(article: Article, hit: Hit[str]) -> bool:
    """Whether a name of several words has the capital that makes it one: "La Réunion" and not "la réunion"."""
    last = article.text.folded.rfind(" ", hit.start, hit.end) + 1
    return not last or article.text.plain[last].isupper()


def days_out_of_season(expression: TimeExpression, day: date, article: Article) -> int | None:
    """How many days the season meant by "this summer" lies from a day; None where the expression names no season."""
    name, meant = expression.slots.get("season"), expression.resolve(day)
    if name is None or meant is None or "direction" in expression.slots:
        return None
    away = meant.distance(day)
    if away and names_the_south(article):
        other = TimeExpression(expression.span, expression.kind, {**expression.slots, "season": OPPOSITE[str(name)]})
        elsewhere = other.resolve(day)
        away = min(away, elsewhere.distance(day)) if elsewhere else away
    return away


def gap(article: Article, first: Span, second: Span) -> str:
    return article.text.folded[first.end : second.start]
