"""Picture credits: what follows a label in a caption to its end, closes it, or stands where a page keeps credits."""

import re
from collections.abc import Iterator
from functools import cache

from provenance.attribution.agents import read_agents
from provenance.attribution.credit_words import credit_words
from provenance.attribution.disclosures import is_reviewed
from provenance.attribution.picture_agents import (
    credited,
    is_credit,
    is_known,
    is_machine_made,
    is_photographer,
    slashed,
)
from provenance.model.article import Article, Metadatum, marks_in
from provenance.model.block import Block, BlockKind
from provenance.model.credit import Agent, AgentKind, AiUse, Credit, Role
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.registry.outlets import outlet_named

CREDIT_MARK = pattern(
    r".*(?:credit|copyright|photographer|distributor|fotograf|quelle|source|rights|fuente|cr[eé]dito|bildautor)s?(?:[-_].*)?"
    r"|(?:.*[-_])?(?:author|autor|auteur|byline|agency|agence|agentur|firma)s?(?:[-_]?name)?|cite"
)
"""Names of elements that hold a picture's credit and nothing else."""
TIME = pattern(r"\d:\d\d")
CREDIT_HINT = pattern(r".*(?:credit|copyright|copyr|photographer|fotograf|byline|quelle|source|rights|fuente)")
BRACKETS = pattern(r"[(\[]([^()\[\]\n]{2,90})[)\]]\.?\s*$")
CLOSING = pattern(r"(?:[.!?»”\"]\s*|\s[-–—|]\s|\n)([^.!?|\n]{2,80}?)\.?\s*$")
PROPER = r"[A-ZÀ-Þ][\w.'-]*(?: (?:[A-ZÀ-Þ][\w.'-]*|de|del|van|von|da|di))*"
SLASHED = pattern(rf"({PROPER}(?: ?/ ?{PROPER}){{1,4}}(?:, [A-ZÀ-Þ]\w+)?)\.?\s*$")
LAST_NAME = pattern(rf"[a-zà-ÿ)»”\"]\. ({PROPER})\.?\s*$")
SENTENCES = 60
"""Characters of a caption before the name that ends it, at the least."""

LONGEST = 120
"""Characters of a picture credit at the most."""


@cache
def label() -> re.Pattern[str]:
    """A label of pictures, or several in a row: "Foto: Bild:", "©"."""
    names = sorted(
        (name for name, role in credit_words(None).labels.items() if role is Role.IMAGE), key=len, reverse=True
    )
    words = "|".join(map(re.escape, names))
    said = rf"(?:crédits? |credit )?(?:{words})(?:(?: ?[\[(]\w{{1,3}}[\])])? ?:| (?:by|von|par|por|door)\b)"
    one = rf"(?:©|[(（][cｃ][)）]|copyright\b|{said}|(?:crédits?|credits?|quelle|source|fuente|fonte|bron) ?:)"
    return re.compile(rf"(?:(?<![^\W\d_])|(?-i:(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ]))){one}(?:\s*{one})*\s*", re.IGNORECASE)


@cache
def whose() -> re.Pattern[str]:
    """A word for pictures that opens the end of a caption, or brackets there, and the names behind it."""
    names = sorted((name for name, role in credit_words(None).labels.items() if role is Role.IMAGE), key=len)
    words = "|".join(map(re.escape, reversed(names)))
    of = r"(?P<of>(?:de la|de|di|del|da|do|dos|van|von|by|par|por|door) |d')?"
    return re.compile(
        rf"(?:[(\[]|[.!?»”\"] |[–—|] )(?P<credit>(?i:{words}) {of}(?P<names>[A-ZÀ-Þ][^.!?|:;()\[\]\n]{{1,80}}))"
        r"[)\]]?\.?\s*$"
    )


def find_picture_credits(article: Article) -> tuple[Credit, ...]:
    """The credits in captions, each bound to its picture by its place."""
    return tuple(
        credit for block in article.own if _is_beside_a_picture(block) for credit in _in_caption(article, block)
    )


def declared_in_caption(article: Article, datum: Metadatum) -> Iterator[Credit]:
    """The credit that closes the declared caption of a picture."""
    caption = Block(BlockKind.METADATA, datum.span)
    yield from (*_labelled(article, caption.span), *_closing(article, caption.span))[:1]


def _is_beside_a_picture(block: Block) -> bool:
    """Whether a line stands with a picture; of a figure's lines, one in an `address` speaks of the article."""
    framed = bool({"figure", "figcaption"} & block.hints or block.image) and "address" not in block.hints
    return block.kind is BlockKind.CAPTION or framed


