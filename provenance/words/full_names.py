"""Full names as they are printed: a given name and what follows it, particles included."""

from collections.abc import Iterator

from provenance.model.article import Article, derived
from provenance.model.block import ARTICLE, BlockKind
from provenance.model.patterns import pattern
from provenance.words.names import CAPITALS
from provenance.words.namesakes import known_given_names

WORD = rf"[{CAPITALS}][^\W\d_]*+(?:['-][^\W\d_]++)*+"
PARTICLES = "de|du|des|da|do|dos|das|di|del|della|van|von|der|den|zu|ter|ten|el|al|ben|bin|ibn|la|le|e|y"
RUN = pattern(rf"(?<![\w'-]){WORD}(?: (?:(?:{PARTICLES}|[{CAPITALS}]\.) ){{0,2}}+(?:d')?+{WORD}){{1,3}}+(?![\w-])")
VISIBLE = ARTICLE - {BlockKind.CODE}


@derived
def full_names(article: Article) -> frozenset[str]:
    """The full names of the visible article in plain typography; none in capitals."""
    plain = article.text.plain
    return frozenset(
        name
        for block in article.blocks_of(VISIBLE)
        for found in RUN.finditer(plain, *block.span)
        for name in named(found.group())
    )


def named(run: str) -> Iterator[str]:
    """The full name in a run of words with a capital: from its first given name on."""
    words = run.removesuffix("'s").split(" ")
    given = known_given_names()
    for at, word in enumerate(words[:-1]):
        if word[0].isupper() and (word.lower() in given or word.lower().split("-")[0] in given):
            rest = words[at:]
            if not any(part.isupper() and len(part) > 1 for part in rest):
                yield " ".join(rest)
            return
