"""What stands in an article in another language than its own: sentences, words, names of places.

A sentence counts only where it is long, holds no frequent word that the article's language has alone, and many of
another language. Quotations, captions and code stay out: there the other language is meant.
"""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from provenance.lexicon.tables import is_common, languages, rows, table
from provenance.model.article import Article, derived
from provenance.model.block import PROSE, Block, BlockKind
from provenance.model.text import Span
from provenance.words.languages import stop_words, votes
from provenance.words.literals import Literals
from provenance.words.names import AFTER, BEFORE, NEARBY
from provenance.words.quotations import is_quoted, quotations
from provenance.words.tokens import WORD, sentences

SHORTEST = 45
"""Characters of a sentence whose language is beyond doubt."""

VOTES = 4
"""Weight of the other language's frequent words in it, at the least."""

MARGIN = 3
"""How many times the weight of the article's own."""

FEW_VOTES = 2
"""The same where the other words tell as well."""

UNMIXED = 3
"""The same where the sentence holds none of the article's own frequent words."""

THEIRS, OURS = 0.75, 0.72
"""Shares of longer words that the other language must have, and that the article's may have at the most: lists of every
language hold English words."""

SHORT = 3
"""Letters up to which a word is found in many languages; longer words that a sentence must have."""

DENSITY = 6
"""At least every so many words is a frequent one: a row of names is no sentence."""

BILINGUAL = 0.35
"""Share of foreign text above which the article is meant to be in two languages."""

BESIDE = 90
"""Characters before and after a foreign sentence in which the text says why it is foreign."""

EMBEDDED = ("http", "#", "@", "pic.", "...", "…", ": ")
"""Signs of a post or an announced quotation: those are meant to be foreign."""

ORDER = ("en", "fr", "es", "de", "it", "pt", "nl")


class Foreign(NamedTuple):
    """Neighbouring sentences in one other language."""

    span: Span
    language: str


class Leftover(NamedTuple):
    """An English word or name, with what stands for it in the article's language."""

    span: Span
    right: str
    is_place: bool


@cache
def own_words(language: str) -> frozenset[str]:
    """The frequent words that only this language has."""
    return frozenset(word for word, owners in stop_words().items() if owners == (language,))


@derived
def foreign_runs(article: Article) -> tuple[Foreign, ...]:
    """The runs of foreign sentences; none in an article of two languages."""
    language = (article.language or "").split("-")[0]
    if language not in languages():
        return ()
    runs: list[Foreign] = []
    for block, spans in sentences(article):
        if block.kind is BlockKind.QUOTE:
            continue
        for sentence in spans:
            if other := other_language(article, sentence, language):
                last = runs[-1] if runs else None
                if last and last.language == other and sentence.start - last.span.end <= 2:
                    runs[-1] = Foreign(Span(last.span.start, sentence.end), other)
                else:
                    runs.append(Foreign(sentence, other))
    foreign = sum(run.span.end - run.span.start for run in runs)
    size = sum(block.span.end - block.span.start for block in article.prose)
    return () if foreign > BILINGUAL * size else tuple(run for run in runs if not is_shown(article, run.span, language))


def is_shown(article: Article, span: Span, language: str) -> bool:
    """Whether the words around say that an original is shown beside its translation, or a post as it was written."""
    folded = article.text.folded
    around = f"{folded[max(0, span.start - BESIDE) : span.start]} {folded[span.end : span.end + BESIDE]}"
    return any(words in around for words in table(language, "untranslated").get("beside", ()))


def other_language(article: Article, sentence: Span, language: str) -> str | None:
    """The other language a sentence is in, beyond doubt, or None."""
    if sentence.end - sentence.start < SHORTEST:
        return None
    folded = article.text.folded[slice(*sentence)]
    words = folded.split()
    if not own_words(language).isdisjoint(words) or any(sign in folded for sign in EMBEDDED):
        return None
    counted = votes(article.text.plain[slice(*sentence)])
    best, weight = next(iter(counted.most_common(1)), (language, 0))
    if best == language or weight < max(FEW_VOTES, MARGIN * counted[language], len(words) / DENSITY):
        return None
    if touches_quotation(article, sentence):
        return None
    if weight >= VOTES:
        return best
    most = OURS if weight < UNMIXED or counted[language] else 1.0
    return best if is_vocabulary_of(article.text.plain[slice(*sentence)], best, language, most) else None


def is_vocabulary_of(text: str, other: str, language: str, most: float) -> bool:
    """Whether the longer words in lower case are known in the other language, and at most a share of them in this."""
    words = [word for word in WORD.findall(text) if len(word) > SHORT and word.islower()]
    theirs = sum(is_common(other, word) for word in words)
    ours = sum(is_common(language, word) for word in words)
    return len(words) >= SHORT and theirs >= THEIRS * len(words) and ours <= most * len(words) and ours < theirs


def touches_quotation(article: Article, sentence: Span) -> bool:
    """Whether the sentence holds direct speech or is part of some."""
    quoted = quotations(article)
    following = bisect_left(quoted, sentence.end, key=lambda quotation: quotation.start)
    return following > 0 and quoted[following - 1].end > sentence.start


@cache
def leftover_phrases(language: str) -> Literals[tuple[str, str, bool]]:
    """English words and places in lower case -> as they must stand, what stands for them, whether it is a place."""
    words: dict[str, str] = dict(table(language, "untranslated").get("words", {}))
    phrases = [(word, (word, right, False)) for word, right in words.items()]
    for row in rows("exonyms"):
        accepted = row[ORDER.index(language)].split("|")
        if row[0] not in accepted and not accepted[0].endswith(f" {row[0]}"):
            phrases.append((row[0].lower(), (row[0], accepted[0], True)))
    return Literals(phrases)


@derived
def leftovers(article: Article) -> tuple[Leftover, ...]:
    """English words and places that stand alone in the running text: unquoted, no part of a name or a phrase."""
    language = (article.language or "").split("-")[0]
    if language == "en" or language not in ORDER:
        return ()
    return tuple(leftover for block in article.blocks_of(PROSE) for leftover in _leftovers_in(article, block, language))


def _leftovers_in(article: Article, block: Block, language: str) -> list[Leftover]:
    text, found = article.text, []
    if block.kind is BlockKind.QUOTE:
        return []
    for hit in leftover_phrases(language).within(article, block.span):
        form, right, is_place = hit.payloads[0]
        span = Span(hit.start, hit.end)
        if text.plain[slice(*span)] == form and not is_quoted(article, span) and stands_alone(text.plain, span):
            found.append(Leftover(span, right, is_place))
    return found


def stands_alone(plain: str, span: Span) -> bool:
    """No capitalised word, hyphen or English word touches it: then it would be part of a name or of a phrase."""
    before, after = plain[max(0, span.start - NEARBY) : span.start], plain[span.end : span.end + NEARBY]
    opening = BEFORE.search(before)
    if opening and opening[1].lower() not in stop_words():
        return False
    if AFTER.match(after) or after[1:2].isdigit() or before[-1:] in TOUCHING or after[:1] in TOUCHING:
        return False
    beside = {*before.lower().split()[-1:], *after.lower().split()[:1]}
    return beside.isdisjoint(english_words())


TOUCHING = frozenset("-/@#._&'")


@cache
def english_words() -> frozenset[str]:
    """Frequent words that only English has, and the English words that are looked for."""
    words = {word for language in ORDER[1:] for word in table(language, "untranslated").get("words", {})}
    return own_words("en") | words | {"of", "the", "in", "for", "and", "on", "at", "by"}
