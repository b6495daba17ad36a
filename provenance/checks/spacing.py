"""A space is missing or too many beside a punctuation mark.

French sets a space before ! ? ; : and inside « », the other languages set none; no language sets one before a comma or
two between words. Readers stumble, and lines break in the wrong place. The replacement is safe. A no-break space is a
space like any other here, and an article that sets its marks otherwise throughout follows its house, which is told once
and with little certainty.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from provenance.inspection.check import Observation, check
from provenance.lexicon.tables import WORLD, table
from provenance.model.article import Article
from provenance.model.block import PROSE, BlockKind
from provenance.model.dossier import Dossier
from provenance.model.patterns import pattern
from provenance.model.rule import Example
from provenance.model.text import Span

SURE, LIKELY, HOUSE_STYLE = 0.9, 0.7, 0.4
LOOKS = PROSE | {BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.FOOTER}
ADDRESS = pattern(r"://|www\.|@|\w\.(?:com|org|net|fr|de|es|it|pt|nl|be|ch|uk|eu|info|io|html?)\b")
LETTER_LIKE = ')]"”%'
"""What may stand between a word and the mark glued to it."""

TIGHT = pattern(r"[!?;:](?=[\s\"”»)\]!?]|$)")
LOOSE = pattern(r" +([!?;:])(?=[\s\"”)\]]|$)")
GUILLEMET = pattern(r"«(?=[^\W_\"“‘(\[…])|»")
BEFORE_COMMA = pattern(r" +([,.])(?=\s|$)")
BEHIND_QUOTE = pattern(r"[»”](?<=[\w.!?…].) +,(?=\s)")
"""A comma set apart from a closed quotation; a straight mark may open one."""

TWICE = pattern(r"([.,;:])\1(?<=[^\W_]..)(?=\s|$)")
CURLY_PAIR = pattern(r"“ +([^“”\n]{1,300}[^“”\s]) +”")
NO_SPACE_AFTER = pattern(r",(?=[^\W\d_]{2,}(?:[\s,.;:!?)»\"”]|$))")
TWO_SPACES = pattern(r"  +(?=[^\W_«“\"(])")
APART = pattern(r"(?<![\w'])((?:[ldjmntscLDJMNTSC]|[qQ]u|[lL]orsqu|[jJ]usqu)')( +)(?=[^\W\d_]{2})")
SPACED = pattern(r"([ \u00a0\u202f])[!?;:»](?<=[^\W_]..)")
MARKS, COLON, QUOTES, COMMA, EXTRA, DOUBLE, TWO_MARKS = (
    "marks",
    "colon",
    "quotes",
    "comma",
    "extra",
    "double",
    "two marks",
)
FEW = 4
"""Flaws of one kind up to which they are slips rather than a house's way."""

SHOWN = 20


class Flaw(NamedTuple):
    """One place to mend: where it stands, what should stand there, and which kind of flaw it is."""

    start: int
    end: int
    replacement: str
    kind: str

    def moved(self, by: int) -> "Flaw":
        return Flaw(self.start + by, self.end + by, self.replacement, self.kind)


