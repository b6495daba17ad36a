"""Attribution statements: which credits a line states, where exactly, and which lines state none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.attribution.statements import find_statements
from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.credit import AiUse, Credit, Role
from provenance.model.text import Source, Span, Text
from provenance.readers.plain import blocks_of


def article(content: str, language: str = "fr", kind: BlockKind | None = None) -> Article:
    source = Source(content)
    blocks = (Block(kind, Span(0, len(content))),) if kind else tuple(blocks_of(content))
    return Article("a.txt", Text(content, source), blocks, language=language)


def told(content: str, language: str = "fr", kind: BlockKind | None = None) -> list[tuple[str, str, list[str]]]:
    read = article(content, language, kind)
    return [
        (credit.role.value, read.text[credit.span], [agent.name for agent in credit.agents])
        for credit in find_statements(read)
    ]


def only(content: str, language: str = "fr", kind: BlockKind | None = None) -> Credit:
    (credit,) = find_statements(article(content, language, kind))
    return credit


ONE = [
    ("fr", "Par Maud Ferlin, envoyée spéciale à Brest", "author", ["Maud Ferlin"]),
    ("fr", "Avec AFP", "agency", ["AFP"]),
    ("en", "By Nell Abbott and Oscar Lindqvist", "author", ["Nell Abbott", "Oscar Lindqvist"]),
    ("en", "Edited by: Oscar Lindqvist", "editor", ["Oscar Lindqvist"]),
    ("en", "First published in The Lake Courier.", "republication", ["Lake Courier"]),
    ("es", "(Con información de EFE)", "agency", ["EFE"]),
    ("de", "Von Nora Kessler", "author", ["Nora Kessler"]),
    ("de", "Aus dem Englischen von Tim Albers", "translator", ["Tim Albers"]),
    ("it", "(con fonte ANSA)", "agency", ["ANSA"]),
    ("it", "Fonte: Il Sole 24 Ore", "source", ["Il Sole 24 Ore"]),
    ("en", "BY NELL ABBOTT AND OSCAR LINDQVIST", "author", ["NELL ABBOTT", "OSCAR LINDQVIST"]),
    ("pt", "Com informações da Agência Brasil", "agency", ["Agência Brasil"]),
    ("nl", "Door Fenna Brouwer", "author", ["Fenna Brouwer"]),
]


@pytest.mark.parametrize(("language", "line", "role", "names"), ONE)
def test_line_states_one_credit(language: str, line: str, role: str, names: list[str]) -> None:
    ((found, text, agents),) = told(line, language)
    assert (found, text) == (role, line)
    assert [name.removeprefix("The ") for name in agents] == names


def test_translation_credit_holds_the_original_author() -> None:
    line = "Article traduit de Harbour Weekly – Auteure : Maud Ferlin"
    assert told(line) == [
        ("translation", line, ["Harbour Weekly"]),
        ("original-author", "Maud Ferlin", ["Maud Ferlin"]),
    ]


def test_byline_of_a_republication_is_the_original_author() -> None:
    text = "By Nell Abbott\n\nThe ferry stopped.\n\nThis article was originally published in The Lake Courier."
    assert [role for role, _, _ in told(text, "en")] == ["original-author", "republication"]


def test_bullets_and_neighbours_stay_outside() -> None:
    url = "https://lac-exemple.fr/2031/03/04/le-bac"
    assert told(f"- Source : {url}") == [("source", f"Source : {url}", [])]
    credit = only(f"- Source : {url}")
    assert (credit.url, credit.domain) == (url, "lac-exemple.fr")


def test_source_of_images_is_an_image_credit() -> None:
    assert only("- Source image(s) : lac-exemple.fr").role is Role.IMAGE
    assert told("Le port de Vannes à l’aube. | Source : Getty Images") == [
        ("image", "Source : Getty Images", ["Getty Images"])
    ]


def test_several_labels_of_one_line() -> None:
    line = "Redaktion: Nora Kessler, Ida Voss Faktencheck: Tim Albers"
    assert [(role, names) for role, _, names in told(line, "de")] == [
        ("editor", ["Nora Kessler", "Ida Voss"]),
        ("editor", ["Tim Albers"]),
    ]


def test_dateline_without_a_dash_stands_before_a_sentence() -> None:
    behind = "Der Bundesrat will die Regeln für Drohnen in Städten verschärfen."
    assert told(f"BERN (sda) {behind}", "de") == [("dateline", "BERN (sda) ", ["sda"])]
    assert told(f"Die Partei (AAP) {behind}", "de") == []


def test_dateline_names_an_agency_and_a_station_is_none() -> None:
    assert told("VANNES, 3 mars (AFP) - Le bac est arrêté.") == [("dateline", "VANNES, 3 mars (AFP) -", ["AFP"])]
    assert [names for _, _, names in told("SALEM, Ore. (KXYZ) — The ferry stopped.", "en")] == [[]]


def test_bilingual_disclosure_is_one_credit_with_its_twin() -> None:
    text = (
        "Nos journalistes utilisent l'IA pour traduire des articles étrangers. "
        "/ Our journalists use AI to translate foreign articles."
    )
    credit = only(text)
    assert credit.role is Role.AI_DISCLOSURE
    assert len(credit.also) == 1
    assert credit.ai_uses == (AiUse.TRANSLATION,)


@pytest.mark.parametrize(
    ("language", "text", "uses", "review"),
    [
        ("fr", "Cet article a été rédigé avec l’aide de l’IA puis relu par la rédaction.", (AiUse.WRITING,), True),
        ("en", "This article was translated by AI and has not been reviewed.", (AiUse.TRANSLATION,), False),
        ("de", "Dieser Text wurde mit KI-Unterstützung erstellt.", (AiUse.UNSPECIFIED,), None),
        ("it", "Immagine generata con intelligenza artificiale.", (AiUse.IMAGE,), None),
    ],
)
def test_disclosure_is_typed(language: str, text: str, uses: tuple[AiUse, ...], review: bool | None) -> None:
    credit = next(found for found in find_statements(article(text, language)) if found.role is Role.AI_DISCLOSURE)
    assert (credit.ai_uses, credit.human_review) == (uses, review)


SILENT = [
    ("fr", "Pour sa part, le maire a refusé de répondre."),
    ("fr", "Par ailleurs, le bac ne circule plus."),
    ("fr", "Une source proche du dossier a confirmé l’information."),
    ("fr", "Le roman de Kim Su, traduit du coréen par Jean Vasseur, éditions du Môle"),
    ("fr", "Aucun texte de ce journal n’est rédigé par une intelligence artificielle."),
    ("en", "By the way, the ferry still runs on Sundays."),
    ("en", "Power Source: 48V battery"),
    ("en", "Open source: the code is free."),
    ("en", "This article was not written by AI."),
    ("es", "Por fin, la lluvia"),
    ("es", "Las pensiones (AFP) subirán en enero, según el ministerio."),
    ("de", "Von wegen Ruhe am See"),
    ("it", "Di conseguenza il traghetto resta fermo."),
    ("pt", "Por que o barco parou"),
    ("nl", "Door de storm lag de veerboot stil."),
]


@pytest.mark.parametrize(("language", "line"), SILENT)
def test_look_alikes_are_no_credits(language: str, line: str) -> None:
    assert told(line, language) == []


PIECES = st.sampled_from([
    "Par ", "By ", "Von ", "Source : ", "Photo: ", "© ", "(AFP) - ", "https://lac.fr/a", "IA ", "traduit de l'", "\n",
    "anglais ", "Maud Ferlin", ", ", " et ", "/", "(", ")", "[", "](", "Cet article a été ", "2031", " | ", "« ", ". ",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_lie_in_the_text(content: str) -> None:
    read = article(content)
    for credit in find_statements(read):
        assert 0 <= credit.span.start < credit.span.end <= len(content)
        for agent in credit.agents:
            assert agent.span is None or read.text[agent.span] == agent.name


@pytest.mark.parametrize("piece", ["Source : ", "Par A", "(avec ", "traduit de l'", "© ", "Photo: a/", "IA ", "A ("])
def test_hostile_repetition_stays_linear(piece: str) -> None:
    find_statements(article(piece * 4000, kind=BlockKind.BODY))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Publié le 3 mars 2031, mis à jour le 4 mars 2031"),
        ("en", "Published March 3, 2031, updated March 4, 2031"),
        ("es", "Publicado el 3 de marzo de 2031, actualizado el 4 de marzo de 2031"),
        ("es", "Con datos de Eurostat"),
        ("fr", "Par Odile Vasseur 58, le jeudi 6 mars 2031 à 17h40"),
    ],
)
def test_publication_lines_correct_nothing_and_figures_are_no_source(language: str, line: str) -> None:
    assert told(line, language) == []
