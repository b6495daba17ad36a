"""The audit table of many articles: one row each."""

import os
from collections.abc import Iterator

from provenance.layout.account import LEVELS, ai_use, authors, origin, step_text, tally, written
from provenance.layout.display import by_parts, longest_part, one_line, width, wrap
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.audit import Audit, Failure
from provenance.model.credit import Role
from provenance.model.dossier import Dossier

BORDERS = 3
"""Columns a table spends on each cell besides its text."""
COLUMNS = ("article", "authors", "origin", "ai", "findings")
NOTHING = "–"
SHORT = 12
"""Columns up to which a line of a cell should not be broken: a heading, a count, `not stated`."""


def overview(audit: Audit, view: View) -> Iterator[str]:
    from tabulate import tabulate

    words = wording(view.locale)
    folder = common_folder(
        [*(dossier.article.path for dossier in audit.dossiers), *(row.path for row in audit.failures)]
    )
    named = [(dossier.article.path, cells(dossier, folder, words)) for dossier in audit.dossiers]
    named += [(failure.path, failed(failure, folder, words)) for failure in audit.failures]
    rows = [[words(f"headings.{name}") for name in COLUMNS]]
    rows += [row for _, row in sorted(named, key=lambda pair: pair[0])]
    widths = shares(rows, view.width - BORDERS * len(COLUMNS) - 1)
    rows = [[fitted(text, size) for text, size in zip(row, widths, strict=True)] for row in rows]
    if folder:
        yield words("in-folder", folder=one_line(folder))
    yield from tabulate(rows, tablefmt="rounded_grid", disable_numparse=True).split("\n")


def common_folder(paths: list[str]) -> str:
    """The folder all paths share, with its slash; empty where there is none worth saying once."""
    folders = {path.rpartition("/")[0] for path in paths}
    shared = os.path.commonpath(folders) if all(folders) and len({path.startswith("/") for path in paths}) == 1 else ""
    return f"{shared}/".replace("//", "/") if shared else ""


def cells(dossier: Dossier, folder: str, words: Wording) -> list[str]:
    """The answers in few words: article and day, who, from where, AI, counts."""
    found, date = tally([dossier]), dossier.dating.published
    name = one_line(dossier.article.path.removeprefix(folder))
    disclosed = any(credit.role is Role.AI_DISCLOSURE for credit in dossier.credits)
    steps = words("semicolon").join(step_text(step, words, with_authors=False) for step in written(dossier))
    return [
        f"{name}\n{words(f'dated.short.{dossier.dating.basis}', date=date) if date else words('undated')}",
        authors(dossier, words),
        steps or origin(dossier, words),
        ai_use(dossier, words) if disclosed else NOTHING,
        "\n".join(words.count(level, found[level]) for level in LEVELS if found[level]) or words("nothing-found"),
    ]


def failed(failure: Failure, folder: str, words: Wording) -> list[str]:
    return [one_line(failure.path.removeprefix(folder)), NOTHING, NOTHING, NOTHING, words("headings.failure")]


def shares(rows: list[list[str]], room: int) -> list[int]:
    """The width of each column: its longest word or short line where all have room for theirs, else a fair share; of
    the rest the more, the longer its cells are."""
    columns = [[line for cell in column for line in cell.split("\n")] for column in zip(*rows, strict=True)]
    needs = [max(map(width, lines)) for lines in columns]
    whole = [max(size if (size := width(line)) <= SHORT else longest_part(line) for line in lines) for lines in columns]
    loads = [sum(width(line) ** 2 for line in lines) for lines in columns]
    granted = [0] * len(columns)
    for position, index in enumerate(sorted(range(len(columns)), key=whole.__getitem__)):
        granted[index] = max(min(whole[index], (room - sum(granted)) // (len(columns) - position)), 1)
    while sum(granted) < room and (hungry := [index for index in range(len(needs)) if granted[index] < needs[index]]):
        granted[max(hungry, key=lambda index: loads[index] / granted[index] ** 2)] += 1
    return granted


def fitted(text: str, columns: int) -> str:
    """A cell in lines of its column; a name too long for it is broken where its parts end."""
    lines: list[str] = []
    for line in text.split("\n"):
        is_name = width(line) > columns and " " not in line
        lines += by_parts(line, columns) if is_name else wrap(line, columns)
    return "\n".join(lines)
