"""Markup to tokens with their place in the file, in one pass and linear time whatever the input.

`html.parser` of the standard library rescans the rest of the file after every construct that is never closed (and, in
some versions, reads the rest of a page as text after two broken entities); a page of 5 MB would hold a gate for hours.
This is the same tokenisation, as the HTML standard describes it, with every failed search remembered.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from provenance.model.patterns import pattern

TAG = pattern(
    r"""<([a-zA-Z][^\s/>]*+)"""
    r"""((?:[\s/]++|(?:=[^\s/>=]*+|[^\s/>=]++)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^\s>]*+))?+)*+)>"""
)
ATTRIBUTE = pattern(r"""(=[^\s/>=]*+|[^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|(?!["'])([^\s>]*+)))?+""")
END_NAME = pattern(r"[a-zA-Z][^\s/>]*+")
REFERENCE = pattern(r"&(?:#[0-9]{1,12}+;?|#[xX][0-9a-fA-F]{1,10}+;?|[a-zA-Z][a-zA-Z0-9]{1,31}+;?)")
COMMENT_END = pattern(r"--!?>")
RAW_TEXT = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
ESCAPABLE_RAW_TEXT = frozenset({"title", "textarea"})
UNPARSED = RAW_TEXT | ESCAPABLE_RAW_TEXT
UNCLOSED_TAGS = 8
"""Start tags that may run to the end of the file before a `<` is taken for text for good."""


class Piece(NamedTuple):
    """Decoded text and the run of the file it was read from: the same characters, or one entity."""

    text: str
    start: int
    end: int


class StartTag(NamedTuple):
    name: str
    attributes: dict[str, str]
    start: int
    end: int


class EndTag(NamedTuple):
    name: str
    start: int


class Comment(NamedTuple):
    piece: Piece


Token = Piece | StartTag | EndTag | Comment


def pieces(source: str, start: int, end: int) -> Iterator[Piece]:
    """The text between two offsets with its character references decoded."""
    at = start
    if source.find("&", start, end) >= 0:
        for found in REFERENCE.finditer(source, start, end):
            written = found.group()
            decoded = unescape(written)
            if decoded == written:
                continue
            if found.start() > at:
                yield Piece(source[at : found.start()], at, found.start())
            if decoded:
                yield Piece(decoded, found.start(), found.end())
            at = found.end()
    if at < end:
        yield Piece(source[at:end], at, end)


def attributes(source: str, start: int, end: int) -> dict[str, str]:
    """Attribute values, decoded; of two with one name the first counts, as in a browser."""
    values: dict[str, str] = {}
    for found in ATTRIBUTE.finditer(source, start, end):
        value = found[2] or found[3] or found[4] or ""
        values.setdefault(found[1].lower(), unescape(value) if "&" in value else value)
    return values


def attribute_place(source: str, tag_start: int, name: str) -> tuple[int, int] | None:
    """Where the value of an attribute of the tag at `tag_start` stands in the file, without its quotes."""
    if not (tag := TAG.match(source, tag_start)):
        return None
    for found in ATTRIBUTE.finditer(source, *tag.span(2)):
        if found[1].lower() == name:
            group = next((group for group in (2, 3, 4) if found[group] is not None), None)
            return found.span(group) if group else (found.end(), found.end())
    return None


def tokens(source: str) -> Iterator[Token]:
    """Every piece of markup and text, in the order of the file."""
    at, text_from, size, unclosed = 0, 0, len(source), 0
    while (at := source.find("<", at)) >= 0:
        token: Token | None = None
        follower = source[at + 1 : at + 2]
        if ("a" <= follower <= "z" or "A" <= follower <= "Z") and unclosed < UNCLOSED_TAGS:
            if not (tag := TAG.match(source, at)):
                unclosed += 1
                at += 1
                continue
            end = tag.end()
            token = StartTag(tag[1].lower(), attributes(source, *tag.span(2)) if tag[2] else {}, at, end)
        elif follower in ("/", "!", "?") and follower:
            token, end = _declaration(source, at, follower)
            if end < 0:
                break
        else:
            at += 1
            continue
        if at > text_from:
            yield from pieces(source, text_from, at)
        if token:
            yield token
        at = text_from = end
        if isinstance(token, StartTag) and token.name in UNPARSED:
            at = text_from = close = _raw_text_end(source, token.name, end, size)
            if close > end:
                raw = token.name in RAW_TEXT
                yield from (Piece(source[end:close], end, close),) if raw else pieces(source, end, close)
    if size > text_from:
        yield from pieces(source, text_from, size)


def _declaration(source: str, at: int, follower: str) -> tuple[Token | None, int]:
    """An end tag, a comment or something a browser passes over; the end is -1 where nothing closes it any more."""
    if source.startswith("<!--", at):
        if source.startswith((">", "->"), at + 4):
            return None, source.index(">", at) + 1
        if closing := COMMENT_END.search(source, at + 4):
            return Comment(Piece(source[at + 4 : closing.start()], at + 4, closing.start())), closing.end()
        return None, len(source)
    end = source.find(">", at) + 1 or -1
    if follower == "/" and end > 0 and (name := END_NAME.match(source, at + 2)):
        return EndTag(name.group().lower(), at), end
    return None, end


def _raw_text_end(source: str, name: str, start: int, size: int) -> int:
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, start)
    return closing.start() if closing else size
