"""Files written anew: as a whole or not at all."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from provenance.model.errors import UsageError


def replace_file(path: str, old: bytes, new: bytes) -> bool:
    """Put the new bytes in the place of the old ones, with the same rights; False where the file holds others by now.
    Whoever reads meanwhile finds either the old or the new file. Raises UsageError where it cannot be written."""
    target = Path(os.path.realpath(path))
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, temporary)
        if target.read_bytes() != old:
            return False
        os.replace(temporary, target)
        temporary = None
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error
    finally:
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)
    return True
