"""The publication and revision dates that metadata declares."""

from collections.abc import Iterator

from provenance.model.article import Article, Metadatum
from provenance.model.dating import Anchor, AnchorKind, PartialDate
from provenance.model.patterns import pattern
from provenance.words.calendar_words import calendar_words
from provenance.words.time_expressions import expressions_in

PROPERTIES = {
    "datePublished": AnchorKind.PUBLISHED,
    "dateCreated": AnchorKind.PUBLISHED,
    "dateModified": AnchorKind.MODIFIED,
}
SYNTAXES = ("record", "front-matter", "feed", "json-ld", "meta", "microdata", "link")
"""Where a date may be declared, the most trustworthy first."""

UNIX = pattern(r"(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2}) (\d{1,2}) [\d:]+ (?:[A-Z+0-9:-]+ )?((?:19|20)\d\d)")
"""`Mon Aug 03 12:45:00 EDT 2015`"""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
COMPACT = pattern(r"(?<!\d)((?:19|20)\d\d)[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)")


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
    iso = PartialDate.parse(datum.value)
    if iso is not None and iso.is_day:
        return iso
    if (found := UNIX.match(datum.value)) and found.group(1) in MONTHS:
        month, day, year = MONTHS.index(found.group(1)) + 1, int(found.group(2)), int(found.group(3))
        return PartialDate.parse(f"{year}-{month:02}-{day:02}")
    if (found := COMPACT.search(datum.value)) and (compact := PartialDate.parse("-".join(found.groups()))):
        return compact
    for language in (article.language, "en"):
        calendar = calendar_words(language)
        for expression in expressions_in(article.text, datum.span, calendar) if calendar else ():
            if (named := expression.named) and named.is_day:
                return named
    return iso
