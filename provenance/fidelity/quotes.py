"""The quotations of one of two articles, with their words and the sentences they stand in."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from provenance.fidelity.sides import Side
from provenance.lexicon.tables import table
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.words.nearness import bare
from provenance.words.quotations import quotations

WORD = pattern(r"[^\W_]++(?:'[^\W_]++)*+")
GAP = pattern(r"\[[^\]]{0,60}\]|\([.…]{1,3}\)|…|\.{3,}")
"""Where a writer cut a quotation short, or put words of his own into it."""

SINGLE = pattern(
    r"(?<!\w)[‘'][^'’\n]{15,400}[,.!?…][’']|^ *[–—-] ?[^\W\d_]",
)
"""Direct speech in single marks or behind a dash, in plain typography."""

ENDED = pattern(r"[.,!?…] ?[\"”“»]|[\"”“»] ?[.,!?]")

LONG_WORD = 5
"""Letters of a word from which its opening or its end may deny."""


class Quote(NamedTuple):
    """A quotation with its marks, its words bare and in order, and the numbers of the sentences it touches."""

    span: Span
    words: tuple[str, ...]
    sentences: range


def quotes(side: Side) -> list[Quote]:
    """In reading order, those in compared sentences alone."""
    starts = [sentence.start for sentence in side.sentences]
    found = []
    for span in quotations(side.article):
        first, last = (bisect_right(starts, at) - 1 for at in (span.start, span.end - 1))
        if first >= 0 and span.start < side.sentences[first].end:
            found.append(Quote(span, words_of(side, span), range(first, last + 1)))
    return found


def words_of(side: Side, span: Span) -> tuple[str, ...]:
    return tuple(bare(word) for word in WORD.findall(side.article.text.plain, *span))


def parts_of(side: Side, quote: Quote) -> Iterator[tuple[str, ...]]:
    """The runs of words of a quotation that are given without a gap."""
    start = quote.span.start
    for gap in [*GAP.finditer(side.article.text.plain, *quote.span), None]:
        end = gap.start() if gap else quote.span.end
        if words := words_of(side, Span(start, end)):
            yield words
        start = gap.end() if gap else end


def is_speech(side: Side, quote: Quote) -> bool:
    """Whether a quotation is what somebody said, not a title or a word in marks."""
    around = Span(side.sentences[quote.sentences.start].start, side.sentences[quote.sentences[-1]].end)
    words = set(words_of(side, around)) - set(quote.words)
    return not words.isdisjoint(speech_verbs(side.language)) or bool(
        ENDED.search(side.article.text.plain, quote.span.end - 3, quote.span.end + 1)
    )


@cache
def speech_verbs(language: str) -> frozenset[str]:
    return frozenset(bare(verb) for verb in table(language, "typography").get("speech_verbs", ()))


def speaks_otherwise(side: Side) -> bool:
    """Whether an article has direct speech without double marks, so that its quotations are not all known."""
    return SINGLE.search(side.article.text.plain) is not None


def denies(side: Side, quote: Quote) -> bool | None:
    """Whether a quotation says no by a plain word; None where it may say so in another way, or nobody knows."""
    data = table(side.language, "negation")
    if not data:
        return None
    words = WORD.findall(side.article.text.folded, *quote.span)
    text = f" {' '.join(words)} "
    if any(f" {phrase} " in text for phrase in data["otherwise"]):
        return None
    if not set(words).isdisjoint(data["negations"]):
        return True
    openings, endings = tuple(data["prefixes"]), tuple(data["suffixes"])
    may = (word for word in words if len(word) >= LONG_WORD and (word.startswith(openings) or word.endswith(endings)))
    return None if any(may) else False
