"""Who stands in a slot, typed, where the slot holds what the phrase expects there."""

import re
from functools import cache

from provenance.attribution.agents import read_agents
from provenance.attribution.credit_words import credit_words
from provenance.attribution.phrases import Phrase, language_names
from provenance.attribution.place_names import is_place
from provenance.attribution.printed_dates import read_date
from provenance.attribution.slots import HOST, NAME
from provenance.lexicon.tables import WORLD, is_common, table
from provenance.model.article import Article
from provenance.model.credit import Agent, AgentKind, Role
from provenance.model.outlet import OutletKind
from provenance.model.patterns import pattern
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

BY_AND_FROM = "it"
"""The language in which one preposition opens who translated and what was translated."""

SIGNING = frozenset({Role.AUTHOR, Role.TRANSLATOR, Role.EDITOR, Role.CONTRIBUTOR})
MADE_BY_HAND = frozenset({Role.TRANSLATOR, Role.EDITOR})
"""What people do, beside whom an outlet is only whom they do it for."""

SHARE_NAMED = {Role.AGENCY: 0.5, Role.CONTRIBUTOR: 0.4, Role.SOURCE: 0.4, Role.IMAGE: 0.3}
LEAST_NAMED = 0.2
JOINTS = pattern(r"[ -]")
WEB = pattern(r"https?://\S+")
LETTERS = pattern(r"[^\W\d_]{2}")
SHORT_FORM = pattern(r"\(([^()\n]{2,30})\)\Z")
ISSUE = pattern(r" \d{1,3}(?P<year>/\d{2,4})?\Z")
YEAR_BEHIND = pattern(r"/\d{2,4}(?!\d)")
"""The issue of a magazine behind its name."""

DAY = pattern(r" (?:le|el|il|am|op|on|em|du|del|vom|van|dia) \d{1,2}\Z")
"""The day of a date behind a name."""

ADDRESS = pattern(rf"\[|https?://|www\.|(?i:{HOST})\Z", re.IGNORECASE)
NAMELIKE = pattern(rf"{NAME}[ .]*")
INSIDE = pattern(r"[^\W\d_] ")
"""What stands before a name in the middle of a sentence."""

EDGES = " \t.,;:*_\"'«»“”„()[]‘’"


def slot_agents(article: Article, slot: str, span: Span, phrase: Phrase) -> tuple[Agent, ...] | None:
    """The agents of a slot; empty where it holds an address; None where it cannot be what the phrase says it is."""
    if slot in LISTS:
        return _listed(article, slot, span, phrase)
    text = article.text[span]
    if slot == "venue" and ADDRESS.match(text):
        return ()
    name = text.strip(EDGES)
    if slot == "software":
        return (_agent(name, AgentKind.SOFTWARE, text, span),) if is_software(name) else None
    if slot == "house":
        while outlet_named(name) is None and " " in name:
            name = name.rpartition(" ")[0]
    issue = ISSUE.search(name)
    if issue and (issue["year"] or YEAR_BEHIND.match(article.text.plain, span.end)):
        name = name[: issue.start()]
    name = DAY.sub("", name)
    known = outlet_named(name)
    if not LETTERS.search(name) or (
        known is None and (name.islower() or slot == "house" or not _may_be_outlet(name, article, span))
    ):
        return None
    one_is_many = phrase.role is Role.AGENCY or (phrase.role is Role.TRANSLATION and phrase.language == BY_AND_FROM)
    if known is None and _names_people(article, span, most=0 if one_is_many else 1):
        return None
    kind = AgentKind.AGENCY if known and known.kind in WIRES else AgentKind.OUTLET
    return (_agent(name, kind, text, span),)


