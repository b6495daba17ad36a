"""The audit table of many articles: one row each."""

import os
from collections.abc import Iterator

from provenance.layout.account import LEVELS, ai_use, authors, origin, step_text, tally, written
from provenance.layout.display import by_parts, one_line, width, wrap
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.audit import Audit, Failure
from provenance.model.credit import Role
from provenance.model.dossier import Dossier

BORDERS = 3
"""Columns a table spends on each cell besides its text."""
COLUMNS = ("article", "authors", "origin", "ai", "findings")
NOTHING = "–"


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
    """The width of each column: what it needs where that is little, an equal share of the rest where it is much."""
    needs = [max(width(line) for cell in column for line in cell.split("\n")) for column in zip(*rows, strict=True)]
    granted = [0] * len(needs)
    for position, index in enumerate(sorted(range(len(needs)), key=needs.__getitem__)):
        fair = (room - sum(granted)) // (len(needs) - position)
        granted[index] = max(min(needs[index], fair), 4)
    return granted


def fitted(text: str, columns: int) -> str:
    """A cell in lines of its column; a name too long for it is broken where its parts end."""
    lines: list[str] = []
    for line in text.split("\n"):
        is_name = width(line) > columns and " " not in line
        lines += by_parts(line, columns) if is_name else wrap(line, columns)
    return "\n".join(lines)
