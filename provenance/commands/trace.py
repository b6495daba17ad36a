"""Show where articles come from, as a tree: what each was made from, and what that was made from."""

import argparse
from importlib import import_module

from provenance import __version__, traces
from provenance.gate.verdict import exit_code
from provenance.inspection.rulebook import every_check
from provenance.layout.nearest import did_you_mean
from provenance.lineage.links import link, with_links
from provenance.model.errors import UsageError
from provenance.model.record import replace
from provenance.model.settings import Profile
from provenance.model.shelves import modules_on
from provenance.terminal.options import adapt, add_auditing
from provenance.terminal.outputs import STDOUT, put
from provenance.terminal.run import Run, prepare

FORMATS = tuple(modules_on(traces.__path__))
"""Every module on the shelf of traces is a format."""
MEANINGLESS = frozenset({"--table", "--excel", "--select", "--ignore", "--fail-on", "--baseline"})
"""Options of audits that change nothing in a chain: accepted as everywhere, and not in the help."""
HELP = {
    "output": "write here, in the format of the suffix or as FORMAT=FILE",
    "profile": "how sure a step must be: gate, editor or research (the default)",
}
"""What the options of audits mean here."""


def register(parser: argparse.ArgumentParser) -> None:
    add_auditing(parser, formats=FORMATS)
    adapt(parser, MEANINGLESS, HELP)


def run(options: argparse.Namespace) -> int:
    form, target = wanted(options)
    options.profile, options.output, options.format = options.profile or Profile.RESEARCH, [], None
    ready = prepare(options, format="table", fail_on=None, version=__version__)
    if ready is None:
        return 0
    audit = unjudged(ready).audit(bar=False)
    trace = link(audit.dossiers)
    audit = replace(audit, dossiers=with_links(audit.dossiers, trace))
    put(import_module(f"provenance.traces.{form}").render(audit, trace, ready.view), target)
    return exit_code(audit, None)


def unjudged(ready: Run) -> Run:
    """The run without a rule: a chain rests on credits and texts, not on findings."""
    rules = frozenset(check.rule.id for check in every_check())
    return replace(ready, settings=replace(ready.settings, select=frozenset(), ignore=rules))


def wanted(options: argparse.Namespace) -> tuple[str, str]:
    """The format, by --format or by the suffix of the one --output, and where it goes."""
    if len(options.output) > 1:
        raise UsageError("--output: trace writes one file")
    given = options.output[0] if options.output else STDOUT
    lead, sign, rest = given.partition("=")
    form, target = (lead, rest) if sign and lead in FORMATS else (options.format, given)
    suffix = target.rpartition(".")[2]
    if form is None and target != STDOUT and suffix not in FORMATS:
        raise UsageError(f"--output: '{target}' does not tell the format{did_you_mean(suffix, FORMATS)}")
    return form or (suffix if target != STDOUT else "tree"), target
