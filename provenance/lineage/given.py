"""An article held against the origin that was given for it: was it made from that, and does it say so."""

from collections.abc import Iterable, Iterator

from provenance.lineage.evidence import in_words, likeness
from provenance.lineage.inference import is_aligned
from provenance.lineage.judgement import Kind, judge, shown
from provenance.lineage.leaf import leaf_of
from provenance.lineage.library import Shelf
from provenance.lineage.resemblance import resemblance
from provenance.lineage.works import article_work, same_work
from provenance.model.article import Article
from provenance.model.credit import Credit
from provenance.model.dossier import Dossier, Origin
from provenance.model.lineage import Basis, Derivation, OriginStatus, Relation, Work
from provenance.model.record import replace
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import outlet_named

MATCHES = 0.5
"""Confidence from which an article is said to come from the origin that was given: there was a reason to give it."""

RELATIONS = {Kind.COPY: Relation.REPUBLICATION, Kind.REWRITE: Relation.REWRITE, Kind.TRANSLATION: Relation.TRANSLATION}


def with_origins(dossier: Dossier, origins: Iterable[Dossier]) -> Dossier:
    """The dossier with the origins it was held against, and those it was made from in its chain."""
    held = tuple(held_against(dossier, origin) for origin in origins)
    chain, status = list(dossier.chain), dossier.origin_status
    for origin in held:
        if not origin.matches:
            continue
        step = derivation(dossier, origin)
        told = [number for number, other in enumerate(chain) if tells(other, step.origin)]
        for number in told:
            chain[number] = replace(chain[number], basis=Basis.VERIFIED, likeness=origin.likeness)
        if not told:
            chain.insert(0, step)
            status = OriginStatus.INFERRED if status is OriginStatus.UNKNOWN else status
    return replace(dossier, chain=tuple(chain), origin_status=status, origins=held)


def held_against(dossier: Dossier, origin: Dossier) -> Origin:
    made, source = (leaf_of(each.article, each.dating) for each in (dossier, origin))
    shelf = Shelf(source.language_code)
    shelf.add(source)
    alike = resemblance(made, source, shelf)
    judgement = judge(made, source, alike, 0.0, 1)
    told_alike = judgement.kind is not Kind.TRANSLATION or is_aligned(made, source, shelf)
    found = likeness(made, source, shelf, alike.copied)
    return Origin(
        article=origin.article,
        work=article_work(origin.article, origin.dating),
        confidence=shown(judgement.confidence),
        matches=judgement.confidence >= MATCHES and told_alike,
        relation=RELATIONS[judgement.kind],
        credited=credits_something(dossier, origin.article),
        likeness=found,
        evidence=in_words(made, source, found, ()),
    )


def derivation(dossier: Dossier, origin: Origin) -> Derivation:
    return Derivation(
        relation=origin.relation,
        basis=Basis.INFERRED,
        made=article_work(dossier.article, dossier.dating),
        origin=origin.work,
        confidence=origin.confidence,
        evidence=origin.evidence,
        likeness=origin.likeness,
    )


def tells(step: Derivation, origin: Work) -> bool:
    """Whether a declared step can be read as naming the origin that was given."""
    return step.relation is not Relation.IMAGE and same_work(step.origin, origin)


def credits_something(dossier: Dossier, origin: Article) -> bool:
    """Whether the article says that it comes from elsewhere, or cites the outlet of its origin."""
    if any(step.relation is not Relation.IMAGE for step in dossier.chain):
        return True
    known = set(outlets_of(origin))
    return any(name in known for credit in dossier.credits for name in named_in(credit))


def outlets_of(article: Article) -> Iterator[str]:
    if article.publisher:
        outlet = outlet_named(article.publisher)
        yield (outlet.name if outlet else article.publisher).casefold()
    if article.url and (domain := registered_domain(article.url)):
        yield domain


def named_in(credit: Credit) -> Iterator[str]:
    if credit.domain:
        yield credit.domain
    for agent in credit.agents:
        outlet = outlet_named(agent.name)
        yield (outlet.name if outlet else agent.name).casefold()
