"""Two words are glued together where a blank, a full stop or a line break was lost.

Markup that is thrown away before a text is translated takes blanks with it: a caption runs into its credit
("Ann MorelLe pont"), a linked outlet into the next word ("Wall Street Journalciting"). Put the blank, and the stop
where one is missing, back. Only a blank lost after a full stop is a mere note. Brands and names with a capital inside,
addresses, handles and hashtags are silent.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from provenance.inspection.check import Observation, check
from provenance.lexicon.tables import WORLD, is_common, table
from provenance.model.article import Article, derived
from provenance.model.block import PROSE, Block, BlockKind
from provenance.model.dossier import Dossier
from provenance.model.finding import Level
from provenance.model.rule import Example
from provenance.model.text import Span
from provenance.registry.mentions import Mention, mentions, sentence_of

LOOKED_AT = PROSE | {BlockKind.CAPTION, BlockKind.BYLINE}
CAPITAL = r"(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’])"
JUNCTION = re.compile(rf"(?<=[a-zà-öø-ÿœ])(?:[.!?…»)\]”]{{1,2}}(?:{CAPITAL}|(?=[AEOYÀÉ] [a-zà-ÿ]))|{CAPITAL})")
LEFT = re.compile(r"(?<![\w'’-])[^\W\d_][\w'’-]{0,40}$")
RIGHT = re.compile(r"[^\W\d_]{1,40}")
PART = re.compile(r"[^\W_]+")
ADDRESS = re.compile(r"[@#/\\_&=%]|www\.|\.[a-z]{2,4}(?:/|$)")
SHORTEST_LEFT = 4
SHORTEST_NAME = 3
PARTS_OF_NAMES = frozenset({"mac", "van", "von", "des", "del", "los", "las", "san", "dos", "das", "ibn", "abu", "fitz"})
NEVER = frozenset({"in", "on", "up", "me", "it", "to", "i"})
"""Words that end brands and gendered nouns: `LinkedIn`, `LehrerIn`."""
NEAR = 40
FULL_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ'’-]+ (?:de |du |von |van |di |da )?$")
PARTICIPLE = re.compile(r".+(?:ant|ing|ando|endo|indo|end)$")
SURE, LIKELY, UNSURE = 0.95, 0.92, 0.5


@check(
    level="warning",
    since="0.1",
    messages={
        "found": {
            "en": "“{left}” and “{right}” are glued together",
            "fr": "« {left} » et « {right} » sont collés",
        }
    },
    examples=(
        Example("Ann ⟦MorelLe→Morel. Le⟧ pont est vendu, a dit Mme Morel.", "fr"),
        Example("Le Wall Street ⟦Journalcitant→Journal, citant⟧ deux élus, a rapporté la vente.", "fr"),
        Example("Le pont est ⟦vendu.Le→vendu. Le⟧ maire se tait.", "fr"),
        Example("TotalEnergies, YouTube, LinkedIn, BioNTech et McDonald’s louent le pont. Un iPhone l’a filmé.", "fr"),
        Example("Voir https://exemple.fr/LePont, le compte @PontLe ou le mot-dièse #SauvonsLePont.", "fr"),
        Example("Mme LeBrun, M. DiCaprio et Ann FitzGerald y vont. Le p.ex.Le d’un M.Dupont reste.", "fr"),
        Example("The Wall Street ⟦Journalsaid→Journal said⟧ the bridge was sold.", "en"),
        Example("The bridge was ⟦sold.The→sold. The⟧ mayor is silent.", "en"),
        Example("Ann MacGregor of LaGuardia uses PayPal, FaceTime, LinkedIn and an iPad.", "en"),
        Example("The U.S.Senate and node.Js are other matters; see example.com/TheBridge.", "en"),
        Example("El puente está ⟦vendido.El→vendido. El⟧ alcalde calla.", "es"),
        Example("Usó YouTube, WhatsApp y LinkedIn en la LaLiga.", "es"),
        Example("Vea ejemplo.es/ElPuente o escriba a @ElPuente.", "es"),
        Example("Die Brücke ist ⟦verkauft.Der→verkauft. Der⟧ Minister schweigt.", "de"),
        Example("Die BahnCard der SchülerInnen und LehrerInnen gilt. ProSieben und TeamViewer auch.", "de"),
        Example("Er nutzt PayPal, YouTube und eine GmbH in der DDR.", "de"),
        Example("Il ponte è ⟦venduto.Il→venduto. Il⟧ sindaco tace.", "it"),
        Example("YouTube, TikTok e LinkedIn tacciono. La LaPresse no.", "it"),
        Example("Veda esempio.it/IlPonte oppure @IlPonte.", "it"),
        Example("A ponte foi ⟦vendida.O→vendida. O⟧ prefeito cala-se.", "pt"),
        Example("YouTube, PagBank e LinkedIn calam-se.", "pt"),
        Example("Veja exemplo.pt/APonte ou @APonte.", "pt"),
        Example("De brug is ⟦verkocht.De→verkocht. De⟧ burgemeester zwijgt.", "nl"),
        Example("YouTube, LinkedIn en de VanMoof zwijgen.", "nl"),
        Example("Zie voorbeeld.nl/DeBrug of @DeBrug.", "nl"),
    ),
    languages=("fr", "en", "es", "de", "it", "pt", "nl"),
)
def glued_words(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    language = (article.language or "").split("-")[0]
    for mention in mentions(article):
        if mention.glued:
            yield _after_outlet(article, mention, mention.glued)
    for block in article.blocks_of(LOOKED_AT):
        for junction in JUNCTION.finditer(article.text.content, *block.span):
            if seen := _judged(article, block, Span(*junction.span()), language):
                yield seen


def _after_outlet(article: Article, mention: Mention, tail: Span) -> Observation:
    """An outlet's name and the word after it; a participle that a comma closes needs one before it too."""
    text = article.text.plain
    start = text.rfind(" ", mention.span.start, mention.span.end) + 1
    left, right = article.text.content[start : tail.start], article.text[tail]
    block = next(block for block in article.blocks if block.span.contains(mention.span))
    rest = text[tail.end : sentence_of(article, block, mention.span).end]
    between = ", " if PARTICIPLE.fullmatch(right) and "," in rest else " "
    return Observation(
        Span(start, tail.end),
        values={"left": left, "right": right},
        replacement=f"{left}{between}{right}",
        confidence=SURE,
    )


