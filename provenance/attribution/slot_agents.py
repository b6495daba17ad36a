"""Who stands in a slot, typed, where the slot holds what the phrase expects there."""

import re

from provenance.attribution.agents import read_agents
from provenance.attribution.phrases import Phrase
from provenance.attribution.printed_dates import read_date
from provenance.lexicon.tables import table
from provenance.model.article import Article
from provenance.model.credit import Agent, AgentKind, Role
from provenance.model.outlet import OutletKind
from provenance.model.text import Span
from provenance.registry.outlets import outlet_named

AGENT_SLOTS = ("agents", "people", "agency", "imagery", "outlet", "house", "venue", "software")
LISTS = frozenset({"agents", "people", "agency", "imagery"})
WIRES = frozenset({OutletKind.AGENCY, OutletKind.IMAGE_AGENCY, OutletKind.PRESS_RELEASE, OutletKind.SYNDICATOR})
PRESUMED = {
    Role.AUTHOR: AgentKind.PERSON,
    Role.ORIGINAL_AUTHOR: AgentKind.PERSON,
    Role.TRANSLATOR: AgentKind.PERSON,
    Role.CONTRIBUTOR: AgentKind.PERSON,
    Role.EDITOR: AgentKind.PERSON,
    Role.IMAGE: AgentKind.OUTLET,
    Role.SOURCE: AgentKind.OUTLET,
    Role.RIGHTS: AgentKind.OUTLET,
    Role.REPUBLICATION: AgentKind.OUTLET,
}
"""What a name is taken for that shows by itself neither a person nor an organisation."""

ADDRESS = re.compile(r"\[|https?://|www\.", re.IGNORECASE)
EDGES = " \t.,;:*_\"'«»“”„()[]‘’"


def slot_agents(article: Article, slot: str, span: Span, phrase: Phrase) -> tuple[Agent, ...] | None:
    """The agents of a slot; empty where it holds an address; None where it cannot be what the phrase says it is."""
    if slot == "imagery":
        agents = read_agents(article, span)
        return agents if any(agent.kind is AgentKind.AGENCY for agent in agents) else None
    if slot in LISTS:
        role = phrase.others.get(slot, phrase.role)
        return read_agents(article, span, PRESUMED.get(Role(role))) or (None if slot != "agents" else ())
    if slot == "software":
        agents = read_agents(article, span)
        return agents if agents and agents[0].kind is AgentKind.SOFTWARE else None
    text = article.text[span]
    if slot == "venue" and ADDRESS.match(text):
        return ()
    name = text.strip(EDGES)
    known = outlet_named(name)
    if not name or (known is None and (slot == "house" or not _may_be_outlet(name, article))):
        return None
    start = span.start + text.index(name)
    kind = AgentKind.AGENCY if known and known.kind in WIRES else AgentKind.OUTLET
    return (Agent(name, kind, Span(start, start + len(name))),)


def _may_be_outlet(name: str, article: Article) -> bool:
    """Whether an unknown name can be an outlet's: a date is none, nor a name that opens with `By` or `Par`."""
    language = (article.language or "").split("-")[0]
    first = name.split()[0].lower()
    return read_date(name, article.language) is None and first not in table(language, "agents").get("by", ())


def is_generic_link(words: str) -> bool:
    """Whether the words of a link name nothing: `here`, `mon blog`, `cliquez ici`."""
    return not words or words == words.lower() and outlet_named(words) is None
