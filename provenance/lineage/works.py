"""The works at the ends of a derivation, as far as a credit names them."""

from collections.abc import Iterator

from provenance.model.article import Article
from provenance.model.credit import AgentKind, Credit, Role
from provenance.model.dating import DateBasis, Dating
from provenance.model.lineage import Work
from provenance.registry.hosts import registered_domain
from provenance.registry.nobody import is_nobody
from provenance.registry.outlets import outlet_named, outlet_of
from provenance.registry.urls import UrlFacts, url_facts

ORGANISATIONS = frozenset({AgentKind.OUTLET, AgentKind.AGENCY, AgentKind.GROUP})


def article_work(article: Article, dating: Dating) -> Work:
    own_date = dating.published if dating.basis is not DateBasis.SOURCE_URL else None
    return Work(
        name=article.publisher,
        domain=registered_domain(article.url) if article.url else None,
        url=article.url,
        path=article.path,
        language=article.language,
        published=str(own_date) if own_date else None,
    )


def credited_works(credit: Credit) -> Iterator[Work]:
    """What a credit points to: the work at its address, or one for each organisation it names; nothing for people."""
    names = [agent.name for agent in credit.agents if agent.kind in ORGANISATIONS and not is_nobody(agent.name)]
    if credit.url or credit.domain or len(names) == 1:
        yield addressed_work(credit, names[0] if names else None)
    elif names:
        yield from (organisation_work(name, credit) for name in names)
    elif credit.language and credit.role is not Role.IMAGE:
        yield Work(language=credit.language)


def addressed_work(credit: Credit, name: str | None) -> Work:
    facts = url_facts(credit.url) if credit.url else UrlFacts()
    outlet = (outlet_named(name) if name else None) or (outlet_of(credit.domain) if credit.domain else None)
    linked_date = str(facts.published) if facts.published else None
    return Work(
        name=name or (outlet.name if outlet else None),
        domain=credit.domain,
        url=credit.url,
        language=credit.language or facts.language or (outlet.language if outlet else None),
        published=credit.date or linked_date,
    )


def organisation_work(name: str, credit: Credit) -> Work:
    outlet = outlet_named(name)
    return Work(name=name, language=credit.language or (outlet.language if outlet else None), published=credit.date)


def same_work(one: Work, other: Work) -> bool:
    """Whether two credits can be read as naming one work: no part they both give differs, and one part agrees."""
    pairs = [(one.url, other.url), (_known_name(one), _known_name(other)), (_domain(one), _domain(other))]
    given = [(a, b) for a, b in pairs if a and b]
    return bool(given) and all(a == b for a, b in given)


def _known_name(work: Work) -> str | None:
    outlet = outlet_named(work.name) if work.name else None
    name = outlet.name if outlet else work.name
    return name.casefold() if name else None


def _domain(work: Work) -> str | None:
    outlet = outlet_named(work.name) if work.name and not work.domain else None
    return outlet.domains[0] if outlet and len(outlet.domains) == 1 else work.domain
