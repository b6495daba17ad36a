"""What every test may rely on: no test meets what another one, or the person at the machine, has in the cache."""

from itertools import count
from pathlib import Path

import pytest

CACHES = count()


@pytest.fixture(scope="session")
def caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("caches")


@pytest.fixture(autouse=True)
def own_cache(caches: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for caches of one test; nothing makes it before something is kept."""
    own = caches / str(next(CACHES))
    monkeypatch.setenv("XDG_CACHE_HOME", str(own))
    return own
