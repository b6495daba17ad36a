"""Expressions that wait for their first use are sound, all of them."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import provenance
from provenance.model.patterns import pattern

MODULES = [module.name for module in walk_packages(provenance.__path__, "provenance.") if "__main__" not in module.name]


@pytest.mark.parametrize("name", MODULES)
def test_every_expression_compiles(name: str) -> None:
    for value in vars(import_module(name)).values():
        if type(value) is type(pattern("")):
            assert isinstance(re.compile(value.pattern, value.flags), re.Pattern)


def test_a_waiting_expression_is_used_like_a_compiled_one() -> None:
    word = pattern(r"(?P<first>[a-z])\w*", re.IGNORECASE)
    found = word.search("1, Two")
    assert found is not None
    assert (found.group(), found["first"], word.sub("x", "A b"), word.groups) == ("Two", "T", "x x", 1)
