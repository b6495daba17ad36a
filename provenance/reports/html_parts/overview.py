"""The audit table of the HTML report: one row an article, sortable by every column."""

from collections.abc import Iterator

from provenance.layout.account import LEVELS, ai_use, authors, origin, step_text, tally, told, written
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.audit import Audit
from provenance.model.credit import Role
from provenance.model.dossier import Dossier
from provenance.reports.html_parts.marking import line
from provenance.reports.html_parts.sayings import badges

COLUMNS = ("article", "authors", "origin", "ai", "published", "findings")


def overview(audit: Audit, view: View) -> Iterator[str]:
    words = wording(view.locale)
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{line(words("html.table"))}">'
    yield f'<table id="overview"><caption class="unseen">{line(words("html.table"))}</caption><thead><tr>'
    for name in COLUMNS:
        heading = words(f"headings.{name}")
        label = line(words("html.sort", column=heading))
        yield f'<th scope="col"><button type="button" title="{label}">{line(heading)}</button></th>'
    yield "</tr></thead><tbody>"
    for number, dossier in enumerate(audit.dossiers):
        yield row(dossier, number, words)
    for failure in audit.failures:
        yield (
            f'<tr class="failed"><th scope="row">{line(failure.path)}</th><td colspan="4">'
            f'{line(words.reason(failure.reason))}</td><td data-v="-1"><span class="badge error">'
            f"{line(words('headings.failure'))}</span></td></tr>"
        )
    yield "</tbody></table></div>"


def row(dossier: Dossier, number: int, words: Wording) -> str:
    found, made, date = tally([dossier]), dossier.article, dossier.dating.published
    disclosed = any(credit.role is Role.AI_DISCLOSURE for credit in dossier.credits)
    steps = words("semicolon").join(step_text(step, words, with_authors=False) for step in written(dossier))
    gravity = sum(found[level] * 10_000**level.rank for level in LEVELS)
    day = words(f"dated.short.{dossier.dating.basis}", date=date) if date else words("undated")
    headline = f'<span class="headline">{line(made.headline)}</span>' if made.headline else ""
    cells = [
        f"<td>{line(authors(dossier, words))}</td>",
        f'<td class="{dossier.origin_status}">{line(steps or origin(dossier, words))}</td>',
        f"<td>{line(ai_use(dossier, words)) if disclosed else '–'}</td>",
        f"<td>{line(day)}</td>",
        f'<td data-v="{gravity}">{badges(told(dossier), words)}</td>',
    ]
    return (
        f'<tr data-of="a{number}"><th scope="row"><a href="#a{number}">{line(made.path)}</a>{headline}</th>'
        f"{''.join(cells)}</tr>"
    )
