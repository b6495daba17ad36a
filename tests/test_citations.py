"""Outlets cited in the running text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.citations import find_citations
from provenance.lexicon.tables import languages, table
from provenance.model.article import Article
from provenance.model.credit import Credit, Role
from provenance.model.house import House
from provenance.model.record import replace
from provenance.model.text import Span
from provenance.readers.plain import read

NONE = House()
MARKED = re.compile("⟦(.*?)⟧")


def article(text: str, language: str) -> Article:
    return replace(read((text or ".").encode(), "a.txt")[0], language=language)


def cited(text: str, language: str, house: House = NONE) -> list[str]:
    return [text[slice(*credit.span)] for credit in find_citations(article(text, language), (), house)]


@pytest.mark.parametrize(
    ("language", "example"),
    [(language, example) for language in languages() for example in table(language, "citations")["examples"]],
)
def test_examples_of_the_lexicon(language: str, example: str) -> None:
    assert cited(re.sub("[⟦⟧]", "", example), language) == MARKED.findall(example)


def test_canonical_name_of_a_dropped_article_and_a_glued_word() -> None:
    text = "Le pont est vendu, mais New York Times a écrit un prix. Le Washington Postcitant une lettre, a écrit pire."
    found = find_citations(article(text, "fr"), (), House())
    assert [credit.organisation for credit in found] == ["The New York Times", "The Washington Post"]


def test_a_translated_name_alone_after_a_quotation_is_cited() -> None:
    text = "« Le pont est vendu », a-t-il déclaré. Le gardien."
    (credit,) = find_citations(article(text, "fr"), (), House())
    assert (credit.organisation, text[slice(*credit.span)]) == ("The Guardian", "Le gardien")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("« Le pont est vendu », a déclaré le gardien. Le gardien du pont s’appelle Ali Prat.", "fr"),
        ("Il a travaillé dix ans à la BBC. CNN supprime deux cents postes.", "fr"),
        ("Le Monde selon Garp est un roman.", "fr"),
        ("The nation reported for duty in record time.", "en"),
        ("Die Zeit berichtet nicht, sie vergeht; so sagt man in der Welt.", "en"),
        ("Una persona de la nación dijo que el país cambia.", "es"),
    ],
)
def test_no_citation(text: str, language: str) -> None:
    assert cited(text, language) == []


def test_own_outlet_is_not_cited() -> None:
    text = "Selon Le Figaro et l’AFP, le pont est vendu."
    assert cited(text, "fr", House(names=("Le Figaro",))) == ["AFP"]
    assert cited(text, "fr", House(domains=("lefigaro.fr",))) == ["AFP"]


def test_an_outlet_inside_a_statement_is_not_cited_again() -> None:
    text = "Selon Le Figaro, le pont est vendu."
    statement = Credit(Role.SOURCE, Span(0, len(text)))
    assert find_citations(article(text, "fr"), (statement,), House()) == ()


def test_press_without_a_name() -> None:
    text = "Les médias ukrainiens ont rapporté la vente. Les médias ukrainiens sont nombreux."
    (credit,) = find_citations(article(text, "fr"), (), House())
    assert (credit.organisation, credit.span) == (None, Span(0, len("Les médias ukrainiens")))


@given(
    st.text(alphabet='selon la BBC, «»"a rapporté à l’AFP. Le gardien\n', max_size=200), st.sampled_from(languages())
)
def test_any_text_is_read(text: str, language: str) -> None:
    for credit in find_citations(article(text, language), (), House()):
        assert 0 <= credit.span.start < credit.span.end <= len(text)
