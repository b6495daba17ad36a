"""Regular expressions that are compiled when they are first used: most texts need less than half of them."""

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled expression; each of its methods is kept once it was asked for."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression, self._flags = expression, flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._compiled is None:
            self._compiled = re.compile(self._expression, self._flags)
        found = self.__dict__[name] = getattr(self._compiled, name)
        return found


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but a faulty expression only shows when it is used, which a test does for all of them."""
    return cast(re.Pattern[str], _Pattern(expression, flags))
