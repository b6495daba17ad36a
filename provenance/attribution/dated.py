"""The date a statement gives for the work it credits, wherever in the statement it stands."""

from bisect import bisect_left

from provenance.model.article import Article
from provenance.model.credit import Credit, Role
from provenance.model.record import replace
from provenance.words.time_expressions import time_expressions

DATED = frozenset({Role.TRANSLATION, Role.REPUBLICATION, Role.SOURCE})
LONGEST = 400
"""Characters up to which a statement is about one work, so that its only date is that of the work."""


def with_dates(article: Article, credits: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """The credits, those of works without a date with the only full date of their statement."""
    if not any(_may_be_dated(credit) for credit in credits):
        return credits
    days = [(found.span, found.named) for found in time_expressions(article) if found.named and found.named.is_day]
    starts = [span.start for span, _ in days]
    dated = []
    for credit in credits:
        near = days[bisect_left(starts, credit.span.start) : bisect_left(starts, credit.span.end)]
        inside = [day for span, day in near if credit.span.contains(span)] if _may_be_dated(credit) else []
        dated.append(replace(credit, date=str(inside[0])) if len(inside) == 1 else credit)
    return tuple(dated)


def _may_be_dated(credit: Credit) -> bool:
    is_short = credit.span.end - credit.span.start <= LONGEST
    return credit.role in DATED and credit.date is None and credit.basis == "text" and is_short
