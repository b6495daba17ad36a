"""Quotation marks read in order: which pair up, which are left alone.

A mark's direction comes from what touches it, because every language turns the same signs differently: `“` opens in
English and closes in German, `»` closes in French and opens in German books. Read once an article, block by block.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from provenance.lexicon.tables import table
from provenance.model.article import Article, derived
from provenance.model.block import Block, BlockKind
from provenance.model.patterns import pattern
from provenance.model.text import Span

MARK = pattern(r"[«»“”„\"]")
ANGLE, CURLY, LOW, STRAIGHT = "«»", "“”", "„“", '""'
"""The systems of double quotation marks, each named by its usual pair."""

SYSTEM = {"«": ANGLE, "»": ANGLE, "“": CURLY, "”": CURLY, "„": LOW, '"': STRAIGHT}
CLOSES = {sign: (system, LOW) if sign in "“”" else (system,) for sign, system in SYSTEM.items()}
"""The systems in which a quotation that a sign may close was opened."""

CLOSING_FIRST = pattern(r"[\s–—-]*([»”])(?=\s?[\w¿¡…])")
WORD = pattern(r"[^\W\d_]+")
BEFORE_OPENING = frozenset(" \t\u00a0\u202f\u2009([{-–—/:'’‘‚<>|*_#…")
AFTER_CLOSING = frozenset(" \t\u00a0\u202f\u2009)]}.,;:!?…-–—/'’*_|<>%")
FAR = 15
"""Blocks over which a quotation may go on without opening each paragraph again."""

LAST_CLAUSE = 60
"""Characters that naming a speaker takes at the most."""

SILENT = frozenset({BlockKind.CODE, BlockKind.TABLE})


class Quotation(NamedTuple):
    """A quoted run, marks included, and the system of its marks."""

    span: Span
    system: str


class Orphan(NamedTuple):
    """A mark without its partner; `block` counts the article's own blocks."""

    at: int
    system: str
    opens: bool
    block: int


class Quoting(NamedTuple):
    """The outermost quotations in reading order, and the marks that are alone in the whole article.

    `mismatched` are pairs of two systems, such as `"so”`.
    """

    quotations: tuple[Quotation, ...]
    orphans: tuple[Orphan, ...]
    mismatched: tuple[Span, ...]


@derived
def quoting(article: Article) -> Quoting:
    blocks = [block for block in article.own if block.kind not in SILENT]
    turned = is_turned(article)
    quotations: list[Quotation] = []
    alone: list[Orphan] = []
    mismatched: list[Span] = []
    for number, block in enumerate(blocks):
        resumed = resumes(article.text.content, block, alone[-1] if alone else None, number)
        found, orphans, crossed = paired(article.text.content, block.span, number, turned, resumed)
        mismatched.extend(crossed)
        whole = [quotation for quotation in found if not is_inside(article.text.content, quotation, orphans)]
        quotations.extend(outermost([*whole, *(Quotation(span, CURLY) for span in crossed)]))
        alone.extend(orphans)
    left = tuple(without_runs(article, blocks, alone))
    return Quoting(tuple(quotations), left, tuple(mismatched))


def resumes(content: str, block: Block, last: Orphan | None, number: int) -> int:
    """Where a paragraph takes up the quotation of the one before it with a mark that else closes ("»Y entonces"); -1
    where it does not. The Spanish academy writes so, and so do French and Italian books."""
    if last is None or not last.opens or last.block != number - 1:
        return -1
    opening = CLOSING_FIRST.match(content, *block.span)
    return opening.start(1) if opening and last.system in CLOSES[opening[1]] else -1


def is_inside(content: str, quotation: Quotation, orphans: list[Orphan]) -> bool:
    """Whether a pair stands in a quotation that goes on in the next paragraph, or is the value of an attribute."""
    start, system = quotation
    return content[start.start - 1 : start.start] == "=" or any(
        orphan.opens and orphan.system != system and orphan.at < start.start for orphan in orphans
    )


def is_turned(article: Article) -> bool:
    """Whether the article quotes »so«, as German books do."""
    content = article.text.content
    if "»" not in content or (article.language or "de")[:2] != "de":
        return False
    return len(re.findall(r"(?<!\S)»(?=\w)", content)) > len(re.findall(r"(?<!\S)«(?=\w)", content))


