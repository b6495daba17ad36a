"""The chains as trees, for people: each article, what it was made from, and what that was made from."""

from collections.abc import Iterator

from provenance.layout.account import own_date, step_text, unchecked
from provenance.layout.display import one_line
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.audit import Audit
from provenance.model.lineage import Basis, Derivation, OriginStatus
from provenance.model.trace import Link, Trace

DEEPEST = 20


def render(audit: Audit, trace: Trace, view: View) -> str:
    words = wording(view.locale)
    known = {dossier.article.path: dossier for dossier in audit.dossiers}
    lines: list[str] = []
    for dossier in audit.dossiers:
        article = dossier.article
        details = [detail for detail in (words.language(article.language), own_date(dossier)) if detail]
        lines.append(one_line(article.path) + (f" ({', '.join(details)})" if details else ""))
        if dossier.origin_status in (OriginStatus.UNKNOWN, OriginStatus.ORIGINAL):
            lines.append(f"   {words(f'origin.{dossier.origin_status}')}")
        lines += branches(trace.links_from(article.path), trace, words, frozenset({article.path}))
        lines += [f"   {one_line(reason)}" for reason in unchecked(dossier, view.locale)]
        lines.append("")
    for failure in audit.failures:
        lines += [
            f"{one_line(failure.path)}: {words('headings.failure')}",
            f"└─ {one_line(words.reason(failure.reason))}",
            "",
        ]
    if len(audit.dossiers) > 1:
        lines += [words("trace.independent", count=len(audit.dossiers), origins=trace.independent), ""]
    for group in trace.groups:
        lines.append(words("trace.group", count=len(group)))
        lines += [f"   {one_line(path)}" for path in group if path in known]
        lines.append("")
    return "\n".join(lines)


def branches(links: tuple[Link, ...], trace: Trace, words: Wording, above: frozenset[str]) -> Iterator[str]:
    """The lines below an article, deeper where what it was made from is at hand; a loop is cut and told.

    What a step rests on is told once, below the article that it made.
    """
    for number, link in enumerate(links, 1):
        last = number == len(links)
        target = f" → {one_line(link.target)}" if link.target else ""
        yield f"{'└─' if last else '├─'} {step_text(link.step, words)}{target}"
        stem = "   " if last else "│  "
        if len(above) == 1:
            yield from (stem + line for line in grounds(link.step, words))
        if link.target and link.target in above:
            yield f"{stem}└─ {words('trace.loop', path=one_line(link.target))}"
        elif link.target and len(above) < DEEPEST:
            below = branches(trace.links_from(link.target), trace, words, above | {link.target})
            yield from (stem + line for line in below)


def grounds(step: Derivation, words: Wording) -> Iterator[str]:
    """What a step rests on: the words that declare it, or what the two texts have in common."""
    if (alike := step.likeness) is None:
        if quoted := next(iter(step.evidence), None):
            yield words("trace.says", text=shortened(one_line(quoted)))
        return
    how = "trace.verified" if step.basis is Basis.VERIFIED else "trace.alike"
    yield words(how, confidence=percent(step.confidence), matched=percent(alike.matched))
    if alike.copied:
        yield words("trace.copied", copied=percent(alike.copied))
    for key, found in (("names", alike.names), ("figures", alike.figures)):
        if found:
            yield words(f"trace.{key}", found=one_line(", ".join(found)))
    if not step.directed:
        yield words("trace.undirected")


def percent(share: float) -> str:
    return f"{100 * share:.0f}"


def shortened(text: str, length: int = 100) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
