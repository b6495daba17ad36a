"""The library: what a script or a notebook gets."""

import json
import pickle
from html.parser import HTMLParser
from pathlib import Path

import pytest

from provenance import Audit, AuditResult, DossierResult, audit, render
from provenance.model.errors import UsageError
from provenance.model.record import replace
from provenance.reports.csv import HEADERS

FIXTURES = Path(__file__).parent.parent / "fixtures"
ARTICLES = FIXTURES / "articles"


@pytest.fixture(scope="module")
def result() -> AuditResult:
    return audit([ARTICLES, FIXTURES / "broken"], profile="research")


@pytest.mark.parametrize("table", HEADERS)
def test_records_are_rectangular_and_of_one_type_a_column(result: AuditResult, table: str) -> None:
    rows = result.to_records(table)
    assert rows
    assert {tuple(row) for row in rows} == {HEADERS[table]}
    for column in HEADERS[table]:
        types = {type(row[column]) for row in rows} - {type(None)}
        assert len(types) <= 1, f"{column}: {types}"
        assert types <= {str, int, float, bool}
    assert json.loads(json.dumps(rows)) == rows


def test_records_hold_the_words_and_not_what_a_spreadsheet_needs(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("---\nauthor: Odile Vasseur\n---\n# =1+1\n\nLe pont rouvrira lundi.\n", "utf-8")
    (row,) = audit(article).to_records()
    assert row["headline"] == "=1+1"
    assert row["source"] is None


def test_an_unknown_table_names_the_known_ones(result: AuditResult) -> None:
    with pytest.raises(UsageError, match="finding"):
        result.to_records("finding")


class Tags(HTMLParser):
    """Every tag is closed in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)
        assert {name for name, _ in attrs} <= {"scope"}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def parsed(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    assert not tags.open
    assert tags.seen <= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
    return tags


def test_a_notebook_shows_the_table_and_each_article(result: AuditResult) -> None:
    shown = parsed(result._repr_html_())
    assert "Capucine Delorme" in shown.text
    assert any("broken/binary.txt" in text for text in shown.text)
    (dossier,) = (one for one in result.dossiers if "misspelt" in one.article.path)
    assert isinstance(dossier, DossierResult)
    assert "Lefranchi" in parsed(dossier._repr_html_()).text
    assert {row["rule"] for row in dossier.to_records()} >= {"misspelt-name"}


def test_nothing_of_an_article_acts_on_a_notebook(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Par Odile <script>alert(1)</script> Vasseur\n\n<b>Le pont</b> rouvrira cet été.\n", "utf-8")
    result = audit(article, profile="research")
    parsed(result._repr_html_())
    parsed(result.dossiers[0]._repr_html_())


def test_a_long_table_is_cut(result: AuditResult) -> None:
    many = replace(result, dossiers=result.dossiers[:1] * 500)
    assert many._repr_html_().count("<tr>") == 101
    assert "100 / " in many._repr_html_()


def test_a_result_is_an_audit(result: AuditResult) -> None:
    assert isinstance(result, Audit)
    assert render(result, "json") == render(Audit(*(getattr(result, name) for name in result.__record__)), "json")  # type: ignore[attr-defined]
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301
