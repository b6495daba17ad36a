"""Explain a rule: what it finds, why it matters, what to do, with examples."""

import argparse
import re
from collections.abc import Iterator

from provenance.gate.values import rule_name
from provenance.inspection.rulebook import every_check
from provenance.layout.display import hanging, paint
from provenance.layout.rule_pages import rule_page
from provenance.layout.wording import Wording, wording
from provenance.model.patterns import pattern
from provenance.model.rule import Example, Rule
from provenance.terminal import surroundings
from provenance.terminal.options import add_reading, proved
from provenance.terminal.outputs import STDOUT, put

MARK = pattern(r"⟦([^⟦⟧→]*)(?:→([^⟦⟧]*))?⟧")


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rules", nargs="+", metavar="RULE", type=proved(rule_name), help="the name of a rule")
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    words = wording(options.locale or surroundings.locale())
    color, room = surroundings.wants_color(refused=options.no_color), surroundings.width()
    rules = {check.rule.id: check.rule for check in every_check()}
    pages = ["\n".join(page(rules[name], words, room, color=color)) for name in options.rules]
    put("\n\n".join(pages) + "\n", STDOUT)
    return 0


def page(rule: Rule, words: Wording, room: int, *, color: bool) -> Iterator[str]:
    languages = ", ".join(filter(None, map(words.language, rule.languages))) or words("explain.any")
    yield paint(rule.id, "bold", color=color)
    yield f"{words(f'levels.{rule.level}')} · {languages} · {words('explain.since', version=rule.since)}"
    for paragraph in rule_page(rule, words.locale).paragraphs:
        yield ""
        yield from hanging("", paragraph, room)
    if rule.needs:
        yield ""
        yield from hanging(
            "",
            words("explain.needs", needs=", ".join(words(f"explain.needed.{need}") for need in sorted(rule.needs))),
            room,
        )
    for title, wanted in (("explain.found", True), ("explain.silent", False)):
        examples = [example for example in rule.examples if bool(MARK.search(example.text)) is wanted]
        if examples:
            yield ""
            yield paint(words(title), "bold", color=color)
        for example in examples:
            yield from shown(example, room, color=color)


def shown(example: Example, room: int, *, color: bool) -> Iterator[str]:
    """An example as a reader meets it: the words that are wrong in brackets, the right ones behind an arrow."""
    lead = f"  {example.language}  "
    for line in MARK.sub(lambda found: marked(found, color=color), example.text).split("\n"):
        if line.strip():
            yield from hanging(lead, line, room)
            lead = " " * len(lead)


def marked(found: re.Match[str], *, color: bool) -> str:
    wrong, right = paint(found[1], "red", color=color), found[2]
    return f"[{wrong}]" if right is None else f"[{wrong} → {paint(right or '∅', 'green', color=color)}]"
