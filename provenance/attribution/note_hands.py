"""What a name in a note stands for, by what was done last and how the name is introduced."""

from collections.abc import Sequence

from provenance.attribution.slot_agents import is_platform, is_statistics_office
from provenance.attribution.told import ACTS, Told
from provenance.attribution.word_classes import WordClass
from provenance.model.credit import Agent, AgentKind, Role

W = WordClass
MADE_FROM = frozenset({W.TRANSLATE, W.ADAPT, W.SHORTEN, W.BASE, W.REPUBLISH})
HANDS = {
    W.TRANSLATE: Role.TRANSLATOR,
    W.ADAPT: Role.TRANSLATOR,
    W.SHORTEN: Role.EDITOR,
    W.EDIT: Role.EDITOR,
    W.PICTURE: Role.IMAGE,
    W.HELP: Role.CONTRIBUTOR,
}
PLACED = frozenset({W.IN, W.FROM})
SIGNING = frozenset({W.BY, W.WORK, W.PIECE, W.STAFF, W.WITH, W.SIGN, W.WRITE})
"""What a sentence opens with that says by a preposition alone who wrote it."""

TOLD = ACTS | {W.WORK, W.PIECE, W.FIRST}
PUBLISHED = frozenset({W.PUBLISH, W.REPUBLISH})


class Hands:
    """Keeps what was done last and for which text, and gives each name its part in it."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.acts = list[WordClass]()
        self.prep: WordClass | None = None
        self.with_material = self.consumed = self.topic = self.labelled = self.with_text = self.relayed = False
        self.of_title = False
        """Whether what stands next belongs to the title of the original: who wrote it."""

    def assign(self, agents: Sequence[Agent]) -> None:
        self.consumed, self.topic = True, False
        for agent in agents:
            if agent.kind is AgentKind.PERSON:
                self._assign_person(agent)
            elif agent.kind is not AgentKind.SOFTWARE:
                self._assign_organisation(agent)

    def _assign_person(self, agent: Agent) -> None:
        told, acts = self.told, set(self.acts)
        of_origin = told.speaks_of_origin and not acts & HANDS.keys()
        if (
            of_origin
            and not self.of_title
            and not acts
            and self.prep is W.BY
            and {W.TRANSLATE, W.ADAPT} & told.seen
            and told.origin.is_named
        ):
            told.hands.append((Role.TRANSLATOR, agent))
        elif of_origin or W.BASE in acts or (acts & MADE_FROM and self.prep is W.FROM):
            told.origin.authors.append(agent)
        elif roles := {HANDS[act] for act in self.acts if act in HANDS}:
            told.hands.extend((role, agent) for role in sorted(roles))
            if W.WRITE in acts or (W.PICTURE in acts and self.with_text):
                told.hands.append((Role.AUTHOR, agent))
        elif self.prep is W.WITH and (told.hands or self.with_material or W.STAFF in told.seen):
            told.hands.append((Role.CONTRIBUTOR, agent))
        elif acts == {W.PUBLISH} and self.labelled:
            told.hands.append((Role.EDITOR, agent))
        elif acts <= {W.WRITE, W.SIGN, W.PUBLISH} and self.prep is not W.WITH and self._tells_hand():
            told.hands.append((Role.AUTHOR, agent))
        else:
            told.unknown += 1

    def _assign_organisation(self, agent: Agent) -> None:
        told, acts = self.told, set(self.acts)
        wire = agent.kind in (AgentKind.AGENCY, AgentKind.GROUP)
        together = self.prep is W.WITH and acts & PUBLISHED and not self.with_material
        behind = W.HE in told.seen and any(role in (Role.SOURCE, Role.AGENCY) for role, _ in told.hands)
        behind = behind or self.relayed
        if self.prep is W.FOR and not told.speaks_of_origin:
            pass
        elif W.SOURCE in acts and is_platform(agent.name):
            told.unknown += 1
        elif self.with_material and is_statistics_office(agent.name):
            pass
        elif together:
            told.origin.outlets.append(agent)
        elif behind or self.prep is W.WITH or (self.with_material and self.prep in (W.OF, W.IN)) or W.SOURCE in acts:
            told.hands.append((Role.AGENCY if wire else Role.SOURCE, agent))
        elif W.HELP in acts:
            if wire and self.prep in (W.OF, W.WITH):
                told.hands.append((Role.AGENCY, agent))
        elif W.PICTURE in acts:
            told.hands.append((Role.IMAGE, agent))
        elif acts & {W.TRANSLATE, W.EDIT} and self.prep is W.BY:
            told.hands.append((HANDS.get(self.acts[-1], Role.EDITOR), agent))
        elif (
            told.speaks_of_origin
            or acts & (MADE_FROM | {W.PUBLISH, W.LEAD})
            or (self.prep in PLACED and told.seen & TOLD)
        ):
            told.origin.outlets.append(agent)
        elif wire and self.prep is W.OF and told.opens is W.WORK and not (acts or told.origin.authors or told.hands):
            told.hands.append((Role.AGENCY, agent))
        elif self.prep is W.BY or acts & {W.WRITE, W.SIGN} or W.STAFF in told.seen:
            told.hands.append((Role.AGENCY if wire else Role.AUTHOR, agent))
        else:
            told.unknown += 1

    def _tells_hand(self) -> bool:
        """Whether what was done is said, or what the sentence opens with says by a preposition alone who wrote."""
        return bool(self.acts or self.told.names_this or self.told.opens in SIGNING | {W.OF, None})
