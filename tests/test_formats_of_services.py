"""The formats other programs read: valid by their schemas, and true to the file."""

import gzip
import json
from pathlib import Path
from typing import Any

import jsonschema
import sample_audits
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml

from provenance.inspection.rulebook import every_check
from provenance.layout.view import View
from provenance.model.audit import Audit, Failure
from provenance.model.block import Block, BlockKind
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding, Level, Message
from provenance.model.record import replace
from provenance.model.text import Source, Span, Stretch, Text
from provenance.terminal.outputs import render

SCHEMAS = Path(__file__).parent / "schemas"
FIXTURES = Path(__file__).parent.parent / "fixtures"
RULES = tuple(check.rule for check in every_check())


def shown(audit: Audit, format: str, **choices: Any) -> str:
    return render(audit, format, View(version="0.1", **choices))


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))


def everything() -> Audit:
    return replace(sample_audits.everything(), rules=RULES)


def one_finding(content: str, words: str, replacement: str | None = None, **changes: Any) -> Dossier:
    made = replace(sample_audits.article(content), **changes)
    start = content.index(words)
    told = Finding(
        "misspelt-name", Level.ERROR, Span(start, start + len(words)), Message({"en": "why"}), replacement, True
    )
    return Dossier(made, findings=(told,))


def sarif(audit: Audit) -> Any:
    document = json.loads(shown(audit, "sarif"))
    jsonschema.Draft4Validator(schema("sarif-2.1.0")).validate(document)
    (run,) = document["runs"]
    return run


def test_sarif_is_valid_and_names_every_rule() -> None:
    run = sarif(everything())
    rules = run["tool"]["driver"]["rules"]
    assert {rule.id for rule in RULES} <= {rule["id"] for rule in rules}
    for rule in rules:
        assert rule["id"] in {each.id for each in RULES}
        assert rule["shortDescription"]["text"]
        assert len(rule["help"]["markdown"]) > len(rule["shortDescription"]["text"])
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]


def test_sarif_counts_columns_in_code_points() -> None:
    run = sarif(Audit((one_finding("🎉 Ms Solhiem spoke.\n", "Solhiem", "Solheim"),)))
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"], region["snippet"]["text"]) == (6, 13, "Solhiem")
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"] == "Solheim"


def test_sarif_tells_the_worst_first_and_the_suppressed_last() -> None:
    results = sarif(everything())["results"]
    told = [result["level"] for result in results if "suppressions" not in result]
    assert told == sorted(told, key=["error", "warning", "note"].index)
    assert [result["suppressions"] for result in results[len(told) :]] == [
        [{"kind": "external", "justification": "kept on purpose"}]
    ]


