"""An index in memory: no file, no extra, four bytes a text and feature."""

from array import array
from collections.abc import Iterable, Sequence

from provenance.corpus.index import Feature

NOWHERE: Sequence[int] = ()


class MemoryIndex:
    """See `Index`."""

    def __init__(self) -> None:
        self._having: dict[Feature, array[int]] = {}
        self._size = 0

    def add(self, features: Iterable[Feature]) -> int:
        number, self._size = self._size, self._size + 1
        for feature in features:
            try:
                self._having[feature].append(number)
            except KeyError:
                self._having[feature] = array("I", (number,))
        return number

    def having(self, feature: Feature) -> Sequence[int]:
        return self._having.get(feature, NOWHERE)

    def features(self) -> Iterable[tuple[Feature, Sequence[int]]]:
        return self._having.items()

    def __len__(self) -> int:
        return self._size
