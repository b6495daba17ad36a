"""Full names as they are printed: a given name and what follows it, particles included."""

from functools import cache

from provenance.lexicon.tables import is_common, languages, table
from provenance.model.article import Article, derived
from provenance.model.block import ARTICLE, BlockKind
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.words.names import CAPITALS
from provenance.words.namesakes import known_given_names, saying
from provenance.words.nearness import bare

WORD = rf"[{CAPITALS}][^\W\d_]*+(?:['-][^\W\d_]++)*+"
PARTICLES = "de|du|des|da|do|dos|das|di|del|della|van|von|der|den|zu|ter|ten|el|al|ben|bin|ibn|la|le|e|y"
RUN = pattern(rf"(?<![\w'-]){WORD}(?: (?:(?:{PARTICLES}|[{CAPITALS}]\.) ){{0,2}}+(?:d')?+{WORD}){{1,3}}+(?![\w-])")
MOST_WORDS = 3
"""Words of a name that no list of given names knows."""

NEARBY = 40
"""Characters to either side in which the verb of saying stands."""

VISIBLE = ARTICLE - {BlockKind.CODE}


@derived
def full_names(article: Article) -> frozenset[str]:
    """The full names of the visible article in plain typography; none in capitals."""
    plain = article.text.plain
    return frozenset(
        name
        for block in article.blocks_of(VISIBLE)
        for found in RUN.finditer(plain, *block.span)
        for name in named(found.group()) or told_of(article, Span(*found.span()))
    )


def named(run: str) -> list[str]:
    """The full name in a run of words with a capital: from its first given name on."""
    words = run.removesuffix("'s").split(" ")
    given = bare_given_names()
    for at, word in enumerate(words[:-1]):
        if word[0].isupper() and (bare(word) in given or bare(word.split("-")[0]) in given):
            rest = words[at:]
            return [] if any(is_shouted(part) for part in rest) else [" ".join(rest)]
    return []


@cache
def bare_given_names() -> frozenset[str]:
    """The known given names without their accents: lists often lack the rarer spelling (`Mikaël`)."""
    return frozenset(map(bare, known_given_names()))


def told_of(article: Article, span: Span) -> list[str]:
    """A run of two or three words that opens with no word of any language, where it says something or is told to.

    Not where every noun has a capital.
    """
    language = (article.language or "").split("-")[0]
    if language not in languages() or table(language, "names").get("capital_nouns"):
        return []
    name = article.text.plain[span.start : span.end].removesuffix("'s")
    words, folded = name.split(" "), article.text.folded
    if len(words) > MOST_WORDS or any(is_shouted(word) for word in words):
        return []
    if any(is_common(code, words[0].lower()) for code in languages()):
        return []
    before = folded[max(0, span.start - NEARBY) : span.start].split()[-1:]
    after = folded[span.end : span.end + NEARBY].split()[:1]
    verbs = saying(language).union(table(language, "citations")["speech"])
    return [name] if verbs.intersection(word.strip(",.") for word in (*before, *after)) else []


def is_shouted(word: str) -> bool:
    return word.isupper() and len(word) > 1
