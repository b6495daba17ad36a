"""Outlets whose name a translation made into common words: "Le gardien." for The Guardian."""

import re
from functools import cache

from provenance.lexicon.tables import languages, rows
from provenance.model.article import Article, derived
from provenance.model.block import PROSE, Block
from provenance.model.outlet import Outlet
from provenance.model.patterns import pattern
from provenance.model.record import record
from provenance.model.text import Span, plain
from provenance.registry.grammar import REACH, Grammar, grammar_of, is_attribute
from provenance.registry.mentions import sentence_of
from provenance.registry.outlets import outlet_named
from provenance.words.literals import Literals

ARTICLES = {
    "fr": "(?:le|la|les|du|des|au|aux) |l'",
    "en": "the ",
    "es": "(?:el|la|los|las|del|al) ",
    "de": "(?:der|die|das|dem|den) ",
    "it": "(?:il|lo|la|i|gli|le|del|dello|della|dei|al|alla|ai|dal|dalla|dai|nel|sul|sulla) |(?:l|dell|all|dall|sull)'",
    "pt": "(?:o|a|os|as|do|da|dos|das|ao|à|aos|no|na|pelo|pela) ",
    "nl": "(?:de|het) ",
}
"""The articles of each language, with the prepositions that melt into them."""
AFTER_SPEECH = pattern(r"[.!?…][»\"”’']? ?$|[»\"”][.,]? ?$")


SENTENCE_END = pattern(r"[.!?…][»\"”“’']{0,2} (?=\S)")
QUOTED = pattern(r"[«„»\"”“—]|['’],")
"""A mark of direct speech before the verb of saying, also where its closing mark was lost."""
SPOKEN = pattern(r"[^»«\"”“„]{15}(?:[»\"”“’] ?,|,[\"”’]) [^.!?»«\"”“„]{3,140}[.] ?$")
"""Direct speech, a comma and who said it, whatever the verb."""
SPEECH_TAIL = 140
"""Characters before the end of a sentence in which its verb of saying stands: "said the former head of the club"."""
ASKED = pattern(r"\?[ »\"”“’']{0,3}[^?.!»\"”]{0,140}[.»\"”’ ]{0,4}$")
"""A question just before: the words after it may answer it."""
EXPLAINED = pattern(
    r"\.? (?:c'est|c'était|voilà|ainsi|that|this|so|such|así|ese|esa|era|fue|così|questo|assim|esse|zo|dat|dit|das)\b"
)
"""A sentence that goes on to say who was just named: "Le gardien. C'est ainsi que …"."""
WHOSE = pattern(
    r" (?:de|du|des|d'|del|della|dei|do|da|dos|das|der|vom|von|van|beim|bei|aus|zum|zur|op|bij|aan|of|at"
    r"|(?:am|im|in) (?!(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|morgen|abend|nachmittag|interview|gespr|einem"
    r"|\d))(?!\w)"
)
"""What belongs to a person on duty and not to an outlet: "the guard of the park"."""


AGENT = pattern(r"(?<!\w)(?:pelo|pela|por|par|dal|dalla|door|by) $")
"""Before an article with a capital, who did it: "elogiado pelo O Guardião" names a title and no guard."""

DEFINITE = pattern(r"(?:der|dem|den) $")
SUBJECT_OF = tuple(f"{verb} der " for verb in ("sagte", "sagt", "berichtete", "erklärte", "so", "meinte", "teilte"))
"""German: "sagte der Wächter" lets the guard speak, "dem Wächter" is told something."""


@record
class LiteralName:
    """A translated name with its article (`span`), the outlet meant, and whether the text cites it there.

    `is_alone`: it is a sentence of its own, or a title that keeps its article; `article` is the article before the
    name, in lower case, or empty. `is_misspelt`: no translation, but a slip in the name itself.
    """

    span: Span
    outlet: Outlet
    article: str
    cites: bool
    is_alone: bool
    is_misspelt: bool = False


@cache
def literal_forms(language: str) -> Literals[tuple[str, str]]:
    """Translated names in lower case, each with the outlet's name and its use."""
    return Literals(
        (plain(literal).lower(), (outlet, use)) for literal, outlet, use in rows("literal_outlets", language)
    )


@cache
def leading_article(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{ARTICLES.get(language, '(?!)')})$")


@derived
def literal_outlets(article: Article) -> tuple[LiteralName, ...]:
    """The translated names in the article's running text, in reading order; never a name an outlet really bears."""
    language = (article.language or "").split("-")[0]
    if language not in languages():
        return ()
    found = []
    for block in article.blocks_of(PROSE):
        for hit in literal_forms(language).within(article, block.span):
            (name, use), *_others = hit.payloads
            span = Span(hit.start, hit.end)
            if literal := _verified(article, block, span, outlet_named(name), use, grammar_of(language)):
                found.append(literal)
    return tuple(sorted(found, key=lambda literal: literal.span))