def _in_caption(article: Article, block: Block) -> Iterator[Credit]:
    if set_apart := tuple(_set_apart(article, block)):
        yield from set_apart
        return
    if said := (*_labelled(article, block.span), *_said(article, block.span), *_closing(article, block.span))[:1]:
        yield from said
        return
    plain, near = article.text.plain, max(block.span.start, block.span.end - LONGEST)
    if (last := LAST_NAME.search(plain, near, block.span.end)) and last.start() - block.span.start >= SENTENCES:
        agents = read_agents(article, Span(*last.span(1)))
        if is_photographer(agents) and plain.count(agents[0].name, *block.span) == 1:
            yield _credit(Span(*last.span(1)), agents, 0.8)
            return
    found = SLASHED.search(plain, near, block.span.end)
    if found and (agents := slashed(article, Span(*found.span(1)), whole=found.start(1) == block.span.start)):
        yield _credit(Span(agents[0].span.start if agents[0].span else near, found.end(1)), agents, 0.9)
        return
    if block.span.end - block.span.start <= LONGEST // 2:
        agents = read_agents(article, block.span)
        if not is_credit(agents, plain[block.span.start : block.span.end]):
            hinted = {"figure", "footer"} <= block.hints or any(map(CREDIT_HINT.match, block.hints))
            named = block.kind is BlockKind.CAPTION and all(outlet_named(agent.name) for agent in agents)
            agents = credited(article, block.span, strict=True) if hinted else agents if named else ()
        if agents:
            yield _credit(block.span, agents, 0.8)


def _labelled(article: Article, span: Span) -> Iterator[Credit]:
    """What follows a label to the end."""
    labels = list(label().finditer(article.text.plain, max(span.start, span.end - LONGEST), span.end))
    for found in (*labels[:1], *labels[-1:]):
        if is_machine_made(article, Span(found.end(), span.end)):
            yield _disclosure(article, Span(found.start(), span.end))
        elif agents := credited(article, Span(found.end(), span.end)):
            yield _credit(Span(found.start(), span.end), agents, 0.95)


def _said(article: Article, span: Span) -> Iterator[Credit]:
    """What closes a caption with a word for pictures and whose it is: "Photo de X", "(foto X/ANSA)"."""
    plain = article.text.plain
    if not (found := whose().search(plain, max(span.start, span.end - LONGEST), span.end)):
        return
    agents = credited(article, Span(*found.span("names")), strict=True)
    wired = any(agent.kind is AgentKind.AGENCY for agent in agents)
    if wired or is_photographer(agents) or (found["of"] and agents and all(map(is_known, agents))):
        yield _credit(Span(*found.span("credit")), agents, 0.9)


def _closing(article: Article, span: Span) -> Iterator[Credit]:
    """What closes a caption in brackets or behind its last sentence, where it names a wire or a reporter."""
    plain, near = article.text.plain, max(span.start, span.end - LONGEST)
    for sign in (BRACKETS, CLOSING):
        if closing := sign.search(plain, near, span.end):
            agents = read_agents(article, Span(*closing.span(1)))
            alone = not plain[span.start : closing.start()].strip() and sign is BRACKETS
            if agents and (alone or is_credit(agents, closing[1])):
                yield _credit(Span(*closing.span(1)), agents, 0.9)


def _set_apart(article: Article, block: Block) -> Iterator[Credit]:
    """The credits that a caption sets in elements of their own: named as such, or the last of its parts."""
    end = -1
    marks = [mark for mark in marks_in(article, block.span) if mark.span.end - mark.span.start <= LONGEST]
    for mark in marks:
        timed = TIME.search(article.text.plain, *mark.span)
        if mark.span.start < end or timed or not any(map(CREDIT_MARK.fullmatch, mark.names)):
            continue
        begun = label().match(article.text.plain, *mark.span)
        if agents := credited(article, Span(begun.end() if begun else mark.span.start, mark.span.end)):
            yield _credit(mark.span, agents, 0.95)
            end = mark.span.end
    last = marks[-1].span if marks and block.kind is BlockKind.CAPTION else block.span
    if end < 0 and block.span.start < last.start and last.end == block.span.end:
        agents = credited(article, last, strict=True)
        wire = any(agent.kind is AgentKind.AGENCY for agent in agents)
        if wire or (agents and all(map(is_known, agents))):
            yield _credit(last, agents, 0.85)


def _disclosure(article: Article, span: Span) -> Credit:
    language = (article.language or "").split("-")[0]
    review = is_reviewed(article.text.plain[slice(*span)], language)
    uses = (AiUse.IMAGE,)
    return Credit(Role.AI_DISCLOSURE, span, confidence=0.95, ai_uses=uses, human_review=review, evidence="caption")


def _credit(span: Span, agents: tuple[Agent, ...], confidence: float) -> Credit:
    return Credit(Role.IMAGE, span, agents, confidence=confidence, evidence="caption")
