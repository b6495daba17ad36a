"""One auditing run, from options to the audit: what audit, report and gate share."""

import argparse
import sys
from pathlib import Path

from provenance.gate.baseline import Baseline
from provenance.gate.baseline import load as load_baseline
from provenance.inputs import STDIN, Choice, Input, collect
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.audit import Audit
from provenance.model.errors import UsageError
from provenance.model.finding import Level
from provenance.model.record import record
from provenance.model.settings import Settings
from provenance.pipeline import audit_inputs, known_suffixes, network
from provenance.readers.opening import largest
from provenance.terminal import surroundings
from provenance.terminal.options import refuse_unavailable
from provenance.terminal.outputs import STDOUT, Output, outputs, prove_writable, put
from provenance.terminal.progress import Progress
from provenance.terminal.settling import configuration, settle, shown


@record
class Run:
    """A run that is ready to start."""

    settings: Settings
    inputs: list[Input]
    wanted: list[Output]
    view: View
    baseline: Baseline | None = None

    @property
    def words(self) -> Wording:
        return wording(self.settings.locale)

    def audit(self, *, bar: bool) -> Audit:
        progress = Progress(len(self.inputs), self.words("progress.auditing"), shown=bar)
        try:
            with network(self.settings) as fetch:
                return audit_inputs(self.inputs, self.settings, baseline=self.baseline, advance=progress, fetch=fetch)
        finally:
            progress.close()


def prepare(options: argparse.Namespace, *, format: str, fail_on: Level | None, version: str) -> Run | None:
    """The run the options ask for, everything proved before the first article is read; None where only the settings
    were to be shown. `format` and `fail_on` are the command's defaults."""
    refuse_unavailable(options)
    config = configuration(options)
    settings = settle(options, config, fail_on)
    if options.show_settings:
        put(shown(settings, config), STDOUT)
        return None
    wanted = outputs(options.output, options.format, options.table, format)
    prove_writable(wanted)
    known = load_baseline(Path(options.baseline)) if options.baseline else None
    stdin = standard_input(options) if STDIN in options.paths else None
    written = frozenset(str(Path(output.target).absolute()) for output in wanted if output.target != STDOUT)
    choice = Choice(known_suffixes(), settings.include, settings.exclude, written)
    inputs = collect(options.paths, choice, stdin)
    if settings.origins and len(inputs) != 1:
        raise UsageError("--origin goes with exactly one article")
    return Run(
        settings=settings,
        inputs=inputs,
        wanted=wanted,
        view=View(
            version=version,
            locale=settings.locale,
            width=surroundings.width(),
            color=surroundings.wants_color(refused=options.no_color),
            profile=settings.profile,
            summary=not options.quiet,
            excel=options.excel,
            online=settings.online,
        ),
        baseline=known,
    )


def standard_input(options: argparse.Namespace) -> Input:
    name = options.stdin_filename or STDIN
    return Input(name, data=sys.stdin.buffer.read(largest(name) + 1))
