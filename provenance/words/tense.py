"""Where the sentence around an expression of time looks: ahead, back, or neither.

A word right before the expression ("by Monday") or in front of it tells before all others; else the nearest word that
tells, of two as near the one that looks back. Two words may tell together ("been due", "is to"). Names tell nothing
("United" is no past tense), and what comes before a genitive belongs to another noun ("Monday's vote").
"""

from collections.abc import Iterator

from provenance.model.patterns import pattern
from provenance.model.text import Span, Text
from provenance.words.calendar_words import CalendarWords

REACH = 90
"""Characters to either side in which a word may tell."""

SENTENCE = pattern(r"(?<!\b[ap]\.m)[.!?…;:]\s|\n|[«»“”\"]")
WORD = pattern(r"[^\W\d_]+")
LEADING = 24
"""Characters before an expression in which its preposition stands."""

GENITIVE = "'s"


def tense_around(text: Text, span: Span, block: Span, calendar: CalendarWords) -> int:
    """Where the words around an expression look: 1 ahead, -1 back, 0 where none tells."""
    start, end = max(block.start, span.start - REACH), min(block.end, span.end + REACH)
    if _is_led(text.folded, max(start, span.start - LEADING), span, calendar):
        return 1
    before = WORD.findall(SENTENCE.split(text.plain[start : span.start])[-1])
    after = WORD.findall(SENTENCE.split(text.plain[span.end : end], maxsplit=1)[0])
    if text.plain.startswith(GENITIVE, span.end):
        before = []
    cues = [*_cues(before, calendar, backwards=True), *_cues(after, calendar)]
    return min(cues, default=(0, 0))[1]


def _is_led(folded: str, start: int, span: Span, calendar: CalendarWords) -> bool:
    """Whether a preposition that looks ahead opens the expression or stands right before it."""
    if calendar.leading.match(folded, span.start, span.end):
        return True
    return any(found.end() == span.start for found in calendar.leading.finditer(folded, start, span.start))


def _cues(words: list[str], calendar: CalendarWords, *, backwards: bool = False) -> Iterator[tuple[int, int]]:
    """The words that tell: how many words away from the expression, and where they look."""
    for number, word in enumerate(words):
        told = calendar.tense(f"{words[number - 1]} {word}".lower()) if number else 0
        if not told and word[0].islower():
            told = calendar.tense(word)
        if told:
            yield (len(words) - 1 - number if backwards else number), told
