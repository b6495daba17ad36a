"""What an editor shows of a dossier: diagnostics under the words, the why beside them, fixes, and the chain above."""

from collections.abc import Iterator
from typing import NamedTuple

from lsprotocol import types as lsp

from provenance.editor.places import Places
from provenance.inspection.rulebook import every_check
from provenance.layout.account import authors, named, origin, step_text, told
from provenance.layout.display import one_line
from provenance.layout.rule_pages import rule_page
from provenance.layout.wording import Wording, wording
from provenance.mending.quoted import is_someone_elses
from provenance.mending.replacement import replacement_of
from provenance.model.credit import Credit
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding, Level, Message
from provenance.model.text import Span

NAME = "provenance"
SEVERITIES = {
    Level.ERROR: lsp.DiagnosticSeverity.Error,
    Level.WARNING: lsp.DiagnosticSeverity.Warning,
    Level.NOTE: lsp.DiagnosticSeverity.Information,
}
REPLACE = {"en": "Replace by “{words}”", "fr": "Remplacer par « {words} »"}
DELETE = {"en": "Delete “{old}”", "fr": "Supprimer « {old} »"}
COMPARED = {"en": "compared with this", "fr": "comparé à ceci"}
CERTAINTY = {"en": "certainty {share} %", "fr": "certitude {share} %"}


class Marked(NamedTuple):
    """A dossier as it stands in the document of an editor; `version` is that of the document."""

    uri: str
    version: int | None
    dossier: Dossier
    places: Places
    locale: str

    @property
    def words(self) -> Wording:
        return wording(self.locale)

    def said(self, templates: dict[str, str], **values: str) -> str:
        return Message(templates, values).text(self.locale)


def diagnostics(marked: Marked) -> list[lsp.Diagnostic]:
    return [diagnostic(marked, finding) for finding in told(marked.dossier)]


def diagnostic(marked: Marked, finding: Finding) -> lsp.Diagnostic:
    why = marked.words(f"causes.{finding.cause}") if finding.cause else marked.said(COMPARED)
    related = [
        lsp.DiagnosticRelatedInformation(lsp.Location(marked.uri, marked.places.range(span)), why)
        for span in finding.related
    ]
    return lsp.Diagnostic(
        marked.places.range(finding.span),
        finding.message.text(marked.locale),
        severity=SEVERITIES[finding.level],
        code=finding.rule,
        source=NAME,
        related_information=related or None,
        data=finding.fingerprint,
    )


def hover(marked: Marked, position: lsp.Position) -> lsp.Hover | None:
    """The why of the findings and credits that stand here."""
    at = marked.places.offset(position)
    found = [finding for finding in told(marked.dossier) if touches(marked, finding.span, at)]
    credits = [credit for credit in marked.dossier.credits if touches(marked, credit.span, at)]
    parts = [
        *(about_finding(marked, finding) for finding in found),
        *(about_credit(marked, credit) for credit in credits),
    ]
    if not parts:
        return None
    spans = [finding.span for finding in found] + [credit.span for credit in credits]
    narrowest = min(spans, key=lambda span: span.end - span.start)
    return lsp.Hover(
        lsp.MarkupContent(lsp.MarkupKind.Markdown, "\n\n---\n\n".join(parts)), marked.places.range(narrowest)
    )


def touches(marked: Marked, span: Span, offset: int) -> bool:
    raw = marked.places.text.raw(span)
    return raw.start <= offset <= raw.end


def about_finding(marked: Marked, finding: Finding) -> str:
    """The finding, what it rests on, and the page of its rule."""
    lines = [f"**{plain(finding.rule)}** · {plain(finding.message.text(marked.locale))}"]
    quoted = list(dict.fromkeys(one_line(marked.dossier.article.text[span]) for span in finding.related))
    certainty = marked.said(CERTAINTY, share=f"{finding.confidence * 100:.0f}")
    lines.append(plain(" · ".join([certainty, *(f"“{words}”" for words in quoted[:5])])))
    rule = next(check.rule for check in every_check() if check.rule.id == finding.rule)
    return "\n\n".join([*lines, *rule_page(rule, marked.locale).paragraphs])


def about_credit(marked: Marked, credit: Credit) -> str:
    role = marked.words(f"roles.{credit.role}")
    names = ", ".join(one_line(agent.name) for agent in credit.agents)
    details = filter(None, (credit.domain, credit.date, marked.words.language(credit.language), credit.licence))
    head = f"**{plain(role)}**" + (f" · {plain(names)}" if names else "")
    return "\n\n".join(filter(None, (head, plain(one_line(" · ".join(details))), plain(one_line(credit.evidence)))))


def plain(words: str) -> str:
    """Words of an article as Markdown shows them, not as it acts on them."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#!|~&" else sign for sign in words)


def fixes(marked: Marked, wanted: lsp.Range) -> Iterator[lsp.CodeAction]:
    """The replacements of the findings in a range. Words of somebody else are left, as `fix` leaves them."""
    start, end = marked.places.offset(wanted.start), marked.places.offset(wanted.end)
    article = marked.dossier.article
    for finding in told(marked.dossier):
        raw = article.text.raw(finding.span)
        replacement = replacement_of(article, finding)
        if replacement is None or raw.end < start or end < raw.start or is_someone_elses(article, finding.span):
            continue
        edit = lsp.TextEdit(marked.places.raw_range(replacement.raw), replacement.words)
        document = lsp.OptionalVersionedTextDocumentIdentifier(marked.uri, marked.version)
        old = one_line(article.text[finding.span])
        yield lsp.CodeAction(
            marked.said(REPLACE, words=replacement.words) if replacement.words else marked.said(DELETE, old=old),
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(marked, finding)],
            is_preferred=finding.safe,
            edit=lsp.WorkspaceEdit(document_changes=[lsp.TextDocumentEdit(document, [edit])]),
        )


def lenses(marked: Marked) -> Iterator[lsp.CodeLens]:
    """Who wrote it and where it comes from above the article, and each step of the chain above its statement."""
    dossier, words = marked.dossier, marked.words
    first = marked.places.range(dossier.article.first_line)
    yield lens(first, f"{authors(dossier, words)} · {origin(dossier, words)}")
    for step in dossier.chain:
        place = marked.places.range(step.spans[0]) if step.spans else first
        is_further = step.made.path != dossier.article.path and named(step.made)
        lead = words("further", name=named(step.made)) if is_further else ""
        yield lens(place, lead + step_text(step, words))


def lens(place: lsp.Range, title: str) -> lsp.CodeLens:
    """A line of words that does nothing: an editor shows none that has no command."""
    return lsp.CodeLens(lsp.Range(place.start, place.start), command=lsp.Command(title, ""))
