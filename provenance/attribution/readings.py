"""What a statement says: its slots read into credits, or nothing where they do not hold what the phrase needs."""

import re
from functools import cache

from provenance.attribution.credit_words import credit_words
from provenance.attribution.disclosures import is_reported, is_reviewed, is_use, uses_of
from provenance.attribution.lines import Line
from provenance.attribution.phrases import SUBJECT, Phrase, Where, language_names
from provenance.attribution.printed_dates import latest_date, read_date
from provenance.attribution.shares import with_shares
from provenance.attribution.slot_agents import (
    AGENT_SLOTS,
    is_generic_link,
    is_picture_desk,
    is_software,
    is_statistics_office,
    slot_agents,
)
from provenance.attribution.slots import HOST
from provenance.lexicon.tables import table
from provenance.model.article import Article, links_from, links_in
from provenance.model.block import BlockKind
from provenance.model.credit import Agent, AgentKind, AiUse, Credit, Role
from provenance.model.patterns import pattern
from provenance.model.record import record, replace
from provenance.model.text import Span
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import outlet_named

SIGNED = frozenset({Role.AUTHOR, Role.ORIGINAL_AUTHOR, Role.TRANSLATOR, Role.CONTRIBUTOR, Role.EDITOR})
OWED = frozenset({Role.TRANSLATION, Role.REPUBLICATION, Role.SOURCE})
"""Roles whose address says where the article comes from."""

MARKDOWN_LINK = pattern(r"\[(?P<words>.*)\](?:\((?P<url>[^()]*)\))?\Z", re.DOTALL)
ADDRESS = pattern(r"https?://|www\.|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/|\Z)", re.IGNORECASE)
LINK_BEHIND = pattern(r"\]\((?P<url>https?://[^\s()]{4,400})\)|(?P<bare>https?://[^\s<>()\[\]]{4,400}[\w/])")
REACH = 160
"""Characters behind a statement in which the link to what it speaks of may stand."""

MADE_FROM = frozenset({Role.TRANSLATION, Role.REPUBLICATION, Role.AI_DISCLOSURE})
YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
EDGES = " \t.,;:*_\"'«»“”„()[]‘’"
HOST_ONLY = pattern(rf"(?i:{HOST})")
WIRED = frozenset({AgentKind.AGENCY, AgentKind.GROUP})
DOUBTFUL = 0.6
SLOT_MARKS = str.maketrans("", "", "⟦⟧")


@record(slots=False)
class Statement:
    """A phrase where it was found: its slots, the span of the whole statement and the line it stands in."""

    phrase: Phrase
    found: re.Match[str]
    span: Span
    line: Line

    def slots(self, *names: str) -> list[tuple[str, Span]]:
        """The slots of some names that hold something, in reading order."""
        held = [
            (group.partition("_")[0], Span(*self.found.span(group)))
            for group, text in self.found.groupdict().items()
            if text and group.partition("_")[0] in names
        ]
        return sorted(held, key=lambda slot: slot[1])


@record(slots=False)
class Address:
    """Where a statement leads: its URL and registered domain, and the words that carry the link."""

    url: str | None = None
    domain: str | None = None
    words: Span | None = None


def read_credits(article: Article, statement: Statement) -> list[Credit]:
    """The credits of one statement: its own, those of slots that credit somebody else, those it always implies."""
    names = language_names()
    if any(article.text.folded[slice(*span)] not in names for _, span in statement.slots("language")):
        return []
    own: list[Agent] = []
    others: list[tuple[Role, tuple[Agent, ...]]] = []
    helping: tuple[Agent, ...] = ()
    for slot, span in statement.slots(*AGENT_SLOTS):
        agents = slot_agents(article, slot, span, statement.phrase)
        if agents is None:
            return []
        if agents and slot in statement.phrase.others:
            others.append((statement.phrase.others[slot], agents))
        else:
            own.extend(agents)
        if slot == "agency" and statement.phrase.role is Role.AGENCY:
            helping = tuple(agent for agent in agents if agent.kind is AgentKind.PERSON)
    address = _address(article, statement)
    own = [_as_site(agent, address.domain) for agent in own]
    role = role_of(statement, tuple(own), address)
    if role is None:
        return []
    if role is Role.AUTHOR:
        shown, shares = with_shares(article, role, own)
        own, others = list(shown), [*others, *shares]
    credit = _credit(article, statement, role, tuple(own), address)
    also = [_credit(article, statement, more, tuple(own), address) for more in statement.phrase.also]
    bare = replace(credit, url=None, domain=None, date=None, title=None, licence=None, language=None)
    wires = tuple(agent for agent in own if agent.kind in WIRED)
    if helping and role is Role.AGENCY:
        others.append((Role.CONTRIBUTOR, helping))
    if 0 < len(wires) < len(own) and role in (Role.AUTHOR, Role.ORIGINAL_AUTHOR):
        others.append((Role.AGENCY, wires))
    return [
        credit,
        *also,
        *(replace(bare, role=other, span=_around(agents), agents=agents) for other, agents in others),
    ]


