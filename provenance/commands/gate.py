"""Check articles before they are published: only what fails, then one line."""

import argparse
import os
from pathlib import Path

from provenance import __version__
from provenance.gate.verdict import CLEAN, INCOMPLETE, exit_code, failing
from provenance.layout.account import summary
from provenance.layout.display import paint
from provenance.model.audit import Audit
from provenance.model.finding import Level
from provenance.model.record import replace
from provenance.terminal.options import add_auditing
from provenance.terminal.outputs import FOR_PEOPLE, STDOUT, put, render, say, write
from provenance.terminal.run import Run, prepare

ANNOTATIONS = 10
"""GitHub shows no more of one step; the rest goes to the summary of the job."""


def register(parser: argparse.ArgumentParser) -> None:
    add_auditing(parser)


def run(options: argparse.Namespace) -> int:
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    default = "github" if in_actions else "text"
    ready = prepare(options, format=default, fail_on=Level.ERROR, version=__version__)
    if ready is None:
        return 0
    audit = ready.audit(bar=False)
    code = exit_code(audit, ready.settings.fail_on)
    told = replace(failing(audit, ready.settings.fail_on), notices=audit.notices if ready.view.summary else ())
    write(told, ready.wanted, replace(ready.view, summary=False, limit=ANNOTATIONS))
    if in_actions:
        add_to_job_summary(told, ready)
    if ready.view.summary:
        conclude(audit, ready, code)
    return code


def conclude(audit: Audit, ready: Run, code: int) -> None:
    """The one line: after a report for people on stdout, beside one for programs on stderr."""
    verdict, style = {CLEAN: ("passed", "green"), INCOMPLETE: ("incomplete", "red")}.get(code, ("failed", "red"))
    line = ready.words(f"gate.{verdict}", summary=summary(audit, ready.words, ready.settings.profile))
    people = {*FOR_PEOPLE, "github"}
    if any(output.target == STDOUT and output.format in people for output in ready.wanted):
        put(paint(line, f"bold {style}", color=ready.view.color) + "\n", STDOUT)
    else:
        say(line)


def add_to_job_summary(told: Audit, ready: Run) -> None:
    """All that fails, as Markdown, to the page of the job."""
    if page := os.environ.get("GITHUB_STEP_SUMMARY"):
        report = render(told, "markdown", replace(ready.view, summary=True, color=False))
        with Path(page).open("a", encoding="utf-8", errors="replace") as file:
            file.write(report)
