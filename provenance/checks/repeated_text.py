"""A sentence or a word stands in the article twice.

A paragraph pasted a second time, a sentence left at its old place after a move, "the the": readers lose the thread and
their trust. Delete one of the two. A headline taken up by the first line, key points that sum up the body, lists,
refrains and quotations that return are meant, and silent; so are doubled words that grammar allows ("nous nous").
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from provenance.inspection.check import Observation, check
from provenance.lexicon.tables import table
from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.dossier import Dossier
from provenance.model.patterns import pattern
from provenance.model.rule import Example
from provenance.model.text import Span
from provenance.words.literals import Literals
from provenance.words.page_remains import is_furniture
from provenance.words.quotations import is_quoted
from provenance.words.tokens import WORD, sentences

WORDS, SURE_WORDS, PARAGRAPH_WORDS = 8, 14, 20
EDGES = " .!?…«»“”„\"'-–—"
"""Marks around a sentence that make no difference to what it says."""

LONG = 5
DOUBLED = pattern(rf"(?<![\w'’-])([^\W\d_]{{{LONG},}}+) \1(?![\w'’-])")
"""A longer word twice in a row, in lower case."""

SELDOM = 0.75
"""Confidence of a doubled word that some sentences hold."""

VERSE = 60
"""Characters up to which a line that ends with a comma is one of a verse."""

REFRAIN = 3
"""Times from which on a sentence is a refrain, a label or a table rather than a slip."""

OPENING_BLOCKS = 3
"""Headline, standfirst and summary: what they say returns in the body."""

CLOCK = pattern(r"^\W*\d{1,2} ?(?:[h:.]|Uhr|uur) ?\d{0,2}\b")
TICKER = 4
"""Lines that open with a time of day from which on the article is a live ticker."""


class Place(NamedTuple):
    """A sentence, where it stands, and its block's number among the article's running text."""

    span: Span
    block: Block
    number: int


@check(
    level="warning",
    since="0.1",
    messages={
        "found": {
            "en": "this {what} already stands earlier in the article: delete one of the two",
            "fr": "ce texte figure déjà plus haut dans l’article : supprimer l’un des deux passages",
        },
        "doubled": {
            "en": "“{word}” stands twice in a row",
            "fr": "« {word} » est écrit deux fois de suite",
        },
    },
    examples=(
        Example(
            "Le pont rouvre\nIl a coûté cher.\nIl a duré.\nLa mairie assure que le pont supportera le poids des bus.\n"
            "Les riverains attendent.\n⟦La mairie assure que le pont supportera le poids des bus.⟧",
            "fr",
        ),
        Example("Le pont rouvre ⟦dans dans→dans⟧ deux jours.", "fr"),
        Example("Nous nous voyons demain. Donnez-le le plus tôt possible à qui vous vous fiez.", "fr"),
        Example(
            "- Le pont rouvre mardi après deux ans de travaux\nLe pont rouvre mardi après deux ans de travaux.",
            "fr",
        ),
        Example("The bridge was closed for ⟦the the→the⟧ second time.", "en"),
        Example("The council said ⟦it it→it⟧ would pay for ⟦repairs repairs→repairs⟧ in May.", "en"),
        Example("He had had enough; she said that that was fine; la la la, they sang.", "en"),
        Example(
            "“It will hold the weight of all buses,” she said. “It will hold the weight of all buses,” he agreed.",
            "en",
        ),
        Example("Die Brücke wird ⟦und und→und⟧ bleibt gesperrt.", "de"),
        Example("Die, die die Brücke bauten, sagten, dass das das Ende sei.", "de"),
        Example("Er kam, in in Holz gefassten Kisten lag das Geld.", "de"),
        Example("El puente abre ⟦en en→en⟧ mayo.", "es"),
        Example("Dijo que no, no, no y que nada nada.", "es"),
        Example("El puente abre bien, bien.", "es"),
        Example("Il ponte apre ⟦con con→con⟧ un mese di ritardo.", "it"),
        Example("Il ponte apre piano piano, pian piano.", "it"),
        Example("Sì sì, apre, apre.", "it"),
        Example("A ponte abre ⟦em em→em⟧ maio.", "pt"),
        Example("O ponto abre logo logo.", "pt"),
        Example("Não, não, para para pensar.", "pt"),
        Example("De brug gaat ⟦van van→van⟧ het slot.", "nl"),
        Example("Ik weet dat dat zo is, omdat het het beste is.", "nl"),
        Example("Die die wil, mag in in maart.", "nl"),
    ),
)
def repeated_text(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    yield from repeated_sentences(article)
    yield from doubled_words(article)


def repeated_sentences(article: Article) -> Iterator[Observation]:
    if is_ticker(article):
        return
    seen: dict[str, list[Place]] = {}
    for number, (block, spans) in enumerate(sentences(article)):
        if is_furniture(article, block):
            continue
        for span in spans:
            if span.end - span.start >= 5 * WORDS:
                said = article.text.folded[span.start : span.end].strip(EDGES)
                seen.setdefault(said, []).append(Place(span, block, number))
    repeats = [
        (places[0], places[1], words)
        for said, places in seen.items()
        if 1 < len(places) < REFRAIN
        and len(words := tuple(WORD.findall(said))) >= WORDS
        and is_slip(article, places[0], places[1], words)
    ]
    yield from joined(article, repeats)


def is_ticker(article: Article) -> bool:
    folded = article.text.folded
    return sum(bool(CLOCK.match(folded[block.span.start : block.span.start + 12])) for block in article.prose) >= TICKER


def is_slip(article: Article, first: Place, second: Place, words: tuple[str, ...]) -> bool:
    """Whether a sentence that returns was pasted twice rather than meant."""
    if not {first.block.kind, second.block.kind} <= {BlockKind.BODY, BlockKind.QUOTE}:
        return False
    if first.number < OPENING_BLOCKS and first.block.span == first.span and second.number != first.number + 1:
        return False
    if first.number == 0 and second.number == 1:
        return False
    return len(words) >= PARAGRAPH_WORDS or not (is_quoted(article, first.span) and is_quoted(article, second.span))


def joined(article: Article, repeats: list[tuple[Place, Place, tuple[str, ...]]]) -> Iterator[Observation]:
    """Repeated sentences that follow one another are told as one passage."""
    run: list[tuple[Place, Place, tuple[str, ...]]] = []
    for repeat in sorted(repeats, key=lambda one: one[1].span):
        if run and not (
            repeat[1].number - run[-1][1].number <= 1
            and article.text.plain[run[-1][1].span.end : repeat[1].span.start].strip() == ""
            and repeat[0].span.start >= run[-1][0].span.end
        ):
            yield passage(run)
            run = []
        run.append(repeat)
    if run:
        yield passage(run)


def passage(run: list[tuple[Place, Place, tuple[str, ...]]]) -> Observation:
    span = Span(run[0][1].span.start, run[-1][1].span.end)
    words = sum(len(words) for _, _, words in run)
    whole = len(run) > 1 or run[0][1].block.span == run[0][1].span
    return Observation(
        span,
        values={"what": "passage" if len(run) > 1 else "sentence"},
        confidence=0.75 if words < SURE_WORDS else 0.93 if whole else 0.85,
        related=(Span(run[0][0].span.start, run[-1][0].span.end),),
    )


@cache
def often_doubled(language: str) -> frozenset[str]:
    """The long words whose doubling tells nothing, those that are told anyway among them."""
    rules = table(language, "typography")
    return frozenset(word for name in ("often", "never", "seldom") for word in rules.get(f"{name}_doubled", ()))


@cache
def doubles(language: str) -> Literals[tuple[str, bool]]:
    """The doubled forms of words that the language never doubles, and of those it seldom does."""
    rules = table(language, "typography")
    lists = ((rules.get("never_doubled", ()), True), (rules.get("seldom_doubled", ()), False))
    return Literals(((f"{word} {word}", (word, never)) for words, never in lists for word in words), overlapping=True)


def doubled_words(article: Article) -> Iterator[Observation]:
    content, folded = article.text.content, article.text.folded
    for block in article.prose:
        for span, word, never in sorted(doubled_in(article, block)):
            if not content[span.end - len(word) : span.end].islower() or is_quoted(article, span):
                continue
            if is_touched(folded, span) or is_sung(folded, block.span, span, word) or is_verse(article, block):
                continue
            right = content[span.start : span.start + len(word)]
            yield Observation(
                span, "doubled", {"word": word}, replacement=right, safe=never, confidence=0.93 if never else SELDOM
            )


def doubled_in(article: Article, block: Block) -> Iterator[tuple[Span, str, bool]]:
    """The doubled words of a block, and whether the language never doubles them."""
    language, start = (article.language or "").split("-")[0], block.span.start
    text = article.text.folded[start : block.span.end]
    known = doubles(language)
    for hit in known.find(text):
        ((word, never),) = hit.payloads
        yield Span(start + hit.start, start + hit.end), word, never
    if not may_double(text):
        return
    often = often_doubled(language)
    for found in DOUBLED.finditer(text):
        if (word := found[1]) not in often:
            yield Span(start + found.start(), start + found.end()), word, False


def may_double(text: str) -> bool:
    """Whether the end of a longer word stands in the next one too; far cheaper than to look for the whole of it."""
    return any(one[-LONG:] in other for one, other in pairwise(text.split(" ")) if len(one) >= LONG)


def is_touched(folded: str, span: Span) -> bool:
    """Whether the pair is part of longer words, or followed by a word that makes sense of it."""
    return folded[span.start - 1 : span.start] in ("'", "-", ".", "/") or folded[span.end : span.end + 1] in ("'", "-")


def is_sung(folded: str, block: Span, span: Span, word: str) -> bool:
    """Whether the word stands a third time, or after `tra`, as in songs and in exclamations."""
    before = folded[max(block.start, span.start - 20) : span.start].split()[-1:]
    after = folded[span.end : min(block.end, span.end + 20)].split()[:1]
    return any(other.strip(",.!…") in (word, "tra") for other in (*before, *after))


def is_verse(article: Article, block: Block) -> bool:
    """Whether the block is a line of verse: short, and without the end of a sentence."""
    size = block.span.end - block.span.start
    return size < VERSE and article.text.plain[block.span.end - 1] in ",;"
