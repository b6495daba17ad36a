"""What every test may rely on: no test meets what another one, or the person at the machine, has in the cache, and
properties are tried on the same examples in every run, so that a change breaks a test and never chance."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from small_web import World, small_web

CACHES = count()
settings.register_profile("reproducible", derandomize=True)
settings.load_profile("reproducible")


@pytest.fixture(scope="session")
def caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("caches")


@pytest.fixture(autouse=True)
def own_cache(caches: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for caches of one test; nothing makes it before something is kept."""
    own = caches / str(next(CACHES))
    monkeypatch.setenv("XDG_CACHE_HOME", str(own))
    return own


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A web of real servers on loopback, which the door is opened for."""
    with small_web() as world:
        monkeypatch.setenv("PROVENANCE_TEST_HOSTS", world.hosts())
        yield world
