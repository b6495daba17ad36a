"""The dates an article can be held against: of the works it credits, of its datelines, of its own absolute dates."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from provenance.model.article import Article
from provenance.model.credit import Credit, Role
from provenance.model.dating import Anchor, AnchorKind, PartialDate
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.registry.urls import url_facts
from provenance.words.time_expressions import time_expressions

JOINING = pattern(r"[\s–—,.:|()-]|(?<!\w)(?:le|on|el|am|den|il|em|op)(?!\w)")
CLOSING = pattern(r" ?(?:[.:|–—]|- |\n|$)")

CREDITED_WORKS = (Role.TRANSLATION, Role.REPUBLICATION, Role.ORIGINAL_AUTHOR, Role.SOURCE)
"""Credits that name what the article was made from, the most telling first."""


def source_anchors(credits: Iterable[Credit]) -> list[Anchor]:
    """The dates of the credited works, from the credit itself or from the address it gives."""
    found = []
    for credit in sorted((credit for credit in credits if credit.role in CREDITED_WORKS), key=_rank):
        dated = PartialDate.parse(credit.date) if credit.date else None
        if dated is None and credit.url:
            dated = url_facts(credit.url).published
        if dated is not None and dated.month is not None:
            found.append(Anchor(dated, AnchorKind.SOURCE, credit.span))
    return found


def _rank(credit: Credit) -> tuple[int, int]:
    return CREDITED_WORKS.index(credit.role), credit.span.start


def dateline_anchors(article: Article, credits: Iterable[Credit]) -> Iterator[Anchor]:
    """The full dates that stand in datelines ("PARIS, 3 March 2024 (AFP) -")."""
    spans = sorted(credit.span for credit in credits if credit.role is Role.DATELINE)
    if not spans:
        return
    for expression in time_expressions(article):
        if (named := expression.named) and named.is_day and belongs(article, spans, expression.span):
            yield Anchor(named, AnchorKind.DATELINE, expression.span)


NEAREST = 3
"""Datelines before a date that it can belong to."""


def belongs(article: Article, datelines: list[Span], date: Span) -> bool:
    """Whether a date stands in a dateline or closes it: `Oslo (NTB) – Friday 3 May 2014. The hall ...`."""
    plain, before = article.text.plain, bisect_left(datelines, (date.end,))
    return any(
        span.overlaps(date)
        or (
            0 <= date.start - span.end < 12
            and not JOINING.sub("", plain[span.end : date.start])
            and bool(CLOSING.match(plain, date.end))
        )
        for span in datelines[max(0, before - NEAREST) : before]
    )


def mentioned_anchors(article: Article) -> Iterator[Anchor]:
    """The absolute dates in the article's text."""
    for expression in time_expressions(article):
        if (named := expression.named) and named.month is not None:
            yield Anchor(named, AnchorKind.MENTIONED, expression.span)
