"""What earlier runs found in the same bytes under the same settings."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import cache

from provenance.cache.coding import coding
from provenance.cache.entry import packed, unpacked
from provenance.cache.stamp import stamp
from provenance.cache.store import Store
from provenance.model.dossier import Dossier
from provenance.model.house import House
from provenance.model.record import record, replace
from provenance.model.settings import Settings

USUAL = Settings()
APART = (
    *("profile", "select", "ignore", "fail_on", "jobs", "online", "locale"),
    *("pardons", "include", "exclude", "today", "origins", "cache", "web"),
)
"""Settings that change nothing in a dossier. The rules in force count by their names; every other setting counts, also
one that is yet to come."""


@record
class Memory:
    """The cache of one run. `reader` is whoever read the file: its name decides what the bytes mean."""

    store: Store
    house: House
    terms: str

    def key(self, data: bytes, reader: str) -> str:
        return hashlib.sha256(f"{self.terms}\0{reader}\0{hashlib.sha256(data).hexdigest()}".encode()).hexdigest()

    def recall(self, data: bytes, path: str, reader: str) -> list[Dossier] | None:
        """The dossiers of these bytes, as an audit would make them; None where none are kept."""
        key = self.key(data, reader)
        entry = self.store.get(key)
        return None if entry is None else unpacked(entry, key, path, data, self.house)

    def keep(self, data: bytes, path: str, reader: str, dossiers: Sequence[Dossier]) -> None:
        key = self.key(data, reader)
        self.store.put(key, packed(key, path, data, dossiers))


@cache
def memory(settings: Settings, rules: Iterable[str]) -> Memory | None:
    """The cache these settings allow; None where they allow none. An audit against origins is not kept, nor one that
    fetches pages: they are files too, and change apart from the article."""
    if settings.cache is None or settings.origins or settings.online:
        return None
    deciding = replace(settings, **{name: getattr(USUAL, name) for name in APART})
    terms = json.dumps([stamp(), sorted(rules), coding(Settings).to_json(deciding)])
    return Memory(Store(settings.cache), settings.house, terms)
