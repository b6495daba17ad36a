"""Names that are no person's: agencies, outlets, newsrooms, nameless groups, programs."""

import re
from collections.abc import Sequence
from functools import cache

from provenance.attribution.credit_words import CreditWords, given_names
from provenance.attribution.pieces import GLUED, Word
from provenance.model.credit import AgentKind
from provenance.model.outlet import OutletKind
from provenance.model.patterns import pattern
from provenance.registry.outlets import folded, guarded_forms, names_of_kinds, outlet_named

DOMAIN = pattern(r"(?:[\w-]+\.)+(?:[a-z]{2,3}|info|live|news|online|media|today|world|tv)", re.IGNORECASE)
WIRES = frozenset({OutletKind.AGENCY, OutletKind.SYNDICATOR, OutletKind.IMAGE_AGENCY, OutletKind.PRESS_RELEASE})
LETTERS = pattern(r"[^\W_]+")
LONGEST = 8
"""Words an organisation's name has at the most."""


def printed(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def known_kind(words: Sequence[Word], vocabulary: CreditWords) -> AgentKind | None:
    """The kind of a name that the registry or the lexicon knows, whole."""
    if not words or len(words) > LONGEST:
        return None
    name = printed(words)
    if len(name) < 2:
        return None
    if name.lower() in vocabulary.software:
        return AgentKind.SOFTWARE
    if outlet := outlet_named(name):
        return AgentKind.AGENCY if outlet.kind in WIRES else AgentKind.OUTLET
    if len({word.folded for word in words}) == 1 and len(words) > 1:
        return known_kind(words[:1], vocabulary)
    if len(words) > 1 and words[0].folded in vocabulary.agency_words:
        wire = outlet_named(printed(words[1:]))
        return AgentKind.AGENCY if wire and wire.kind in WIRES else None
    return None


def distinct_kind(words: Sequence[Word], vocabulary: CreditWords) -> AgentKind | None:
    """As `known_kind`, but no outlet whose name is also a common word, a place or a family name."""
    kind = known_kind(words, vocabulary)
    return None if kind is AgentKind.OUTLET and printed(words) in guarded_forms() else kind


def may_name_newsroom(said: str, vocabulary: CreditWords) -> bool:
    """Whether a run of plain text can name an agency or a desk; far cheaper than to read it."""
    return not _signs(vocabulary.desks).isdisjoint(LETTERS.findall(said.lower())) or GLUED.search(said) is not None


@cache
def _signs(desks: frozenset[str]) -> frozenset[str]:
    """Of each name of an agency, and of each desk, the longest run of letters: no text without any names one."""
    names = (*map(folded, names_of_kinds(WIRES)), *desks)
    return frozenset(max(LETTERS.findall(name), key=len, default="") for name in names)


def wire_in(words: Sequence[Word], vocabulary: CreditWords) -> Sequence[Word]:
    """The longest run of words that names an agency, empty where none does."""
    for size in range(min(len(words), LONGEST), 0, -1):
        for start in range(len(words) - size + 1):
            run = words[start : start + size]
            if run[0].is_capital | run[0].text.isascii() and known_kind(run, vocabulary) is AgentKind.AGENCY:
                return run
    return ()


def organisation_kind(words: Sequence[Word], vocabulary: CreditWords) -> AgentKind | None:
    """The kind of a whole name by the registry, else by the words an organisation's name is made of."""
    if kind := known_kind(words, vocabulary):
        return kind
    if not words or len(words) > LONGEST:
        return None
    folded = [word.folded for word in words]
    if " ".join(folded) in vocabulary.groups or (len(words) > 1 and " ".join(folded[-2:]) in vocabulary.groups):
        return AgentKind.GROUP
    if folded[-1] in vocabulary.groups and (len(words) == 1 or wire_in(words, vocabulary)):
        return AgentKind.GROUP
    if any(_is_desk(word, vocabulary) for word in folded) and _is_title(words, vocabulary):
        return AgentKind.DESK if len(words) < 3 or folded[0] not in given_names() else None
    return AgentKind.OUTLET if _looks_like_an_outlet(words, folded, vocabulary) else None


def _is_desk(word: str, vocabulary: CreditWords) -> bool:
    return word in vocabulary.desks or ("-" in word and word.rsplit("-", 1)[1] in vocabulary.desks)


def _is_title(words: Sequence[Word], vocabulary: CreditWords) -> bool:
    """Whether every word is a capital one, a desk word, an article or a particle."""
    small = (
        vocabulary.desks
        | vocabulary.sections
        | vocabulary.particles
        | vocabulary.leading
        | vocabulary.functions
        | {"of"}
    )
    return all(word.is_capital or word.folded in small or DOMAIN.fullmatch(word.text) for word in words)


def _looks_like_an_outlet(words: Sequence[Word], folded: Sequence[str], vocabulary: CreditWords) -> bool:
    if len(words) == 1 and DOMAIN.fullmatch(words[0].text):
        return words[0].text[0].islower() or not words[0].text.rpartition(".")[2][0].isupper()
    if not all(word.is_capital or word.folded in vocabulary.particles | vocabulary.leading for word in words):
        return False
    if len(words) > 1 and any(word in vocabulary.outlet_words for word in folded):
        return folded[0] not in given_names() or folded[-1] in vocabulary.outlet_words
    article = folded[0] in vocabulary.leading and words[0].is_capital and not words[0].text.endswith(".")
    return article and 1 < len(words) <= 5 and folded[1] not in given_names()
