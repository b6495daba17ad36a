"""The steps an article itself declares: each credit that names where it comes from becomes a derivation."""

from collections.abc import Iterable, Iterator

from provenance.lineage.works import article_work, credited_works, same_work
from provenance.model.article import Article
from provenance.model.credit import AgentKind, Credit, Role
from provenance.model.dating import Dating
from provenance.model.house import House
from provenance.model.lineage import Basis, Derivation, OriginStatus, Relation, Work
from provenance.model.record import replace

RELATIONS = {
    Role.TRANSLATION: Relation.TRANSLATION,
    Role.REPUBLICATION: Relation.REPUBLICATION,
    Role.SOURCE: Relation.SOURCE,
    Role.AGENCY: Relation.SOURCE,
    Role.DATELINE: Relation.SOURCE,
    Role.IMAGE: Relation.IMAGE,
}
MADE_FROM = frozenset({Relation.TRANSLATION, Relation.REPUBLICATION})
OWN_HANDS = frozenset({Role.AUTHOR, Role.TRANSLATOR, Role.CONTRIBUTOR, Role.EDITOR})


MOST_WORKS, MOST_PLACES = 100, 200
"""Works with which a step is compared, and places of one that are kept: no article credits more."""


def declared_chain(
    article: Article, credits: tuple[Credit, ...], dating: Dating, house: House
) -> tuple[tuple[Derivation, ...], OriginStatus]:
    """The declared derivations, nearest first and images last, and what they say of the article's origin."""
    made = article_work(article, dating)
    alone = not any(other.role in OWN_HANDS and (other.people or signs_as_desk(other)) for other in credits)
    steps = merged(step for credit in credits for step in credit_steps(credit, article, made, alone=alone))
    steps = with_original_authors(with_translated_outlet(steps, article), credits, article, made)
    steps.sort(key=lambda step: (step.relation is Relation.IMAGE, step.spans[0] if step.spans else (0, 0)))
    return tuple(steps), origin_status(steps, credits, article, house)


def credit_steps(credit: Credit, article: Article, made: Work, *, alone: bool) -> Iterator[Derivation]:
    """The steps a credit states; `alone` is whether nobody of the outlet signed."""
    if credit.role not in RELATIONS or (credit.role is Role.DATELINE and credit.organisation is None):
        return
    relation = RELATIONS[credit.role]
    if credit.role in (Role.AGENCY, Role.DATELINE) and alone and is_whole_copy(credit):
        relation = Relation.REPUBLICATION
    for origin in credited_works(credit):
        yield Derivation(
            relation=relation,
            basis=Basis.DECLARED,
            made=made,
            origin=origin,
            confidence=credit.confidence,
            evidence=(article.text[credit.span],),
            spans=(credit.span,),
        )


def is_whole_copy(credit: Credit) -> bool:
    """Whether the copy of an agency that signs alone was printed whole."""
    return credit.role is Role.DATELINE or all(agent.kind is AgentKind.AGENCY for agent in credit.agents)


def signs_as_desk(credit: Credit) -> bool:
    return any(agent.kind in (AgentKind.DESK, AgentKind.OUTLET) for agent in credit.agents)


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
    close = [step for step in named if on_one_line(step, unnamed[0], article)] or named
    if len(close) != 1:
        return steps
    origin = close[0].origin
    origin = replace(origin, language=unnamed[0].origin.language or origin.language)
    united = replace(joined(unnamed[0], close[0]), relation=Relation.TRANSLATION, origin=origin)
    return [united, *(step for step in steps if step not in (unnamed[0], close[0]))]


def on_one_line(one: Derivation, other: Derivation, article: Article) -> bool:
    pairs = [sorted((here, there)) for here in one.spans for there in other.spans]
    return any(article.text.content.find("\n", first.end, second.start) < 0 for first, second in pairs)


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


def origin_status(
    steps: Iterable[Derivation], credits: tuple[Credit, ...], article: Article, house: House
) -> OriginStatus:
    if any(step.relation is not Relation.IMAGE for step in steps):
        return OriginStatus.DECLARED
    signed = any(credit.role is Role.AUTHOR and credit.people for credit in credits)
    if signed and (article.publisher or house.names or house.domains):
        return OriginStatus.ORIGINAL
    return OriginStatus.UNKNOWN
