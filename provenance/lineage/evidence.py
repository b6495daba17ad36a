"""What an inferred link rests on, for people: passages side by side, figures and names that stand in both."""

from collections.abc import Iterator

from provenance.lineage.features import CONCEPT, FIGURE, NAME, SOUND, TOKEN, feature, kind_of, token_features
from provenance.lineage.leaf import Leaf
from provenance.lineage.library import Shelf
from provenance.lineage.resemblance import pairings
from provenance.model.lineage import Likeness, Passage
from provenance.words.concepts import concepts

COUNTERPART = 0.3
"""Likeness from which two sentences are called counterparts."""

TELLING = 9.0
"""Weight from which a shared figure or name is worth naming."""

MOST_PASSAGES, MOST_FACTS, EXCERPT = 400, 12, 90


def likeness(made: Leaf, origin: Leaf, shelf: Shelf, copied: float) -> Likeness:
    """Passages in the order of the article; the shelf, that of the origin, knows how rare things are."""
    pairs, _ = pairings(made, origin, shelf)
    counterparts = [pair for pair in pairs if pair and pair.likeness >= COUNTERPART]
    passages = [
        Passage(made.spans[pair.shorter], origin.spans[pair.longer], round(pair.likeness, 2)) for pair in counterparts
    ]
    return Likeness(
        copied=round(copied, 3),
        matched=round(len(passages) / (len(made.spans) or 1), 3),
        passages=tuple(passages[:MOST_PASSAGES]),
        figures=tuple(dict.fromkeys(shared_figures(made, origin, shelf)))[:MOST_FACTS],
        names=tuple(dict.fromkeys(shared_names(made, origin, shelf)))[:MOST_FACTS],
    )


def shared_figures(made: Leaf, origin: Leaf, shelf: Shelf) -> Iterator[str]:
    """As the article prints them."""
    for token in TOKEN.findall(made.written):
        if token[0].isdecimal() and any(
            kind_of(each) == FIGURE and each in origin.features and shelf.weight(each) >= TELLING
            for each in token_features(token)
        ):
            yield token


def shared_names(made: Leaf, origin: Leaf, shelf: Shelf) -> Iterator[str]:
    """As the article prints them; places that each language names its own way by their English name."""
    for token in TOKEN.findall(made.written):
        if token[0].isupper() and any(
            kind_of(each) in (NAME, SOUND) and each in origin.features and shelf.weight(each) >= TELLING
            for each in token_features(token)
        ):
            yield token
    for name in sorted(concepts(made.written, made.language)):
        if name[0].isupper() and feature(CONCEPT, name) in origin.features:
            yield name


def in_words(made: Leaf, origin: Leaf, found: Likeness, reasons: tuple[str, ...]) -> tuple[str, ...]:
    """The evidence in sentences, for reports without pictures."""
    lines = [f"{len(found.passages)} of {len(made.spans)} sentences have a counterpart"]
    if found.copied:
        lines.append(f"{found.copied:.0%} of the shorter text's words stand in the other in the same order")
    if found.names:
        lines.append(f"names in both: {', '.join(found.names)}")
    if found.figures:
        lines.append(f"figures in both: {', '.join(found.figures)}")
    best = sorted(found.passages, key=lambda passage: (-passage.likeness, passage.made))[:2]
    for passage in sorted(best, key=lambda passage: passage.made):
        lines.append(f"“{excerpt(made, passage.made)}” ~ “{excerpt(origin, passage.origin)}”")
    lines += reasons
    return tuple(lines)


def excerpt(leaf: Leaf, span: tuple[int, int]) -> str:
    text = " ".join(leaf.text[slice(*span)].split())
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rstrip() + "…"
