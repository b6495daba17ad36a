"""List the rules."""

import argparse

from provenance.inspection.rulebook import every_check
from provenance.layout.display import wrap
from provenance.layout.rule_pages import rule_page
from provenance.layout.wording import wording
from provenance.terminal import surroundings
from provenance.terminal.options import add_reading
from provenance.terminal.outputs import STDOUT, put

NARROWEST = 60
"""Columns below which the sentences would be broken into single words."""


def register(parser: argparse.ArgumentParser) -> None:
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    from tabulate import tabulate

    words, room = wording(options.locale or surroundings.locale()), max(surroundings.width(), NARROWEST)
    rules = [check.rule for check in every_check()]
    taken = max(len(rule.id) for rule in rules) + max(len(words(f"levels.{rule.level}")) for rule in rules) + 4
    rows = [
        (rule.id, words(f"levels.{rule.level}"), "\n".join(wrap(rule_page(rule, words.locale).summary, room - taken)))
        for rule in rules
    ]
    heads = [words(f"headings.{name}") for name in ("rule", "level", "summary")]
    put(tabulate(rows, heads, tablefmt="simple") + "\n", STDOUT)
    return 0
