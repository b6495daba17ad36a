"""List the languages, with what the tool knows of each."""

import argparse
from collections.abc import Mapping

from provenance.inspection.rulebook import every_check
from provenance.layout.wording import wording
from provenance.lexicon.tables import common_words, languages, subjects, table
from provenance.terminal import surroundings
from provenance.terminal.options import add_reading
from provenance.terminal.outputs import STDOUT, put

FOR_READERS = ("interface", "rules")
"""Subjects that serve whoever reads a report, not the reading of articles."""


def register(parser: argparse.ArgumentParser) -> None:
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    from tabulate import tabulate

    words = wording(options.locale or surroundings.locale())
    rules = [check.rule for check in every_check()]
    rows = []
    for code in languages():
        covered = sum(not rule.languages or code in rule.languages for rule in rules)
        entries = sum(size(table(code, subject)) for subject in subjects(code) if subject not in FOR_READERS)
        rows.append((code, words.language(code), f"{covered}/{len(rules)}", entries, len(common_words(code))))
    heads = [words(f"headings.{name}") for name in ("code", "language", "rules", "entries", "common-words")]
    put(tabulate(rows, heads, tablefmt="simple", colalign=("left", "left", "right", "right", "right")) + "\n", STDOUT)
    return 0


def size(data: object) -> int:
    """How many phrases, names and words a table holds: its leaves."""
    if isinstance(data, Mapping):
        return sum(map(size, data.values()))
    return sum(map(size, data)) if isinstance(data, list) else 1
