"""Joins the steps of the articles at hand: where one names another, where one was made from another without a word."""

from collections.abc import Iterable, Iterator, Sequence

from provenance.lineage.direction import Side, direction
from provenance.lineage.evidence import in_words, likeness
from provenance.lineage.inference import Pair, inferred
from provenance.lineage.judgement import Kind, shown
from provenance.lineage.leaf import leaf_of
from provenance.lineage.library import Shelf
from provenance.lineage.works import article_work
from provenance.model.dossier import Dossier
from provenance.model.lineage import Basis, Derivation, OriginStatus, Relation, Work
from provenance.model.record import replace
from provenance.model.trace import Link, Trace
from provenance.registry.hosts import registered_domain

RELATIONS = {Kind.COPY: Relation.REPUBLICATION, Kind.REWRITE: Relation.REWRITE, Kind.TRANSLATION: Relation.TRANSLATION}


def link(dossiers: Sequence[Dossier]) -> Trace:
    """The declared and the inferred links of all articles; an address is matched without scheme, www. and query."""
    by_address: dict[str, str] = {}
    for dossier in dossiers:
        if dossier.article.url:
            by_address.setdefault(address_key(dossier.article.url), dossier.article.path)
    declared = list(declared_links(dossiers, by_address))
    found = [*declared, *undeclared(dossiers, declared)]
    found.sort(key=lambda each: (each.source, each.step.relation is Relation.IMAGE))
    paths = [dossier.article.path for dossier in dossiers]
    return Trace(tuple(found), groups(paths, found), independent(paths, found))


def declared_links(dossiers: Sequence[Dossier], by_address: dict[str, str]) -> Iterator[Link]:
    """The steps of every chain; those of a page that several articles lead to, or that is at hand itself, once."""
    told = {dossier.article.path for dossier in dossiers}
    behind: set[tuple[str, Work, Relation]] = set()
    for dossier in dossiers:
        for step in dossier.chain:
            source = step.made.path or dossier.article.path
            if source != dossier.article.path:
                key = (source, step.origin, step.relation)
                if source in told or by_address.get(address_key(source)) or key in behind:
                    continue
                behind.add(key)
            yield Link(source, _target(step.origin, source, by_address), step)


def undeclared(dossiers: Sequence[Dossier], declared: Iterable[Link]) -> list[Link]:
    """The inferred links that no declared one already tells, nor any number of them in a row."""
    sides = {dossier.article.path: Side(dossier, leaf_of(dossier.article, dossier.dating)) for dossier in dossiers}
    known = dict(led_to(declared))
    return [
        as_link(pair, sides)
        for pair in inferred(side.leaf for side in sides.values())
        if pair.one.key not in known.get(pair.other.key, ()) and pair.other.key not in known.get(pair.one.key, ())
    ]


def led_to(declared: Iterable[Link]) -> Iterator[tuple[str, set[str]]]:
    """Everything the declared steps of an article lead to, pictures included: what stands on the way is no news."""
    ahead: dict[str, set[str]] = {}
    for each in declared:
        if each.target:
            ahead.setdefault(each.source, set()).add(each.target)
    for source, targets in ahead.items():
        found, pending = set(targets), list(targets)
        while pending:
            new = ahead.get(pending.pop(), set()) - found
            found |= new
            pending += new
        yield source, found


def as_link(pair: Pair, sides: dict[str, Side]) -> Link:
    found = direction(sides[pair.one.key], sides[pair.other.key])
    made, origin = found.made, found.origin
    shelf = Shelf(origin.leaf.language_code)
    shelf.add(origin.leaf)
    alike = likeness(made.leaf, origin.leaf, shelf, pair.alike.copied)
    step = Derivation(
        relation=RELATIONS[pair.judgement.kind],
        basis=Basis.INFERRED,
        made=article_work(made.dossier.article, made.dossier.dating),
        origin=article_work(origin.dossier.article, origin.dossier.dating),
        confidence=shown(pair.judgement.confidence),
        evidence=in_words(made.leaf, origin.leaf, alike, found.reasons),
        likeness=alike,
        directed=found.is_known,
    )
    return Link(made.leaf.key, origin.leaf.key, step)


def with_links(dossiers: Iterable[Dossier], trace: Trace) -> tuple[Dossier, ...]:
    """The dossiers with the inferred steps in their chains; what only we found is `inferred`."""
    return tuple(with_inferred(dossier, trace.links_from(dossier.article.path)) for dossier in dossiers)


def with_inferred(dossier: Dossier, links: Iterable[Link]) -> Dossier:
    steps = tuple(each.step for each in links if each.step.basis is Basis.INFERRED and each.step.directed)
    if not steps:
        return dossier
    status = dossier.origin_status
    return replace(
        dossier,
        chain=(*steps, *dossier.chain),
        origin_status=OriginStatus.INFERRED if status is OriginStatus.UNKNOWN else status,
    )


def _target(origin: Work, path: str, by_address: dict[str, str]) -> str | None:
    """The article at hand that a step leads to, else the page that was fetched for it."""
    found = by_address.get(address_key(origin.url)) if origin.url else None
    return (found if found != path else None) or origin.path


def address_key(url: str) -> str:
    """An address as far as it tells one page from another."""
    address = url.split("://", 1)[-1].split("#")[0].split("?")[0].rstrip("/")
    host, slash, rest = address.partition("/")
    return host.lower().removeprefix("www.").removeprefix("amp.") + slash + rest


def groups(paths: Iterable[str], links: Iterable[Link]) -> tuple[tuple[str, ...], ...]:
    """The articles that lead to one another or to one address, images aside."""
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    for found in links:
        if found.step.relation is not Relation.IMAGE and (end := found.target or outside(found)):
            parent[root(found.source)] = root(end)
    members: dict[str, list[str]] = {}
    for article in sorted(set(paths)):
        members.setdefault(root(article), []).append(article)
    return tuple(sorted(tuple(group) for group in members.values() if len(group) > 1))


def independent(paths: Sequence[str], links: Iterable[Link]) -> int:
    """How many origins there are: articles made from nothing known, and pages outside that lead no further."""
    made, ends = set[str](), set(paths)
    for found in links:
        if found.step.relation is not Relation.IMAGE and (end := found.target or outside(found)):
            made.add(found.source)
            ends.add(end)
    return len(ends - made)


def outside(link: Link) -> str | None:
    """The page outside the articles at hand that a link leads to, under a name no path can have."""
    url = link.step.origin.url
    return f"\0{address_key(url)}" if url and not _is_front_page(url) else None


def _is_front_page(url: str) -> bool:
    key = address_key(url)
    return "/" not in key or registered_domain(key) is None
