"""Stock phrases: fixed wordings that tell where a line comes from, found by where they stand.

A table of them has sections (a section is a kind of phrase); in each, `lines` are whole lines, `openings` open a line
or a sentence, `anywhere` may stand anywhere. A wording may hold `(a|b)` for alternatives and `…` for a gap of a few
words. Openings and anywhere phrases are keys whose value is an example. The section `weak` holds what proves nothing
alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from provenance.lexicon.prepared import Prepared
from provenance.lexicon.tables import languages, table
from provenance.model.article import Article
from provenance.model.block import Block
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.words.literals import Literals

ALTERNATIVES = pattern(r"\(([^()]*)\)")
GAP = "…"
GAP_LENGTH = 70
HEAD_LENGTH = 8
WEAK = "weak"
ROW = "navigation"
COUNT = pattern(r"\(?\d+\)?")
DIGIT = pattern(r"\d")
SEPARATOR = pattern(r" *[|>›»·•/] *")
LINE, OPENING, ANYWHERE = "line", "opening", "anywhere"
DECORATION = " \t\u00a0\u202f<>«»‹›→←►▶▸▼▲»•·▪◦*|#_=~–—-…:+.!;,✕×✓✔☰🔍()[]/\\&\"'“”\u200b\ufeff"
"""What surrounds a leftover line without being part of its words."""

OPENERS = '¡¿ \t\u00a0\u202f<>→►▶▸•·▪◦*|#–—-+([«“"☞👉➡➤✅\ufe0f'
SENTENCE_BEFORE = pattern(r"[.!?…»”\"):|/] ++[«“\"(>–—-]{0,3} ?$")


Spelt = Mapping[str, Any]
"""`phrases`: the fields of each; `lines`: whole lines, each with the number of its phrase; `heads`: literals, each with
the number of its phrase and what must follow."""


class StockPhrase(NamedTuple):
    """One wording: the section it stands in, where it must stand, and whether it proves anything alone."""

    section: str
    place: str
    wording: str
    weak: bool


class Sighting(NamedTuple):
    span: Span
    phrase: StockPhrase


class Wanted(NamedTuple):
    """What must follow a literal for the whole wording to be there; nothing where the literal is all of it."""

    phrase: StockPhrase
    rest: str


def spelt_out(wording: str) -> tuple[str, ...]:
    """Every plain wording that alternatives stand for, each once: `a (b|c)` -> `a b`, `a c`."""
    if not (innermost := ALTERNATIVES.search(wording)):
        return (" ".join(wording.split()),)
    before, after = wording[: innermost.start()], wording[innermost.end() :]
    chosen = (spelt_out(f"{before}{choice}{after}") for choice in innermost[1].split("|"))
    return tuple(dict.fromkeys(plain for plains in chosen for plain in plains))


def divided(wording: str) -> tuple[str, str]:
    """The head of a wording, to be searched as literals, and the rest, to be verified after it.

    Alternatives multiply, so only as many are spelt out as make a head that is rare in a text.
    """
    if "(" not in wording and GAP not in wording:
        return wording, ""
    depth = 0
    for at, char in enumerate(wording):
        depth += (char == "(") - (char == ")")
        if depth == 0 and (char == GAP or (char == " " and len(shortest(wording[:at])) >= HEAD_LENGTH)):
            return wording[:at].rstrip(), wording[at:]
    return wording, ""


def shortest(wording: str) -> str:
    while innermost := ALTERNATIVES.search(wording):
        choice = min(innermost[1].split("|"), key=len)
        wording = f"{wording[: innermost.start()]}{choice}{wording[innermost.end() :]}"
    return " ".join(wording.split())


@cache
def pattern_of(rest: str) -> re.Pattern[str]:
    """The rest of a wording as a pattern; spaces are tolerant because alternatives may be empty."""
    parts = re.split(rf"([()|{GAP}]| +)", rest)
    written = {"(": "(?:", ")": ")", "|": "|", GAP: rf"[^.!?\n]{{0,{GAP_LENGTH}}}?"}
    body = "".join(written.get(part) or (" *" if part.isspace() else re.escape(part)) for part in parts)
    return re.compile(rf"{body}(?:(?<=[\W_])|(?![^\W_]))")


def phrases_of(language: str, subject: str) -> Iterator[StockPhrase]:
    """The phrases of a language's table."""
    for section, entries in table(language, subject).items():
        if isinstance(entries, Mapping):
            yield from _phrases_in(section, entries)


def _phrases_in(section: str, entries: Mapping[str, Any]) -> Iterator[StockPhrase]:
    for key, place in (("lines", LINE), ("openings", OPENING), ("anywhere", ANYWHERE)):
        for wording in entries.get(key, ()):
            yield StockPhrase(section, place, wording, section == WEAK)


