"""Two words are glued together where a blank, a full stop or a line break was lost.

Markup that is thrown away before a text is translated takes blanks with it: a caption runs into its credit
("Ann MorelLe pont"), a linked outlet into the next word ("Associated Pressadding"). Put the blank, and the stop
where one is missing, back. Only a blank lost after a full stop is a mere note. Brands and names with a capital inside,
addresses, handles and hashtags are silent.
"""

import re
from collections.abc import Iterator
from functools import cache

from provenance.inspection.causes import LOST_LINKS
from provenance.inspection.check import Observation, check
from provenance.lexicon.tables import WORLD, first_column, is_common, languages, rows, table
from provenance.model.article import Article, blocks_over
from provenance.model.block import PROSE, Block, BlockKind
from provenance.model.dossier import Dossier
from provenance.model.finding import Level
from provenance.model.patterns import pattern
from provenance.model.rule import Example
from provenance.model.text import Span
from provenance.registry.mentions import Mention, mentions, sentence_of, tails
from provenance.registry.outlets import outlet_named
from provenance.words.glue import glued, printed_words

LOOKED_AT = PROSE | {BlockKind.CAPTION, BlockKind.BYLINE}
STOP = r"[.!?…»)\]”]"
JUNCTION = pattern(
    rf"[A-ZÀ-ÖØ-Þ](?:(?<=[a-zà-öø-ÿœ].)|(?<=[a-zà-öø-ÿœ]({STOP}).)|(?<=[a-zà-öø-ÿœ]({STOP}{STOP}).))"
    rf"(?:(?=[a-zà-öø-ÿ'’])|(?<={STOP}[AEOYÀÉ])(?= [a-zà-ÿ]))"
)
"""The capital of a second word, with the marks between it and the first."""

