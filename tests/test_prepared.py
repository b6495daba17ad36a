"""What is computed from the language data beforehand equals what would be computed now."""

import json
import os
from pathlib import Path

import pytest

from provenance.lexicon import prepared, tables
from provenance.lexicon.prepared import FOLDER, Prepared
from provenance.prepare import PREPARED


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of compiled data of its own."""
    for module in (prepared, tables):
        monkeypatch.setattr(module, "COMPILED", tmp_path)
    return tmp_path


@pytest.mark.parametrize("table", PREPARED, ids=lambda table: table.name)
def test_a_prepared_table_is_what_would_be_computed(table: Prepared, elsewhere: Path) -> None:
    table.write()
    tables.written.cache_clear()
    kept = json.loads((elsewhere / FOLDER / f"{table.name}.json").read_bytes())
    assert table.load() == kept == json.loads(json.dumps(table.compute()))


def test_a_table_older_than_its_code_or_data_is_computed_anew(elsewhere: Path) -> None:
    counted: list[int] = []

    def compute() -> int:
        counted.append(1)
        return len(counted)

    table = Prepared("count", compute, (__file__,))
    table.write()
    tables.written.cache_clear()
    assert (table.load(), len(counted)) == (1, 1)
    os.utime(elsewhere / FOLDER / "count.json", (0, 0))
    tables.written.cache_clear()
    assert table.load() == 2
