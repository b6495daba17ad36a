"""Who is named: a list of names in a credit line, split and typed."""

from provenance.attribution.credit_words import CreditWords, credit_words, is_everyday
from provenance.attribution.list_words import (
    WordRun,
    has_figure,
    may_follow,
    opens_function,
    outlet_before,
    unpossessed,
    without_openers,
)
from provenance.attribution.names import has_given_name, is_particle, is_person, name_run
from provenance.attribution.organisations import distinct_kind, known_kind, organisation_kind, wire_in
from provenance.attribution.pieces import Opener, Piece, Word, cut, word_at
from provenance.model.article import Article
from provenance.model.credit import Agent, AgentKind
from provenance.model.patterns import pattern
from provenance.model.text import Span

LONGEST = 800
"""Characters above which a run is no list of names."""

LENGTH_OF_YEAR = 4
"""Figures of a year; fewer right behind a name are an account's, whose comment it is."""

LONGEST_IDEOGRAPHIC = 6
"""Characters of a name in Chinese, Japanese or Korean script at the most."""
QUOTED = pattern(r"[«»“”„\"?!]")
NO_NAME = pattern(r"[=^~\\{}]")
"""Signs that stand in formulas and code, and in no name."""

ELIDED = pattern(r"[ld]'(?=[^\W\d_])")
PREPOSITIONS = frozenset({"de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "von", "van"})
INTRODUCING = pattern(rf"(?<!\w)(?:{'|'.join(sorted(PREPOSITIONS))}|dell'|d'|l') ?\Z")
LONGEST_PREPOSITION = 8
MOST_OF_DESCRIPTION = 2
"""Words in small letters behind a name of one word that can still say what the person is."""

SOFT_HYPHEN = "\u00ad"
BLANKS = pattern(r"[ \t\r\n]{2,}|[\t\r\n]")


class NoListError(Exception):
    """A piece that no list of names has: the run is a sentence."""


def read_agents(article: Article, span: Span, presumed: AgentKind | None = None) -> tuple[Agent, ...]:
    """The agents a run of text names, each with its own span, people without their functions and places.

    Empty where the run is no list of names. `presumed` is what a name is taken for that shows by itself neither a
    person nor an organisation ("Elba" after "Par", "Livenet" after "Quelle:"); without it such a name is left out.
    """
    if not 0 < span.end - span.start <= LONGEST or NO_NAME.search(article.text.plain, *span):
        return ()
    if presumed is None and QUOTED.search(article.text.plain, *span):
        return ()
    reader = _Reader(article, credit_words(article.language), presumed)
    try:
        reader.read(span)
    except NoListError:
        return ()
    return tuple({agent.name.lower(): agent for agent in reversed(reader.agents)}.values())[::-1]


class _Reader:
    """Reads the pieces of one list in order; what a piece is depends on the one before."""

    def __init__(self, article: Article, words: CreditWords, presumed: AgentKind | None) -> None:
        self.article, self.words, self.presumed = article, words, presumed
        self.agents: list[Agent] = []
        self.introduced = False
        """Whether a preposition stood before the list, which may then stand before each of its names."""

        self.described = False
        """Whether the last piece said what its person is, so that more of that may follow ("editor and gardener")."""

    def read(self, span: Span) -> None:
        plain = self.article.text.plain
        self.introduced = bool(INTRODUCING.search(plain, max(0, span.start - LONGEST_PREPOSITION), span.start))
        pieces = self._with_double_surnames(cut(plain, span, self.words))
        for number, piece in enumerate(pieces):
            following = pieces[number + 1].opener if number + 1 < len(pieces) else None
            if piece.aside:
                self._read_aside(piece.words)
            else:
                self._read_piece(piece, Opener.SLASH in (piece.opener, following), first=number == 0)

    def _with_double_surnames(self, pieces: list[Piece]) -> list[Piece]:
        """ "Ortega y Gasset" after a given name is one person, "Ortega y EFE" are two agents."""
        merged: list[Piece] = []
        plain = self.article.text.plain
        for piece in pieces:
            if merged and self._is_slashed_surname(plain, merged[-1], piece):
                before = merged[-1]
                both = Span(before.words[-1].start, piece.words[-1].end)
                merged[-1] = Piece((*before.words[:-1], word_at(plain[slice(*both)], both.start)), before.opener)
                continue
            alone = len(piece.words) == 1 and piece.joined in ("y", "e", "i") and not piece.aside
            if alone and merged and len(merged[-1].words) > 1 and piece.words[0].is_capital:
                before = merged[-1]
                if not organisation_kind(piece.words, self.words) and not organisation_kind(before.words, self.words):
                    gap = Word(piece.joined, before.words[-1].end + 1, piece.joined)
                    merged[-1] = Piece((*before.words, gap, *piece.words), before.opener)
                    continue
            merged.append(piece)
        return merged

    def _is_slashed_surname(self, plain: str, before: Piece, piece: Piece) -> bool:
        """Whether a slash joins a woman's two family names: "Awa DIALLO/SOW"."""
        if piece.opener is not Opener.SLASH or len(piece.words) > 1 or len(before.words) < 2 or piece.aside:
            return False
        given, last, other = before.words[0].text, before.words[-1], piece.words[0]
        capitals = last.text.isupper() and other.text.isupper() and not given.isupper() and len(other.text) > 2
        glued = plain[last.end : other.start] == "/" and self.presumed is AgentKind.PERSON
        return glued and capitals and not organisation_kind(piece.words, self.words)

    def _is_after_person(self) -> bool:
        return bool(self.agents) and self.agents[-1].kind is AgentKind.PERSON

    @property
    def after_person(self) -> bool:
        return bool(self.agents)

    def _add(self, words: WordRun, kind: AgentKind) -> None:
        span = Span(words[0].start, words[-1].end)
        if kind is AgentKind.AGENCY and words[-1].text.count(".") == 1 and words[-1].text.endswith("."):
            span = Span(span.start, span.end - 1)
        if kind is AgentKind.DESK and len(words) > 1 and words[0].folded in self.words.openers:
            span = Span(words[1].start, span.end)
        if kind is not AgentKind.PERSON and ELIDED.match(self.article.text.plain, *span):
            span = Span(span.start + 2, span.end)
        name = BLANKS.sub(" ", self.article.text[span].replace(SOFT_HYPHEN, ""))
        self.agents.append(Agent(name, kind, span))

    def _read_aside(self, words: WordRun) -> None:
        """In brackets only a wire or an outlet counts: "(avec AFP)"; the rest are places and remarks."""
        if words[0].folded in self.words.adding:
            words = words[1:]
        kind = distinct_kind(words, self.words) if words else None
        if kind and (kind is AgentKind.AGENCY or not self._is_section(words)):
            self._add(words, kind)

    def _is_section(self, words: WordRun) -> bool:
        """Whether an outlet's name after a person's is rather the section: "Sport"."""
        return self._is_after_person() and len(words) == 1 and is_everyday(words[0].folded, self.article.language)

    def _read_piece(self, piece: Piece, slashed: bool, *, first: bool) -> None:
        words = self._without_preposition(without_openers(piece.words, self.words, first=first), piece)
        if not words or self._is_local_edition(words) or self._read_known(words):
            return
        if piece.opener is Opener.WITH and known_kind(words[-1:], self.words) is AgentKind.SOFTWARE:
            self._add(words[-1:], AgentKind.SOFTWARE)
            return
        if (piece.opener is Opener.COMMA and self._is_described(words)) or self._goes_on_describing(words, piece):
            return
        if kind := organisation_kind(words, self.words):
            if not (kind is AgentKind.DESK and piece.opener is Opener.COMMA and self._is_after_person()):
                self._add(words, self._typed(kind, words))
            return
        words = self._without_date(words)
        if not words or self._read_function(words) or self._read_person(words):
            return
        if self._is_left_out(words, piece, slashed):
            return
        self._presume(words)

    def _read_known(self, words: WordRun) -> bool:
        """A name the registry knows, alone or right after a person's or another such name without a comma."""
        if kind := known_kind(words, self.words):
            if kind is not AgentKind.OUTLET or not self._is_section(words):
                self._add(words, kind)
            return True
        if len(words) > 1 and words[-1].folded in self.words.labels and (kind := known_kind(words[:-1], self.words)):
            self._add(words, kind)
            return True
        for split in range(1, len(words)):
            tail = words[split:]
            while len(tail) > 1 and is_particle(tail[0], self.words) and not known_kind(tail, self.words):
                tail = tail[1:]
            if not (kind := distinct_kind(tail, self.words)):
                continue
            before = words[:split]
            if other := distinct_kind(before, self.words):
                self._add(before, other)
            elif name_run(before, self.words) == split and is_person(before, self.words, self.article.language):
                self._add(before, AgentKind.PERSON)
            else:
                continue
            self._add(tail, kind)
            return True
        at = outlet_before(words, self.words)
        wire = known_kind(words[:at], self.words) is AgentKind.AGENCY
        if wire and words[at].folded in self.words.places | self.words.dates:
            self._add_possessed(words[:at])
            return True
        return self._read_branch(words)

    def _read_branch(self, words: WordRun) -> bool:
        """An outlet's local or foreign edition, which the registry knows by its first word: "MDR THÜRINGEN"."""
        if not 1 < len(words) <= 3 or not words[0].text.isupper() or not all(word.is_capital for word in words):
            return False
        kind = known_kind(words[:1], self.words)
        other = self.words.titles | self.words.desks
        titled = any(self.words.is_function(word.folded) or word.folded in other for word in words)
        if kind is not AgentKind.OUTLET or titled or has_given_name([word.folded for word in words]):
            return False
        self._add(words, kind)
        return True

    def _is_described(self, words: WordRun) -> bool:
        """Whether words behind a person say what that person is, though an outlet could be called so: "News Writer"."""
        person = self._is_after_person()
        return (
            person
            and len(words) > 1
            and self.words.is_function(words[-1].folded)
            and not outlet_before(words, self.words)
        )

    def _without_preposition(self, words: WordRun, piece: Piece) -> WordRun:
        """Without the preposition that stood before the list already: "(avec la collaboration de) X et d'Y"."""
        if not words or piece.opener not in (Opener.JOIN, Opener.COMMA):
            return words
        if self._is_after_person() and words[0].text in PREPOSITIONS and known_kind(words[1:], self.words):
            return words[1:]
        if not self.introduced:
            return words
        if len(words) > 1 and words[0].text in PREPOSITIONS:
            return words[1:]
        first = words[0]
        if elided := ELIDED.match(first.text):
            return (word_at(first.text[elided.end() :], first.start + elided.end()), *words[1:])
        return words

    def _goes_on_describing(self, words: WordRun, piece: Piece) -> bool:
        """Whether words joined to somebody's function are a further one: "reporter and beekeeper"."""
        joined = self.described and piece.opener is Opener.JOIN and is_everyday(words[0].folded, self.article.language)
        return joined and not has_given_name([word.folded for word in words])

    def _is_local_edition(self, words: WordRun) -> bool:
        """Whether an outlet's name has a country's or state's two letters behind it, and then adds it: "g1 PI"."""
        if len(words) != 2 or len(words[1].text) != 2 or not words[1].text.isupper():
            return False
        kind = known_kind(words[:1], self.words)
        if kind is not AgentKind.OUTLET:
            return False
        self._add(words[:1], kind)
        return True

    def _typed(self, kind: AgentKind, words: WordRun) -> AgentKind:
        """The newsroom of an agency is the agency: "Redazione ANSA"."""
        return AgentKind.AGENCY if kind is AgentKind.DESK and wire_in(words, self.words) else kind

    def _without_date(self, words: WordRun) -> WordRun:
        """Without a date before the name, and up to the first figure and the words of a date after it."""
        leading = False
        while words and (has_figure(words[0]) or (words[0].folded in self.words.dates and has_figure(*words[1:3]))):
            if len(words) == 1 and self.presumed is AgentKind.PERSON and words[0].text[0].isalpha():
                return words
            words, leading = words[1:], True
        if leading and name_run(words, self.words) < 2:
            return ()
        dated = next((at for at, word in enumerate(words) if has_figure(word)), None)
        if dated is None:
            return () if all(word.folded in self.words.dates for word in words) else words
        alone = dated == len(words) - 1 and words[dated].text.isdigit() and len(words[dated].text) < LENGTH_OF_YEAR
        if alone and dated > 1 and self.presumed is AgentKind.PERSON:
            raise NoListError
        if alone and self.presumed is AgentKind.OUTLET and words[dated - 1].is_capital:
            return words
        while dated and words[dated - 1].folded in self.words.dates:
            dated -= 1
        return words[:dated]

    def _read_function(self, words: WordRun) -> bool:
        """ "notre correspondant à Kiev", "AP writer Jane Doe in Paris": the outlet and the person, if any."""
        at = outlet_before(words, self.words)
        rest = words[at:]
        if not rest or not opens_function(rest, self.words, begun=at > 0):
            return False
        if at:
            self._add_possessed(words[:at])
        while rest and opens_function(rest, self.words, begun=True):
            rest = rest[1:]
        size = 0 if rest and is_particle(rest[0], self.words) else name_run(rest, self.words)
        if size and is_person(rest[:size], self.words, self.article.language) and may_follow(rest[size:], self.words):
            self._add(rest[:size], AgentKind.PERSON)
        return True

    def _add_possessed(self, words: WordRun) -> None:
        bare = unpossessed(words)
        self._add(bare, known_kind(bare, self.words) or AgentKind.OUTLET)

    def _read_person(self, words: WordRun) -> bool:
        """A name, with what may follow it: an outlet, a function, a place, a date."""
        at = outlet_before(words, self.words)
        if (
            at
            and words[at - 1].folded.endswith("'s")
            and is_person(words[at : at + name_run(words[at:], self.words)], self.words, self.article.language)
        ):
            self._add_possessed(words[:at])
            return self._read_person(words[at:])
        size = name_run(words, self.words)
        size = next((at for at in range(2, size) if self._leaves_for_place(words[at])), size)
        if size == 0:
            return False
        if not is_person(words[:size], self.words, self.article.language):
            return False
        if words[0].text.isupper() and known_kind(words[:1], self.words) is AgentKind.AGENCY:
            return False
        if not may_follow(words[size:], self.words):
            raise NoListError
        for split in range(2, size):
            if (kind := known_kind(words[split:size], self.words)) and name_run(words[:split], self.words) == split:
                self._add(words[:split], AgentKind.PERSON)
                self._add(words[split:size], kind)
                return True
        rest = words[size:]
        self._add(words[:size], AgentKind.PERSON)
        self.described = bool(rest) and opens_function(rest, self.words, begun=True)
        self._read_rest(rest)
        return True

    def _leaves_for_place(self, word: Word) -> bool:
        """Whether a word inside a run of names says from where somebody writes: "Elio Sartori da Milano"."""
        return word.text == "da" and (self.article.language or "").startswith("it")

    def _read_rest(self, rest: WordRun) -> None:
        if rest and (wire := wire_in(rest, self.words)):
            self._add(wire, AgentKind.AGENCY)
        elif len(rest) > 1 and rest[0].folded in self.words.boxes and (kind := known_kind(rest[1:], self.words)):
            self._add(rest[1:], kind)

    def _is_left_out(self, words: WordRun, piece: Piece, slashed: bool) -> bool:
        """Places, signs of staff members and descriptions: no agents, but no reason to doubt the list."""
        first = words[0]
        if first.folded in self.words.places | self.words.boxes and any(word.is_capital for word in words[1:]):
            return True
        if " ".join(word.folded for word in words) in self.words.known_places or first.folded in self.words.companies:
            return True
        if slashed and len(first.text) <= 5 and len(words) <= 2 and first.text.isalpha():
            return True
        if not self.after_person or piece.opener in (Opener.START, Opener.WITH):
            return False
        if piece.opener is Opener.STOP or (piece.opener is Opener.BAR and self.presumed is None):
            return True
        if self.presumed is AgentKind.PERSON and self._is_sentence(words):
            raise NoListError
        described = len(words) <= 6 and not any(word.folded in self.words.verbs for word in words)
        return described and (piece.opener is not Opener.JOIN or self.presumed is None)

    def _is_sentence(self, words: WordRun) -> bool:
        """Whether words behind a lone name go on as a sentence does: "Par Toutatis, le festival revient"."""
        lone = self._is_after_person() and len(self.agents) == 1 and " " not in self.agents[0].name
        small = sum(word.text.islower() for word in words)
        return lone and small > MOST_OF_DESCRIPTION and not any(self.words.is_function(word.folded) for word in words)

    def _presume(self, words: WordRun) -> None:
        """A name that shows no kind: what the caller expects, else nothing of this run is trusted."""
        size = name_run(words, self.words)
        if 0 < size < len(words) and opens_function(words[size:], self.words, begun=True):
            words = words[:size]
        capital = all(word.is_capital or word.folded in self.words.particles for word in words)
        short = len(words) <= 4 and not any(word.folded in self.words.verbs for word in words)
        known = [is_everyday(word.folded, self.article.language) for word in words]
        nobody = self.presumed is AgentKind.PERSON and (all(known) or (any(known) and not capital))
        nobody = nobody or any(word.is_ideographic and len(word.text) > LONGEST_IDEOGRAPHIC for word in words)
        nobody = nobody or (len(words) == 1 and words[0].folded in self.words.degrees | self.words.nobody)
        if self.presumed is None or not short or not (capital or len(words) <= 2) or nobody:
            raise NoListError
        self._add(words, self.presumed)
