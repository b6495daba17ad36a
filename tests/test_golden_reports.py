"""Every format, word for word, of one audit made by hand: a reader of reports sees each change before users do.

Rewrite the goldens with `GOLDEN=write pytest tests/test_golden_reports.py`, then read the difference.
"""

import os
import re
from importlib import import_module
from pathlib import Path

import pytest
import sample_audits

from provenance.commands.trace import FORMATS as TRACES
from provenance.layout.view import View
from provenance.model.audit import Audit
from provenance.terminal.outputs import FORMATS, TABLES, render

GOLDEN = Path(__file__).parent / "golden"
SPEAKING = ("html", "markdown", "table", "text")
"""Formats for people, who read French or English; the others have one language."""
DRESS = re.compile(r"<(style|script)>.*?</\1>|(?<=content=\")default-src[^\"]*", re.DOTALL)
"""How the page looks and behaves is tested in a browser; the golden holds what it says."""


def in_both_languages(formats: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(format, locale) for format in formats for locale in ("en", "fr") if locale == "en" or format in SPEAKING]


def holds(name: str, report: str) -> None:
    golden = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(report, "utf-8", newline="")
    assert report == golden.read_bytes().decode("utf-8")


@pytest.mark.parametrize(("format", "locale"), in_both_languages(tuple(sorted(set(FORMATS) - {"csv"}))))
def test_a_report_reads_as_agreed(format: str, locale: str) -> None:
    report = render(sample_audits.everything(), format, View(version="0.0", locale=locale))
    holds(f"{format}-everything-{locale}.txt", DRESS.sub("", report))


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_one_article_reads_as_agreed(locale: str) -> None:
    report = render(Audit((sample_audits.translated(),)), "table", View(version="0.0", locale=locale))
    holds(f"table-translated-{locale}.txt", report)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_for_spreadsheets_reads_as_agreed(table: str) -> None:
    holds(f"csv-{table}.txt", render(sample_audits.everything(), "csv", View(version="0.0", table=table)))


@pytest.mark.parametrize("format", TRACES)
def test_a_trace_reads_as_agreed(format: str) -> None:
    module = import_module(f"provenance.traces.{format}")
    report = module.render(sample_audits.everything(), sample_audits.traced(), View(version="0.0"))
    holds(f"trace-{format}.txt", report)
