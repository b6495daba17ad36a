"""The publisher whose articles are audited, as its configuration names it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class House:
    """The own outlet: its names and registered domains, and its house style."""

    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
