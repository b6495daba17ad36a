"""The files in a ZIP archive, within bounds that a bomb does not break."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from provenance.model.audit import Failure
from provenance.model.errors import ReadError
from provenance.model.member import Member

LARGEST_MEMBER = 32 * 1024 * 1024
LARGEST_WHOLE = 1024 * 1024 * 1024
"""Bytes that all members may have together when they are unpacked."""
MOST_MEMBERS = 200_000
HIDDEN = (".", "__MACOSX")


def members(data: bytes) -> Iterator[Member | Failure]:
    """The files of the archive by name, without folders and hidden ones. Raises ReadError where it cannot be opened."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadError("the file is no ZIP archive, or a broken one") from error
    listed = sorted((info for info in archive.infolist() if is_shown(info)), key=lambda info: info.filename)
    if len(listed) > MOST_MEMBERS:
        raise ReadError(f"the archive has more than {MOST_MEMBERS} files")
    size = 0
    for info in listed:
        read = member(archive, info)
        size += len(read.data) if isinstance(read, Member) else 0
        if size > LARGEST_WHOLE:
            raise ReadError(f"the archive is larger than {LARGEST_WHOLE // 1024 // 1024} MB when unpacked")
        yield read


def is_shown(info: zipfile.ZipInfo) -> bool:
    return not info.is_dir() and not any(part.startswith(HIDDEN) for part in PurePosixPath(info.filename).parts)


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member | Failure:
    if info.flag_bits & 1:
        return Failure(info.filename, "it is encrypted")
    try:
        with archive.open(info) as file:
            data = file.read(LARGEST_MEMBER + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return Failure(info.filename, "it cannot be unpacked")
    if len(data) > LARGEST_MEMBER:
        return Failure(info.filename, f"it is larger than {LARGEST_MEMBER // 1024 // 1024} MB when unpacked")
    return Member(info.filename, info.filename, data)
