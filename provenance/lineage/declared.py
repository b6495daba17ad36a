"""The steps an article itself declares: each credit that names where it comes from becomes a derivation."""

from collections.abc import Iterable, Iterator

from provenance.lineage.originals import merged, told_of_originals
from provenance.lineage.works import article_work, credited_works
from provenance.model.article import Article
from provenance.model.credit import AgentKind, Credit, Role
from provenance.model.dating import Dating
from provenance.model.house import House
from provenance.model.lineage import Basis, Derivation, OriginStatus, Relation, Work

RELATIONS = {
    Role.TRANSLATION: Relation.TRANSLATION,
    Role.REPUBLICATION: Relation.REPUBLICATION,
    Role.SOURCE: Relation.SOURCE,
    Role.AGENCY: Relation.SOURCE,
    Role.DATELINE: Relation.SOURCE,
    Role.IMAGE: Relation.IMAGE,
}
OWN_HANDS = frozenset({Role.AUTHOR, Role.TRANSLATOR, Role.CONTRIBUTOR, Role.EDITOR})


def declared_chain(
    article: Article, credits: tuple[Credit, ...], dating: Dating, house: House
) -> tuple[tuple[Derivation, ...], OriginStatus]:
    """The declared derivations, nearest first and images last, and what they say of the article's origin."""
    made = article_work(article, dating)
    alone = not any(
        other.role is Role.SOURCE or (other.role in OWN_HANDS and (other.people or signs_as_desk(other)))
        for other in credits
    )
    steps = merged(step for credit in credits for step in credit_steps(credit, article, made, alone=alone))
    steps = told_of_originals(steps, credits, article, made)
    steps.sort(key=lambda step: (step.relation is Relation.IMAGE, step.spans[0] if step.spans else (0, 0)))
    return tuple(steps), origin_status(steps, credits, article, house)


def credit_steps(credit: Credit, article: Article, made: Work, *, alone: bool) -> Iterator[Derivation]:
    """The steps a credit states; `alone` is whether nobody of the outlet signed and no source stands beside it."""
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


def origin_status(
    steps: Iterable[Derivation], credits: tuple[Credit, ...], article: Article, house: House
) -> OriginStatus:
    if any(step.relation is not Relation.IMAGE for step in steps):
        return OriginStatus.DECLARED
    signed = any(credit.role is Role.AUTHOR and credit.people for credit in credits)
    if signed and (article.publisher or house.names or house.domains):
        return OriginStatus.ORIGINAL
    return OriginStatus.UNKNOWN
