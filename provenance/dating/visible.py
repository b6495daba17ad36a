"""The publication and revision dates a reader sees: labelled, in the byline, or alone on a line.

The date of a photograph or of an event must never become the date of the article, so a date counts only with a label
("Published on"), in a byline, or as a line of its own near the top.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from provenance.dating.lines import FEW_NAMES, NAMES, names_beside, only_dates, opening_blocks, other_words
from provenance.lexicon.tables import table
from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.credit import Credit, Role
from provenance.model.dating import Anchor, AnchorKind
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.words.calendar_words import calendar_words
from provenance.words.time_expressions import TimeExpression, expressions_in, time_expressions

LONGEST_LINE = 220
LONGEST_FURNITURE = 120
DATED = frozenset(
    {"date", "time", "datetime", "published", "pubdate", "timestamp", "post-date", "entry-date", "article-date"}
)
"""Class and element names that pages give the line of their date."""

TOP = 12
"""Blocks from the top in which a line that is only a date dates the article."""

UNDER_HEADLINE = 3
"""Blocks from the top of which one may open with the date and go on."""

BOTTOM = 4
"""Blocks from the end in which a signature may be dated."""

SIGNING = frozenset({Role.AUTHOR, Role.AGENCY, Role.DATELINE, Role.EDITOR, Role.TRANSLATOR, Role.CONTRIBUTOR})

BY_TWO = frozenset({Role.AUTHOR, Role.IMAGE})
"""Who wrote and who took the pictures, in one line: a byline whose date is the article's."""

ELSEWHERE = frozenset({BlockKind.CAPTION, BlockKind.QUOTE, BlockKind.TABLE, BlockKind.CODE})
DASH = pattern(r" ?[,:]?(?: [–—|·•-]+|[|·•]) ?(?=\S)")
BEFORE = pattern(r"(?:[\s:|,;(•·—–-]|(?<!\w)(?:le|am|on|el|il|em|op|at|à|den|vom|du|of)(?!\w)|\d{1,2}[:h.]\d{2})+$")


def visible_dates(article: Article, credits: Iterable[Credit] = ()) -> list[Anchor]:
    """The dates of publication and revision, in reading order.

    Lines that say so or are dated as a byline is come first; then lines that only name a place or who signs; page
    furniture counts where the article has none.
    """
    blocks = list(article.own)
    numbers = {block.span: number for number, block in enumerate(blocks)}
    dated = list(dated_lines(article, blocks))
    found = [
        Anchor(named, kind, expression.span)
        for block, expression in dated
        if (kind := role_of(article, block, expression, near_top=numbers[block.span] < TOP))
        and (named := expression.named)
    ]
    if any(anchor.kind is AnchorKind.PUBLISHED for anchor in found):
        return found
    return [*found, *placed_dates(article, blocks, dated, credits)] or list(dates_around(article))


def placed_dates(
    article: Article, blocks: list[Block], dated: list[tuple[Block, TimeExpression]], credits: Iterable[Credit]
) -> Iterator[Anchor]:
    """The date of the first line above the running text, or of the last below it, that only names a place or a name."""
    if not dated:
        return
    numbers = {block.span: number for number, block in enumerate(blocks)}
    opening, ending = opening_blocks(article, blocks, TOP), max(1, len(blocks) - BOTTOM)
    credited = [(credit.role, credit.span) for credit in credits if credit.basis == "text"]
    for block, expression in dated:
        number, named = numbers[block.span], expression.named
        if block.kind in ELSEWHERE or named is None or not number or opening <= number < ending:
            continue
        roles = {role for role, span in credited if span.overlaps(block.span)}
        by_two = roles >= BY_TWO and block.span.end - block.span.start <= LONGEST_FURNITURE
        if number < opening and (by_two or opens_line(article, blocks, number, expression.span)):
            yield Anchor(named, AnchorKind.PUBLISHED, expression.span)
            return
        names = names_beside(article, block.span, expression.span)
        if names is None or not roles <= SIGNING:
            continue
        above = number < opening and names <= NAMES
        if above or (number >= ending and names and (names <= FEW_NAMES or roles)):
            yield Anchor(named, AnchorKind.PUBLISHED, expression.span)
            return


