"""When an article was published, on which basis, and its other anchors.

The strongest basis counts: what the person at the terminal says; what metadata, a publication line or front matter
declares; the date in the article's own address; a date of revision where it is the only one; a dated dateline. The date
of a credited source dates the source: it is an anchor that relative expressions can be held against, and nothing more.
"""

from provenance.dating.anchors import dateline_anchors, mentioned_anchors, source_anchors
from provenance.dating.declared import declared_dates
from provenance.dating.visible import visible_dates
from provenance.model.article import Article
from provenance.model.credit import Credit
from provenance.model.dating import Anchor, AnchorKind, DateBasis, Dating, PartialDate
from provenance.model.settings import Declared
from provenance.registry.urls import url_facts

SAME_STORY = 31
"""Days within which several credited sources date one story; sources further apart date nothing."""


def resolve_dating(article: Article, credits: tuple[Credit, ...], declared: Declared) -> Dating:
    """The publication date with the strongest basis there is, or none; and every other date of the article."""
    sources = source_anchors(credits)
    said = [*declared_dates(article), *visible_dates(article, credits)]
    datelines = list(dateline_anchors(article, credits))
    published, basis = _published(article, declared, said, datelines, sources)
    used = {anchor.span for anchor in (*said, *datelines)}
    mentioned = [anchor for anchor in mentioned_anchors(article) if anchor.span not in used]
    anchors = (*said, *sources, *datelines, *mentioned)
    return Dating(published, basis, anchors)


def _published(
    article: Article, option: Declared, said: list[Anchor], datelines: list[Anchor], sources: list[Anchor]
) -> tuple[PartialDate | None, DateBasis | None]:
    if option.published and (given := PartialDate.parse(option.published)):
        return given, DateBasis.OPTION
    in_address = url_facts(article.url).published if article.url else None
    if stated := _first(said, AnchorKind.PUBLISHED):
        within = in_address is not None and in_address.is_day and stated.first <= in_address.first <= stated.last
        return (in_address, DateBasis.URL) if within and not stated.is_day else (stated, DateBasis.DECLARED)
    if in_address is not None and in_address.is_day:
        return in_address, DateBasis.URL
    if revised := _first(said, AnchorKind.MODIFIED):
        return revised, DateBasis.DECLARED
    if in_address is not None:
        return in_address, DateBasis.URL
    if datelines:
        return datelines[0].date, DateBasis.TEXT
    days = [anchor.date for anchor in sources if anchor.date.is_day] or [anchor.date for anchor in sources]
    if days and (max(days).first - min(days).first).days <= SAME_STORY:
        return days[0], DateBasis.SOURCE_URL
    return None, None


def _first(said: list[Anchor], kind: AnchorKind) -> PartialDate | None:
    return next((anchor.date for anchor in said if anchor.kind is kind), None)
