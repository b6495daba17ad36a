"""Where reports go: standard output, files, a folder of tables. Data to stdout, everything else to stderr."""

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from provenance import reports
from provenance.layout.nearest import did_you_mean
from provenance.layout.view import View
from provenance.model.audit import Audit
from provenance.model.errors import UsageError
from provenance.model.record import record, replace
from provenance.model.shelves import modules_on

FORMATS = tuple(modules_on(reports.__path__))
"""Every module on the shelf of reports is a format."""
FOR_PEOPLE = frozenset({"table", "text"})
TABLES = ("articles", "findings", "credits", "chain")
SUFFIXES = {
    ".txt": "table",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".sarif": "sarif",
    ".xml": "junit",
    ".html": "html",
    ".htm": "html",
}
STDOUT = "-"


@record
class Output:
    """One report to make: its format, where it goes, and for CSV which table."""

    format: str
    target: str = STDOUT
    table: str = "articles"


def outputs(given: list[str], format: str | None, table: str | None, default: str) -> list[Output]:
    """The reports asked for; raises UsageError for an output whose format nothing tells."""
    made = [output for each in given for output in _output(each, format, table)]
    made = made or [Output(format or ("csv" if table else default), STDOUT, table or "articles")]
    if table and not any(output.format == "csv" for output in made):
        raise UsageError("--table goes with the format csv")
    return made


def _output(given: str, format: str | None, table: str | None) -> Iterator[Output]:
    lead, sign, target = given.partition("=")
    if sign and lead in FORMATS:
        format = lead
    elif sign and lead.isalpha() and "did you mean" in (near := did_you_mean(lead, FORMATS)):
        raise UsageError(f"--output: unknown format '{lead}'{near}")
    else:
        target = given
    if not target:
        raise UsageError(f"--output: '{given}' names no file")
    if target.endswith(("/", os.sep)) or Path(target).is_dir():
        if format not in (None, "csv"):
            raise UsageError(f"--output: a folder takes the CSV tables; name a file for {format}")
        yield from (Output("csv", str(Path(target) / f"{name}.csv"), name) for name in TABLES)
        return
    format = format or (None if target == STDOUT else SUFFIXES.get(Path(target).suffix.lower()))
    if format is None:
        raise UsageError(f"--output: the name '{target}' does not tell the format; write FORMAT={target}")
    yield Output(format, target, table or "articles")


def prove_writable(wanted: list[Output]) -> None:
    """Say before the audit, not after it, that a report could not be written."""
    for output in wanted:
        folder = Path(output.target).parent
        if output.target != STDOUT and not folder.is_dir() and output.format != "csv":
            raise UsageError(f"--output: there is no folder '{folder}'")


def write(audit: Audit, wanted: list[Output], view: View) -> None:
    """Render and write each report. Files carry neither colour nor the width of this terminal."""
    for output in wanted:
        on_terminal = output.target == STDOUT
        own = (
            replace(view, table=output.table)
            if on_terminal
            else replace(view, table=output.table, color=False, width=100)
        )
        put(render(audit, output.format, own), output.target)


def render(audit: Audit, format: str, view: View) -> str:
    report: str = import_module(f"provenance.reports.{format}").render(audit, view)
    return report


def put(report: str, target: str) -> None:
    """Write a report as UTF-8, its line ends as they are; to the terminal in the terminal's own encoding."""
    data = report.encode("utf-8", "replace")
    if target != STDOUT:
        try:
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            Path(target).write_bytes(data)
        except OSError as error:
            raise UsageError(f"{target} cannot be written: {(error.strerror or str(error)).lower()}") from error
        return
    if sys.stdout.isatty():
        data = report.encode(sys.stdout.encoding or "utf-8", "replace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        hush()


def hush() -> None:
    """Whoever read our output has gone. The run goes on to its exit code, and says the rest to nobody."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(line: str) -> None:
    """A word to the person at the terminal, on stderr."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(line.encode(encoding, "replace").decode(encoding) + "\n")
