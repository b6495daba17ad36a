"""Visible bylines that no phrase introduces: by their place on the page and the shape of names."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from provenance.attribution.agents import read_agents
from provenance.attribution.credit_words import credit_words, given_names, is_everyday
from provenance.attribution.declared_agents import is_nobody, is_own
from provenance.attribution.lone_names import (
    PLAIN_LENGTH,
    byline_credit,
    closing_wires,
    credited,
    is_surely_named,
    lone_names,
    lone_wires,
    wires_of,
)
from provenance.attribution.names import has_given_name
from provenance.attribution.set_apart import agents_set_apart, authors_set_apart, seams, single_name
from provenance.lexicon.tables import is_common
from provenance.model.article import Article, links_in, links_over
from provenance.model.block import VISIBLE, Block, BlockKind, Link
from provenance.model.credit import Agent, AgentKind, Credit, Role
from provenance.model.patterns import pattern
from provenance.model.record import replace
from provenance.model.text import Span

SIGNING = frozenset({Role.AUTHOR, Role.ORIGINAL_AUTHOR})
SEGMENT = pattern(r"[^|•·●\n]+")
AUTHOR_PATH = pattern(
    r"[/,](?:author|authors|autor|autori|autores|auteur|auteurs|autore|autoren|by|people|profile|profiles"
    r"|journalist|journalistes?|staff|redaktion|user|users|writers?|contributors?|team|person)[/,]",
    re.I,
)
AUTHOR_HINTS = ("author", "byline", "autor", "auteur", "writer", "redakteur", "firma", "signature")
READERS_HINT = pattern(
    r"(?:comment|comments|commentlist|discussion)(?:$|[-_](?!link|count|num))|(?:twitter|social|follow)[-_]|.*[-_]bio(?:graphy)?(?:$|[-_])|bio(?:graphy)?$"
)
WORD = pattern(r"\w+")
LABEL = pattern(r"\s*([^\W\d_][^:\d\n]{1,24}?) ?: ?(?=\S)")
JOINED = 6
"""Characters between two names of one list at the most."""
GAP = 250
"""Characters between two lines of one byline at the most; what follows later belongs to other articles."""
LONGEST = 200
LONGEST_LEAD = 6
HEAD_PROSE = 3
"""Long paragraphs after which a page's head is over: the lead may stand before the byline."""


