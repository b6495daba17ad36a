"""Names that a page sets in elements of their own: an author's in a byline, a picture's in a caption."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from provenance.attribution.agents import read_agents
from provenance.attribution.credit_words import credit_words, is_everyday
from provenance.model.article import Article, derived, marks_in
from provenance.model.block import Block, Mark
from provenance.model.credit import Agent, AgentKind, Credit
from provenance.model.patterns import pattern
from provenance.model.record import replace
from provenance.model.text import Span

AUTHOR = pattern(
    r"(?:.*[-_])?(?:author|autor|autorin|auteur|autore|byline|writer|verfasser|redakteur|reporter|journalist|firma"
    r"|signature|contributor|creator)s?(?:[-_]*(?:name|full-?name|link|url|text))?"
    r"|fn|username|nickname|name|vcard|p-author|authorname|author_name"
)
"""Names of elements that hold an author's name and nothing else."""
DOUBLE = pattern(r"[A-ZÀ-Ž][^\W\d_]+ [A-ZÀ-Ž][^\W\d_]+ - [A-ZÀ-Ž][^\W\d_]+")
"""A double family name with blanks around its hyphen."""
LIST_MARK = pattern(r"[,;/|\n]")
LONGEST_NAME = 60
SHORTEST_NAME = 2


def authors_set_apart(article: Article, block: Block) -> tuple[Agent, ...]:
    """The agents of the elements of a byline that are named after authors, the innermost of them."""
    named = [mark for mark in marks_in(article, block.span) if _is_author(mark) and _is_name_long(mark.span)]
    agents = [agent for mark in _innermost(named) for agent in agents_set_apart(article, mark.span)]
    return tuple({agent.name.casefold(): agent for agent in reversed(agents)}.values())[::-1]


def cut_at_marks(article: Article, credits: Iterable[Credit]) -> Iterator[Credit]:
    """The credits, each name ended where the element ends that holds an author's ("Nell Abbott" + "Published")."""
    ends = {mark.span.start: mark.span.end for mark in article.marks if _is_author(mark) and _is_name_long(mark.span)}
    for credit in credits:
        agents = tuple(_cut(article, agent, ends) for agent in credit.agents) if ends else credit.agents
        yield credit if agents == credit.agents else replace(credit, agents=agents)


def _cut(article: Article, agent: Agent, ends: dict[int, int]) -> Agent:
    end = ends.get(agent.span.start) if agent.span else None
    if agent.span is None or end is None or end >= agent.span.end or agent.kind is not AgentKind.PERSON:
        return agent
    span = Span(agent.span.start, end)
    return Agent(article.text[span].strip(), agent.kind, span)


def seams(article: Article, span: Span) -> list[int]:
    """Where one element of a byline ends and the next begins, each with a full name and nothing but a blank between."""
    plain = article.text.plain
    inner = _innermost([mark for mark in marks_in(article, span) if _is_name_long(mark.span)])
    return [
        after.span.start
        for before, after in pairwise(inner)
        if before.span.end <= after.span.start
        and not plain[before.span.end : after.span.start].strip()
        and all(" " in plain[mark.span.start : mark.span.end].strip() for mark in (before, after))
    ]


def single_name(article: Article, span: Span) -> tuple[Agent, ...]:
    """A pen name of one word, or a name in small letters, where the page says that it is an author's."""
    words = article.text.plain[span.start : span.end].split()
    by = credit_words(article.language).by
    names = [word for word in words if word.lower().strip(":") not in by]
    if names and names[-1] != words[-1]:
        return ()
    if not 0 < len(names) <= 2 or any(is_everyday(name.lower().strip(".,:"), article.language) for name in names):
        return ()
    return read_agents(article, span, AgentKind.PERSON)


def _is_author(mark: Mark) -> bool:
    return any(map(AUTHOR.fullmatch, mark.names))


def _is_name_long(span: Span) -> bool:
    return SHORTEST_NAME <= span.end - span.start <= LONGEST_NAME


def _innermost(marks: list[Mark]) -> list[Mark]:
    """The marks that hold no other, in order."""
    return [
        mark
        for number, mark in enumerate(marks)
        if number + 1 == len(marks) or not mark.span.contains(marks[number + 1].span)
    ]


def agents_set_apart(article: Article, span: Span) -> Iterator[Agent]:
    """The agents of an element or link that holds an author's name and nothing else."""
    name = article.text[span].strip()
    if name.casefold() in _declared_authors(article) or DOUBLE.fullmatch(name):
        yield Agent(name, AgentKind.PERSON, span)
    elif "\n" not in name:
        yield from read_agents(article, span) or single_name(article, span)


@derived
def _declared_authors(article: Article) -> frozenset[str]:
    """What the metadata name as an author and is no list of several."""
    values = (datum.value.strip().casefold() for datum in article.declared("author"))
    return frozenset(value for value in values if not LIST_MARK.search(value))
