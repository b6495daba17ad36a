"""What one sentence of a note tells: who did what to this text, and which work it was made from.

The sentence is read from left to right. What was done (an act), for which text (this one or its original) and the
preposition before a name decide together what the name stands for, so that the order of the parts does not matter.
"""

from collections.abc import Sequence

from provenance.attribution.note_agents import named_agents
from provenance.attribution.note_hands import HANDS, MADE_FROM, PLACED, PUBLISHED, SIGNING, Hands
from provenance.attribution.note_tokens import Kind, Token, is_title
from provenance.attribution.phrases import language_names
from provenance.attribution.place_names import is_place
from provenance.attribution.printed_dates import read_date
from provenance.attribution.slot_agents import coverage
from provenance.attribution.told import ACTS, Told
from provenance.attribution.word_classes import WordClass
from provenance.model.article import Article
from provenance.model.credit import Agent, AgentKind, Role
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.registry.outlets import outlet_named

W = WordClass
OWN_ACTS = frozenset({W.TRANSLATE, W.ADAPT, W.SHORTEN, W.EDIT, W.BASE})
"""What is done to make this text, not its original."""

PREPOSITIONS = frozenset({W.BY, W.OF, W.IN, W.FROM, W.WITH, W.FOR})
LONGEST_TOPIC = 14
JOINED = pattern(r"([^,]{2,40}?),? (?:and|et|y|e|und|en|ed) (?=\w)")
LONGEST_CLAUSE = 4
MOSTLY = 0.7
"""The share of a link's words that are names, where they are no title."""

VERBS_LAST = frozenset({"de", "nl"})
"""Languages in which what was done may stand behind who did it."""


def read_note(article: Article, span: Span, tokens: Sequence[Token], before: Told | None) -> Told:
    """What a sentence tells; `before` is the sentence of the note it goes on from, if any."""
    reader = _Reader(article, Told(span), before)
    for number, token in enumerate(tokens):
        reader.ahead = tokens[number + 1 :]
        reader.take(token)
    reader.finish()
    return reader.told


