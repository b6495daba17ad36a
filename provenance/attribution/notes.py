"""Notes: sentences set off at the ends of an article that say who made this text and from what, in any wording.

Where the phrases of the lexicon know fixed wordings, a note is composed of word classes (see `word_classes`). It must
stand where notes stand, and nearly every word of it must be one that notes are made of; so prose is left alone.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from provenance.attribution.disclosures import is_reported, is_reviewed, is_use, uses_of
from provenance.attribution.lines import Line, lines
from provenance.attribution.note_hands import MADE_FROM
from provenance.attribution.note_reading import read_note
from provenance.attribution.note_tokens import CAPITALS, Kind, note_tokens
from provenance.attribution.readings import veto
from provenance.attribution.slots import WORDS_OF_LINK
from provenance.attribution.told import ACTS, Told
from provenance.attribution.word_classes import UNIT, Vocabulary, WordClass, vocabulary
from provenance.lexicon.tables import is_common
from provenance.model.article import Article, links_in
from provenance.model.block import BlockKind
from provenance.model.credit import AgentKind, Credit, Role
from provenance.model.patterns import pattern
from provenance.model.record import replace
from provenance.model.text import Span
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import outlet_named
from provenance.words.tokens import split_sentences

W = WordClass
FIRST_LINES, LAST_LINES = 5, 7
"""How many lines at the start and the end of an article are looked at."""

MOST_BETWEEN = 200
"""Lines set off between those that are looked at."""

LONGEST_NOTE = 600
SIGNATURE = 160
"""Characters of a line that opens with names and is still a signature."""

TEXTS = frozenset({W.WORK, W.PIECE})
SET_OFF = frozenset("(*_[")
NOT_READ = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.TABLE, BlockKind.QUOTE})
PARTS = pattern(r"[;|•·] ?")
LINKED = pattern(WORDS_OF_LINK)
COMMON = ("en", "fr")
LEAST_OF_STRANGE = 2
"""Word classes that a note in another language than the article's shows, which else would be found in any names."""

DAY = pattern(r"(?<!\w)\d{1,2}\.\Z")
LONGEST_DAY = 3
"""The number of a day, whose dot ends no sentence, and of how many characters it is."""

TOLD_OF_MACHINES = frozenset(
    {W.WORK, W.PIECE, W.PICTURE, W.TRANSLATE, W.MAKE, W.WRITE, W.ADAPT, W.EDIT, W.USE, W.STAFF, W.MACHINE}
)
"""What a sentence opens with that tells of a machine's part in this text without pointing at it."""

ADDRESSED = frozenset({"http", "https", "www"})
MOST_STRANGE = 3
"""Words of no class in a sentence, such as those of a subject, with which it is still read."""

CODE = frozenset("={}^\\")
"""Signs of formulas and code, among which nobody is named."""

DECLARING = frozenset({W.FIRST, W.ORIGINAL, W.REPUBLISH, W.SOURCE, W.TRANSLATE, W.ADAPT, W.BASE})
"""What a sentence says of where this text stood before; without it, one that tells of its publishing may mean here."""

SURE, LIKELY = 0.92, 0.8


class Sentence(NamedTuple):
    """A sentence or a part of one: its words and signs as printed (a link is `[]`), and in small letters."""

    span: Span
    units: list[str]
    small: frozenset[str]


def find_notes(article: Article) -> Iterator[Credit]:
    """The credits of every note, in reading order."""
    for line in _places(article):
        if line.end - line.start <= LONGEST_NOTE:
            yield from _line_credits(article, line)


def _places(article: Article) -> list[Line]:
    """The lines in which a note can stand: the first, the last, and those set off by brackets or italics."""
    found = [line for line in lines(article) if line.block.kind not in NOT_READ or _is_guessed(line)]
    plain, last = article.text.plain, max(FIRST_LINES, len(found) - LAST_LINES)
    between = (
        line
        for line in found[FIRST_LINES:last]
        if line.block.kind in (BlockKind.FOOTER, BlockKind.BYLINE)
        or plain[line.start] in SET_OFF
        or plain[max(0, line.start - 1)] in SET_OFF
    )
    return [*found[:FIRST_LINES], *islice(between, MOST_BETWEEN), *found[last:]]


def _is_guessed(line: Line) -> bool:
    """Whether a heading is one only because its line is short and ends without a dot, as credits do."""
    return line.block.kind is BlockKind.HEADING and line.block.level == 0


def _line_credits(article: Article, line: Line) -> list[Credit]:
    own = (article.language or "").split("-")[0]
    known = [words for language in dict.fromkeys((own, *COMMON)) if (words := vocabulary(language))]
    sentences = [_sentence(article, span) for span in _sentences(article, line)]
    for words in known:
        if credits := _credits(article, line, sentences, words):
            strange = words.language != own and vocabulary(own) and any(credit.confidence < SURE for credit in credits)
            return [] if strange else credits
    return []


