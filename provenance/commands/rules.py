"""List the rules."""

import argparse

from provenance.inspection.rulebook import every_check
from provenance.layout.display import wrap
from provenance.layout.wording import wording
from provenance.terminal import surroundings
from provenance.terminal.options import add_reading
from provenance.terminal.outputs import STDOUT, put


def register(parser: argparse.ArgumentParser) -> None:
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    from tabulate import tabulate

    words, room = wording(options.locale or surroundings.locale()), surroundings.width()
    rules = [check.rule for check in every_check()]
    taken = max(len(rule.id) for rule in rules) + max(len(words(f"levels.{rule.level}")) for rule in rules) + 4
    rows = [
        (rule.id, words(f"levels.{rule.level}"), "\n".join(wrap(rule.summary, max(room - taken, 24)))) for rule in rules
    ]
    heads = [words(f"headings.{name}") for name in ("rule", "level", "summary")]
    put(tabulate(rows, heads, tablefmt="simple") + "\n", STDOUT)
    return 0
