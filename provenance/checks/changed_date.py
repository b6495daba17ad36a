"""A day is not the one the origin gives.

A translator who writes Monday for Sunday, or keeps `yesterday` in a text that appears three days later, sends readers
to the wrong day. Compare with the origin given and correct. Weekdays, months and days of the month are held against
those in the aligned sentence of the origin; `yesterday` and weekdays are held against each other where both articles
say when they were published. Days that only one of the two texts names stay silent.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.inspection.differences import told
from provenance.model.comparison import Kind
from provenance.model.dossier import Dossier
from provenance.model.rule import Example, Need

LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "nl")
ORIGIN_EN = (
    "Ferry service resumes in Port Ellery\n"
    "Ferries between Port Ellery and Castle Point will run again from Sunday, harbour master Winifred Osgood said.\n"
    "The link was cut on 14 September, when the Marigold ran aground off Gull Rock with 212 people on board.\n"
    "Divers finished their work at the Gull Rock jetty yesterday, said engineer Desmond Achterberg.\n"
)
ORIGIN_FR = (
    "Les ferries repartent à Port-Ellery\n"
    "Les ferries entre Port-Ellery et Castle Point circuleront dès dimanche, a dit la capitaine Winifred Osgood.\n"
    "La liaison était coupée depuis le 14 septembre, quand le Marigold s’est échoué à Gull Rock avec 212 personnes.\n"
)


def held(language: str, *lines: str, published: str | None = None) -> Example:
    """An example beside its origin: the English one, for English the French one."""
    origin, written = (ORIGIN_FR, "fr") if language == "en" else (ORIGIN_EN, "en")
    text = "".join(f"{line}\n" for line in lines)
    day = "2029-10-03" if published else None
    return Example(text, language, published, origin=origin, origin_language=written, origin_published=day)


@check(
    level="error",
    since="0.1",
    needs=(Need.COMPARISON,),
    languages=LANGUAGES,
    messages={
        "found": {
            "en": "“{said}” where the origin says “{meant}”",
            "fr": "« {said} » là où l’original dit « {meant} »",
        },
    },
    examples=(
        held(
            "fr",
            "Port Ellery : les ferries repartent",
            "Les ferries entre Port Ellery et Castle Point repartiront dès ⟦samedi⟧, selon Winifred Osgood.",
            "La liaison était coupée depuis le ⟦24⟧ septembre, quand le Marigold s’est échoué à Gull Rock.",
        ),
        held(
            "fr",
            "Port Ellery : les ferries repartent",
            "Les ferries entre Port Ellery et Castle Point repartiront dès dimanche, selon Winifred Osgood.",
            "Des plongeurs ont fini leur travail à Gull Rock ⟦lundi⟧, a dit l’ingénieur Desmond Achterberg.",
            published="2029-10-04",
        ),
        held(
            "fr",
            "Port Ellery : les ferries repartent",
            "Les ferries entre Port Ellery et Castle Point repartiront dès dimanche, selon Winifred Osgood.",
            "Des plongeurs ont fini leur travail à Gull Rock mardi, a dit l’ingénieur Desmond Achterberg.",
            published="2029-10-04",
        ),
        held(
            "fr",
            "Port Ellery : les ferries repartent",
            "La liaison était coupée depuis le 14 septembre, quand le Marigold s’est échoué à Gull Rock.",
        ),
        held(
            "en",
            "Port-Ellery ferries are back",
            "Ferries between Port-Ellery and Castle Point will run again from Sunday, captain Winifred Osgood said.",
            "The link was cut on 14 ⟦August⟧, when the Marigold ran aground at Gull Rock with 212 people.",
        ),
        held(
            "en",
            "Port-Ellery ferries are back",
            "The link was cut on Sept. 14, when the Marigold ran aground at Gull Rock with 212 people.",
        ),
        held(
            "en",
            "Port-Ellery ferries are back",
            "Ferries between Port-Ellery and Castle Point will run again on Sunday, captain Winifred Osgood said.",
        ),
        held(
            "es",
            "Vuelven los ferris a Port Ellery",
            "Los ferris entre Port Ellery y Castle Point volverán el ⟦lunes⟧, dijo la capitana Winifred Osgood.",
        ),
        held(
            "es",
            "Vuelven los ferris a Port Ellery",
            "Los ferris entre Port Ellery y Castle Point volverán el domingo, dijo la capitana Winifred Osgood.",
        ),
        held(
            "es",
            "Vuelven los ferris a Port Ellery",
            "El enlace se cortó el 14 de septiembre, cuando el Marigold encalló en Gull Rock con 212 personas.",
        ),
        held(
            "de",
            "Fähren in Port Ellery fahren wieder",
            "Die Fähren zwischen Port Ellery und Castle Point fahren ab ⟦Samstag⟧ wieder, sagte Winifred Osgood.",
        ),
        held(
            "de",
            "Fähren in Port Ellery fahren wieder",
            "Die Fähren zwischen Port Ellery und Castle Point fahren ab Sonntag wieder, sagte Winifred Osgood.",
        ),
        held(
            "de",
            "Fähren in Port Ellery fahren wieder",
            "Die Verbindung ruhte seit dem 14. September, als die Marigold mit 212 Menschen vor Gull Rock strandete.",
        ),
        held(
            "it",
            "Tornano i traghetti a Port Ellery",
            "I traghetti tra Port Ellery e Castle Point ripartono ⟦sabato⟧, ha detto Winifred Osgood.",
        ),
        held(
            "it",
            "Tornano i traghetti a Port Ellery",
            "I traghetti tra Port Ellery e Castle Point ripartono domenica, ha detto Winifred Osgood.",
        ),
        held(
            "it",
            "Tornano i traghetti a Port Ellery",
            "Il collegamento era interrotto dal 14 settembre, quando il Marigold si arenò a Gull Rock con 212 persone.",
        ),
        held(
            "pt",
            "Ferries voltam a Port Ellery",
            "Os ferries entre Port Ellery e Castle Point voltam na ⟦segunda-feira⟧, disse Winifred Osgood.",
        ),
        held(
            "pt",
            "Ferries voltam a Port Ellery",
            "Os ferries entre Port Ellery e Castle Point voltam no domingo, disse Winifred Osgood.",
        ),
        held(
            "pt",
            "Ferries voltam a Port Ellery",
            "A ligação estava cortada desde 14 de setembro, quando o Marigold encalhou em Gull Rock com 212 pessoas.",
        ),
        held(
            "nl",
            "Veerboten in Port Ellery varen weer",
            "De veerboten tussen Port Ellery en Castle Point varen vanaf ⟦maandag⟧ weer, zei Winifred Osgood.",
        ),
        held(
            "nl",
            "Veerboten in Port Ellery varen weer",
            "De veerboten tussen Port Ellery en Castle Point varen vanaf zondag weer, zei Winifred Osgood.",
        ),
        held(
            "nl",
            "Veerboten in Port Ellery varen weer",
            "De verbinding lag stil sinds 14 september, toen de Marigold met 212 mensen bij Gull Rock strandde.",
        ),
    ),
)
def changed_date(dossier: Dossier) -> Iterator[Observation]:
    yield from told(dossier, Kind.DATE)
