"""The outlets and agencies a text names, in one pass over it, and whether it cites them as a source.

A name that is also a common word, a place or a person counts only where its context makes it an outlet: a noun that
says so ("the daily Le Temps"), quotation marks around it, or the pattern of a citation.
"""

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise

from provenance.lexicon.tables import is_common, languages, table
from provenance.model.article import Article, derived
from provenance.model.block import ARTICLE, PROSE, Block, BlockKind
from provenance.model.outlet import Outlet, OutletKind
from provenance.model.patterns import pattern
from provenance.model.record import record, replace
from provenance.model.text import Span
from provenance.registry.forms import Form, form_of, names
from provenance.registry.grammar import REACH, Grammar, grammar_of, is_attribute
from provenance.words.tokens import sentences

ARTICLE_FORM = pattern(
    r"(?<!\w)(?:the|le|la|les|du|des|au|aux|el|del|al|los|las|il|lo|i|gli|dal|dalla|della|alla|sul|sulla|nel|nella|o|a|os"
    r"|as|do|da|ao|à|no|na|pelo|pela|der|die|das|dem|den|des|im|vom|zum|zur|beim|de|het) $"
    r"|(?:\b[ld]|all|dell|dall|sull|nell)'$",
    re.IGNORECASE,
)
LONGEST_ARTICLE = 8
"""Characters, with the blank behind it."""

OPENING_MARKS = frozenset('«"“„‘*_')
CLOSING_MARKS = frozenset('»"”“’*_')
PRECEDING_NAME = pattern(r"\S [A-ZÀ-Þ][\w'-]* $")
FOLLOWING_NAME = pattern(r" [A-ZÀ-Þ][\w'-]")
GLUED_NAME = 10
"""Letters a name of several words must have to be recognised with the next word glued to it."""
GLUED_TAIL = pattern(r"[a-zà-öø-ÿœ]++")
SHORTEST_GLUED = 6
SHORTEST_TAIL = 3
AUXILIARIES = frozenset({"a", "ha"})


@record
class Mention:
    """An outlet's name in the text; `cue` says what makes it a cited source, empty where it is only named.

    `glued` is the word that is glued to the name's end, where there is one.
    """

    span: Span
    outlet: Outlet
    cue: str = ""
    glued: Span | None = None


@derived
def mentions(article: Article) -> tuple[Mention, ...]:
    """The outlets and agencies the article's own text names, in reading order."""
    found = [mention for mention in _candidates(article) if mention]
    return tuple(_joined(article, found))


def _candidates(article: Article) -> list[Mention | None]:
    text = article.text.plain
    language = (article.language or "").split("-")[0]
    blocks = sorted(article.blocks_of(ARTICLE), key=lambda block: block.span.start)
    starts = [block.span.start for block in blocks]
    found: list[Mention | None] = []
    for hit in names().find(text, whole_words=False):
        at = bisect_right(starts, hit.start) - 1
        if at < 0 or hit.end > blocks[at].span.end or not _opens_word(text, hit.start):
            continue
        tail = _glued_tail(text, hit.start, hit.end, language)
        if tail is None and not _closes_word(text, hit.end):
            continue
        found.append(_mention(article, blocks[at], Span(hit.start, hit.end), tail, grammar_of(language)))
    return found


