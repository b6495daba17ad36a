"""What the library returns: an audit as every room knows it, which also shows itself in a notebook and gives its rows.

The model knows no report. So these are the model's own records with two more methods each, made at the door.
"""

from collections.abc import Iterable
from html import escape
from typing import Any

from provenance.gate.values import one_of
from provenance.layout.account import LEVELS, told
from provenance.layout.display import one_line
from provenance.layout.wording import wording
from provenance.model.audit import Audit
from provenance.model.dossier import Dossier
from provenance.model.record import replace
from provenance.reports.csv import HEADERS, ROWS
from provenance.reports.markdown import COLUMNS, overview_cells

LOCALE = "en"
MOST = 100
"""Rows a notebook shows of one table; a report shows all."""
TRUTHS = {"human_review": {"true": True, "false": False}}

Row = dict[str, Any]


class DossierResult(Dossier):
    """A dossier that shows itself."""

    def to_records(self, table: str = "findings") -> list[Row]:
        """The rows of this article in one of the tables; see `AuditResult.to_records`."""
        return records(Audit((self,)), table)

    def _repr_html_(self) -> str:
        words = wording(LOCALE)
        rows = [
            (words(f"headings.{name}"), text) for name, text in zip(COLUMNS, overview_cells(self, words), strict=True)
        ]
        found = sorted(told(self), key=lambda finding: LEVELS.index(finding.level))
        places = [self.article.text.position(finding.span) for finding in found]
        findings = [
            (
                f"{place.line}:{place.column}",
                words(f"levels.{finding.level}"),
                finding.rule,
                self.article.text[finding.span],
                finding.message.text(LOCALE),
                finding.replacement or "",
            )
            for finding, place in zip(found, places, strict=True)
        ]
        heads = [words(f"headings.{name}") for name in ("place", "level", "rule", "text", "why", "suggestion")]
        return html_table((), rows) + (html_table(heads, findings) if findings else "")


class AuditResult(Audit):
    """An audit that shows itself, and so do its dossiers."""

    __slots__ = ()
    dossiers: tuple[DossierResult, ...]

    def to_records(self, table: str = "articles") -> list[Row]:
        """The rows of a table as in CSV (articles, findings, credits, chain), for `pandas.DataFrame(rows)` or
        `pyarrow.Table.from_pylist(rows)`: every row has every column, a column has one type, what is not known is None.
        Raises UsageError for another table.
        """
        return records(self, table)

    def _repr_html_(self) -> str:
        words = wording(LOCALE)
        rows = [tuple(overview_cells(dossier, words)) for dossier in self.dossiers]
        rows += [(failure.path, failure.reason, *[""] * (len(COLUMNS) - 2)) for failure in self.failures]
        return html_table([words(f"headings.{name}") for name in COLUMNS], rows)


def result_of(audit: Audit) -> AuditResult:
    dossiers = tuple(
        DossierResult(**{name: getattr(dossier, name) for name in fields(dossier)}) for dossier in audit.dossiers
    )
    shown = replace(audit, dossiers=dossiers)
    return AuditResult(**{name: getattr(shown, name) for name in fields(shown)})


def fields(record: Any) -> tuple[str, ...]:
    names: tuple[str, ...] = record.__record__
    return names


def records(audit: Audit, table: str) -> list[Row]:
    one_of("table", table, tuple(ROWS))
    columns = HEADERS[table]
    return [{name: value(name, row.get(name)) for name in columns} for row in ROWS[table](audit, LOCALE)]


def value(column: str, cell: Any) -> Any:
    if cell is None or cell == "":
        return None
    if column in TRUTHS:
        return TRUTHS[column][cell]
    return float(cell) if column == "confidence" else cell


def html_table(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    """A table of escaped words; nothing of an article acts on the notebook."""
    head = "".join(f'<th scope="col">{escape(one_line(text))}</th>' for text in heads)
    shown = list(rows)
    body = "".join(f"<tr>{''.join(f'<td>{escape(one_line(text))}</td>' for text in row)}</tr>" for row in shown[:MOST])
    left = f"<caption>{MOST} / {len(shown)}</caption>" if len(shown) > MOST else ""
    return f"<table>{left}{f'<thead><tr>{head}</tr></thead>' if head else ''}<tbody>{body}</tbody></table>"