def _sentence(article: Article, span: Span) -> Sentence:
    said = article.text.plain[slice(*span)]
    units = UNIT.findall(LINKED.sub("[]", said) if "[" in said else said)
    return Sentence(span, units, frozenset([unit.lower() for unit in units]))


def _credits(article: Article, line: Line, sentences: Iterable[Sentence], words: Vocabulary) -> list[Credit]:
    told = list[Told]()
    others, is_strange = False, article.language is not None and words.language != article.language.split("-")[0]
    for sentence in sentences:
        before = told[-1] if told else None
        telling = not words.acting.isdisjoint(sentence.small)
        found = _told(article, sentence, words, before, must_point=others) if telling else None
        if found is None or (is_strange and len(found.seen - {W.THE, W.LINK}) < LEAST_OF_STRANGE):
            others = True
        elif not others or found.names_this:
            told.append(found)
    labelled = bool(told) and told[0].span.start == line.start and W.SOURCE in told[0].seen
    if others and not labelled and not any(one.names_this and one.seen & {W.WORK, W.HERS} for one in told):
        return []
    told = _led(told)
    return [
        credit
        for number, one in enumerate(told)
        for credit in _credits_of(article, one, told[number + 1 :], words, line)
    ]


def _led(told: list[Told]) -> list[Told]:
    """The sentences, but one that only leads to the source just named goes with it."""
    kept = list[Told]()
    for one in told:
        sources = {agent.name for role, agent in kept[-1].hands if role is Role.SOURCE} if kept else set[str]()
        if sources and one.seen & ACTS == {W.LEAD} and {agent.name for agent in one.origin.outlets} <= sources:
            kept[-1].led = one
        else:
            kept.append(one)
    return kept


def _sentences(article: Article, line: Line) -> Iterator[Span]:
    plain = article.text.plain
    for sentence in _whole(plain, split_sentences(plain, Span(line.start, line.end))):
        start = sentence.start
        for part in PARTS.finditer(plain, *sentence):
            end = part.start()
            yield Span(start, end - (start < end and plain[end - 1] == " "))
            start = part.end()
        if start < sentence.end:
            yield Span(start, sentence.end)


