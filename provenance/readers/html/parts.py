"""Which part of the page an element is: what its class names say, and how its text and links are spread."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from bs4.element import Tag

from provenance.lexicon.tables import WORLD, table
from provenance.model.patterns import pattern
from provenance.readers.html.elements import HEADING_LEVELS
from provenance.readers.html.tree import Page, Words, nodes

CAMEL = pattern(r"[A-Z]?[a-z]{2,}+|[A-Z]{2,}(?![a-z])|[A-Z]")
NAMING = ("class", "id", "rel", "itemprop", "role", "property", "data-testid", "data-component", "data-qa", "name")
LONG_TEXT = 25
"""Characters above which a text outside links counts as running text."""


@cache
def vocabulary() -> tuple[dict[str, frozenset[str]], re.Pattern[str], dict[str, str]]:
    """Single words with the parts they name, and runs of words: one pattern for all, and the part of each."""
    parts = {part: entry for part, entry in table(WORLD, "page-parts").items() if isinstance(entry, Mapping)}
    words: dict[str, frozenset[str]] = {}
    for part, entry in parts.items():
        for word in entry.get("words", ()):
            words[word] = words.get(word, frozenset()) | {part}
    runs = {run: part for part, entry in parts.items() for run in entry.get("joined", ())}
    return words, re.compile("|".join(sorted(runs, key=len, reverse=True))), runs


@lru_cache(maxsize=50_000)
def parts_of(name: str) -> frozenset[str]:
    """The parts of a page that one class name or id speaks of."""
    words, runs, part_of_run = vocabulary()
    single = [word.lower() for word in CAMEL.findall(name)]
    whole = "".join(single)
    found: frozenset[str] = frozenset().union(*[words[word] for word in (*single, whole) if word in words])
    if inside := runs.findall(whole):
        found |= {part_of_run[run] for run in inside}
    return found


def parts_named(naming: str) -> frozenset[str]:
    """The parts of a page that an element's class names and ids speak of."""
    return frozenset().union(*map(parts_of, naming.split()))


def naming(tag: Tag) -> str:
    """Class names, ids and roles of an element, as written."""
    attrs = tag.attrs
    return " ".join([str(attrs[key])[:300] for key in NAMING if attrs.get(key)]) if attrs else ""


@dataclass(slots=True)
class Weight:
    """What is below an element: characters of running text, of all text and of text in links; headings, linked ones."""

    running: int = 0
    all: int = 0
    linked: int = 0
    headings: int = 0
    linked_headings: int = 0


def weigh(page: Page) -> dict[int, Weight]:
    """The weight of every element, by its `id()`; one pass up and one pass down, whatever the depth."""
    weights: dict[int, Weight] = {id(page): Weight()}
    order: list[Tag] = []
    in_link: set[int] = set()
    for node in nodes(page):
        parent = node.parent
        if isinstance(node, Tag):
            weights[id(node)] = Weight()
            order.append(node)
            if node.name == "a" or id(parent) in in_link:
                in_link.add(id(node))
        elif type(node) is Words and parent is not None and parent.name not in ("script", "style", "noscript"):
            size = len(node.strip())
            weight = weights[id(parent)]
            weight.all += size
            if id(parent) in in_link:
                weight.linked += size
            elif size >= LONG_TEXT:
                weight.running += size
    for tag in reversed(order):
        if tag.parent is not None:
            below, above = weights[id(tag)], weights[id(tag.parent)]
            above.running += below.running
            above.all += below.all
            above.linked += below.linked
            if tag.name in HEADING_LEVELS:
                below.headings = 1
                below.linked_headings = int(0 < below.linked >= below.all)
            above.headings += below.headings
            above.linked_headings += below.linked_headings
    return weights
