"""Whom a picture's credit names: whatever stands in it is a name, known or not."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from provenance.attribution.agents import read_agents
from provenance.attribution.credit_words import CreditWords, credit_words
from provenance.attribution.list_words import without_openers
from provenance.attribution.names import has_given_name, is_person, name_run
from provenance.attribution.organisations import known_kind, organisation_kind
from provenance.attribution.pieces import Opener, Word, cut
from provenance.attribution.word_classes import UNIT, WordClass, vocabulary
from provenance.lexicon.tables import is_common
from provenance.model.article import Article
from provenance.model.credit import Agent, AgentKind
from provenance.model.patterns import pattern
from provenance.model.text import Span

OF_MACHINES = frozenset(
    {WordClass.MACHINE, WordClass.MAKE, WordClass.USE, WordClass.HELP, WordClass.WRITE, WordClass.REVIEW}
    | {WordClass.BY, WordClass.WITH, WordClass.OF, WordClass.THE, WordClass.LINK, WordClass.STAFF, WordClass.PICTURE}
)
"""What says how a machine made a picture, and names nobody."""

ENDS = frozenset(".,;()")
OTHER_LABEL = pattern(r"\.\s+[^\W\d_][\w-]{2,20}: ")
WORDS = 6
SMALL = 3
"""Letters of a word in small letters inside a name at the most."""


@cache
def rights_phrases() -> re.Pattern[str]:
    phrases = credit_words(None).rights - {"copyright"}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, phrases)))})")


def is_known(agent: Agent) -> bool:
    """Whether an agent is a wire or a person by the given name."""
    words = agent.name.lower().split()
    person = agent.kind is AgentKind.PERSON and 1 < len(words) <= 4 and has_given_name(words[:1])
    return person or agent.kind is AgentKind.AGENCY


def is_photographer(agents: tuple[Agent, ...]) -> bool:
    """Whether a caption's last words are one person's full name, which there is the photographer's."""
    return (
        len(agents) == 1
        and agents[0].kind is AgentKind.PERSON
        and 1 <= agents[0].name.count(" ") <= 2
        and has_given_name(agents[0].name.lower().split()[:1])
    )


def is_machine_made(article: Article, span: Span) -> bool:
    """Whether the words of a credit only say that a machine made the picture: "AI-generated", "mit KI erstellt"."""
    words = vocabulary((article.language or "").split("-")[0])
    units = UNIT.findall(article.text.folded, *span)
    seen, at = set[WordClass](), 0
    while words and at < len(units):
        found = words.at(units, at)
        if found is None and units[at] not in ENDS:
            return False
        seen |= {found[0]} if found else set()
        at += found[1] if found else 1
    named = any(agent.kind is AgentKind.SOFTWARE for agent in read_agents(article, span))
    return WordClass.MACHINE in seen and seen <= OF_MACHINES and not named


def credited(article: Article, span: Span, *, strict: bool = False) -> tuple[Agent, ...]:
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


def slashed(article: Article, span: Span, *, whole: bool) -> tuple[Agent, ...]:
    """Names around a slash at the end of a sentence, of which the first has no visible beginning but in a `whole`
    line of them."""
    words = credit_words(article.language)
    first, *others = cut(article.text.plain, span, words)
    agents = credited(article, Span(others[0].words[0].start, span.end)) if others else ()
    for size in range(min(4, len(first.words)), 0, -1):
        run = first.words[-size:]
        kind = known_kind(run, words) or known_kind(run[:-1] if run[-1].folded in words.labels else (), words)
        begins = has_given_name([run[0].folded]) or (whole and size == len(first.words))
        person = size > 1 and name_run(run, words) == size and begins
        if kind or person:
            inner = Span(run[0].start, run[-1].end)
            found = (Agent(article.text[inner], kind or AgentKind.PERSON, inner), *agents)
            return found if is_credit(found, "/") else ()
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
    """Whether words look like a name: each a capital one, but for short ones between ("lumen XY" is one too)."""
    small = [word for word in run if not word.is_capital and not word.text[0].isdigit()]
    short = all(len(word.text) <= SMALL for word in small) or (len(run) == 2 and run[1].is_capital)
    return any(word.is_capital for word in run) and short


def _is_account(run: Sequence[Word], language: str | None) -> bool:
    """Whether a single word in small letters is no word of the language, and so the name of an account."""
    name = run[0].folded
    known = any(is_common(one, part) for one in {language or "en", "en"} for part in name.split("-")[:1])
    return len(run) == 1 and len(name) > SMALL + 1 and name.replace("-", "").isalnum() and not known


def is_credit(agents: tuple[Agent, ...], words: str) -> bool:
    """Whether a wire or picture agency is named, or a photographer with an outlet behind a slash."""
    wire = any(agent.kind is AgentKind.AGENCY for agent in agents)
    person = any(agent.kind is AgentKind.PERSON and has_given_name(agent.name.lower().split()) for agent in agents)
    return wire or (person and "/" in words and len(agents) > 1)
