"""The article before an outlet's name is missing.

Translators drop links before they translate and put the names back without their article: "ce que Chicago Tribune
dément". Readers stumble, and the slip often shows where a machine worked. Put the article back. Only names that take
an article in the language of the text are told, and only where the text cites them; headlines, lists and names between
quotation marks are silent.
"""

from collections.abc import Iterator

from provenance.inspection.causes import LOST_LINKS
from provenance.inspection.check import Observation, check
from provenance.lexicon.tables import Table, table
from provenance.model.article import Article, blocks_over, links_over
from provenance.model.block import BlockKind
from provenance.model.dossier import Dossier
from provenance.model.patterns import pattern
from provenance.model.rule import Example
from provenance.model.text import Span
from provenance.registry.articles import articles, joined, often_bare
from provenance.registry.mentions import Mention, mentions
from provenance.registry.outlets import outlet_of

RUNNING = frozenset({BlockKind.BODY, BlockKind.ITEM, BlockKind.QUOTE})
LAST_WORD = pattern(r"(?:^|[\s(«“\"„])([^\W\d_]+(?:['-][^\W\d_]+)*)(,?) $|([^\W\d_]')$")
NEAR = 40
ROMANCE = frozenset({"fr", "es", "it", "pt"})
"""Languages in which no name stands before a noun as an attribute: a bare one that opens a clause is its subject."""

GOES_ON = pattern(r" [a-zà-ÿ]")
HAS = pattern(r" (?:(?:y|en|lui|lo|la|le|li|o|os|as) |l'|n')?(?:a|avait|ha|había|aveva|tinha|havia) [a-zà-ÿ]")
SURE = 0.93


