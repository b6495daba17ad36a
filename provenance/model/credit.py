"""Credits: the attribution statements found in an article."""

from enum import StrEnum

from provenance.model.record import record
from provenance.model.text import Span


class Role(StrEnum):
    """What a credit says its agents did."""

    AUTHOR = "author"
    ORIGINAL_AUTHOR = "original-author"
    TRANSLATOR = "translator"
    CONTRIBUTOR = "contributor"
    EDITOR = "editor"
    AGENCY = "agency"
    TRANSLATION = "translation"
    REPUBLICATION = "republication"
    SOURCE = "source"
    IMAGE = "image"
    CITATION = "citation"
    AI_DISCLOSURE = "ai-disclosure"
    CORRECTION = "correction"
    DATELINE = "dateline"
    RIGHTS = "rights"
    CONTACT = "contact"


class AgentKind(StrEnum):
    """Who is credited. A wire service is an agency; a newsroom signing as such is a desk."""

    PERSON = "person"
    AGENCY = "agency"
    DESK = "desk"
    OUTLET = "outlet"
    GROUP = "group"
    SOFTWARE = "software"


class AiUse(StrEnum):
    RESEARCH = "research"
    WRITING = "writing"
    TRANSLATION = "translation"
    SUMMARY = "summary"
    EDITING = "editing"
    IMAGE = "image"
    UNSPECIFIED = "unspecified"


@record
class Agent:
    """A credited person, organisation or program, as printed (particles and accents kept)."""

    name: str
    kind: AgentKind
    span: Span | None = None


@record
class Credit:
    """One attribution statement with its exact span (label included) and what it names.

    `basis` is `text` or `metadata`; `also` are further places of the same statement (its twin in another language);
    `url` and `domain` are those printed or linked in the statement; `language` is the language of the credited work
    where the statement says it; `evidence` says in a few words what made it a credit (phrase, metadata property, ...).
    """

    role: Role
    span: Span
    agents: tuple[Agent, ...] = ()
    url: str | None = None
    domain: str | None = None
    date: str | None = None
    language: str | None = None
    title: str | None = None
    licence: str | None = None
    basis: str = "text"
    confidence: float = 1.0
    ai_uses: tuple[AiUse, ...] = ()
    human_review: bool | None = None
    also: tuple[Span, ...] = ()
    evidence: str = ""

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(agent.name for agent in self.agents if agent.kind is AgentKind.PERSON)

    @property
    def organisation(self) -> str | None:
        """The first outlet, agency, desk or group the statement names; of a picture, the agency that sells it."""
        sold = (AgentKind.AGENCY,) if self.role is Role.IMAGE else ()
        kinds = (*sold, AgentKind.OUTLET, AgentKind.AGENCY, AgentKind.GROUP, AgentKind.DESK, AgentKind.SOFTWARE)
        return next((agent.name for kind in kinds for agent in self.agents if agent.kind is kind), None)
