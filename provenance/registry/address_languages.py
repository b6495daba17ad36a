"""Which language an address speaks: its slug outranks the section it names, which outranks the host."""

from functools import cache
from unicodedata import normalize

from provenance.lexicon.tables import WORLD, languages, table
from provenance.model.patterns import pattern
from provenance.registry.outlets import outlet_of

SLUG_WORD = pattern(r"[^\W\d_]+")
LANGUAGE_SEGMENT = pattern(r"(?P<code>[a-z]{2})(?:[-_][a-z]{2})?")
CLEAR_SLUG = 1.3
"""How many times the votes of the next language a slug must give one, to outrank the host."""
SECTION_WORDS = 2
"""Words up to which a part of a path is a section (`cnn-spanish`) and no slug."""


def language_of_address(host: str, segments: list[str]) -> str | None:
    """The language of the page behind a host and the parts of its path: by slug, else named, else the host's."""
    return _slug_language(segments) or _named_language(host, segments) or _host_language(host)


@cache
def slug_owners() -> dict[str, frozenset[str]]:
    """The words that slugs of each language are full of, without accents, as addresses print them."""
    owners: dict[str, set[str]] = {}
    for language in languages():
        words = (*table(language, "language").get("stop_words", ()), *table(language, "slugs").get("words", ()))
        for word in words:
            owners.setdefault(unaccented(word), set()).add(language)
    return {word: frozenset(having) for word, having in owners.items()}


def unaccented(word: str) -> str:
    return "".join(char for char in normalize("NFD", word.lower()) if char.isalnum())


def _slug_language(segments: list[str]) -> str | None:
    """The language most words of the longest slug speak for; None where that is thin."""
    slug = max(segments, key=lambda segment: segment.count("-") + segment.count("_"), default="")
    words = [unaccented(word) for word in SLUG_WORD.findall(slug)]
    if len(words) < 3:
        return None
    votes: dict[str, float] = {}
    for word in words:
        for language in (having := slug_owners().get(word, frozenset())):
            votes[language] = votes.get(language, 0) + 1 / len(having)
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    if not ranked or ranked[0][1] < 1:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return ranked[0][0] if ranked[0][1] >= CLEAR_SLUG * second else None


def _named_language(host: str, segments: list[str]) -> str | None:
    """A language that the address names: `/es/`, `/pt-br/`, `/cnn-spanish/`, `fr.example.com`."""
    for part in (*segments[:1], *host.split(".")[:-2]):
        code = LANGUAGE_SEGMENT.fullmatch(part.lower())
        if code and code["code"] in languages():
            return code["code"]
    sections = table(WORLD, "addresses")["sections"]
    for part in (*segments[:-1], *host.split(".")[:-1]):
        words = part.lower().split("-")
        if len(words) <= SECTION_WORDS and (language := sections.get(unaccented(words[-1]))):
            return str(language)
    return None


def _host_language(host: str) -> str | None:
    outlet = outlet_of(host)
    if outlet and outlet.language:
        return outlet.language
    language = table(WORLD, "addresses")["countries"].get(host.rpartition(".")[2])
    return str(language) if language else None
