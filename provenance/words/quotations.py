"""Direct speech: the quoted runs of an article, in every house style. Computed once an article."""

from bisect import bisect_right

from provenance.model.article import Article, derived
from provenance.model.text import Span
from provenance.words.quote_marks import quoting

LONGEST = 3000
"""Characters above which a run is a lost mark rather than a quotation."""


@derived
def quotations(article: Article) -> tuple[Span, ...]:
    """The quoted runs, marks included, outermost only, in reading order; a quotation never leaves its block."""
    return tuple(one.span for one in quoting(article).quotations if one.span.end - one.span.start <= LONGEST)


def is_quoted(article: Article, span: Span) -> bool:
    """Whether a span stands inside a quotation."""
    quoted = quotations(article)
    found = bisect_right(quoted, span.start, key=lambda quotation: quotation.start) - 1
    return found >= 0 and quoted[found].end >= span.end
