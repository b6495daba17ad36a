"""Pieces of a web page, a newsletter or a shop are left in the article.

Whoever copies an article from a page takes along what stood around it: a menu word, "Read also", a call to subscribe
with its price, an image's file name, a template's empty field. Readers see at once that nobody read the copy. Delete
the line. In a page saved as HTML only the article's own body is looked at: what stands around it belongs there.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provenance.inspection.check import Observation, check
from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.dossier import Dossier
from provenance.model.patterns import pattern
from provenance.model.rule import Example
from provenance.model.text import Span
from provenance.words.page_remains import fields_in, is_empty_value, is_file_name, is_furniture
from provenance.words.quotations import is_quoted
from provenance.words.stock_phrases import OPENERS, OPENING, WEAK, StockPhrase, StockPhrases, stock_phrases
from provenance.words.tokens import sentence_at

CERTAIN, IN_A_RUN, FURNITURE = 0.95, 0.92, 0.4
LONG = 240
"""Characters above which a block is told by its sentences: one call to subscribe does not damn a paragraph."""

SHORT = 90
"""Characters up to which a line may be a weak sign, or a bridge between two signs."""

POINTS = frozenset(":|?–—>")
"""Marks after which a pointer names what it points to."""

PRICE = pattern(r"(?:[€$£] ?\d|\d ?(?:€|\$|£|euros?\b|EUR\b|CHF\b|francs\b|%))", re.IGNORECASE)
ADDRESS = pattern(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w")
"""An address to write to: a newsroom's own line asks for corrections so, a page's remains only link."""

SAID_ON = pattern(r", [a-zà-öø-ÿ]")
UNFINISHED = pattern(r"(?:[^\W\d_]|[:,…])$")


class Remain(NamedTuple):
    """A leftover in a block: where, of which section, and whether it counts only beside another."""

    span: Span
    section: str
    weak: bool = False


@check(
    level="warning",
    since="0.1",
    messages={
        "navigation": {
            "en": "“{text}” belongs to the page, not to the article: delete it",
            "fr": "« {text} » appartient à la page, pas à l’article : à supprimer",
        },
        "advertising": {
            "en": "an advertising label was left in the article: delete it",
            "fr": "une mention publicitaire est restée dans l’article : à supprimer",
        },
        "related": {
            "en": "a pointer to another article was left in the text: delete it or make it a link",
            "fr": "un renvoi vers un autre article est resté dans le texte : à supprimer ou à transformer en lien",
        },
        "newsletter": {
            "en": "a newsletter's call to sign up was left in the article: delete it",
            "fr": "un appel à s’inscrire à une lettre d’information est resté dans l’article : à supprimer",
        },
        "subscription": {
            "en": "an offer or a call to subscribe was left in the article: delete it",
            "fr": "une offre ou un appel à s’abonner est resté dans l’article : à supprimer",
        },
        "social": {
            "en": "a call to share or to follow was left in the article: delete it",
            "fr": "une invitation à partager ou à suivre est restée dans l’article : à supprimer",
        },
        "comments": {
            "en": "a call to comment was left in the article: delete it",
            "fr": "une invitation à commenter est restée dans l’article : à supprimer",
        },
        "cookies": {
            "en": "a page's technical notice was left in the article: delete it",
            "fr": "un avis technique de la page est resté dans l’article : à supprimer",
        },
        "embed": {
            "en": "the placeholder of a video, a player or an embedded post was left in the article: delete it",
            "fr": "le texte d’attente d’une vidéo, d’un lecteur ou d’un contenu intégré est resté dans l’article : "
            "à supprimer",
        },
        "promotion": {
            "en": "a promotion of the site (app, channel, podcast, game) was left in the article: delete it",
            "fr": "une promotion du site (application, chaîne, podcast, jeu) est restée dans l’article : à supprimer",
        },
        "contact": {
            "en": "a site's contact notice was left in the article: delete it",
            "fr": "une mention de contact du site est restée dans l’article : à supprimer",
        },
        "file": {
            "en": "“{text}” is a file's name: delete it",
            "fr": "« {text} » est un nom de fichier : à supprimer",
        },
        "field": {
            "en": "“{text}” is a template's field or code that readers should not see: fill it or delete it",
            "fr": "« {text} » est un champ de modèle ou du code, que nul lecteur ne doit voir : à remplir ou à ôter",
        },
        "weak": {
            "en": "this line goes with the page furniture beside it: delete it",
            "fr": "cette ligne va avec les restes de page qui l’entourent : à supprimer",
        },
    },
    examples=(
        Example(
            "⟦logo_bleu⟧\n⟦Rechercher⟧\nLe théâtre rouvre jeudi.\n⟦À lire aussi : La saison des marionnettes⟧\n"
            "⟦Abonnez-vous à la revue des scènes⟧\n⟦et découvrez chaque mois :⟧\n⟦1 an, 6 numéros : 24 €⟧",
            "fr",
        ),
        Example("Le bassin ouvre lundi. L’entrée est libre.\n⟦Plus⟧", "fr"),
        Example("Points à retenir\nLa piscine coûte 4 € par entrée, au lieu de 6 € l’an dernier.", "fr"),
        Example("« Abonnez-vous dès demain », lance l’affiche. Elle ne plaît plus à personne.", "fr"),
        Example("Pourquoi ferment-ils la piscine ?\nLa newsletter de la mairie l’annonce depuis mai.", "fr"),
        Example(
            "⟦Table of Contents⟧\nThe weir will be rebuilt.\n⟦Read more: Otters return⟧\n⟦Follow us on Facebook⟧",
            "en",
        ),
        Example("The stage ⟦{{venue_name}}⟧ opens on Friday.\n⟦Advertisement⟧", "en"),
        Example("Key takeaways\nReaders can subscribe to the magazine from June, its editor said.", "en"),
        Example("“Follow us on this path,” the guide told the walkers. They did not share it.", "en"),
        Example("Das Wehr wird im März erneuert.\n⟦Lesen Sie auch: Otter kehren zurück⟧\n⟦Jetzt abonnieren⟧", "de"),
        Example("Das Wichtigste in Kürze\nDer Verlag verkauft mehr Abos als im Vorjahr.", "de"),
        Example("„Folgen Sie uns“, rief die Führerin. Die Anzeige kam zu spät.", "de"),
        Example(
            "La presa se renovará en marzo.\n⟦Te puede interesar: Las nutrias vuelven al molino⟧\n⟦Publicidad⟧", "es"
        ),
        Example("Claves\nEl ayuntamiento pide más publicidad para el mercado.", "es"),
        Example("«Síganos», dijo la guía. El grupo quiso leer más carteles.", "es"),
        Example(
            "La chiusa sarà rifatta a marzo.\n⟦Leggi anche: Le lontre tornano al mulino⟧\n⟦Condividi su Facebook⟧", "it"
        ),
        Example("Punti chiave\nIl mensile ha perso un terzo dei suoi abbonati.", "it"),
        Example("«Seguiteci», ha detto la guida. La pubblicità della fiera è ovunque.", "it"),
        Example(
            "A represa será refeita em março.\n⟦Leia também: As lontras voltam ao moinho⟧\n⟦Deixe o seu comentário⟧",
            "pt",
        ),
        Example("Pontos principais\nA revista perdeu um terço dos assinantes.", "pt"),
        Example("“Siga-nos no trilho”, disse a guia. Ninguém quis ler mais nada.", "pt"),
        Example(
            "De stuw wordt in maart vernieuwd.\n⟦Lees ook: Otters keren terug⟧\n⟦Schrijf je in voor onze nieuwsbrief⟧",
            "nl",
        ),
        Example("De belangrijkste punten\nHet maandblad verloor een derde van zijn abonnees.", "nl"),
        Example("“Volg ons op het pad”, zei de gids. Niemand wilde meer lezen.", "nl"),
        Example("La presa se renovará.\n¿Ha visto un error? Avísenos en erratas@molino.example", "es"),
        Example("Le barrage sera refait.\nVous avez une info ? Écrivez à desk@moulin.example", "fr"),
        Example("Got a tip? Write to desk@mill.example\nThe weir will be rebuilt.", "en"),
        Example("Fehler gefunden? Schreiben Sie an post@muehle.example\nDas Wehr wird erneuert.", "de"),
        Example("Hai trovato un errore? Scrivi a desk@mulino.example\nLa chiusa sarà rifatta.", "it"),
        Example("Encontrou algum erro? Escreva para post@moinho.example\nA represa será refeita.", "pt"),
        Example("Foutje gezien? Mail naar post@molen.example\nDe stuw wordt vernieuwd.", "nl"),
        Example(
            "Follow us, the masks along the old staircase seem to say, and they lead straight up to the gallery.", "en"
        ),
    ),
)
def leftover_boilerplate(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    phrases = stock_phrases("boilerplate", (article.language or "en").split("-")[0])
    blocks = [block for block in article.own if block.kind is not BlockKind.CODE]
    remains = [list(remains_of(article, block, phrases)) for block in blocks]
    for at in sorted(in_runs(article, blocks, remains)):
        certain = [remain for remain in remains[at] if not remain.weak]
        for span, section in told(article, blocks[at], certain):
            text = " ".join(article.text[span].split())
            values = {"text": text if len(text) <= 60 else f"{text[:59]}…"}
            confidence = CERTAIN if certain else IN_A_RUN
            if is_furniture(article, blocks[at]):
                confidence = FURNITURE
            yield Observation(span, section, values, confidence=confidence)


def remains_of(article: Article, block: Block, phrases: StockPhrases) -> Iterator[Remain]:
    """What is left over in one block, certain or weak."""
    line = article.text[block.span].strip()
    if is_file_name(line):
        yield Remain(block.span, "file")
        return
    if is_empty_value(line.lower()):
        yield Remain(block.span, "field")
        return
    for span in fields_in(article, block):
        yield Remain(span, "field")
    if phrase := phrases.line(article, block):
        yield Remain(block.span, phrase.section, phrase.weak)
        return
    for span, phrase in phrases.within(article, block):
        if phrase.weak and len(line) > SHORT:
            continue
        if not is_quoted(article, span) and is_pointer(article, block, span, phrase):
            yield Remain(span, phrase.section, phrase.weak)


def is_pointer(article: Article, block: Block, span: Span, phrase: StockPhrase) -> bool:
    """Whether what opens like page furniture is no sentence of the article's own.

    Inside a paragraph, and before a full stop, `Read also` may be prose unless a colon or a bar follows; so may `Follow
    us`, before a comma. Who names an address to write to speaks for the newsroom.
    """
    plain = article.text.plain
    if phrase.section == "contact":
        return not ADDRESS.search(plain, *block.span)
    if phrase.place != OPENING:
        return True
    if phrase.section == "social" and SAID_ON.match(plain, span.end) and block.span.end - block.span.start > SHORT:
        return False
    if plain[span.end - 1] in POINTS or plain[span.end : span.end + 3].lstrip()[:1] in POINTS:
        return True
    before = plain[block.span.start : span.start].strip(OPENERS)
    ends_sentence = plain[block.span.end - 1] == "."
    if before.endswith("?") and not ends_sentence and block.span.end - block.span.start <= SHORT:
        return True
    return not before and not (phrase.section == "related" and ends_sentence)


def in_runs(article: Article, blocks: Sequence[Block], remains: Sequence[list[Remain]]) -> set[int]:
    """The blocks to tell: those with a certain sign, and what only proves something beside them."""
    certain = [at for at, found in enumerate(remains) if any(not remain.weak for remain in found)]
    chosen = set(certain)

    def bridged(at: int, step: int) -> bool:
        beyond = at + step
        return (
            0 <= beyond < len(blocks)
            and (beyond in chosen or is_weak(article, blocks[beyond], remains[beyond]))
            and is_bridge(article, blocks[at])
        )

    for first in certain:
        for step in (1, -1):
            at = first + step
            while 0 <= at < len(blocks) and at not in chosen:
                if not (is_weak(article, blocks[at], remains[at]) or bridged(at, step)):
                    break
                chosen.add(at)
                at += step
    return chosen


def is_weak(article: Article, block: Block, remains: Sequence[Remain]) -> bool:
    """A short line that is page furniture if its neighbour is: a weak phrase, or hardly more than a price."""
    size = block.span.end - block.span.start
    return bool(remains) or (
        size <= SHORT and bool(PRICE.search(article.text.plain, *block.span)) and size < SHORT // 2
    )


def is_bridge(article: Article, block: Block) -> bool:
    """A short line without the end of a sentence, such as `and discover each month:`, between two signs."""
    line = article.text.plain[block.span.start : block.span.end].strip()
    return len(line) <= SHORT // 2 and line[:1].islower() and bool(UNFINISHED.search(line))


def told(article: Article, block: Block, certain: Sequence[Remain]) -> Iterator[tuple[Span, str]]:
    """The whole block, or in a paragraph the sentences that hold something certain."""
    if not certain:
        yield block.span, WEAK
        return
    if all(remain.section == "field" for remain in certain):
        yield from ((remain.span, remain.section) for remain in certain)
        return
    if block.span.end - block.span.start <= LONG:
        yield block.span, certain[0].section
        return
    sections: dict[Span, str] = {}
    for remain in certain:
        if sentence := sentence_at(article, block, remain.span.start):
            sections.setdefault(sentence, remain.section)
    yield from sorted(sections.items())
