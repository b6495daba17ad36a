"""The authors of the original are named, their outlet never.

"Article original rédigé par …" credits people, but not where their article appeared, so nobody can find and check it.
Add the outlet and, better, the address of the original. A source line elsewhere in the article does not settle it: it
may be a relay that carried their work.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from provenance.inspection.check import Observation, check
from provenance.lexicon.tables import table
from provenance.model.article import Article
from provenance.model.credit import Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.rule import Example
from provenance.model.span_index import SpanIndex
from provenance.model.text import Span
from provenance.registry.mentions import mentions
from provenance.words.names import CAPITALS

PUBLISHED_IN = frozenset({Role.TRANSLATION, Role.REPUBLICATION})


def names_outlet(credit: Credit) -> bool:
    return bool(credit.organisation or credit.domain or credit.url)


def wrote_for_one(article: Article, credit: Credit) -> bool:
    """Whether the statement goes on from a name with who it was written for, an outlet that no list knows."""
    statement = article.text.plain[credit.span.start : credit.span.end]
    said = written_for((article.language or "").split("-")[0])
    return any(said.search(statement, statement.find(name) + len(name)) for name in credit.people if name in statement)


@cache
def written_for(language: str) -> re.Pattern[str]:
    said = table(language, "citations")
    words, articles = ("|".join(map(re.escape, said.get(name, ()))) for name in ("written_for", "articles"))
    return re.compile(rf"[ ,](?:{words or '(?!)'}) (?:(?:{articles}) ?)?[{CAPITALS}]")


def beside(span: Span, others: list[Span]) -> list[Span]:
    """Of many spans in order, the nearest on either side."""
    at = bisect_left(others, span)
    return others[max(0, at - 2) : at + 2]


def next_to(one: Span, other: Span, text: str) -> bool:
    """Whether two statements stand on one line or on neighbouring lines."""
    between = Span(min(one.end, other.end), max(one.start, other.start))
    first = text.find("\n", *between)
    return first < 0 or text.find("\n", first + 1, between.end) < 0


@check(
    level="note",
    since="0.1",
    messages={
        "found": {
            "en": "the original's authors are named ({people}), but not the outlet it appeared in",
            "fr": "les auteurs de l’original sont nommés ({people}), mais pas le média qui l’a publié",
        }
    },
    examples=(
        Example("⟦Article original rédigé par : Mary Oduya et Tom Lindqvist.⟧\nLe pont rouvrira lundi.", "fr"),
        Example("Article original rédigé par Mary Oduya pour le New York Times.\nLe pont rouvrira lundi.", "fr"),
        Example("Article traduit du Guardian – Auteure : Mary Oduya\nLe pont rouvrira lundi.", "fr"),
        Example("⟦Original article written by Mary Oduya.⟧\nThe bridge will reopen on Monday.", "en"),
        Example("By Mary Oduya\nThe bridge will reopen on Monday, the city said.", "en"),
        Example("This article by Mary Oduya was originally published by The Guardian.\nThe bridge will reopen.", "en"),
        Example("⟦Originaltext: Tom Lindqvist⟧\nDie Brücke wird am Montag geöffnet.", "de"),
        Example("Von Tom Lindqvist\nDie Brücke wird am Montag geöffnet.", "de"),
        Example("Die Brücke wird am Montag geöffnet.", "de"),
        Example("Originaltext: Tom Lindqvist für den Hafenkurier\nDie Brücke wird geöffnet.", "de"),
        Example(
            "Enquête de Mary Oduya pour La Vigie des digues, mise en français par Zoé Brun\nLe pont rouvrira.", "fr"
        ),
        Example("Original article written by Mary Oduya for Harbour Lines.\nThe bridge will reopen.", "en"),
        Example("⟦Texto original de Tom Lindqvist⟧\nEl puente abrirá el lunes.", "es"),
        Example("Por Tom Lindqvist\nEl puente abrirá el lunes.", "es"),
        Example("El puente abrirá el lunes.", "es"),
        Example("⟦Testo originale di Tom Lindqvist⟧\nIl ponte riaprirà lunedì.", "it"),
        Example("Di Tom Lindqvist\nIl ponte riaprirà lunedì.", "it"),
        Example("Il ponte riaprirà lunedì.", "it"),
        Example("⟦Texto original de Tom Lindqvist⟧\nA ponte reabrirá na segunda-feira.", "pt"),
        Example("Por Tom Lindqvist\nA ponte reabrirá na segunda-feira.", "pt"),
        Example("A ponte reabrirá na segunda-feira.", "pt"),
        Example("⟦Oorspronkelijke tekst: Tom Lindqvist⟧\nDe brug gaat maandag open.", "nl"),
        Example("Door Tom Lindqvist\nDe brug gaat maandag open.", "nl"),
        Example("De brug gaat maandag open.", "nl"),
    ),
)
def author_without_outlet(dossier: Dossier) -> Iterator[Observation]:
    if any(credit.role in PUBLISHED_IN and names_outlet(credit) for credit in dossier.credits):
        return
    sources = [credit.span for credit in dossier.credits if credit.role is Role.SOURCE and names_outlet(credit)]
    named = SpanIndex(mention.span for mention in mentions(dossier.article))
    for credit in dossier.credits:
        if credit.role is not Role.ORIGINAL_AUTHOR or not credit.people or names_outlet(credit):
            continue
        if named.overlaps(credit.span) or wrote_for_one(dossier.article, credit):
            continue
        if any(next_to(credit.span, source, dossier.article.text.content) for source in beside(credit.span, sources)):
            continue
        yield Observation(credit.span, values={"people": ", ".join(credit.people)})
