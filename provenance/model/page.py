"""Pages of the web, as whoever fetches them hands them over."""

from collections.abc import Callable

from provenance.model.record import record


@record
class Page:
    """What stood at an address: `url` is where it was found after redirects, `media_type` and `charset` are what the
    server says of the bytes, `day` is when it was fetched (ISO 8601)."""

    url: str
    data: bytes
    day: str
    media_type: str | None = None
    charset: str | None = None


Fetch = Callable[[str], Page]
"""Brings the page at an address; raises ReadError with the reason in plain words."""