def opens_line(article: Article, blocks: list[Block], number: int, date: Span) -> bool:
    """Whether a line under the headline opens with its date and a dash: `3 May 2014 – Edited by the world desk`.

    A chronicle does so in line after line, so the next line must not; nor may the line tell of a photograph or a show.
    """
    block, plain = blocks[number], article.text.plain
    if number > UNDER_HEADLINE or plain[block.span.start : date.start].strip():
        return False
    dash = DASH.match(plain, date.end, block.span.end)
    if dash is None or other_words(article.language).search(plain, date.end, block.span.end):
        return False
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    return following is None or not any(
        expression.span.start - 3 < following.span.start for expression in full_dates(article, following)
    )


def dated_lines(article: Article, blocks: list[Block]) -> Iterator[tuple[Block, TimeExpression]]:
    """The full dates in short blocks. In a language without a calendar, those in figures or in English."""
    short = [block for block in blocks if block.span.end - block.span.start <= LONGEST_LINE]
    if calendar_words(article.language) is None:
        yield from ((block, expression) for block in short for expression in full_dates(article, block))
        return
    expressions = [found for found in time_expressions(article) if (day := found.named) and day.is_day]
    starts = [block.span.start for block in short]
    for expression in expressions:
        number = bisect_right(starts, expression.span.start) - 1
        if number >= 0 and short[number].span.contains(expression.span):
            yield short[number], expression


def full_dates(article: Article, block: Block) -> Iterator[TimeExpression]:
    calendar = calendar_words(article.language) or calendar_words("en")
    if calendar and re.search(r"\d", article.text[block.span]):
        for expression in expressions_in(article.text, block.span, calendar):
            if (day := expression.named) and day.is_day:
                yield expression


def dates_around(article: Article) -> Iterator[Anchor]:
    """Dates in the page furniture that are labelled or stand in a byline; the first only."""
    for block in article.blocks_of(frozenset({BlockKind.CHROME})):
        if block.span.end - block.span.start > LONGEST_FURNITURE:
            continue
        for expression in full_dates(article, block):
            before = BEFORE.sub("", article.text.folded[block.span.start : expression.span.start])
            kind = labelled(before, article.language)
            if kind is None and "byline" in block.hints:
                kind = AnchorKind.PUBLISHED
            if kind is not None and (named := expression.named):
                yield Anchor(named, kind, expression.span)
                return


def role_of(article: Article, block: Block, expression: TimeExpression, *, near_top: bool) -> AnchorKind | None:
    """What a date says of the article, by its label, its block or its line; None where it dates something else."""
    if block.span.end - block.span.start > LONGEST_LINE or block.kind in ELSEWHERE:
        return None
    folded = article.text.folded
    before = BEFORE.sub("", folded[block.span.start : expression.span.start])
    if label := labelled(before, article.language):
        return label
    if block.kind is BlockKind.BYLINE or (near_top and not block.hints.isdisjoint(DATED)):
        return AnchorKind.PUBLISHED
    if near_top and (only_dates(folded, block.span, expression.span) or signed(folded, block.span, article.language)):
        return AnchorKind.PUBLISHED
    return None


def labelled(before: str, language: str | None) -> AnchorKind | None:
    """Whether the words before a date are a label; the later, longer label wins ("published ... updated")."""
    tail = before[-60:]
    for kind, name in ((AnchorKind.MODIFIED, "modified_labels"), (AnchorKind.PUBLISHED, "published_labels")):
        for label in labels(language, name):
            if tail.endswith(label) and (len(tail) == len(label) or not tail[-len(label) - 1].isalnum()):
                return kind
    return None


@cache
def labels(language: str | None, name: str) -> tuple[str, ...]:
    """The labels of the language and of English, which pages of every language show."""
    codes = {language.split("-")[0], "en"} if language else {"en"}
    return tuple(label for code in sorted(codes) for label in table(code, "dates").get(name, ()))


def signed(folded: str, line: Span, language: str | None) -> bool:
    """Whether a short line opens as a byline does and is no sentence."""
    if line.end - line.start > 120 or folded[line.end - 1] in ".!?…":
        return False
    return any(folded.startswith(f"{word} ", line.start) for word in labels(language, "byline_words"))
