"""Attribution statements: lines and phrases of the text, by the phrases of the lexicon.

Two look-ups find where a phrase may stand: the first word of each line or set-off part, and one pass for all rarer
literals. Only there is the phrase's expression tried, at the places where a statement can begin.
"""

from bisect import bisect_right
from collections.abc import Iterator

from provenance.attribution.datelines import find_datelines
from provenance.attribution.lines import Line, lines, openings, unbracketed
from provenance.attribution.notes import find_notes
from provenance.attribution.phrases import Phrase, Where, phrase_book
from provenance.attribution.readings import Statement, is_vetoed, read_credits, states_use
from provenance.attribution.settling import settle
from provenance.model.article import Article
from provenance.model.block import VISIBLE, BlockKind
from provenance.model.credit import Credit
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.words.tokens import WORD, each_sentence

LONGEST_LINE_OF_CREDITS = 600
"""Characters of a line in which set-off parts are looked at one by one; a longer one is a paragraph."""

TWIN = pattern(r"(?<=[.!?…»”]) ?/ ")
"""What stands between a sentence and the same in another language."""

BETWEEN = pattern(r"[ .,;|)\]–—-]*+")
MOST_PARTS = 60
"""Places of one line that are looked at, so that none costs more than its length."""

NEAREST = 6
"""Openings before a literal at which its statement is tried."""

SET_OFF = pattern(r"[ )\].]{0,3}[|•·]")
REACH = 260
"""Characters before a literal in which its statement can have begun."""


LONGEST_SENTENCE = 3000
"""Characters behind a statement in which its sentence must end."""


def find_statements(article: Article) -> tuple[Credit, ...]:
    """Every credit that a phrase of the lexicon or a dateline states in the visible text, in reading order."""
    found = [*find_datelines(article)]
    for statement in sorted(_statements(article), key=_fullest):
        if not states_use(article, statement) or is_vetoed(article, statement):
            continue
        found.extend(read_credits(article, statement))
    return settle(article, found, find_notes(article))


def _fullest(statement: Statement) -> int:
    """Of two readings of one run, the one with more slots says more."""
    return -sum(text is not None for text in statement.found.groups())


def _statements(article: Article) -> Iterator[Statement]:
    if not any(block.kind in VISIBLE for block in article.blocks):
        return
    tried = _Tried(article)
    yield from _opening(article, tried)
    yield from _inside(article, tried)


class _Tried:
    """Which phrase was tried where, so that a text of a thousand triggers costs no more than its statements."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.places: set[tuple[Phrase, int]] = set()
        self.opened: dict[int, list[int]] = {}

    def openings(self, line: Line) -> list[int]:
        """Where in a line a statement may begin, its start apart."""
        if (found := self.opened.get(line.start)) is None:
            found = openings(self.article.text.plain, line.start, line.end)
            self.opened[line.start] = found
        return found

    def before(self, line: Line, at: int) -> list[int]:
        """The openings before a place of the line, the nearest first."""
        found = self.openings(line)
        last = bisect_right(found, at)
        near = [start for start in reversed(found[max(0, last - NEAREST) : last]) if at - start <= REACH]
        return [*near, line.start] if at - line.start <= REACH else near

    def statement(self, phrase: Phrase, line: Line, start: int) -> Statement | None:
        if (phrase, start) in self.places or (phrase.blocks and line.block.kind not in phrase.blocks):
            return None
        self.places.add((phrase, start))
        if phrase.where is Where.TAIL and start == line.start and line.block.kind is not BlockKind.CAPTION:
            return None
        if not phrase.is_likely(self.article.text.folded, start, line.end):
            return None
        plain = self.article.text.plain
        found = phrase.regex.match(plain, start, line.end)
        if not found or (found.end() < line.end and _is_word_cut(plain, found.end())):
            return None
        end = found.end()
        if phrase.where is Where.SENTENCE:
            end = _sentence_end(plain, line, found.start(), end)
        elif phrase.where in (Where.END, Where.TAIL) and line.end - end > 3 and not SET_OFF.match(plain, end):
            return None
        end += end < line.end and plain[end] == "." and _is_last(plain, end, line.end)
        return Statement(phrase, found, unbracketed(plain, start, end, line), line)


def _opening(article: Article, tried: _Tried) -> Iterator[Statement]:
    plain, folded, book = article.text.plain, article.text.folded, phrase_book().openings
    for line in lines(article):
        starts = [line.start]
        if line.end - line.start <= LONGEST_LINE_OF_CREDITS:
            starts += tried.openings(line)
        for start in starts:
            if start >= line.end:
                continue
            word = WORD.match(folded, start, line.end)
            key = word.group() if word else plain[start : start + 1]
            for phrase in book.get(key, ()):
                if phrase.bare and not _may_be_bare(article, phrase, line, start):
                    continue
                if statement := tried.statement(phrase, line, start):
                    yield statement
                    if len(starts) < MOST_PARTS:
                        starts.append(_next_part(plain, statement, line))


def _next_part(plain: str, statement: Statement, line: Line) -> int:
    """Where the next label of the line may stand, behind what separates it from the last."""
    between = BETWEEN.match(plain, statement.found.end(), line.end)
    return between.end() if between else line.end


def _may_be_bare(article: Article, phrase: Phrase, line: Line, start: int) -> bool:
    """A lone preposition makes a byline only in its own language, and with nothing but a separator before it."""
    own = article.language is None or article.language.split("-")[0] == phrase.language
    before = article.text.plain[line.start : start].rstrip()
    return own and (not before or before[-1] in "|•·([")


def _inside(article: Article, tried: _Tried) -> Iterator[Statement]:
    plain, folded, all_lines = article.text.plain, article.text.folded, lines(article)
    starts = [line.start for line in all_lines]
    for hit in phrase_book().literals.find(folded, whole_words=False):
        at = bisect_right(starts, hit.start) - 1
        if at < 0 or hit.end > all_lines[at].end:
            continue
        line = all_lines[at]
        is_long = line.end - line.start > LONGEST_LINE_OF_CREDITS
        glued = hit.start > line.start and plain[hit.start - 1].isalnum() and plain[hit.start].isalnum()
        cut = glued and not (plain[hit.start].isupper() and plain[hit.start - 1].islower())
        before: list[int] | None = None
        for phrase in hit.payloads:
            if phrase.floats:
                is_far = is_long and phrase.where is not Where.ANYWHERE and line.end - hit.start > REACH
                places = [] if cut or is_far else [hit.start]
            elif is_long and phrase.where is Where.LINE:
                continue
            else:
                before = tried.before(line, hit.start) if before is None else before
                places = before
            leads = phrase.heads.leads
            for start in places:
                if leads and not folded.startswith(leads, start):
                    continue
                if statement := tried.statement(phrase, line, start):
                    yield statement
                    break


def _is_word_cut(plain: str, end: int) -> bool:
    return plain[end - 1].isalnum() and plain[end].isalnum() and not (plain[end - 1].islower() and plain[end].isupper())


def _sentence_end(plain: str, line: Line, start: int, end: int) -> int:
    last = min(line.end, end + LONGEST_SENTENCE)
    whole = next((one.end for one in each_sentence(plain, Span(start, last)) if one.end >= end), end)
    twin = TWIN.search(plain, end, whole)
    return twin.start() if twin else whole


def _is_last(plain: str, end: int, line_end: int) -> bool:
    return end + 1 >= line_end or not plain[end + 1].isalnum()
