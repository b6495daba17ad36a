"""The article claims to be older than what it was made from.

A translation or a copy cannot appear before its origin. Either one of the two dates is wrong, or the address leads to
another piece, or the article was changed later and its date was not. Check both dates and print the right one. A day of
difference is left to time zones; an article that says it was updated after the source appeared is not told.
"""

from collections.abc import Iterator
from datetime import date

from provenance.inspection.check import Observation, check
from provenance.model.dating import AnchorKind, DateBasis
from provenance.model.dossier import Dossier
from provenance.model.rule import Example

OWN = frozenset({DateBasis.OPTION, DateBasis.DECLARED, DateBasis.URL})
SLACK = 1
"""Days by which time zones may put a copy before its origin."""

SOURCE_FR = "Source : https://www.valmont-info.example.com/2014/05/09/le-pont-ferme/"
SOURCE_EN = "Source: https://www.harrow-mere.example.com/2014/05/09/the-bridge-closes/"


@check(
    level="error",
    since="0.1",
    messages={
        "found": {
            "en": "the article is dated {published}, but its source came out on {source}: one of the dates is wrong",
            "fr": "l’article est daté du {published}, or la source qu’il cite est du {source} : l’une des deux dates "
            "est fausse",
        }
    },
    examples=(
        Example(f"Publié le 3 mai 2014\nLe pont de Valmont est fermé.\n⟦{SOURCE_FR}⟧", "fr"),
        Example(f"Publié le 10 mai 2014\nLe pont de Valmont est fermé.\n{SOURCE_FR}", "fr"),
        Example(f"Publié le 8 mai 2014\nLe pont de Valmont est fermé.\n{SOURCE_FR}", "fr"),
        Example(f"Published: May 3, 2014\nThe bridge is closed.\n⟦{SOURCE_EN}⟧", "en"),
        Example(f"Published: May 9, 2014\nThe bridge is closed.\n{SOURCE_EN}", "en"),
        Example(f"Published: May 3, 2014\nUpdated: May 10, 2014\nThe bridge is closed.\n{SOURCE_EN}", "en"),
    ),
)
def date_order(dossier: Dossier) -> Iterator[Observation]:
    dating = dossier.dating
    if dating.published is None or not dating.published.is_day or dating.basis not in OWN:
        return
    latest = max([dating.published.first, *_days(dossier, AnchorKind.MODIFIED)])
    for anchor in dating.anchors:
        if anchor.kind is not AnchorKind.SOURCE or not anchor.date.is_day or anchor.span is None:
            continue
        if (anchor.date.first - latest).days > SLACK:
            values = {"published": str(dating.published), "source": str(anchor.date)}
            yield Observation(anchor.span, values=values, confidence=0.95)


def _days(dossier: Dossier, kind: AnchorKind) -> list[date]:
    return [anchor.date.first for anchor in dossier.dating.anchors if anchor.kind is kind and anchor.date.is_day]
