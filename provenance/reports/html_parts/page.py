"""The frame of the HTML report: head, policy, filters, and the pages of the rules."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from provenance.layout.account import LEVELS, summary, tally, told
from provenance.layout.rule_pages import rule_page
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.audit import Audit
from provenance.reports.html_parts.marking import line
from provenance.reports.html_parts.sayings import SIGNS

HERE = Path(__file__).parent


@cache
def asset(name: str) -> str:
    """The style or the script. An end tag inside would end it early, so there is none."""
    return (HERE / name).read_text("utf-8")


def fingerprint(content: str) -> str:
    """The hash by which the policy of the page admits this content and no other."""
    return f"'sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def policy(style: str, script: str) -> str:
    """Nothing may be loaded, sent or run but the one style and the one script of the page."""
    rules = {
        "default-src": "'none'",
        "style-src": fingerprint(style),
        "script-src": fingerprint(script) if script else "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def page(title: str, parts: Iterable[str], view: View, *, style: str | None = None, script: str | None = None) -> str:
    """The whole page; the style and the script are those of the report of an audit unless others are given."""
    style = asset("page.css") if style is None else style
    script = asset("page.js") if script is None else script
    return "\n".join(
        [
            f'<!doctype html>\n<html lang="{view.locale}">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
            f"<title>{line(title)}</title>",
            f"<style>{style}</style>\n</head>\n<body>",
            *parts,
            f"<script>{script}</script>\n</body>\n</html>\n" if script else "</body>\n</html>\n",
        ]
    )


def header(audit: Audit, title: str, view: View) -> Iterator[str]:
    words = wording(view.locale)
    yield f'<a class="skip" href="#articles">{line(words("html.skip"))}</a>'
    yield f'<header><p class="brand" aria-hidden="true">provenance</p><h1>{line(title)}</h1>'
    yield f"<p class='summary'>{line(summary(audit, words, view.profile))}</p>"
    if audit.notices:
        heading = f"{line(words('headings.notices'))} ({len(audit.notices)})"
        yield f'<details class="notices"><summary>{heading}</summary><ul>'
        for notice in audit.notices:
            place = f"{notice.path}{f':{notice.line}' if notice.line else ''}"
            yield f"<li>{line(place)}: {line(notice.message.text(view.locale))}</li>"
        yield "</ul></details>"
    yield "</header>"


def filters(audit: Audit, words: Wording) -> Iterator[str]:
    """What is shown: by level, by rule, by name. Each level's switch is also the key to its mark."""
    found = tally(audit.dossiers)
    yield f'<form id="filters" aria-label="{line(words("html.filters"))}">'
    yield f"<fieldset><legend>{line(words('html.show'))}</legend>"
    for level in LEVELS:
        yield (
            f'<label class="chip {level}"><input type="checkbox" name="level" value="{level}" checked> '
            f"<span>{SIGNS[level]} {line(words(f'headings.{level}'))} <b>{found[level]}</b></span></label>"
        )
    yield (
        f'<label class="chip credit"><input type="checkbox" name="credits" checked> '
        f"<span>{line(words('html.credits'))}</span></label></fieldset>"
    )
    rules = sorted({finding.rule for dossier in audit.dossiers for finding in told(dossier)})
    options = "".join(f'<option value="{rule}">{rule}</option>' for rule in rules)
    yield (
        f'<label class="field">{line(words("html.rule"))} <select name="rule"><option value="">'
        f"{line(words('html.every-rule'))}</option>{options}</select></label>"
    )
    if len(audit.dossiers) > 1:
        yield f'<label class="field">{line(words("html.search"))} <input type="search" name="search"></label>'
        yield (f'<label class="field"><input type="checkbox" name="found"> {line(words("html.only-found"))}</label>')
    yield "</form>"


def rule_pages(audit: Audit, words: Wording) -> Iterator[str]:
    """The page of each rule that was broken, once."""
    used = {finding.rule for dossier in audit.dossiers for finding in dossier.findings}
    known = {rule.id: rule for rule in audit.rules}
    if not used:
        return
    yield f'<section class="rules"><h2>{line(words("html.rules"))}</h2><dl>'
    for name in sorted(used):
        page = rule_page(known[name], words.locale) if name in known else None
        lang, text = (
            (page.language, "".join(f"<p>{line(part)}</p>" for part in page.paragraphs)) if page else ("en", "")
        )
        yield f'<dt id="rule-{name}"><code>{name}</code></dt><dd lang="{lang}">{text}</dd>'
    yield "</dl></section>"


def footer(view: View, words: Wording) -> str:
    how = "html.certified-online" if view.online else "html.certified"
    return f"<footer><p>{line(words(how, version=view.version, profile=view.profile))}</p></footer>"
