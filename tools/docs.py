"""Writes the pages of docs/ that the code tells: `make docs`. A test holds them equal."""

import argparse
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from provenance import commands
from provenance.commands.explain import MARK
from provenance.commands.init import TEMPLATE
from provenance.commands.languages import FOR_READERS
from provenance.inspection.rulebook import every_check
from provenance.layout.wording import wording
from provenance.lexicon.tables import languages, subjects, table
from provenance.model.rule import Example, Rule
from provenance.model.shelves import modules_on
from provenance.terminal.options import Parser

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
NOTICE = "<!-- Written by `make docs` from the code: change the code. -->\n"
FENCE = "````"

RULES = """\
# Rules

{count} rules. Levels are those of SARIF: an *error* fails the gate, a *warning* should be looked at, a *note* is for
who wants to know. The examples are the tests of the rule: `[wrong → right]` marks what it finds and what it would
print instead (`∅`: nothing), `⏎` is a line break. `provenance explain RULE` prints the same in a terminal, in English
or French.

"""
CONFIGURATION = """\
# Configuration

`provenance init` writes this file, in which every line is optional:

```toml
{template}```

It is looked for from the articles upwards, then from where the command runs, up to the root of the git repository:
`provenance.toml`, or the table `[tool.provenance]` of a `pyproject.toml` with the same keys. `--config FILE` names
another. An option on the command line outranks the file, the file outranks the defaults; `--show-settings` prints
what is in force and where it is from. An unknown key or value is an error that names the nearest known one: nothing
is passed over.

An article answers a finding itself: `<!-- provenance: ignore[rule] reason -->` on its line or alone before its
paragraph, `provenance: {{ignore: [rule]}}` in the front matter for the whole article, `[sic]` behind a word. A
suppression that silences nothing is told, so that none outlives its reason.

"""
COMMANDS = """\
# Commands

`provenance PATH...` is `provenance audit PATH...`. A path is a file, a folder, an address with `--online`, or `-` for
standard input. The exit code is 0 clean, 1 findings at or above `--fail-on`, 2 wrong usage or configuration, 3
incomplete: nothing was audited, or an input could not be read.

| variable | does |
|---|---|
| `NO_COLOR`, `FORCE_COLOR` | no colours, or colours also where the output is piped |
| `COLUMNS` | the width to write in where the output is piped |
| `LC_ALL`, `LC_MESSAGES`, `LANG` | reports in French on a terminal that speaks French; `--locale` outranks them |
| `XDG_CACHE_HOME`, `LOCALAPPDATA` | where results are kept; `--cache-dir` outranks them, `--no-cache` keeps none |
| `GITHUB_ACTIONS` | `gate` writes annotations, and the rest into the summary of the job |
| `PROVENANCE_TRACEBACK` | a fault of the tool shows where it happened |

`--help`, and words about wrong usage or configuration, are English in every locale.

"""
LANGUAGES = """\
# Languages

A language is a folder of data in `provenance/lexicon/`; a new one needs no Python. `provenance languages` counts what
each holds. A rule that does not cover the language of an article is told as *not measured*, never as clean.

"""


PHRASES = """\
# Phrases

What an article may print and be understood, by language and by what it says. ⟦…⟧ marks what is read as a name, an
outlet, a date or an address; each example is the test of its phrase. Beside these fixed phrases, notes at the foot of
an article are put together from word classes (`notes.toml`), so that most other wordings of the same are understood.
[How to add one](contributing.md#add-a-phrase-or-a-language).

"""


def rules() -> str:
    known = sorted((check.rule for check in every_check()), key=lambda rule: (-rule.level.rank, rule.id))
    head = RULES.format(count=len(known))
    listed = "".join(f"- [`{rule.id}`](#{rule.id}) ({rule.level}): {rule.summary}\n" for rule in known)
    return head + listed + "".join("\n" + "\n".join(about(rule)) + "\n" for rule in known)


def about(rule: Rule) -> Iterator[str]:
    covered = ", ".join(map(name_of, rule.languages)) or "any language"
    yield f"## {rule.id}\n"
    yield f"*{rule.level}* · {covered} · since {rule.since}" + (f" · needs {needs(rule)}" if rule.needs else "")
    for paragraph in rule.page.split("\n\n"):
        yield f"\n{' '.join(paragraph.split())}"
    for title, loud in (("Found", True), ("Silent", False)):
        examples = [example for example in rule.examples if bool(MARK.search(example.text)) is loud]
        if examples:
            yield f"\n{title}:\n\n{FENCE}text"
            yield from map(line_of, examples)
            yield FENCE


