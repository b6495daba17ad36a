"""Reports: what a reader, a spreadsheet and a script can rely on."""

import csv
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sample_audits
from hypothesis import given
from hypothesis import strategies as st

from provenance.layout.display import cut, neutral, width, wrap
from provenance.layout.excerpt import excerpt
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.lexicon.tables import table as lexicon_table
from provenance.model.audit import Audit, Failure
from provenance.model.credit import AiUse
from provenance.model.dating import DateBasis, Dating, PartialDate
from provenance.model.finding import Level
from provenance.model.lineage import Basis, Derivation, OriginStatus, Relation, Work
from provenance.model.record import replace
from provenance.model.text import Span
from provenance.model.trace import Trace
from provenance.terminal.outputs import FORMATS, TABLES, render
from provenance.traces.tree import render as tree

SCHEMA = json.loads((Path(__file__).parent.parent / "schema" / "audit-1.json").read_text("utf-8"))
COMMANDING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def shown(audit: Audit, format: str = "table", **choices: Any) -> str:
    return render(audit, format, View(version="0.0", **choices))


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 160])
@pytest.mark.parametrize("locale", ["en", "fr"])
def test_table_never_overflows(columns: int, locale: str) -> None:
    lines = shown(sample_audits.everything(), width=columns, locale=locale).split("\n")
    assert [line for line in lines if width(line) > columns] == []


def test_one_article_overflows_no_narrow_terminal() -> None:
    for dossier in (sample_audits.translated(), sample_audits.hostile(), sample_audits.far_east()):
        assert all(width(line) <= 40 for line in shown(Audit((dossier,)), width=40).split("\n"))


def test_marks_stand_below_wide_characters() -> None:
    lines = shown(Audit((sample_audits.far_east(),))).split("\n")
    (row,) = [number for number, line in enumerate(lines) if "Solhiem 氏" in line]
    before = lines[row].partition("Solhiem")[0]
    assert lines[row + 1].index("^") == width(before)


def test_right_to_left_words_are_marked_in_place() -> None:
    assert "⟦أمس⟧" in shown(Audit((sample_audits.right_to_left(),)))


def test_many_findings_of_a_kind_do_not_drown_the_reader() -> None:
    table = shown(Audit((sample_audits.crowded(300),)))
    assert len(table.split("\n")) < 30
    assert "and 297 more like these" in table
    assert table.count("nobody can tell which day this is") == 1


def test_color_only_where_wanted() -> None:
    audit = sample_audits.everything()
    assert "\x1b" not in shown(audit)
    colored = shown(audit, color=True)
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == shown(audit)


@pytest.mark.parametrize("format", FORMATS)
def test_untrusted_text_commands_nothing(format: str) -> None:
    audit = Audit((sample_audits.hostile(),), (Failure("b\x1b[2J\n::error::x.txt", "no\x9b such \x1b file"),))
    for table in TABLES if format == "csv" else ("articles",):
        report = shown(audit, format, table=table).replace("\r\n", "\n")
        assert not COMMANDING.search(report)
        assert not re.search(r"^::(?!error file=|warning file=)", report, re.MULTILINE)


@pytest.mark.parametrize("format", FORMATS)
def test_failures_and_findings_are_in_every_format(format: str) -> None:
    for table in TABLES if format == "csv" else ("articles",):
        report = shown(sample_audits.everything(), format, table=table)
        assert "broken.txt" in report
        assert "the file is empty" in report
    if format != "csv":
        assert "misspelt-name" in report


def strict(schema: Any) -> Any:
    """The schema with no key allowed that it does not describe."""
    if isinstance(schema, dict):
        inner = {key: strict(value) for key, value in schema.items()}
        return {**inner, "additionalProperties": False} if "properties" in schema and "type" in schema else inner
    return [strict(item) for item in schema] if isinstance(schema, list) else schema


def test_json_keeps_its_schema() -> None:
    document = json.loads(shown(sample_audits.everything(), "json"))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(document, strict(SCHEMA))
    assert [item["path"] for item in document["failures"]] == ["broken.txt"]


