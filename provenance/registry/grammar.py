"""How running text names an outlet it cites, in each language: the patterns of `citations.toml`, compiled once.

All patterns read `Text.folded` around one name; none is run over a whole text.
"""

import re
from dataclasses import dataclass
from functools import cache

from provenance.lexicon.tables import table

OPENING = "[«\"“„‘'*_]{0,2} ?"
NOTHING = "(?!)"
CLOSING = "[»\"”“’'*_]{0,2}"
REACH = 110
"""Characters back from a name in which a verb of saying may stand."""

HEAD = 40
"""Characters before "of X" in which the noun stands that it belongs to."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns for what stands before a name (they end where it starts) and after it (they start where it ends)."""

    noun_before: re.Pattern[str]
    source_before: re.Pattern[str]
    told_before: re.Pattern[str]
    printed_before: re.Pattern[str]
    verb_before: re.Pattern[str]
    speech: re.Pattern[str]
    occasion: re.Pattern[str]
    reports_after: re.Pattern[str]
    reports_aside: re.Pattern[str]
    says_after: re.Pattern[str]
    role_after: re.Pattern[str]
    genitive_before: re.Pattern[str]
    attribute_before: re.Pattern[str]
    common_before: re.Pattern[str]
    joined: re.Pattern[str]


@cache
def grammar_of(language: str) -> Grammar | None:
    """The patterns of a language, or None where there is no data for it."""
    said = table(language, "citations")
    if not said:
        return None
    article = f"(?:{articles(said['articles'])})?"
    noun = rf"(?:[\w'-]+ ){{0,2}}{any_of(said['nouns'])}(?: [^\s,.;:!?]{{1,24}}){{0,4}}? "
    determiner = rf"{article}(?:{noun})?{OPENING}$"
    verbs = [phrase for phrase in said["reports"] if not phrase.endswith((" que", " that", " che"))]
    opened = rf"{CLOSING}(?: \([^()]{{1,60}}\))?"
    clause = rf"(?:,? ?{any_of(said['starts'])} [^.;:!?]{{1,120}}?,? )?"
    report = rf" ?(?:[^\W\d_]{{2,14}} )?{any_of(said['reports'])}(?!\w)"
    to = rf"(?<![\w-]){any_of(said['to'])}(?: |(?<='))"
    return Grammar(
        noun_before=re.compile(rf"(?<!\w){article}{noun}{OPENING}$"),
        source_before=re.compile(rf"(?<![\w-]){any_of(said['before'])}(?: |(?<='))[,:]?{determiner}"),
        told_before=re.compile(rf"{to}(?:{noun})?{OPENING}$|{to}{determiner}"),
        printed_before=re.compile(rf"(?<![\w-]){any_of(said['on'])}(?: |(?<=')){determiner}"),
        verb_before=re.compile(rf"(?<![\w-]){any_of(verbs)} {determiner}"),
        speech=re.compile(rf"(?<![\w-]){any_of(said['speech'])}(?![\w])"),
        occasion=re.compile(rf"(?<![\w-]){any_of(said['occasions'])}(?![\w])"),
        reports_after=re.compile(rf"{opened}{clause}{report}"),
        reports_aside=re.compile(rf"{opened}, [^.;:!?,]{{1,80}}, {report}"),
        says_after=re.compile(rf"{opened}{clause} ?{any_of(said['says'])}(?!\w)"),
        role_after=re.compile(rf"['’]s |{CLOSING} {any_of(said['roles'])}(?!\w)" if said["roles"] else NOTHING),
        genitive_before=re.compile(rf"(?<!\w){any_of(said['heads'])} {determiner}"),
        attribute_before=re.compile(rf"(?<![\w-]){any_of(said['genitives'])}(?: |(?<=')){determiner}"),
        common_before=re.compile(rf"(?<!\w){any_of(said['adverbial'])} $"),
        joined=re.compile(
            rf"{CLOSING}(?:,| {any_of(said['coordination'])}) (?:(?:de|du|à|au|a|al|von|da|van) )?{determiner}"
        ),
    )


def is_attribute(grammar: Grammar, left: str) -> bool:
    """Whether the name belongs to somebody or something else ("the head of X"), save a report ("an article of X")."""
    found = grammar.attribute_before.search(left)
    return found is not None and not grammar.occasion.search(left, max(0, found.start() - HEAD), found.start())


def any_of(phrases: list[str]) -> str:
    """One of the phrases, longest first; between the two words of a verb form one adverb may stand."""
    written = sorted({phrase.lower() for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(map(loosened, written)) + ")" if written else NOTHING


def loosened(phrase: str) -> str:
    first, blank, rest = phrase.partition(" ")
    if blank and first in AUXILIARIES:
        return rf"{re.escape(first)} (?:[^\W\d_]{{2,14}} )?{re.escape(rest)}"
    return re.escape(phrase)


AUXILIARIES = frozenset({"a", "ont", "has", "have", "had", "ha", "han", "hanno", "heeft", "hebben", "hatte", "hatten"})


def articles(forms: list[str]) -> str:
    """Articles with the blank or the apostrophe that follows them."""
    return "|".join(re.escape(form) if form.endswith("'") else rf"{re.escape(form)} " for form in forms)
