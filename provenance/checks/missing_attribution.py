"""Nothing says who wrote the article or where it comes from.

No author, desk, agency, source, translation or republication is named, neither in the text nor in its metadata. A
reader cannot judge it, and it should not go out like that: name who wrote it, or the agency or outlet it comes from,
with a link. Outlets that are only quoted in the text ("told the BBC") do not answer the question. AFP's Principles on
Sources (2016) and the Munich Charter ask the same.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.lexicon.tables import table
from provenance.model.article import Article
from provenance.model.block import BlockKind
from provenance.model.credit import Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.rule import Example

FIRST, LAST = 5, 4
"""Lines at the top and at the end of an article where notes about its making stand."""
LONGEST = 240
DESK_WORDS = 4
UNREAD = 0.5
"""How sure the rule is where a line looks like a note that no credit was read from."""
ANSWERS = frozenset(
    {
        Role.AUTHOR,
        Role.ORIGINAL_AUTHOR,
        Role.TRANSLATOR,
        Role.CONTRIBUTOR,
        Role.EDITOR,
        Role.AGENCY,
        Role.TRANSLATION,
        Role.REPUBLICATION,
        Role.SOURCE,
    }
)


def says_whence(credit: Credit) -> bool:
    """Whether a credit says who made the article or what it was made from."""
    return credit.role in ANSWERS or (credit.role in (Role.DATELINE, Role.RIGHTS) and credit.organisation is not None)


@check(
    level="error",
    since="0.1",
    messages={
        "found": {
            "en": "nothing says who wrote this or where it comes from: no author, agency or source is named",
            "fr": "rien ne dit qui a écrit ce texte ni d’où il vient : ni auteur, ni agence, ni source",
        }
    },
    examples=(
        Example("⟦Le pont de la Sarre rouvrira lundi, a annoncé la mairie.⟧\nLes travaux ont duré un an.", "fr"),
        Example("Par Odile Vasseur\nLe pont de la Sarre rouvrira lundi, a annoncé la mairie.", "fr"),
        Example("Le pont de la Sarre rouvrira lundi, a annoncé la mairie.\n(avec AFP)", "fr"),
        Example("⟦The old bridge will reopen on Monday, the city said.⟧\nThe work took a year.", "en"),
        Example("By Thelma Ruiz-Oakes\nThe old bridge will reopen on Monday, the city said.", "en"),
        Example("LISBON, March 3 (Reuters) - The old bridge will reopen on Monday, the city said.", "en"),
        Example("⟦Die alte Brücke wird am Montag wieder geöffnet, teilte die Stadt mit.⟧", "de"),
        Example("Von Jutta Ehrlinger\nDie alte Brücke wird am Montag wieder geöffnet, teilte die Stadt mit.", "de"),
        Example("Die alte Brücke wird am Montag wieder geöffnet, teilte die Stadt mit.\nQuelle: dpa", "de"),
        Example("⟦El puente viejo abrirá el lunes, anunció la alcaldía.⟧\nLas obras duraron un año.", "es"),
        Example("Por Odilia Varga\nEl puente viejo abrirá el lunes, anunció la alcaldía.", "es"),
        Example("El puente viejo abrirá el lunes, anunció la alcaldía.\nFuente: EFE", "es"),
        Example("⟦Il vecchio ponte riaprirà lunedì, ha annunciato il comune.⟧\nI lavori sono durati un anno.", "it"),
        Example("Di Odilia Vargas\nIl vecchio ponte riaprirà lunedì, ha annunciato il comune.", "it"),
        Example("Il vecchio ponte riaprirà lunedì, ha annunciato il comune.\nFonte: Ansa", "it"),
        Example("⟦A ponte velha reabrirá na segunda-feira, anunciou a prefeitura.⟧\nAs obras duraram um ano.", "pt"),
        Example("Por Odília Vargas\nA ponte velha reabrirá na segunda-feira, anunciou a prefeitura.", "pt"),
        Example("A ponte velha reabrirá na segunda-feira, anunciou a prefeitura.\nFonte: Lusa", "pt"),
        Example("⟦De oude brug gaat maandag weer open, meldde de gemeente.⟧\nHet werk duurde een jaar.", "nl"),
        Example("Door Odilia Vermeer\nDe oude brug gaat maandag weer open, meldde de gemeente.", "nl"),
        Example("De oude brug gaat maandag weer open, meldde de gemeente.\nBron: ANP", "nl"),
    ),
)
def missing_attribution(dossier: Dossier) -> Iterator[Observation]:
    if not any(says_whence(credit) for credit in dossier.credits):
        unread = any(_may_say(line, dossier.article) for line in _edges(dossier.article))
        yield Observation(dossier.article.first_line, confidence=UNREAD if unread else 1.0)


def _edges(article: Article) -> list[str]:
    """The short lines among the first and the last of the article, in lower case."""
    spans = [block.span for block in article.own if block.kind is not BlockKind.HEADLINE]
    kept = spans if len(spans) <= FIRST + LAST else [*spans[:FIRST], *spans[-LAST:]]
    folded = article.text.folded
    return [line for span in kept for line in folded[span.start : span.end].split("\n") if len(line) <= LONGEST]


def _may_say(line: str, article: Article) -> bool:
    """Whether a line looks like a note about who made the article, though no credit was read from it."""
    language = (article.language or "").split("-")[0]
    said, desks = table(language, "makers"), table(language, "agents").get("desks", ())
    words = [word.strip(".,:;()[]*_-–—") for word in line.split()]
    if 0 < len(words) <= DESK_WORDS and any(word in desks for word in words):
        return True
    label, colon, _rest = line.strip("(*_[ ").partition(":")
    if colon and label.strip() in said.get("labels", ()):
        return True
    return any(phrase in line for phrase in said.get("phrases", ()))
