"""Holds an article against its origin: aligns the two and lists what the article tells otherwise."""

from collections.abc import Callable, Iterator, Sequence

from provenance.fidelity.alignment import Alignment, aligned
from provenance.fidelity.altered_quotes import altered_quotes
from provenance.fidelity.changed_days import changed_days
from provenance.fidelity.changed_figures import changed_figures
from provenance.fidelity.changed_names import changed_names
from provenance.fidelity.dropped_hedges import dropped_hedges
from provenance.fidelity.sides import side_of
from provenance.model.article import Article
from provenance.model.comparison import Aligned, Comparison, Difference
from provenance.model.dossier import Dossier, Origin
from provenance.model.record import replace
from provenance.model.text import Span

KINDS: tuple[Callable[[Alignment], Iterator[Difference]], ...] = (
    changed_figures,
    changed_days,
    changed_names,
    dropped_hedges,
    altered_quotes,
)
"""One reader a kind of fact."""

ANOTHER, UNSURE = 0.2, 0.7
"""Confidence below which the origin is another work, and what is left of a difference's where that is not known."""

COMMON, COMMON_WORDS, COMMON_TO_FEW = 0.2, 0.35, 0.08
"""How alike the sentences of two texts are, on average, from which they may be one work all the same: in two languages,
in one, where texts on one event share their words, and of a few sentences, in which there is little to share."""

FEW_SENTENCES = 3


def with_comparison(dossier: Dossier, origins: Sequence[Dossier]) -> Dossier:
    """The dossier beside the likest of its origins, which are given in the order of `dossier.origins`."""
    if not origins:
        return dossier
    number = max(range(len(origins)), key=lambda each: (dossier.origins[each].confidence, -each))
    return replace(dossier, comparison=compare(dossier, origins[number], dossier.origins[number]))


def compare(dossier: Dossier, origin: Dossier, held: Origin) -> Comparison:
    alignment = aligned(side_of(dossier), side_of(origin))
    same, confidence = verdict(alignment, held)
    doubt = 1.0 if same else UNSURE
    found = [] if same is False else [difference for read in KINDS for difference in read(alignment)]
    made, source = alignment.article, alignment.origin
    return Comparison(
        origin=origin.article,
        same_work=same,
        confidence=confidence,
        aligned=tuple(Aligned(pair.article, pair.origin, pair.sureness) for pair in alignment.pairs),
        differences=tuple(
            replace(
                difference,
                said=as_printed(made.article, difference.article, difference.said),
                meant=as_printed(source.article, difference.origin, difference.meant),
                confidence=round(difference.confidence * doubt, 2),
            )
            for difference in sorted(found, key=lambda each: (each.article, each.kind))
        ),
        added=tuple(made.sentences[number] for number in alignment.added),
        omitted=tuple(source.sentences[number] for number in alignment.omitted),
        cut=made.cut or source.cut,
        origin_published=origin.dating.published,
    )


def as_printed(article: Article, span: Span, words: str) -> str:
    """Words in plain typography as their article has them; words in another form stay."""
    return article.text[span] if words == article.text.plain[span.start : span.end] else words


def verdict(alignment: Alignment, held: Origin) -> tuple[bool | None, float]:
    """Whether the two are one work, and how sure that is."""
    if held.matches:
        return True, held.confidence
    if held.confidence < ANOTHER and likeness(alignment) < enough(alignment, held):
        return False, round(1.0 - held.confidence, 2)
    return None, held.confidence


def enough(alignment: Alignment, held: Origin) -> float:
    """How alike the two must be to be compared where nothing else tells that they are one work."""
    if len(alignment.article.sentences) <= FEW_SENTENCES:
        return COMMON_TO_FEW
    return COMMON if held.is_translation else COMMON_WORDS


def likeness(alignment: Alignment) -> float:
    """How alike the sentences of the article and their counterparts are, on average."""
    alike = sum(pair.likeness * len(pair.made) for pair in alignment.pairs)
    return alike / (len(alignment.article.sentences) or 1)
