"""Lines that hold nothing but names: people above or below the text, wires that sign."""

from collections.abc import Iterator

from provenance.attribution.agents import read_agents
from provenance.attribution.credit_words import credit_words, is_everyday
from provenance.attribution.names import has_given_name
from provenance.attribution.organisations import may_name_newsroom
from provenance.lexicon.tables import is_common
from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.credit import Agent, AgentKind, Credit, Role
from provenance.model.patterns import pattern
from provenance.model.record import replace
from provenance.model.span_index import SpanIndex
from provenance.model.text import Span
from provenance.registry.outlets import is_image_agency

CREDITING = frozenset(
    {
        Role.AUTHOR,
        Role.ORIGINAL_AUTHOR,
        Role.AGENCY,
        Role.CONTRIBUTOR,
        Role.TRANSLATOR,
        Role.EDITOR,
        Role.IMAGE,
        Role.DATELINE,
    }
)
PLAIN_LENGTH = 120
CREDIT_HINTS = (
    *("credit", "source", "agency", "quelle", "fuente", "fonte", "agence"),
    *("author", "byline", "autor", "auteur", "writer", "signature"),
)
LEAST_OF_SENTENCE, MOST_BESIDE_NAMES = 2, 1
"""Words in small letters in a sentence at the least, and those of no class beside names at the most."""

NEWSROOM = frozenset({AgentKind.DESK, AgentKind.GROUP, AgentKind.AGENCY})
FIGURE, YEAR = pattern(r"\d"), pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
CLOSING_WIRE = pattern(r"[.!?»”\"] ?(?P<sign>[(\[]?(?P<name>[^\W\d_]{2,7})[)\]]?\.?)$")
ABBREVIATION = pattern(r"\w{2,}\.$")
DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
DATED_NAME = pattern(rf"{DAY}(?:[ ,]+\d\d[.:]\d\d)?[ |–—-]+\D{{5,40}}|\D{{5,40}}[ |/,–—-]+{DAY}")
"""A line of a date and a name, which a page's text seldom has."""
DATE_BEHIND = pattern(r"[ ,|–—-]{1,3}(?:le |el |am |on )?\d{1,4}[ ./-].{4}")
COMPOUNDING = frozenset({"de", "nl"})
"""Languages that write new nouns every day."""
LINES_AT_TOP, LINES_AT_END, LINES_BELOW = 6, 3, 8
WIRE_LENGTH = 80
SIGNED_KINDS = frozenset(
    {BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BODY, BlockKind.ITEM, BlockKind.FOOTER, BlockKind.BYLINE}
)
NO_BYLINES = frozenset({BlockKind.CAPTION, BlockKind.ITEM, BlockKind.TABLE})


def byline_credit(block: Block, agents: tuple[Agent, ...], confidence: float = 0.95) -> Credit:
    kinds = {agent.kind for agent in agents}
    wire = bool(kinds & {AgentKind.AGENCY, AgentKind.GROUP}) and AgentKind.PERSON not in kinds
    end = max(agent.span.end for agent in agents if agent.span)
    span = Span(block.span.start, max(end, block.span.start))
    return Credit(Role.AGENCY if wire else Role.AUTHOR, span, agents, confidence=confidence, evidence="byline")


def credited(statements: tuple[Credit, ...]) -> SpanIndex:
    """Where statements credit somebody."""
    return SpanIndex(credit.span for credit in statements if credit.role in CREDITING)


def is_surely_named(agent: Agent, language: str | None) -> bool:
    """Whether a person has a given name, an initial, or only words that no text has; others need no proof."""
    names = agent.name.lower().split()
    if agent.kind is not AgentKind.PERSON:
        return True
    if any(is_everyday(name, language) for name in names if name not in credit_words(language).particles):
        return False
    if has_given_name(names):
        return True
    if agent.name.isupper():
        return False
    if any(len(name) == 2 and name[1] == "." for name in names):
        return True
    if agent.name == agent.name.lower():
        return False
    return language not in COMPOUNDING and not any(is_common(language or "en", name) for name in names)


