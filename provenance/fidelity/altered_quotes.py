"""Quotations that the origin has otherwise, or has not at all."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from provenance.fidelity.alignment import Alignment, Pair
from provenance.fidelity.ground import SURE, is_firm, length, usual_ratio
from provenance.fidelity.quotes import (
    Quote,
    denies,
    is_speech,
    parts_of,
    quotes,
    speaks_otherwise,
    speech_verbs,
    words_of,
)
from provenance.fidelity.sides import Side
from provenance.fidelity.spellings import edits
from provenance.model.comparison import Difference, Kind
from provenance.model.text import Span

FEWEST, FEWEST_TURNED, FEWEST_INVENTED = 4, 5, 6
"""Words of a quotation that is compared, of one that may say the contrary, and of one that may be invented."""

ALIKE = 0.6
"""Share of the words in order from which two quotations of one language are one that was changed."""

WHOLE, GROWN = 0.6, 1.6
"""Share of sure pairs that makes an origin whole, and how much longer than usual a passage with words put in is."""

REWORDED, SHORTENED = 0.95, 0.75
INVENTED, PUT_IN = 0.9, 0.7
TURNED, LONG_TURNED = 0.7, 0.5
SHORT = 14
"""Words of a quotation in which a negation is no detail."""

TOGETHER = 3
"""Words in a row that a changed quotation still has of its origin."""

LONG_WORD = 6
"""Letters of a word in which one that changed is a matter of spelling."""

UNEVEN = 2
"""How many times as long one of two quotations may be."""


def altered_quotes(alignment: Alignment) -> Iterator[Difference]:
    article, origin = alignment.article, alignment.origin
    held = quotes(origin)
    if article.language == origin.language:
        yield from reworded(article, origin, held)
    else:
        yield from turned(alignment, held)
    yield from invented(alignment, held)


def reworded(article: Side, origin: Side, held: Sequence[Quote]) -> Iterator[Difference]:
    """Quotations of the origin's own language whose words are not the origin's."""
    whole = Span(0, len(origin.article.text.plain))
    texts = [
        f" {' '.join(words)} " for words in (words_of(origin, whole), [word for each in held for word in each.words])
    ]
    for quote in quotes(article):
        parts = [f" {' '.join(part)} " for part in parts_of(article, quote)]
        if len(quote.words) < FEWEST or not held or any(all(part in text for part in parts) for text in texts):
            continue
        best = max(held, key=lambda other: likeness(quote, other))
        if likeness(quote, best) >= ALIKE and (sureness := how_reworded(quote, best)):
            yield told(article, origin, quote.span, best.span, "reworded", sureness)


def likeness(quote: Quote, other: Quote) -> float:
    """The share of a quotation's words that the other has in the same order; 0 where hardly any stand together."""
    blocks = SequenceMatcher(None, quote.words, other.words, autojunk=False).get_matching_blocks()
    if max(block.size for block in blocks) < TOGETHER:
        return 0.0
    return sum(block.size for block in blocks) / len(quote.words)


def how_reworded(quote: Quote, other: Quote) -> float:
    """How sure it is that the words were altered: less where some were left out, 0 where only spelling differs."""
    last = len(quote.words)
    matcher = SequenceMatcher(None, quote.words, other.words, autojunk=False)
    changes = [
        (quote.words[start:end], other.words[first:to])
        for kind, start, end, first, to in matcher.get_opcodes()
        if kind != "equal" and not (start == end and start in (0, last))
    ]
    if all(are_spellings(ours, theirs) for ours, theirs in changes):
        return 0.0
    return REWORDED if any(ours for ours, _ in changes) else SHORTENED


