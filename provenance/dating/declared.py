"""The publication and revision dates that metadata declares."""

import re
from collections.abc import Iterator

from provenance.model.article import Article, Metadatum
from provenance.model.dating import Anchor, AnchorKind, PartialDate
from provenance.words.calendar_words import calendar_words
from provenance.words.time_expressions import expressions_in

PROPERTIES = {
    "datePublished": AnchorKind.PUBLISHED,
    "dateCreated": AnchorKind.PUBLISHED,
    "dateModified": AnchorKind.MODIFIED,
}
SYNTAXES = ("record", "front-matter", "feed", "json-ld", "meta", "microdata", "link")
"""Where a date may be declared, the most trustworthy first."""

COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)")


def declared_dates(article: Article) -> Iterator[Anchor]:
    """What the metadata says, the most trustworthy first; a creation date only where no publication date stands."""
    ranked = sorted(
        (datum for datum in article.metadata if datum.name in PROPERTIES),
        key=lambda datum: (list(PROPERTIES).index(datum.name), _trust(datum)),
    )
    for datum in ranked:
        if (value := read_date(article, datum)) is not None:
            yield Anchor(value, PROPERTIES[datum.name], datum.span)


def _trust(datum: Metadatum) -> int:
    return SYNTAXES.index(datum.syntax) if datum.syntax in SYNTAXES else len(SYNTAXES)


def read_date(article: Article, datum: Metadatum) -> PartialDate | None:
    """The date in a declared value: ISO 8601, compact, or written out in the article's language or in English."""
    if iso := PartialDate.parse(datum.value):
        if iso.is_day:
            return iso
    else:
        iso = None
    if (found := COMPACT.search(datum.value)) and (compact := PartialDate.parse("-".join(found.groups()))):
        return compact
    for language in (article.language, "en"):
        calendar = calendar_words(language)
        for expression in expressions_in(article.text, datum.span, calendar) if calendar else ():
            if (named := expression.named) and named.is_day:
                return named
    return iso
