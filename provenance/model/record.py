"""Records: frozen classes of named values, declared as dataclasses are.

Sixty dataclasses cost a start more than the audit of an article: each writes and compiles six functions, and their
module imports the tools that inspect source code. Records share one set of functions, and the constructor of each is
written when the first is made.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

Class = TypeVar("Class", bound=type)
Kept = TypeVar("Kept")
Made = TypeVar("Made")


class _Fresh:
    """A default that is made anew for each record."""

    def __init__(self, factory: Callable[[], Any], compared: bool) -> None:
        self.factory, self.compared = factory, compared


def fresh(*, default_factory: Callable[[], Made], compare: bool = True) -> Made:
    """The default of a field that is made anew for each record; not every field need count when two are compared."""
    return _Fresh(default_factory, compare)  # type: ignore[return-value]


@overload
def record(cls: Class) -> Class: ...
@overload
def record(*, slots: bool = True, eq: bool = True, order: bool = False) -> Callable[[Class], Class]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(fresh,))
def record(cls: Any = None, *, slots: bool = True, eq: bool = True, order: bool = False) -> Any:
    """Make a class with annotations a record. One that remembers what it computed needs `slots=False`."""

    def declare(declared: type) -> type:
        return _record(declared, slots=slots, eq=eq, order=order)

    return declare if cls is None else declare(cls)


def replace(old: Kept, /, **changes: Any) -> Kept:
    """The same record with other values in the fields named."""
    names: tuple[str, ...] = old.__record__  # type: ignore[attr-defined]
    for name in names:
        if name not in changes:
            changes[name] = getattr(old, name)
    return type(old)(**changes)


def _record(declared: type, *, slots: bool, eq: bool, order: bool) -> type:
    names = tuple(declared.__annotations__)
    defaults = {name: declared.__dict__[name] for name in names if name in declared.__dict__}
    compared = [name for name in names if not _is_apart(defaults.get(name))]
    methods: dict[str, Any] = {
        "__record__": names,
        "__defaults__": defaults,
        "__match_args__": names,
        "__init__": _first,
        "__repr__": _repr,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__reduce__": _reduce,
        "__replace__": replace,
    }
    if eq:
        methods |= {"__compared__": attrgetter(*compared), "__eq__": _equal, "__hash__": _hash}
    if order:
        methods |= {"__lt__": _less, "__le__": _at_most, "__gt__": _more, "__ge__": _at_least}
    if not slots:
        for name, method in methods.items():
            setattr(declared, name, method)
        return declared
    own = {name: value for name, value in declared.__dict__.items() if name not in (*names, "__dict__", "__weakref__")}
    return type(declared)(declared.__name__, declared.__bases__, {**own, **methods, "__slots__": names})


def _is_apart(default: Any) -> bool:
    return isinstance(default, _Fresh) and not default.compared


def _first(self: Any, *values: Any, **named: Any) -> None:
    """The constructor of a class of which there was no record yet: writes the real one."""
    cls = type(self)
    cls.__init__ = _constructor(cls)
    cls.__init__(self, *values, **named)


def _constructor(cls: Any) -> Callable[..., None]:
    known: dict[str, Any] = {"set_value": object.__setattr__}
    parameters, lines = [], []
    for name in cls.__record__:
        value = name
        if name in cls.__defaults__:
            default = cls.__defaults__[name]
            known[f"default_{name}"] = default
            parameters.append(f"{name}=default_{name}")
            if isinstance(default, _Fresh):
                value = f"default_{name}.factory() if {name} is default_{name} else {name}"
        else:
            parameters.append(name)
        lines.append(f" set_value(self, {name!r}, {value})")
    exec(f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(lines), known)  # noqa: S102
    written: Callable[..., None] = known["__init__"]
    written.__qualname__ = f"{cls.__qualname__}.__init__"
    return written


def _repr(self: Any) -> str:
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__record__)})"


def _refuse(self: Any, name: str, *_value: Any) -> NoReturn:
    raise AttributeError(f"{type(self).__qualname__} is frozen: {name} cannot change")


def _reduce(self: Any) -> tuple[Any, ...]:
    return type(self), tuple(getattr(self, name) for name in self.__record__)


def _equal(self: Any, other: Any) -> Any:
    return self.__compared__(self) == self.__compared__(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(self.__compared__(self))


def _less(self: Any, other: Any) -> Any:
    return self.__compared__(self) < self.__compared__(other) if type(other) is type(self) else NotImplemented


def _at_most(self: Any, other: Any) -> Any:
    return self.__compared__(self) <= self.__compared__(other) if type(other) is type(self) else NotImplemented


def _more(self: Any, other: Any) -> Any:
    return self.__compared__(self) > self.__compared__(other) if type(other) is type(self) else NotImplemented


def _at_least(self: Any, other: Any) -> Any:
    return self.__compared__(self) >= self.__compared__(other) if type(other) is type(self) else NotImplemented
