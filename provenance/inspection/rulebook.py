"""Finds the checks: every module of the shelf `provenance.checks` is one."""

from collections.abc import Set
from functools import cache
from importlib import import_module

from provenance.inspection.check import Check
from provenance.model.errors import UsageError
from provenance.model.shelves import modules_on

SHELF = "provenance.checks"


@cache
def every_check() -> tuple[Check, ...]:
    """All checks, by rule id. A module that holds none, or one under another name, is a fault and not skipped."""
    names = modules_on(import_module(SHELF).__path__)
    return tuple(_load(name) for name in names)


def _load(name: str) -> Check:
    found = getattr(import_module(f"{SHELF}.{name}"), name, None)
    if not isinstance(found, Check):
        raise TypeError(f"{SHELF}.{name} must define the check {name}()")
    return found


def chosen(select: Set[str], ignore: Set[str]) -> tuple[Check, ...]:
    """The checks in force; an unknown rule is an error that names the nearest known one."""
    known = {check.rule.id: check for check in every_check()}
    for rule in sorted(select | ignore):
        if rule not in known:
            raise UsageError(f"unknown rule '{rule}'{_nearest(rule, known)}")
    return tuple(check for rule, check in known.items() if (not select or rule in select) and rule not in ignore)


def _nearest(rule: str, known: dict[str, Check]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(rule, known, 1)
    return f", did you mean '{near[0]}'?" if near else "; `provenance rules` lists them"
