"""Nothing says who wrote the article or where it comes from.

No author, desk, agency, source, translation or republication is named, neither in the text nor in its metadata. A
reader cannot judge it, and it should not go out like that: name who wrote it, or the agency or outlet it comes from,
with a link. Outlets that are only quoted in the text ("told the BBC") do not answer the question. AFP's Principles on
Sources (2016) and the Munich Charter ask the same.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.credit import Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.rule import Example

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
    ),
)
def missing_attribution(dossier: Dossier) -> Iterator[Observation]:
    if not any(says_whence(credit) for credit in dossier.credits):
        yield Observation(dossier.article.first_line)
