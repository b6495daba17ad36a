"""A figure is not the one the origin gives.

Figures are what readers remember and repeat, and a slip of one digit, a billion for a million or miles for kilometres
survives every later copy. Compare with the origin given and correct. Each figure is held against the one in its place
in the aligned sentence of the origin, in whatever way the two are written: a conversion into other units, a time of day
on another clock, a number written out and a rounding that is declared (`about`, `nearly`) are faithful and stay silent;
so do figures that only one of the two texts has.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.inspection.differences import told
from provenance.model.comparison import Kind
from provenance.model.dossier import Dossier
from provenance.model.rule import Example, Need

LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "nl")
ORIGIN_EN = (
    "Lighthouse of Port Ellery to reopen\n"
    "The lighthouse of Port Ellery will reopen in June after repairs that cost £2.8m, the harbour authority said.\n"
    "Some 4,700 visitors climbed its 212 steps in 2027, said keeper Winifred Osgood, 61.\n"
    "The tower stands three miles north of Castle Point and is lit from 8.30pm.\n"
)
ORIGIN_FR = (
    "Le phare de Port-Ellery va rouvrir\n"
    "Le phare de Port-Ellery rouvrira en juin après des travaux de 2,8 millions de livres, selon le port.\n"
    "Quelque 4 700 visiteurs ont gravi ses 212 marches en 2027, a dit la gardienne Winifred Osgood, 61 ans.\n"
    "La tour se dresse à cinq kilomètres au nord de Castle Point et s’allume dès 20 h 30.\n"
)


def held(language: str, *lines: str) -> Example:
    """An example beside its origin: the English one, for English the French one."""
    origin, written = (ORIGIN_FR, "fr") if language == "en" else (ORIGIN_EN, "en")
    return Example("".join(f"{line}\n" for line in lines), language, origin=origin, origin_language=written)


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
            "Le phare de Port Ellery va rouvrir",
            "Le phare de Port Ellery rouvrira en juin après des travaux de ⟦2,8 milliards de livres⟧, selon le port.",
            "Quelque 4 700 visiteurs ont gravi ses ⟦221⟧ marches en 2027, selon la gardienne Winifred Osgood, 61 ans.",
        ),
        held(
            "fr",
            "Le phare de Port Ellery va rouvrir",
            "Le phare de Port Ellery rouvrira en juin après des travaux de 2,8 millions de livres, selon le port.",
            "La tour, à cinq kilomètres au nord de Castle Point, s’allume à 20 h 30.",
        ),
        held(
            "fr",
            "Le phare de Port Ellery va rouvrir",
            "Près de 5 000 visiteurs ont gravi ses 212 marches en 2027, selon la gardienne Winifred Osgood, 61 ans.",
            "La tour se dresse à 4,8 km au nord de Castle Point et s’allume à 20 h 30.",
        ),
        held(
            "en",
            "Port-Ellery lighthouse to reopen",
            "Some 4,700 visitors climbed its 212 steps in ⟦2024⟧, said keeper Winifred Osgood, 61.",
            "The tower stands three miles north of Castle Point and is lit from 8.30pm.",
        ),
        held(
            "en",
            "Port-Ellery lighthouse to reopen",
            "Some 4,700 visitors climbed its 212 steps in 2027, said keeper Winifred Osgood, sixty-one.",
            "The tower stands about three miles north of Castle Point and is lit from half past eight.",
        ),
        held(
            "en",
            "Port-Ellery lighthouse to reopen",
            "The lighthouse of Port-Ellery will reopen in June after repairs worth £2.8m, the harbour authority says.",
        ),
        held(
            "es",
            "Reabre el faro de Port Ellery",
            "El faro de Port Ellery reabrirá en junio tras unas obras de 2,8 millones de libras, según el puerto.",
            "Unos ⟦4.100⟧ visitantes subieron sus 212 escalones en 2027, dijo la farera Winifred Osgood.",
        ),
        held(
            "es",
            "Reabre el faro de Port Ellery",
            "Unos 4.700 visitantes subieron sus doscientos doce escalones en 2027, dijo la farera Winifred Osgood.",
        ),
        held(
            "es",
            "Reabre el faro de Port Ellery",
            "La torre está cinco kilómetros al norte de Castle Point y se enciende a las 20:30 horas.",
        ),
        held(
            "de",
            "Leuchtturm von Port Ellery öffnet wieder",
            "Port Ellerys Leuchtturm öffnet im Juni nach Arbeiten für ⟦2,8 Milliarden Pfund⟧, teilte der Hafen mit.",
        ),
        held(
            "de",
            "Leuchtturm von Port Ellery öffnet wieder",
            "Rund 4.700 Besucher stiegen 2027 seine zweihundertzwölf Stufen hinauf, sagte Winifred Osgood (61).",
        ),
        held(
            "de",
            "Leuchtturm von Port Ellery öffnet wieder",
            "Der Turm steht fünf Kilometer nördlich von Castle Point und leuchtet ab 20.30 Uhr.",
        ),
        held(
            "it",
            "Riapre il faro di Port Ellery",
            "Circa 4.700 visitatori hanno salito i suoi 212 gradini nel 2027, ha detto Winifred Osgood, ⟦67 anni⟧.",
        ),
        held(
            "it",
            "Riapre il faro di Port Ellery",
            "Circa 4.700 visitatori hanno salito i suoi duecentododici gradini nel 2027, ha detto Winifred Osgood.",
        ),
        held(
            "it",
            "Riapre il faro di Port Ellery",
            "La torre sorge cinque chilometri a nord di Castle Point e si accende alle 20:30.",
        ),
        held(
            "pt",
            "Farol de Port Ellery vai reabrir",
            "O farol de Port Ellery reabre em junho após obras de ⟦2,3 milhões de libras⟧, segundo o porto.",
        ),
        held(
            "pt",
            "Farol de Port Ellery vai reabrir",
            "Cerca de 4.700 visitantes subiram os seus 212 degraus em 2027, disse a faroleira Winifred Osgood, 61.",
        ),
        held(
            "pt",
            "Farol de Port Ellery vai reabrir",
            "A torre fica cinco quilômetros ao norte de Castle Point e acende às 20h30.",
        ),
        held(
            "nl",
            "Vuurtoren van Port Ellery gaat weer open",
            "Zo'n 4.700 bezoekers beklommen in ⟦2029⟧ de 212 treden, zei Winifred Osgood (61).",
        ),
        held(
            "nl",
            "Vuurtoren van Port Ellery gaat weer open",
            "Zo'n 4.700 bezoekers beklommen in 2027 de tweehonderdtwaalf treden, zei Winifred Osgood (61).",
        ),
        held(
            "nl",
            "Vuurtoren van Port Ellery gaat weer open",
            "De toren staat vijf kilometer ten noorden van Castle Point en is vanaf 20.30 uur verlicht.",
        ),
    ),
)
def changed_figure(dossier: Dossier) -> Iterator[Observation]:
    yield from told(dossier, Kind.FIGURE)
