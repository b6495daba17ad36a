"""The page's own article among the objects of its JSON-LD, as declared values with schema.org names."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from provenance.model.patterns import pattern
from provenance.readers.composing import Declared, Fragment, joined
from provenance.readers.html.jsonld import Json, first_text, objects, strings

Object = dict[str, Json]

ARTICLE = pattern(r"(?:article|blogposting|newsarticle|reportage|claimreview|review|socialmediaposting)$", re.I)
AGENTS = (
    "author", "creator", "contributor", "editor", "translator", "publisher", "sourceOrganization", "copyrightHolder",
    "provider", "producer", "accountablePerson", "sponsor",
)  # fmt: skip
WORKS = ("isBasedOn", "isBasedOnUrl", "translationOfWork", "citation", "workTranslation", "exampleOfWork")
PLAIN = (
    "headline", "alternativeHeadline", "name", "datePublished", "dateModified", "dateCreated", "url", "creditText",
    "copyrightNotice", "copyrightYear", "license", "usageInfo", "digitalSourceType", "dateline", "correction",
    "backstory", "publishingPrinciples", "acquireLicensePage", "contentLocation", "printEdition", "expires",
)  # fmt: skip
AGENT_FACTS = ("url", "sameAs", "jobTitle", "affiliation", "worksFor")
WORK_FACTS = ("url", "headline", "datePublished", "license")
IMAGE_FACTS = ("creditText", "copyrightNotice", "caption", "license", "acquireLicensePage", "digitalSourceType", "url")
WEB_ADDRESS = pattern(r"(?:https?:)?//", re.I)
LONGEST_VALUE = 1_000
"""Characters of a declared value above which it is running text and no fact."""


def types(thing: Object) -> list[str]:
    return [name.text.rpartition("/")[2].rpartition(":")[2] for name in strings(thing.get("@type"))]


class Graph:
    """All objects of the page's scripts, with those that others refer to by `@id`."""

    def __init__(self, values: Iterable[Json]) -> None:
        self.top: list[Object] = []
        self.by_id: dict[str, Object] = {}
        waiting = list(values)[::-1]
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(value[::-1])
            elif isinstance(value, dict):
                if "@graph" in value:
                    waiting.append(value["@graph"])
                self.top.append(value)
                waiting.extend(
                    value[key] for key in ("mainEntity", "mainEntityOfPage") if isinstance(value.get(key), dict)
                )
        self._index()

    def _index(self) -> None:
        seen: list[Json] = list(self.top)
        while seen:
            value = seen.pop()
            if isinstance(value, list):
                seen.extend(value)
            elif isinstance(value, dict):
                if len(value) > 1 and (name := first_text(value.get("@id")).text):
                    self.by_id.setdefault(name, value)
                seen.extend(child for child in value.values() if isinstance(child, (dict, list)))

    def resolve(self, thing: Object) -> Object:
        """The object itself, or the one its `@id` refers to."""
        if "name" not in thing and (known := self.by_id.get(first_text(thing.get("@id")).text)):
            return known
        return thing

    def own_article(self, titles: Iterable[str], addresses: Iterable[str]) -> Object | None:
        """The object of this page's article: it has its title or address, or it is the only one."""
        articles = [thing for thing in self.top if any(ARTICLE.search(name) for name in types(thing))]
        title_keys, address_keys = {folded(title) for title in titles} - {""}, {bare(address) for address in addresses}
        matching = [thing for thing in articles if _is_about(thing, title_keys, address_keys)]
        if matching:
            return max(matching, key=len)
        unlike = {folded(first_text(thing.get("headline")).text) for thing in articles}
        return max(articles, key=len) if articles and len(unlike) == 1 else None


def folded(title: str) -> str:
    return re.sub(r"\W+", "", title).casefold()


def bare(address: str) -> str:
    return re.sub(r"^(?:https?:)?//(?:www\.|m\.|amp\.)?|[?#].*|/$", "", address.strip()).rstrip("/").casefold()


