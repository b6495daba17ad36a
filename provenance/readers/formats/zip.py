"""ZIP archives: every article in them, as a folder is searched. Nothing is ever written out."""

from collections.abc import Iterator

from provenance.model.audit import Failure
from provenance.model.member import Member

SUFFIXES = (".zip",)
MANY = True


def members(data: bytes) -> Iterator[Member | Failure]:
    from provenance.readers.archives.zipped import members as files  # paid for when the first archive is opened

    return files(data)
