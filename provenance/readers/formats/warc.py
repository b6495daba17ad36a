"""Web archives: every page that a crawl kept. Needs the extra `archive`."""

from collections.abc import Iterator

from provenance.model.audit import Failure
from provenance.model.member import Member

SUFFIXES = (".warc", ".warc.gz")
MANY = True


def members(data: bytes) -> Iterator[Member | Failure]:
    from provenance.readers.archives.crawled import members as pages  # paid for when the first archive is opened

    return pages(data)
