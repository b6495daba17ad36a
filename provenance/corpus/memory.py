"""An index in memory: no file, no extra, four bytes a text and feature."""

from array import array
from collections.abc import Iterable, Sequence

from provenance.corpus.index import Feature

NOWHERE: Sequence[int] = ()


class MemoryIndex:
    """See `Index`. Most features stand in one text only: for those no list is kept."""

    def __init__(self) -> None:
        self._once: dict[Feature, int] = {}
        self._often: dict[Feature, array[int]] = {}
        self._size = 0

    def add(self, features: Iterable[Feature]) -> int:
        number, self._size = self._size, self._size + 1
        once, often = self._once, self._often
        for feature in features:
            if (numbers := often.get(feature)) is not None:
                numbers.append(number)
            elif (first := once.setdefault(feature, number)) != number:
                del once[feature]
                often[feature] = array("I", (first, number))
        return number

    def having(self, feature: Feature) -> Sequence[int]:
        numbers = self._often.get(feature)
        if numbers is not None:
            return numbers
        number = self._once.get(feature)
        return NOWHERE if number is None else (number,)

    def features(self) -> Iterable[tuple[Feature, Sequence[int]]]:
        yield from self._often.items()
        for feature, number in self._once.items():
            yield feature, (number,)

    def __len__(self) -> int:
        return self._size