def test_json_loses_no_character_of_hostile_text() -> None:
    dossier = sample_audits.hostile()
    (article,) = json.loads(shown(Audit((dossier,)), "json"))["articles"]
    assert article["path"] == dossier.article.path
    assert article["credits"][0]["people"] == ["=cmd|'/C calc'!A0\x1b[2J"]


def test_json_lines_are_the_articles_and_the_failures() -> None:
    whole = json.loads(shown(sample_audits.everything(), "json"))
    lines = [json.loads(line) for line in shown(sample_audits.everything(), "jsonl").splitlines()]
    articles = [
        {key: value for key, value in line.items() if key != "schema"} for line in lines if "failure" not in line
    ]
    assert articles == whole["articles"]
    assert lines[-1]["failure"] == {"reason": "the file is empty"}


def rows(audit: Audit, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(shown(audit, "csv", table=table), newline="")))


def test_csv_of_articles() -> None:
    found = {row["path"]: row for row in rows(sample_audits.everything(), "articles")}
    assert ",".join(found["harbour.txt"]) == (
        "path,status,language,published,headline,authors,source,chain,origin_status,ai_disclosure,errors,warnings,notes"
        ",unmeasured"
    )
    assert found["harbour.txt"] | {"unmeasured": ""} == {
        "path": "harbour.txt",
        "status": "audited",
        "language": "en",
        "published": "2031-02-12",
        "headline": "",
        "authors": "Ana Quiroga",
        "source": "Diario del Puerto",
        "chain": "translation: Diario del Puerto (es, 2031-02-11)",
        "origin_status": "declared",
        "ai_disclosure": "translation; summary",
        "errors": "1",
        "warnings": "1",
        "notes": "2",
        "unmeasured": "",
    }
    assert found["broken.txt"]["status"] == "failed: the file is empty"
    assert found["broken.txt"]["unmeasured"] == ""


def test_the_date_of_a_source_is_not_the_articles() -> None:
    made = replace(sample_audits.translated(), dating=Dating(PartialDate(2031, 2, 11), DateBasis.SOURCE_URL))
    (row,) = rows(Audit((made,)), "articles")
    assert row["published"] == ""
    (article,) = json.loads(shown(Audit((made,)), "json"))["articles"]
    assert (article["published"], article["published_basis"]) == ("2031-02-11", "source-url")
    assert "2031" not in tree(Audit((made,)), Trace(()), View()).split("\n")[0]


def test_only_what_an_origin_was_made_from_stands_behind_it() -> None:
    first, second, third = Work(name="First"), Work(name="Second"), Work(name="Third")
    made = Work(path="harbour.txt")
    steps = [(made, first), (made, second), (first, third)]
    chain = tuple(Derivation(Relation.SOURCE, Basis.DECLARED, one, other, 1.0) for one, other in steps)
    (row,) = rows(Audit((replace(sample_audits.translated(), chain=chain),)), "articles")
    assert row["chain"] == "source: First < source: Third; source: Second"


def test_csv_for_excel_has_a_mark_and_in_french_semicolons() -> None:
    audit = Audit((sample_audits.translated(),))
    assert shown(audit, "csv", excel=True).startswith("\ufeffpath,status,")
    assert shown(audit, "csv", excel=True, locale="fr").startswith("\ufeffpath;status;")


def test_on_a_narrow_terminal_each_article_is_a_card() -> None:
    narrow, wide = (shown(sample_audits.everything(), width=columns) for columns in (69, 70))
    assert ("╭" in wide, "╭" in narrow) == (True, False)
    assert narrow.count("Comes from") == len(sample_audits.everything().dossiers)
    assert "broken.txt: the file is empty" in narrow


def test_no_empty_line_below_marks_that_fill_the_line() -> None:
    for columns in range(40, 90):
        for line in shown(Audit((sample_audits.translated(),)), width=columns).split("\n"):
            assert not line or line.strip()


