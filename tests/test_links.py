"""Undeclared links: what was made from what among the articles given, and an article held against its origin."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.cli import main
from provenance.corpus.memory import MemoryIndex
from provenance.lexicon.tables import rows
from provenance.lineage.features import features
from provenance.lineage.inference import inferred
from provenance.lineage.leaf import Leaf, sentences_of
from provenance.model.text import Span
from provenance.words.concepts import columns, concepts

CHAINS = Path(__file__).parent.parent / "fixtures" / "chains"
HERALD = "A 60-metre crane toppled in Port Ellery on Tuesday, injuring three dockers and sinking a tug."


def leaf(key: str, language: str, text: str) -> Leaf:
    spans = []
    start = 0
    for line in text.split("\n"):
        spans += sentences_of(text, Span(start, start + len(line)))
        start += len(line) + 1
    return Leaf(key, language, text, tuple(spans))


def traced(capsys: pytest.CaptureFixture[str], *paths: Path) -> dict[str, object]:
    assert main(["trace", *map(str, paths), "--format", "json"]) == 0
    document: dict[str, object] = json.loads(capsys.readouterr().out)
    return document


def steps(document: dict[str, object]) -> set[tuple[str, str | None, str, str]]:
    links: list[dict[str, str]] = document["links"]  # type: ignore[assignment]
    return {
        (Path(link["from"]).name[0], Path(link["to"]).name[0] if link["to"] else None, link["relation"], link["basis"])
        for link in links
    }


def test_a_story_is_followed_through_four_languages(capsys: pytest.CaptureFixture[str]) -> None:
    document = traced(capsys, CHAINS)
    assert steps(document) == {
        ("2", "1", "translation", "inferred"),
        ("3", "2", "translation", "declared"),
        ("4", "3", "republication", "inferred"),
        ("5", "4", "translation", "inferred"),
    }
    groups: list[list[str]] = document["groups"]  # type: ignore[assignment]
    assert [[Path(path).name[0] for path in group] for group in groups] == [["1", "2", "3", "4", "5"]]
    assert document["independent_origins"] == 2


def test_an_inferred_link_shows_what_it_rests_on(capsys: pytest.CaptureFixture[str]) -> None:
    document = traced(capsys, CHAINS / "1-ellery-herald.html", CHAINS / "2-diario-del-puerto.html")
    (link,) = document["links"]  # type: ignore[misc]
    assert "Achterberg" in link["names"]
    assert "1.140" in link["figures"]
    assert link["aligned"]
    lines = (CHAINS / "2-diario-del-puerto.html").read_text("utf-8").split("\n")
    for pair in link["aligned"]:
        line, column, end_line, end_column = pair["article"]
        assert line == end_line
        assert lines[line - 1][column - 1 : end_column - 1].strip()


def test_links_do_not_depend_on_the_order_of_paths(capsys: pytest.CaptureFixture[str]) -> None:
    paths = sorted(CHAINS.iterdir())
    assert traced(capsys, *paths) == traced(capsys, *reversed(paths))


def test_an_article_is_judged_without_its_neighbours(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", str(CHAINS), "--format", "json"])
    articles = json.loads(capsys.readouterr().out)["articles"]
    assert all(step["basis"] == "declared" for article in articles for step in article["chain"])


def test_report_links_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    main(["report", str(CHAINS), "--link", "--format", "json", "--quiet"])
    articles = {Path(each["path"]).name[0]: each for each in json.loads(capsys.readouterr().out)["articles"]}
    assert articles["4"]["chain"][0]["basis"] == "inferred"
    assert Path(articles["4"]["chain"][0]["to"]["path"]).name[0] == "3"


def held_against(capsys: pytest.CaptureFixture[str], article: str, origin: str) -> dict[str, object]:
    arguments = ["audit", str(CHAINS / article), "--origin", str(CHAINS / origin), "--format", "json"]
    main([*arguments, "--select", "undeclared-reuse,undeclared-translation", "--profile", "research"])
    found: dict[str, object] = json.loads(capsys.readouterr().out)["articles"][0]
    return found


@pytest.mark.parametrize(
    ("article", "origin", "rules"),
    [
        ("4-gazette-de-vauclin.html", "3-relais-des-quais.html", ["undeclared-reuse"]),
        ("2-diario-del-puerto.html", "1-ellery-herald.html", ["undeclared-translation"]),
        ("5-hafenblatt.html", "1-ellery-herald.html", ["undeclared-translation"]),
        ("3-relais-des-quais.html", "2-diario-del-puerto.html", []),
        ("6-ellery-radio.txt", "1-ellery-herald.html", []),
    ],
)
def test_an_article_held_against_its_origin(
    capsys: pytest.CaptureFixture[str], article: str, origin: str, rules: list[str]
) -> None:
    found = held_against(capsys, article, origin)
    findings: list[dict[str, str]] = found["findings"]  # type: ignore[assignment]
    assert [finding["rule"] for finding in findings] == rules


def test_a_declared_step_is_verified_by_the_origin_given(capsys: pytest.CaptureFixture[str]) -> None:
    found = held_against(capsys, "3-relais-des-quais.html", "2-diario-del-puerto.html")
    chain: list[dict[str, str]] = found["chain"]  # type: ignore[assignment]
    assert [step["basis"] for step in chain] == ["verified"]


def test_an_origin_that_does_not_match_is_not_measured(capsys: pytest.CaptureFixture[str]) -> None:
    found = held_against(capsys, "6-ellery-radio.txt", "4-gazette-de-vauclin.html")
    unmeasured: list[dict[str, str]] = found["unmeasured"]  # type: ignore[assignment]
    assert any("does not match" in each["reason"] for each in unmeasured)


def test_origin_goes_with_one_article(capsys: pytest.CaptureFixture[str]) -> None:
    origin = str(CHAINS / "1-ellery-herald.html")
    assert main(["audit", str(CHAINS), "--origin", origin]) == 2
    assert "exactly one article" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Кран рухнул в порту, сообщил Десмонд Ахтерберг. Пострадали 18 человек, ущерб 2300 долларов."),
        ("zh", "港口起重机倒塌，德斯蒙德说。18人受伤，损失2300万美元。伦敦警察正在调查。"),
        ("ar", "قال دزموند إن الرافعة سقطت في لندن وأصيب 18 شخصا وبلغت الخسائر 2300 دولار"),
        ("ko", "런던 항구에서 크레인이 무너져 18명이 부상했다고 경찰이 밝혔다."),
        ("ja", "ロンドン港でクレーンが倒れ、デズモンド氏ら18人が負傷したと警察が発表した。"),
        ("he", "המשטרה אמרה כי 18 בני אדם נפצעו בלונדון, לדברי דזמונד"),
        ("hi", "पुलिस ने कहा कि लंदन में 18 लोग घायल हुए, डेसमंड ने बताया।"),
        ("el", "Η αστυνομία είπε ότι 18 άτομα τραυματίστηκαν στο Λονδίνο, σύμφωνα με τον Ντέσμοντ."),
    ],
)
def test_every_script_shares_something_with_english(language: str, text: str) -> None:
    english = features("Desmond Achterberg said 18 people were injured in London, police said, a loss of $2300.", "en")
    assert len(features(text, language) & english) >= 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une femme meurt en tombant d'une falaise"),
        ("es", "Muere una mujer al caer de un acantilado"),
        ("de", "Frau stirbt nach Sturz von einer Klippe"),
        ("it", "Donna muore cadendo da una scogliera"),
        ("pt", "Mulher morre ao cair de um penhasco"),
        ("nl", "Vrouw sterft na val van klif"),
        ("ru", "Женщина погибла, упав с обрыва"),
        ("ar", "وفاة امرأة بعد سقوطها من منحدر"),
        ("zh", "女子坠落悬崖身亡"),
    ],
)
def test_a_headline_without_names_is_understood(language: str, text: str) -> None:
    assert {"woman", "cliff", "fall"} <= concepts(text, language)


def test_meanings_have_forms_in_most_languages_and_single_words_where_words_stand_apart() -> None:
    assert len({row[0].partition("|")[0] for row in rows("meanings")}) == len(rows("meanings"))
    for row in rows("meanings"):
        assert len(row) == len(columns("meanings"))
        assert sum(map(bool, row)) >= 7, row[0]
        for language, cell in zip(columns("meanings"), row, strict=True):
            assert language == "ar" or " " not in cell


def test_neighbours_on_one_event_are_no_copies() -> None:
    herald = leaf(
        "a", "en", f"{HERALD}\nHarbour master Winifred Osgood said it had passed its inspection in April 2030."
    )
    radio = leaf(
        "b",
        "en",
        "Dockers in Port Ellery will vote on a walkout after Tuesday's collapse of a crane.\n"
        "Union secretary Rufus Dunmallard told 200 workers on Wednesday that they were afraid to go back.",
    )
    assert inferred([herald, radio]) == []


def test_the_same_text_in_traditional_and_simplified_chinese_is_one() -> None:
    simplified = leaf("a", "zh-CN", "港口起重机周二晚上倒塌，造成三名码头工人受伤，一艘拖船沉没。该起重机建于1987年。")
    traditional = leaf("b", "zh-TW", "港口起重機週二晚上倒塌，造成三名碼頭工人受傷，一艘拖船沉沒。該起重機建於1987年。")
    (pair,) = inferred([simplified, traditional])
    assert pair.judgement.confidence > 0.9


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=4))
def test_any_texts_can_be_compared(texts: list[str]) -> None:
    leaves = [leaf(str(number), ("en", "fr", "zh", "ar")[number], text) for number, text in enumerate(texts)]
    for pair in inferred(leaves):
        assert 0 <= pair.judgement.confidence <= 1


def test_an_index_knows_which_texts_have_a_feature() -> None:
    index = MemoryIndex()
    assert [index.add(["a", 7]), index.add(["a"])] == [0, 1]
    assert (list(index.having("a")), list(index.having(7)), list(index.having("b")), len(index)) == ([0, 1], [0], [], 2)