def lone_names(article: Article, statements: tuple[Credit, ...]) -> Iterator[Credit]:
    """Lines of nothing but names between the title and the text, or right below it."""
    blocks = [block for block in article.own if block.kind is not BlockKind.BYLINE]
    titles = [number for number, block in enumerate(blocks) if block.kind is BlockKind.HEADLINE]
    blocks = blocks[titles[-1] :] if titles else blocks
    if len(blocks) < 3 or (article.format == "html" and not titles):
        return
    long = [number for number, block in enumerate(blocks) if _is_long(block)]
    above = blocks[1 : long[0]] if long and long[0] < LINES_AT_TOP else []
    below = blocks[long[-1] + 1 :] if long and len(blocks) - long[-1] <= LINES_AT_END + 1 else []
    covered = credited(statements)
    for block in (*above, *below):
        if block.kind in NO_BYLINES or covered.overlaps(block.span):
            continue
        if agents := _names_alone(article, block):
            yield byline_credit(block, agents, 0.9)


def _is_long(block: Block) -> bool:
    return block.span.end - block.span.start > PLAIN_LENGTH


def _names_alone(article: Article, block: Block) -> tuple[Agent, ...]:
    """The agents of a line that holds nothing else, of whom the article does not speak."""
    agents = read_agents(article, block.span) if is_own_line(article.text.plain, block.span) else ()
    people = [agent for agent in agents if agent.kind is AgentKind.PERSON]
    if (
        article.format == "html"
        and not people
        and not any(word in hint for hint in block.hints for word in CREDIT_HINTS)
    ):
        return ()
    dated = article.format == "html" and DATED_NAME.fullmatch(article.text.plain, *block.span) is not None
    surely = [is_surely_named(agent, article.language) or (dated and _is_given(agent)) for agent in agents]
    listed = any(surely) and len(people) > 1 and len(people) == len(agents)
    if not agents or not (all(surely) or listed or (people and _says_function(article, block))):
        return ()
    if not (people or any(agent.kind is AgentKind.AGENCY for agent in agents)) or _tells_more(article, block):
        return ()
    prose = (article.text[other.span] for other in article.prose if other.span.end - other.span.start > PLAIN_LENGTH)
    if dated:
        return agents
    surnames = [agent.name.split()[-1] for agent in people]
    if any(surname in text for text in prose for surname in surnames):
        return ()
    return agents


def _small_words(article: Article, block: Block) -> list[str]:
    return [word.strip(".,:;()") for word in article.text.plain[slice(*block.span)].split() if word.islower()]


def _says_function(article: Article, block: Block) -> bool:
    words = credit_words(article.language)
    return any(words.is_function(word) for word in _small_words(article, block))


def _tells_more(article: Article, block: Block) -> bool:
    """Whether a line has more words in small letters than stand among names, their functions and places."""
    words = credit_words(article.language)
    known = (
        words.desks,
        words.join,
        words.particles,
        words.places,
        words.dates,
        words.titles,
        words.adding,
        words.by,
        words.sections,
    )
    more = [word for word in _small_words(article, block) if not words.is_function(word)]
    return sum(not any(word in one for one in known) for word in more) > MOST_BESIDE_NAMES


def _is_given(agent: Agent) -> bool:
    return agent.kind is AgentKind.PERSON and has_given_name(agent.name.lower().split()[:1])


def lone_wires(article: Article, credits: tuple[Credit, ...]) -> Iterator[Credit]:
    """Lines of nothing but agencies and signs of staff members, around the text: "AFP, MANILA", "sak/Reuters"."""
    blocks = [block for block in article.own if block.kind in SIGNED_KINDS]
    long = [at for at, block in enumerate(blocks) if block.span.end - block.span.start > PLAIN_LENGTH]
    below = max(LINES_AT_TOP, long[-1] + 1 if long else 0)
    covered = credited(credits)
    for number, block in enumerate((*blocks[:LINES_AT_TOP], *blocks[below : below + LINES_BELOW])):
        if block.span.end - block.span.start > WIRE_LENGTH or covered.overlaps(block.span):
            continue
        if not may_name_newsroom(article.text.plain[slice(*block.span)], credit_words(article.language)):
            continue
        if agents := _signing(article, block):
            credit = replace(byline_credit(block, agents, 0.9), span=block.span)
            yield credit if number < LINES_AT_TOP else replace(credit, evidence="sign-off")


