"""Works that the metadata says this article was made from: translated, republished or based on."""

from collections import defaultdict
from collections.abc import Iterator

from provenance.attribution.declared_agents import declared_agents, is_own
from provenance.model.article import Article, Metadatum
from provenance.model.credit import Agent, AgentKind, Credit, Role
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import outlet_named, outlet_of

WORKS = {"translationOfWork": Role.TRANSLATION, "isBasedOn": Role.SOURCE}
LINKS = {
    "original-source": Role.SOURCE,
    "syndication-source": Role.REPUBLICATION,
    "canonical": Role.REPUBLICATION,
}
OUTLETS = ("publisher", "name")


def read_works(article: Article) -> Iterator[Credit]:
    """One credit for each declared work that is not this article itself."""
    for (work, _), facts in _grouped(article).items():
        yield from _work(article, WORKS[work], facts)
    for datum in article.metadata:
        if role := LINKS.get(datum.name):
            yield from _linked(article, role, datum)


def _grouped(article: Article) -> dict[tuple[str, int], dict[str, list[Metadatum]]]:
    """The facts of each declared work, by property; front matter spreads one work over several groups."""
    works: dict[tuple[str, int], dict[str, list[Metadatum]]] = defaultdict(lambda: defaultdict(list))
    for datum in article.metadata:
        work, _, fact = datum.name.partition(".")
        if work in WORKS:
            group = 0 if datum.syntax == "front-matter" else datum.group
            works[work, group][fact or "name"].append(datum)
    return works


def _work(article: Article, role: Role, facts: dict[str, list[Metadatum]]) -> Iterator[Credit]:
    url = next((datum for datum in facts.get("url", ())), None)
    domain = registered_domain(url.value) if url else None
    if url and (is_own(article, domain or "") or url.value == article.url):
        return
    outlets = tuple(
        agent
        for fact in OUTLETS
        for datum in facts.get(fact, ())
        for agent in declared_agents(article, datum, AgentKind.OUTLET if fact == "publisher" else None)
        if agent.kind is not AgentKind.PERSON and not is_own(article, agent.name)
    )
    if url and not outlets and (known := outlet_of(url.value)):
        outlets = (Agent(known.name, AgentKind.OUTLET),)
    language = next((datum.value for datum in facts.get("inLanguage", ())), None)
    named = next((datum for fact in OUTLETS for datum in facts.get(fact, ()) if outlets), None)
    written = named if named and url and named.syntax == "front-matter" else None
    anchor = written or url or next((datum for datums in facts.values() for datum in datums), None)
    if anchor is None or not (url or outlets or language or role is Role.TRANSLATION):
        return
    yield Credit(
        role,
        anchor.span,
        outlets,
        url=url.value if url else None,
        domain=domain,
        date=next((datum.value for datum in facts.get("datePublished", ())), None),
        language=language,
        title=next((datum.value for datum in facts.get("headline", ())), None),
        basis="metadata",
        evidence=f"{anchor.syntax} {anchor.name}",
        also=(url.span,) if url and written else (),
    )
    yield from _makers(article, facts)


def _makers(article: Article, facts: dict[str, list[Metadatum]]) -> Iterator[Credit]:
    for fact, role in (("author", Role.ORIGINAL_AUTHOR), ("translator", Role.TRANSLATOR)):
        for datum in facts.get(fact, ()):
            if agents := declared_agents(article, datum, AgentKind.PERSON):
                evidence = f"{datum.syntax} {datum.name}"
                yield Credit(role, datum.span, agents, basis="metadata", evidence=evidence)


def _linked(article: Article, role: Role, datum: Metadatum) -> Iterator[Credit]:
    """A link to the original that leads to another site than the page's own."""
    domain = registered_domain(datum.value)
    if not domain or domain in _own_domains(article, datum):
        return
    outlet = outlet_of(datum.value)
    own = _own_domains(article, datum)
    if not own or (outlet and any(outlet_of(one) == outlet for one in own)):
        return
    agents = (Agent(outlet.name, AgentKind.OUTLET),) if outlet else ()
    yield Credit(
        role,
        datum.span,
        agents,
        url=datum.value,
        domain=domain,
        basis="metadata",
        confidence=0.8,
        evidence=f"{datum.syntax} {datum.name}",
    )


def _own_domains(article: Article, but: Metadatum) -> set[str]:
    """The domains of the page's own addresses, and of the publisher it names."""
    addresses = [datum.value for datum in article.metadata if datum.name in ("url", "canonical") and datum is not but]
    if article.url and article.url != but.value:
        addresses.append(article.url)
    found = {domain for address in addresses if (domain := registered_domain(address))}
    for publisher in article.declared("publisher"):
        if known := outlet_named(publisher.value):
            found.update(known.domains)
    return found