def spell(phrases: Iterable[StockPhrase]) -> Spelt:
    """Phrases with every plain wording of their lines and of their heads."""
    listed = list(phrases)
    lines: dict[str, int] = {}
    heads: list[tuple[str, int, str]] = []
    for number, phrase in enumerate(listed):
        if phrase.place == LINE:
            for wording in spelt_out(phrase.wording):
                lines.setdefault(wording.strip(DECORATION), number)
            continue
        head, rest = divided(phrase.wording)
        heads.extend((literal, number, rest) for literal in spelt_out(head))
    return {"phrases": listed, "lines": lines, "heads": heads}


class StockPhrases:
    """Phrases ready to be found. Text is compared folded (see `Text.folded`)."""

    def __init__(self, spelt: Spelt) -> None:
        phrases = [StockPhrase(*phrase) for phrase in spelt["phrases"]]
        self._lines: dict[str, StockPhrase] = {wording: phrases[number] for wording, number in spelt["lines"].items()}
        wanted = ((literal, Wanted(phrases[number], rest)) for literal, number, rest in spelt["heads"])
        self._literals = Literals(wanted, overlapping=True)

    def line(self, article: Article, block: Block) -> StockPhrase | None:
        """The phrase that is the whole line, arrows and end marks aside."""
        if block.span.end - block.span.start > 2 * GAP_LENGTH:
            return None
        line = article.text.folded[block.span.start : block.span.end].strip(DECORATION)
        if phrase := self._lines.get(line):
            return phrase
        if DIGIT.search(line):
            uncounted, counts = COUNT.subn(" ", line)
            if counts == 1:
                return self._lines.get(" ".join(uncounted.split()).strip(DECORATION))
        return self._row(line)

    def _row(self, line: str) -> StockPhrase | None:
        """The first phrase of a row of them, such as `Home > News > Arts` or `Facebook Twitter Email`."""
        parts = [part for part in SEPARATOR.split(line) if part]
        wanted = 2
        if len(parts) < wanted:
            parts, wanted = line.split(), 3
        phrases = [self._lines[part] for part in parts if part in self._lines]
        trail = ">" in line or "›" in line
        if len(parts) >= wanted and (len(phrases) == len(parts) or (trail and len(phrases) > 1)):
            return phrases[0]._replace(section=ROW, weak=False)
        return None

    def within(self, article: Article, block: Block) -> Iterator[Sighting]:
        """The openings and anywhere phrases in a block, in order of their ends."""
        hits = self._literals.within(article, block.span, whole_words=False)
        if not hits:
            return
        start = block.span.start
        text = article.text.folded[start : block.span.end]
        opening = len(text) - len(text.lstrip(OPENERS))
        for found in hits:
            hit = found._replace(start=found.start - start, end=found.end - start)
            if hit.start and text[hit.start - 1].isalnum() and text[hit.start].isalnum():
                continue
            for phrase, rest in hit.payloads:
                if phrase.place == OPENING and not opens(article, block, hit.start, opening):
                    continue
                end = hit.end
                if rest:
                    followed = pattern_of(rest).match(text, hit.end)
                    end = followed.end() if followed else 0
                elif end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
                    end = 0
                if end:
                    yield Sighting(Span(start + hit.start, start + end), phrase)


def opens(article: Article, block: Block, at: int, opening: int) -> bool:
    """Whether a place of the block opens it, or opens a sentence in it with a capital."""
    if at <= opening:
        return True
    start = block.span.start
    before = article.text.plain[max(start, start + at - 8) : start + at]
    return article.text.content[start + at].isupper() and bool(SENTENCE_BEFORE.search(before))


def chosen(subject: str, language: str) -> Iterator[StockPhrase]:
    """The phrases for an article in a language.

    Leftovers come in the language of the page they were copied with, so the other languages' phrases count too, except
    their single words, which may be anything elsewhere, and what proves nothing alone.
    """
    mine = {language, "en"}
    for other in languages():
        for phrase in phrases_of(other, subject):
            if other in mine or (not phrase.weak and " " in phrase.wording):
                yield phrase


def spelt(subject: str, language: str) -> Prepared:
    """The phrases for a language, spelt out."""
    return Prepared(f"{subject}-{language}", lambda: spell(chosen(subject, language)), (__file__,))


def stock_phrases(subject: str, language: str) -> StockPhrases:
    """The phrases for an article in a language, ready to be found; in a language without data, those for English."""
    return _found_by(subject, language if language in languages() else "en")


@cache
def _found_by(subject: str, language: str) -> StockPhrases:
    return StockPhrases(spelt(subject, language).load())