def _signing(article: Article, block: Block) -> tuple[Agent, ...]:
    """Who signs a line of their own: wires, people with the wire they write for, the newsroom."""
    agents = read_agents(article, block.span)
    if not agents:
        return _dated_wires(article, block)
    if (
        _are_wires(article, agents)
        or _is_people_of_wire(article, block, agents)
        or _is_newsroom(article, block, agents)
    ):
        return agents
    return _dated_wires(article, block)


def closing_wires(article: Article, credits: tuple[Credit, ...]) -> Iterator[Credit]:
    """The agency whose sign closes the last paragraph: "… said the mayor. (AFP)", "… dijo la alcaldesa. EFE"."""
    prose = [block for block in article.prose if block.span.end - block.span.start > PLAIN_LENGTH]
    covered = credited(credits)
    for block in prose[-1:] if len(prose) > 1 else ():
        found = CLOSING_WIRE.search(
            article.text.plain, max(block.span.start, block.span.end - WIRE_LENGTH), block.span.end
        )
        if not found or covered.overlaps(Span(*found.span("sign"))):
            continue
        agents = read_agents(article, Span(*found.span("name")))
        if len(agents) == 1 and agents[0].name.isupper() and _is_wire(agents[0], article.language):
            yield Credit(Role.AGENCY, Span(*found.span("sign")), agents, confidence=0.9, evidence="sign-off")


def _is_people_of_wire(article: Article, block: Block, agents: tuple[Agent, ...]) -> bool:
    """Whether a line names people and the wire they write for: "Nell Abbott and Oscar Lindqvist, Associated Press"; a
    slash between the two is rather a photographer's."""
    said, people = article.text.plain[slice(*block.span)], agents[:-1]
    if "/" in said or not people or not _is_wire(agents[-1], article.language):
        return False
    if "(" in said and not has_given_name(people[-1].name.lower().split()):
        return False
    return all(one.kind is AgentKind.PERSON for one in people)


def _is_newsroom(article: Article, block: Block, agents: tuple[Agent, ...]) -> bool:
    """Whether the newsroom signs a line, alone or with wires; in a page, where the page says that the line credits."""
    kinds = {agent.kind for agent in agents}
    if AgentKind.DESK not in kinds or not kinds <= NEWSROOM or block.kind is BlockKind.HEADLINE:
        return False
    if article.format == "html" and not any(word in hint for hint in block.hints for word in CREDIT_HINTS):
        return False
    return is_own_line(article.text.plain, block.span)


def is_own_line(plain: str, span: Span) -> bool:
    """Whether a run is no sentence: it does not end as one does, or has hardly a word in small letters."""
    text = plain[slice(*span)]
    if text.endswith(":"):
        return False
    return text[-1:] not in ".!?" or sum(word.islower() for word in text.split()) < LEAST_OF_SENTENCE


def wires_of(article: Article, block: Block) -> tuple[Agent, ...]:
    """The wires of a line that names nobody else, before its date if it has one."""
    agents = read_agents(article, block.span)
    return agents if agents and _are_wires(article, agents) else _dated_wires(article, block)


def _dated_wires(article: Article, block: Block) -> tuple[Agent, ...]:
    dated = DATE_BEHIND.search(article.text.plain, *block.span)
    agents = read_agents(article, Span(block.span.start, dated.start())) if dated else ()
    return agents if agents and _are_wires(article, agents) else ()


def _are_wires(article: Article, agents: tuple[Agent, ...]) -> bool:
    return all(_is_wire(agent, article.language) for agent in agents)


def _is_wire(agent: Agent, language: str | None) -> bool:
    """Whether a name is a news agency's and not also a picture agency's or an everyday word ("Mehr")."""
    if agent.kind is not AgentKind.AGENCY or is_image_agency(agent.name):
        return False
    return agent.name.isupper() or not is_everyday(agent.name.lower(), language)