def role_of(statement: Statement, agents: tuple[Agent, ...], address: Address) -> Role | None:
    """The role the named agents can have; None where the statement names nobody and must.

    A wire that signs or is a source is an agency, the people of an agency's credit contribute, a source of pictures or
    under a picture is an image credit.
    """
    role, kinds = statement.phrase.role, {agent.kind for agent in agents}
    caption = statement.line.block.kind is BlockKind.CAPTION
    if not agents and not address.domain and statement.slots(*AGENT_SLOTS):
        return None
    if not agents and role in SIGNED | {Role.AGENCY}:
        return None
    if agents and role is Role.TRANSLATOR and all(is_software(agent.name) for agent in agents):
        return Role.AI_DISCLOSURE
    figures = role in (Role.SOURCE, Role.CONTRIBUTOR, Role.AGENCY) and ":" not in statement.found.group()
    if agents and figures and all(is_statistics_office(agent.name) for agent in agents):
        return None
    if role is Role.CORRECTION and statement.phrase.where is Where.LINE and _tells_publication(statement):
        return None
    if role is Role.AGENCY and statement.slots("outlet") and not statement.slots("agency") and not kinds <= WIRED:
        return None
    if agents and role in (Role.SOURCE, Role.AGENCY) and all(is_picture_desk(agent.name) for agent in agents):
        return Role.IMAGE
    if role is Role.IMAGE and not caption and _is_of_the_text(statement):
        return None
    if role is Role.IMAGE and kinds == {AgentKind.SOFTWARE}:
        return Role.AI_DISCLOSURE
    if role is Role.AGENCY and statement.slots("agency") and not (caption and not statement.slots("outlet")):
        wired = kinds & {AgentKind.AGENCY, AgentKind.GROUP}
        if statement.slots("people") and not wired:
            return None
        if wired or statement.slots("outlet"):
            return (Role.IMAGE if caption else role) if wired else None
        known = any(outlet_named(agent.name) for agent in agents)
        signs = AgentKind.PERSON in kinds and ":" not in statement.found.group()
        return Role.CONTRIBUTOR if signs else Role.SOURCE if known or AgentKind.PERSON in kinds else None
    if caption and role in (Role.SOURCE, Role.RIGHTS, Role.AGENCY) and agents:
        return Role.IMAGE
    wires_only = bool(kinds) and kinds <= {AgentKind.AGENCY, AgentKind.GROUP}
    nobody = bool(kinds) and kinds <= {AgentKind.AGENCY, AgentKind.GROUP, AgentKind.DESK}
    if nobody and role is Role.IMAGE and statement.slots("imagery") and statement.slots("people") and not caption:
        return role if all(is_picture_desk(agent.name) for agent in agents) else Role.AGENCY
    if role is Role.SOURCE and kinds == {AgentKind.DESK}:
        return Role.AUTHOR
    if wires_only and role in (Role.AUTHOR, Role.ORIGINAL_AUTHOR, Role.CONTRIBUTOR, Role.SOURCE):
        return Role.AGENCY
    return role


def _is_of_the_text(statement: Statement) -> bool:
    """Whether what looks like a picture's credit is the text's: a byline with a slash, rights with their year."""
    words = statement.found.group().split()
    if statement.slots("imagery"):
        return words[0].lower().rstrip(":") in credit_words(None).by
    return words[0] == "©" and len(words) > 1 and bool(YEAR.fullmatch(words[1]))


def _tells_publication(statement: Statement) -> bool:
    """Whether a line gives the day of publication before that of an update, and nothing that was corrected."""
    return bool(YEAR.search(statement.found.string, statement.line.start, statement.span.start))


def _credit(article: Article, statement: Statement, role: Role, agents: tuple[Agent, ...], address: Address) -> Credit:
    phrase, text = statement.phrase, article.text
    title = _stripped(article, statement, "title")
    if address.words and role in OWED:
        words = text[address.words].strip(EDGES)
        if role is Role.SOURCE:
            title = title or words
        elif not agents and not is_generic_link(words):
            agents = slot_agents(article, "outlet", address.words, phrase) or ()
    agents = tuple(agent for agent in agents if not (address.domain and HOST_ONLY.fullmatch(agent.name)))
    uses: tuple[AiUse, ...] = ()
    review = None
    if role is Role.AI_DISCLOSURE:
        pictured = phrase.role is Role.IMAGE
        uses = (
            (AiUse.IMAGE,)
            if pictured
            else phrase.uses or uses_of(text.plain[statement.span.start : statement.span.end], phrase.language)
        )
        review = is_reviewed(text.plain[statement.span.start : statement.line.end], phrase.language)
    return Credit(
        role=role,
        span=statement.span,
        agents=agents,
        url=address.url,
        domain=address.domain,
        date=_date(article, statement, role),
        language=_language(article, statement),
        title=title,
        licence=_stripped(article, statement, "licence"),
        confidence=confidence_of(phrase, role, agents),
        ai_uses=uses,
        human_review=review,
        evidence=f"phrase [{phrase.language}] as in: {phrase.example.translate(SLOT_MARKS)}",
    )


