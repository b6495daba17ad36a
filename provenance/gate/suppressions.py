"""Findings that somebody has answered: by a comment, the front matter, `[sic]`, the configuration or a baseline.

A suppressed finding stays in the audit with its reason. A suppression that silences nothing is told of.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from itertools import accumulate, islice

from provenance.layout.globs import matches
from provenance.model.article import Article
from provenance.model.audit import Notice
from provenance.model.block import VISIBLE
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding, Message
from provenance.model.patterns import pattern
from provenance.model.record import record, replace
from provenance.model.settings import Pardon
from provenance.model.text import Span

COMMENT = pattern(r"<!--\s*+provenance:\s*+ignore(?:\[(?P<rules>[^\]\n]{0,500})\])?(?P<reason>[^\n]{0,500}?)\s*+-->")
SIC = pattern(r"[\s»”\"'’)]{0,3}[\[(]\s?sic\b", re.IGNORECASE)
UNUSED = {
    "en": "the comment silences '{rule}', which finds nothing here: remove it",
    "fr": "le commentaire fait taire « {rule} », qui ne relève rien ici : à retirer",
}
NAMELESS = {
    "en": "the comment names no rule: write provenance: ignore[rule] reason",
    "fr": "le commentaire ne nomme aucune règle : écrivez provenance: ignore[règle] raison",
}
UNKNOWN = {
    "en": "the comment silences '{rule}', which is not a rule",
    "fr": "le commentaire fait taire « {rule} », qui n’est pas une règle",
}
BY_COMMENT, BY_FRONT_MATTER, BY_SIC, BY_CONFIGURATION = "comment", "front matter", "[sic]", "configuration"


@record
class Reprieve:
    """One suppression an article holds: a rule, the stretches of the file it covers (None: all of it), and why."""

    rule: str
    reason: str
    line: int
    covers: tuple[Span, ...] | None = None


class Reprieves:
    """The suppressions of an article, found by rule and place in a time that hardly grows with their number."""

    def __init__(self, reprieves: Iterable[Reprieve]) -> None:
        places: dict[str, dict[Span, list[Reprieve]]] = {}
        self._whole: dict[str, list[Reprieve]] = {}
        for reprieve in reprieves:
            if reprieve.covers is None:
                self._whole.setdefault(reprieve.rule, []).append(reprieve)
            for span in reprieve.covers or ():
                places.setdefault(reprieve.rule, {}).setdefault(span, []).append(reprieve)
        self._places = {rule: sorted(covered.items()) for rule, covered in places.items()}
        self._furthest = {
            rule: list(accumulate((span.end for span, _ in covered), max)) for rule, covered in self._places.items()
        }

    def over(self, rule: str, raw: Span) -> Iterator[tuple[Span | None, list[Reprieve]]]:
        """Those of a rule that cover a stretch of the file, together by what they cover (None: all of it)."""
        places, furthest = self._places.get(rule, []), self._furthest.get(rule, [])
        for span, found in islice(places, bisect_left(furthest, raw.start), None):
            if span.start > raw.end:
                break
            if span.end >= raw.start:
                yield span, found
        if rule in self._whole:
            yield None, self._whole[rule]


def suppress(
    dossier: Dossier, pardons: Iterable[Pardon], rules: Set[str]
) -> tuple[Dossier, list[Notice], frozenset[Pardon]]:
    """The dossier with its answered findings marked, what is to say of the article's own suppressions, and the pardons
    of the configuration that were used. `rules` are those in force: only of them can a suppression be unused."""
    article, used, spent = dossier.article, set[Reprieve | Pardon](), set[tuple[str, Span | None]]()
    reprieves = [*comments(article), *front_matter(article)]
    by_place = Reprieves(reprieves)
    pardons = [pardon for pardon in pardons if pardon.path is None or matches(article.path, [pardon.path])]
    findings = []
    for finding in dossier.findings:
        raw = article.text.raw(finding.span)
        reason = BY_SIC if SIC.match(article.text.content, finding.span.end) else None
        for covered, found in by_place.over(finding.rule, raw):
            reason = reason or found[0].reason
            if (finding.rule, covered) not in spent:
                spent.add((finding.rule, covered))
                used.update(found)
        in_source = reason is not None
        for pardon in pardons:
            if applies(pardon, finding, article):
                used.add(pardon)
                reason = reason or pardon.reason or BY_CONFIGURATION
        findings.append(finding if reason is None else replace(finding, suppressed=reason, in_source=in_source))
    notices = [*unused(article, reprieves, used, rules)]
    return replace(dossier, findings=tuple(findings)), notices, frozenset(p for p in used if isinstance(p, Pardon))


def applies(pardon: Pardon, finding: Finding, article: Article) -> bool:
    if pardon.rule is not None and pardon.rule != finding.rule:
        return False
    return pardon.text is None or pardon.text.casefold() in article.text[finding.span].casefold()


def comments(article: Article) -> Iterator[Reprieve]:
    """A comment covers its own line and, standing alone, the next block."""
    source = article.text.source
    if "provenance:" not in source.content:
        return
    blocks = sorted(article.text.raw(block.span) for block in article.blocks_of(VISIBLE))
    for found in COMMENT.finditer(source.content):
        line, _ = source.line_and_column(found.start())
        spans = [_line_around(source.content, Span(*found.span()))]
        if source.content[spans[0].start : spans[0].end].strip() == found.group():
            spans += blocks[(following := bisect_left(blocks, (found.end(),))) : following + 1]
        names = [name.strip() for name in (found["rules"] or "").split(",") if name.strip()]
        for name in names or [""]:
            yield Reprieve(name, found["reason"].strip(" :—-") or BY_COMMENT, line, tuple(spans))


def _line_around(content: str, span: Span) -> Span:
    start = content.rfind("\n", 0, span.start) + 1
    start = max(start, content.rfind("\r", start, span.start) + 1)
    end = len(content)
    for sign in "\n\r":
        found = content.find(sign, span.end, end)
        end = found if found >= 0 else end
    return Span(start, end)


def front_matter(article: Article) -> Iterator[Reprieve]:
    """`provenance: {ignore: [rule]}` covers the whole article."""
    for datum in article.metadata:
        if datum.syntax == "front-matter" and datum.name in ("provenance.ignore", "provenance"):
            line = article.text.position(datum.span).line
            for name in re.findall(r"[a-z][a-z-]+", datum.value.removeprefix("{ignore:")):
                yield Reprieve(name, BY_FRONT_MATTER, line)


def unused(
    article: Article, reprieves: Iterable[Reprieve], used: Set[Reprieve | Pardon], rules: Set[str]
) -> Iterator[Notice]:
    from provenance.inspection.rulebook import every_check

    known = {check.rule.id for check in every_check()}
    for reprieve in reprieves:
        if reprieve in used:
            continue
        if not reprieve.rule:
            yield Notice(article.path, reprieve.line, Message(NAMELESS))
        elif reprieve.rule not in known:
            yield Notice(article.path, reprieve.line, Message(UNKNOWN, {"rule": reprieve.rule}))
        elif reprieve.rule in rules:
            yield Notice(article.path, reprieve.line, Message(UNUSED, {"rule": reprieve.rule}))
