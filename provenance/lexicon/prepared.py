"""Tables that are computed from the language data, kept so that a start need not compute them again.

Whoever needs one names it and says how it is computed. `provenance.prepare` writes all of them beside the compiled
data; one is read back only while no data and no code it was computed from has changed since.
"""

import json
import os
from collections.abc import Callable
from typing import Any, NamedTuple

from provenance.lexicon.tables import COMPILED, HERE, written

FOLDER = "prepared"


class Prepared(NamedTuple):
    """A table worth keeping: its name, how it is computed, and the modules whose code decides what is in it.

    What `compute` gives is made of what JSON knows: lists, dictionaries with words for keys, words, numbers.
    """

    name: str
    compute: Callable[[], Any]
    modules: tuple[str, ...]

    def load(self) -> Any:
        """The table, from its file where that is current, else computed."""
        made = written(COMPILED).get(f"{FOLDER}/{self.name}.json")
        if made is None or not self._is_current(made):
            return self.compute()
        return json.loads((COMPILED / FOLDER / f"{self.name}.json").read_bytes())

    def write(self) -> None:
        (COMPILED / FOLDER).mkdir(parents=True, exist_ok=True)
        kept = json.dumps(self.compute(), ensure_ascii=False, separators=(",", ":"))
        (COMPILED / FOLDER / f"{self.name}.json").write_text(kept, "utf-8")

    def _is_current(self, made: float) -> bool:
        """An installed package has no TOML: there nothing changes."""
        data = written(HERE)
        if not any(name.endswith(".toml") for name in data):
            return True
        return max(data.values()) <= made and all(os.stat(module).st_mtime <= made for module in self.modules)
