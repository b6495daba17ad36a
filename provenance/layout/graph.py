"""Chains as a graph: what the articles are and what each was made from, in words, ready to be drawn."""

from collections.abc import Iterable

from provenance.layout.account import named, own_date
from provenance.layout.display import one_line
from provenance.layout.wording import Wording
from provenance.model.dossier import Dossier
from provenance.model.lineage import Derivation, OriginStatus, Work
from provenance.model.record import record
from provenance.model.trace import Link

Key = tuple[str, object]
"""What tells one node from another: the path of an article, the address of a work, or the work within its article."""


@record
class Node:
    """An article at hand, a work that one names, or nothing that is known; `details` are lines below the title."""

    key: Key
    title: str
    details: tuple[str, ...]
    kind: str


@record
class Edge:
    """From the origin to what was made from it; `basis` is declared, inferred, verified or unknown."""

    origin: Key
    made: Key
    label: str
    basis: str
    basis_label: str


@record
class Graph:
    """Nodes and edges in the order of the articles and of their chains."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph_of(dossiers: Iterable[Dossier], links: Iterable[Link], words: Wording) -> Graph:
    """The graph of the links, each article at hand a node of its own. An article of which nothing says where it comes
    from gets an origin that is not known: it is not the same as none."""
    nodes: dict[Key, Node] = {}
    edges: dict[tuple[Key, Key, str], Edge] = {}
    found = list(links)
    led = {link.source for link in found}
    for dossier in dossiers:
        node = article_node(dossier, words)
        nodes[node.key] = node
        if dossier.origin_status is OriginStatus.UNKNOWN and dossier.article.path not in led:
            unknown = Node(("unknown", node.key), "?", (words("origin.unknown"),), "unknown")
            nodes[unknown.key] = unknown
            edges[unknown.key, node.key, ""] = Edge(unknown.key, node.key, "", "unknown", "")
    for link in found:
        made, origin = key_of(link.step.made, link.source), key_of(link.step.origin, link.source, link.target)
        for key, work in ((made, link.step.made), (origin, link.step.origin)):
            nodes.setdefault(key, work_node(key, work, words))
        edge = edge_of(origin, made, link.step, words)
        edges.setdefault((origin, made, edge.label), edge)
    return Graph(tuple(nodes.values()), tuple(edges.values()))


def key_of(work: Work, owner: str, target: str | None = None) -> Key:
    """Two articles that name one outlet do not name one text of it: only a path or an address makes works the same."""
    if path := target or work.path:
        return "article", path
    return ("address", work.url) if work.url else ("work", (owner, work))


def article_node(dossier: Dossier, words: Wording) -> Node:
    article = dossier.article
    details = (words.language(article.language), own_date(dossier))
    title = one_line(article.headline or article.path.rpartition("/")[2])
    publisher = one_line(article.publisher or dossier.publisher_domain or "")
    return Node(("article", article.path), title, tuple(filter(None, (publisher, joined(details)))), "article")


def work_node(key: Key, work: Work, words: Wording) -> Node:
    name, domain = named(work), one_line(work.domain or "")
    lines = (
        domain if domain != name else "",
        ", ".join(map(one_line, work.authors)),
        joined((words.language(work.language), work.published)),
    )
    return Node(key, name or words("unnamed"), tuple(filter(None, lines)), "work")


def joined(details: Iterable[str | None]) -> str:
    return " · ".join(one_line(detail) for detail in details if detail)


def edge_of(origin: Key, made: Key, step: Derivation, words: Wording) -> Edge:
    return Edge(origin, made, words(f"picture.{step.relation}"), step.basis.value, words(f"basis.{step.basis}"))