def _listed(article: Article, slot: str, span: Span, phrase: Phrase) -> tuple[Agent, ...] | None:
    words, said = credit_words(None), article.text.folded[slice(*span)].strip(EDGES)
    if said in words.rights or said in words.nameless:
        return ()
    presumed = PRESUMED.get(phrase.others.get(slot, phrase.role))
    found = read_agents(article, span, None if slot in ("agency", "imagery") else presumed)
    agents = tuple(agent for agent in found if any(char.isalnum() for char in agent.name))
    agents = tuple(agent for agent in agents if not (agent.kind is AgentKind.OUTLET and _is_own_place(agent, article)))
    if found and not agents:
        return ()
    kinds = {agent.kind for agent in agents}
    if slot == "agency" and not agents and (short := SHORT_FORM.search(article.text.content, *span)):
        return _listed(article, slot, Span(*short.span(1)), phrase)
    if slot == "agency" and all(_is_plain_word(agent, article) for agent in agents):
        return None
    if slot == "imagery":
        return agents if AgentKind.AGENCY in kinds else None
    if slot == "people" and phrase.role is not Role.IMAGE:
        return agents if kinds & {AgentKind.PERSON, AgentKind.AGENCY} else None
    if not agents and presumed is AgentKind.OUTLET and NAMELIKE.fullmatch(article.text.plain, *span):
        name = article.text[span].strip(EDGES)
        return (_agent(name, AgentKind.OUTLET, article.text[span], span),)
    if phrase.role in MADE_BY_HAND and AgentKind.PERSON in kinds:
        agents = tuple(agent for agent in agents if agent.kind not in (AgentKind.OUTLET, AgentKind.SOFTWARE))
    if phrase.role in SIGNING and any(is_platform(agent.name) for agent in agents):
        return None
    if agents and coverage(agents, len(WEB.sub("", article.text[span]))) < SHARE_NAMED.get(phrase.role, LEAST_NAMED):
        return None
    if presumed is AgentKind.PERSON and any(
        agent.kind is AgentKind.PERSON and agent.name.islower() for agent in agents
    ):
        return None
    return agents


def _is_own_place(agent: Agent, article: Article) -> bool:
    """Whether a name is only where somebody writes from."""
    return outlet_named(agent.name) is None and is_place(agent.name, article.language)


def _names_people(article: Article, span: Span, most: int) -> bool:
    """Whether a run names more people than `most`, as no outlet's name does."""
    return sum(agent.kind is AgentKind.PERSON for agent in read_agents(article, span)) > most


def _agent(name: str, kind: AgentKind, text: str, span: Span) -> Agent:
    start = span.start + text.index(name)
    return Agent(name, kind, Span(start, start + len(name)))


def coverage(agents: tuple[Agent, ...], length: int) -> float:
    """The share of a run that is names: a run of which little is, is a sentence."""
    named = sum(agent.span.end - agent.span.start for agent in agents if agent.span)
    return named / max(1, length)


def _is_plain_word(agent: Agent, article: Article) -> bool:
    """Whether an agency's name is written like a word and is one: `mehr` is also an agency in Tehran."""
    name, known = agent.name, outlet_named(agent.name)
    forms = {known.name, *known.aliases} if known else set()
    if agent.kind is not AgentKind.AGENCY or forms & {name, name.upper()}:
        return False
    return name.islower() and is_common((article.language or "").split("-")[0], name)


def is_platform(name: str) -> bool:
    """Whether a name is that of a place where everybody publishes, such as YouTube."""
    known = outlet_named(name)
    return known is not None and known.kind is OutletKind.PLATFORM


@cache
def _software() -> frozenset[str]:
    return frozenset(JOINTS.sub("", name.lower()) for name in table(WORLD, "agents").get("software", ()))


def is_software(name: str) -> bool:
    """Whether a name is a program's that writes, translates or draws, with or without its domain's ending."""
    return JOINTS.sub("", name.lower()).removesuffix(".com") in _software()


@cache
def _statistics_offices() -> frozenset[str]:
    return frozenset(name.lower() for name in table(WORLD, "agents").get("statistics", ()))


def is_statistics_office(name: str) -> bool:
    """Whether a name is that of an office whose figures articles use, and which publishes no articles."""
    return name.lower() in _statistics_offices()


def _may_be_outlet(name: str, article: Article, span: Span) -> bool:
    """Whether an unknown name can be an outlet's: a date is none, nor a name that opens with `By` or `Par`, which has a
    capital letter only where nothing but a sign stands before it."""
    language = (article.language or "").split("-")[0]
    first = name.split()[0].lower()
    if name.lower() in language_names():
        return False
    inside = INSIDE.match(article.text.plain, max(0, span.start - 2))
    signs = not inside and first in table(language, "agents").get("by", ())
    return not signs and read_date(name, article.language) is None


def is_generic_link(words: str) -> bool:
    """Whether the words of a link name nothing: `here`, `mon blog`, `cliquez ici`."""
    return not words or words.islower()


def is_picture_desk(name: str) -> bool:
    """Whether a name is an agency's of pictures."""
    known = outlet_named(name)
    return known is not None and known.kind is OutletKind.IMAGE_AGENCY
