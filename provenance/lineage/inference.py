"""Undeclared links among the texts at hand: who resembles whom beyond what one event explains."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from provenance.lineage.judgement import Judgement, Kind, judge, least_aligned
from provenance.lineage.leaf import Leaf
from provenance.lineage.library import Library, Shelf
from provenance.lineage.resemblance import Resemblance, aligned_share, resemblance

SAME_TEXT = 0.4
"""Cosine from which two candidates are versions of one text, so that neither casts doubt on the other."""


class Pair(NamedTuple):
    """Two texts of which one was made from the other, or both from a third; in order of their keys."""

    one: Leaf
    other: Leaf
    alike: Resemblance
    judgement: Judgement


def inferred(leaves: Iterable[Leaf]) -> list[Pair]:
    """The linked pairs among the texts, closest first; of a group of versions only those that hold it together."""
    library = Library()
    for leaf in leaves:
        library.add(leaf)
    found: dict[tuple[str, str], Pair] = {}
    for shelf in library.shelves.values():
        for leaf in shelf.leaves:
            for pair in links_of(leaf, library):
                key = (pair.one.key, pair.other.key)
                if key not in found or pair.judgement.confidence < found[key].judgement.confidence:
                    found[key] = pair
    linked = [pair for pair in found.values() if is_link(pair, library.shelves[pair.other.language_code])]
    return spanning(sorted(linked, key=closeness))


def is_link(pair: Pair, shelf: Shelf) -> bool:
    """Whether a pair is sure enough, and a translation tells the same in the same sentences."""
    return pair.judgement.is_link and (
        pair.judgement.kind is not Kind.TRANSLATION or is_aligned(pair.one, pair.other, shelf)
    )


def is_aligned(one: Leaf, other: Leaf, shelf: Shelf) -> bool:
    shorter, longer = (one, other) if len(one.written) <= len(other.written) else (other, one)
    return aligned_share(shorter, longer, shelf) >= least_aligned(one, other)


def links_of(leaf: Leaf, library: Library) -> Iterator[Pair]:
    """Every candidate of a text with its judgement."""
    for shelf in library.shelves.values():
        for other, alike, judgement in judged(leaf, shelf):
            one, two = (leaf, other) if leaf.key < other.key else (other, leaf)
            yield Pair(one, two, alike, judgement)


def judged(leaf: Leaf, shelf: Shelf) -> Iterator[tuple[Leaf, Resemblance, Judgement]]:
    """The candidates of one language, strongest first, each with how sure the link is."""
    compared = close_candidates(leaf, shelf)
    for other, alike in compared:
        runner_up = 0.0
        if shelf.language != leaf.language_code:
            runner_up = next((rival.strength for text, rival in compared if not same_text(text, other, shelf)), 0.0)
        yield other, alike, judge(leaf, other, alike, runner_up, len(shelf.leaves))


def close_candidates(leaf: Leaf, shelf: Shelf) -> list[tuple[Leaf, Resemblance]]:
    near = list(shelf.resembling(leaf))
    if shelf.language == leaf.language_code:
        near += shelf.copying(leaf)
    texts = {found.leaf.key: found.leaf for found in near}
    compared = [(text, resemblance(leaf, text, shelf)) for text in texts.values()]
    return sorted(compared, key=lambda entry: (-entry[1].strength, entry[0].key))


def same_text(one: Leaf, other: Leaf, shelf: Shelf) -> bool:
    return one.key == other.key or resemblance(one, other, shelf).cosine >= SAME_TEXT


def closeness(pair: Pair) -> tuple[float, float, str, str]:
    """Sorts word-for-word copies before rewrites and translations, the likest first."""
    return -pair.alike.copied, -pair.alike.cosine, pair.one.key, pair.other.key


def spanning(pairs: Sequence[Pair]) -> list[Pair]:
    """Of several ways from one text to another the closest steps: a copy of a copy is not linked to the first too."""
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    kept = []
    for pair in pairs:
        one, other = root(pair.one.key), root(pair.other.key)
        if one != other:
            parent[one] = other
            kept.append(pair)
    return kept
