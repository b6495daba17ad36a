"""The command line: which command, and with which code it ends."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from provenance import __version__, commands
from provenance.model.errors import ProvenanceError, UsageError
from provenance.model.shelves import modules_on

FAULT, INCOMPLETE, INTERRUPTED = 2, 3, 130
COLLECTING = 100_000, 20, 20
"""New objects before the collector looks for circles: a start makes many objects, and nearly all of them stay."""
HELP = """\
provenance audits news articles: who wrote them, where they come from, what needs correcting.

  provenance ARTICLE...              audit one article or several, and read the result
  provenance report FOLDER -o a.csv  audit an archive into a spreadsheet
  provenance gate ARTICLE...         before publishing: only what must be corrected, and an exit code

ARTICLE is a text, Markdown or HTML file, a folder, an address with --online, or - for standard input.

commands: {commands}
`provenance COMMAND --help` shows the options of a command, `provenance --version` the version.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. 0 nothing that fails the run, 1 findings that do, 2 wrong usage or a fault of the tool, 3
    incomplete."""
    gc.set_threshold(*COLLECTING)
    try:
        return dispatch(list(sys.argv[1:] if arguments is None else arguments))
    except ProvenanceError as error:
        return complain(f"provenance: {error}")
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("PROVENANCE_TRACEBACK"):
            raise
        return complain(
            f"provenance: a fault of the tool ({type(error).__name__}: {error}); "
            "please report it with what PROVENANCE_TRACEBACK=1 prints"
        )


def dispatch(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        return tell(HELP.format(commands=", ".join(known_commands())))
    if arguments[0] in ("-V", "--version"):
        return tell(f"provenance {__version__}\n")
    if arguments[1:] == [] and is_lost(arguments[0]):
        return lost(arguments[0])
    name = command_of(arguments)
    given = arguments[1:] if arguments[0] == name else arguments
    return execute(name, given)


def known_commands() -> list[str]:
    """Every module on the shelf of commands is one."""
    return modules_on(commands.__path__)


def command_of(arguments: list[str]) -> str:
    """The first word if it is a command, else `audit`: a path or an option may stand first."""
    first, known = arguments[0], known_commands()
    if first in known:
        return first
    if is_lost(first):
        from provenance.layout.nearest import did_you_mean

        if "did you mean" in (near := did_you_mean(first, known)):
            raise UsageError(f"there is no such command or file '{first}'{near}")
    return "audit"


def is_lost(word: str) -> bool:
    """Whether a word may have been meant as a command and is none: no option, no path, no file that is there."""
    if word.startswith("-") or any(sign in word for sign in "./\\#"):
        return False
    return word not in known_commands() and not Path(word).exists()


def lost(word: str) -> int:
    """A word alone that is neither command nor file: nothing could be audited."""
    from provenance.layout.nearest import did_you_mean

    near = did_you_mean(word, known_commands())
    hint = near if "did you mean" in near else "; `provenance --help` lists the commands"
    complain(f"provenance: there is no such command or file '{word}'{hint}")
    return INCOMPLETE


def execute(name: str, arguments: list[str]) -> int:
    from provenance.terminal.options import Parser

    command = import_module(f"provenance.commands.{name}")
    parser = Parser(name, command.__doc__)
    command.register(parser)
    code: int = command.run(parser.parse_args(arguments))
    return code


def tell(text: str) -> int:
    from provenance.terminal.outputs import STDOUT, put

    put(text, STDOUT)
    return 0


def complain(sentence: str) -> int:
    from provenance.layout.display import neutral
    from provenance.terminal.outputs import say

    say(neutral(sentence))
    return FAULT