def states_use(article: Article, statement: Statement) -> bool:
    """Whether a statement on machines says that one was used."""
    roles = {statement.phrase.role, *statement.phrase.also}
    said = article.text.plain[slice(*statement.found.span())]
    if Role.AI_DISCLOSURE not in roles:
        return True
    language, sentence = statement.phrase.language, article.text.plain[statement.span.start : statement.span.end]
    return is_use(said, language) and not is_reported(sentence, language)


def confidence_of(phrase: Phrase, role: Role, agents: tuple[Agent, ...]) -> float:
    """A lone word in the place of a person's full name is doubtful."""
    people = [agent for agent in agents if agent.kind is AgentKind.PERSON]
    doubtful = (
        role in SIGNED
        and people
        and len(people) == len(agents)
        and not any(set(" .") & set(one.name) for one in people)
    )
    return min(phrase.confidence, DOUBTFUL) if doubtful else phrase.confidence


def _as_site(agent: Agent, domain: str | None) -> Agent:
    """What looks like a person's name is an outlet's where the link on it leads to the site of that name."""
    site = "".join(filter(str.isalnum, (domain or "").lower()))
    is_site = agent.kind is AgentKind.PERSON and "".join(filter(str.isalnum, agent.name.lower())) in site
    return Agent(agent.name, AgentKind.OUTLET, agent.span) if is_site else agent


def _around(agents: tuple[Agent, ...]) -> Span:
    spans = [agent.span for agent in agents if agent.span]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _address(article: Article, statement: Statement) -> Address:
    for _, span in statement.slots("url", "venue", "host", "agents", "outlet"):
        printed = article.text[span].strip(EDGES[:-7] if "[" in article.text[span] else EDGES)
        if link := MARKDOWN_LINK.match(printed):
            start = article.text.content.index(printed, span.start)
            words = Span(start + link.start("words"), start + link.end("words"))
            url = link["url"] if link["url"] and ADDRESS.match(link["url"]) else None
            domain = registered_domain(url or link["words"])
            return Address(url, domain, None if ADDRESS.match(link["words"]) else words)
        if ADDRESS.match(printed) and (domain := registered_domain(printed)):
            return Address(printed if "/" in printed else _carried(article, span, domain), domain)
    if printed_inside := LINK_BEHIND.search(article.text.content, *statement.span):
        url = printed_inside["url"] or printed_inside["bare"]
        if domain := registered_domain(url):
            return Address(url, domain)
    for link_found in links_in(article, statement.span):
        if link_found.url.startswith("http"):
            return Address(link_found.url, registered_domain(link_found.url), link_found.span)
    if statement.phrase.role in MADE_FROM and (following := _link_behind(article, statement)):
        return following
    return Address()


def _carried(article: Article, span: Span, domain: str) -> str | None:
    """Where the link on a printed domain leads, if to a page of it."""
    for link in links_from(article, span.start - REACH, span.end):
        if link.span.overlaps(span) and registered_domain(link.url) == domain:
            return link.url
    return None


def _link_behind(article: Article, statement: Statement) -> Address | None:
    """The link in the sentence behind the statement: "For the original, click here"."""
    plain, end = article.text.plain, statement.line.end
    for found in LINK_BEHIND.finditer(plain, statement.span.end, min(end, statement.span.end + REACH)):
        url = found["url"] or found["bare"]
        return Address(url, registered_domain(url)) if registered_domain(url) else None
    for link in links_from(article, statement.span.end, min(end, statement.span.end + REACH)):
        if link.url.startswith("http"):
            return Address(link.url, registered_domain(link.url))
    return None


def _date(article: Article, statement: Statement, role: Role) -> str | None:
    plain = article.text.plain
    if role is Role.CORRECTION:
        return latest_date(plain[slice(*statement.span)], article.language)
    for _, span in statement.slots("date"):
        if found := read_date(plain[slice(*span)], article.language):
            return found
    return next((article.text[span] for _, span in statement.slots("year")), None)


def _language(article: Article, statement: Statement) -> str | None:
    for _, span in statement.slots("language"):
        if code := language_names().get(article.text.folded[span.start : span.end]):
            return code
    return statement.phrase.credited_language


def _stripped(article: Article, statement: Statement, slot: str) -> str | None:
    return next((article.text[span].strip(EDGES) for _, span in statement.slots(slot)), None)


def is_vetoed(article: Article, statement: Statement) -> bool:
    """Whether the line is of another trade, such as a book's: its words stand in the language's list for the role."""
    role = Role.TRANSLATOR if statement.phrase.role is Role.TRANSLATION else statement.phrase.role
    words = veto(statement.phrase.language, role)
    line = statement.line
    return bool(words and words.search(article.text.folded, line.start, min(line.end, line.start + 1000)))


@cache
def veto(language: str, role: Role) -> re.Pattern[str] | None:
    words = table(language, SUBJECT).get("veto", {}).get(role, ())
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words)) if words else None