@check(
    level="warning",
    since="0.1",
    messages={
        "found": {
            "en": "an article is missing before “{name}”",
            "fr": "il manque l’article devant « {name} »",
        }
    },
    examples=(
        Example("La mairie se tait, mais ⟦New York Times→le New York Times⟧ a révélé la vente du pont.", "fr"),
        Example("« C’est fini », a déclaré la maire à ⟦BBC→la BBC⟧ ce matin-là.", "fr"),
        Example("⟦Washington Post→Le Washington Post⟧ a révélé la vente du pont.", "fr"),
        Example("La mairie se tait, mais le New York Times a révélé la vente du pont.", "fr"),
        Example("Selon Le Monde, CNN et Reuters, le pont est vendu. Libération a révélé l’affaire.", "fr"),
        Example("L’affaire a fait du bruit, puisque ⟦New York Times→le New York Times⟧ y a consacré une page.", "fr"),
        Example("Une affaire banale. ⟦New York Times→Le New York Times⟧ l’a reprise.", "fr"),
        Example(
            "Le pont a été décrit par [⟦New York Times→le New York Times⟧](https://www.nytimes.com/x).",
            "fr",
            format="md",
        ),
        Example("Le quotidien « New York Times » a révélé la vente du pont.", "fr"),
        Example("The mayor is silent, but ⟦New York Times→the New York Times⟧ reported the sale.", "en"),
        Example("The mayor is silent, but the New York Times reported the sale.", "en"),
        Example("A New York Times report said the bridge was sold. CNN reported it too.", "en"),
        Example("La alcaldesa calla, pero ⟦New York Times→el New York Times⟧ informó de la venta.", "es"),
        Example("La alcaldesa calla, pero The New York Times informó de la venta.", "es"),
        Example("Según Financial Times, el puente se vende. El Washington Post informó de ello.", "es"),
        Example("Die Stadt schweigt, aber ⟦New York Times→die New York Times⟧ berichtete darüber.", "de"),
        Example("Laut New York Times wird die Brücke verkauft. Die Washington Post berichtete darüber.", "de"),
        Example("Wie „New York Times“ und ARD berichten, wird die Brücke verkauft.", "de"),
        Example("La sindaca tace, ma ⟦New York Times→il New York Times⟧ ha rivelato la vendita.", "it"),
        Example("La sindaca tace, ma il New York Times ha rivelato la vendita.", "it"),
        Example("Repubblica scrive che il ponte è venduto. La Stampa riporta un'altra cifra.", "it"),
        Example("A prefeita cala-se, mas ⟦New York Times→o New York Times⟧ noticiou a venda.", "pt"),
        Example("A prefeita cala-se, mas o New York Times noticiou a venda.", "pt"),
        Example("Segundo a Reuters e a BBC, a ponte foi vendida.", "pt"),
        Example("De burgemeester zwijgt, maar ⟦New York Times→de New York Times⟧ meldde de verkoop.", "nl"),
        Example("De burgemeester zwijgt, maar The New York Times meldde de verkoop.", "nl"),
        Example("Volgens NRC en de BBC is de brug verkocht.", "nl"),
    ),
    languages=("fr", "en", "es", "de", "it", "pt", "nl"),
)
def missing_article(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    language = (article.language or "").split("-")[0]
    known, silent = articles(language), often_bare(language)
    previous: Mention | None = None
    for mention in mentions(article):
        name = article.text.plain[mention.span.start : mention.span.end]
        before, previous = previous, mention
        linked = language in ROMANCE and leads_home(article, mention)
        if name not in known or (name in silent and not linked):
            continue
        if not (mention.cue or linked or (" " in name and language in ROMANCE)):
            continue
        if before is not None and mention.span.start - before.span.end < len(" und "):
            continue
        yield from _told(article, mention, name, known[name], language)


def leads_home(article: Article, mention: Mention) -> bool:
    """Whether the name is the words of a link to the outlet's own site."""
    over = links_over(article, mention.span, mention.span.end - mention.span.start)
    return bool(over) and outlet_of(over[0].url) == mention.outlet


def _told(article: Article, mention: Mention, name: str, missing: str, language: str) -> Iterator[Observation]:
    block = next((block for block in blocks_over(article, mention.span) if block.kind in RUNNING), None)
    text = article.text
    if block is None or text.plain[mention.span.end : mention.span.end + 2].strip()[:1].isupper():
        return
    left = text.plain[max(block.span.start, mention.span.start - NEAR) : mention.span.start]
    printed = text[mention.span]
    if not left.strip() or left.rstrip()[-1:] in ".!?…":
        if not mention.cue and not HAS.match(text.plain, mention.span.end):
            return
        yield _observed(mention.span, _capitalised(joined("", missing, printed, language)), name)
        return
    last = LAST_WORD.search(left)
    if last is None:
        return
    word = (last[1] or last[3]).lower()
    said = table(language, "outlets")
    reports = mention.cue in ("reports", "says")
    is_subject = reports or (not mention.cue and GOES_ON.match(text.plain, mention.span.end) is not None)
    if (last[2] and reports) or (not last[2] and is_subject and word in said["openers"]):
        yield _observed(mention.span, joined("", missing, printed, language), name)
    elif not last[2] and is_lacking(article, mention, word, said):
        yield _after_preposition(article, mention.span, last[1] or last[3], missing, name)


def _after_preposition(article: Article, span: Span, preposition: str, missing: str, name: str) -> Observation:
    """The name alone, or with the preposition where that and the article become one word."""
    language = (article.language or "").split("-")[0]
    start = span.start - len(preposition) - 1
    printed = article.text.content[start:][: len(preposition)]
    bare, whole = (
        joined("", missing, article.text[span], language),
        joined(printed, missing, article.text[span], language),
    )
    if whole == f"{printed} {bare}":
        return _observed(span, bare, name)
    return _observed(Span(start, span.end), whole, name)


def is_lacking(article: Article, mention: Mention, word: str, said: Table) -> bool:
    """Whether a name needs its article after a preposition: a cited one always, a linked one after more of them."""
    if mention.cue and word in said["prepositions"]:
        return True
    return word in {*said["prepositions"], *said.get("linked_prepositions", ())} and leads_home(article, mention)


def _observed(span: Span, replacement: str, name: str) -> Observation:
    return Observation(span, values={"name": name}, replacement=replacement, confidence=SURE, cause=LOST_LINKS)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
