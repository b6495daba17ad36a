"""Dates with the precision they were given in, and what dates an article."""

from datetime import date, timedelta
from enum import StrEnum

from provenance.model.patterns import pattern
from provenance.model.record import record
from provenance.model.text import Span

ISO = pattern(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@record(order=True)
class PartialDate:
    """A day, a month or a year: `2025-01-06`, `2024-10`, `2024`."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, iso: str) -> "PartialDate | None":
        """From the start of an ISO 8601 string, or None where that names no day of the calendar."""
        if not (found := ISO.match(iso.strip())):
            return None
        parsed = cls(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]
        try:
            _ = parsed.first, parsed.last
        except ValueError:
            return None
        return parsed

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        month = self.month or 12
        if self.day or month == 12:
            return date(self.year, month, self.day or 31)
        return date(self.year, month + 1, 1) - timedelta(days=1)

    @property
    def is_day(self) -> bool:
        return self.day is not None

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)])


class DateBasis(StrEnum):
    """What a publication date rests on, strongest first. `SOURCE_URL` is only an anchor: it dates the source."""

    OPTION = "option"
    DECLARED = "declared"
    URL = "url"
    TEXT = "text"
    SOURCE_URL = "source-url"


class AnchorKind(StrEnum):
    PUBLISHED = "published"
    MODIFIED = "modified"
    SOURCE = "source"
    DATELINE = "dateline"
    MENTIONED = "mentioned"


@record
class Anchor:
    """A date that relative expressions can be held against, and where it stands."""

    date: PartialDate
    kind: AnchorKind
    span: Span | None = None


@record
class Dating:
    """When the article was published, on which basis, and every other date that anchors it."""

    published: PartialDate | None = None
    basis: DateBasis | None = None
    anchors: tuple[Anchor, ...] = ()
