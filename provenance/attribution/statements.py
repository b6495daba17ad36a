"""Attribution statements: lines and phrases of the text, by the phrases of the lexicon.

Two look-ups find where a phrase may stand: the first word of each line or set-off part, and one pass for all rarer
literals. Only there is the phrase's expression tried, at the places where a statement can begin.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from provenance.attribution.datelines import find_datelines
from provenance.attribution.lines import Line, lines, openings, unbracketed
from provenance.attribution.phrases import Phrase, Where, phrase_book
from provenance.attribution.readings import Statement, is_vetoed, read_credits, states_use
from provenance.attribution.settling import settle
from provenance.model.article import Article
from provenance.model.block import VISIBLE, BlockKind
from provenance.model.credit import Credit
from provenance.model.text import Span
from provenance.words.tokens import WORD, split_sentences

LONGEST_LINE_OF_CREDITS = 600
"""Characters of a line in which set-off parts are looked at one by one; a longer one is a paragraph."""

REACH = 260
"""Characters before a literal in which its statement can have begun."""


def find_statements(article: Article) -> tuple[Credit, ...]:
    """Every credit that a phrase of the lexicon or a dateline states in the visible text, in reading order."""
    found = [*find_datelines(article)]
    for statement in _statements(article):
        if not states_use(article, statement) or is_vetoed(article, statement):
            continue
        found.extend(read_credits(article, statement))
    return settle(article, found)


def _statements(article: Article) -> Iterator[Statement]:
    if not any(block.kind in VISIBLE for block in article.blocks):
        return
    tried = _Tried(article)
    yield from _opening(article, tried)
    yield from _inside(article, tried)


@dataclass
class _Tried:
    """Which phrase was tried where, so that a text of a thousand triggers costs no more than its statements."""

    article: Article
    places: set[tuple[Phrase, int]] = field(default_factory=set)

    def statement(self, phrase: Phrase, line: Line, start: int) -> Statement | None:
        if (phrase, start) in self.places or (phrase.blocks and line.block.kind not in phrase.blocks):
            return None
        self.places.add((phrase, start))
        if phrase.where is Where.TAIL and start == line.start and line.block.kind is not BlockKind.CAPTION:
            return None
        plain = self.article.text.plain
        found = phrase.regex.match(plain, start, line.end)
        if not found or (found.end() < line.end and _is_word_cut(plain, found.end())):
            return None
        end = found.end()
        if phrase.where is Where.SENTENCE:
            end = _sentence_end(plain, line, found.start(), end)
        elif phrase.where in (Where.END, Where.TAIL) and line.end - end > 3:
            return None
        end += end < line.end and plain[end] == "." and _is_last(plain, end, line.end)
        return Statement(phrase, found, unbracketed(plain, start, end, line), line)


def _opening(article: Article, tried: _Tried) -> Iterator[Statement]:
    plain, folded, book = article.text.plain, article.text.folded, phrase_book().openings
    for line in lines(article):
        starts = [line.start]
        if line.end - line.start <= LONGEST_LINE_OF_CREDITS:
            starts += [at for at in openings(plain, line.start, line.end) if at < line.end]
        for start in starts:
            word = WORD.match(folded, start, line.end)
            for phrase in book.get(word.group() if word else plain[start], ()):
                if statement := tried.statement(phrase, line, start):
                    yield statement


def _inside(article: Article, tried: _Tried) -> Iterator[Statement]:
    plain, all_lines = article.text.plain, lines(article)
    starts = [line.start for line in all_lines]
    for hit in phrase_book().literals.find(article.text.folded, whole_words=False):
        at = bisect_right(starts, hit.start) - 1
        if at < 0 or hit.end > all_lines[at].end:
            continue
        line = all_lines[at]
        for phrase in hit.payloads:
            for start in _beginnings(plain, phrase, line, hit.start):
                if statement := tried.statement(phrase, line, start):
                    yield statement
                    break


def _beginnings(plain: str, phrase: Phrase, line: Line, at: int) -> list[int]:
    if phrase.floats:
        glued = at > line.start and plain[at].isalnum() and plain[at - 1].isalnum()
        return [] if glued and not (plain[at].isupper() and plain[at - 1].islower()) else [at]
    since = max(line.start, at - REACH)
    return [*reversed(openings(plain, since, min(line.end, at + 1))), *((line.start,) if since == line.start else ())]


def _is_word_cut(plain: str, end: int) -> bool:
    return plain[end - 1].isalnum() and plain[end].isalnum() and not (plain[end - 1].islower() and plain[end].isupper())


def _sentence_end(plain: str, line: Line, start: int, end: int) -> int:
    for sentence in split_sentences(plain, Span(start, line.end)):
        if sentence.end >= end:
            return sentence.end
    return end


def _is_last(plain: str, end: int, line_end: int) -> bool:
    return end + 1 >= line_end or not plain[end + 1].isalnum()
