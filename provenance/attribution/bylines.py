"""Visible bylines that no phrase introduces: by their place on the page and the shape of names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from provenance.attribution.agents import read_agents
from provenance.attribution.credit_words import credit_words, is_everyday
from provenance.attribution.declared_agents import is_nobody, is_own
from provenance.attribution.names import has_given_name
from provenance.lexicon.tables import is_common
from provenance.model.article import Article
from provenance.model.block import VISIBLE, Block, BlockKind, Link
from provenance.model.credit import Agent, AgentKind, Credit, Role
from provenance.model.text import Span
from provenance.registry.outlets import is_image_agency

SIGNING = frozenset({Role.AUTHOR, Role.ORIGINAL_AUTHOR})
CREDITING = SIGNING | {Role.AGENCY, Role.CONTRIBUTOR, Role.TRANSLATOR, Role.EDITOR, Role.IMAGE}
SEGMENT = re.compile(r"[^|•·●\n]+")
AUTHOR_PATH = re.compile(
    r"[/,](?:author|authors|autor|autori|autores|auteur|auteurs|autore|autoren|by|people|profile|profiles"
    r"|journalist|journalistes?|staff|redaktion|user|users|writers?|contributors?|team|person)[/,]",
    re.I,
)
AUTHOR_HINTS = ("author", "byline", "autor", "auteur", "writer", "redakteur", "firma", "signature")
READERS_HINT = re.compile(
    r"(?:comment|comments|commentlist|discussion)(?:$|[-_])|.*[-_]bio(?:graphy)?(?:$|[-_])|bio(?:graphy)?$"
)
CREDIT_HINTS = ("credit", "source", "agency", "quelle", "fuente", "fonte", "agence", *AUTHOR_HINTS)
LABEL = re.compile(r"\s*([^\W\d_][^:\d\n]{1,24}?) ?: ?(?=\S)")
GAP = 250
"""Characters between two lines of one byline at the most; what follows later belongs to other articles."""
COMPOUNDING = frozenset({"de", "nl"})
"""Languages that write new nouns every day."""
LONGEST = 200
LINES_AT_TOP, LINES_AT_END, LINES_BELOW = 6, 3, 8
PLAIN_LENGTH = 120
WIRE_LENGTH = 60
HEAD_PROSE = 3
"""Long paragraphs after which a page's head is over: the lead may stand before the byline."""
SIGNED_KINDS = frozenset(
    {BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BODY, BlockKind.ITEM, BlockKind.FOOTER, BlockKind.BYLINE}
)


