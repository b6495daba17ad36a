"""Lines that date an article without saying so: `Metz, le 3 mai 2014`, `Saturday 3 May 2014, page 4`, `Ana Roy, 3 May`.

Such a line holds the date and beside it nothing but a name or a place, a clock, the number of an issue, how long it
takes to read, the signs of agencies. Anything else, a verb above all, makes it a sentence whose date dates something
else.
"""

import re
from functools import cache

from provenance.lexicon.tables import table
from provenance.model.article import Article
from provenance.model.block import Block
from provenance.model.patterns import pattern
from provenance.model.text import Span
from provenance.words.names import CAPITALS

LONGEST = 120
NAMES = 7
"""Words of names and places that may stand beside the date of a line at the top."""

FEW_NAMES = 4
"""The same at the end, where lists of sources and of events stand too."""

RUNNING = 100
"""Characters from which a block that ends as a sentence does is running text."""

FILLING = pattern(
    r"[\s:|,;()/•·—–-]|\d{1,2}[:.h]\d{2}(?::\d\d)?|"
    r"\d{1,2} ?(?:h|uhr|am|pm|a\.m\.|p\.m\.)(?!\w)|"
    r"(?<!\w)(?:à|at|um|a las|alle|às|om|uhr|uur|ore|horas|hrs|h|le|am|pm|il|el|em|op|on|den|the)(?!\w)|"
    r"(?<!\w)(?:gmt|cet|cest|est|et|utc|edt|pst|pdt|bst|mez|mesz|brt|wib|ist)(?!\w)"
)
"""What says nothing beside a date: marks, clocks, prepositions, time zones. In lower case."""

CLOCK = pattern(
    r"(?<![\w.])\d{1,2} ?(?:[:.h] ?\d{2}(?::\d\d)?(?: ?h(?:rs)?\b\.?)?|h\b)(?: ?(?:am|pm|a\.m\.|p\.m\.))?"
    r"|(?<![\w.])\d{1,2} ?(?:uhr|uur|heures|horas|hrs?)(?!\w)|(?<![\w.])\d{1,2} ?(?:am|pm|a\.m\.|p\.m\.)(?!\w)",
    re.IGNORECASE,
)
NAME = pattern(rf"(?:[dlDL]['’])?(?:[{CAPITALS}][^\W\d_]*+['’.]?-?)+[^\W\d_]*+")
PARTICLE = pattern(
    r"d[aeiou]s?|del|della|de[nmr]|l[aeo]s?|l|d|v[ao]n|te[nr]|en|et|and|und|[eyià]|of|the|s[uo][rus]+|a[im]|aan|bij|zu|in|"
    r"gmt|cet|cest|est|utc|[ep][ds]t|bst|mesz?|brt|ist",
    re.IGNORECASE,
)
"""Small words of names of people and places, and time zones."""

WORD = pattern(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
SIGNS = r"[a-z]{2,4}(?:/[A-Za-z]{2,7}){1,3}"
SIGN = pattern(rf"^{SIGNS}(?=[, ])|^[a-z]{{2,4}}(?=, )|\((?:{SIGNS}|[a-z]{{2,4}})\)")
"""The short signs of a staff member and an agency: `jwk/dpa` at the opening, `(dpa/lno)` behind the place."""


def only_dates(folded: str, line: Span, date: Span) -> bool:
    """Whether the line holds the date and nothing that could say something."""
    rest = folded[line.start : date.start] + "|" + folded[date.end : line.end]
    return not FILLING.sub("", rest)


def names_beside(article: Article, line: Span, date: Span) -> int | None:
    """How many words of names stand beside the date in a line that is no sentence; None where anything else does."""
    if line.end - line.start > LONGEST or article.text.plain[line.end - 1] in "!?…":
        return None
    plain = article.text.plain
    rest = f"{plain[line.start : date.start]} | {plain[date.end : line.end]}"
    if other_words(article.language).search(rest):
        return None
    for known in (SIGN, helped(article.language), CLOCK, line_words(article.language)):
        rest = known.sub(" ", rest)
    if re.search(r"[\d:\"“”«»„%€$]", rest):
        return None
    words = [word.strip(".") for word in WORD.findall(rest)]
    names = [word for word in words if not PARTICLE.fullmatch(word)]
    small = [word for word in names if not NAME.fullmatch(word)]
    return None if small else len(names)


@cache
def line_words(language: str | None) -> re.Pattern[str]:
    """What stands beside the date in such lines, in the language and in English."""
    return any_of(language, "line_words")


@cache
def helped(language: str | None) -> re.Pattern[str]:
    """The agency that helped, in brackets: `(with AP)`."""
    words = any_of(language, "with_words").pattern
    return re.compile(rf"\((?i:{words}) ?[{CAPITALS}][^\W\d_]*(?:[ /-][{CAPITALS}][^\W\d_]*){{0,3}}\)")


@cache
def other_words(language: str | None) -> re.Pattern[str]:
    """What tells that the date of a line is another one: of a photograph, of a performance."""
    return any_of(language, "other_line_words")


def any_of(language: str | None, name: str) -> re.Pattern[str]:
    codes = {language.split("-")[0], "en"} if language else {"en"}
    words = {word for code in codes for word in table(code, "dates").get(name, ())}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    spelt = "|".join(re.escape(word).replace(r"\#", r"\d{1,6}") for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{spelt})(?!\w) ?:?", re.IGNORECASE)


def opening_blocks(article: Article, blocks: list[Block], most: int) -> int:
    """How many blocks stand above the running text, itself not counted, at the most so many."""
    plain = article.text.plain
    for number, block in enumerate(blocks[:most]):
        size = block.span.end - block.span.start
        if number and size >= RUNNING and plain[block.span.start : block.span.end].rstrip("\"'»)")[-1:] in ".!?":
            return number
    return most