def needs(rule: Rule) -> str:
    return ", ".join(sorted(need.replace("-", " ") for need in rule.needs))


def line_of(example: Example) -> str:
    text = " ⏎ ".join(line for line in MARK.sub(marked, example.text).splitlines() if line.strip())
    given = [f"published {example.published}" if example.published else "", example.url or ""]
    if example.origin:
        given.append("held against an origin")
    told = ", ".join(filter(None, given))
    return f"{example.language}  {text}" + (f"   ({told})" if told else "")


def marked(found: re.Match[str]) -> str:
    return f"[{found[1]}]" if found[2] is None else f"[{found[1]} → {found[2] or '∅'}]"


def name_of(code: str) -> str:
    return wording("en").language(code) or code


def configuration() -> str:
    return CONFIGURATION.format(template=TEMPLATE)


def commands_page() -> str:
    return COMMANDS + "\n".join("\n".join(about_command(name)) for name in modules_on(commands.__path__)) + "\n"


def about_command(name: str) -> Iterator[str]:
    module = import_module(f"provenance.commands.{name}")
    parser = Parser(name, module.__doc__)
    module.register(parser)
    shown = [action for action in parser._actions if action.help != argparse.SUPPRESS and action.dest != "help"]
    places = " ".join(place(action) for action in shown if not action.option_strings)
    yield f"## provenance {name}\n"
    yield f"{' '.join((module.__doc__ or '').split())}\n"
    yield f"`{f'provenance {name} {places}'.rstrip()}`\n"
    yield "| | |\n|---|---|"
    for action in shown:
        value = f" {action.metavar}" if action.metavar else ""
        spelt = ", ".join(f"`{option}{value}`" for option in action.option_strings) or f"`{place(action)}`"
        yield f"| {spelt} | {action.help} |"
    yield ""


def place(action: argparse.Action) -> str:
    return f"{action.metavar}{'...' if action.nargs in ('+', '*') else ''}"


def languages_page() -> str:
    kinds = sorted({subject for code in languages() for subject in subjects(code)} - {*FOR_READERS})
    lines = [f"| data | {' | '.join(languages())} |", f"|---|{'---|' * len(languages())}"]
    for kind in kinds:
        marks = ("x" if kind in subjects(code) else "" for code in languages())
        lines.append(f"| `{kind}` | {' | '.join(marks)} |")
    lines += [
        "",
        "Rules that need the data of a language, and the languages they cover; the others cover any language:",
        "",
    ]
    for rule in (check.rule for check in every_check() if check.rule.languages):
        covered = "all" if set(rule.languages) == set(languages()) else ", ".join(map(name_of, rule.languages))
        lines.append(f"- [`{rule.id}`](rules.md#{rule.id}): {covered}")
    named = ", ".join(f"{name_of(code)} (`{code}`)" for code in languages())
    interface = ", ".join(name_of(code) for code in languages() if table(code, "interface"))
    lines += ["", f"Reports and messages are written in {interface}: `--locale`."]
    return f"{LANGUAGES}Known are {named}.\n\n" + "\n".join(lines) + "\n"


def phrases() -> str:
    return PHRASES + "\n".join(line for code in languages() for line in phrases_of(code)) + "\n"


def phrases_of(code: str) -> Iterator[str]:
    yield f"## {name_of(code)}\n"
    by_role: dict[str, list[str]] = {}
    for phrase in table(code, "credits")["phrase"]:
        by_role.setdefault(phrase["role"], []).append(" ⏎ ".join(phrase["example"].split("\n")))
    for role, examples in by_role.items():
        yield f"{role}:\n\n{FENCE}text"
        yield from examples
        yield f"{FENCE}\n"


PAGES = {
    "rules.md": rules,
    "configuration.md": configuration,
    "commands.md": commands_page,
    "languages.md": languages_page,
    "phrases.md": phrases,
}


def page(name: str) -> str:
    return NOTICE + PAGES[name]()


if __name__ == "__main__":
    for name in PAGES:
        (DOCS / name).write_text(page(name), "utf-8")
    sys.stdout.write(f"docs/ renewed: {', '.join(PAGES)}\n")
