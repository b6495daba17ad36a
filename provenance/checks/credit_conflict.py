"""The text and the metadata name different authors.

Search engines, aggregators and archives read the metadata, readers read the byline. Where the two name different
people, one of them is wrong: most often a template or the editor who uploaded the article stayed in the metadata.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from provenance.inspection.check import Observation, check
from provenance.model.credit import Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.rule import Example

LONGEST_SIGN = 5


@check(
    level="warning",
    since="0.1",
    messages={
        "found": {
            "en": "the byline says {text}, the metadata says {metadata}",
            "fr": "la signature dit {text}, les métadonnées disent {metadata}",
        }
    },
    examples=(
        Example(
            "---\ntitle: Le pont\nauthor: Karim Bellanger\n---\n\n⟦Par Odile Vasseur⟧\n\nLe pont rouvrira lundi.\n",
            "fr",
            format="md",
        ),
        Example(
            "---\ntitle: Le pont\nauthor: Odile Vasseur\n---\n\nPar Odile Vasseur\n\nLe pont rouvrira lundi.\n",
            "fr",
            format="md",
        ),
        Example("---\ntitle: Le pont\nauthor: Odile Vasseur\n---\n\nLe pont rouvrira lundi.\n", "fr", format="md"),
        Example(
            "---\ntitle: Bridge\nauthor: Karim Bellanger\n---\n\n⟦By Thelma Oakes⟧\n\nThe bridge will reopen.\n",
            "en",
            format="md",
        ),
        Example(
            "---\ntitle: Bridge\nauthor: T. Oakes\n---\n\nBy Thelma Oakes\n\nThe bridge will reopen on Monday.\n",
            "en",
            format="md",
        ),
        Example("By Thelma Oakes\nThe bridge will reopen on Monday, the city said.", "en"),
        Example(
            "---\nauthor: Karim Bellanger\n---\n\n⟦Von Odile Vasseur⟧\n\nDie Brücke wird am Montag geöffnet.\n",
            "de",
            format="md",
        ),
        Example(
            "---\nauthor: Odile Vasseur\n---\n\nVon Odile Vasseur\n\nDie Brücke wird am Montag geöffnet.\n",
            "de",
            format="md",
        ),
        Example("Von Odile Vasseur\nDie Brücke wird am Montag geöffnet.", "de"),
        Example(
            "---\nauthor: Karim Bellanger\n---\n\n⟦Por Odile Vasseur⟧\n\nEl puente abrirá el lunes.\n",
            "es",
            format="md",
        ),
        Example(
            "---\nauthor: Odile Vasseur\n---\n\nPor Odile Vasseur\n\nEl puente abrirá el lunes.\n", "es", format="md"
        ),
        Example("Por Odile Vasseur\nEl puente abrirá el lunes.", "es"),
        Example(
            "---\nauthor: Karim Bellanger\n---\n\n⟦Di Odile Vasseur⟧\n\nIl ponte riaprirà lunedì.\n", "it", format="md"
        ),
        Example(
            "---\nauthor: Odile Vasseur\n---\n\nDi Odile Vasseur\n\nIl ponte riaprirà lunedì.\n", "it", format="md"
        ),
        Example("Di Odile Vasseur\nIl ponte riaprirà lunedì.", "it"),
        Example(
            "---\nauthor: Karim Bellanger\n---\n\n⟦Por Odile Vasseur⟧\n\nA ponte reabrirá na segunda-feira.\n",
            "pt",
            format="md",
        ),
        Example(
            "---\nauthor: Odile Vasseur\n---\n\nPor Odile Vasseur\n\nA ponte reabrirá na segunda-feira.\n",
            "pt",
            format="md",
        ),
        Example("Por Odile Vasseur\nA ponte reabrirá na segunda-feira.", "pt"),
        Example(
            "---\nauthor: Karim Bellanger\n---\n\n⟦Door Odile Vasseur⟧\n\nDe brug gaat maandag open.\n",
            "nl",
            format="md",
        ),
        Example(
            "---\nauthor: Odile Vasseur\n---\n\nDoor Odile Vasseur\n\nDe brug gaat maandag open.\n", "nl", format="md"
        ),
        Example("Door Odile Vasseur\nDe brug gaat maandag open.", "nl"),
    ),
)
def credit_conflict(dossier: Dossier) -> Iterator[Observation]:
    signed = [credit for credit in dossier.credits if credit.role is Role.AUTHOR and credit.people]
    visible = [credit for credit in signed if credit.basis == "text"]
    declared = [credit for credit in signed if credit.basis == "metadata"]
    said, meant = name_parts(visible), name_parts(declared)
    if not said or not meant or said & meant:
        return
    first = visible[0]
    values = {"text": ", ".join(first.people), "metadata": ", ".join(people(declared))}
    yield Observation(first.span, values=values, related=tuple(c.span for c in declared), confidence=0.9)


def people(credits: Iterable[Credit]) -> list[str]:
    return list(dict.fromkeys(name for credit in credits for name in credit.people))


def name_parts(credits: Iterable[Credit]) -> set[str]:
    """The words of the names, without case, accents and initials; the sign of a staff member ("kes") is no name."""
    words: set[str] = set()
    for name in people(credits):
        if name.islower() and len(name) <= LONGEST_SIGN:
            continue
        plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
        words.update(part for part in plain.replace("-", " ").replace(".", " ").split() if len(part) > 2)
    return words
