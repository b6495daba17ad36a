"""The words of credit lines, of all languages together: a French page may quote an English byline."""

from collections.abc import Iterable, Mapping
from functools import cache

from provenance.lexicon.tables import first_column, languages, table
from provenance.model.credit import Role
from provenance.model.record import record

JOINS_OF_ONE_LANGUAGE = frozenset({"en", "e", "ed", "y"})
"""Joining words that mean something else in other languages ("en Madrid"), or stand inside surnames."""


@record
class CreditWords:
    """The lists of `lexicon/<language>/agents.toml` and `lexicon/world/agents.toml`, see there."""

    by: frozenset[str]
    join: frozenset[str]
    adding: frozenset[str]
    functions: frozenset[str]
    endings: tuple[str, ...]
    titles: frozenset[str]
    desks: frozenset[str]
    agency_words: frozenset[str]
    openers: frozenset[str]
    sections: frozenset[str]
    groups: frozenset[str]
    places: frozenset[str]
    dates: frozenset[str]
    verbs: frozenset[str]
    boxes: frozenset[str]
    rights: frozenset[str]
    labels: Mapping[str, Role]
    particles: frozenset[str]
    leading: frozenset[str]
    honorifics: frozenset[str]
    degrees: frozenset[str]
    suffixes: frozenset[str]
    outlet_words: frozenset[str]
    software: frozenset[str]
    known_places: frozenset[str]
    nameless: frozenset[str]
    companies: frozenset[str]
    remarks: frozenset[str]
    channels: frozenset[str]
    nobody: frozenset[str]

    def is_function(self, word: str) -> bool:
        """Whether a word (lower case) says what a person is: a head word, or a compound of one (`Sportredakteur`)."""
        if word in self.functions:
            return True
        return len(word) > 8 and word.replace("-", "").endswith(self.endings)


@cache
def credit_words(language: str | None) -> CreditWords:
    """The words of every language; joins that are ambiguous across languages only in their own."""
    tables = {code: table(code, "agents") for code in languages()}
    world = table("world", "agents")

    def every(name: str) -> frozenset[str]:
        return frozenset(word for one in tables.values() for word in one.get(name, ()))

    joins = every("join") - JOINS_OF_ONE_LANGUAGE
    if own := tables.get(language or ""):
        joins |= frozenset(own.get("join", ()))
    joins |= frozenset(world["joins"])
    labels = {word: Role(role) for one in tables.values() for word, role in one.get("labels", {}).items()}
    return CreditWords(
        by=frozenset(world["by"]) | every("by") - {"de", "van", "da", "do"},
        join=joins,
        adding=every("with"),
        functions=every("functions") | frozenset(world["functions"]),
        endings=tuple(sorted(every("endings"))),
        titles=every("titles"),
        desks=every("desks"),
        agency_words=frozenset(world["agency_words"]),
        openers=frozenset(tables.get(language or "", {}).get("by", ())),
        sections=every("sections"),
        groups=every("groups"),
        places=every("places") - joins,
        dates=every("dates"),
        verbs=every("verbs"),
        boxes=every("boxes"),
        rights=every("rights"),
        labels=labels,
        particles=frozenset(world["particles"]),
        leading=frozenset(world["leading"]),
        honorifics=frozenset(world["honorifics"]),
        degrees=frozenset(world["degrees"]),
        suffixes=frozenset(world["suffixes"]),
        outlet_words=frozenset(world["outlet_words"]),
        software=_folded(world["software"]),
        known_places=_folded(world["places"]),
        nameless=frozenset(world["nameless"]),
        companies=_folded(world["companies"]),
        remarks=_folded(world["remarks"]),
        channels=_folded(world["channels"]),
        nobody=frozenset(world["nobody"]),
    )


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)


@cache
def given_names() -> frozenset[str]:
    return first_column("given_names")


@cache
def everyday_words(language: str) -> frozenset[str]:
    return first_column("everyday", language)


def is_everyday(word: str, language: str | None) -> bool:
    """Whether a word (lower case) is among the most frequent ones of the language."""
    return word in everyday_words(language if language in languages() else "en")