LEFT = pattern(r"(?<![\w'’-])[^\W\d_][\w'’-]{0,40}$")
RIGHT = pattern(r"[^\W\d_]{1,40}")
ADDRESS = pattern(r"[@#/\\_&=%]|www\.|\.[a-z]{2,4}(?:/|$)")
SHORTEST_LEFT = 4
SHORTEST_AFTER_STOP = 4
SHORTEST_NAME = 3
PARTS_OF_NAMES = frozenset({"mac", "van", "von", "des", "del", "los", "las", "san", "dos", "das", "ibn", "abu", "fitz"})
NEVER = frozenset({"in", "on", "up", "me", "it", "to", "i"})
"""Words that end brands and gendered nouns: `LinkedIn`, `LehrerIn`."""
NEAR = 40
SHORTEST_TAIL = 3
COMPOUNDING = frozenset({"de", "nl"})
"""Languages that write compounds without a blank."""
ENDINGS_OF_NAMES = frozenset(
    ("and", "con", "dei", "del", "der", "des", "don", "est", "han", "has", "las", "los", "nel", "per", "una", "une")
)
"""Small words in which surnames and places end: `Callahan`, `Laguna`."""
SHORTEST_CUT = 5
"""Letters a name must have before a small word is split from it."""
LONG_NAME = pattern(r"[A-ZÀ-ÖØ-Þ](?<![\w@#/.'].)[a-zà-öø-ÿœ]{7,24}+(?![\w'@/-])")
LONGER_NAME = pattern(r"[A-ZÀ-Þ][a-zà-öø-ÿœ]+[ -]$")
FULL_NAME = pattern(r"[A-ZÀ-Þ][a-zà-ÿ'’-]+ (?:de |du |von |van |di |da )?$")
PARTICIPLE = pattern(r".+(?:ant|ing|ando|endo|indo|end)$")
ABBREVIATED = frozenset(
    ("al", "bd", "ca", "cf", "co", "dr", "ed", "ex", "jr", "mr", "ms", "no", "nr", "op", "pp", "sr", "st", "vs")
)
"""Small abbreviations whose full stop ends no sentence."""
SURE, LIKELY, PERHAPS, UNSURE = 0.95, 0.92, 0.7, 0.5


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
        Example("Le Financial ⟦Timesrappelant→Times, rappelant⟧ un vote, a annoncé la vente.", "fr"),
        Example("Le pont est ⟦vendu.Le→vendu. Le⟧ maire se tait. Il ferme dans un ⟦an.Elle→an. Elle⟧ part.", "fr"),
        Example("TotalEnergies, YouTube, LinkedIn, BioNTech et McDonald’s louent le pont. Un iPhone l’a filmé.", "fr"),
        Example("Voir https://exemple.fr/LePont, le compte @PontLe ou le mot-dièse #SauvonsLePont.", "fr"),
        Example("Elle rêve d’un ⟦muséequi→musée qui⟧ garde tout. Secouru, lesquels, manuelles, desserrer.", "fr"),
        Example("Mme LeBrun, M. DiCaprio et Ann FitzGerald y vont. Le p.ex.Le d’un M.Dupont reste.", "fr"),
        Example("Selon Météo-⟦Franceles→France les⟧ orages dureront jusqu’à minuit.", "fr"),
        Example("D’après ⟦Reutersle→Reuters le⟧ pont est vendu, et la ⟦CFDTa→CFDT a⟧ demandé un vote.", "fr"),
        Example(
            "Le film est sur ⟦YouTubeavec→YouTube avec⟧ des sous-titres. Twittosphère, Netflixien et Googles.", "fr"
        ),
        Example("Devant la ⟦mairieles→mairie les⟧ élus attendent. Le comité de l’eau (CIEau) se tait.", "fr"),
        Example("Le quai de ⟦Gdansk.Plusieurs→Gdansk. Plusieurs⟧ navires y attendent.", "fr"),
        Example("Marie-Michelle Portales et Anne Callahan vivent à Sarcelles. Le LGBT+ et les ONGs votent.", "fr"),
        Example("She told ⟦Reutersthe→Reuters the⟧ bridge was sold.", "en"),
        Example("Según ⟦Reutersel→Reuters el⟧ puente se vende.", "es"),
        Example("Laut ⟦Reutersist→Reuters ist⟧ die Brücke verkauft.", "de"),
        Example("Secondo ⟦Reutersil→Reuters il⟧ ponte è venduto.", "it"),
        Example("Segundo a ⟦Reutersque→Reuters que⟧ cita o prefeito, a ponte foi vendida.", "pt"),
        Example("Volgens het ⟦KNMIis→KNMI is⟧ het koud.", "nl"),
        Example("The Wall Street ⟦Journalsaid→Journal said⟧ the bridge was sold.", "en"),
        Example("The bridge was ⟦sold.The→sold. The⟧ mayor is silent.", "en"),
        Example("The mayor sold ⟦thebridge→the bridge⟧ and the bank. Themed, thereby and husband stay.", "en"),
        Example("Parts come from ⟦Gdansk.Passengers→Gdansk. Passengers⟧ waited. See Yahoo.News and Node.Js.", "en"),
        Example("The ⟦priceof→price of⟧ bread rose.", "en"),
        Example("Ann MacGregor of LaGuardia uses PayPal, FaceTime, LinkedIn and an iPad.", "en"),
        Example("The U.S.Senate and node.Js are other matters; see example.com/TheBridge.", "en"),
        Example("El puente está ⟦vendido.El→vendido. El⟧ alcalde calla.", "es"),
        Example("La alcaldesa vendió ⟦lospuentes→los puentes⟧ ayer. Delimitan, quedarnos, lastimar.", "es"),
        Example("Usó YouTube, WhatsApp y LinkedIn en la LaLiga.", "es"),
        Example("Vea ejemplo.es/ElPuente o escriba a @ElPuente.", "es"),
        Example("Die Brücke ist ⟦verkauft.Der→verkauft. Der⟧ Minister schweigt.", "de"),
        Example("Er trägt ⟦dieKosten→die Kosten⟧ allein. Die ⟦Brückewird→Brücke wird⟧ gesperrt.", "de"),
        Example("Die BahnCard der SchülerInnen und LehrerInnen gilt. ProSieben und TeamViewer auch.", "de"),
        Example("Er nutzt PayPal, YouTube und eine GmbH in der DDR.", "de"),
        Example("Il ponte è ⟦venduto.Il→venduto. Il⟧ sindaco tace.", "it"),
        Example("YouTube, TikTok e LinkedIn tacciono. La LaPresse no.", "it"),
        Example("Il sindaco ha parlato ⟦dellacittà→della città⟧ e della cittadella. Turistiche, modella.", "it"),
        Example("Veda esempio.it/IlPonte oppure @IlPonte.", "it"),
        Example("A ponte foi ⟦vendida.O→vendida. O⟧ prefeito cala-se.", "pt"),
        Example("YouTube, PagBank e LinkedIn calam-se.", "pt"),
        Example("O prefeito falou ⟦umasemana→uma semana⟧ depois. Criados, ataque, alguma.", "pt"),
        Example("Veja exemplo.pt/APonte ou @APonte.", "pt"),
        Example("De brug is ⟦verkocht.De→verkocht. De⟧ burgemeester zwijgt.", "nl"),
        Example("De film staat op ⟦WhatsAppmet→WhatsApp met⟧ ondertitels. Het Twitterverkeer en Googles plan.", "nl"),
        Example("Buren zijn per brief ⟦ingelicht.Klachten→ingelicht. Klachten⟧ kwamen er niet.", "nl"),
        Example("YouTube, LinkedIn en de VanMoof zwijgen.", "nl"),
        Example("De stad betaalt ⟦dekosten→de kosten⟧. Decentraal, demonteren, eendracht.", "nl"),
        Example("Zie voorbeeld.nl/DeBrug of @DeBrug.", "nl"),
        Example("Le quai coûte trois millions d’⟦eurosselon→euros selon⟧ le port. Voilà déjà un mètre d’eau.", "fr"),
        Example("El caudal se mide cada diez ⟦minutosy→minutos y⟧ se publica. Hoy el rey y yo estamos aquí.", "es"),
        Example("Il prezzo sale del due per ⟦centoin→cento in⟧ un mese. Le strade e le case sono nuove.", "it"),
        Example("Mede-se a cada dez ⟦minutose→minutos e⟧ publica-se. Se cantassem, talvez fizessem bem.", "pt"),
    ),
    languages=("fr", "en", "es", "de", "it", "pt", "nl"),
)
def glued_words(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    language = (article.language or "").split("-")[0]
    after_outlets = [_after_outlet(article, mention, mention.glued) for mention in mentions(article) if mention.glued]
    yield from after_outlets
    told = {seen.span.end for seen in after_outlets}
    for seen in (*_after_names(article, language), *_small_words(article)):
        if seen.span.end not in told:
            told.add(seen.span.end)
            yield seen
    for junction in JUNCTION.finditer(article.text.content):
        gap = Span(junction.start() - len(junction[1] or junction[2] or ""), junction.start())
        found = _judged(article, block, gap, language) if (block := _block_at(article, gap)) else None
        if found and found.span.end not in told:
            yield found


def _block_at(article: Article, span: Span) -> Block | None:
    """The block of running text around a place; None where there is none."""
    around = Span(span.start, span.start + 1)
    return next((block for block in blocks_over(article, around) if block.kind in LOOKED_AT), None)


def _after_outlet(article: Article, mention: Mention, tail: Span) -> Observation:
    """An outlet's name and the word after it; a participle that a comma closes needs one before it too."""
    text = article.text.plain
    start = max(mention.span.start, text.rfind(" ", mention.span.start, mention.span.end) + 1)
    left, right = article.text.content[start : tail.start], article.text[tail]
    block = next(blocks_over(article, mention.span))
    rest = text[tail.end : sentence_of(article, block, mention.span).end]
    between = ", " if PARTICIPLE.fullmatch(right) and "," in rest else " "
    return Observation(
        Span(start, tail.end),
        values={"left": left, "right": right},
        replacement=f"{left}{between}{right}",
        confidence=SURE,
        cause=LOST_LINKS,
    )


def _small_words(article: Article) -> Iterator[Observation]:
    """Small words glued to a frequent one that no language writes together (`thebank`, `dieKosten`)."""
    for glue in glued(article):
        if _block_at(article, glue.span):
            yield _after_name((glue.span.start, glue.cut), glue.span.end, article)


@cache
def after_capitals(language: str) -> re.Pattern[str]:
    """A name of capitals (`CFDT`) and a small word without a blank before it."""
    words = [*sorted(tails(language)), *(["a(?= [a-zà-ÿ]+[éit] )"] if language == "fr" else [])]
    return re.compile(rf"([A-ZÀ-ÖØ-Þ](?<![\w@#/.'-].)[A-ZÀ-ÖØ-Þ]{{2,9}})({'|'.join(words) or '(?!)'})(?![\w'@/-])")


@cache
def after_platforms(language: str) -> re.Pattern[str]:
    """A platform's name and a small word without a blank before it (`YouTubeavec`)."""
    words = sorted((word for word in tails(language) if len(word) > 1), key=len, reverse=True)
    names = "|".join(platforms())
    return re.compile(rf"(?<![\w@#/.'-])({names})({'|'.join(words) or '(?!)'})(?![\w'@/-])")


@cache
def platforms() -> tuple[str, ...]:
    return tuple(table(WORLD, "brands")["platforms"])


@cache
def long_tails(language: str) -> tuple[str, ...]:
    """Small words long enough to be told after a name of small letters, and in which few names end."""
    return tuple(sorted(word for word in tails(language) - ENDINGS_OF_NAMES if len(word) >= SHORTEST_TAIL))


def _after_names(article: Article, language: str) -> Iterator[Observation]:
    """Small words glued to names of capitals, or to names that are part of a longer one or stand alone elsewhere."""
    text = article.text.plain
    platform = [after_platforms(language)] if any(name in text for name in platforms()) else []
    for expression in (after_capitals(language), *platform):
        for found in expression.finditer(text):
            in_brackets = text[found.start() - 1 : found.start()] == "(" and text[found.end() : found.end() + 1] == ")"
            if not in_brackets and _is_new_word(article, found.group()) and _block_at(article, Span(*found.span())):
                yield _after_name(found.span(1), found.end(), article)
    if language in COMPOUNDING:
        return
    endings = long_tails(language)
    for found in LONG_NAME.finditer(text):
        word = found.group()
        if not word.endswith(endings) or not (block := _block_at(article, Span(*found.span()))):
            continue
        cut = next(len(word) - len(tail) for tail in endings if word.endswith(tail))
        left, before = word[:cut], text[max(block.span.start, found.start() - NEAR) : found.start()]
        if cut < SHORTEST_CUT or not (LONGER_NAME.search(before) or printed_words(article)[left]):
            continue
        if is_common(language, left.lower()) and word.lower() not in given_names() and _is_new_word(article, word):
            yield _after_name((found.start(), found.start() + cut), found.end(), article)


def _is_new_word(article: Article, word: str) -> bool:
    """Whether no language knows the word and the article prints it once."""
    low = word.lower()
    known = low in brands() or any(is_common(spoken, low) for spoken in languages())
    return not known and printed_words(article)[word] == 1


def _after_name(name: tuple[int, int], end: int, article: Article) -> Observation:
    left, right = article.text[Span(*name)], article.text[Span(name[1], end)]
    values = {"left": left, "right": right}
    return Observation(Span(name[0], end), values=values, replacement=f"{left} {right}", confidence=LIKELY)


@cache
def given_names() -> frozenset[str]:
    return frozenset(row[0].lower() for row in rows("given_names"))


def _judged(article: Article, block: Block, gap: Span, language: str) -> Observation | None:
    """A junction between two known words, the second of which opens sentences; None where it may be a name."""
    text = article.text.content
    left = LEFT.search(text, max(block.span.start, gap.start - NEAR), gap.start)
    right = RIGHT.match(text, gap.end, block.span.end)
    if left is None or right is None:
        return None
    stop = text[gap.start : gap.end]
    opens = _opens_sentences(right.group(), language)
    if not opens and not (stop == "." and _are_words(left.group(), right.group(), language)):
        return None
    whole = Span(left.start(), right.end())
    near = max(block.span.start, whole.start - NEAR)
    around = text[max(near, text.rfind(" ", near, whole.start) + 1) : whole.end + 1]
    if ADDRESS.search(around) or text[whole.end : whole.end + 1] not in (" ", "\u00a0", "'", "’", "\n", ""):
        return None
    is_known = _is_known_before_stop(left.group(), language) if stop else _is_known(article, left, language)
    if opens and not is_known:
        return None
    between = f"{stop} " if stop else ". "
    return Observation(
        whole,
        values={"left": left.group(), "right": right.group()},
        replacement=f"{left.group()}{between}{right.group()}",
        confidence=UNSURE if _is_set_apart(article, gap) else _sureness(left.group(), stop, opens=opens),
        level=Level.NOTE if stop else None,
    )


def _sureness(left: str, stop: str, *, opens: bool) -> float:
    """A name before a full stop and a noun may be a title of both (`Amazon.Games`)."""
    if not stop:
        return LIKELY
    return SURE if opens or left[0].islower() else PERHAPS


def _are_words(left: str, right: str, language: str) -> bool:
    """Whether a full stop lies between two words, the first perhaps a name, and no address (`Yahoo.News`)."""
    if not right[1:].islower() or len(right) < SHORTEST_AFTER_STOP or not left[1:].islower():
        return False
    clones = table(WORLD, "lookalikes")
    if right.lower() in (*clones["often"], *clones["always"]) or not is_common(language, right.lower()):
        return False
    if left[0].islower():
        return len(left) >= SHORTEST_LEFT and is_common(language, left)
    if len(left) <= SHORTEST_LEFT or left.lower() in brands() or outlet_named(left):
        return False
    return any(is_common(spoken, left.lower()) for spoken in languages())


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
    if len(left) == len("an"):
        return left.islower() and left not in ABBREVIATED and left in first_column("everyday", language)
    return len(left) > 1 and left[1:].islower() and is_common(language, left.lower())


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


@cache
def brands() -> frozenset[str]:
    return frozenset(table(WORLD, "brands")["names"])
