"""A file inside a file."""

from provenance.model.page import Page
from provenance.model.record import record


@record
class Member:
    """One file of an archive: `key` is what it is called there, `name` tells its format, and `page` is set where the
    archive says which page it is."""

    key: str
    name: str
    data: bytes
    page: Page | None = None
