"""Every rule's examples are its tests: the marks are all and only what must be found."""

import re

import pytest

from provenance.inspection.check import Check
from provenance.inspection.rulebook import every_check
from provenance.model.dossier import Dossier
from provenance.model.rule import Example
from provenance.model.settings import Declared, Profile, Settings
from provenance.pipeline import audit_bytes

MARK = re.compile(r"⟦(?P<wrong>[^⟦⟧→]*)(?:→(?P<right>[^⟦⟧]*))?⟧")

Told = tuple[int, str, str | None]
"""Where, which words, which replacement."""


CASES = [
    pytest.param(check, example, id=f"{check.rule.id}-{example.language}-{number}")
    for check in every_check()
    for number, example in enumerate(check.rule.examples, 1)
]


def unmarked(marked: str) -> tuple[str, list[Told]]:
    """The text without its marks, and what they say must be found."""
    text, expected, end = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        expected.append((len(text), mark["wrong"], mark["right"]))
        text += mark["wrong"]
        end = mark.end()
    return text + marked[end:], expected


@pytest.mark.parametrize(("check", "example"), CASES)
def test_example(check: Check, example: Example) -> None:
    text, expected = unmarked(example.text)
    settings = Settings(
        profile=Profile.RESEARCH,
        select=frozenset({check.rule.id}),
        declared=Declared(example.language, example.published, example.url),
    )
    origins: list[Dossier] = []
    if example.origin is not None:
        apart = Settings(declared=Declared(example.origin_language, example.origin_published))
        origins += audit_bytes(example.origin.encode(), f"origin.{example.format}", apart)
    (dossier,) = audit_bytes(text.encode(), f"example.{example.format}", settings, origins)
    told = []
    for finding in dossier.findings:
        raw = dossier.article.text.raw(finding.span)
        told.append((raw.start, text[raw.start : raw.end], finding.replacement))
    assert told == expected, "\n".join(f"{finding.span}: {finding.message.text('en')}" for finding in dossier.findings)


@pytest.mark.parametrize("check", [pytest.param(check, id=check.rule.id) for check in every_check()])
def test_rule_is_documented_and_shown(check: Check) -> None:
    rule = check.rule
    assert rule.id == rule.id.lower()
    assert len(rule.page.split("\n\n")) >= 2, (
        "the module docstring is the rule's page: a summary, a blank line, the why"
    )
    assert rule.summary.endswith("."), "the first line of the page is one sentence"
    for key, templates in rule.messages.items():
        assert {"en", "fr"} <= set(templates), f"message '{key}' must be in English and French"
    for language in rule.languages or sorted({example.language for example in rule.examples}):
        texts = [example.text for example in rule.examples if example.language == language]
        loud = sum("⟦" in text for text in texts)
        assert loud >= 1, f"no loud example in '{language}'"
        assert len(texts) - loud >= 2, f"fewer than two silent examples in '{language}'"