class _Reader(Hands):
    """Reads token by token what was done, and how the next name is introduced."""

    def __init__(self, article: Article, told: Told, before: Told | None) -> None:
        super().__init__(told)
        self.article, self.before = article, before
        told.goes_on = before is not None
        self.topic_words = 0
        self.of_strange = False
        """Whether the last preposition says only what a word of no class belongs to: "students of Civil Design"."""

        self.beside_outlet = False
        """Whether what stands next is in brackets behind the outlet of the original."""

        self.ahead: Sequence[Token] = ()
        self.pending = list[Agent]()
        self.pending_of_work = False
        self.verbs_last = (article.language or "").split("-")[0] in VERBS_LAST
        self.last: Token | None = None

    def take(self, token: Token) -> None:
        following = self.ahead[0] if self.ahead else None
        yearless = token.kind is Kind.DATE and read_date(token.text, self.article.language) is None
        self.told.words += token.kind not in (Kind.SIGN, Kind.LINK) and not yearless
        if token.word is W.REPUBLISH and self.with_material and self.last and self.last.word is W.MATERIAL:
            token = token._replace(word=W.MATERIAL)
        match token.kind:
            case Kind.WORD if token.word:
                self._word(token, token.word, following)
            case Kind.NAME:
                self._name(token.span)
            case Kind.LINK:
                self._link(token)
            case Kind.DATE:
                self.told.origin.date = self.told.origin.date or read_date(token.text, self.article.language)
            case Kind.LANGUAGE:
                self._language(token, following)
            case Kind.LICENCE:
                self.told.origin.licence = token.text
            case Kind.TITLE:
                self._title(token)
            case Kind.SIGN:
                self._sign(token)
            case _:
                self._unknown()
        self.last = token

    def finish(self) -> None:
        """Names that stood before everything else sign the text."""
        told = self.told
        signs = bool(told.hands or told.origin.is_named or W.STAFF in told.seen)
        for agent in self.pending if signs or W.SOURCE in told.seen else ():
            if agent.kind is AgentKind.PERSON:
                told.hands.append((Role.AUTHOR, agent))
            elif agent.kind is AgentKind.AGENCY and {W.STAFF, W.WRITE} & told.seen:
                told.hands.append((Role.AGENCY, agent))
            elif agent.kind is not AgentKind.DESK:
                told.hands.append((Role.SOURCE if W.SOURCE in told.seen else Role.AUTHOR, agent))
        if self.acts == [W.HELP] and not self.consumed:
            told.hands = _as_contributors(told.hands)
        if self.acts and not self.consumed and self.before and W.HE in told.seen:
            told.speaks_of_origin = self.before.speaks_of_origin
        hers = bool(told.seen & {W.WORK, W.PIECE}) and W.REPUBLISH in told.seen and told.origin.is_named
        told.names_this = told.names_this or (W.HERS in told.seen and hers)

    def _word(self, token: Token, word: WordClass, following: Token | None) -> None:
        told = self.told
        told.seen.add(word)
        if told.opens is None and word not in (W.THE, W.HERS, W.OURS):
            told.opens = word
        joined = self.last is not None and self.last.kind is Kind.NAME
        if word is W.IN and self.last and self.last.word is W.FOR and not told.speaks_of_origin:
            word = W.FOR
        if word in ACTS:
            self._act(word, following)
        elif word in (W.WORK, W.PIECE):
            self._work()
        elif word is W.ORIGINAL:
            told.speaks_of_origin = True
            if self.acts == [W.SOURCE]:
                self.acts = []
        elif word is W.FIRST:
            told.speaks_of_origin = True
        elif word is W.BY and self.last and self.last.kind is Kind.LINK and told.origin.title:
            told.speaks_of_origin, self.acts, self.prep, self.of_title = True, [], W.BY, True
        elif word in (W.OF, W.BY, W.FROM) and self.prep is W.WITH and self.last and self.last.word is W.MATERIAL:
            return
        elif word in PREPOSITIONS and not (word is W.OF and (joined or self._is_listing())):
            self.prep, self.with_material = word, self.with_material and word in (W.OF, W.IN)
            self.of_strange = word is W.OF and self.last is not None and self.last.kind is Kind.UNKNOWN
            if (
                word in PLACED
                and told.speaks_of_origin
                and following is not None
                and following.kind in (Kind.UNKNOWN, Kind.WORD)
            ):
                self.topic = following.kind is Kind.UNKNOWN or following.word is W.THE
        elif word is W.MATERIAL and (self.prep is W.WITH or self.acts[-1:] == [W.BASE] or told.opens is word):
            self.prep, self.with_material, self.acts = W.WITH, True, []
        elif word is W.WIRES and (self.prep is W.WITH or (self.last and self.last.text in "/(,")):
            beside = [agent for agent in self.pending if agent.kind is not AgentKind.PERSON]
            self.pending = [agent for agent in self.pending if agent.kind is AgentKind.PERSON]
            beside.append(Agent(token.text, AgentKind.GROUP, token.span))
            told.hands.extend((Role.AGENCY, agent) for agent in beside)
        elif word is W.HE and self.before is not None:
            told.speaks_of_origin = self.before.speaks_of_origin
        elif word is W.ABOUT:
            self.topic = True
        elif word is W.MACHINE:
            self.acts = []
        elif word is W.REVIEW:
            self._act(W.EDIT, following)
        elif word is W.THIS:
            told.names_this = True
        elif word is W.NOT and W.MACHINE not in told.seen:
            told.denies = True

    def _names_relay(self) -> bool:
        """Whether what was said so far is from whom this text was taken, who may have it from somebody else."""
        copied = W.REPUBLISH in self.told.seen and self.told.origin.is_named
        return copied or (W.SOURCE in self.told.seen and any(role is Role.SOURCE for role, _ in self.told.hands))

    def _is_listing(self) -> bool:
        """Whether a list of names goes on: "de The Guardian et de Y"."""
        return self.with_material and self.consumed

    def _act(self, word: WordClass, following: Token | None = None) -> None:
        self.topic = False
        if self.consumed:
            self.acts, self.consumed, self.with_text = [], False, False
        if word in OWN_ACTS and not (self.told.speaks_of_origin and W.FIRST not in self.told.seen and not self.acts):
            self.told.speaks_of_origin = False
        if word in OWN_ACTS and self.told.origin.is_named:
            self.told.speaks_of_origin = False
        if word is W.HELP:
            self.acts = []
        self.acts.append(word)
        self.relayed = word is W.BASE and self._names_relay()
        self.prep = W.BY if word is W.SIGN else W.FROM if word is W.BASE else None
        named_behind = following is not None and (following.word is W.BY or following.text == ":")
        if word is W.HELP and W.BY not in self.told.seen and not _introduces(following):
            self.told.hands = _as_contributors(self.told.hands)
        if self.pending and not named_behind and word in (W.WRITE, W.TRANSLATE, W.ADAPT, W.SHORTEN, W.EDIT, W.HELP):
            pending, self.pending = self.pending, []
            self.prep = W.BY
            self.assign(pending)

    def _work(self) -> None:
        if self.prep is W.WITH:
            self.with_material = True
            return
        made_from = set(self.acts) & MADE_FROM or (
            self.told.opens is W.BY and not self.acts and self.last and self.last.word in (W.BY, W.THE)
        )
        if self.prep in (W.OF, W.FROM, W.BY) and made_from:
            self.told.speaks_of_origin, self.acts = True, []
        elif self.consumed:
            self.acts, self.consumed = [], False
        self.with_text = True

    def _language(self, token: Token, following: Token | None) -> None:
        code = language_names()[token.text.lower()]
        if self.prep is W.FROM and following and (following.word is W.BY or following.text == ":"):
            self.told.seen.add(W.TRANSLATE)
            self._act(W.TRANSLATE)
        if code == (self.article.language or "").split("-")[0]:
            self.told.in_own_language = True
        else:
            self.told.origin.language = self.told.origin.language or code

    def _title(self, token: Token) -> None:
        if self.prep is W.IN and not self.told.origin.outlets and " " not in token.text.strip():
            self._name(Span(token.span.start + 1, token.span.end - 1))
        else:
            self.told.origin.title = token.text.strip("\"«»“”„*_' ")

    def _sign(self, token: Token) -> None:
        if token.text == ":":
            self.prep = W.BY
            self.labelled = True
        elif token.text in "()":
            self.beside_outlet = token.text == "(" and self.told.speaks_of_origin and bool(self.told.origin.outlets)
            if token.text == ")" and self.ahead and self.ahead[0].kind is Kind.NAME:
                self.acts = []
        elif token.text in ".|•·":
            self.acts, self.prep, self.consumed = [], None, False

    def _unknown(self) -> None:
        if self.topic and self.topic_words < LONGEST_TOPIC:
            self.topic_words += 1
        else:
            self.told.unknown += 1

    def _link(self, token: Token) -> None:
        origin = self.told.origin
        words, _, rest = token.text.partition("](")
        if words.startswith("["):
            origin.url = origin.url or rest.rstrip(")") or None
            words = words.rstrip("]")
            name = Span(token.span.start + 1, token.span.start + len(words))
            if any(char.isupper() for char in words) and "." not in words and not self.told.origin.outlets:
                agents = self._agents(name)
                if agents and not is_title(words) and coverage(agents, name.end - name.start) >= MOSTLY:
                    self.assign(agents)
                else:
                    origin.title = origin.title or words.strip("[ ")
        else:
            origin.url = origin.url or token.text

    def _name(self, span: Span) -> None:
        if self.prep is W.OF and self.of_strange:
            return
        if self.beside_outlet:
            self._name_beside(span)
            return
        if self.article.text.plain[span.end - 2 : span.end] == "'s":
            self._own_work(Span(span.start, span.end - 2))
            return
        if self.prep in PLACED and (place := self._place_of(span)):
            self.prep = None
            if place.end < span.end:
                self._name(Span(place.end, span.end))
            return
        agents = self._agents(span)
        if self.last and self.last.word is W.STAFF and self._names_desk(span, agents):
            return
        if not agents:
            self._unknown()
            return
        if act := self._act_behind():
            self.told.speaks_of_origin, self.acts, self.consumed = False, [act], True
        opens = self.prep is None and not self.acts and W.THIS not in self.told.seen
        opens = opens or (self.prep is W.BY and not self.acts and self.verbs_last and not self.told.speaks_of_origin)
        if opens and not self.told.hands and not self.told.origin.is_named:
            if self.pending_of_work:
                self.told.origin.authors.extend(agent for agent in self.pending if agent.kind is AgentKind.PERSON)
                self.pending = []
            self.pending.extend(agents)
            self.with_text = False
            self.pending_of_work = self.prep is W.BY and bool({W.WORK, W.PIECE} & self.told.seen)
            return
        self.assign(agents)

    def _name_beside(self, span: Span) -> None:
        """Who wrote the original, or the place of its outlet, in brackets behind it: "in The Guardian (X, 3 May)"."""
        if is_place(self.article.text.plain[slice(*span)], self.article.language):
            return
        people = [one for one in named_agents(self.article, span, placed=False, signed=True) if " " in one.name]
        if people and all(one.kind is AgentKind.PERSON for one in people):
            self.told.origin.authors.extend(people)
        else:
            self._unknown()

    def _place_of(self, span: Span) -> Span | None:
        """Where in a run of names the place somebody writes from ends, with the word that joins the next name to it."""
        text = self.article.text.plain[slice(*span)]
        joined = JOINED.match(text)
        place = joined[1] if joined else text
        if not is_place(place, self.article.language):
            return None
        return Span(span.start, span.start + (joined.end() if joined else len(text)))

    def _act_behind(self) -> WordClass | None:
        """What is said behind a name to have been done by it, where verbs stand last: "wurde von X übersetzt"."""
        if not (self.verbs_last and self.prep is W.BY and self.told.speaks_of_origin):
            return None
        for token in self.ahead[:LONGEST_CLAUSE]:
            if token.kind in (Kind.SIGN, Kind.NAME) or token.word in PREPOSITIONS - {W.IN}:
                return None
            if token.word in HANDS and token.word is not W.PICTURE:
                return token.word
        return None

    def _names_desk(self, span: Span, agents: Sequence[Agent]) -> bool:
        """Whether one word behind a newsroom is only what it works on: "le service International"."""
        name = self.article.text.plain[span.start : span.end]
        return " " not in name and not any(outlet_named(agent.name) for agent in agents)

    def _own_work(self, span: Span) -> None:
        """ "Nell Abbott's article": hers is the original of what is then said to be translated or to have appeared."""
        people = [one for one in named_agents(self.article, span, placed=False, signed=True) if " " in one.name]
        if people:
            self.told.origin.authors.extend(people)
        else:
            self._unknown()

    def _agents(self, span: Span) -> tuple[Agent, ...]:
        if self.with_material and (people := named_agents(self.article, span, placed=False, signed=False)):
            return people
        found = named_agents(self.article, span, placed=self._is_placed(), signed=self._signs())
        given = self.prep is not None or self.acts[-1:] == [W.REPUBLISH]
        if not found and given and (self.with_material or set(self.acts) & PUBLISHED):
            return named_agents(self.article, span, placed=True, signed=False)
        return found

    def _is_placed(self) -> bool:
        if self.with_material and self.prep is W.OF:
            return True
        return self.prep in PLACED and (self.prep is W.IN or W.BASE not in self.acts)

    def _signs(self) -> bool:
        done = bool(set(self.acts) & (HANDS.keys() | {W.WRITE, W.SIGN}))
        return self.prep in (W.BY, None, W.OF) and (done or (self.told.opens in SIGNING and not self.acts))


def _introduces(token: Token | None) -> bool:
    """Whether what stands behind an act introduces who did it."""
    return token is not None and (token.kind is Kind.NAME or token.word in PREPOSITIONS or token.text == ":")


def _as_contributors(hands: list[tuple[Role, Agent]]) -> list[tuple[Role, Agent]]:
    return [(Role.CONTRIBUTOR if role is Role.AUTHOR else role, agent) for role, agent in hands]
