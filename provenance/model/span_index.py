"""Many spans, asked whether one of them touches a place, in a time that hardly grows with their number."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from itertools import accumulate

from provenance.model.text import Span


class SpanIndex:
    """A fixed set of spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._furthest = list(accumulate((span.end for span in ordered), max))

    def overlaps(self, span: Span) -> bool:
        """Whether one of the spans and this one share a character."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._furthest[before - 1] > span.start

    def contains(self, span: Span) -> bool:
        """Whether this one lies in one of the spans."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._furthest[before - 1] >= span.end


class Apart:
    """A growing set of spans that do not overlap."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def overlaps(self, span: Span) -> bool:
        after = bisect_left(self._spans, (span.end,))
        return after > 0 and self._spans[after - 1].overlaps(span)

    def add(self, span: Span) -> None:
        """Take in a span that overlaps none of the others."""
        insort(self._spans, span)