def find_bylines(article: Article, statements: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """The bylines that `statements` leave: marked as such by a page, or lines of nothing but names."""
    marked = tuple(_marked(article, statements)) or tuple(_in_page_head(article, statements))
    if not any(credit.people and credit.role in SIGNING for credit in (*marked, *statements)):
        marked += tuple(_bare(article, (*statements, *marked)))
    return (*marked, *_wires(article, (*statements, *marked)))


def _marked(article: Article, statements: tuple[Credit, ...]) -> Iterator[Credit]:
    """Lines the page itself marks as bylines."""
    end: int | None = None
    named = False
    for block in article.blocks_of(frozenset({BlockKind.BYLINE})):
        if len(article.text[block.span]) > LONGEST or _is_about_readers(block) or _says_other(article, block):
            continue
        if end is not None and block.span.start - end > GAP:
            break
        if _is_covered(block.span, statements):
            end, named = block.span.end, True
        elif agents := _linked_agents(article, block) or _agents_of(article, block, named):
            end, named = block.span.end, True
            yield _credit(block, agents)


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
    for block in head:
        agents = _linked_agents(article, block) if block.kind is not BlockKind.RELATED else ()
        if not agents and block.kind is BlockKind.CHROME and _says_author(block):
            agents = _wire_alone(article, block)
        if agents and not _is_covered(block.span, statements):
            yield _credit(block, agents, 0.9)
            return


def _wire_alone(article: Article, block: Block) -> tuple[Agent, ...]:
    agents = read_agents(article, block.span)
    return agents if agents and all(_is_wire(agent, article.language) for agent in agents) else ()


def _is_wire(agent: Agent, language: str | None) -> bool:
    """Whether a name is a news agency's and not also a picture agency's or an everyday word ("Mehr")."""
    if agent.kind is not AgentKind.AGENCY or is_image_agency(agent.name):
        return False
    return agent.name.isupper() or not is_everyday(agent.name.lower(), language)


def _credit(block: Block, agents: tuple[Agent, ...], confidence: float = 0.95) -> Credit:
    kinds = {agent.kind for agent in agents}
    wire = AgentKind.AGENCY in kinds and AgentKind.PERSON not in kinds
    end = max(agent.span.end for agent in agents if agent.span)
    span = Span(block.span.start, max(end, block.span.start))
    return Credit(Role.AGENCY if wire else Role.AUTHOR, span, agents, confidence=confidence, evidence="byline")


def _is_covered(span: Span, statements: tuple[Credit, ...]) -> bool:
    return any(credit.role in CREDITING and credit.span.overlaps(span) for credit in statements)


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


def _is_surely_named(agent: Agent, language: str | None) -> bool:
    """Whether a person has a given name, an initial, or only words that no text has; others need no proof."""
    names = agent.name.lower().split()
    if agent.kind is not AgentKind.PERSON:
        return True
    if any(is_everyday(name, language) for name in names if name not in credit_words(language).particles):
        return False
    if has_given_name(names):
        return True
    if any(len(name) == 2 and name[1] == "." for name in names):
        return True
    if agent.name == agent.name.lower():
        return False
    return language not in COMPOUNDING and not any(is_common(language or "en", name) for name in names)


def _says_author(block: Block) -> bool:
    return any(word in hint for hint in block.hints for word in AUTHOR_HINTS)


def _linked_agents(article: Article, block: Block) -> tuple[Agent, ...]:
    """The names that lead to pages about authors."""
    found: list[Agent] = []
    for link in article.links:
        if block.span.contains(link.span) and ("author" in link.rel or AUTHOR_PATH.search(link.url)):
            found.extend(_linked(article, link))
    named = {agent.name: agent for agent in found}
    return tuple(named.values())


def _linked(article: Article, link: Link) -> tuple[Agent, ...]:
    if not 0 < link.span.end - link.span.start <= PLAIN_LENGTH:
        return ()
    agents = read_agents(article, link.span) or _single(article, link.span)
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
    for segment in SEGMENT.finditer(article.text.plain, *block.span):
        agents = tuple(
            agent
            for agent in read_agents(article, Span(*segment.span()))
            if (marked and not named and not found) or _is_surely_named(agent, article.language)
        )
        found.extend(_typed(article, agent) for agent in agents)
        if found and not agents:
            break
    if not found and marked and not named:
        found.extend(_single(article, block.span))
    return tuple(agent for agent in found if not is_nobody(agent.name))


def _single(article: Article, span: Span) -> tuple[Agent, ...]:
    """A pen name of one word, or a name in small letters, where the page says that it is an author's."""
    words = article.text.plain[span.start : span.end].split()
    by = credit_words(article.language).by
    names = [word for word in words if word.lower().strip(":") not in by]
    if not 0 < len(names) <= 2 or any(is_everyday(name.lower().strip(".,:"), article.language) for name in names):
        return ()
    return read_agents(article, span, AgentKind.PERSON)


def _bare(article: Article, statements: tuple[Credit, ...]) -> Iterator[Credit]:
    """Lines of nothing but names, below the title or at the very end."""
    blocks = [block for block in article.own if block.kind is not BlockKind.BYLINE]
    titles = [number for number, block in enumerate(blocks) if block.kind is BlockKind.HEADLINE]
    blocks = blocks[titles[-1] :] if titles else blocks
    if len(blocks) < 3 or (article.format == "html" and not titles):
        return
    top = blocks[1:LINES_AT_TOP]
    for number, block in enumerate(top):
        is_prose = block.kind is BlockKind.BODY and article.format != "html"
        if is_prose or block.span.end - block.span.start > PLAIN_LENGTH:
            top = top[:number]
            break
    end = [block for block in blocks[-LINES_AT_END:] if block not in top and block is not blocks[0]]
    for block in (*top, *end):
        if block.kind in (BlockKind.CAPTION, BlockKind.ITEM, BlockKind.TABLE) or _is_covered(block.span, statements):
            continue
        if block.span.end - block.span.start <= PLAIN_LENGTH and (agents := _names_alone(article, block)):
            yield _credit(block, agents, 0.9)


def _wires(article: Article, credits: tuple[Credit, ...]) -> Iterator[Credit]:
    """Lines of nothing but agencies and signs of staff members, around the text: "AFP, MANILA", "sak/Reuters"."""
    blocks = [block for block in article.own if block.kind in SIGNED_KINDS]
    long = [at for at, block in enumerate(blocks) if block.span.end - block.span.start > PLAIN_LENGTH]
    below = max(LINES_AT_TOP, long[-1] + 1 if long else 0)
    for number, block in enumerate((*blocks[:LINES_AT_TOP], *blocks[below : below + LINES_BELOW])):
        if block.span.end - block.span.start > WIRE_LENGTH or _is_covered(block.span, credits):
            continue
        if agents := _wire_alone(article, block):
            credit = _credit(block, agents, 0.9)
            yield credit if number < LINES_AT_TOP else replace(credit, evidence="sign-off")


def _names_alone(article: Article, block: Block) -> tuple[Agent, ...]:
    """The agents of a line that holds nothing else, of whom the article does not speak."""
    agents = read_agents(article, block.span)
    people = [agent for agent in agents if agent.kind is AgentKind.PERSON]
    if (
        article.format == "html"
        and not people
        and not any(word in hint for hint in block.hints for word in CREDIT_HINTS)
    ):
        return ()
    if (
        not agents
        or not all(_is_surely_named(agent, article.language) for agent in agents)
        or not (people or any(agent.kind is AgentKind.AGENCY for agent in agents))
    ):
        return ()
    prose = (article.text[other.span] for other in article.prose if other.span.end - other.span.start > PLAIN_LENGTH)
    surnames = [agent.name.split()[-1] for agent in people]
    if any(surname in text for text in prose for surname in surnames):
        return ()
    return agents
