"""Records to what JSON knows and back, by the types their fields declare: what is read can become nothing else.

A record is the list of its values. Whatever does not have the declared shape raises ValueError, TypeError or KeyError.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

Turn = Callable[[Any], Any]


class Coding(NamedTuple):
    to_json: Turn
    from_json: Turn


def same(value: Any) -> Any:
    return value


@cache
def coding(hint: Any) -> Coding:
    """How values of a declared type are written and read."""
    whole, parts = get_origin(hint), get_args(hint)
    if whole in (Union, UnionType):
        return optional(*(part for part in parts if part is not NoneType))
    if whole in (tuple, frozenset):
        return collection(whole, parts[0])
    if whole in (dict, Mapping):
        return mapping(*parts)
    if hasattr(hint, "__record__"):
        return record_coding(hint)
    if issubclass(hint, Enum):
        return Coding(lambda value: value.value, hint)
    if issubclass(hint, tuple):
        return named_tuple(hint)
    if hint is date:
        return Coding(date.isoformat, date.fromisoformat)
    return Coding(same, scalar(hint))


def scalar(kind: type) -> Turn:
    accepted = (int, float) if kind is float else kind

    def proved(value: Any) -> Any:
        if not isinstance(value, accepted):
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return value

    return proved


def optional(hint: Any) -> Coding:
    write, read = coding(hint)
    return Coding(
        lambda value: None if value is None else write(value), lambda value: None if value is None else read(value)
    )


def collection(whole: Any, hint: Any) -> Coding:
    write, read = coding(hint)
    if whole is frozenset:
        return Coding(lambda values: sorted(map(write, values)), lambda values: frozenset(map(read, values)))
    return Coding(lambda values: [write(value) for value in values], lambda values: tuple(map(read, listed(values))))


def listed(values: Any) -> list[Any]:
    """The list itself: a word is no list of its letters."""
    if not isinstance(values, list):
        raise TypeError(f"{values!r} is no list")
    return values


def mapping(key: Any, hint: Any) -> Coding:
    """Only what is remembered on the way has keys that are no words; it is not kept."""
    if key is not str:
        return Coding(lambda _values: {}, lambda _values: {})
    write, read = coding(hint)
    return Coding(
        lambda values: {name: write(value) for name, value in values.items()},
        lambda values: {name: read(value) for name, value in values.items()},
    )


def named_tuple(kind: Any) -> Coding:
    """One whose values are all numbers: a span."""

    def read(values: Any) -> Any:
        made = kind(*values)
        if not all(type(value) is int for value in made):
            raise TypeError(f"{values!r} is no {kind.__name__}")
        return made

    return Coding(list, read)


def record_coding(kind: Any) -> Coding:
    hints = get_type_hints(kind)
    names: tuple[str, ...] = kind.__record__
    turns: list[Coding] = []

    def fields() -> list[Coding]:
        if not turns:
            turns.extend(coding(hints[name]) for name in names)
        return turns

    def write(value: Any) -> list[Any]:
        return [turn.to_json(getattr(value, name)) for name, turn in zip(names, fields(), strict=True)]

    def read(values: Any) -> Any:
        return kind(*[turn.from_json(value) for turn, value in zip(fields(), listed(values), strict=True)])

    return Coding(write, read)
