"""Direct speech: the quoted runs of an article, in every house style. Computed once an article."""

import re
from bisect import bisect_right

from provenance.model.article import Article, derived
from provenance.model.text import Span

PAIRS = re.compile(
    r"«[^«»\n]{0,1500}»|»[^«»\n]{1,1500}«|“[^“”\n]{0,1500}”|„[^„“”\n]{0,1500}[“”]|(?<!\w)\"[^\"\n]{1,1500}\"(?!\w)"
)


@derived
def quotations(article: Article) -> tuple[Span, ...]:
    """The quoted runs, marks included, outermost only, in reading order; a quotation never leaves its block."""
    spans: list[Span] = []
    for block in article.own:
        spans.extend(Span(*found.span()) for found in PAIRS.finditer(article.text.content, *block.span))
    return tuple(spans)


def is_quoted(article: Article, span: Span) -> bool:
    """Whether a span stands inside a quotation."""
    quoted = quotations(article)
    found = bisect_right(quoted, span.start, key=lambda quotation: quotation.start) - 1
    return found >= 0 and quoted[found].end >= span.end