def paired(
    content: str, span: Span, number: int, turned: bool, resumed: int
) -> tuple[list[Quotation], list[Orphan], list[Span]]:
    """The quotations of one block, the marks left alone in it, and the pairs of two systems.

    The mark at `resumed` opens, whatever its form.
    """
    stack: list[tuple[int, str]] = []
    depths: dict[str, list[int]] = {system: [] for system in (ANGLE, CURLY, LOW, STRAIGHT)}
    found: list[Quotation] = []
    alone: list[Orphan] = []
    crossed: list[Span] = []
    for mark in MARK.finditer(content, *span):
        at, sign = mark.start(), mark.group()
        before = content[at - 1] if at > span.start else " "
        after = content[at + 1] if at + 1 < span.end else " "
        opened = max((depths[system][-1] for system in CLOSES[sign] if depths[system]), default=-1)
        if at == resumed or opens(sign, before, after, opened >= 0, turned):
            depths[SYSTEM[sign]].append(len(stack))
            stack.append((at, SYSTEM[sign]))
        elif opened >= 0:
            start, system = stack[opened]
            alone.extend(Orphan(inner, kind, True, number) for inner, kind in stack[opened + 1 :])
            for _, kind in stack[opened:]:
                depths[kind].pop()
            del stack[opened:]
            found.append(Quotation(Span(start, at + 1), system))
        elif stack and stack[-1][1] != ANGLE and sign in '"”' and not before.isdigit():
            start, system = stack.pop()
            depths[system].pop()
            crossed.append(Span(start, at + 1))
        elif not (before.isdigit() and sign in '"”'):
            alone.append(Orphan(at, SYSTEM[sign], False, number))
    alone.extend(Orphan(at, system, True, number) for at, system in stack)
    return found, sorted(alone), crossed


def opens(sign: str, before: str, after: str, opened: bool, turned: bool) -> bool:
    """Whether a mark opens, given its neighbours and whether one it could close is open."""
    if sign == "„":
        return True
    if sign in "«»":
        return (sign == "»") if turned else (sign == "«")
    free_before, free_after = before in BEFORE_OPENING, after in AFTER_CLOSING
    if free_before and not free_after:
        return True
    if free_after and not free_before:
        return False
    if sign == "“":
        return not opened
    if sign == "”":
        return False
    if before.isdigit() and not opened:
        return False
    return not opened


def outermost(found: list[Quotation]) -> Iterator[Quotation]:
    end = -1
    for quotation in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if quotation.span.start >= end:
            end = quotation.span.end
            yield quotation


def without_runs(article: Article, blocks: list[Block], alone: list[Orphan]) -> Iterator[Orphan]:
    """The marks that are alone even when quotations may run over several paragraphs."""
    waiting: Orphan | None = None
    for orphan in alone:
        if waiting and not orphan.opens and orphan.block - waiting.block <= FAR:
            waiting = None
            continue
        if waiting and not goes_on(article, blocks, waiting):
            yield waiting
        waiting = orphan if orphan.opens else None
        if not orphan.opens:
            yield orphan
    if waiting and not goes_on(article, blocks, waiting):
        yield waiting


def goes_on(article: Article, blocks: list[Block], orphan: Orphan) -> bool:
    """Whether the next paragraph opens again, as paragraphs of a long quotation do."""
    if orphan.block + 1 >= len(blocks) or names_its_speaker(article, blocks[orphan.block], orphan):
        return False
    start = blocks[orphan.block + 1].span.start
    first = article.text.content[start : start + 3].lstrip("-–— \u00a0")[:1]
    return first in ("«", "»", "“", "”", "„", '"')


def names_its_speaker(article: Article, block: Block, orphan: Orphan) -> bool:
    """Whether the paragraph leaves the quotation for its speaker (`…, Ana said.`), so that it ought to be closed."""
    verbs = table((article.language or "").split("-")[0], "typography").get("speech_verbs", ())
    comma = article.text.plain.rfind(", ", max(orphan.at, block.span.end - LAST_CLAUSE), block.span.end)
    if comma < 0:
        return False
    return not set(WORD.findall(article.text.folded, comma, block.span.end)).isdisjoint(verbs)