def _opens_word(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return not (before.isalnum() or before in ("-", "@", "#", "/", "_", ".")) or (before == "." and start == 1)


def _closes_word(text: str, end: int) -> bool:
    after = text[end : end + 1]
    if after in (".", ":"):
        return not text[end + 1 : end + 2].isalnum()
    return not (after.isalnum() or after in ("-", "@", "_", "/", "&"))


def _glued_tail(text: str, start: int, end: int, language: str) -> Span | None:
    """The word glued to the end of a name, if it is a word of the language; to a short name, if it is a small one."""
    if not text[end : end + 1].islower() or end - start < SHORTEST_GLUED or not language:
        return None
    tail = GLUED_TAIL.match(text, end)
    if tail is None or text[tail.end() : tail.end() + 1] in ("-", "'", "’", "_"):
        return None
    word = tail.group()
    if " " in text[start:end] and end - start >= GLUED_NAME:
        is_word = word in AUXILIARIES or (len(word) >= SHORTEST_TAIL and is_common(language, word))
    else:
        last = text[max(start, text.rfind(" ", start, end) + 1) : tail.end()].lower()
        is_word = word in tails(language) and not any(is_common(spoken, last) for spoken in languages())
    return Span(*tail.span()) if is_word else None


@cache
def tails(language: str) -> frozenset[str]:
    """The small words that are told even where they are glued to a short name."""
    return frozenset(table(language, "openers").get("tails", ()))


def _mention(article: Article, block: Block, span: Span, glued: Span | None, grammar: Grammar | None) -> Mention | None:
    text, folded = article.text.plain, article.text.folded
    form = form_of(text[span.start : span.end])
    if form.language and form.language != (article.language or "").split("-")[0]:
        return None
    sentence = sentence_of(article, block, span)
    left = folded[max(sentence.start, span.start - 2 * REACH) : span.start]
    right = folded[span.end : min(sentence.end, span.end + 2 * REACH)]
    has_article = ARTICLE_FORM.search(left, max(0, len(left) - LONGEST_ARTICLE)) is not None
    cue = _cue(grammar, left, right, form) if grammar and block.kind in PROSE else ""
    if not form.guarded and (has_article or not form.needs_article or cue):
        return Mention(span, form.outlet, cue, glued)
    is_part_of_name = bool(
        PRECEDING_NAME.search(text[max(sentence.start, span.start - REACH) : span.start])
        or (cue == "printed" and FOLLOWING_NAME.match(text, span.end))
    )
    vouched = _is_vouched_for(grammar, left, right, form, "" if is_part_of_name else cue)
    if (
        vouched
        and (has_article or not form.needs_article)
        and (cue or block.kind not in (BlockKind.HEADLINE, BlockKind.HEADING))
    ):
        return Mention(span, form.outlet, cue, glued)
    return None


def sentence_of(article: Article, block: Block, span: Span) -> Span:
    if block.kind not in PROSE:
        return block.span
    spans = _sentence_spans(article)
    at = bisect_right(spans, (span.start, 1 << 60)) - 1
    return Span(spans[at].start, max(spans[at].end, span.end)) if at >= 0 and spans[at].end >= span.end else block.span


@derived
def _sentence_spans(article: Article) -> tuple[Span, ...]:
    return tuple(sorted(span for _block, spans in sentences(article) for span in spans))


def _is_vouched_for(grammar: Grammar | None, left: str, right: str, form: Form, cue: str) -> bool:
    """Whether context makes a guarded form an outlet; German gives every noun a capital ("dem Rest der Welt")."""
    if left.rstrip()[-1:] in OPENING_MARKS and right.lstrip()[:1] in CLOSING_MARKS:
        return True
    if grammar is None:
        return False
    if grammar.noun_before.search(left):
        return True
    if form.language == "de" and cue not in ("reports", "source"):
        return False
    return bool(cue) and not form.strictly and not grammar.common_before.search(left)


def _cue(grammar: Grammar, left: str, right: str, form: Form) -> str:
    """What cites the name: a source phrase, something said to it or printed in it, or a verb of reporting."""
    if _reports(grammar, left, right, form):
        return "reports"
    if grammar.role_after.match(right) or grammar.genitive_before.search(left):
        return ""
    if grammar.source_before.search(left):
        return "source"
    near = left[-REACH:]
    if (to := grammar.told_before.search(left)) and grammar.speech.search(
        near, 0, max(0, to.start() - len(left) + len(near))
    ):
        return "told"
    if printed := grammar.printed_before.search(left):
        until = max(0, printed.start() - len(left) + len(near))
        is_fronted = printed.start() == 0 and right.startswith(", ") and grammar.speech.search(right) is not None
        is_fronted = is_fronted or (printed.start() == 0 and grammar.piece_after.match(right) is not None)
        if is_fronted or grammar.speech.search(near, 0, until) or grammar.occasion.search(near, 0, until):
            return "printed"
    return "reports" if grammar.verb_before.search(left) else ""


def _reports(grammar: Grammar, left: str, right: str, form: Form) -> bool:
    """Whether the name is the subject of a verb of reporting; for agencies, which speak for others, of saying too."""
    verb = grammar.reports(right, aside=not form.guarded)
    if not verb and form.outlet.kind is OutletKind.AGENCY:
        verb = grammar.says_after.match(right) is not None
    if not verb and (not form.guarded or grammar.noun_before.search(left) or grammar.apposed_after.match(right)):
        verb = _covers(grammar, right)
    return verb and not is_attribute(grammar, left)


def _covers(grammar: Grammar, right: str) -> bool:
    """Whether a name that surely is an outlet's is said to judge something, or to have given it a piece."""
    return grammar.judges_after.match(right) is not None or grammar.piece_after.match(right) is not None


def _joined(article: Article, found: list[Mention]) -> list[Mention]:
    """Outlets joined to a cited one ("X and Y reported") are cited with it."""
    grammar = grammar_of((article.language or "").split("-")[0]) if len(found) > 1 else None
    if grammar is None:
        return found
    folded = article.text.folded
    linked = [
        second.span.start - first.span.end <= REACH
        and grammar.joined.fullmatch(folded, first.span.end, second.span.start) is not None
        for first, second in pairwise(found)
    ]
    for order in (range(len(linked)), reversed(range(len(linked)))):
        for at in order:
            first, second = found[at], found[at + 1]
            if linked[at] and bool(first.cue) != bool(second.cue):
                cue = first.cue or second.cue
                found[at], found[at + 1] = replace(first, cue=cue), replace(second, cue=cue)
    return found
