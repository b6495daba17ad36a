"""What an index of many texts must answer; a room with another store fulfils the same protocol."""

from collections.abc import Iterable, Sequence
from typing import Protocol

Feature = int


class Index(Protocol):
    """Texts by number, in the order they were added, and the features each has."""

    def add(self, features: Iterable[Feature]) -> int:
        """File a text under its features; returns its number."""
        ...

    def having(self, feature: Feature) -> Sequence[int]:
        """The numbers of the texts that have a feature, ascending."""
        ...

    def features(self) -> Iterable[tuple[Feature, Sequence[int]]]:
        """Every feature with the texts that have it."""
        ...

    def __len__(self) -> int:
        """How many texts were added."""
        ...
