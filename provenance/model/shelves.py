"""Shelves: packages in which every module is one thing of a kind, found by looking into their folder."""

import os
from collections.abc import Iterable


def modules_on(shelf: Iterable[str]) -> list[str]:
    """The names of the modules in the folders of a package (`package.__path__`), sorted.

    `pkgutil` would import the tools that inspect source code for it, which a start need not pay for.
    """
    found = {name.partition(".")[0] for folder in shelf for name in os.listdir(folder) if name.endswith((".py", ".so"))}
    return sorted(found - {"__init__"})
