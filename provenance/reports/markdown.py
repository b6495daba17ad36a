"""The audit as Markdown, for a comment, a wiki or the summary of a continuous-integration run."""

from collections.abc import Iterator

from provenance.layout.account import (
    LEVELS,
    ai_use,
    authors,
    chain,
    counts,
    missed,
    origin,
    published,
    summary,
    tally,
    told,
    unmeasured,
)
from provenance.layout.cases import cases, cause_of, level_of, rules_of
from provenance.layout.display import one_line
from provenance.layout.excerpt import words_of
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.audit import Audit
from provenance.model.dossier import Dossier
from provenance.model.patterns import pattern

SPECIAL = pattern(r"([\\`*_\[\]<>|#~&])")
COLUMNS = ("article", "authors", "origin", "chain", "ai", "published", "findings")


def render(audit: Audit, view: View) -> str:
    words = wording(view.locale)
    lines = [*row([words(f"headings.{name}") for name in COLUMNS]), *row(["---"] * len(COLUMNS))]
    for dossier in audit.dossiers:
        lines += row([quoted(text) for text in overview_cells(dossier, words)])
    for failure in audit.failures:
        reason = f"{words('headings.failures')}{words('colon')}{words.reason(failure.reason)}"
        lines += row([quoted(failure.path), *[""] * (len(COLUMNS) - 2), quoted(reason)])
    lines.append("")
    for dossier in audit.dossiers:
        lines += article_lines(dossier, view, words)
    lines += [f"- {quoted(notice.path)}: {quoted(notice.message.text(view.locale))}" for notice in audit.notices]
    lines += ["", quoted(summary(audit, words, view.profile))] if view.summary else []
    return "\n".join(lines).strip("\n") + "\n"


def overview_cells(dossier: Dossier, words: Wording) -> list[str]:
    return [
        dossier.article.path,
        authors(dossier, words),
        origin(dossier, words),
        words("semicolon").join(chain(dossier, words)),
        ai_use(dossier, words),
        published(dossier, words),
        counts(tally([dossier]), words),
    ]


def article_lines(dossier: Dossier, view: View, words: Wording) -> Iterator[str]:
    """The findings of an article as a table, gravest first, then what was not measured."""
    found = sorted(cases(told(dossier)), key=lambda case: LEVELS.index(level_of(case)))
    if not found and not missed(dossier):
        return
    yield f"### {quoted(dossier.article.path)}"
    yield ""
    if found:
        heads = ("place", "level", "rule", "text", "why", "suggestion")
        yield from row([words(f"headings.{name}") for name in heads])
        yield from row(["---"] * len(heads))
    for case in found:
        places = [dossier.article.text.position(finding.span) for finding in case]
        marked = words("semicolon").join(words_of(dossier.article, finding.span, 80) for finding in case)
        message = case[0].message.text(view.locale) if len(case) == 1 else cause_of(case, words)
        suggestion = words("semicolon").join(finding.replacement or "" for finding in case)
        cells = (words(f"levels.{level_of(case)}"), rules_of(case), marked, message, suggestion)
        yield from row([", ".join(f"{place.line}:{place.column}" for place in places), *map(quoted, cells)])
    for rules, reason in unmeasured(dossier, view.locale):
        yield ""
        yield f"{words('headings.unmeasured')}{words('colon')}{rules} ({quoted(reason)})"
    yield ""


def row(cells: list[str]) -> list[str]:
    return [f"| {' | '.join(cells)} |"]


def quoted(text: str) -> str:
    """The text with every sign escaped that Markdown would act on; an @ names nobody."""
    return SPECIAL.sub(r"\\\1", one_line(text)).replace("@", "@\u200b")
