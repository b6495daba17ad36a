"""What several credits tell of one original: the outlet here, who wrote it there, whoever translated it beside them."""

from collections.abc import Iterable, Sequence
from datetime import date

from provenance.lineage.works import same_work
from provenance.model.article import Article
from provenance.model.credit import Credit, Role
from provenance.model.dating import PartialDate
from provenance.model.lineage import Basis, Derivation, Relation, Work
from provenance.model.patterns import pattern
from provenance.model.record import replace
from provenance.model.text import Span
from provenance.words.time_expressions import time_expressions

MADE_FROM = frozenset({Relation.TRANSLATION, Relation.REPUBLICATION})
TAKEN = frozenset({Relation.SOURCE, Relation.REPUBLICATION})
"""Relations to a work that was translated where a translator is named beside it."""

MOST_WORKS, MOST_PLACES = 100, 200
"""Works with which a step is compared, and places of one that are kept: no article credits more."""

SIGNS_ONLY = pattern(r"[\W_]*")


def told_of_originals(
    steps: list[Derivation], credits: tuple[Credit, ...], article: Article, made: Work
) -> list[Derivation]:
    """The steps, those united that tell of one original, with its authors, its translation and its day."""
    steps = with_translators(with_translated_outlet(steps, article), credits, article)
    return with_days(with_original_authors(steps, credits, article, made), article, made)


def merged(steps: Iterable[Derivation]) -> list[Derivation]:
    """One step for each work and relation, however often it is credited; the strongest relation to a work stays."""
    kept: list[Derivation] = []
    for step in steps:
        for index, other in enumerate(kept[:MOST_WORKS]):
            images = (step.relation is Relation.IMAGE, other.relation is Relation.IMAGE)
            if images[0] == images[1] and same_work(step.origin, other.origin):
                kept[index] = joined(other, step)
                break
        else:
            kept.append(step)
    return kept


def joined(one: Derivation, other: Derivation) -> Derivation:
    strongest = min(one, other, key=lambda step: list(Relation).index(step.relation))
    first, second = one.origin, other.origin
    return replace(
        strongest,
        origin=Work(
            name=first.name or second.name,
            domain=first.domain or second.domain,
            url=first.url or second.url,
            language=first.language or second.language,
            published=first.published or second.published,
            authors=first.authors or second.authors,
        ),
        confidence=max(one.confidence, other.confidence),
        evidence=tuple(dict.fromkeys(one.evidence + other.evidence))[:MOST_PLACES],
        spans=tuple(dict.fromkeys(one.spans + other.spans))[:MOST_PLACES],
    )


def with_translated_outlet(steps: list[Derivation], article: Article) -> list[Derivation]:
    """A translation that names only its language is the translation of the one work named beside it: on its own line,
    or else anywhere in the article."""
    unnamed = [step for step in steps if step.relation is Relation.TRANSLATION and not names_work(step.origin)]
    if len(unnamed) != 1:
        return steps
    named = [step for step in steps if step.relation is not Relation.IMAGE and names_work(step.origin)]
    close = [step for step in named if is_beside(step.spans, unnamed[0].spans, article)] or named
    if len(close) != 1:
        return steps
    origin = close[0].origin
    origin = replace(origin, language=unnamed[0].origin.language or origin.language)
    united = replace(joined(unnamed[0], close[0]), relation=Relation.TRANSLATION, origin=origin)
    return [united, *(step for step in steps if step not in (unnamed[0], close[0]))]


def with_translators(steps: list[Derivation], credits: tuple[Credit, ...], article: Article) -> list[Derivation]:
    """The one foreign work that is named beside a translator is what was translated: "Translation: X. Source: Y"."""
    hands = [credit for credit in credits if credit.role is Role.TRANSLATOR and credit.basis == "text"]
    if not hands or any(step.relation is Relation.TRANSLATION for step in steps):
        return steps
    wired = {credit.span for credit in credits if credit.role is Role.AGENCY}
    beside = [
        step
        for step in steps
        if step.relation in TAKEN
        and names_work(step.origin)
        and step.origin.language != (article.language or "").split("-")[0]
        and wired.isdisjoint(step.spans)
        and is_beside(step.spans, [hand.span for hand in hands], article)
    ]
    if len(beside) != 1:
        return steps
    language = next((hand.language for hand in hands if hand.language), beside[0].origin.language)
    origin = replace(beside[0].origin, language=language)
    return [
        replace(step, relation=Relation.TRANSLATION, origin=origin) if step is beside[0] else step for step in steps
    ]


def is_beside(some: Iterable[Span], others: Sequence[Span], article: Article) -> bool:
    """Whether statements stand on one line, or on two with nothing but signs between them."""
    pairs = [sorted((here, there)) for here in some for there in others]
    content = article.text.content
    return any(
        content.find("\n", first.end, second.start) < 0 or SIGNS_ONLY.fullmatch(content, first.end, second.start)
        for first, second in pairs
    )


def names_work(work: Work) -> bool:
    return bool(work.name or work.domain or work.url)


def with_original_authors(
    steps: list[Derivation], credits: tuple[Credit, ...], article: Article, made: Work
) -> list[Derivation]:
    """The authors of the original go to the work they signed, or to a step of their own where it is never named."""
    signed = [credit for credit in credits if credit.role is Role.ORIGINAL_AUTHOR and credit.people]
    if not signed:
        return steps
    people = tuple(dict.fromkeys(name for credit in signed for name in credit.people))
    named = [index for index, step in enumerate(steps) if step.relation in MADE_FROM]
    named = named or [index for index, step in enumerate(steps) if is_source_of(step, signed, article)]
    if len(named) == 1:
        step = steps[named[0]]
        steps[named[0]] = replace(step, origin=replace(step.origin, authors=step.origin.authors or people))
        return steps
    unnamed = Derivation(
        relation=Relation.SOURCE,
        basis=Basis.DECLARED,
        made=made,
        origin=Work(authors=people),
        confidence=min(credit.confidence for credit in signed),
        evidence=tuple(article.text[credit.span] for credit in signed),
        spans=tuple(credit.span for credit in signed),
    )
    return [*steps, unnamed]


def is_source_of(step: Derivation, signed: Sequence[Credit], article: Article) -> bool:
    """Whether a step names the outlet of what is said, on one line with it, to be somebody's."""
    named = step.relation is Relation.SOURCE and names_work(step.origin)
    return named and is_beside(step.spans, [credit.span for credit in signed], article)


def with_days(steps: list[Derivation], article: Article, made: Work) -> list[Derivation]:
    """The steps, those without a date with the only day that their statement gives without its year."""
    published = PartialDate.parse(made.published or "")
    if published is None or not published.is_day or all(step.origin.published for step in steps):
        return steps
    return [
        step
        if step.origin.published or not (day := day_said(article, step.spans, published.first))
        else replace(step, origin=replace(step.origin, published=str(day)))
        for step in steps
    ]


def day_said(article: Article, spans: Sequence[Span], anchor: date) -> date | None:
    """The only day and month within some spans, on or last before a day."""
    inside = [
        found
        for found in time_expressions(article)
        if {"day", "month"} <= found.slots.keys() and any(span.contains(found.span) for span in spans)
    ]
    days = inside[0].resolve(anchor) if len(inside) == 1 and "year" not in inside[0].slots else None
    if days is None or days.first != days.last:
        return None
    if days.first <= anchor:
        return days.first
    earlier = inside[0].resolve(anchor.replace(year=anchor.year - 1, day=min(anchor.day, 28)))
    return earlier.first if earlier and earlier.first <= anchor else None
