"""JSON as pages embed it, with the place of every string, and forgiving: trailing commas, raw line breaks in strings,
comment or CDATA wrappers, entities, missing brackets. Never recursive, never an exception.
"""

import re
from html import unescape

from provenance.model.patterns import pattern
from provenance.readers.composing import Fragment, joined
from provenance.readers.html.tokens import REFERENCE

Json = dict[str, "Json"] | list["Json"] | Fragment | None

TOKEN = pattern(r'"((?:[^"\\]++|\\.)*+)"|([{}\[\],:])|([^\s{}\[\],:"]++)|"', re.DOTALL)
ESCAPE = pattern(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
DEEPEST = 60
"""Objects nested deeper than any vocabulary goes are not read."""


def parse(script: Fragment) -> list[Json]:
    """Every top-level value of the script."""
    if "&quot;" in script.text and '"' not in script.text:
        script = script.replace(REFERENCE, unescape)
    top: list[Json] = []
    open_values: list[dict[str, Json] | list[Json]] = []
    keys: list[str | None] = []
    for found in TOKEN.finditer(script.text):
        mark = found[2]
        if mark in ("{", "["):
            value: dict[str, Json] | list[Json] = {} if mark == "{" else []
            if len(open_values) < DEEPEST:
                _add(top, open_values, keys, value)
            open_values.append(value)
            keys.append(None)
        elif mark in ("}", "]"):
            if open_values:
                open_values.pop()
                keys.pop()
        elif found[1] is not None:
            string = _string(script, *found.span(1))
            if keys and keys[-1] is None and isinstance(open_values[-1], dict):
                keys[-1] = string.text
            else:
                _add(top, open_values, keys, string)
        elif found[3] and open_values:
            start, end = found.span(3)
            _add(top, open_values, keys, None if found[3] == "null" else script.cut(start, end))
    return top


def _add(top: list[Json], open_values: list[dict[str, Json] | list[Json]], keys: list[str | None], value: Json) -> None:
    """Puts a value where the open bracket and the last key say."""
    if not open_values:
        top.append(value)
        return
    parent = open_values[-1]
    if isinstance(parent, list):
        parent.append(value)
    elif keys[-1] is not None:
        parent.setdefault(keys[-1], value)
        keys[-1] = None


def _string(script: Fragment, start: int, end: int) -> Fragment:
    """A string with its escapes decoded, and the entities that many systems leave inside."""
    fragment = script.cut(start, end)
    if "\\" in fragment.text:
        fragment = fragment.replace(ESCAPE, _unescaped)
    if "&" in fragment.text:
        fragment = fragment.replace(REFERENCE, unescape)
    return fragment


def _unescaped(written: str) -> str:
    letter = written[1]
    if letter != "u" or len(written) < 6:
        return SIMPLE.get(letter, letter)
    if len(written) == 12:
        high, low = int(written[2:6], 16), int(written[8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    code = int(written[2:6], 16)
    return "\ufffd" if 0xD800 <= code < 0xE000 or not code else chr(code)


def strings(value: Json) -> list[Fragment]:
    """The strings of a value that is one or a list of them."""
    if isinstance(value, Fragment):
        return [value] if value.text.strip() else []
    if isinstance(value, list):
        return [item for item in value if isinstance(item, Fragment) and item.text.strip()]
    return []


def objects(value: Json) -> list[dict[str, Json]]:
    """The objects of a value that is one or a list of them."""
    if isinstance(value, dict):
        return [value]
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def first_text(value: Json) -> Fragment:
    return next(iter(strings(value)), joined(()))
