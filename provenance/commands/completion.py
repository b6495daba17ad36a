"""Print a completion script for a shell: `provenance completion bash >> ~/.bashrc`."""

import argparse
from collections.abc import Iterator
from importlib import import_module

from provenance import commands
from provenance.gate.values import one_of
from provenance.model.shelves import modules_on
from provenance.terminal.options import Parser, proved
from provenance.terminal.outputs import STDOUT, put

SHELLS = ("bash", "fish", "zsh")
BASH = """\
_provenance() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" known=""
  case "${{COMP_WORDS[1]}}" in
{cases}
  esac
  if [ "$COMP_CWORD" -eq 1 ] && [[ "$word" != -* ]]; then known="{names}"; fi
  COMPREPLY=($(compgen -W "$known" -- "$word") $(compgen -f -- "$word"))
}}
complete -o filenames -F _provenance provenance
"""


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "shell", metavar="SHELL", type=proved(lambda text: one_of("shell", text, SHELLS)), help=", ".join(SHELLS)
    )


def run(options: argparse.Namespace) -> int:
    known = {name: [*words] for name, words in known_options()}
    put(fish(known) if options.shell == "fish" else bash(known, zsh=options.shell == "zsh"), STDOUT)
    return 0


def known_options() -> Iterator[tuple[str, list[str]]]:
    """Every command with its long options, those that are hidden left out."""
    for module in modules_on(commands.__path__):
        parser = Parser(module, None)
        import_module(f"provenance.commands.{module}").register(parser)
        shown = [action for action in parser._actions if action.help != argparse.SUPPRESS]
        yield module, sorted(option for action in shown for option in action.option_strings if option.startswith("--"))


def bash(known: dict[str, list[str]], *, zsh: bool) -> str:
    cases = "\n".join(f'    {name}) known="{" ".join(words)}" ;;' for name, words in known.items())
    script = BASH.format(cases=cases, names=" ".join(known))
    return f"autoload -U +X bashcompinit && bashcompinit\n{script}" if zsh else script


def fish(known: dict[str, list[str]]) -> str:
    lines = [f"complete -c provenance -n __fish_use_subcommand -a '{' '.join(known)}'"]
    for name, words in known.items():
        lines += [f"complete -c provenance -n '__fish_seen_subcommand_from {name}' -l {word[2:]}" for word in words]
    return "\n".join(lines) + "\n"
