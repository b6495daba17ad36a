"""Small words that are glued to the word beside them: `thebank`, `muséequi`, `dieKosten`.

The whole is no word of any language, and its other half is a frequent one. Only small words that hardly ever form a
word with another are looked for; each language names its own.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from provenance.lexicon.tables import first_column, is_common, languages, table
from provenance.model.article import Article, derived
from provenance.model.patterns import pattern
from provenance.model.text import Span

PART = pattern(r"[^\W_]+")
FREE = 4
"""Letters that the other half of a glued word has at the least."""

RARE = 5
"""Letters it has at the least when it is no everyday word."""

LONGEST = 40
REMEMBERED = 20_000
"""Halves of words kept in memory: the same few come again and again."""

SMALL = "a-zß-öø-ÿœ"
OPENS = r"[\s«“„\"(—–]"
CLOSES = r"(?!['@/_-]?\w|\.\w)"
WORD = pattern(rf"(?:(?<![\w'@#/.&-])|(?<=\b[cdjlmnst]'))[^\W\d_][{SMALL}]*\Z")
"""The first half, behind an elided article too."""


class Glue(NamedTuple):
    """Two words printed as one, and where the second one starts."""

    span: Span
    cut: int


@derived
def printed_words(article: Article) -> Counter[str]:
    """How often each word is printed in the article."""
    return Counter(PART.findall(article.text.plain))


@derived
def glued(article: Article) -> tuple[Glue, ...]:
    """The places where a small word is glued to a frequent one, in reading order."""
    language = (article.language or "").split("-")[0]
    if "glued_before" not in table(language, "openers"):
        return ()
    text = article.text.plain
    found = {glue.span: glue for glue in (*_behind(text, language), *_in_front(text, language))}
    return tuple(found[span] for span in sorted(found) if _is_new(text[slice(*span)], article))


@cache
def in_front(language: str) -> re.Pattern[str]:
    """A small word and what is glued to it, in lower case or after an inner capital."""
    said = table(language, "openers")
    small = any_of([*said["glued_before"], *said.get("glued_before_everyday", ())])
    capital = any_of(said["glued_before_capital"])
    return re.compile(rf"{OPENS}(?:({small})([{SMALL}]{{{FREE},}}+)|({capital})([A-ZÀ-ÖØ-Þ][{SMALL}]{{2,}}+)){CLOSES}")


@cache
def behind(language: str) -> re.Pattern[str]:
    """A small word at the end of a longer one."""
    said = table(language, "openers")
    small = any_of([*said["glued_behind"], *said.get("glued_behind_everyday", ())])
    return re.compile(rf"({small}){CLOSES}(?<=\w{{{FREE + 2}}})")


def any_of(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _in_front(text: str, language: str) -> Iterator[Glue]:
    everyday = table(language, "openers").get("glued_before_everyday", ())
    for found in in_front(language).finditer(text):
        if found[1]:
            fits = _is_word(found[2], language, everyday=found[1] in everyday)
        else:
            fits = is_common(language, found[4].lower())
        if fits:
            yield Glue(Span(found.start() + 1, found.end()), found.start(2 if found[1] else 4))


def _behind(text: str, language: str) -> Iterator[Glue]:
    nouns_have_capitals = table(language, "names").get("capital_nouns", False)
    everyday = table(language, "openers").get("glued_behind_everyday", ())
    for found in behind(language).finditer(text):
        word = WORD.search(text, max(0, found.start() - LONGEST), found.start())
        if not word or not (word[0].islower() or nouns_have_capitals):
            continue
        if _is_word(word[0].lower(), language, everyday=found[1] in everyday):
            yield Glue(Span(word.start(), found.end()), found.start())


@lru_cache(maxsize=REMEMBERED)
def _is_word(half: str, language: str, *, everyday: bool = False) -> bool:
    if len(half) >= FREE and half in first_column("everyday", language):
        return True
    return not everyday and len(half) >= RARE and is_common(language, half)


def _is_new(word: str, article: Article) -> bool:
    """Whether no language knows the word and the article prints it once."""
    known = any(is_common(spoken, word.lower()) for spoken in languages())
    return not known and printed_words(article)[word] == 1