def _verified(
    article: Article, block: Block, span: Span, outlet: Outlet | None, use: str, grammar: Grammar | None
) -> LiteralName | None:
    text, folded = article.text.plain, article.text.folded
    leads = leading_article((article.language or "").split("-")[0])
    before = leads.search(folded, max(block.span.start, span.start - 8), span.start)
    whole = Span(before.start() if before else span.start, span.end)
    if grammar is None or outlet is None or _is_real(text[whole.start : whole.end], text[span.start : span.end]):
        return None
    leading = before.group().strip() if before else ""
    if _stands_alone(article, block, whole, grammar):
        return LiteralName(whole, outlet, leading, cites=True, is_alone=True)
    sentence = sentence_of(article, block, span)
    left = folded[max(sentence.start, span.start - 2 * REACH) : span.start]
    right = folded[span.end : min(sentence.end, span.end + 2 * REACH)]
    is_name = text[span.start].isupper() and (span.start > sentence.start or before is not None)
    if use == "alone" and (WHOSE.match(right) or _is_somebody(article, span, leading)):
        return None
    is_title = (
        before is not None and text[before.start()].isupper() and AGENT.search(left[: before.start() - span.start])
    )
    is_cited = is_title or _is_cited(grammar, left, right) or _judges(article, grammar, before is not None, right)
    is_name = is_name or use == "misspelt"
    cites = is_name and (is_cited if use != "apposed" else grammar.apposed_after.match(right))
    if cites if use in ("alone", "cited", "apposed") else is_name or cites:
        return LiteralName(whole, outlet, leading, bool(cites), bool(is_title), is_misspelt=use == "misspelt")
    return None


def _is_somebody(article: Article, span: Span, leading: str) -> bool:
    """Whether a common word may be a person here: the article has a guard elsewhere, or German grammar makes it one."""
    folded = article.text.folded
    word = folded[span.start : span.end]
    if (article.language or "").startswith("de") and leading == "der" and folded[: span.start].endswith(SUBJECT_OF):
        return True
    is_german = (article.language or "").startswith("de")
    return any(
        other.start() != span.start
        and (
            WHOSE.match(folded, other.end())
            or article.text.plain[other.start()].islower()
            or (is_german and not DEFINITE.search(folded, max(0, other.start() - 5), other.start()))
        )
        for other in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", folded)
    )


def _is_real(*printed: str) -> bool:
    """Whether some outlet of the registry bears exactly that name."""
    for name in printed:
        known = outlet_named(name)
        if known and name in (plain(known.name), *map(plain, known.aliases)):
            return True
    return False


def _stands_alone(article: Article, block: Block, whole: Span, grammar: Grammar) -> bool:
    """Whether the name is all there is between direct speech, with who said it, and the next full stop."""
    text, folded = article.text.plain, article.text.folded
    after = text[whole.end : whole.end + 2]
    if after[:1] not in (".", "") or (len(after) == 2 and not after[1].isspace()):
        return False
    if whole.end + 1 < block.span.end and after[:1] != ".":
        return False
    left = folded[max(block.span.start, whole.start - 2 * REACH) : whole.start]
    said = left.rstrip(".!?…»\"”’' ")
    if not AFTER_SPEECH.search(left) or ASKED.search(left) or EXPLAINED.match(folded, whole.end):
        return False
    if left.rstrip()[-1:] in '»"”“' or left.rstrip()[-2:-1] in '»"”“':
        return True
    if SPOKEN.search(left):
        return True
    sentence = max((hit.end() for hit in SENTENCE_END.finditer(said)), default=0)
    spoken = list(grammar.speech.finditer(said, max(sentence, len(said) - SPEECH_TAIL)))
    return bool(spoken) and QUOTED.search(left, max(0, spoken[0].start() - REACH), spoken[-1].end()) is not None


def _judges(article: Article, grammar: Grammar, has_article: bool, right: str) -> bool:
    """Whether a name with its article praises or describes, as reviews do; in German, where every noun has a capital,
    only in an article, a report or the like."""
    if not has_article or grammar.judges_after.match(right) is None:
        return False
    return not (article.language or "").startswith("de") or grammar.occasion.search(right) is not None


def _is_cited(grammar: Grammar, left: str, right: str) -> bool:
    if grammar.reports_after.match(right) and not is_attribute(grammar, left):
        return True
    if any(found.search(left) for found in (grammar.source_before, grammar.noun_before, grammar.verb_before)):
        return True
    if grammar.apposed_after.match(right):
        return True
    near = left[-REACH:]
    told = grammar.told_before.search(left)
    return bool(told and grammar.speech.search(near, 0, max(0, told.start() - len(left) + len(near))))
