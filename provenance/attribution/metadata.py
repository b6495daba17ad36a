"""Credits that the metadata of a file declares: each with the place of its value."""

from collections.abc import Callable, Iterable, Iterator

from provenance.attribution.agents import read_agents
from provenance.attribution.declared_agents import declared_agents, declared_whole, is_own
from provenance.attribution.declared_works import read_works
from provenance.attribution.pictures import declared_in_caption
from provenance.model.article import Article, Metadatum
from provenance.model.credit import Agent, AgentKind, AiUse, Credit, Role
from provenance.model.patterns import pattern
from provenance.model.record import replace
from provenance.model.text import Span
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import is_image_agency

PEOPLE = {
    "author": Role.AUTHOR,
    "creator": Role.AUTHOR,
    "translator": Role.TRANSLATOR,
    "editor": Role.EDITOR,
    "contributor": Role.CONTRIBUTOR,
}
IMAGES = (
    "image.caption",
    "image.creditText",
    "image.author",
    "image.creator",
    "image.copyrightHolder",
    "image.copyrightNotice",
)
RIGHTS = ("creditText", "copyrightHolder", "copyrightNotice")
ORIGINS = ("sourceOrganization", "provider", "articleSource", "dc.source")
CONFIDENCE = {"meta": 0.9, "link": 0.9, "microdata": 0.8}
"""By syntax: a page's microdata also mark up teasers and pictures."""
LONGEST_DATELINE = 60
DATELINE_PART = pattern(r"[^()\[\],/–—|]+")
GENERATED = {
    "trainedalgorithmicmedia": AiUse.WRITING,
    "algorithmicmedia": AiUse.WRITING,
    "compositewithtrainedalgorithmicmedia": AiUse.UNSPECIFIED,
    "compositesynthetic": AiUse.UNSPECIFIED,
    "algorithmicallyenhanced": AiUse.EDITING,
    "ai-generated": AiUse.WRITING,
    "autonomous": AiUse.WRITING,
    "ai-assisted": AiUse.UNSPECIFIED,
    "mixed": AiUse.UNSPECIFIED,
}
"""Values of IPTC digitalSourceType and of the proposed `ai-disclosure` that declare a use of AI."""


def read_metadata(article: Article) -> tuple[Credit, ...]:
    """The declared credits, each statement once; the same statement in another syntax is in `also`."""
    found = [credit for datum in article.metadata for credit in _read(article, datum)]
    found.extend(read_works(article))
    return tuple(_merged(found))


def _read(article: Article, datum: Metadatum) -> Iterator[Credit]:
    for names, reader in READERS:
        if datum.name in names:
            yield from reader(article, datum)
            return


def _credit(datum: Metadatum, role: Role, agents: tuple[Agent, ...] = ()) -> Credit:
    return Credit(
        role,
        datum.span,
        agents,
        basis="metadata",
        confidence=CONFIDENCE.get(datum.syntax, 1.0),
        evidence=f"{datum.syntax} {datum.name}",
    )


def _people(article: Article, datum: Metadatum) -> Iterator[Credit]:
    if datum.name == "creator" and any(article.declared("author")):
        return
    agents = declared_agents(article, datum, AgentKind.PERSON)
    kinds = {agent.kind for agent in agents}
    role = PEOPLE[datum.name]
    if role is Role.AUTHOR and AgentKind.AGENCY in kinds and AgentKind.PERSON not in kinds:
        role = Role.AGENCY
    if role is Role.TRANSLATOR and kinds == {AgentKind.SOFTWARE}:
        yield replace(_credit(datum, Role.AI_DISCLOSURE, agents), ai_uses=(AiUse.TRANSLATION,))
    elif agents:
        yield _credit(datum, role, agents)


