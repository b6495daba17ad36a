"""The publication and revision dates a reader sees: labelled, in the byline, or alone on a line.

The date of a photograph or of an event must never become the date of the article, so a date counts only with a label
("Published on"), in a byline, or as a line of its own near the top.
"""

import re
from collections.abc import Iterator
from functools import cache

from provenance.lexicon.tables import table
from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.dating import Anchor, AnchorKind
from provenance.model.text import Span
from provenance.words.time_expressions import TimeExpression, time_expressions

LONGEST_LINE = 220
TOP = 12
"""Blocks from the top in which a line that is only a date dates the article."""

ELSEWHERE = frozenset({BlockKind.CAPTION, BlockKind.QUOTE, BlockKind.TABLE, BlockKind.CODE})
FILLING = re.compile(
    r"[\s:|,;()/•·—–-]|\d{1,2}[:.h]\d{2}(?::\d\d)?|"
    r"\d{1,2} ?(?:h|uhr|am|pm|a\.m\.|p\.m\.)(?!\w)|"
    r"(?<!\w)(?:à|at|um|a las|alle|às|om|uhr|le|am|pm|il|el|em|op|on|den|the)(?!\w)|"
    r"(?<!\w)(?:gmt|cet|cest|est|et|utc|edt|pst|bst)(?!\w)"
)
BEFORE = re.compile(r"(?:[\s:|,;(•·—–-]|(?<!\w)(?:le|am|on|el|il|em|op|at|à|den|vom|du|of)(?!\w)|\d{1,2}[:h.]\d{2})+$")


def visible_dates(article: Article) -> Iterator[Anchor]:
    """The dates of publication and revision, in reading order."""
    dated = [expression for expression in time_expressions(article) if (day := expression.named) and day.is_day]
    if not dated:
        return
    blocks = list(article.own)
    number = 0
    for expression in dated:
        while blocks[number].span.end <= expression.span.start:
            number += 1
        block = blocks[number]
        kind = role_of(article, block, expression, near_top=number < TOP)
        if kind is not None and (named := expression.named) is not None:
            yield Anchor(named, kind, expression.span)


def role_of(article: Article, block: Block, expression: TimeExpression, *, near_top: bool) -> AnchorKind | None:
    """What a date says of the article, by its label, its block or its line; None where it dates something else."""
    if block.span.end - block.span.start > LONGEST_LINE or block.kind in ELSEWHERE:
        return None
    folded = article.text.folded
    before = BEFORE.sub("", folded[block.span.start : expression.span.start])
    if label := labelled(before, article.language):
        return label
    if block.kind is BlockKind.BYLINE:
        return AnchorKind.PUBLISHED
    rest = folded[block.span.start : expression.span.start] + "|" + folded[expression.span.end : block.span.end]
    if near_top and (not FILLING.sub("", rest) or signed(folded, block.span, article.language)):
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
    first = folded[line.start : line.end].split(" ", 1)[0]
    return first in labels(language, "byline_words")
