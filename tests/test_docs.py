"""The documentation says what is true now: generated pages, every command line, every setting, every link."""

import contextlib
import io
import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from provenance.cli import command_of, known_commands
from provenance.commands.init import TEMPLATE
from provenance.gate.configuration import KEYS, OUTLET_KEYS, PARDON_KEYS, load
from provenance.model.settings import Settings
from provenance.terminal.options import Parser
from tools.docs import DOCS, PAGES, ROOT, page

WRITTEN = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
BLOCK = re.compile(r"^ *(```+)(\w*)\n(.*?)^ *\1$", re.DOTALL | re.MULTILINE)
SHELL = ("sh", "console", "yaml", "bash")
LINK = re.compile(r"\]\((?!https?://)([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@pytest.mark.parametrize("name", PAGES)
def test_the_generated_pages_are_up_to_date(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == page(name), "run make docs"


def parser_of(command: str) -> Parser:
    parser = Parser(command, None)
    import_module(f"provenance.commands.{command}").register(parser)
    return parser


@pytest.mark.parametrize("command", known_commands())
def test_every_option_says_what_it_does(command: str) -> None:
    assert [action.dest for action in parser_of(command)._actions if not action.help] == []


def test_every_key_of_the_configuration_is_in_the_template_and_all_of_it_holds(tmp_path: Path) -> None:
    keys = (*KEYS, *PARDON_KEYS, *OUTLET_KEYS)
    assert [key for key in keys if not re.search(rf"^# \[*{key}\b", TEMPLATE, re.MULTILINE)] == []
    plain = re.sub(r"^# (?=\[|[a-z-]+ = )", "", TEMPLATE, flags=re.MULTILINE).replace("ignore = []\n", "")
    head, _, tail = plain.partition("[outlet]")
    outlet, _, rest = tail.partition("\n\n")
    settings, _, pardons = rest.partition("[[ignore]]")
    file = tmp_path / "provenance.toml"
    file.write_text(f"{head}{settings}\n[outlet]{outlet}\n[[ignore]]{pardons}", "utf-8")
    assert set(load(file).values) == set(KEYS)


def test_every_setting_has_an_option_or_a_key() -> None:
    options = {action.dest for action in parser_of("gate")._actions}
    standing_for = {"house": "outlet", "pardons": "ignore", "declared": "url", "origins": "origin"}
    standing_for["cache"] = "cache_dir"
    known = options | {key.replace("-", "_") for key in KEYS}
    assert [name for name in vars(Settings)["__record__"] if standing_for.get(name, name) not in known] == []


def command_lines() -> Iterator[tuple[str, str]]:
    for path in WRITTEN:
        for block in BLOCK.finditer(path.read_text("utf-8")):
            if block[2] not in SHELL:
                continue
            for line in block[3].replace("\\\n", " ").splitlines():
                if found := re.search(r"(?:^|\s)(?:provenance|provenance-audit) (?=\S)(.+)", line):
                    yield path.name, found[1]


@pytest.mark.parametrize(("name", "line"), list(command_lines()))
def test_every_command_line_in_the_documentation_is_right(name: str, line: str) -> None:
    words = shlex.split(re.split(r" [|>] |&&", line.replace("$ADDRESS", "https://gazette.example/a"))[0], comments=True)
    command = command_of(words)
    with contextlib.redirect_stdout(io.StringIO()):
        parser_of(command).parse_args(words[1:] if words[0] == command else words)


def anchors(path: Path) -> set[str]:
    headings = HEADING.findall(path.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    prose = BLOCK.sub("", path.read_text("utf-8"))
    for target in LINK.findall(prose):
        file, _, anchor = target.partition("#")
        there = (path.parent / file).resolve() if file else path
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), target


def test_the_readme_leads_to_every_page() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [path.name for path in DOCS.glob("*.md") if f"(docs/{path.name}" not in readme] == []
