"""Who is named: a list of names in a credit line, split and typed."""

from provenance.model.article import Article
from provenance.model.credit import Agent
from provenance.model.text import Span


def read_agents(article: Article, span: Span) -> tuple[Agent, ...]:
    """The agents a run of text names, each with its own span, people without their functions and places."""
    return ()
