"""A JSON object on one line as fields, each string with its place: every escape is a piece of its own."""

from collections.abc import Iterator
from json import JSONDecoder
from typing import TypeAlias

from provenance.model.errors import ReadError
from provenance.model.patterns import pattern
from provenance.readers.composing import Fragment, verbatim
from provenance.readers.records.record import Field

ESCAPE = pattern(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[^u]", 16)
SPACE = pattern(r"[ \t\r\n]*+")
NUMBER = pattern(r"-?\d{1,40}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,5})?")
DECODER = JSONDecoder(strict=False)
WORD = pattern(r"true|false|null|NaN|-?Infinity")
DEEPEST = 20
"""Brackets within brackets beyond which a line is no record of an article."""

Value: TypeAlias = Fragment | list["Value"] | dict[str, "Value"] | None


def fields_of(line: str) -> list[Field]:
    """The strings and numbers of an object, of its lists, and the `name` of each object in it. Raises ReadError."""
    try:
        value, end = value_at(line, skip(line, 0), 0)
    except (ValueError, IndexError) as error:
        raise ReadError("it is not a JSON object") from error
    if not isinstance(value, dict) or line[end:].strip():
        raise ReadError("it is not a JSON object")
    return [Field(name, leaf) for name, inner in value.items() for leaf in leaves(inner)]


def leaves(value: Value) -> Iterator[Fragment]:
    if isinstance(value, Fragment):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    elif isinstance(value, dict):
        yield from leaves(value.get("name"))


def value_at(line: str, at: int, depth: int) -> tuple[Value, int]:
    """The value that starts at an offset, and where it ends. Raises ValueError or IndexError."""
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    if line[at] == '"':
        _, end = DECODER.raw_decode(line, at)
        return verbatim(line, at + 1, end - 1).replace(ESCAPE, unescaped), end
    if line[at] == "[":
        return list_at(line, at, depth)
    if line[at] == "{":
        return object_at(line, at, depth)
    if found := NUMBER.match(line, at):
        return verbatim(line, *found.span()), found.end()
    if found := WORD.match(line, at):
        return None, found.end()
    raise ValueError("no value")


def list_at(line: str, at: int, depth: int) -> tuple[list[Value], int]:
    values: list[Value] = []
    at = skip(line, at + 1)
    while line[at] != "]":
        value, at = value_at(line, at, depth + 1)
        values.append(value)
        at = next_at(line, at, "]")
    return values, at + 1


def object_at(line: str, at: int, depth: int) -> tuple[dict[str, Value], int]:
    values: dict[str, Value] = {}
    at = skip(line, at + 1)
    while line[at] != "}":
        name, at = DECODER.raw_decode(line, expected(line, at, '"') - 1)
        at = skip(line, expected(line, skip(line, at), ":"))
        values[name], at = value_at(line, at, depth + 1)
        at = next_at(line, at, "}")
    return values, at + 1


def next_at(line: str, at: int, closing: str) -> int:
    """Where the next value or the closing bracket starts."""
    at = skip(line, at)
    return at if line[at] == closing else skip(line, expected(line, at, ","))


def expected(line: str, at: int, sign: str) -> int:
    if line[at] != sign:
        raise ValueError(f"no {sign}")
    return at + 1


def skip(line: str, at: int) -> int:
    found = SPACE.match(line, at)
    return found.end() if found else at


def unescaped(written: str) -> str:
    """What an escape stands for; half of a pair stands for nothing that can be written."""
    value: str = DECODER.decode(f'"{written}"')
    return "\ufffd" if "\ud800" <= value <= "\udfff" else value
