"""A text as linking sees it: its sentences and what each holds, computed when asked for."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import overload

from provenance.lineage.features import copied, features, written_words
from provenance.model.article import Article
from provenance.model.block import PROSE
from provenance.model.dating import DateBasis, Dating
from provenance.model.record import record
from provenance.model.text import Span
from provenance.words.tokens import split_sentences

FULL_STOPS = "。！？।؟"
"""Ends of sentences in scripts that put no blank or no capital after them."""


class Sentences(Sequence[Span]):
    """Spans in eight bytes each: of a hundred thousand texts there are millions."""

    __slots__ = ("_ends",)

    def __init__(self, spans: Iterable[Span]) -> None:
        self._ends = array("I", chain.from_iterable(spans))

    @overload
    def __getitem__(self, number: int) -> Span: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Span, ...]: ...
    def __getitem__(self, number: int | slice) -> Span | tuple[Span, ...]:
        if isinstance(number, slice):
            return tuple(self[each] for each in range(*number.indices(len(self))))
        place = 2 * range(len(self))[number]
        return Span(self._ends[place], self._ends[place + 1])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self._ends[::2], self._ends[1::2])

    def __len__(self) -> int:
        return len(self._ends) // 2


@record(eq=False)
class Leaf:
    """`text` in plain typography, `spans` the places of its sentences in reading order, the headline first.

    Two leaves are never equal: what is computed of one is remembered for this very one.
    """

    key: str
    language: str | None
    text: str
    spans: Sequence[Span]
    published: date | None = None
    publisher: str | None = None

    @property
    def language_code(self) -> str:
        """The language without its region; empty where it is not known."""
        return (self.language or "").split("-")[0]

    @property
    def written(self) -> str:
        """The sentences alone, without what stands around them on a page."""
        return "\n".join(self.text[start:end] for start, end in self.spans)

    @property
    def features(self) -> frozenset[int]:
        return _features(self)

    @property
    def by_sentence(self) -> tuple[frozenset[int], ...]:
        return _by_sentence(self)

    @property
    def rows(self) -> frozenset[int]:
        """Every row of words that a copy would share."""
        return _rows(self)


RECENT = 1024
"""Texts whose features are remembered: of a hundred thousand all would fill the memory."""


@lru_cache(maxsize=RECENT)
def _features(leaf: Leaf) -> frozenset[int]:
    return features(leaf.written, leaf.language)


@lru_cache(maxsize=RECENT // 4)
def _by_sentence(leaf: Leaf) -> tuple[frozenset[int], ...]:
    return tuple(features(leaf.text[start:end], leaf.language) for start, end in leaf.spans)


@lru_cache(maxsize=RECENT)
def _rows(leaf: Leaf) -> frozenset[int]:
    return frozenset(copied(written_words(leaf.written, leaf.language)))


def leaf_of(article: Article, dating: Dating) -> Leaf:
    dated = dating.published if dating.basis is not DateBasis.SOURCE_URL else None
    spans = [span for block in article.blocks_of(PROSE) for span in sentences_of(article.text.plain, block.span)]
    return Leaf(
        article.path,
        article.language,
        article.text.plain,
        Sentences(spans),
        dated.first if dated and dated.is_day else None,
        article.publisher,
    )


def sentences_of(plain: str, span: Span) -> list[Span]:
    """The sentences in a stretch of text, also of scripts without capitals."""
    found = []
    for sentence in split_sentences(plain, span):
        start = sentence.start
        for offset in range(sentence.start, sentence.end):
            if plain[offset] in FULL_STOPS and offset + 1 < sentence.end:
                found.append(Span(start, offset + 1))
                start = offset + 1
        found.append(Span(start, sentence.end))
    return [sentence for sentence in found if plain[sentence.start : sentence.end].strip()]
