"""The phrases of pages and assistants are proved by the examples beside them."""

import unicodedata
from collections.abc import Iterator, Mapping

import pytest

from provenance.checks.leftover_boilerplate import leftover_boilerplate
from provenance.lexicon.tables import WORLD, languages, table
from provenance.readers.plain import read
from provenance.words.stock_phrases import (
    ANYWHERE,
    LINE,
    OPENING,
    StockPhrase,
    StockPhrases,
    phrases_of,
    spell,
    spelt_out,
)

SUBJECTS = ("boilerplate", "assistant")
PLACES = {"openings": OPENING, "anywhere": ANYWHERE}


def proved(subject: str) -> Iterator[tuple[str, StockPhrase, str]]:
    for language in languages():
        for section, entries in table(language, subject).items():
            if isinstance(entries, Mapping):
                for key, place in PLACES.items():
                    for wording, example in entries.get(key, {}).items():
                        yield language, StockPhrase(section, place, wording, False), example


CASES = [
    pytest.param(phrase, example, id=f"{language}-{subject}-{phrase.section}-{phrase.wording[:40]}")
    for subject in SUBJECTS
    for language, phrase, example in proved(subject)
]


@pytest.mark.parametrize(("phrase", "example"), CASES)
def test_phrase_is_found_in_its_example(phrase: StockPhrase, example: str) -> None:
    (article,) = read(example.encode(), "example.txt")
    assert [*StockPhrases(spell([phrase])).within(article, article.blocks[0])]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("language", languages())
def test_data_is_folded_sourced_and_without_doubles(language: str, subject: str) -> None:
    assert table(language, subject)["source"]
    seen: set[tuple[str, str]] = set()
    for phrase in phrases_of(language, subject):
        assert phrase.wording == unicodedata.normalize("NFC", phrase.wording).lower()
        assert "’" not in phrase.wording, "text is compared with straight apostrophes"
        for wording in spelt_out(phrase.wording):
            assert wording.strip(), phrase
            kind = phrase.place if phrase.place != LINE else f"{LINE} {phrase.weak}"
            assert phrase.weak or (kind, wording) not in seen, f"'{wording}' stands twice in {language}/{subject}.toml"
            seen.add((kind, wording))


def test_every_section_has_its_message() -> None:
    for language in languages():
        for phrase in phrases_of(language, "boilerplate"):
            assert phrase.section in leftover_boilerplate.rule.messages


@pytest.mark.parametrize("language", languages())
def test_typography_is_complete(language: str) -> None:
    rules = table(language, "typography")
    assert rules["quotation_marks"] in ("«»", "“”", "„“", '""')
    words = rules["never_doubled"]
    assert len(words) == len(set(words))
    assert all(word == word.lower() for word in words)


def test_world_words_are_lower_case_and_single() -> None:
    residue = table(WORLD, "residue")
    for key in ("asset_words", "media_endings", "empty_values", "furniture_hints"):
        assert len(residue[key]) == len(set(residue[key]))
        assert all(word == word.lower() for word in residue[key])
