"""Picture credits: what follows a label in a caption to its end, closes it, or stands where a page keeps credits."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from provenance.attribution.agents import read_agents
from provenance.attribution.credit_words import CreditWords, credit_words
from provenance.attribution.list_words import without_openers
from provenance.attribution.names import has_given_name, is_person, name_run
from provenance.attribution.organisations import known_kind, organisation_kind
from provenance.attribution.pieces import Opener, Word, cut
from provenance.lexicon.tables import is_common
from provenance.model.article import Article, Metadatum, marks_in
from provenance.model.block import Block, BlockKind
from provenance.model.credit import Agent, AgentKind, Credit, Role
from provenance.model.patterns import pattern
from provenance.model.text import Span

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
OTHER_LABEL = pattern(r"\.\s+[^\W\d_][\w-]{2,20}: ")
LAST_NAME = pattern(rf"[a-zà-ÿ)»”\"]\. ({PROPER})\.?\s*$")
SENTENCES = 60
"""Characters of a caption before the name that ends it, at the least."""

LONGEST = 120
"""Characters of a picture credit at the most."""
WORDS = 6
SMALL = 3
"""Letters of a word in small letters inside a name at the most."""


@cache
def label() -> re.Pattern[str]:
    """A label of pictures, or several in a row: "Foto: Bild:", "©"."""
    names = sorted(
        (name for name, role in credit_words(None).labels.items() if role is Role.IMAGE), key=len, reverse=True
    )
    words = "|".join(map(re.escape, names))
    said = rf"(?:crédits? |credit )?(?:{words})(?:(?: ?[\[(]\w{{1,3}}[\])])? ?:| (?:by|von|par|por|door)\b)"
    one = rf"(?:©|\(c\)|copyright\b|{said}|(?:crédits?|credits?|quelle|source|fuente|fonte|bron) ?:)"
    return re.compile(rf"(?:(?<![^\W\d_])|(?-i:(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ]))){one}(?:\s*{one})*\s*", re.IGNORECASE)


@cache
def rights_phrases() -> re.Pattern[str]:
    phrases = credit_words(None).rights - {"copyright"}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, phrases)))})")


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
    if said := (*_labelled(article, block.span), *_closing(article, block.span))[:1]:
        yield from said
        return
    plain, near = article.text.plain, max(block.span.start, block.span.end - LONGEST)
    if (last := LAST_NAME.search(plain, near, block.span.end)) and last.start() - block.span.start >= SENTENCES:
        agents = read_agents(article, Span(*last.span(1)))
        if _is_photographer(agents) and plain.count(agents[0].name, *block.span) == 1:
            yield _credit(Span(*last.span(1)), agents, 0.8)
            return
    slashed = SLASHED.search(plain, near, block.span.end)
    if slashed and (agents := _slashed(article, Span(*slashed.span(1)), whole=slashed.start(1) == block.span.start)):
        yield _credit(Span(agents[0].span.start if agents[0].span else near, slashed.end(1)), agents, 0.9)
        return
    if block.span.end - block.span.start <= LONGEST // 2:
        agents = read_agents(article, block.span)
        if not _is_credit(agents, plain[block.span.start : block.span.end]):
            hinted = {"figure", "footer"} <= block.hints or any(map(CREDIT_HINT.match, block.hints))
            agents = _credited(article, block.span, strict=True) if hinted else ()
        if agents:
            yield _credit(block.span, agents, 0.8)


def _labelled(article: Article, span: Span) -> Iterator[Credit]:
    """What follows a label to the end."""
    labels = list(label().finditer(article.text.plain, max(span.start, span.end - LONGEST), span.end))
    for found in (*labels[:1], *labels[-1:]):
        if agents := _credited(article, Span(found.end(), span.end)):
            yield _credit(Span(found.start(), span.end), agents, 0.95)


def _closing(article: Article, span: Span) -> Iterator[Credit]:
    """What closes a caption in brackets or behind its last sentence, where it names a wire or a reporter."""
    plain, near = article.text.plain, max(span.start, span.end - LONGEST)
    for sign in (BRACKETS, CLOSING):
        if closing := sign.search(plain, near, span.end):
            agents = read_agents(article, Span(*closing.span(1)))
            alone = not plain[span.start : closing.start()].strip() and sign is BRACKETS
            if agents and (alone or _is_credit(agents, closing[1])):
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
        if agents := _credited(article, Span(begun.end() if begun else mark.span.start, mark.span.end)):
            yield _credit(mark.span, agents, 0.95)
            end = mark.span.end
    last = marks[-1].span if marks and block.kind is BlockKind.CAPTION else block.span
    if end < 0 and block.span.start < last.start and last.end == block.span.end:
        agents = _credited(article, last, strict=True)
        wire = any(agent.kind is AgentKind.AGENCY for agent in agents)
        if wire or (agents and all(map(_is_known, agents))):
            yield _credit(last, agents, 0.85)


def _is_known(agent: Agent) -> bool:
    """Whether an agent is a wire or a person by the given name."""
    words = agent.name.lower().split()
    person = agent.kind is AgentKind.PERSON and 1 < len(words) <= 4 and has_given_name(words[:1])
    return person or agent.kind is AgentKind.AGENCY


def _is_photographer(agents: tuple[Agent, ...]) -> bool:
    """Whether a caption's last words are one person's full name, which there is the photographer's."""
    return (
        len(agents) == 1
        and agents[0].kind is AgentKind.PERSON
        and 1 <= agents[0].name.count(" ") <= 2
        and has_given_name(agents[0].name.lower().split()[:1])
    )


