"""Path patterns as people write them: `drafts`, `*.tmp`, `drafts/**/old-*`."""

import re
from collections.abc import Iterable
from functools import cache


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = [_part(part) for part in pattern.strip().removeprefix("./").strip("/").split("/")]
    body = "".join(parts[:-1]) + (parts[-1].removesuffix("/") if parts[-1] != ANY_FOLDERS else ".*")
    start = "^" if pattern.startswith("/") else "(?:^|/)"
    return re.compile(f"{start}{body}(?:/|$)", re.DOTALL)


ANY_FOLDERS = "(?:[^/]+/)*"


def _part(part: str) -> str:
    if part == "**":
        return ANY_FOLDERS
    signs = {"*": "[^/]*", "?": "[^/]"}
    return "".join(signs.get(char, re.escape(char)) for char in re.sub(r"\*+", "*", part)) + "/"


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether a pattern names the path or a folder it lies in. A pattern may begin at any folder of the path."""
    return any(_compiled(pattern).search(path) for pattern in patterns)