def _is_about(thing: Object, title_keys: set[str], address_keys: set[str]) -> bool:
    page = thing.get("mainEntityOfPage")
    inner = [page.get("@id"), page.get("url")] if isinstance(page, dict) else []
    places = [thing.get("url"), thing.get("@id"), page, *inner]
    if any(bare(text.text) in address_keys for place in places for text in strings(place) if bare(text.text)):
        return True
    headline = folded(first_text(thing.get("headline") or thing.get("name")).text)
    return len(headline) > 8 and any(headline in key or (len(key) > 15 and key in headline) for key in title_keys)


def declared(graph: Graph, own: Object, groups: "count[int]") -> Iterator[Declared]:
    """What the article's object says, in the vocabulary's names."""
    for name in PLAIN:
        for value in strings(own.get(name)):
            if len(value.text) <= LONGEST_VALUE:
                yield Declared(name, value, "json-ld")
    for name in AGENTS:
        yield from _agents(graph, name, own.get(name), groups)
    for language in (*strings(own.get("inLanguage")), *map(_language, objects(own.get("inLanguage")))):
        yield Declared("inLanguage", language, "json-ld")
    for name in WORKS:
        yield from _works(graph, name.removesuffix("Url"), own.get(name), groups)
    for image in map(graph.resolve, objects(own.get("image"))):
        group = next(groups)
        for fact in IMAGE_FACTS:
            for value in strings(image.get(fact)):
                yield Declared(f"image.{fact}", value, "json-ld", "ImageObject", group)
        for name in ("author", "creator", "copyrightHolder"):
            yield from _agents(graph, f"image.{name}", image.get(name), groups)
    for whole in map(graph.resolve, objects(own.get("isPartOf"))):
        if not {"WebPage", "WebSite", "ItemPage"} & set(types(whole)):
            yield from (Declared("isPartOf.name", value, "json-ld") for value in strings(whole.get("name")))


def _language(thing: Object) -> Fragment:
    return first_text(thing.get("alternateName") or thing.get("name"))


def _agents(graph: Graph, name: str, value: Json, groups: "count[int]") -> Iterator[Declared]:
    for text in strings(value):
        suffix = ".url" if WEB_ADDRESS.match(text.text) else ""
        yield Declared(name + suffix, text, "json-ld", None, next(groups))
    for agent in map(graph.resolve, objects(value)):
        group = next(groups)
        kind = next(iter(types(agent)), None)
        for text in strings(agent.get("name")) or _name_of_parts(agent):
            yield Declared(name, text, "json-ld", kind, group)
        for fact in AGENT_FACTS:
            inner = agent.get(fact)
            values = [*strings(inner), *(first_text(item.get("name")) for item in map(graph.resolve, objects(inner)))]
            yield from (Declared(f"{name}.{fact}", text, "json-ld", kind, group) for text in values if text.text)


def _name_of_parts(agent: Object) -> list[Fragment]:
    """The name of somebody of whom only the given and the family name are declared."""
    parts = [text for key in ("givenName", "familyName") for text in strings(agent.get(key))[:1]]
    blank = (" ", parts[-1].raw(0, 1)[0], 0) if parts else ("", 0, 0)
    runs = [run for part in parts for run in (blank, *part.runs(0, len(part.text)))]
    return [joined(runs[1:])] if len(parts) == 2 else []


def _works(graph: Graph, name: str, value: Json, groups: "count[int]") -> Iterator[Declared]:
    for text in strings(value):
        fact = "url" if WEB_ADDRESS.match(text.text) else "name"
        yield Declared(f"{name}.{fact}", text, "json-ld", None, next(groups))
    for work in map(graph.resolve, objects(value)):
        group = next(groups)
        kind = next(iter(types(work)), None)
        for text in strings(work.get("name")):
            yield Declared(f"{name}.name", text, "json-ld", kind, group)
        for fact in WORK_FACTS:
            yield from (Declared(f"{name}.{fact}", text, "json-ld", kind, group) for text in strings(work.get(fact)))
        for language in (*strings(work.get("inLanguage")), *map(_language, objects(work.get("inLanguage")))):
            yield Declared(f"{name}.inLanguage", language, "json-ld", kind, group)
        for role in ("author", "publisher", "translator"):
            for agent in _agents(graph, f"{name}.{role}", work.get(role), groups):
                yield agent._replace(group=group)
