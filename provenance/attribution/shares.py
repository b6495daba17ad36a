"""Who of a byline did something else than write: "Von X (Text) und Y (Fotos)", "Story by X, photography by Y"."""

from collections.abc import Sequence

from provenance.attribution.credit_words import credit_words
from provenance.model.article import Article
from provenance.model.credit import Agent, Role
from provenance.model.patterns import pattern

LABEL_BEFORE = pattern(r"([^\W\d_]+(?:'s)?)(?: ?:| (?:by|von|door|de|di|da|por|par|d'))? *\Z")
LABEL_BEHIND = pattern(r" ?\(([^\W\d_][\w' /&+-]{1,24})\)")


def with_shares(
    article: Article, role: Role, agents: Sequence[Agent]
) -> tuple[tuple[Agent, ...], list[tuple[Role, tuple[Agent, ...]]]]:
    """The agents of the line's own role, and those whom a word before or in brackets behind the name gives another."""
    own, others = list[Agent](), dict[Role, list[Agent]]()
    labels = credit_words(article.language).labels
    end: int | None = None
    for agent in agents:
        found = LABEL_BEHIND.match(article.text.folded, agent.span.end) if agent.span else None
        if not found and agent.span and end is not None:
            found = LABEL_BEFORE.search(article.text.folded[end : agent.span.start])
        end = agent.span.end if agent.span else end
        said = labels.get(found[1].strip(), role) if found else role
        (own if said is role else others.setdefault(said, [])).append(agent)
    if not own:
        return tuple(agents), []
    return tuple(own), [(other, tuple(named)) for other, named in others.items()]
