"""Where entries lie: files that only their owner may read, written as a whole or not at all, and never too many.

Nothing here may stop an audit: what cannot be read was never there, and what cannot be written is not kept.
"""

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from provenance.model.record import record

SHELVES = 256
SHELF_SIZE = 1024 * 1024
"""Bytes on one shelf: 256 MB in all. The oldest entries make room."""
LARGEST_ENTRY = SHELF_SIZE // 2
DAY = 24 * 3600
TAG = "CACHEDIR.TAG"
TAGGED = "Signature: 8a477f597d28d172789f06886806bc55\n# Results of provenance: delete them at will.\n"


def usual_folder(environment: Mapping[str, str] = os.environ) -> str:
    """The folder for such files on this platform."""
    if os.name == "nt" and environment.get("LOCALAPPDATA"):
        return os.path.join(environment["LOCALAPPDATA"], "provenance", "cache")
    given = environment.get("XDG_CACHE_HOME", "")
    return os.path.join(given if os.path.isabs(given) else os.path.expanduser("~/.cache"), "provenance")


@record
class Store:
    """The entries below a folder, by key (a digest in hexadecimal)."""

    folder: str

    def path(self, key: str) -> str:
        return os.path.join(self.folder, key[:2], key)

    def get(self, key: str) -> bytes | None:
        """The entry, unless there is none or it was put there by somebody else."""
        try:
            with open(path := self.path(key), "rb") as file:
                seen = os.fstat(file.fileno())
                if hasattr(os, "getuid") and seen.st_uid != os.getuid():
                    return None
                entry = file.read(LARGEST_ENTRY + 1)
            if time.time() - seen.st_mtime > DAY:
                os.utime(path)
        except OSError:
            return None
        return entry

    def put(self, key: str, entry: bytes) -> None:
        if len(entry) > LARGEST_ENTRY:
            return
        shelf = os.path.join(self.folder, key[:2])
        written = os.path.join(shelf, f".{key}.{os.getpid()}")
        try:
            if not os.path.isdir(shelf):
                self.set_up(shelf)
            handle = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(entry)
            os.replace(written, self.path(key))
            make_room(shelf)
        except OSError:
            with suppress(OSError):
                os.unlink(written)

    def set_up(self, shelf: str) -> None:
        Path(self.folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        Path(shelf).mkdir(mode=0o700, exist_ok=True)
        with suppress(FileExistsError), open(os.path.join(self.folder, TAG), "x", encoding="ascii") as tag:
            tag.write(TAGGED)


def make_room(shelf: str) -> None:
    """Remove the entries used longest ago until the shelf holds no more than it should."""
    with os.scandir(shelf) as listing:
        seen = sorted((entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in listing)
    size = sum(length for _, length, _ in seen)
    for _, length, path in seen:
        if size <= SHELF_SIZE:
            break
        with suppress(OSError):
            os.unlink(path)
        size -= length
