"""Report on many articles, as a spreadsheet or in another format."""

import argparse

from provenance import __version__
from provenance.commands.audit import audit_and_write
from provenance.terminal.options import add_auditing
from provenance.terminal.run import prepare

FORMAT = "csv"


def register(parser: argparse.ArgumentParser) -> None:
    add_auditing(parser)
    parser.add_argument("--link", action="store_true", help="link the articles to one another, declared or not")


def run(options: argparse.Namespace) -> int:
    ready = prepare(options, format=FORMAT, fail_on=None, version=__version__)
    return audit_and_write(ready, bar=not options.quiet, linked=options.link) if ready else 0
