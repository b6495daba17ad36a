"""The comparison for people at a terminal: the sentences that differ side by side, the differing words marked."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from provenance.layout.display import cut, hanging, neutral, one_line, paint, width, wrap
from provenance.layout.side_by_side import Row, counted, marked_pieces, rows, runs, verdict
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.article import Article
from provenance.model.audit import Audit
from provenance.model.comparison import Comparison
from provenance.model.dating import PartialDate
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding
from provenance.model.text import Span

STYLES = {"error": "red", "warning": "yellow", "note": "cyan"}
OPEN, CLOSE = "\ue000", "\ue001"
"""Marks on the way through wrapping: they become colours, or brackets where there are none."""

BRACKETS = str.maketrans({OPEN: "⟦", CLOSE: "⟧"})
BESIDE = " │ "
NARROW, WIDEST = 60, 160
"""Columns below which the two texts stand one above the other, and above which lines are hard to read."""

LONGEST, AROUND = 700, 250
"""Characters of a sentence that are shown; of a longer one, those around the words that differ."""


def render(audit: Audit, view: View) -> str:
    words = wording(view.locale)
    lines: list[str] = []
    for dossier in audit.dossiers:
        if dossier.comparison is not None:
            lines += compared(dossier, dossier.comparison, view, words)
    for failure in audit.failures:
        reason = one_line(words.reason(failure.reason))
        lines += hanging(f"{one_line(failure.path)}{words('colon')}", reason, view.width)
    return "".join(f"{line}\n" for line in lines)


def compared(dossier: Dossier, comparison: Comparison, view: View, words: Wording) -> Iterator[str]:
    size = min(view.width, WIDEST)
    yield from heading(dossier, comparison, view, size)
    for telling, run in runs(rows(dossier)):
        if telling:
            for row in run:
                yield from row_lines(dossier, comparison, row, view, size)
        else:
            line = words.count("quiet", len(run))
            yield paint(f"… {line}", "dim", color=view.color)
            yield ""
    yield from wrap(verdict(comparison, words), size)
    if view.summary and (line := counted(dossier, words)):
        yield from wrap(line, size)


def heading(dossier: Dossier, comparison: Comparison, view: View, size: int) -> Iterator[str]:
    words, made, origin = wording(view.locale), dossier.article, comparison.origin
    own = named(made, dossier.dating.published, words)
    other = named(origin, comparison.origin_published, words)
    if size < NARROW:
        yield from (paint(line, "bold", color=view.color) for line in wrap(own, size))
        yield from (paint(line, "dim", color=view.color) for line in wrap(other, size))
    else:
        yield from columns(wrap(own, column(size)), wrap(other, column(size)), size, "bold", color=view.color)
        yield "─" * (column(size) + 1) + "┼" + "─" * (size - column(size) - 2)
    yield ""


def named(article: Article, published: PartialDate | None, words: Wording) -> str:
    details = [words.language(article.language), str(published) if published else None]
    shown = ", ".join(detail for detail in details if detail)
    return one_line(article.path) + (f" ({shown})" if shown else "")


def column(size: int) -> int:
    return (size - len(BESIDE)) // 2


def row_lines(dossier: Dossier, comparison: Comparison, row: Row, view: View, size: int) -> Iterator[str]:
    own, other = row.marks
    wide = (column(size) if size >= NARROW else size - 2) - (0 if view.color else len(OPEN + CLOSE))
    left = cell(dossier.article, row.article, own, wide)
    right = cell(comparison.origin, row.origin, other, wide)
    style = f"bold {STYLES[row.findings[0].level]}"
    if size >= NARROW:
        yield from columns(left, right, size, "", mark=style, color=view.color)
    else:
        yield from (styled(f"  {line}", style, color=view.color) for line in left)
        yield paint("  ─", "dim", color=view.color)
        yield from (styled(f"  {line}", style, color=view.color) for line in right)
    for finding in row.findings:
        yield from finding_lines(dossier, finding, view, size)
    yield ""


def cell(article: Article, span: Span | None, marks: Sequence[Span], wide: int) -> list[str]:
    """A sentence in lines, its differing words between marks."""
    if span is None:
        return []
    if span.end - span.start > LONGEST:
        first = min((mark.start for mark in marks), default=span.start)
        start = max(span.start, first - AROUND)
        span = Span(start, min(span.end, start + LONGEST))
    text = "".join(
        f"{OPEN}{safe(piece)}{CLOSE}" if differs else safe(piece)
        for piece, differs in marked_pieces(article, span, marks)
    )
    return carried(wrap(" ".join(text.split(" ")), wide))


def safe(piece: str) -> str:
    """Untrusted words without signs that would pass for marks."""
    return neutral(piece).replace(OPEN, "\ufffd").replace(CLOSE, "\ufffd")


def carried(lines: list[str]) -> list[str]:
    """Lines in which a mark that goes on in the next one is closed and opened again."""
    done, marked = [], False
    for line in lines:
        line = OPEN + line if marked else line
        marked = line.count(OPEN) > line.count(CLOSE)
        done.append(line + CLOSE if marked else line)
    return done


def columns(
    left: Sequence[str], right: Sequence[str], size: int, style: str, *, mark: str = "", color: bool
) -> Iterator[str]:
    wide = column(size)
    for own, other in zip_longest(left, right, fillvalue=""):
        blank = " " * max(0, wide - shown_width(own, color=color))
        beside = paint_line(other, style, mark, color=color)
        yield f"{paint_line(own, style, mark, color=color)}{blank}{BESIDE}{beside}".rstrip()


def paint_line(line: str, style: str, mark: str, *, color: bool) -> str:
    return paint(line, style, color=color) if style else styled(line, mark, color=color)


def shown_width(line: str, *, color: bool) -> int:
    return width(line.replace(OPEN, "").replace(CLOSE, "")) if color else width(line.translate(BRACKETS))


def styled(line: str, style: str, *, color: bool) -> str:
    """The marks as colours, or as brackets where there are none."""
    if not color:
        return line.translate(BRACKETS)
    before, *rest = line.split(OPEN)
    painted = [before]
    for piece in rest:
        marked, _, after = piece.partition(CLOSE)
        painted += [paint(marked, style, color=color), after]
    return "".join(painted)


def finding_lines(dossier: Dossier, finding: Finding, view: View, size: int) -> Iterator[str]:
    place = dossier.article.text.position(finding.span)
    lead = f"  {place.line}:{place.column} "
    first, *rest = hanging(lead, f"{finding.rule} {one_line(finding.message.text(view.locale))}", size)
    style = STYLES[finding.level]
    yield first.replace(finding.rule, paint(finding.rule, style, color=view.color), 1)
    yield from rest
    if finding.replacement is not None:
        yield " " * len(lead) + paint(cut(f"→ {one_line(finding.replacement)}", size), "green", color=view.color)