def test_csv_of_findings_tells_suppressed_ones_as_such() -> None:
    found = rows(sample_audits.everything(), "findings")
    assert ",".join(found[0]) == "path,line,column,level,rule,text,message,replacement"
    (hashtags,) = [row for row in found if row["rule"] == "hashtag-residue"]
    assert hashtags["level"] == "suppressed"
    assert [row["message"] for row in found if row["level"] == "failure"] == ["the file is empty"]


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_runs_as_a_formula(table: str) -> None:
    cells = [cell for row in rows(Audit((sample_audits.hostile(),)), table) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    if table == "findings":
        assert "'=HYPERLINK(1)" in cells


def test_no_cell_is_longer_than_a_spreadsheet_holds() -> None:
    (row,) = rows(Audit((), (Failure("a.txt", "x" * 1_000_000),)), "articles")
    assert len(row["unmeasured"]) < 32_767


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_csv_survives_any_text(texts: list[str]) -> None:
    audit = Audit((), tuple(Failure(text, text) for text in texts))
    told = rows(audit, "articles")
    assert len(told) == len(texts)
    for row, text in zip(told, texts, strict=True):
        assert row["path"].removeprefix("'") == neutral(text).removeprefix("'")


@given(st.text(), st.integers(2, 30))
def test_wrapped_text_fits_and_loses_nothing(text: str, columns: int) -> None:
    clean = neutral(text)
    lines = wrap(clean, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == clean.replace(" ", "")
    assert width(cut(clean, columns)) <= columns
    assert width(cut(clean, columns, from_left=True)) <= columns


def test_markdown_escapes_what_it_would_act_on() -> None:
    report = shown(Audit((sample_audits.hostile(),)), "markdown")
    assert "\\| \\<b\\>" not in report.split("\n")[0]
    assert "<b>" not in report
    assert len({line.count(" | ") for line in report.split("\n") if line.startswith("| ")}) == 2


def test_annotations_are_capped_worst_first() -> None:
    audit = Audit((sample_audits.crowded(12), sample_audits.translated()))
    lines = shown(audit, "github", limit=10, summary=False).splitlines()
    assert lines[0].startswith("::error file=harbour.txt,line=3,endLine=3,col=81,endColumn=88,title=")
    assert len([line for line in lines if line.startswith("::")]) == 10
    assert lines[-1] == "6 more findings are not shown here"


@given(st.text(min_size=1, max_size=300), st.integers(0, 299), st.integers(0, 299), st.integers(20, 120))
def test_an_excerpt_fits_and_holds_the_words(text: str, one: int, other: int, columns: int) -> None:
    made = sample_audits.article(text)
    span = Span(*sorted((min(one, len(text)), min(other, len(text)))))
    part = excerpt(made, span, columns)
    assert width("".join(part)) <= columns
    assert not COMMANDING.search("".join(part))
    assert part.marked or span.start == span.end or not neutral(made.text[span])


def keys(words: Any, lead: str = "") -> set[str]:
    if not isinstance(words, Mapping):
        return {lead}
    return {key for name, inner in words.items() for key in keys(inner, f"{lead}.{name}")}


def test_the_interface_speaks_both_languages() -> None:
    english, french = (keys(lexicon_table(locale, "interface")) for locale in ("en", "fr"))
    assert {key for key in french if not key.startswith((".reasons.", ".elision."))} == english


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_every_value_has_a_wording(locale: str) -> None:
    words = wording(locale)
    for lead, kinds in {
        "levels": Level,
        "relation": Relation,
        "basis": Basis,
        "origin": OriginStatus,
        "ai.uses": AiUse,
        "dated": DateBasis,
        "dated.short": DateBasis,
    }.items():
        assert all(words(f"{lead}.{kind}", name="x", date="y") for kind in kinds)


def test_failures_are_told_in_french() -> None:
    words = wording("fr")
    assert words.reason("the file is larger than 32 MB") == "le fichier dépasse 32 Mo"
    assert words.reason("it cannot be read: permission denied") == "il ne peut pas être lu : accès refusé"
    assert words.reason("something new") == "something new"
