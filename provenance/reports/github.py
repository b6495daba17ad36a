"""Annotations of a GitHub Actions run, worst first."""

import re
from collections.abc import Mapping

from provenance.layout.account import summary, told
from provenance.layout.display import neutral
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(audit: Audit, view: View) -> str:
    words = wording(view.locale)
    failures = [
        command("error", failure.path, {"title": words("headings.failures")}, words.reason(failure.reason))
        for failure in audit.failures
    ]
    found = [(dossier, finding) for dossier in audit.dossiers for finding in told(dossier)]
    found.sort(key=lambda pair: -pair[1].level.rank)
    lines = list(failures)
    for dossier, finding in found:
        place = dossier.article.text.position(finding.span)
        where = {"line": place.line, "endLine": place.end_line, "col": place.column, "endColumn": place.end_column}
        if place.line != place.end_line:
            del where["col"], where["endColumn"]
        message = finding.message.text(view.locale)
        if finding.replacement is not None:
            message += f" → {finding.replacement}"
        properties = {**where, "title": f"provenance: {finding.rule}"}
        lines.append(command(COMMANDS[finding.level], dossier.article.path, properties, message))
    shown = lines if view.limit is None else lines[: view.limit]
    if len(lines) > len(shown):
        shown = [*shown, words.count("annotations", len(lines) - len(shown))]
    if view.summary:
        shown = [*shown, summary(audit, words, view.profile)]
    return "".join(line + "\n" for line in shown)


def command(name: str, path: str, properties: Mapping[str, object], message: str) -> str:
    """A workflow command. What it carries is escaped, so that no text of an article can issue one of its own."""
    given = {"file": path, **properties}
    listed = ",".join(f"{key}={escaped(str(value), inside=True)}" for key, value in given.items())
    return f"::{name} {listed}::{escaped(message)}"


def escaped(text: str, *, inside: bool = False) -> str:
    text = re.sub(r"\s+", " ", neutral(text)).replace("%", "%25")
    return text.replace(":", "%3A").replace(",", "%2C") if inside else text
