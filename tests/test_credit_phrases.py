"""Every phrase of the lexicon proves itself: its example holds it exactly once, and its slots hold what is marked."""

import re
import unicodedata

import pytest

from provenance.attribution.phrases import Phrase, language_names, phrases_of
from provenance.lexicon.tables import WORLD, languages, table
from provenance.model.text import plain

MARK = re.compile(r"⟦([^⟦⟧]*)⟧")
LANGUAGES = (*languages(), WORLD)
PHRASES = [
    pytest.param(phrase, id=f"{language}-{phrase.role}-{number}")
    for language in LANGUAGES
    for number, phrase in enumerate(phrases_of(language), 1)
]


def matches(phrase: Phrase, text: str) -> list[re.Match[str]]:
    """Where the phrase begins in the text, at the starts of words and signs only, without overlap."""
    found: list[re.Match[str]] = []
    for start in range(len(text)):
        if (start and text[start - 1].isalnum() and text[start].isalnum()) or (found and start < found[-1].end()):
            continue
        if match := phrase.regex.match(text, start):
            found.append(match)
    return found


@pytest.mark.parametrize("phrase", PHRASES)
def test_phrase_matches_its_example_once(phrase: Phrase) -> None:
    text = plain(MARK.sub(r"\1", phrase.example))
    found = matches(phrase, text)
    assert len(found) == 1, f"{phrase.pattern!r} matches {len(found)} times in {text!r}"
    assert [held for held in found[0].groups() if held] == [plain(mark) for mark in MARK.findall(phrase.example)]


@pytest.mark.parametrize("phrase", PHRASES)
def test_phrase_can_be_looked_for(phrase: Phrase) -> None:
    text = plain(MARK.sub(r"\1", phrase.example)).lower()
    assert phrase.leads or phrase.trigger or phrase.heads.triggers, "no literal of the phrase can be looked for"
    assert any(phrase.is_likely(text, start, len(text)) for start in range(len(text)))


@pytest.mark.parametrize("phrase", PHRASES)
def test_phrase_is_well_written(phrase: Phrase) -> None:
    for written in (phrase.pattern, phrase.example, phrase.source):
        assert written.strip() == written != ""
        assert unicodedata.is_normalized("NFC", written)
    assert phrase.pattern == phrase.pattern.lower() or "{" in phrase.pattern
    assert 0 < phrase.confidence <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_sorted_and_unique(language: str) -> None:
    keys = [(phrase.role.value, phrase.pattern) for phrase in phrases_of(language)]
    assert keys == sorted(keys), "sort the phrases by role, then pattern"
    assert len(keys) == len(set(keys)), "a phrase stands twice"


@pytest.mark.parametrize("language", languages())
def test_language_covers_the_common_roles(language: str) -> None:
    roles = {phrase.role.value for phrase in phrases_of(language)}
    wanted = {
        "author", "agency", "translation", "translator", "republication", "source", "image", "contributor", "editor",
        "ai-disclosure", "correction", "rights", "contact",
    }  # fmt: skip
    assert wanted <= roles


@pytest.mark.parametrize("language", languages())
def test_language_names_lead_to_codes(language: str) -> None:
    for code, names in table(language, "credits")["languages"].items():
        assert len(code) == 2
        for name in names:
            assert language_names()[name] == code, f"'{name}' names two languages"
