"""Run a language server on standard input and output, for an editor: findings, fixes and the chain as you write."""

import argparse
from pathlib import Path

from provenance import __version__
from provenance.gate.baseline import Baseline
from provenance.gate.baseline import load as load_baseline
from provenance.gate.values import locale_name
from provenance.model.errors import UsageError
from provenance.model.record import replace
from provenance.model.settings import Profile, Settings
from provenance.terminal.options import add_rules, proved
from provenance.terminal.settling import configuration, settle

ABSENT = "the language server needs the library pygls: install it with `pip install 'provenance-audit[lsp]'`"


def register(parser: argparse.ArgumentParser) -> None:
    add_rules(parser)
    parser.add_argument("--locale", metavar="CODE", type=proved(locale_name), help="en, fr; else what the editor asks")
    parser.set_defaults(language=None, published=None, url=None, origin=[], include=None, exclude=None)
    parser.set_defaults(jobs=1, no_cache=True, online=False)


def run(options: argparse.Namespace) -> int:
    try:
        from provenance.editor.server import server
    except ImportError as error:
        raise UsageError(ABSENT) from error

    def settings_at(path: Path) -> tuple[Settings, Baseline | None]:
        """As on the command line, but an editor is shown what an editor should see unless told otherwise."""
        given = argparse.Namespace(**{**vars(options), "paths": [str(path)]})
        config = configuration(given)
        settings = settle(given, config, None)
        if options.profile is None and "profile" not in config.values:
            settings = replace(settings, profile=Profile.EDITOR)
        return settings, load_baseline(Path(options.baseline)) if options.baseline else None

    server(__version__, settings_at, options.locale).start_io()
    return 0
