"""What of a finding can be written into the file: the new words and the characters they take the place of."""

import re

from provenance.model.article import Article, blocks_over
from provenance.model.block import BlockKind
from provenance.model.finding import Finding
from provenance.model.patterns import pattern
from provenance.model.record import record
from provenance.model.text import Span

ACTING = {"plain": "", "markdown": r"\\`*_\[\]<>|#~&", "html": "<>&\"'\\\\"}
"""Signs that a format acts on: a replacement that brings in one would need an escape, so it is left to a person. In a
page they cover the strings of attributes and of JSON, in which metadata stand."""
NO_SYNTAX = pattern(r"[\w .,’-]*+")
"""What stands in any declared value, quoted or not, without an escape."""
UNFIT = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@record
class Replacement:
    """New characters for a span of the decoded file."""

    raw: Span
    words: str


def replacement_of(article: Article, finding: Finding) -> Replacement | None:
    """The replacement in terms of the file; None where there is none or it could not be written character for
    character: entities, escapes and tags inside the words, or signs the format would act on."""
    if finding.replacement is None:
        return None
    old, new = article.text[finding.span], finding.replacement
    raw = article.text.verbatim(finding.span)
    if raw is None or (not old and not new) or UNFIT.search(new):
        return None
    acting = ACTING.get(article.format)
    if acting is None or (acting and (set(re.findall(f"[{acting}]", new)) - set(old))):
        return None
    if is_declared(article, finding.span) and not NO_SYNTAX.fullmatch(new):
        return None
    return Replacement(raw, new)


def is_declared(article: Article, span: Span) -> bool:
    return any(block.kind is BlockKind.METADATA for block in blocks_over(article, span))
