"""The audit for people: a card for one article, a table for many, then what was found, gravest first."""

from collections.abc import Iterator

from provenance.layout.account import summary
from provenance.layout.display import hanging, one_line, paint
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit
from provenance.reports.table_parts.cards import card
from provenance.reports.table_parts.findings import asides, findings
from provenance.reports.table_parts.overview import overview

ROOM = 70
"""Columns below which a table has no room for words: each article is a card then."""


def render(audit: Audit, view: View) -> str:
    return "\n".join([*lines_of(audit, view), ""])


def lines_of(audit: Audit, view: View) -> Iterator[str]:
    words, many = wording(view.locale), len(audit.dossiers) + len(audit.failures) > 1
    tabled = many and view.width >= ROOM
    if tabled:
        yield from overview(audit, view)
        yield ""
    for dossier in audit.dossiers:
        if not tabled:
            yield from card(dossier, view)
            yield ""
        sections = [*findings(dossier, view), *asides(dossier, view)]
        if tabled and sections:
            yield paint(f"── {one_line(dossier.article.path)}", "bold", color=view.color)
        for section in sections:
            yield from section
            yield ""
    yield from failures(audit, view)
    yield from notices(audit, view)
    if view.summary:
        yield from hanging("", summary(audit, words, view.profile), view.width)


def failures(audit: Audit, view: View) -> Iterator[str]:
    if not audit.failures:
        return
    words = wording(view.locale)
    yield paint(f"{words('headings.failures')} ({len(audit.failures)})", "bold red", color=view.color)
    for failure in audit.failures:
        yield from hanging(
            "  ", f"{one_line(failure.path)}{words('colon')}{one_line(words.reason(failure.reason))}", view.width
        )
    yield ""


def notices(audit: Audit, view: View) -> Iterator[str]:
    if not audit.notices:
        return
    yield paint(wording(view.locale)("headings.notices"), "bold", color=view.color)
    for notice in audit.notices:
        place = f"{one_line(notice.path)}{f':{notice.line}' if notice.line else ''}"
        yield from hanging("  ", f"{place}: {one_line(notice.message.text(view.locale))}", view.width)
    yield ""
