"""Which language a text is in: a vote of stop words, which on sentences of a hundred characters is not wrong."""

from collections import Counter
from functools import cache

from provenance.lexicon.tables import languages, table
from provenance.model.article import Article
from provenance.model.block import PROSE
from provenance.words.tokens import WORD

SAMPLE = 20_000
"""Characters read at the most."""


PARTS = 420
"""What one vote is divided into: a word of up to seven languages gives each of them a whole number."""


@cache
def _shares() -> dict[str, tuple[tuple[str, ...], int]]:
    """Each stop word with the languages that have it and what each of them gets."""
    return {word: (owners, PARTS // len(owners)) for word, owners in stop_words().items()}


@cache
def stop_words() -> dict[str, tuple[str, ...]]:
    """Each stop word with the languages that have it."""
    owners: dict[str, list[str]] = {}
    for language in languages():
        for word in table(language, "language").get("stop_words", ()):
            owners.setdefault(word, []).append(language)
    return {word: tuple(having) for word, having in owners.items()}


def votes(text: str) -> Counter[str]:
    """For each language the weight of its stop words in the text (plain typography); a shared word counts less."""
    shares, counted = _shares(), dict[str, int]()
    for word, times in Counter(WORD.findall(text.lower())).items():
        for part in (word, *word.split("'", 1)) if "'" in word else (word,):
            if share := shares.get(part):
                for language in share[0]:
                    counted[language] = counted.get(language, 0) + times * share[1]
    return Counter({language: parts / PARTS for language, parts in counted.items()})


def recognise(text: str) -> str | None:
    """The language of the text, or None where the vote is too thin or too close to say."""
    ranked = sorted(votes(text).items(), key=lambda vote: -vote[1])[:2]
    if not ranked or ranked[0][1] < 1:
        return None
    if len(ranked) > 1 and ranked[0][1] < 1.3 * ranked[1][1]:
        return None
    return ranked[0][0]


def language_of(article: Article) -> str | None:
    """The language of the article's running text, longest blocks first."""
    blocks = sorted(article.blocks_of(PROSE), key=lambda block: block.span.start - block.span.end)
    sample, size = [], 0
    for block in blocks:
        sample.append(article.text.plain[block.span.start : block.span.end])
        size += len(sample[-1])
        if size > SAMPLE:
            break
    return recognise("\n".join(sample)[:SAMPLE])
