"""Links whose words are the name of an outlet, as in "reported by <a>Le Monde</a>", and where they lead."""

from provenance.model.article import Article, blocks_over, derived
from provenance.model.block import PROSE
from provenance.model.outlet import Outlet, OutletKind
from provenance.model.record import record
from provenance.model.text import Span
from provenance.registry.grammar import REACH, grammar_of
from provenance.registry.hosts import host_of
from provenance.registry.mentions import mentions, sentence_of
from provenance.registry.outlets import outlet_named, outlet_of

LONGEST = 60
"""Characters of the longest name a link's words are compared with."""


@record
class LinkedName:
    """An outlet's name in running text that is a link, or that an address in brackets follows.

    `domain` is the host it leads to and `owner` the outlet there, where one is known. `sure`: the sentence cites the
    name as its source; else it only stands where a source is named.
    """

    span: Span
    named: Outlet
    domain: str
    owner: Outlet | None
    sure: bool


@derived
def linked_names(article: Article) -> tuple[LinkedName, ...]:
    """In reading order. Agencies, which others carry, and platforms are left out."""
    if not article.links:
        return ()
    grammar = grammar_of((article.language or "").split("-")[0])
    cited = {mention.span: mention for mention in mentions(article)}
    before_brackets = {mention.span.end + len(" ("): mention for mention in cited.values() if mention.cue}
    text, found = article.text, []
    for link in sorted(article.links, key=lambda link: link.span.start):
        host, block = host_of(link.url), next(blocks_over(article, link.span), None)
        if host is None or block is None or block.kind not in PROSE or len(text[link.span]) > LONGEST:
            continue
        mention = cited.get(link.span)
        followed = before_brackets.get(link.span.start)
        if followed and text.plain[link.span.start - 2 : link.span.start] == " (":
            named: Outlet | None = followed.outlet
            span, sure = followed.span, True
        else:
            named, span = mention.outlet if mention else outlet_named(text[link.span]), link.span
            left = text.folded[max(sentence_of(article, block, span).start, span.start - REACH) : span.start]
            sure = bool(mention and mention.cue)
            if not sure and not (
                grammar and (grammar.printed_before.search(left) or grammar.source_before.search(left))
            ):
                continue
        if named and named.domains and named.kind not in (OutletKind.AGENCY, OutletKind.PLATFORM):
            found.append(LinkedName(span, named, host, outlet_of(host), sure))
    return tuple(found)
