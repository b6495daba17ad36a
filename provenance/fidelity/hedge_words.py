"""The words in a text that leave a claim open, by what they say of it."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from provenance.fidelity.sides import Side
from provenance.lexicon.tables import table
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.words.literals import Literals
from provenance.words.stock_phrases import spelt_out

WORD = pattern(r"[^\W\d_]++")
QUESTION = "?"
OPENING, ENDS = " \"“”«»„'‘([-–—¿¡", ".!?:…\n"
NEAR = 5
"""Characters before a word that tell whether it opens a sentence."""


class Openness(StrEnum):
    """Kinds of hedges, after the sections of the language data."""

    REPORTED = "reported"
    ALLEGED = "alleged"
    POSSIBLE = "possible"
    APPROXIMATE = "approximate"
    OPEN = "open"
    ATTRIBUTED = "attributed"
    VOID = "void"


class Hedge(NamedTuple):
    span: Span
    kind: Openness


@cache
def wordings(language: str) -> Literals[Openness]:
    data = table(language, "hedges")
    phrases = ((spelt, kind) for kind in Openness for wording in data.get(kind, {}) for spelt in spelt_out(wording))
    return Literals(phrases, overlapping=True)


def hedges(side: Side, span: Span) -> Iterator[Hedge]:
    """The hedges in a stretch of an article, in order, the longest wording of each place."""
    if not table(side.language, "hedges"):
        return
    end = span.start
    hits = wordings(side.language).within(side.article, span)
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.end <= end:
            continue
        end = hit.end
        found = Hedge(Span(hit.start, hit.end), hit.payloads[0])
        if found.kind is not Openness.VOID and not is_name(side.article.text.plain, found.span):
            yield found


def is_name(plain: str, span: Span) -> bool:
    """Whether a word is written as a name is: the month of May, and not what may happen."""
    before = plain[max(0, span.start - NEAR) : span.start].rstrip(OPENING)
    return plain[span.start].isupper() and before[-1:] not in ENDS and bool(before)


def is_open(side: Side, span: Span) -> bool:
    """Whether verb forms, a question or marks of quotation leave a stretch of an article open."""
    endings = tuple(table(side.language, "hedges").get("endings", ()))
    text = side.article.text.folded[span.start : span.end]
    return QUESTION in text or (bool(endings) and any(word.endswith(endings) for word in WORD.findall(text)))


def is_granted(side: Side, span: Span, hedge: Hedge) -> bool:
    """Whether a claim is granted rather than doubted: `they may be small, but they are many`."""
    words = WORD.findall(side.article.text.folded, hedge.span.end, span.end)
    return hedge.kind is Openness.POSSIBLE and not set(words).isdisjoint(table(side.language, "hedges")["concessions"])
