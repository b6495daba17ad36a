"""The elements of a feed, each with its place. No entity is defined and nothing is fetched: only tags are read."""

import html
from collections.abc import Iterator
from typing import NamedTuple

from provenance.model.patterns import pattern
from provenance.readers.composing import Fragment, joined, verbatim

TAG = pattern(r"<(/?)([A-Za-z_][\w:.-]{0,60}+)([^<>]{0,8000}+)>")
ATTRIBUTE = pattern(r"([\w:.-]{1,40})\s{0,9}=\s{0,9}(?:\"([^\"]*+)\"|'([^']*+)')")
ENTITY = pattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")
ENDS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
VERBATIM = "<![CDATA["


class Element(NamedTuple):
    """One element: its attributes, and where what it holds starts and ends."""

    name: str
    attributes: dict[str, Fragment]
    start: int
    end: int


class Tag(NamedTuple):
    """A tag, or the inside of a CDATA section, with where it starts and ends."""

    name: str
    written: str
    start: int
    end: int
    closes: bool = False
    opens: bool = False


def tags(source: str, start: int, end: int) -> Iterator[Tag]:
    """The tags and CDATA sections between two offsets; what is never closed ends the reading."""
    at = start
    while (at := source.find("<", at, end)) >= 0:
        lead = next((lead for lead in ENDS if source.startswith(lead, at)), None)
        if lead:
            closing = source.find(ENDS[lead], at + len(lead), end)
            if closing < 0:
                return
            if lead == VERBATIM:
                yield Tag(VERBATIM, "", at, closing + len(ENDS[lead]))
            at = closing + len(ENDS[lead])
        elif found := TAG.match(source, at, end):
            closes, alone = bool(found[1]), found[3].endswith("/")
            yield Tag(found[2], found[3], at, found.end(), closes, not closes and not alone)
            at = found.end()
        else:
            at += 1


def children(source: str, start: int, end: int) -> Iterator[Element]:
    """The elements of one level between two offsets; one that is never closed ends where its parent does."""
    depth, first = 0, None
    for tag in tags(source, start, end):
        if tag.name == VERBATIM:
            continue
        if tag.opens:
            first = tag if depth == 0 else first
            depth += 1
        elif tag.closes:
            depth -= 1
            if depth < 0:
                return
            if depth == 0 and first:
                yield Element(first.name, attributes_of(source, first), first.end, tag.start)
        elif depth == 0:
            yield Element(tag.name, attributes_of(source, tag), tag.end, tag.end)
    if depth > 0 and first:
        yield Element(first.name, attributes_of(source, first), first.end, end)


def attributes_of(source: str, tag: Tag) -> dict[str, Fragment]:
    base = tag.end - 1 - len(tag.written)
    values = {}
    for found in ATTRIBUTE.finditer(tag.written):
        start, end = found.span(2 if found[2] is not None else 3)
        values[found[1]] = decoded(verbatim(source, base + start, base + end)).strip()
    return values


def text_of(source: str, element: Element) -> Fragment:
    """What an element says, its entities and CDATA sections decoded; elements inside it stay as they are written."""
    runs: list[tuple[str, int, int]] = []
    at = element.start
    for tag in tags(source, element.start, element.end):
        if tag.name == VERBATIM:
            runs += decoded_runs(source, at, tag.start)
            start, end = tag.start + len(VERBATIM), tag.end - len(ENDS[VERBATIM])
            runs.append((source[start:end], start, end - start))
            at = tag.end
    return joined([*runs, *decoded_runs(source, at, element.end)]).strip()


def decoded_runs(source: str, start: int, end: int) -> list[tuple[str, int, int]]:
    part = decoded(verbatim(source, start, end))
    return part.runs(0, len(part.text))


def decoded(part: Fragment) -> Fragment:
    return part.replace(ENTITY, html.unescape)
