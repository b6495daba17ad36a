"""Datelines: `PARIS, 3 mars (AFP) -`, `(ANSA) - ROMA, 28 LUG -`, `Berlin (dpa) -`.

The word in the brackets must be an agency of the registry. A station's call sign makes a dateline that names nobody; an
abbreviation makes none.
"""

import re
from collections.abc import Iterator

from provenance.attribution.agents import read_agents
from provenance.attribution.lines import Line, lines
from provenance.attribution.place_names import is_place
from provenance.attribution.slots import CAPITAL
from provenance.model.article import Article
from provenance.model.credit import Agent, AgentKind, Credit, Role
from provenance.model.patterns import pattern
from provenance.model.text import Span

PLACE = rf"[{CAPITAL}][\w.'’-]*+(?:[ /,]{{1,2}}[\w.'’&-]++|,? ?[(\[][\w .]{{2,25}}[)\]]){{0,9}}?"
WIRE = r"\((?P<wire>[^()\n]{2,60})\)"
DASH = r" ?(?:\.?[-–—_]{1,2}|\.-|:)(?= |$)"
DATELINES = (
    pattern(rf"(?P<place>{PLACE}) ?,? ?{WIRE}(?:{DASH}|\.-)"),
    pattern(rf"{WIRE} ?[-–—] ?(?P<place>{PLACE}),? \d{{1,2}} [^\W\d_]{{3,9}}\.?(?: \d{{4}})? ?[-–—](?= )"),
    pattern(rf"{WIRE} ?[-–—] ?(?P<place>[{CAPITAL}][{CAPITAL} '-]+),? ?[-–—](?= )"),
    pattern(rf"(?P<place>[{CAPITAL}]{{3,}}(?:[ -][{CAPITAL}]{{2,}}){{0,3}}) /(?P<wire>[\w-]{{2,20}})/ ?[-–—]*"),
)
STATION = pattern(r"[KWC][A-Z]{2,3}(?:[ -](?:TV|FM|AM|DT))?(?:/CNN|-TV)?")
"""The call sign of a station in North America: a dateline, but of no agency."""

UNDASHED = pattern(
    rf"(?P<place>[{CAPITAL}][{CAPITAL} '/-]{{2,40}}+|[{CAPITAL}][\w'-]{{2,20}}(?: [{CAPITAL}][\w'-]{{2,20}}){{0,2}})"
    rf"(?P<date>, \d{{1,2}}\.? [^\W\d_]{{3,10}}\.?(?: \d{{4}})?)? {WIRE} (?=[{CAPITAL}«\"“„])"
)
"""A dateline without a dash behind it, where the place is spelt in capitals, dated or known."""

LEAST_BEHIND = 40
"""Characters of a text behind such a dateline."""

REACH = 130
CONFIDENCE = 0.98


def find_datelines(article: Article) -> Iterator[Credit]:
    """The lines of the article that open with a place and an agency."""
    plain = article.text.plain
    for line in lines(article):
        head = plain[line.start : min(line.end, line.start + REACH)]
        if "(" not in head and " /" not in head:
            continue
        for dateline in DATELINES:
            if found := dateline.match(plain, line.start, min(line.end, line.start + REACH)):
                agents = _agencies(article, Span(*found.span("wire")))
                if agents or STATION.fullmatch(found["wire"]):
                    yield _credit(line, found, agents)
                break
        else:
            yield from _undashed(article, line)


def _undashed(article: Article, line: Line) -> Iterator[Credit]:
    found = UNDASHED.match(article.text.plain, line.start, min(line.end, line.start + REACH))
    if not found or line.end - found.end() < LEAST_BEHIND:
        return
    place = found["place"]
    is_dateline = place.isupper() or found["date"] or is_place(place, article.language)
    if is_dateline and (agents := _agencies(article, Span(*found.span("wire")))):
        yield _credit(line, found, agents)


def _agencies(article: Article, span: Span) -> tuple[Agent, ...]:
    agents = read_agents(article, span)
    return agents if agents and agents[0].kind is AgentKind.AGENCY else ()


def _credit(line: Line, found: re.Match[str], agents: tuple[Agent, ...]) -> Credit:
    return Credit(
        role=Role.DATELINE,
        span=Span(line.start, found.end()),
        agents=agents,
        confidence=CONFIDENCE,
        evidence="dateline with an agency",
    )
