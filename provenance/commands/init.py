"""Write a commented configuration to start from; an existing one is never touched."""

import argparse
from pathlib import Path

from provenance.gate.configuration import OWN_FILE
from provenance.model.errors import UsageError
from provenance.terminal.outputs import say

TEMPLATE = """\
# Configuration of provenance. Every line is optional; `provenance audit --show-settings` prints what is in force.

# Your own outlet: its articles are your original work, and links to its pages lead nowhere else.
# [outlet]
# names = ["The Harbour Gazette"]
# domains = ["harbour-gazette.example"]

# Names learnt from your archive by `provenance learn`, which tell a slip from a name that is known.
# house = "provenance-house.toml"

# How sure a finding must be to be told: "gate" (the surest only), "editor", "research" (everything).
# profile = "gate"

# From which level `provenance gate` fails: "error", "warning", "note" or "never".
# fail-on = "error"

# Only these rules, or all but these; `provenance rules` lists them.
# select = []
# ignore = []

# The language of all articles, where it should not be recognised from each.
# language = "fr"

# The language of the reports: "en" or "fr".
# locale = "en"

# Which files of a folder are audited, and which are not.
# include = ["articles/**"]
# exclude = ["drafts/", "*.tmp.html"]

# Findings that are known and right as they are. `until` ends the exception.
# [[ignore]]
# path = "articles/2031/interview.md"
# rule = "misspelt-name"
# text = "Jonh"
# reason = "the signature on the letter is reproduced as it stands"
# until = 2032-01-01

# How pages are fetched with --online: whom sites may write to, seconds between two requests to one site, seconds and
# megabytes a page may take, hours before a page that was kept is asked for again.
# [web]
# contact = "desk@harbour-gazette.example"
# delay = 1.0
# patience = 20.0
# largest = 8.0
# fresh = 24.0
"""


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="where to write it (here)")


def run(options: argparse.Namespace) -> int:
    target = Path(options.folder) / OWN_FILE
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        raise UsageError(f"{target} is already there and was left as it is") from None
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {(error.strerror or str(error)).lower()}") from error
    say(f"{target} written")
    return 0
