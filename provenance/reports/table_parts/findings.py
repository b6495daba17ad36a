"""What was found in one article, by gravity, then by rule; many findings of one kind are told once."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from provenance.layout.account import LEVELS, suppressed, told, unmeasured
from provenance.layout.cases import Case, cases, cause_of, level_of, rules_of
from provenance.layout.display import cut, hanging, is_right_to_left, one_line, paint, width
from provenance.layout.excerpt import excerpt, words_of
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding, Level
from provenance.model.text import Span

STYLES = {Level.ERROR: "red", Level.WARNING: "yellow", Level.NOTE: "cyan"}
SHOWN = 3
"""Findings of one rule and level that are shown in full; of more, the rest are only named."""
NAMED = 12
PLACE_WIDTH = 9
COMPARED = 3
"""Related places that are named with a finding."""


def findings(dossier: Dossier, view: View) -> Iterator[list[str]]:
    """A section for each level there are findings of."""
    words, found = wording(view.locale), cases(told(dossier))
    for level in LEVELS:
        of_level = [case for case in found if level_of(case) is level]
        if not of_level:
            continue
        count = sum(finding.level is level for case in of_level for finding in case)
        others = sum(map(len, of_level)) - count
        counted = f"{count}" + (f" + {words.count('same_cause', others)}" if others else "")
        title = paint(f"{words(f'headings.{level}')} ({counted})", f"bold {STYLES[level]}", color=view.color)
        alone = by_rule(finding for case in of_level if len(case) == 1 for finding in case)
        together = (case for case in of_level if len(case) > 1)
        yield [
            title,
            *(line for case in together for line in case_lines(dossier, case, view)),
            *(line for group in alone for line in rule_lines(dossier, group, view)),
        ]


def by_rule(found: Iterable[Finding]) -> list[list[Finding]]:
    """The findings of each rule together, in the order the rules first speak."""
    groups: dict[str, list[Finding]] = {}
    for finding in found:
        groups.setdefault(finding.rule, []).append(finding)
    return list(groups.values())


def case_lines(dossier: Dossier, case: Case, view: View) -> Iterator[str]:
    """The places of one cause, which is said once, above them."""
    style = STYLES[level_of(case)]
    for line in hanging("  ", rules_of(case), view.width):
        yield paint(line, style, color=view.color)
    yield from hanging("    ", cause_of(case, wording(view.locale)), view.width)
    for finding in case:
        yield from finding_lines(dossier, finding, view, why=None)


def rule_lines(dossier: Dossier, group: list[Finding], view: View) -> Iterator[str]:
    """A rule's findings. What all of them say is said once, above them."""
    words, style = wording(view.locale), STYLES[group[0].level]
    said = {finding.message.text(view.locale) for finding in group}
    heading = f"  {paint(group[0].rule, style, color=view.color)}"
    yield heading + (paint(f" × {len(group)}", "dim", color=view.color) if len(group) > 1 else "")
    shared = said.pop() if len(said) == 1 and len(group) > 1 else None
    if shared is not None:
        yield from hanging("    ", one_line(shared), view.width)
    shown = group if len(group) <= SHOWN + 1 else group[:SHOWN]
    for finding in shown:
        yield from finding_lines(dossier, finding, view, why=None if shared else finding.message.text(view.locale))
    if rest := group[len(shown) :]:
        more = f", {words.count('further', len(rest) - NAMED)}" if len(rest) > NAMED else ""
        text = f"{words.count('more', len(rest))}{words('colon')}{mentions(dossier, rest[:NAMED], words)}{more}"
        yield from hanging("    ", text, view.width)


def finding_lines(dossier: Dossier, finding: Finding, view: View, why: str | None) -> Iterator[str]:
    """Place and excerpt, a line that points at the words and says what to write instead, then why."""
    words, style = wording(view.locale), STYLES[finding.level]
    lead = f"    {place_of(dossier, finding.span):<{PLACE_WIDTH - 1}} "
    indent = " " * len(lead)
    part = excerpt(dossier.article, finding.span, view.width - len(lead))
    bidi = is_right_to_left("".join(part))
    marked = f"⟦{part.marked}⟧" if bidi and not part.whole else part.marked
    shown = paint(marked, "" if part.whole else f"bold {style}", color=view.color)
    yield paint(lead, "dim", color=view.color) + part.before + shown + part.after
    suggestion = "" if finding.replacement is None else f"→ {one_line(finding.replacement) or words('delete')}"
    offset, marks = (0, "") if part.whole or bidi else (width(part.before), "^" * max(width(part.marked), 1))
    if offset + len(marks) + 1 + width(suggestion) <= view.width - len(lead):
        line = f"{paint(marks, style, color=view.color)} {paint(suggestion, 'green', color=view.color)}".strip()
        yield from [indent + " " * offset + line] if line else []
    else:
        yield from [indent + " " * offset + paint(marks, style, color=view.color)] if marks else []
        below = hanging(indent, suggestion, view.width) if suggestion else ()
        yield from (paint(line, "green", color=view.color) for line in below)
    if why:
        yield from hanging(indent, one_line(why) + see_also(dossier, finding, words), view.width)


def see_also(dossier: Dossier, finding: Finding, words: Wording) -> str:
    """The other places the message speaks of."""
    places = ", ".join(place_of(dossier, span) for span in finding.related[:COMPARED])
    return f" ({words('see', places=places)})" if places else ""


def mentions(dossier: Dossier, found: Iterable[Finding], words: Wording) -> str:
    """`“lundi” 18:2, 19:4; “hier” 20:1`: findings named in passing."""
    places: dict[str, list[str]] = {}
    for finding in found:
        named = words("quoted", words=words_of(dossier.article, finding.span, 32))
        places.setdefault(named, []).append(place_of(dossier, finding.span))
    return words("semicolon").join(f"{named} {', '.join(where)}" for named, where in places.items())


def place_of(dossier: Dossier, span: Span) -> str:
    """`18:2`, line and column in the file."""
    place = dossier.article.text.position(span)
    return f"{place.line}:{place.column}"


def asides(dossier: Dossier, view: View) -> Iterator[list[str]]:
    """What was silenced, and what could not be measured and why."""
    if lines := [*silenced(dossier, view), *abstained(dossier, view)]:
        yield lines


def silenced(dossier: Dossier, view: View) -> Iterator[str]:
    words = wording(view.locale)
    found = sorted(suppressed(dossier), key=lambda finding: (finding.rule, finding.suppressed or ""))
    for (rule, reason), group in groupby(found, key=lambda finding: (finding.rule, finding.suppressed or "")):
        text = f"{rule} {cut(mentions(dossier, group, words), 200)} ({one_line(reason)})"
        yield from hanging(f"{words('headings.suppressed')}{words('colon')}", text, view.width)


def abstained(dossier: Dossier, view: View) -> Iterator[str]:
    words = wording(view.locale)
    for rules, reason in unmeasured(dossier, view.locale):
        line = f"{rules} ({reason})"
        dimmed = hanging(f"{words('headings.unmeasured')}{words('colon')}", line, view.width)
        yield from (paint(each, "dim", color=view.color) for each in dimmed)