def test_sarif_keeps_what_was_not_measured_and_what_failed() -> None:
    (invocation,) = sarif(everything())["invocations"]
    assert invocation["executionSuccessful"] is False
    notes = invocation["toolExecutionNotifications"]
    assert [note["message"]["text"] for note in notes if note["level"] == "error"] == ["the file is empty"]
    assert {note["associatedRule"]["id"] for note in notes if note["level"] == "note"} == {"stale-date", "date-order"}
    (notice,) = invocation["toolConfigurationNotifications"]
    assert notice["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}


def test_sarif_of_25_000_findings_is_within_the_limits() -> None:
    audit = Audit(tuple(sample_audits.crowded(250, f"articles/{number}.txt") for number in range(101)), rules=RULES)
    audit = replace(audit, dossiers=(*audit.dossiers, sample_audits.translated()))
    report = shown(audit, "sarif")
    (run,) = json.loads(report)["runs"]
    assert len(run["results"]) == 25_000
    assert run["results"][0]["level"] == "error"
    assert len(gzip.compress(report.encode())) < 10_000_000
    (left_out,) = [note for note in run["invocations"][0]["toolExecutionNotifications"] if note["level"] == "warning"]
    assert "255" in left_out["message"]["text"]


def test_sarif_addresses_are_encoded() -> None:
    made = one_finding("Ms Solhiem spoke.\n", "Solhiem", path="été 2031/a b%.txt")
    (result,) = sarif(Audit((made,)))["results"]
    (where,) = result["locations"]
    uri = where["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "%C3%A9t%C3%A9%202031/a%20b%25.txt"


def test_gitlab_is_valid_and_its_fingerprints_are_unique() -> None:
    entries = json.loads(shown(everything(), "gitlab"))
    jsonschema.validate(entries, schema("gitlab-code-quality"))
    assert entries[0]["severity"] == "blocker"
    prints = [entry["fingerprint"] for entry in entries]
    assert len(prints) == len(set(prints))
    assert "hashtag-residue" not in {entry["check_name"] for entry in entries}


def test_rdjson_is_valid() -> None:
    document = json.loads(shown(everything(), "rdjson"))
    jsonschema.validate(document, schema("rdjson"))
    assert "broken.txt" in {item["location"]["path"] for item in document["diagnostics"]}


@given(st.text(), st.text(), st.integers(0, 3))
def test_rdjson_columns_are_bytes_of_the_line(before: str, after: str, lines: int) -> None:
    before = before.encode("utf-8", "ignore").decode().replace("Solhiem", "")
    content = "\n" * lines + before + "Solhiem" + after.encode("utf-8", "ignore").decode()
    document = json.loads(shown(Audit((one_finding(content, "Solhiem", "Solheim"),)), "rdjson"))
    (item,) = document["diagnostics"]
    place = item["location"]["range"]
    ends = [0, *(start for start in Source(content).line_starts[1:])]
    line = content[ends[place["start"]["line"] - 1] :].encode()
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"Solhiem"
    (suggestion,) = item["suggestions"]
    assert suggestion == {"range": place, "text": "Solheim"}


def test_no_suggestion_where_the_file_spells_the_words_otherwise() -> None:
    """An entity inside the words, or a sign in the replacement that the format would act on."""
    raw = "<p>B&eacute;atrice</p>"
    made = sample_audits.article("Béatrice")
    text = Text("Béatrice", Source(raw), (Stretch(0, 1, 3, 1), Stretch(1, 1, 4, 8), Stretch(2, 6, 12, 6)))
    html = replace(made, text=text, format="html", blocks=(Block(BlockKind.BODY, Span(0, 8)),))
    for span, replacement, told in (
        (Span(0, 8), "Beatrice", False),
        (Span(2, 8), "trix", True),
        (Span(2, 8), "<b>", False),
    ):
        finding = Finding("misspelt-name", Level.ERROR, span, Message({"en": "why"}), replacement)
        document = json.loads(shown(Audit((Dossier(html, findings=(finding,)),)), "rdjson"))
        assert ("suggestions" in document["diagnostics"][0]) is told


def test_junit_is_read_by_its_consumer() -> None:
    suites = JUnitXml.fromstring(shown(everything(), "junit").encode())
    by_name = {suite.name: suite for suite in suites}
    assert (suites.errors, suites.failures) == (1, 3)
    assert by_name["broken.txt"].errors == 1
    assert [case.name for case in by_name["clean.md"]] == ["audit"]
    assert by_name["harbour.txt"].skipped == 3
    assert by_name["crowded.txt"].failures == 0
    assert suites.tests == sum(suite.tests for suite in suites)


@given(st.text(), st.text())
def test_junit_holds_any_text(path: str, reason: str) -> None:
    JUnitXml.fromstring(shown(Audit((), (Failure(path, reason),)), "junit").encode("utf-8"))


def test_the_name_of_a_file_tells_the_format(tmp_path: Path) -> None:
    from provenance.cli import main

    for name, sign in {"a.sarif": '{"$schema"', "a.xml": "<?xml"}.items():
        assert main(["audit", str(FIXTURES / "articles/es-agencia.txt"), "-q", "-o", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_text("utf-8").startswith(sign)
