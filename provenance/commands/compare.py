"""Show what an article tells otherwise than the origin it was made from: figures, days, names, quotes, hedges."""

import argparse
import os
from importlib import import_module

from provenance import __version__
from provenance.gate.values import one_of
from provenance.gate.verdict import INCOMPLETE, exit_code
from provenance.inputs import is_address
from provenance.model.comparison import Kind
from provenance.model.errors import UsageError
from provenance.model.record import replace
from provenance.model.settings import Profile
from provenance.model.shelves import modules_on
from provenance.reports import comparisons
from provenance.terminal.options import adapt, add_auditing
from provenance.terminal.outputs import STDOUT, put
from provenance.terminal.run import prepare

FORMATS = tuple(modules_on(comparisons.__path__))
"""Every module on the shelf of comparisons is a format."""
RULES = frozenset(kind.value for kind in Kind)
FILE_WIDTH = 100
MEANINGLESS = frozenset({"--origin", "--include", "--exclude", "--table", "--excel", "--jobs", "--baseline"})
"""Options of audits that change nothing in a comparison: accepted as everywhere, and not in the help."""
HELP = {
    "paths": "the article, then its origin",
    "language": "language of the article; the origin's is recognised",
    "published": "day the article was published",
    "output": "write here, in the format of the suffix or as FORMAT=FILE",
    "profile": "how sure a difference must be: gate, editor or research (the default)",
}
"""What the options of audits mean here."""


def register(parser: argparse.ArgumentParser) -> None:
    add_auditing(parser, formats=FORMATS)
    adapt(parser, MEANINGLESS, HELP)
    for action in parser._actions:
        if action.dest == "paths":
            action.metavar = "FILE"


def run(options: argparse.Namespace) -> int:
    if len(options.paths) != 2 and not options.show_settings:
        raise UsageError("compare takes two files: the article, then its origin")
    for origin in options.paths[1:]:
        if not is_address(origin) and not os.path.isfile(origin):
            raise UsageError(f"{origin}: there is no such file")
    options.profile = options.profile or Profile.RESEARCH
    options.paths, options.origin = options.paths[:1], options.paths[1:]
    options.select = (options.select or RULES) & RULES
    if not options.select:
        raise UsageError(f"--select: compare has the rules {', '.join(sorted(RULES))}")
    ready = prepare(options, format="table", fail_on=None, version=__version__)
    if ready is None:
        return 0
    for output in ready.wanted:
        one_of("format", output.format, FORMATS)
    audit = ready.audit(bar=False)
    for output in ready.wanted:
        own = ready.view if output.target == STDOUT else replace(ready.view, color=False, width=FILE_WIDTH)
        put(import_module(f"provenance.reports.comparisons.{output.format}").render(audit, own), output.target)
    held = [dossier.comparison for dossier in audit.dossiers]
    if any(made is None or made.same_work is False for made in held):
        return INCOMPLETE
    return exit_code(audit, ready.settings.fail_on)
