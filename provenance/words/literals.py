"""Finds many fixed phrases in one pass (Aho-Corasick), so that a thousand phrases cost a text no more than one."""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from provenance.model.article import Article
from provenance.model.text import Span

Payload = TypeVar("Payload", bound=Hashable)


class Hit(NamedTuple, Generic[Payload]):
    start: int
    end: int
    payloads: tuple[Payload, ...]


class Literals(Generic[Payload]):
    """Phrases with what each stands for. Phrases and scanned text must be folded the same way (see `Text.folded`)."""

    def __init__(self, phrases: Iterable[tuple[str, Payload]], *, overlapping: bool = False) -> None:
        owners: dict[str, list[Payload]] = {}
        for phrase, payload in phrases:
            owners.setdefault(phrase, []).append(payload)
        self._payloads = [tuple(having) for having in owners.values()]
        self._overlapping = overlapping
        kind = MatchKind.Standard if overlapping else MatchKind.LeftmostLongest
        self._automaton = AhoCorasick(list(owners), matchkind=kind)

    def within(self, article: Article, span: Span, *, whole_words: bool = True) -> list[Hit[Payload]]:
        """The phrases in a stretch of an article, in order; its folded text is scanned once, for all stretches."""
        key = (self, whole_words)
        found: tuple[list[int], list[Hit[Payload]]] | None = article.facts.get(key)
        if found is None:
            hits = list(self.find(article.text.folded, whole_words=whole_words))
            found = article.facts[key] = [hit.end for hit in hits], hits
        ends, hits = found
        if not ends:
            return hits
        inside = hits[bisect_right(ends, span.start) : bisect_right(ends, span.end)]
        return [hit for hit in inside if hit.start >= span.start]

    def find(self, text: str, *, whole_words: bool = True) -> Iterator[Hit[Payload]]:
        """The phrases in the text, in order; by default only where no letter or digit touches them."""
        size = len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=self._overlapping):
            if whole_words and (
                (start and text[start].isalnum() and text[start - 1].isalnum())
                or (end < size and text[end].isalnum() and text[end - 1].isalnum())
            ):
                continue
            yield Hit(start, end, self._payloads[index])
