"""Claims that the origin leaves open and the article tells as facts.

Languages hedge by verbs, adverbs, moods and turns of phrase, and a translator may choose any of them: a hedge is said
to be dropped only where nothing in the passage or beside it leaves the claim open any more.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from provenance.fidelity.alignment import Alignment, Pair
from provenance.fidelity.ground import is_firm, length, shared, usual_ratio
from provenance.fidelity.hedge_words import Hedge, Openness, hedges, is_granted, is_open
from provenance.fidelity.sides import Side
from provenance.lexicon.tables import table
from provenance.model.comparison import Difference, Kind
from provenance.model.patterns import pattern
from provenance.model.text import Span

KEPT_BY: Mapping[Openness, frozenset[Openness]] = {
    Openness.REPORTED: frozenset({Openness.REPORTED, Openness.ALLEGED, Openness.POSSIBLE, Openness.OPEN}),
    Openness.ALLEGED: frozenset({Openness.REPORTED, Openness.ALLEGED, Openness.POSSIBLE, Openness.OPEN}),
    Openness.POSSIBLE: frozenset({Openness.REPORTED, Openness.ALLEGED, Openness.POSSIBLE, Openness.OPEN}),
    Openness.APPROXIMATE: frozenset({Openness.APPROXIMATE, Openness.OPEN}),
}
"""What may stand for a hedge of a kind."""

CERTAINTY: Mapping[Openness, float] = {
    Openness.REPORTED: 0.92,
    Openness.ALLEGED: 0.92,
    Openness.POSSIBLE: 0.85,
    Openness.APPROXIMATE: 0.65,
}
LONG_SENTENCE, LESS_SURE = 220, 0.2
"""Characters of a sentence above which the clause with the hedge may be the one left out, and what that takes off."""

WHOLE = 0.7
"""Share of the usual length from which the article is said to render all of a sentence."""

DIGITS = pattern(r"\d++(?:[., ]\d{3}(?!\d))*+")
FIGURE = pattern(r"\D{0,6}?(\d++(?:[., ]\d{3}(?!\d))*+)(?![:.h]\d| ?(?:[ap]\.?m|h\b|Uhr|o'clock))")
"""The figure straight behind a word for 'about', unless it is the time of day."""


def dropped_hedges(alignment: Alignment) -> Iterator[Difference]:
    article, origin = alignment.article, alignment.origin
    if not table(article.language, "hedges") or not table(origin.language, "hedges"):
        return
    ratio = usual_ratio(alignment)
    for pair in alignment.pairs:
        if not renders_all(pair, ratio) or not is_firm(alignment, pair):
            continue
        meant = list(hedges(origin, pair.origin))
        for hedge in meant:
            if hedge.kind not in KEPT_BY or is_granted(origin, pair.origin, hedge):
                continue
            if len(pair.source) > 1 and not is_rendered(alignment, pair, hedge):
                continue
            if is_dropped(alignment, pair, hedge, meant):
                yield difference(alignment, pair, hedge)
                break


def renders_all(pair: Pair, ratio: float) -> bool:
    return length(pair.article) >= WHOLE * ratio * length(pair.origin)


def is_rendered(alignment: Alignment, pair: Pair, hedge: Hedge) -> bool:
    """Whether of several sentences that one of the article renders it renders the one of the hedge the most."""
    sentences = [alignment.origin.sentences[number] for number in pair.source]
    return max(sentences, key=lambda sentence: shared(alignment, pair, sentence)).contains(hedge.span)


def is_dropped(alignment: Alignment, pair: Pair, hedge: Hedge, meant: Sequence[Hedge]) -> bool:
    """Whether nothing in the article's passage or beside it leaves open what the origin does."""
    article, origin = alignment.article, alignment.origin
    spans = [pair.article, *beside(alignment, pair)]
    kept = Counter(found.kind for span in spans for found in hedges(article, span))
    if any(kept[kind] for kind in KEPT_BY[hedge.kind]):
        return False
    if hedge.kind is Openness.APPROXIMATE:
        return same_figure(origin, article, hedge, pair)
    if any(is_open(article, span) for span in spans):
        return False
    if hedge.kind is Openness.POSSIBLE:
        return True
    attributed = sum(found.kind is Openness.ATTRIBUTED for found in meant)
    return kept[Openness.ATTRIBUTED] <= attributed and marks(article, pair.article) <= marks(origin, pair.origin)


def beside(alignment: Alignment, pair: Pair) -> Iterator[Span]:
    """The sentences before and after a passage of the article, but for those that render a hedge of their own."""
    article, origin = alignment.article, alignment.origin
    for number in (pair.made.start - 1, pair.made.stop):
        if 0 <= number < len(article.sentences) and not any(
            number in other.made and any(hedges(origin, other.origin)) for other in alignment.pairs
        ):
            yield article.sentences[number]


def marks(side: Side, span: Span) -> int:
    """How many marks of quotation there are: they too leave a word to its speaker."""
    return sum(side.article.text.plain.count(mark, *span) for mark in '"“”«»„')


def same_figure(origin: Side, article: Side, hedge: Hedge, pair: Pair) -> bool:
    """Whether the figure behind a word for 'about' stands in the article as it is."""
    found = FIGURE.match(origin.article.text.plain, hedge.span.end, pair.origin.end)
    if not found:
        return False
    wanted = digits(found[1])
    return any(digits(other) == wanted for other in DIGITS.findall(article.article.text.plain, *pair.article))


def digits(figure: str) -> str:
    return "".join(char for char in figure if char.isdigit())


def difference(alignment: Alignment, pair: Pair, hedge: Hedge) -> Difference:
    article, origin = alignment.article.article, alignment.origin.article
    is_long = length(pair.origin) > LONG_SENTENCE
    return Difference(
        Kind.HEDGE,
        pair.article,
        hedge.span,
        article.text[pair.article],
        origin.text[hedge.span],
        round(CERTAINTY[hedge.kind] - (LESS_SURE if is_long else 0.0), 2),
        "figure" if hedge.kind is Openness.APPROXIMATE else "found",
    )
