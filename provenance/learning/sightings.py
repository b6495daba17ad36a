"""What one article of an archive teaches: the full names in it, and the outlets it credits with their domains."""

import hashlib

from provenance.model.article import Article
from provenance.model.credit import AgentKind
from provenance.model.dossier import Dossier
from provenance.model.record import record
from provenance.registry.outlets import outlet_named
from provenance.words.full_names import full_names

OUTLETS = frozenset({AgentKind.OUTLET, AgentKind.AGENCY, AgentKind.GROUP})


@record
class Sighting:
    """The names of one article, each once; an outlet with the domain its credit gave, or an empty text."""

    content: str
    names: frozenset[str]
    outlets: frozenset[tuple[str, str]]


def sighting(dossier: Dossier) -> Sighting:
    """What an article teaches. `content` tells texts apart: a copy is no further article."""
    credited = {
        (" ".join(agent.name.split()), credit.domain or "")
        for credit in dossier.credits
        for agent in credit.agents
        if agent.kind in OUTLETS
    }
    if dossier.article.publisher:
        credited.add((" ".join(dossier.article.publisher.split()), dossier.publisher_domain or ""))
    outlets = {name for name, _ in credited}
    names = (name for name in full_names(dossier.article) if name not in outlets and outlet_named(name) is None)
    return Sighting(content_of(dossier.article), frozenset(names), frozenset(credited))


def content_of(article: Article) -> str:
    """A digest of what a reader sees of the article itself; its address and page may differ."""
    words = "\n".join(article.text[block.span] for block in article.own)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
