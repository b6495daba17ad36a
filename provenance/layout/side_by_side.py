"""An article and its origin as rows of two columns, in the article's order, with what was found in each row."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from provenance.layout.account import counts, tally, told
from provenance.layout.wording import Wording
from provenance.model.article import Article
from provenance.model.comparison import Comparison
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding
from provenance.model.record import record
from provenance.model.text import Span


@record
class Row:
    """Sentences that say the same, or one that the other text lacks; `findings` are those in the article's."""

    article: Span | None
    origin: Span | None
    findings: tuple[Finding, ...] = ()

    @property
    def marks(self) -> tuple[list[Span], list[Span]]:
        """The words that differ, in either text."""
        own = [finding.span for finding in self.findings]
        return own, [finding.in_origin for finding in self.findings if finding.in_origin]


def rows(dossier: Dossier) -> list[Row]:
    """Every sentence of both articles once; what the article left out stands where the origin has it. None of two works
    that were not compared."""
    comparison = dossier.comparison
    if comparison is None or comparison.same_work is False:
        return []
    found = [finding for finding in told(dossier) if finding.in_origin is not None]
    made = [Row(pair.article, pair.origin, within(found, pair.article)) for pair in comparison.aligned]
    made += [Row(span, None, within(found, span)) for span in comparison.added]
    made.sort(key=lambda row: row.article or Span(0, 0))
    return list(with_omitted(made, list(comparison.omitted)))


def within(found: Iterable[Finding], span: Span) -> tuple[Finding, ...]:
    return tuple(finding for finding in found if span.start <= finding.span.start < span.end)


def with_omitted(made: Iterable[Row], omitted: list[Span]) -> Iterator[Row]:
    for row in made:
        while omitted and row.origin and omitted[0].start < row.origin.start:
            yield Row(None, omitted.pop(0))
        yield row
    yield from (Row(None, span) for span in omitted)


def runs(found: Iterable[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """The rows in runs: with findings, and without."""
    for telling, run in groupby(found, key=lambda row: bool(row.findings)):
        yield telling, list(run)


def marked_pieces(article: Article, span: Span, marks: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """The text of a span in pieces, each with whether its words differ."""
    at = span.start
    for mark in sorted(marks):
        start, end = max(mark.start, at), min(mark.end, span.end)
        if start < end:
            if at < start:
                yield article.text.content[at:start], False
            yield article.text.content[start:end], True
            at = end
    if at < span.end:
        yield article.text.content[at : span.end], False


def verdict(comparison: Comparison, words: Wording) -> str:
    """Whether the article was made from the origin, in one sentence."""
    answer = {True: "same", False: "another", None: "unsure"}[comparison.same_work]
    return words(f"compare.{answer}", percent=f"{comparison.confidence:.0%}".rstrip("%"))


def counted(dossier: Dossier, words: Wording) -> str:
    """`24 sentences aligned, 2 added, 5 left out; 3 errors`; nothing of two works that were not compared."""
    comparison = dossier.comparison
    if comparison is None or comparison.same_work is False:
        return ""
    numbers = (("aligned", comparison.aligned), ("added", comparison.added), ("omitted", comparison.omitted))
    parts = [words.count(key, len(found)) for key, found in numbers]
    cut = words("compare.cut") if comparison.cut else ""
    return f"{', '.join(parts)}{cut}{words('semicolon')}{counts(tally([dossier]), words)}"
