"""The agents of a declared value, which is often no name: an account, an address, the site itself."""

import re
from collections.abc import Sequence
from functools import cache

from provenance.attribution.agents import read_agents
from provenance.attribution.credit_words import credit_words, given_names, is_everyday
from provenance.attribution.slots import LICENCE
from provenance.model.article import Article, Metadatum
from provenance.model.credit import Agent, AgentKind, Role
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.registry import nobody
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import outlet_named

ORGANISATIONS = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "Brand", "NGO", "WebSite"})
NO_NAME = pattern(r"https?:|www\.|//|[<>{}=]|^\W*$|^\d+$")
INVERTED = pattern(r"[A-ZÀ-Þ][^\W\d_]+, [A-ZÀ-Þ][^\W\d_]+(?: [A-Z]\.)?")
"""A family name before its given name."""
LICENSED = pattern(LICENCE)
PART = pattern(r"[^/;,|\s][^/;,|]*(?<!\s)")
SIGN = pattern(r"[a-zß-ÿ]{2,5}")
ACCOUNT = AgentKind.OUTLET
LONGEST_ACCOUNT = 3
EDGES = " .,;:|-–—/"
LONGEST = 300


def declared_agents(article: Article, datum: Metadatum, presumed: AgentKind | None) -> tuple[Agent, ...]:
    """Whom a declared value names; `presumed` is the kind of a name that shows none."""
    if len(datum.value) > LONGEST or NO_NAME.search(datum.value) or is_nobody(datum.value):
        return ()
    span = _without_rights(article, datum.span)
    if span.start >= span.end or (presumed is AgentKind.PERSON and _labels_an_image(article, span)):
        return ()
    if datum.type in ORGANISATIONS or is_own(article, article.text[span]):
        presumed = AgentKind.OUTLET
    if presumed is AgentKind.PERSON and _is_inverted(article, span):
        return (Agent(article.text[span], AgentKind.PERSON, span),)
    agents = read_agents(article, span, presumed)
    if not agents and presumed and datum.type:
        agents = _taken_whole(article, span, presumed)
    if presumed is AgentKind.PERSON:
        agents = (*_signs(article, span, agents), *agents)
    named = [agent for agent in agents if not is_nobody(agent.name) and not _is_phrase(article, agent)]
    return tuple(_typed(article, datum, agent) for agent in named if not _is_account(agent, named))


def _is_account(agent: Agent, named: Sequence[Agent]) -> bool:
    """Whether a name is a network's, or only the account of somebody named beside it: "Ana Roy, ana-roy"."""
    spaced = [other.name for other in named if other is not agent and " " in other.name]
    same = " " not in agent.name and any(_key(agent.name) == _key(name) for name in spaced)
    return bool(spaced) and (same or nobody.is_nobody(agent.name))


def _is_phrase(article: Article, agent: Agent) -> bool:
    """Whether a person's name is a licence's or begins with an everyday word in small letters: "your bloggers"."""
    if LICENSED.match(agent.name):
        return True
    first, _, rest = agent.name.partition(" ")
    small = agent.kind is AgentKind.PERSON and bool(rest) and first.islower()
    return small and first not in credit_words(None).particles and is_everyday(first, article.language)


def _signs(article: Article, span: Span, agents: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """The signs of staff members beside their outlet or wire: "abc/dpa", "red;kes"."""
    parts = [Span(*found.span()) for found in PART.finditer(article.text.plain, *span)]
    known = {agent.span for agent in agents}
    signs = [part for part in parts if part not in known and SIGN.fullmatch(article.text.plain, *part)]
    if len(parts) < 2 or len(signs) + len(known) < len(parts):
        return ()
    return tuple(Agent(article.text[part], AgentKind.PERSON, part) for part in signs)


def _is_inverted(article: Article, span: Span) -> bool:
    """Whether a value is one name, the family name first."""
    if not INVERTED.fullmatch(article.text.plain, *span):
        return False
    family, _, given = article.text.folded[span.start : span.end].partition(", ")
    return given.split()[0] in given_names() and not outlet_named(family)


def _labels_an_image(article: Article, span: Span) -> bool:
    """Whether an author's value is a picture's credit: "(Image: Getty)"."""
    label, colon, _ = article.text.folded[span.start : span.end].partition(":")
    words = credit_words(None)
    return bool(colon) and words.labels.get(label.strip(" ([")) is Role.IMAGE


def declared_whole(article: Article, datum: Metadatum) -> tuple[Agent, ...]:
    """A value that is a credit and shows no known name, taken for one: the account of whoever took a picture."""
    names = () if NO_NAME.search(datum.value) or is_nobody(datum.value) else _taken_whole(article, datum.span, ACCOUNT)
    return tuple(agent for agent in names if len(agent.name.split()) <= LONGEST_ACCOUNT)


def _taken_whole(article: Article, span: Span, presumed: AgentKind) -> tuple[Agent, ...]:
    """What is declared to be a person or an organisation is one, if it is short and looks like a name."""
    name = article.text[span]
    words = name.split()
    if len(words) > 6 or not any(char.isalpha() for char in name) or "@" in name:
        return ()
    return (Agent(name, presumed, span),)


def _typed(article: Article, datum: Metadatum, agent: Agent) -> Agent:
    """What calls itself as the site does, or is declared an organisation, is no person."""
    if agent.kind is AgentKind.PERSON and (datum.type in ORGANISATIONS or is_own(article, agent.name)):
        return Agent(agent.name, AgentKind.OUTLET, agent.span)
    return agent


def is_nobody(name: str) -> bool:
    """Whether a name is that of an account and of nobody: admin, editor, webmaster."""
    low = name.strip(EDGES).lower()
    return low in credit_words(None).nobody or low.endswith("admin")


def is_own(article: Article, name: str) -> bool:
    """Whether a name or domain is that of the article's own publisher or site."""
    key = _key(name)
    if not key:
        return False
    own = {_key(publisher.value) for publisher in article.declared("publisher")} | {_key(article.publisher or "")}
    domain = registered_domain(article.url or "") or ""
    own |= {_key(domain), _key(domain.partition(".")[0])}
    if key in own:
        return True
    outlet = outlet_named(name)
    return outlet is not None and domain in outlet.domains


def _key(name: str) -> str:
    return re.sub(r"\W+", "", name).casefold()


@cache
def rights_words() -> re.Pattern[str]:
    """What stands around the owner in a copyright line."""
    phrases = "|".join(sorted(map(re.escape, credit_words(None).rights), key=len, reverse=True))
    return re.compile(rf"©|\(c\)|{phrases}|[-–,]? ?(?:19|20)\d\d(?:-\d{{2,4}})?", re.IGNORECASE)


def _without_rights(article: Article, span: Span) -> Span:
    """The name in "© 2020 Agence France-Presse. All rights reserved"."""
    text = article.text.plain[span.start : span.end]
    start, end = 0, len(text)
    while (found := rights_words().match(text, start)) or (start < end and text[start] in EDGES):
        start = found.end() if found else start + 1
    if later := rights_words().search(text, start):
        end = later.start()
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(span.start + start, span.start + end)