@check(
    level="note",
    since="0.1",
    messages={
        "missing": {"en": "a space is missing: “{right}”", "fr": "il manque une espace : « {right} »"},
        "extra": {"en": "one space too many: “{right}”", "fr": "une espace est de trop : « {right} »"},
        "twice": {"en": "one mark too many: “{right}”", "fr": "un signe de trop : « {right} »"},
        "house": {
            "en": "{count} punctuation marks in this article are spaced against the usage of its language",
            "fr": "{count} signes de ponctuation de cet article sont mal espacés pour sa langue",
        },
    },
    examples=(
        Example("Le bac part à midi. Embarquez ⟦vite!→vite !⟧ Qui vient ? Ana : « moi ».", "fr"),
        Example("Le bac est ⟦complet ,→complet,⟧ dit Ana. ⟦Rien  à→Rien à⟧ faire.", "fr"),
        Example("Elle répond ⟦«oui→« oui⟧ » au micro.", "fr"),
        Example("Le bac part à 10:30 et coûte 12 000 euros : voir https://bac.example/a?b=1:2. Vraiment ?", "fr"),
        Example("  • Un bac\n  • Deux bacs !\nLe score est de 3:1. Ana (?) sourit…", "fr"),
        Example("Elle travaille chez Yahoo! depuis mai. Qui l’eût cru ?", "fr"),
        Example("The ferry leaves at ⟦noon !→noon!⟧ Tickets cost 3.5 pounds.", "en"),
        Example(
            "The ferry is ⟦full,said→full, said⟧ Ana on ⟦Monday..→Monday.⟧ It was ⟦“ very full ”→“very full”⟧ at noon.",
            "en",
        ),
        Example("See https://ferry.example/a,b or ask at 10:30. Really?", "en"),
        Example("Mr. J.R. Reed of the U.S. coast guard said: no.", "en"),
        Example("Die Fähre ist ⟦voll !→voll!⟧ Nächste um 12:30 Uhr.", "de"),
        Example("Die Fähre kostet 3,50 Euro: zu viel?", "de"),
        Example("Um 10:30 Uhr, z. B. am Montag, fährt sie.", "de"),
        Example("El bote está ⟦lleno ,→lleno,⟧ dijo Ana.", "es"),
        Example("¿Viene Ana? ¡Claro! Son 3,50 euros: caro.", "es"),
        Example("A las 10:30 sale; cuesta 12 000 pesos.", "es"),
        Example("Il traghetto è ⟦pieno ;→pieno;⟧ si aspetta. «Non c'è posto⟦» ,→»,⟧ avverte Ana... E poi?", "it"),
        Example("Viene Ana? Certo! Costa 3,50 euro: caro.", "it"),
        Example("Alle 10:30, c'è posto. L'altro no.", "it"),
        Example("O barco está ⟦cheio ?→cheio?⟧ Ninguém sabe.", "pt"),
        Example("Vem a Ana? Claro! São 3,50 euros: caro.", "pt"),
        Example("Às 10:30, há lugar; depois não.", "pt"),
        Example("De boot is ⟦vol !→vol!⟧ Wie wacht er?", "nl"),
        Example("Komt Ana? Zeker! Het kost 3,50 euro: duur.", "nl"),
        Example("Om 10:30, zo'n uur later, is er plaats.", "nl"),
    ),
    languages=("fr", "en", "es", "de", "it", "pt", "nl"),
)
def spacing(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    marks = wanted_before(article.language or "")
    space = usual_space(article, marks)
    flaws: dict[str, list[Flaw]] = {}
    for block in article.blocks_of(LOOKS):
        text = article.text.plain[block.span.start : block.span.end]
        for flaw in flaws_of(text, marks, space):
            if not in_address(text, flaw):
                flaws.setdefault(flaw.kind, []).append(flaw.moved(block.span.start))
    for kind, found in flaws.items():
        yield from told(article, kind, found, marks)


def wanted_before(language: str) -> str:
    """The marks that want a space before them in a language, its region considered."""
    rules = table(language.split("-")[0], "typography")
    without = rules.get("unspaced", {}).get(language, "")
    return "".join(mark for mark in rules.get("space_before", "") if mark not in without)


def usual_space(article: Article, marks: str) -> str:
    """The space the article itself sets before its marks; a no-break space where it sets none."""
    seen = Counter(found[1] for found in SPACED.finditer(article.text.content)) if marks else Counter[str]()
    return seen.most_common(1)[0][0] if seen else "\u00a0"


def flaws_of(text: str, marks: str, space: str) -> Iterator[Flaw]:
    """The flaws of one block (typography made plain), offsets within it."""
    if marks:
        yield from missing_spaces(text, marks, space)
    loose = () if marks or not any(f" {mark}" in text for mark in "!?;:") else (LOOSE,)
    for flaw in (*loose, BEFORE_COMMA) if " ," in text or " ." in text else loose:
        for found in flaw.finditer(text):
            first = word_start(text, found.start())
            if text[first : found.start()].strip("-'"):
                yield Flaw(first, found.end(), text[first : found.start()] + found[1], EXTRA)
    for found in BEHIND_QUOTE.finditer(text):
        yield Flaw(found.start(), found.end(), f"{text[found.start()]},", EXTRA)
    for found in TWICE.finditer(text):
        first = word_start(text, found.start())
        yield Flaw(first, found.end(), text[first : found.start()] + found[1], TWO_MARKS)
    if not marks and "“ " in text:
        for found in CURLY_PAIR.finditer(text):
            yield Flaw(found.start(), found.end(), f"“{found[1]}”", EXTRA)
    for found in NO_SPACE_AFTER.finditer(text):
        first, last = word_start(text, found.start()), word_end(text, found.end())
        if found.start() - first > 1 and text[first : found.start()].isalpha():
            yield Flaw(first, last, f"{text[first : found.start()]}, {text[found.end() : last]}", COMMA)
    if "' " in text:
        for found in APART.finditer(text):
            last = word_end(text, found.end())
            yield Flaw(found.start(), last, f"{found[1]}{text[found.end() : last]}", EXTRA)
    if "  " in text:
        for found in TWO_SPACES.finditer(text):
            first, last = word_start(text, found.start()), word_end(text, found.end())
            if first < found.start():
                yield Flaw(first, last, f"{text[first : found.start()]} {text[found.end() : last]}", DOUBLE)


def missing_spaces(text: str, marks: str, space: str) -> Iterator[Flaw]:
    """Marks that touch a word although the language sets a space between."""
    for found in TIGHT.finditer(text):
        at, mark = found.start(), found.group()
        before = text[at - 1 : at]
        first = word_start(text, at - 1 if before and before in LETTER_LIKE else at)
        word = text[first:at]
        if mark in marks and word and (before.isalnum() or (before in LETTER_LIKE and word[0] not in LETTER_LIKE)):
            if word + mark in names_with_marks() or (mark == ":" and word.isdigit()):
                continue
            yield Flaw(first, at + 1, f"{word}{space}{mark}", COLON if mark == ":" else MARKS)
    for found in GUILLEMET.finditer(text):
        at = found.start()
        if found.group() == "«":
            last = word_end(text, at + 1)
            yield Flaw(at, last, f"«{space}{text[at + 1 : last]}", QUOTES)
        elif (first := word_start(text, at)) < at:
            yield Flaw(first, at + 1, f"{text[first:at]}{space}»", QUOTES)


def in_address(text: str, flaw: Flaw) -> bool:
    """Whether the flaw stands in a web address or a name like one."""
    first, last = text.rfind(" ", 0, flaw.start) + 1, text.find(" ", flaw.end)
    return bool(ADDRESS.search(text, first, last if last >= 0 else len(text)))


@cache
def names_with_marks() -> frozenset[str]:
    return frozenset(name.split()[-1] for name in table(WORLD, "residue")["names_with_marks"])


def word_start(text: str, at: int) -> int:
    """Where the word that ends at an offset starts."""
    while at and (text[at - 1].isalnum() or text[at - 1] in "'-"):
        at -= 1
    return at


def word_end(text: str, at: int) -> int:
    """Where the word that starts at an offset ends."""
    while at < len(text) and (text[at].isalnum() or text[at] in "'-"):
        at += 1
    return at


def told(article: Article, kind: str, flaws: list[Flaw], marks: str) -> Iterator[Observation]:
    """Each flaw by itself, or all at once where the whole article is set so."""
    spans = [Span(flaw.start, flaw.end) for flaw in flaws]
    right = right_ones(article, kind, marks) if len(flaws) > FEW or kind == COLON else 1
    if len(flaws) > FEW and len(flaws) > right:
        count = {"count": str(len(flaws))}
        yield Observation(spans[0], "house", count, confidence=HOUSE_STYLE, related=tuple(spans[1:SHOWN]))
        return
    confidence = LIKELY if kind == COLON and not right else SURE
    for flaw, span in zip(flaws, spans, strict=True):
        message = "twice" if kind == TWO_MARKS else "extra" if kind in (EXTRA, DOUBLE) else "missing"
        yield Observation(
            span, message, {"right": flaw.replacement}, flaw.replacement, safe=True, confidence=confidence
        )


def right_ones(article: Article, kind: str, marks: str) -> int:
    """How many marks of the kind the article sets right."""
    signs = {
        MARKS: [f" {mark}" for mark in marks if mark not in ":»"],
        COLON: [" :"],
        QUOTES: ["« ", " »"],
        DOUBLE: [],
        TWO_MARKS: [". "],
    }.get(kind, [", "])
    return sum(article.text.plain.count(sign) for sign in signs)
