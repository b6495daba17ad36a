"""What a sentence of a note was read to tell: the work this text was made from, and who did what."""

from provenance.attribution.word_classes import WordClass
from provenance.model.credit import Agent, Role
from provenance.model.text import Span

W = WordClass
ACTS = frozenset(
    {W.WRITE, W.SIGN, W.PUBLISH, W.TRANSLATE, W.ADAPT, W.SHORTEN, W.REPUBLISH, W.BASE, W.EDIT, W.HELP, W.SOURCE}
    | {W.PICTURE, W.LEAD}
)


class Origin:
    """The work this text was made from, as far as a note names it."""

    def __init__(self) -> None:
        self.outlets = list[Agent]()
        self.authors = list[Agent]()
        self.url: str | None = None
        self.date: str | None = None
        self.language: str | None = None
        self.licence: str | None = None
        self.title: str | None = None

    @property
    def is_named(self) -> bool:
        return bool(self.outlets or self.url)


class Told:
    """What a sentence told, and how sure it is to speak of this text."""

    def __init__(self, span: Span) -> None:
        self.span = span
        self.origin = Origin()
        self.hands = list[tuple[Role, Agent]]()
        self.seen = set[WordClass]()
        self.speaks_of_origin = self.names_this = self.in_own_language = self.denies = self.goes_on = False
        self.words = self.unknown = 0
        self.opens: WordClass | None = None
        self.led: Told | None = None
        """The next sentence, where it only leads to the source that this one names."""

    @property
    def is_covered(self) -> bool:
        """Whether nearly every word has its place in a note: what has not is prose. A sentence that neither points at
        this text nor says that somebody made one must be a note word for word."""
        says_done = self.names_this or bool(self.seen & (ACTS - {W.SOURCE, W.LEAD, W.BASE, W.PICTURE}))
        doubtful = self.opens is W.PICTURE or not says_done
        return self.unknown <= (0 if doubtful else max(1, self.words // 6))

    @property
    def goes_on_with_machine(self) -> bool:
        """Whether a sentence behind a note's first says, word for word, that a machine helped: "KI hat geholfen"."""
        helped = {W.USE, W.HELP, W.MAKE} & self.seen
        return self.goes_on and W.MACHINE in self.seen and bool(helped) and not self.unknown
