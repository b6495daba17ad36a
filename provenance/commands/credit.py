"""Suggest the credit to print with an article, from what was established; what is missing is marked to fill in."""

import argparse

from provenance import __version__
from provenance.crediting.established import Established, established
from provenance.crediting.line import credit_line, pieces_of
from provenance.crediting.structured import front_matter, json_ld
from provenance.gate.values import one_of
from provenance.gate.verdict import exit_code
from provenance.layout.display import neutral, one_line, paint
from provenance.model.settings import Profile
from provenance.terminal.options import add_articles, add_running, proved
from provenance.terminal.outputs import STDOUT, put, say
from provenance.terminal.run import Run, prepare

PARTS = ("line", "json-ld", "front-matter")
FORMATS = ("text", *PARTS)


def register(parser: argparse.ArgumentParser) -> None:
    add_articles(parser)
    output = parser.add_argument_group("the credit")
    add_running(output)
    output.add_argument(
        "--format",
        metavar="NAME",
        default="text",
        type=proved(lambda text: one_of("format", text, FORMATS)),
        help=f"one part alone: {', '.join(PARTS)}",
    )
    output.add_argument("--config", metavar="FILE", help="this configuration instead of the nearest provenance.toml")
    parser.set_defaults(select=None, ignore=None, fail_on=None, baseline=None, show_settings=False, today=None)
    parser.set_defaults(house=None)


def run(options: argparse.Namespace) -> int:
    wanted, options.format, options.profile = options.format, None, Profile.RESEARCH
    ready = prepare(options, format="table", fail_on=None, version=__version__)
    if ready is None:
        return 0
    audit = ready.audit(bar=False)
    shown = []
    for dossier in audit.dossiers:
        facts = established(dossier)
        heading = paint(f"── {one_line(dossier.article.path)}", "bold", color=ready.view.color)
        lead = f"{heading}\n" if len(audit.dossiers) > 1 and wanted == "text" else ""
        shown.append(lead + (everything(facts, ready) if wanted == "text" else part(facts, wanted)))
    put("\n".join(shown), STDOUT)
    for failure in audit.failures:
        say(f"{neutral(failure.path)}{ready.words('colon')}{ready.words.reason(neutral(failure.reason))}")
    return exit_code(audit, None)


def everything(facts: Established, ready: Run) -> str:
    """The three parts under their headings, then what is missing."""
    blocks = [
        f"{paint(ready.words(f'credit.{name}'), 'bold', color=ready.view.color)}\n\n{part(facts, name)}"
        for name in PARTS
    ]
    if facts.missing:
        missing = pieces_of(facts.language)["missing"]
        blocks.append(ready.words("credit.gaps", names=", ".join(missing[name] for name in facts.missing)) + "\n")
    return "\n".join(blocks)


def part(facts: Established, name: str) -> str:
    if name == "line":
        return "".join(f"{line}\n" for line in credit_line(facts))
    if name == "json-ld":
        return neutral_lines(json_ld(facts))
    return neutral_lines(front_matter(facts, str(pieces_of(facts.language)["missing"]["fill"])))


def neutral_lines(text: str) -> str:
    return "".join(f"{neutral(line)}\n" for line in text.split("\n"))
