"""Forms of one word: two spellings that only end differently, as the language's own endings allow."""

from functools import cache

from provenance.lexicon.tables import is_common, table
from provenance.words.nearness import bare

STEM = 3
"""Letters that two forms of one word share at the least."""

FEMININE = (("", "a"), ("y", "aya"), ("i", "a"), ("y", "a"), ("is", "iene"))
"""How surnames of Slavic and Baltic languages tell a woman from a man, in every language that reports of them."""


@cache
def forms(language: str, of: str = "endings") -> frozenset[tuple[str, str]]:
    """The pairs of endings that make two forms of one word (or `of` a name), bare, both ways round."""
    groups = table(language, "names").get(of, ())
    pairs = [*FEMININE, *((bare(one), bare(other)) for group in groups for one in group for other in group)]
    return frozenset(pairs) | frozenset((other, one) for one, other in pairs)


def stems(one: str, other: str, language: str, of: str = "endings") -> list[str]:
    """What two bare spellings share where they are forms of one word; with `of="name_endings"`, of one surname."""
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    allowed = forms(language, of)
    return [one[:at] for at in range(start, max(STEM, start - 3) - 1, -1) if (one[at:], other[at:]) in allowed]


def is_inflection(one: str, other: str, language: str) -> bool:
    """Whether two bare spellings are forms of one word."""
    return bool(stems(one, other, language))


def is_name_form(one: str, other: str, language: str) -> bool:
    """Whether one of two bare spellings is a form of the other as a surname, which has no ending itself."""
    shared = stems(one, other, language, "name_endings")
    return any(
        stem in (one, other)
        or (one[len(stem) :], other[len(stem) :]) in {*FEMININE, *(pair[::-1] for pair in FEMININE)}
        or is_common(language, stem)
        for stem in shared
    )


def is_verbal(word: str, language: str) -> bool:
    """Whether a word in lower case is a noun made of a frequent verb (`Verhetzung`), where the language does so."""
    said = table(language, "names")
    return any(
        word.startswith(prefix)
        and word.endswith(noun)
        and is_common(language, f"{word[len(prefix) : -len(noun)]}{verb}")
        for noun, verb in said.get("verbal", {}).items()
        for prefix in said.get("verbal_prefixes", ())
    )


def is_compound(word: str, language: str) -> bool:
    """Whether a word in lower case is put together of two frequent ones, where the language does so."""
    links = table(language, "names").get("links", ())
    if not links:
        return False
    heads = [at for at in range(4, len(word) - 3) if is_common(language, word[at:])]
    return any(
        is_common(language, word[: at - len(link)]) for at in heads for link in links if word[:at].endswith(link)
    )
