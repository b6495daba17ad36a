"""A quotation mark is opened and never closed, or closed and never opened.

Without the second mark readers cannot tell whose words they read: a reporter's sentence becomes a minister's, or the
other way round. Find out in the original where the quotation ends and put the missing mark there. Quotations over
several paragraphs, each of which opens again (in Spanish with »), are correct and silent; so are inches and
apostrophes.
"""

from bisect import bisect_right
from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.article import Article
from provenance.model.block import Block
from provenance.model.dossier import Dossier
from provenance.model.rule import Example
from provenance.model.text import Span
from provenance.words.quote_marks import STRAIGHT, Orphan, quoting
from provenance.words.tokens import sentence_at

CLEAR, NESTED, GUESS = 0.85, 0.65, 0.5
"""A lost mark is a defect for certain, but its place is a guess, and layouts lose marks too: told to editors only."""

SHOWN = 1000
"""Characters of a sentence that are told at the most: a text may be one sentence for each of its marks."""

LITTERED = 500
"""Marks alone from which on no sentence is told beside them."""

MANY = 3
"""Marks alone in one article from which on the text is rather damaged as a whole, and each single one is less sure."""


@check(
    level="warning",
    since="0.1",
    messages={
        "unclosed": {
            "en": "this quotation opens with {mark} and is never closed",
            "fr": "cette citation s’ouvre par {mark} et n’est jamais fermée",
        },
        "unopened": {
            "en": "a quotation closes here with {mark} and was never opened",
            "fr": "une citation se ferme ici par {mark} sans avoir été ouverte",
        },
    },
    examples=(
        Example("Le port ferme. ⟦« Nous n’avons plus de bateaux, regrette Ana Roux.⟧\nElle part lundi.", "fr"),
        Example("⟦Il n’y a plus de bateaux »⟧, regrette Ana Roux.", "fr"),
        Example('« Il dit “non” à tous », sourit-elle. Le mât fait 12" de large.', "fr"),
        Example("« Nous partons.\n« Nous reviendrons », promet-elle.", "fr"),
        Example("⟦“We have no boats left, said Ana Reed.⟧\nShe leaves on Monday.", "en"),
        Example("“We leave.\n“We will be back,” she said.", "en"),
        Example('He is 6\'2" tall and drives a 14" saw. "It cuts," he said.', "en"),
        Example("⟦„Wir haben keine Boote mehr, sagte Ana Roth.⟧\nSie fährt am Montag.", "de"),
        Example("„Wir fahren“, sagte sie. »Wir bleiben«, sagte er.", "de"),
        Example("„Er sagt ‚nein‘ zu allem“, lachte sie.", "de"),
        Example("⟦“No quedan barcos, dijo Ana Prat.⟧\nSe va el lunes.", "es"),
        Example("«Él dice “no” a todo», dijo ella.", "es"),
        Example('"No quedan barcos", dijo.', "es"),
        Example("«Nos vamos.\n»Pero volveremos», prometió.", "es"),
        Example("« Nous partons.\n» Nous reviendrons », promet-elle.", "fr"),
        Example("⟦«Non ci sono più barche, dice Ana Prati.⟧\nParte lunedì.", "it"),
        Example("«Lui dice “no” a tutti», ride.", "it"),
        Example('"Non ci sono più barche", dice.', "it"),
        Example("⟦“Não há mais barcos, disse Ana Prado.⟧\nParte na segunda.", "pt"),
        Example("“Ele diz 'não' a tudo”, disse.", "pt"),
        Example("«Não há barcos», disse.", "pt"),
        Example("⟦“Er zijn geen boten meer, zei Ana Prins.⟧\nZe vertrekt maandag.", "nl"),
        Example("“Hij zegt ‘nee’ tegen alles”, zei ze.", "nl"),
        Example("„Er zijn geen boten meer”, zei ze.", "nl"),
    ),
)
def unbalanced_quotes(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    orphans = quoting(article).orphans
    blocks = sorted(article.own, key=starts) if orphans else []
    for orphan in orphans:
        block = blocks[bisect_right(blocks, orphan.at, key=starts) - 1]
        yield Observation(
            around(article, block, orphan) if len(orphans) < LITTERED else Span(orphan.at, orphan.at + 1),
            "unclosed" if orphan.opens else "unopened",
            {"mark": article.text.content[orphan.at]},
            confidence=certainty(article, block, orphan) if len(orphans) < MANY else GUESS,
        )


def certainty(article: Article, block: Block, orphan: Orphan) -> float:
    """How sure a lone mark is one: a straight one apart from its own words comes from a text cut into tokens."""
    if orphan.system != STRAIGHT:
        return CLEAR
    content, (start, end), at = article.text.content, block.span, orphan.at
    before, after = content[start:at][-1:], content[at + 1 : end][:1]
    if not before.strip() and (not after.strip() or after in ",.;:?!)"):
        return GUESS
    return NESTED if nested(article, block, orphan) else CLEAR


def starts(block: Block) -> int:
    return block.span.start


def nested(article: Article, block: Block, orphan: Orphan) -> bool:
    """Whether straight marks stand inside straight marks, where no reader can tell which closes which."""
    content, (start, end) = article.text.content, block.span
    return content.find('"', orphan.at + 1, end) >= 0 or content.rfind('"', start, orphan.at) >= 0


def around(article: Article, block: Block, orphan: Orphan) -> Span:
    """The rest of the sentence after a mark that opens, the sentence so far before one that closes."""
    sentence = sentence_at(article, block, orphan.at) or Span(orphan.at, orphan.at + 1)
    if orphan.opens:
        return Span(orphan.at, min(sentence.end, orphan.at + SHOWN))
    return Span(max(sentence.start, orphan.at + 1 - SHOWN), orphan.at + 1)