def _image(article: Article, datum: Metadatum) -> Iterator[Credit]:
    if datum.name == "image.caption":
        for credit in declared_in_caption(article, datum):
            yield _credit(datum, Role.IMAGE, credit.agents)
        return
    presumed = AgentKind.PERSON if datum.type == "Person" else None
    agents = declared_agents(article, datum, presumed)
    if datum.name == "image.creditText":
        agents = agents or declared_whole(article, datum)
    if agents or datum.name == "image.creditText":
        yield _credit(datum, Role.IMAGE, agents)


def _rights(article: Article, datum: Metadatum) -> Iterator[Credit]:
    agents = declared_agents(article, datum, AgentKind.OUTLET)
    wires = tuple(agent for agent in agents if agent.kind is AgentKind.AGENCY)
    if datum.name == "creditText" and (
        datum.syntax == "microdata" or any(is_image_agency(wire.name) for wire in wires)
    ):
        yield _credit(datum, Role.IMAGE, agents)
    elif wires and datum.name == "creditText":
        yield _credit(datum, Role.AGENCY, agents)
    elif agents:
        yield _credit(datum, Role.RIGHTS, agents)


def _origin(article: Article, datum: Metadatum) -> Iterator[Credit]:
    presumed = AgentKind.OUTLET if datum.type else None
    agents = tuple(agent for agent in declared_agents(article, datum, presumed) if not is_own(article, agent.name))
    if any(agent.kind is AgentKind.AGENCY for agent in agents):
        yield _credit(datum, Role.AGENCY, agents)
    elif any(agent.kind is AgentKind.OUTLET for agent in agents):
        yield _credit(datum, Role.SOURCE, agents)


def _counter(article: Article, datum: Metadatum) -> Iterator[Credit]:
    """The image by which a publisher counts the readers of its republished articles."""
    domain = registered_domain(datum.value)
    if domain and not is_own(article, domain):
        outlet = Agent("The Conversation", AgentKind.OUTLET) if domain == "theconversation.com" else None
        credit = _credit(datum, Role.REPUBLICATION, (outlet,) if outlet else ())
        yield replace(credit, url=datum.value, domain=domain)


def _dateline(article: Article, datum: Metadatum) -> Iterator[Credit]:
    """A place, with or without its wire; some systems keep a date under this name."""
    if len(datum.value) <= LONGEST_DATELINE and not any(char.isdigit() for char in datum.value):
        parts = (Span(*found.span()) for found in DATELINE_PART.finditer(article.text.plain, *datum.span))
        agents = (agent for part in parts for agent in read_agents(article, part))
        yield _credit(datum, Role.DATELINE, tuple(agent for agent in agents if agent.kind is AgentKind.AGENCY))


def _ai(_article: Article, datum: Metadatum) -> Iterator[Credit]:
    value = datum.value.strip().lower().rstrip("/").rpartition("/")[2].rpartition(":")[2].removesuffix("digitalsource")
    if use := GENERATED.get(value):
        use = AiUse.IMAGE if datum.name.startswith("image.") else use
        yield replace(_credit(datum, Role.AI_DISCLOSURE), ai_uses=(use,))


Reader = Callable[[Article, Metadatum], Iterator[Credit]]
READERS: tuple[tuple[Iterable[str], Reader], ...] = (
    (frozenset(PEOPLE), _people),
    (frozenset(IMAGES), _image),
    (frozenset(RIGHTS), _rights),
    (frozenset(ORIGINS), _origin),
    (frozenset({"republication-counter"}), _counter),
    (frozenset({"dateline"}), _dateline),
    (frozenset({"digitalSourceType", "ai-disclosure", "image.digitalSourceType"}), _ai),
)


def _merged(credits: list[Credit]) -> Iterator[Credit]:
    """One credit for each statement, at its first place."""
    merged: dict[object, Credit] = {}
    for credit in credits:
        names = tuple(sorted(agent.name.lower() for agent in credit.agents))
        key = (credit.role, names or credit.span, credit.url, credit.language, credit.ai_uses)
        known = merged.get(key)
        merged[key] = replace(known, also=(*known.also, credit.span)) if known else credit
    yield from merged.values()