def find_bylines(article: Article, statements: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """The bylines that `statements` leave: marked as such by a page, or lines of nothing but names."""
    marked = tuple(_marked(article, statements))
    if not marked and not any(credit.people and credit.role in SIGNING for credit in statements):
        marked = tuple(_in_page_head(article, statements))
    if not any(credit.people and credit.role in SIGNING for credit in (*marked, *statements)):
        marked += tuple(lone_names(article, (*statements, *marked)))
    known = (*statements, *marked)
    return (*_with_wires(marked), *_with_wires(lone_wires(article, known)), *closing_wires(article, known))


def _with_wires(bylines: Iterable[Credit]) -> Iterator[Credit]:
    """The bylines, and a credit of their own for wires that sign beside people."""
    for credit in bylines:
        yield credit
        wires = tuple(agent for agent in credit.agents if agent.kind is AgentKind.AGENCY and agent.span)
        if wires and credit.people:
            spans = [agent.span for agent in wires if agent.span]
            yield replace(credit, role=Role.AGENCY, agents=wires, span=Span(spans[0].start, spans[-1].end))


def _marked(article: Article, statements: tuple[Credit, ...]) -> Iterator[Credit]:
    """Lines the page itself marks as bylines."""
    end: int | None = None
    named, covered = False, credited(statements)
    for block in article.blocks_of(frozenset({BlockKind.BYLINE})):
        if len(article.text[block.span]) > LONGEST or _is_about_readers(block) or _says_other(article, block):
            continue
        if end is not None and block.span.start - end > GAP:
            break
        if covered.overlaps(block.span):
            end, named = block.span.end, True
        elif agents := _agents_marked(article, block, named):
            end, named = block.span.end, True
            yield byline_credit(block, agents)


def _agents_marked(article: Article, block: Block, named: bool) -> tuple[Agent, ...]:
    """The agents of a byline: whom its links and elements name, with the rest of the line where that names them too."""
    if "://" in article.text.plain[slice(*block.span)]:
        return ()
    apart = _linked_agents(article, block) or tuple(
        agent for agent in authors_set_apart(article, block) if not is_nobody(agent.name)
    )
    whole = _agents_of(article, block, named)
    return whole if whole and _goes_on(apart, whole) else apart


def _goes_on(apart: tuple[Agent, ...], whole: tuple[Agent, ...]) -> bool:
    """Whether the line names all who are set apart in it, and further people only right beside them."""
    names = {agent.name for agent in apart}
    ends = [(agent.span.start, agent.span.end) for agent in whole if agent.span]
    near = all(0 <= start - end <= JOINED for (_, end), (start, _) in pairwise(ends))
    return names <= {agent.name for agent in whole} and (not names or near or len(names) == len(whole))


def _in_page_head(article: Article, statements: tuple[Credit, ...]) -> Iterator[Credit]:
    """Bylines a page keeps beside its title, outside of the article: only names that lead to authors' pages."""
    head: list[Block] = []
    prose = 0
    for block in article.blocks_of(VISIBLE):
        if block.kind is BlockKind.HEADLINE:
            head, prose = [], 0
        elif block.kind is BlockKind.BODY and block.span.end - block.span.start > LONGEST:
            prose += 1
            if prose == HEAD_PROSE:
                break
        elif block.span.end - block.span.start <= PLAIN_LENGTH and not _is_about_readers(block):
            head.append(block)
    covered = credited(statements)
    for block in head:
        agents = _linked_agents(article, block) if block.kind is not BlockKind.RELATED else ()
        if not agents and block.kind is BlockKind.CHROME and _says_author(block):
            agents = wires_of(article, block)
        if agents and not covered.overlaps(block.span) and _may_sign(article, agents):
            yield byline_credit(block, agents, 0.9)
            return


def _may_sign(article: Article, agents: tuple[Agent, ...]) -> bool:
    """Whether names outside of the article are among those that its metadata declare, if these name people."""
    declared = [datum.value.casefold() for datum in article.declared("author") if " " in datum.value.strip()]
    return not declared or any(agent.name.casefold() in value for agent in agents for value in declared)


def _is_about_readers(block: Block) -> bool:
    """Whether the page's names for the block say that it is a comment or an author's biography."""
    return any(map(READERS_HINT.match, block.hints))


def _says_other(article: Article, block: Block) -> bool:
    """Whether a label says that somebody did something else than write: "Foto:", "Redaktion:"."""
    label = LABEL.match(article.text.folded, *block.span)
    if not label:
        return False
    words = credit_words(article.language)
    said = label[1].strip()
    return (
        words.labels.get(said, Role.AUTHOR) is not Role.AUTHOR
        or any(said.startswith(desk) for desk in words.desks)
        or (words.is_function(said) and not said.startswith(("aut", "author")))
    )


def _says_author(block: Block) -> bool:
    return any(word in hint for hint in block.hints for word in AUTHOR_HINTS)


def _linked_agents(article: Article, block: Block) -> tuple[Agent, ...]:
    """The names that lead to pages about authors."""
    found: list[Agent] = []
    for link in links_in(article, block.span):
        if _leads_to_author(link):
            found.extend(_linked(article, link.span))
    if not found and any(map(_leads_to_author, links_over(article, block.span, PLAIN_LENGTH))):
        found.extend(_linked(article, block.span))
    named = {agent.name: agent for agent in found}
    return tuple(named.values())


def _leads_to_author(link: Link) -> bool:
    return "author" in link.rel or AUTHOR_PATH.search(link.url) is not None


def _linked(article: Article, span: Span) -> tuple[Agent, ...]:
    if not 0 < span.end - span.start <= PLAIN_LENGTH:
        return ()
    agents = (agent for agent in agents_set_apart(article, span) if not _ends_in_by(agent, article.language))
    return tuple(_typed(article, agent) for agent in agents if not is_nobody(agent.name))


def _typed(article: Article, agent: Agent) -> Agent:
    if agent.kind is AgentKind.PERSON and is_own(article, agent.name):
        return Agent(agent.name, AgentKind.OUTLET, agent.span)
    return agent


def _agents_of(article: Article, block: Block, named: bool) -> tuple[Agent, ...]:
    """The agents of a byline's segments, up to the first that names nobody after some did; doubtful names only where
    nobody was `named` before."""
    found: list[Agent] = []
    marked = _says_author(block)
    for segment in _segments(article, block.span):
        agents = tuple(
            agent
            for agent in read_agents(article, _after_by(article, segment))
            if (marked and not named and not found)
            or is_surely_named(agent, article.language)
            or _is_all(agent, segment, article.language)
            if (marked or agent.kind is not AgentKind.OUTLET) and not _ends_in_by(agent, article.language)
        )
        found.extend(_typed(article, agent) for agent in agents)
        if found and not agents:
            break
    if not found and marked and not named:
        found.extend(single_name(article, block.span))
    return tuple(agent for agent in found if not is_nobody(agent.name))


def _is_all(agent: Agent, segment: Span, language: str | None) -> bool:
    """Whether a byline holds nothing but a person's full name, though the last is also a word ("Kaiser")."""
    first, _, rest = agent.name.lower().partition(" ")
    full = agent.kind is AgentKind.PERSON and bool(rest) and has_given_name([first])
    return full and agent.span == segment and not is_everyday(first, language)


def _after_by(article: Article, segment: Span) -> Span:
    """The names behind what was done on which day: "Posted on 3 May by", "Erstellt von"."""
    words = list(WORD.finditer(article.text.folded, *segment))
    lead = credit_words(article.language)
    for number, word in enumerate(words[:LONGEST_LEAD]):
        if number and word.group() in lead.by and word.end() < segment.end:
            return Span(word.end(), segment.end)
        known = word.group() in lead.dates or is_common(article.language or "en", word.group())
        if word.group() in given_names() or not (known or word.group().isdigit()):
            break
    return segment


def _ends_in_by(agent: Agent, language: str | None) -> bool:
    """Whether the last word leads to a name of the next line: "Disko von"."""
    return agent.name.split()[-1].lower() in credit_words(language).by


def _segments(article: Article, span: Span) -> Iterator[Span]:
    """The parts of a byline between bars and dots, and between elements with a name each."""
    cuts = seams(article, span)
    for segment in SEGMENT.finditer(article.text.plain, *span):
        start = segment.start()
        for cut in (*(cut for cut in cuts if start < cut < segment.end()), segment.end()):
            yield Span(start, cut)
            start = cut
