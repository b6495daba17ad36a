"""Joins the declared steps of the articles at hand: where one names another, and which share an origin."""

from collections.abc import Iterable, Sequence

from provenance.model.dossier import Dossier
from provenance.model.lineage import Relation, Work
from provenance.model.trace import Link, Trace
from provenance.registry.hosts import registered_domain


def link(dossiers: Sequence[Dossier]) -> Trace:
    """The declared links of all articles; an address is matched without scheme, www., query and closing slash."""
    by_address: dict[str, str] = {}
    for dossier in dossiers:
        if dossier.article.url:
            by_address.setdefault(address_key(dossier.article.url), dossier.article.path)
    links = [
        Link(dossier.article.path, _target(step.origin, dossier.article.path, by_address), step)
        for dossier in dossiers
        for step in dossier.chain
    ]
    return Trace(tuple(links), groups(links))


def _target(origin: Work, path: str, by_address: dict[str, str]) -> str | None:
    if origin.path:
        return origin.path
    found = by_address.get(address_key(origin.url)) if origin.url else None
    return found if found != path else None


def address_key(url: str) -> str:
    """An address as far as it tells one page from another."""
    address = url.split("://", 1)[-1].split("#")[0].split("?")[0].rstrip("/")
    host, slash, rest = address.partition("/")
    return host.lower().removeprefix("www.").removeprefix("amp.") + slash + rest


def groups(links: Iterable[Link]) -> tuple[tuple[str, ...], ...]:
    """The articles that lead to one another or to one address, images aside."""
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    articles: set[str] = set()
    for found in links:
        if found.step.relation is Relation.IMAGE:
            continue
        articles.add(found.source)
        origin = found.step.origin
        if found.target:
            articles.add(found.target)
            parent[root(found.source)] = root(found.target)
        elif origin.url and not _is_front_page(origin.url):
            parent[root(found.source)] = root(f"\0{address_key(origin.url)}")
    members: dict[str, list[str]] = {}
    for article in sorted(articles):
        members.setdefault(root(article), []).append(article)
    return tuple(sorted(tuple(group) for group in members.values() if len(group) > 1))


def _is_front_page(url: str) -> bool:
    key = address_key(url)
    return "/" not in key or registered_domain(key) is None