def _credited(article: Article, span: Span, *, strict: bool = False) -> tuple[Agent, ...]:
    """Everyone in a credit: every piece of it names somebody, whatever it looks like; nobody at all where `strict`
    and a piece does not."""
    words = credit_words(article.language)
    if other := OTHER_LABEL.search(article.text.plain, *span):
        span = Span(span.start, other.start())
    if reserved := rights_phrases().search(article.text.folded, *span):
        span = Span(span.start, reserved.start())
    agents: list[Agent] = []
    pieces = cut(article.text.plain, span, words)
    for piece, after in zip_longest(pieces, pieces[1:]):
        is_owner = agents and any(word.folded == "copyright" for word in piece.words)
        is_label = after is not None and after.opener is Opener.COLON
        if strict and is_label and piece.words[-1].folded not in words.labels:
            return ()
        if is_owner or is_label:
            continue
        named = without_openers(piece.words, words, first=True)
        run = tuple(word for word in named if not word.text.isdigit() and word.folded != "copyright")
        if run and (kind := _kind(run, words, article.language)):
            inner = Span(run[0].start, run[-1].end)
            agents.append(Agent(article.text[inner], kind, inner))
        elif strict:
            return ()
    named_ones = tuple(agent for agent in agents if agent.name.lower() not in words.remarks)
    return named_ones or tuple(agents)


def _slashed(article: Article, span: Span, *, whole: bool) -> tuple[Agent, ...]:
    """Names around a slash at the end of a sentence, of which the first has no visible beginning but in a `whole`
    line of them."""
    words = credit_words(article.language)
    first, *others = cut(article.text.plain, span, words)
    agents = _credited(article, Span(others[0].words[0].start, span.end)) if others else ()
    for size in range(min(4, len(first.words)), 0, -1):
        run = first.words[-size:]
        kind = known_kind(run, words) or known_kind(run[:-1] if run[-1].folded in words.labels else (), words)
        begins = has_given_name([run[0].folded]) or (whole and size == len(first.words))
        person = size > 1 and name_run(run, words) == size and begins
        if kind or person:
            inner = Span(run[0].start, run[-1].end)
            found = (Agent(article.text[inner], kind or AgentKind.PERSON, inner), *agents)
            return found if _is_credit(found, "/") else ()
    return ()


def _kind(run: Sequence[Word], words: CreditWords, language: str | None) -> AgentKind | None:
    said = " ".join(word.folded for word in run)
    if len(run) > WORDS or said in words.rights or any(word.folded in words.verbs for word in run):
        return None
    photo = known_kind(run[:-1], words) if run[-1].folded in words.labels else None
    if kind := photo or organisation_kind(run, words):
        return kind
    if said in words.nobody or said in words.labels or not (_is_title(run) or _is_account(run, language)):
        return None
    person = name_run(run, words) == len(run) and is_person(run, words, language)
    return AgentKind.PERSON if person else AgentKind.OUTLET


def _is_title(run: Sequence[Word]) -> bool:
    """Whether words look like a name: each a capital one, but for short ones between ("prisma TPX" is one too)."""
    small = [word for word in run if not word.is_capital and not word.text[0].isdigit()]
    short = all(len(word.text) <= SMALL for word in small) or (len(run) == 2 and run[1].is_capital)
    return any(word.is_capital for word in run) and short


def _is_account(run: Sequence[Word], language: str | None) -> bool:
    """Whether a single word in small letters is no word of the language, and so the name of an account."""
    name = run[0].folded
    known = any(is_common(one, part) for one in {language or "en", "en"} for part in name.split("-")[:1])
    return len(run) == 1 and len(name) > SMALL + 1 and name.replace("-", "").isalnum() and not known


def _is_credit(agents: tuple[Agent, ...], words: str) -> bool:
    """Whether a wire or picture agency is named, or a photographer with an outlet behind a slash."""
    wire = any(agent.kind is AgentKind.AGENCY for agent in agents)
    person = any(agent.kind is AgentKind.PERSON and has_given_name(agent.name.lower().split()) for agent in agents)
    return wire or (person and "/" in words and len(agents) > 1)


def _credit(span: Span, agents: tuple[Agent, ...], confidence: float) -> Credit:
    return Credit(Role.IMAGE, span, agents, confidence=confidence, evidence="caption")
