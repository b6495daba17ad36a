"""Audit articles and print what is known of each, then what was found."""

import argparse

from provenance import __version__
from provenance.gate.verdict import exit_code
from provenance.layout.account import summary
from provenance.model.audit import Audit
from provenance.model.record import replace
from provenance.terminal.options import add_auditing
from provenance.terminal.outputs import STDOUT, say, write
from provenance.terminal.run import Run, prepare

FORMAT = "table"


def register(parser: argparse.ArgumentParser) -> None:
    add_auditing(parser)


def run(options: argparse.Namespace) -> int:
    ready = prepare(options, format=FORMAT, fail_on=None, version=__version__)
    return audit_and_write(ready, bar=False) if ready else 0


def audit_and_write(ready: Run, *, bar: bool, linked: bool = False) -> int:
    """Audit, write every report, and return the exit code; a word on stderr says where files went."""
    audit = with_inferred(ready.audit(bar=bar)) if linked else ready.audit(bar=bar)
    write(audit, ready.wanted, ready.view)
    files = [output.target for output in ready.wanted if output.target != STDOUT]
    if files and ready.view.summary:
        line = summary(audit, ready.words, ready.settings.profile)
        say(ready.words("progress.written", summary=line, path=", ".join(files)))
    return exit_code(audit, ready.settings.fail_on)


def with_inferred(audit: Audit) -> Audit:
    """The audit with the steps between its articles that nothing declares."""
    from provenance.lineage.links import link, with_links  # only report --link pays for the comparison

    return replace(audit, dossiers=with_links(audit.dossiers, link(audit.dossiers)))
