"""What software leaves behind in a text, whatever the language: empty template fields, file names, markup."""

import re
from collections.abc import Iterator
from functools import cache

from provenance.lexicon.tables import WORLD, table
from provenance.model.article import Article
from provenance.model.block import PROSE, Block
from provenance.model.patterns import pattern
from provenance.model.text import Span

FIELD = pattern(
    r"\{\{[^{}\n]{1,80}\}\}|\{%[^%\n]{1,80}%\}|<%[^%\n]{1,80}%>|\$?\{[\w.]{1,60}\}|%%?[A-Z][A-Z_]{2,40}%%?(?!\w)"
    r"|\[object Object\]|\[/?(?:caption|gallery|embed|vc_\w+|et_pb_\w+|wp_\w+|ad_\w+|shortcode)\b[^\]\n]{0,200}\]"
    r"|(?i:\blorem ipsum dolor\b)"
    r"|&(?:nbsp|amp|quot|lt|gt|rsquo|lsquo|laquo|raquo|eacute|egrave|agrave|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
    r"|</?(?:div|span|p|br|img|a|strong|em|figure|iframe|script|style|h[1-6])(?:\s[^<>\n]{0,300})?/?>"
)
"""A placeholder or a piece of markup that a reader should never see."""

FIELD_SIGNS = ("{", "<%", "%", "[", "orem ipsum", "&", "<")
BACKTICK = "`"
FILE = pattern(r"[\w][\w .()@,'-]{0,100}\.([A-Za-z0-9]{3,4})")
ASSET = pattern(r"[A-Za-z0-9À-ÿ]+(?:[_-][A-Za-z0-9À-ÿ]+){1,8}")
CAMERA = pattern(r"([A-Za-z]{1,10}(?: image)?)[_ -]?\d{3,}(?:[_ .-][\w.-]{0,40})?")
NAME_PART = pattern("[^a-z]+")
SIZE = pattern(r"(?i)(?<![^\W_])\d{2,4}x\d{2,4}(?![^\W_])")


@cache
def words_of(key: str) -> frozenset[str]:
    return frozenset(table(WORLD, "residue")[key])


def is_file_name(line: str) -> bool:
    """Whether a whole line is the name of an image or a video, such as `logo_white` or `IMG_2041.jpg`."""
    if len(line) > 110:
        return False
    if "." in line[-5:] and (named := FILE.fullmatch(line)) and named[1].lower() in words_of("media_endings"):
        return True
    if "_" in line and (shot := CAMERA.fullmatch(line)) and shot[1].lower() in words_of("camera_prefixes"):
        return True
    if not ("_" in line or "-" in line) or not ASSET.fullmatch(line):
        return False
    parts = re.split("[_-]", line.lower())
    known = sum(part in words_of("asset_words") for part in parts)
    if "_" in line:
        return known > 0 or bool(SIZE.search(line))
    return (known == len(parts) and line == line.lower()) or (known > 0 and bool(SIZE.search(line)))


def fields_in(article: Article, block: Block) -> Iterator[Span]:
    """Empty template fields and visible markup in a block, unless it is shown as code between backticks."""
    text = article.text[block.span]
    if not any(sign in text for sign in FIELD_SIGNS):
        return
    ticks = seen = 0
    for found in FIELD.finditer(text):
        ticks, seen = ticks + text.count(BACKTICK, seen, found.start()), found.start()
        span = Span(block.span.start + found.start(), block.span.start + found.end())
        if ticks % 2 == 0 and not in_code(article, span):
            yield span


def in_code(article: Article, span: Span) -> bool:
    """Whether the file itself has a backtick right before or a code element right around the span."""
    source, raw = article.text.source.content, article.text.raw(span)
    return source[max(0, raw.start - 12) : raw.start].rstrip().endswith((BACKTICK, "<code>", "<kbd>", "<samp>"))


WRITTEN_IN = frozenset({"p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "td"})
"""Elements that writers fill; bare boxes and spans are the page's."""


def is_furniture(article: Article, block: Block) -> bool:
    """Whether the page itself marks a block inside its article as a part of the page."""
    if article.format != "html":
        return False
    if block.kind not in PROSE or not block.hints & WRITTEN_IN:
        return True
    return any(not words_of("furniture_hints").isdisjoint(NAME_PART.split(hint)) for hint in block.hints)


def is_empty_value(line: str) -> bool:
    """Whether a whole line, in lower case, is a program's word for nothing."""
    return line in words_of("empty_values")
