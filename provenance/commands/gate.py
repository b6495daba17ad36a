"""Check articles before they are published: only what fails, then one line."""

import argparse
import os
from pathlib import Path

from provenance import __version__
from provenance.gate.baseline import known
from provenance.gate.verdict import CLEAN, INCOMPLETE, exit_code, failing
from provenance.inputs import Input, is_address
from provenance.layout.account import summary
from provenance.layout.display import paint
from provenance.model.audit import Audit
from provenance.model.finding import Level
from provenance.model.record import replace
from provenance.terminal.options import add_auditing
from provenance.terminal.outputs import FOR_PEOPLE, STDOUT, put, render, say, write
from provenance.terminal.run import Run, prepare
from provenance.terminal.settling import common_folder

ANNOTATIONS = 10
"""GitHub shows no more of one step; the rest goes to the summary of the job."""


def register(parser: argparse.ArgumentParser) -> None:
    add_auditing(parser)
    gate = parser.add_argument_group("the gate")
    gate.add_argument("--changed-since", metavar="REV", help="only what git says has changed since the branch left REV")
    gate.add_argument("--write-baseline", metavar="FILE", help="write what is found as known, and pass")
    gate.add_argument("--statistics", action="store_true", help="count what each rule finds instead of telling it")


def run(options: argparse.Namespace) -> int:
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    if options.changed_since and not options.paths:
        options.paths = ["."]
    default = "github" if in_actions else "text"
    ready = prepare(options, format=default, fail_on=Level.ERROR, version=__version__)
    if ready is None:
        return 0
    if options.changed_since:
        ready = replace(ready, inputs=changed(ready.inputs, options))
        if not ready.inputs:
            say(ready.words("gate.unchanged", revision=options.changed_since))
            return CLEAN
    audit = ready.audit(bar=False)
    if options.write_baseline:
        return write_baseline(audit, options.write_baseline, ready)
    code = exit_code(audit, ready.settings.fail_on)
    if options.statistics:
        from provenance.reports.table_parts.statistics import statistics

        put(statistics(audit, ready.view), STDOUT)
        ready = replace(ready, wanted=[output for output in ready.wanted if output.target != STDOUT])
    told = replace(failing(audit, ready.settings.fail_on), notices=audit.notices if ready.view.summary else ())
    write(told, ready.wanted, replace(ready.view, summary=False, limit=ANNOTATIONS))
    if in_actions:
        add_to_job_summary(told, ready)
    if ready.view.summary:
        conclude(audit, ready, code)
    return code


def changed(inputs: list[Input], options: argparse.Namespace) -> list[Input]:
    """The inputs that changed, and those that cannot be read: a wrong path must not pass for an unchanged one."""
    from provenance.gate.changes import changed_since  # most runs need no git

    found = changed_since(options.changed_since, common_folder(options.paths) or Path.cwd())
    return [item for item in inputs if is_no_file(item) or os.path.realpath(item.path) in found]


def is_no_file(item: Input) -> bool:
    return item.reason is not None or item.data is not None or is_address(item.path)


def write_baseline(audit: Audit, target: str, ready: Run) -> int:
    """What is known from now on. What could not be audited cannot be known, so such a run stays incomplete."""
    baseline = known(audit)
    put(render(baseline, "json", ready.view), target)
    findings = ready.words.count("finding", sum(len(dossier.findings) for dossier in baseline.dossiers))
    say(ready.words("gate.known", findings=findings, path=target))
    return INCOMPLETE if exit_code(audit, None) == INCOMPLETE else CLEAN


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