def _whole(plain: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """The sentences, not cut behind the number of a day."""
    begun: Span | None = None
    for sentence in sentences:
        whole = Span(begun.start, sentence.end) if begun else sentence
        begun = whole if DAY.search(plain, max(whole.start, whole.end - LONGEST_DAY), whole.end) else None
        if not begun:
            yield whole
    if begun:
        yield begun


def _told(
    article: Article, sentence: Sentence, words: Vocabulary, before: Told | None, *, must_point: bool
) -> Told | None:
    """What a sentence tells; None where it is no note."""
    span, units, small = sentence
    first = UNIT.search(article.text.folded, *span)
    while first and not first.group()[0].isalnum():
        first = UNIT.search(article.text.folded, first.end(), span.end)
    if first is None:
        return None
    if first.group() not in words.openers:
        named = CAPITALS.match(article.text.plain, first.start(), span.end)
        must_point = must_point or not named or span.end - span.start > SIGNATURE
    if (must_point and words.pointing.isdisjoint(small)) or not _is_likely(units, words):
        return None
    tokens = note_tokens(article, span, words)
    if any(token.word is W.TRADE for token in tokens) or _is_of_a_book(article, span, words):
        return None
    if not any(token.kind is Kind.WORD and token.word not in (W.THE, W.LINK) for token in tokens):
        return None
    told = read_note(article, span, tokens, before)
    if told.hands and any(token.kind is Kind.SIGN and token.text in CODE for token in tokens):
        return None
    of_somebody = tokens[0].word is W.HERS and told.unknown > 0
    is_prose = before is None and (told.opens is W.HE or of_somebody)
    return told if told.is_covered and not is_prose else None


def _is_of_a_book(article: Article, span: Span, words: Vocabulary) -> bool:
    """Whether what stands in the sentence or in brackets behind it is a publisher of books."""
    vetoed = veto(words.language, Role.TRANSLATOR)
    return bool(vetoed and vetoed.search(article.text.folded, *span))


def _is_likely(units: list[str], words: Vocabulary) -> bool:
    """Whether a sentence holds few words that no note is made of; far cheaper than to read it."""
    wordings = words.wordings
    strange = len([unit for unit in units if unit not in wordings and unit.islower()])
    return strange <= max(MOST_STRANGE, len(units) // 6) or not ADDRESSED.isdisjoint(units)


def _credits_of(article: Article, told: Told, following: list[Told], words: Vocabulary, line: Line) -> Iterator[Credit]:
    said = article.text.plain[told.span.start : told.span.end]
    if told.denies or (W.NOT in told.seen and W.REVIEW not in told.seen):
        return
    base = Credit(
        Role.SOURCE, told.span, confidence=SURE if not told.unknown else LIKELY, evidence=f"note [{words.language}]"
    )
    disclosed = is_disclosed(told) or told.goes_on_with_machine
    if disclosed and is_use(said, words.language) and not is_reported(said, words.language):
        uses, review = (
            uses_of(said, words.language),
            is_reviewed(article.text.plain[told.span.start : line.end], words.language),
        )
        yield replace(base, role=Role.AI_DISCLOSURE, ai_uses=uses, human_review=review)
    origin = told.origin
    if (role := owed_role(told)) and not is_filed(article, told):
        later = next((one.origin for one in following if one.origin.is_named or one.origin.date), origin)
        url = _linked(article, told) or origin.url or (later.url if not origin.is_named else None)
        wired = role is Role.SOURCE and bool(origin.outlets) and not url
        wired = wired and all(agent.kind is AgentKind.AGENCY for agent in origin.outlets)
        yield replace(
            base,
            role=Role.AGENCY if wired else role,
            agents=tuple(origin.outlets or (() if origin.url else later.outlets)),
            url=url if url and "/" in url else None,
            domain=registered_domain(url) if url else None,
            date=origin.date or later.date,
            language=origin.language,
            licence=origin.licence,
            title=origin.title,
        )
    if origin.authors:
        url = _linked(article, told) or origin.url
        domain = registered_domain(url) if url else None
        yield replace(base, role=Role.ORIGINAL_AUTHOR, agents=tuple(origin.authors), url=url, domain=domain)
    for role in dict.fromkeys(role for role, _ in told.hands):
        agents = tuple(agent for one, agent in told.hands if one is role)
        led = _linked(article, told.led) if told.led and role is Role.SOURCE else None
        if role is Role.SOURCE and not led and W.SOURCE in told.seen and not origin.outlets:
            led = _linked(article, told) or origin.url
        language = origin.language if role is Role.TRANSLATOR else None
        domain = registered_domain(led) if led else None
        yield replace(base, role=role, agents=agents, url=led, domain=domain, language=language)


def is_filed(article: Article, told: Told) -> bool:
    """Whether a sentence only tells when and under which of its own categories a site published this text.

    What it names opens with a common word that is no outlet ("in News"), or its link stays on the site.
    """
    if W.PUBLISH not in told.seen or told.seen & DECLARING:
        return False
    if url := _linked(article, told) or told.origin.url:
        return bool(article.url) and registered_domain(url) == registered_domain(str(article.url))
    language = (article.language or "").split("-")[0]
    names = [agent.name for agent in told.origin.outlets[:1]]
    return any(is_common(language, name.split(",")[0].lower()) and not outlet_named(name) for name in names)


def _linked(article: Article, told: Told) -> str | None:
    """Where the first link of a sentence leads that is not on a person's name."""
    named = (*told.origin.authors, *(agent for _, agent in told.hands))
    people = [agent.span for agent in named if agent.span and agent.kind is AgentKind.PERSON]
    for link in links_in(article, told.span):
        if link.url.startswith("http") and not any(link.span.overlaps(person) for person in people):
            return link.url
    return None


def is_disclosed(told: Told) -> bool:
    """Whether a sentence says that a machine made this text or a part of it."""
    points = told.names_this or told.opens in TOLD_OF_MACHINES or W.OURS in told.seen
    if not points or (told.unknown and not told.names_this):
        return False
    done = {W.MAKE, W.USE, W.TRANSLATE, W.WRITE, W.ADAPT, W.EDIT, W.PICTURE, W.HELP} & told.seen
    done |= {W.WITH} & told.seen if W.OURS in told.seen else set()
    made = {W.WORK, W.PIECE, W.PICTURE, W.TRANSLATE, W.MAKE, W.STAFF, W.WRITE, W.OURS} & told.seen
    return W.MACHINE in told.seen and bool(done) and bool(made)


def owed_role(told: Told) -> Role | None:
    """The role of the work this text was made from; None where the sentence names none."""
    origin, seen = told.origin, told.seen
    owes = origin.is_named or (told.speaks_of_origin and origin.language)
    if W.TRANSLATE in seen or (W.ADAPT in seen and (told.in_own_language or origin.language)):
        named = origin.is_named or (told.speaks_of_origin and (origin.language or not told.unknown))
        return (
            Role.TRANSLATION
            if named or ({W.WORK, W.MACHINE} & seen and (origin.language or W.MACHINE in seen))
            else None
        )
    if not owes or not origin.is_named:
        return None
    published = W.PUBLISH in seen and (W.ORIGINAL in seen or told.names_this or told.opens in TEXTS)
    if W.REPUBLISH in seen or (W.FIRST in seen and W.BASE not in seen) or (published and not seen & {W.BASE, W.ADAPT}):
        return Role.REPUBLICATION
    return Role.SOURCE if seen & (MADE_FROM | {W.LEAD, W.ORIGINAL, W.SOURCE, W.PUBLISH}) else None
