"""Other outlets cited in the running text: named ones, the press without a name, and names translated literally."""

import re
from functools import cache

from provenance.lexicon.tables import table
from provenance.model.article import Article
from provenance.model.block import PROSE
from provenance.model.credit import Agent, AgentKind, Credit, Role
from provenance.model.house import House
from provenance.model.outlet import Outlet, OutletKind
from provenance.model.span_index import SpanIndex
from provenance.model.text import Span
from provenance.registry.grammar import any_of, grammar_of
from provenance.registry.literal_names import literal_outlets
from provenance.registry.mentions import mentions
from provenance.registry.outlets import folded

NO_SOURCES = frozenset({OutletKind.IMAGE_AGENCY, OutletKind.PRESS_RELEASE, OutletKind.PLATFORM, OutletKind.SITE})
CERTAIN = 0.95
PRESS_WORDS = (
    "médias",
    "media",
    "medios",
    "medien",
    "mídia",
    "meios",
    "veículos",
    "presse",
    "press",
    "prensa",
    "stampa",
    "imprensa",
    "pers",
    "giornali",
    "newspapers",
    "outlets",
)
"""One of these stands in every phrase for the press without a name."""
UNNAMED = 0.7
"""How sure a citation of "the local press" is: no outlet is named."""


def find_citations(article: Article, statements: tuple[Credit, ...], house: House) -> tuple[Credit, ...]:
    """The outlets the running text cites; not those a statement already credits, nor the article's own outlet."""
    taken = SpanIndex(credit.span for credit in statements)
    translated = _translated(article)
    apart = SpanIndex(credit.span for credit in translated)
    named = [credit for credit in _named(article, house) if not apart.overlaps(credit.span)]
    found = [*named, *translated, *_unnamed(article)]
    return tuple(credit for credit in found if not taken.overlaps(credit.span))


def _named(article: Article, house: House) -> list[Credit]:
    own = {folded(name) for name in (*house.names, article.publisher) if name}
    return [
        _credit(mention.span, mention.outlet, mention.cue)
        for mention in mentions(article)
        if mention.cue and mention.outlet.kind not in NO_SOURCES and not _is_own(mention.outlet, own, house)
    ]


def _is_own(outlet: Outlet, own: set[str], house: House) -> bool:
    return any(folded(name) in own for name in (outlet.name, *outlet.aliases)) or bool(
        set(outlet.domains) & set(house.domains)
    )


def _translated(article: Article) -> list[Credit]:
    """Outlets whose name was translated: "… he said. Le gardien." cites The Guardian."""
    return [_credit(found.span, found.outlet, "literal name") for found in literal_outlets(article) if found.cites]


def _credit(span: Span, outlet: Outlet, cue: str) -> Credit:
    kind = AgentKind.AGENCY if outlet.kind is OutletKind.AGENCY else AgentKind.OUTLET
    return Credit(
        Role.CITATION,
        span,
        agents=(Agent(outlet.name, kind, span),),
        language=outlet.language,
        confidence=CERTAIN,
        evidence=cue,
    )


@cache
def unnamed_press(language: str) -> re.Pattern[str] | None:
    said = table(language, "citations")
    if not said:
        return None
    nation = f"(?:{'|'.join(nation.lower() for nation in said['nations'])})"
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(form.lower().replace('{nation}', nation) for form in said['unnamed'])})(?![\w-])"
    )


@cache
def source_words(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(table(language, 'citations')['before'])} $")


def _unnamed(article: Article) -> list[Credit]:
    """The press cited without a name: "Ukrainian media reported"; only with a verb of reporting or "according to"."""
    language = (article.language or "").split("-")[0]
    text, found = article.text.folded, list[Credit]()
    if not any(word in text for word in PRESS_WORDS):
        return []
    press, grammar = unnamed_press(language), grammar_of(language)
    if press is None or grammar is None:
        return []
    for block in article.blocks_of(PROSE):
        if all(text.find(word, *block.span) < 0 for word in PRESS_WORDS):
            continue
        for hit in press.finditer(text, *block.span):
            left = text[max(block.span.start, hit.start() - 40) : hit.start()]
            right = text[hit.end() : min(block.span.end, hit.end() + 200)]
            if source_words(language).search(left) or grammar.reports_after.match(right):
                found.append(Credit(Role.CITATION, Span(*hit.span()), confidence=UNNAMED, evidence="unnamed press"))
    return found
