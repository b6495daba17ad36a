"""Notes composed of word classes: every example of the language data tells what it says, and prose tells nothing."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.attribution.notes import find_notes
from provenance.attribution.word_classes import WordClass, spellings, vocabulary
from provenance.lexicon.tables import languages, table
from provenance.model.article import Article
from provenance.model.text import Source, Text
from provenance.readers.plain import blocks_of

EXAMPLES = [
    pytest.param(language, example, id=f"{language}-{number}")
    for language in languages()
    for number, example in enumerate(table(language, "notes").get("example", ()), 1)
]
WRITTEN = [language for language in languages() if table(language, "notes")]


def article(content: str, language: str) -> Article:
    source = Source(content)
    return Article("a.txt", Text(content, source), tuple(blocks_of(content)), language=language)


def told(content: str, language: str) -> list[str]:
    return sorted(
        f"{credit.role}: {', '.join(agent.name for agent in credit.agents) or credit.domain or ''}".strip()
        for credit in find_notes(article(content, language))
    )


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_example_tells_what_it_says(language: str, example: dict[str, Any]) -> None:
    assert told(example["text"], language) == sorted(example.get("tells", []))


@pytest.mark.parametrize("language", WRITTEN)
def test_classes_are_known_and_words_are_lower_case(language: str) -> None:
    for name, entries in table(language, "notes")["words"].items():
        assert WordClass(name)
        for entry in entries:
            assert entry == entry.lower().strip()
            assert all(spellings(entry))


@pytest.mark.parametrize("language", WRITTEN)
def test_language_has_examples_and_silent_ones(language: str) -> None:
    examples = table(language, "notes")["example"]
    assert any("tells" in example for example in examples)
    assert any("tells" not in example for example in examples)


def test_choices_are_worked_out() -> None:
    assert spellings("écrit[e][s]") == ["écrit", "écrits", "écrite", "écrites"]
    assert spellings("tradui(t|te) par") == ["traduit par", "traduite par"]


def test_a_note_goes_on_in_the_next_sentence() -> None:
    text = "Ce texte a d'abord paru dans [The Lake Courier](https://lake.example/a1) ; il est signé Nell Abbott."
    assert told(text, "fr") == ["original-author: Nell Abbott", "republication: The Lake Courier"]


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(WRITTEN))
def test_any_mixture_of_words_is_read_without_failing(data: st.DataObject, language: str) -> None:
    words = vocabulary(language)
    assert words
    pieces = st.sampled_from([*sorted(words.wordings), "Nell Abbott", "AFP", ":", "(", "3 mars 2031", "lake.example"])
    content = " ".join(data.draw(st.lists(pieces, min_size=1, max_size=20)))
    read = article(content, language)
    for credit in find_notes(read):
        assert 0 <= credit.span.start < credit.span.end <= len(content)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Publié le 06/01/2031 - 14:16 UTC+1"),
        ("fr", "Publié le 3 mars 2031 à 14:30 CET"),
        ("fr", "Publié le 3 mars 2031 à 14 h 16, mis à jour à 15 h 02"),
        ("de", "Stand: 28.04.2031 14:23 Uhr"),
        ("de", "Veröffentlicht: 03.03.2031, 14.49 Uhr | Lesedauer: 5 Minuten"),
        ("de", "Veröffentlicht am 3.3.2031, 14:49 UhrLesedauer: 5 Minuten"),
        ("en", "Published March 3, 2031 4:26pm Updated March 4, 2031 5:12pm"),
        ("en", "Published March 3, 2031, 4:20pm EDT"),
        ("en", "First published on Mon 3 Mar 2031 10.03 GMT"),
        ("es", "Publicado: 03/03/2031 - 14:16 (GMT+1)"),
        ("es", "Publicado el 3 de marzo de 2031 a las 14:16 horas"),
        ("it", "Pubblicato il 3 marzo 2031 alle ore 14:16 CET"),
        ("pt", "Publicado em 3 de março de 2031 às 14h16 (horário de Brasília)"),
        ("nl", "Gepubliceerd op 3 maart 2031 om 14:16 uur"),
    ],
)
def test_time_of_day_is_no_source(language: str, line: str) -> None:
    assert told(line, language) == []


def test_outlet_behind_a_time_is_named() -> None:
    line = "This article was first published on March 3, 2031 at 10:03 GMT on The Conversation."
    assert told(line, "en") == ["republication: The Conversation"]
    assert told("Cet article a été publié par 20 Minutes.", "fr") == ["republication: 20 Minutes"]


@pytest.mark.parametrize(
    ("language", "line", "tells"),
    [
        ("en", "Read or Share this story: https://www.example.com/news/2031/03/03/bridge/", []),
        ("en", "This entry was posted in News on March 3, 2031 by Ann Perrin.", ["author: Ann Perrin"]),
        ("de", "Dieser Beitrag wurde am 3. März 2031 von kj in Allgemein, Freie Software veröffentlicht.", []),
        ("de", "Veröffentlicht am 3. März 2031 von Jana Thoma in Netzpolitik.", ["author: Jana Thoma"]),
        ("fr", "Cet article a été publié le 3 mars 2031 dans Actualités, Vélo.", []),
        ("es", "Esta entrada fue publicada en Noticias por Ana Roldán.", ["author: Ana Roldán"]),
        ("nl", "Dit bericht is geplaatst in Nieuws door Anna Smit.", ["author: Anna Smit"]),
        ("en", "This article was published in The Guardian on March 3, 2031.", ["republication: The Guardian"]),
    ],
)
def test_sharing_and_filing_under_a_category_is_no_source(language: str, line: str, tells: list[str]) -> None:
    assert told(line, language) == tells
