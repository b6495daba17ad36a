"""What the words of one piece of a list are: openers, a date's figures, an outlet, a function, what follows a name."""

from collections.abc import Sequence

from provenance.attribution.credit_words import CreditWords
from provenance.attribution.organisations import known_kind
from provenance.attribution.pieces import Word
from provenance.model.credit import AgentKind
from provenance.model.outlet import OutletKind
from provenance.registry.outlets import outlet_named

WordRun = Sequence[Word]
AFFILIATING = frozenset({"from", "chez", "bei", "presso"})
LONGEST_OUTLET = 5
LEAST_OF_CHANNEL = 4
OF = frozenset({"de", "du", "di", "del", "von", "van", "do", "da"})


def without_openers(words: WordRun, vocabulary: CreditWords, *, first: bool) -> WordRun:
    """Without labels ("Texte"), by-words and forms of address; of a list, only the `first` piece is a by-word alone."""
    at = 0
    while at < len(words) - 1:
        word = words[at]
        labelled = word.folded in vocabulary.labels
        by = word.folded in vocabulary.by and (first or at > 0)
        if not (labelled or by or (word.folded in vocabulary.honorifics and len(words) > at + 2)):
            break
        at += 1
    at += _channel(words[at:], vocabulary)
    alone = len(words) == 1 and (words[0].folded in vocabulary.labels or (first and words[0].folded in vocabulary.by))
    return () if alone else words[at:]


def _channel(words: WordRun, vocabulary: CreditWords) -> int:
    """How many words say through which channel somebody speaks: "page Facebook de", "compte officiel de"."""
    if len(words) < LEAST_OF_CHANNEL or words[0].folded not in vocabulary.channels:
        return 0
    for size in range(2, min(len(words) - 1, LONGEST_OUTLET)):
        if words[size].text in OF:
            return size + 1 if any(_is_platform(word) for word in words[1:size]) else 0
    return 0


def _is_platform(word: Word) -> bool:
    known = outlet_named(word.text)
    return known is not None and known.kind is OutletKind.PLATFORM


def has_figure(*words: Word) -> bool:
    return any(char.isdigit() for word in words for char in word.text)


def outlet_before(words: WordRun, vocabulary: CreditWords) -> int:
    """How many first words name an outlet or agency, its possessive included ("CNN's")."""
    for size in range(min(len(words) - 1, LONGEST_OUTLET), 0, -1):
        if known_kind(unpossessed(words[:size]), vocabulary) in (AgentKind.AGENCY, AgentKind.OUTLET):
            return size
    return 0


def opens_function(words: WordRun, vocabulary: CreditWords, *, begun: bool) -> bool:
    """Whether a run opens with what somebody is; a title ("Senior") only once one has `begun`, or before a function."""
    word = words[0].folded
    titled = word in vocabulary.titles
    return vocabulary.is_function(word) or (
        titled and (begun or (len(words) > 1 and opens_function(words[1:], vocabulary, begun=True)))
    )


def may_follow(rest: WordRun, vocabulary: CreditWords) -> bool:
    """Whether words after a name can be its function, place, date or outlet, and not a sentence."""
    if not rest:
        return True
    if any(word.folded in vocabulary.verbs for word in rest):
        return False
    first = rest[0].folded
    return (
        opens_function(rest, vocabulary, begun=True)
        or first in vocabulary.nobody
        or first in vocabulary.places | vocabulary.boxes | vocabulary.dates | vocabulary.particles
        or known_kind(rest, vocabulary) is not None
        or first in AFFILIATING
    )


def unpossessed(words: WordRun) -> tuple[Word, ...]:
    last = words[-1]
    if not last.folded.endswith("'s"):
        return tuple(words)
    return (*words[:-1], Word(last.text[:-2], last.start, last.folded[:-2]))