def are_spellings(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two runs of words are the same but for a letter here and there."""
    return len(ours) == len(theirs) and all(
        one == two or (min(len(one), len(two)) >= LONG_WORD and one[0] == two[0] and edits(one, two) <= 1)
        for one, two in zip(ours, theirs, strict=True)
    )


def turned(alignment: Alignment, held: Sequence[Quote]) -> Iterator[Difference]:
    """Quotations that deny what the origin's affirm, or the other way round, where each passage has just one."""
    article, origin = alignment.article, alignment.origin
    own = quotes(article)
    for pair in alignment.pairs:
        said, meant = within(own, pair.made), within(held, pair.source)
        if len(said) != 1 or len(meant) != 1 or not is_firm(alignment, pair):
            continue
        ours, theirs = said[0], meant[0]
        shorter, longer = sorted((len(ours.words), len(theirs.words)))
        if shorter < FEWEST_TURNED or longer > UNEVEN * shorter:
            continue
        if {denies(article, ours), denies(origin, theirs)} == {True, False}:
            sureness = TURNED if longer <= SHORT else LONG_TURNED
            yield told(article, origin, ours.span, theirs.span, "turned", sureness)


def within(found: Sequence[Quote], sentences: range) -> list[Quote]:
    return [quote for quote in found if quote.sentences.start in sentences and quote.sentences[-1] in sentences]


def invented(alignment: Alignment, held: Sequence[Quote]) -> Iterator[Difference]:
    """Speech in passages that the article adds, where the origin is whole around them and has no speech left over."""
    article, origin = alignment.article, alignment.origin
    if not is_whole(alignment) or speaks_otherwise(origin):
        return
    paired = {number: pair for pair in alignment.pairs for number in pair.made}
    own = quotes(article)
    left = [quote for quote in held if not is_rendered(alignment, quote, own)]
    for quote in own:
        if len(quote.words) < FEWEST_INVENTED or not is_speech(article, quote):
            continue
        if any(len(other.words) * UNEVEN >= len(quote.words) for other in left):
            continue
        if all(number in alignment.added for number in quote.sentences):
            around = neighbours(paired, quote.sentences)
            if around and not set(range(around[0].source.stop, around[1].source.start)) & set(alignment.omitted):
                yield told(article, origin, quote.span, around[0].origin, "invented", INVENTED)
        else:
            pairs = [paired[number] for number in quote.sentences if number in paired]
            if is_put_in(alignment, pairs, held):
                yield told(article, origin, quote.span, pairs[0].origin, "invented", PUT_IN)


def is_rendered(alignment: Alignment, quote: Quote, own: Sequence[Quote]) -> bool:
    """Whether the article quotes somebody where it renders the sentences of a quotation."""
    return any(
        number in pair.source and any(not set(other.sentences).isdisjoint(pair.made) for other in own)
        for pair in alignment.pairs
        for number in quote.sentences
    )


def is_whole(alignment: Alignment) -> bool:
    """Whether most of the article surely renders the origin, and the origin was read to its end."""
    sure = sum(len(pair.made) for pair in alignment.pairs if pair.sureness >= SURE)
    return not alignment.origin.cut and sure >= WHOLE * len(alignment.article.sentences)


def neighbours(paired: Mapping[int, Pair], sentences: range) -> tuple[Pair, Pair] | None:
    """The pairs before and after some sentences, where both are sure and in order."""
    before, after = paired.get(sentences.start - 1), paired.get(sentences.stop)
    if before and after and min(before.sureness, after.sureness) >= SURE and before.source.stop <= after.source.start:
        return before, after
    return None


def is_put_in(alignment: Alignment, pairs: Sequence[Pair], held: Sequence[Quote]) -> bool:
    """Whether a passage grew by a quotation, and the origin has none there, nor says that anybody spoke."""
    origin = alignment.origin
    if len(pairs) != 1 or not is_firm(alignment, pairs[0]):
        return False
    pair = pairs[0]
    near = range(pair.source.start - 1, pair.source.stop + 1)
    if any(number in near for other in held for number in other.sentences):
        return False
    grown = length(pair.article) / (length(pair.origin) or 1)
    spoke = speech_verbs(origin.language) & set(words_of(origin, pair.origin))
    return grown >= GROWN * usual_ratio(alignment) and not spoke


def told(article: Side, origin: Side, said: Span, meant: Span, message: str, confidence: float) -> Difference:
    texts = article.article.text, origin.article.text
    return Difference(Kind.QUOTE, said, meant, texts[0][said], texts[1][meant], confidence, message)
