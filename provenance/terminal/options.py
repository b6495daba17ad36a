"""The options every auditing command takes, and what argparse says when one is wrong."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date
from functools import partial
from typing import Any, NoReturn

from provenance.gate import values
from provenance.inputs import OFFLINE, is_address
from provenance.layout.nearest import did_you_mean
from provenance.model.errors import UsageError
from provenance.terminal.outputs import FORMATS, STDOUT, TABLES, put

Value = Callable[[str], Any]


class Parser(argparse.ArgumentParser):
    """A parser whose errors are UsageErrors of one sentence, naming the nearest known option."""

    def __init__(self, name: str, description: str | None) -> None:
        super().__init__(prog=f"provenance {name}", description=description, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        if unknown := re.search(r"unrecognized arguments: (-\S+)", message):
            word = unknown[1].partition("=")[0]
            known = [option for action in self._actions for option in action.option_strings]
            raise UsageError(f"unknown option '{word}'{did_you_mean(word, known)}")
        raise UsageError(re.sub(r"^argument ((?:-\w/)?(--[\w-]+))[^:]*: ", r"\2: ", message))

    def print_help(self, _file: Any = None) -> None:
        words = [
            f"{action.metavar}{'...' if action.nargs in ('+', '*') else ''}"
            for action in self._get_positional_actions()
        ]
        self.usage = " ".join([self.prog, "[options]", *words])
        put(self.format_help(), STDOUT)

    def parse_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        known, unknown = self.parse_known_args(args, namespace)
        if unknown:
            option = next((word for word in unknown if word.startswith("-")), None)
            self.error(f"unrecognized arguments: {option}" if option else f"unexpected argument '{unknown[0]}'")
        return known


def proved(check: Value) -> Value:
    """A type for argparse that keeps the check's own sentence."""

    def convert(text: str) -> Any:
        try:
            return check(text)
        except UsageError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return convert


def add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="a file, a folder, an address with --online, or - for standard input"
    )


def add_auditing(parser: argparse.ArgumentParser, formats: tuple[str, ...] = FORMATS) -> None:
    """PATH and the options that all auditing commands share."""
    add_articles(parser)
    add_rules(parser)
    add_output(parser, formats)


def add_articles(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    article = parser.add_argument_group("the articles")
    article.add_argument(
        "--language", metavar="CODE", type=proved(values.language_code), help="language of the articles"
    )
    article.add_argument("--published", metavar="DATE", type=proved(values.date_text), help="day they were published")
    article.add_argument("--url", metavar="URL", type=proved(values.web_address), help="where the article is published")
    article.add_argument(
        "--origin",
        metavar="PATH",
        action="append",
        default=[],
        help="what the article was made from: a file, or an address",
    )
    article.add_argument("--stdin-filename", metavar="NAME", help="the name of what comes in on standard input")
    article.add_argument("--include", metavar="GLOB", action="append", help="audit only these files of a folder")
    article.add_argument("--exclude", metavar="GLOB", action="append", help="leave these files and folders out")


def add_rules(parser: argparse.ArgumentParser) -> None:
    rules = parser.add_argument_group("the rules")
    rules.add_argument("--select", metavar="RULE,…", type=proved(values.rule_names), help="apply only these rules")
    rules.add_argument("--ignore", metavar="RULE,…", type=proved(values.rule_names), help="leave these rules out")
    rules.add_argument(
        "--profile",
        metavar="NAME",
        type=proved(values.profile_name),
        help="how sure a finding must be: gate (the default), editor or research",
    )
    rules.add_argument(
        "--fail-on",
        metavar="LEVEL",
        type=proved(lambda text: values.fail_level(text) or values.NEVER),
        help="exit with 1 from this level: error, warning, note or never",
    )
    rules.add_argument("--baseline", metavar="FILE", help="an earlier JSON report, whose findings are known")
    rules.add_argument("--config", metavar="FILE", help="this configuration instead of the nearest provenance.toml")
    rules.add_argument("--house", metavar="FILE", help="names learnt from your archive by `provenance learn`")
    rules.add_argument("--show-settings", action="store_true", help="print what is in force and stop")
    rules.add_argument("--today", metavar="DATE", type=proved(day), help=argparse.SUPPRESS)


def add_output(parser: argparse.ArgumentParser, formats: tuple[str, ...] = FORMATS) -> None:
    output = parser.add_argument_group("the report")
    output.add_argument(
        "--format", metavar="NAME", type=proved(partial(format_name, formats=formats)), help=", ".join(formats)
    )
    output.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        action="append",
        default=[],
        help="write here; FORMAT=FILE, repeatable; FOLDER/ for the four CSV tables",
    )
    output.add_argument("--table", metavar="NAME", type=proved(table_name), help=f"for CSV: {', '.join(TABLES)}")
    output.add_argument(
        "--excel", action="store_true", help="CSV as Excel opens it: a byte order mark; with fr, semicolons"
    )
    add_running(output)


def add_running(output: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    """How the run goes and speaks, whatever it writes."""
    output.set_defaults(format=None, output=[], table=None, excel=False)
    output.add_argument(
        "--locale", metavar="CODE", type=proved(values.locale_name), help="language of the report: en, fr"
    )
    output.add_argument("--quiet", "-q", action="store_true", help="nothing but the report")
    output.add_argument("--no-color", action="store_true", help="no colours")
    output.add_argument(
        "--jobs", metavar="N", type=proved(values.job_count), default=1, help="processes; 0: one a processor"
    )
    output.add_argument("--cache-dir", metavar="FOLDER", help="keep results here, not in the usual folder")
    output.add_argument("--no-cache", action="store_true", help="audit everything anew and keep nothing")
    output.add_argument(
        "--online", action="store_true", help="fetch the pages given and the sources declared; see docs/online.md"
    )


def adapt(parser: argparse.ArgumentParser, meaningless: Set[str], meant: Mapping[str, str]) -> None:
    """Options that every audit accepts, in a command for which some mean nothing, which its help then passes over, and
    some mean something of their own."""
    for action in parser._actions:
        action.help = meant.get(action.dest, action.help)
        if not meaningless.isdisjoint(action.option_strings):
            action.help = argparse.SUPPRESS


def format_name(text: str, formats: tuple[str, ...] = FORMATS) -> str:
    return values.one_of("format", text, formats)


def table_name(text: str) -> str:
    return values.one_of("table", text, TABLES)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"'{text}' is not a day; write it as in 2031-01-06") from None


def refuse_unavailable(options: argparse.Namespace) -> None:
    """What this version cannot do must not be passed over in silence."""
    for origin in options.origin:
        if is_address(origin) and not options.online:
            raise UsageError(f"--origin {origin}: {OFFLINE}")
        if not is_address(origin) and not os.path.isfile(origin):
            raise UsageError(f"--origin {origin}: there is no such file")
    if not options.paths and not options.show_settings:
        lead = (
            "standard input is -" if not sys.stdin or not sys.stdin.isatty() else "`provenance --help` shows the uses"
        )
        raise UsageError(f"give at least one file or folder to audit; {lead}")


def add_reading(parser: argparse.ArgumentParser) -> None:
    """The options of the commands that only print what the tool knows."""
    parser.add_argument("--locale", metavar="CODE", type=proved(values.locale_name), help="language of the headings")
    parser.add_argument("--no-color", action="store_true", help="no colours")
