"""Signs of origin that a page carries for machines: a manifest of Content Credentials, present and not verified."""

from collections.abc import Iterator

from provenance.model.article import Article
from provenance.model.block import BlockKind
from provenance.model.indicator import Indicator
from provenance.model.patterns import pattern

CREDENTIALS = "content-credentials"
HIDDEN_MANIFEST = pattern("\ufeff[\ufe00-\ufe0f\U000e0100-\U000e01ef]{8,}+")
"""A manifest written into plain text: a byte order mark and variation selectors, which nobody sees."""
MENTION = pattern(r"\b(?:C2PA|Content Credentials)\b", 0)
SHORT_LINES = frozenset({BlockKind.CAPTION, BlockKind.FOOTER, BlockKind.BYLINE})
PLACES = {
    "link": "a link to {value}",
    "script": "a script of the page",
    "text": "hidden signs in the text",
    "attribute": "an attribute of a picture: {value}",
}


def find_indicators(article: Article) -> tuple[Indicator, ...]:
    """At most one indicator for each sign; a sign that is missing says nothing and is not told."""
    evidence = next(_credentials(article), None)
    return (Indicator(CREDENTIALS, True, evidence),) if evidence else ()


def _credentials(article: Article) -> Iterator[str]:
    for datum in article.declared("c2pa-manifest"):
        place = PLACES.get(datum.syntax, "{value}").format(value=datum.value)
        yield f"C2PA manifest present, not verified: {place}"
    if HIDDEN_MANIFEST.search(article.text.source.content):
        yield f"C2PA manifest present, not verified: {PLACES['text']}"
    for block in article.blocks_of(SHORT_LINES):
        if found := MENTION.search(article.text.content, *block.span):
            yield f"Content Credentials mentioned, not verified: {found.group()}"