def _judged(article: Article, block: Block, gap: Span, language: str) -> Observation | None:
    """A junction between two known words, the second of which opens sentences; None where it may be a name."""
    text = article.text.content
    left = LEFT.search(text, max(block.span.start, gap.start - NEAR), gap.start)
    right = RIGHT.match(text, gap.end, block.span.end)
    if left is None or right is None or not _opens_sentences(right.group(), language):
        return None
    whole = Span(left.start(), right.end())
    near = max(block.span.start, whole.start - NEAR)
    around = text[max(near, text.rfind(" ", near, whole.start) + 1) : whole.end + 1]
    if ADDRESS.search(around) or text[whole.end : whole.end + 1] not in (" ", "\u00a0", "'", "’", "\n", ""):
        return None
    stop = text[gap.start : gap.end]
    is_known = _is_known_before_stop(left.group(), language) if stop else _is_known(article, left, language)
    if not is_known:
        return None
    between = f"{stop} " if stop else ". "
    return Observation(
        whole,
        values={"left": left.group(), "right": right.group()},
        replacement=f"{left.group()}{between}{right.group()}",
        confidence=UNSURE if _is_set_apart(article, gap) else SURE if stop else LIKELY,
        level=Level.NOTE if stop else None,
    )


def _is_set_apart(article: Article, gap: Span) -> bool:
    """Whether markup stands between the words, which a page may show as a distance."""
    raw = article.text.raw(Span(gap.start - 1, gap.end + 1))
    return "<" in article.text.source.content[raw.start : raw.end]


def _opens_sentences(word: str, language: str) -> bool:
    """Whether a capitalised word is an article, pronoun or other small word of the language."""
    return (
        word[1:].islower() and word.lower() in openers(language) if len(word) > 1 else word.lower() in openers(language)
    )


@cache
def openers(language: str) -> frozenset[str]:
    return frozenset(table(language, "openers").get("words", ()))


def _is_known_before_stop(left: str, language: str) -> bool:
    return len(left) > 2 and left[1:].islower() and is_common(language, left.lower())


def _is_known(article: Article, left: re.Match[str], language: str) -> bool:
    """Whether the first half is a word or a name, after a first name or printed elsewhere, and the whole no brand."""
    word, text = left.group(), article.text.plain
    right = RIGHT.match(text, left.end())
    whole = f"{word}{right.group()}" if right else word
    if right is None or right.group().lower() in NEVER or not word[1:].islower():
        return False
    if whole.lower() in brands() or printed_words(article)[whole] > 1:
        return False
    if word[0].islower():
        return len(word) >= SHORTEST_LEFT and is_common(language, word)
    if len(word) < SHORTEST_NAME or word.lower() in PARTS_OF_NAMES:
        return False
    if len(word) >= SHORTEST_LEFT and FULL_NAME.search(text, max(0, left.start() - NEAR), left.start()):
        return True
    return printed_words(article)[word] > 0


@derived
def printed_words(article: Article) -> Counter[str]:
    """How often each word is printed in the article."""
    return Counter(found.group() for found in PART.finditer(article.text.plain))


@cache
def brands() -> frozenset[str]:
    return frozenset(table(WORLD, "brands")["names"])
