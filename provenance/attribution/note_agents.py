"""Who a name in a note is: what the registry knows, else what the words before it expect."""

import re

from provenance.attribution.agents import read_agents
from provenance.attribution.place_names import is_place
from provenance.attribution.slot_agents import WIRES
from provenance.lexicon.tables import table
from provenance.model.article import Article
from provenance.model.credit import Agent, AgentKind
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.registry.outlets import outlet_named

ARTICLE_BEFORE = pattern(
    r"(?:l'|la|les?|los|el|il|o|os|as?|the|die|der|das|den|dem|de|het|nell[ao]?|nel|sull[ao]?|sul|dell[ao]?|del"
    r"|nell'|sull'|dell') ?\Z",
    re.IGNORECASE,
)
MOST_WORDS = 5
"""Words from which a person's name is rather a title in capitals."""

EDGES = " .,;:*_\"'«»“”„()"
ORGANISED = frozenset({AgentKind.OUTLET, AgentKind.AGENCY, AgentKind.DESK, AgentKind.GROUP})


def named_agents(article: Article, span: Span, *, placed: bool, signed: bool) -> tuple[Agent, ...]:
    """The agents of a run of names; where something stands `placed` (in, on, from) is an outlet, who `signed` a person.

    Empty where the run names nobody that fits.
    """
    text = article.text[span]
    span = Span(span.start, span.start + len(text.rstrip(EDGES)))
    if placed:
        return _outlets(article, span)
    found = read_agents(article, span, AgentKind.PERSON if signed else None)
    if any(agent.kind is AgentKind.PERSON and agent.name.count(" ") >= MOST_WORDS for agent in found):
        return ()
    return found or (() if signed else _known(article, span))


def _outlets(article: Article, span: Span) -> tuple[Agent, ...]:
    if known := _known(article, span):
        return known
    span = _without_noun(article, span)
    if is_place(article.text.plain[slice(*span)], article.language):
        return ()
    found = tuple(agent for agent in read_agents(article, span) if agent.kind in ORGANISED)
    return found or (Agent(article.text[span], AgentKind.OUTLET, span),)


def _without_noun(article: Article, span: Span) -> Span:
    """The name behind a noun with a capital letter that only says what it is: "Magazin X"."""
    first, blank, rest = article.text.folded[slice(*span)].partition(" ")
    said = table((article.language or "").split("-")[0], "citations").get("nouns", ()) if blank else ()
    is_noun = any(noun.lower() == first for noun in said) and article.text.plain[span.end - len(rest)].isupper()
    return Span(span.end - len(rest), span.end) if is_noun else span


def _known(article: Article, span: Span) -> tuple[Agent, ...]:
    """The outlet a whole run is the name of, with the article before it where only that makes the name."""
    starts = [span.start]
    if before := ARTICLE_BEFORE.search(article.text.plain, max(0, span.start - 6), span.start):
        starts.append(before.start())
    for start in starts:
        whole = Span(start, span.end)
        if known := outlet_named(article.text[whole]):
            kind = AgentKind.AGENCY if known.kind in WIRES else AgentKind.OUTLET
            return (Agent(article.text[whole], kind, whole),)
    return ()
