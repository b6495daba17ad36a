"""A name is not the one that the origin has.

A letter lost on the way makes a person unfindable; a name exchanged for another makes the article false, and may accuse
the wrong person. Put back the name as the origin has it. What languages themselves change is silent: `Londres` and
`London`, `Selenskyj` and `Zelensky`, cases and genitives, translated institutions, and names that a translator adds to
explain. A new name is told only where one of the origin's is missing, and is a hint unless both stand in one place.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.inspection.differences import told
from provenance.model.comparison import Kind
from provenance.model.dossier import Dossier
from provenance.model.rule import Example, Need

ORIGIN_EN = (
    "Ferry rescued off Kinlochard\n"
    "A ferry with 48 passengers on board lost power off Kinlochard on Tuesday evening.\n"
    "Captain Morag Dunsmuir called for help at 6.20 p.m., the coastguard in London said.\n"
    "Two lifeboats towed the ship to Stranorlar, where Mayor Declan Heffernan met the passengers.\n"
)
ORIGIN_FR = (
    "Un ferry secouru au large de Plouharnec\n"
    "Un ferry transportant 48 passagers est tombé en panne mardi soir au large de Plouharnec.\n"
    "Le capitaine Maëlle Quéméneur a appelé à l’aide à 18 h 20, selon les garde-côtes de Londres.\n"
    "Deux canots ont remorqué le navire à Locquirec, où le maire Ronan Kervella attendait les passagers.\n"
)


@check(
    level="error",
    since="0.1",
    needs=(Need.COMPARISON,),
    messages={
        "misspelt": {
            "en": "“{said}”: the origin spells the name “{meant}”",
            "fr": "« {said} » : l’original écrit ce nom « {meant} »",
        },
        "replaced": {
            "en": "“{said}” stands here, and nowhere in the origin, which names “{meant}”",
            "fr": "« {said} » figure ici et nulle part dans l’original, qui nomme « {meant} »",
        },
    },
    examples=(
        Example(
            "Un ferry secouru au large de Kinlochard\n"
            "Un ferry avec 48 passagers à bord est tombé en panne mardi soir au large de ⟦Kinlochrad→Kinlochard⟧.\n"
            "La capitaine Morag ⟦Dunsmiur→Dunsmuir⟧ a appelé à l’aide à 18 h 20, disent les garde-côtes à Londres.\n"
            "Deux canots ont remorqué le navire jusqu’à Stranorlar, où le maire Declan ⟦Abernathy⟧ attendait les"
            " passagers.\n",
            "fr",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
        Example(
            "Un ferry secouru au large de Kinlochard\n"
            "Un ferry avec 48 passagers à bord est tombé en panne mardi soir au large de Kinlochard, en Écosse.\n"
            "La capitaine Morag Dunsmuir a appelé à l’aide à 18 h 20, ont indiqué les garde-côtes à Londres.\n"
            "Deux canots ont remorqué le navire jusqu’à Stranorlar, où le maire, Declan Heffernan, attendait les"
            " passagers.\n",
            "fr",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
        Example(
            "Lors d’une visite à Kiev, le président Volodymyr Zelensky a reçu Sergueï Kowaltschuk, venu de Pékin.\n"
            "Les dirigeants de l’Otan et de l’UE se retrouveront jeudi à Bruxelles, a annoncé le ministère.\n",
            "fr",
            origin=(
                "In Kyiv, President Volodymyr Zelenskyy received Sergei Kovalchuk, who had come from Beijing.\n"
                "The leaders of NATO and the EU will meet in Brussels on Thursday, the ministry said.\n"
            ),
            origin_language="en",
        ),
        Example(
            "Ferry rescued off Plouharnec\n"
            "A ferry carrying 48 passengers broke down off Plouharnec on Tuesday evening.\n"
            "Captain Maëlle ⟦Quémeneru→Quéméneur⟧ called for help at 6.20 p.m., the coastguard in London said.\n"
            "Two boats towed the ship to Locquirec, where Mayor Ronan ⟦Lefebvre⟧ was waiting for the passengers.\n",
            "en",
            origin=ORIGIN_FR,
            origin_language="fr",
        ),
        Example(
            "Ferry rescued off Plouharnec\n"
            "A ferry carrying 48 passengers broke down off Plouharnec on Tuesday evening.\n"
            "Captain Maelle Quemeneur called for help at 6.20 p.m., according to the coastguard in London.\n"
            "Two boats towed the ship to Locquirec, in Brittany, where the mayor was waiting for the passengers.\n",
            "en",
            origin=ORIGIN_FR,
            origin_language="fr",
        ),
        Example(
            "President Kowalczuk met the Dutch prime minister in The Hague on Monday.\n"
            "Germany and Austria sent their congratulations from Berlin and Vienna.\n",
            "en",
            origin=(
                "Le président Kowalczuk a rencontré lundi à La Haye le premier ministre néerlandais.\n"
                "L’Allemagne et l’Autriche ont envoyé leurs félicitations de Berlin et de Vienne.\n"
            ),
            origin_language="fr",
        ),
        Example(
            "Un ferri con 48 pasajeros a bordo se quedó sin motor el martes por la noche frente a Kinlochard.\n"
            "La capitana Morag ⟦Dumsmuir→Dunsmuir⟧ pidió ayuda a las 18.20, según la guardia costera en Londres.\n"
            "Dos lanchas remolcaron el barco hasta Stranorlar, donde el alcalde Declan ⟦Abernathy⟧ recibió a los"
            " pasajeros.\n",
            "es",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
        Example(
            "Un ferri con 48 pasajeros a bordo se quedó sin motor el martes por la noche frente a Kinlochard.\n"
            "La capitana Morag Dunsmuir pidió ayuda a las 18.20, según la guardia costera en Londres.\n",
            "es",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
        Example(
            "En Kiev, el presidente Volodímir Zelenski recibió a Serguéi Kovalchuk, llegado de Pekín.\n"
            "Los líderes de la OTAN y de la UE se reunirán el jueves en Bruselas.\n",
            "es",
            origin=(
                "In Kyiv, President Volodymyr Zelenskyy received Sergei Kovalchuk, who had come from Beijing.\n"
                "The leaders of NATO and the EU will meet in Brussels on Thursday.\n"
            ),
            origin_language="en",
        ),
        Example(
            "Eine Fähre mit 48 Passagieren an Bord trieb am Dienstagabend manövrierunfähig vor Kinlochard.\n"
            "Kapitänin Morag ⟦Dunsmuri→Dunsmuir⟧ rief um 18.20 Uhr um Hilfe, teilte die Küstenwache in London mit.\n"
            "Zwei Rettungsboote schleppten das Schiff nach Stranorlar, wo Bürgermeister Declan ⟦Abernathy⟧ die"
            " Passagiere empfing.\n",
            "de",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
        Example(
            "Eine Fähre mit 48 Passagieren an Bord trieb am Dienstagabend manövrierunfähig vor Kinlochard.\n"
            "Morag Dunsmuirs Hilferuf ging um 18.20 Uhr ein, teilte die Küstenwache in London mit.\n",
            "de",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
        Example(
            "In Kiew empfing Präsident Wolodymyr Selenskyj den aus Peking angereisten Sergej Kowaltschuk.\n"
            "Die Staats- und Regierungschefs der Nato und der EU treffen sich am Donnerstag in Brüssel.\n",
            "de",
            origin=(
                "In Kyiv, President Volodymyr Zelenskyy received Sergei Kovalchuk, who had come from Beijing.\n"
                "The leaders of NATO and the EU will meet in Brussels on Thursday.\n"
            ),
            origin_language="en",
        ),
        Example(
            "Un traghetto con 48 passeggeri a bordo è rimasto senza motore martedì sera al largo di Kinlochard.\n"
            "La capitana Morag ⟦Dunsmiur→Dunsmuir⟧ ha chiesto aiuto alle 18.20, dice la guardia costiera a Londra.\n"
            "Due lance hanno rimorchiato la nave a Stranorlar, dove il sindaco Declan ⟦Abernathy⟧ ha accolto i"
            " passeggeri.\n",
            "it",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
        Example(
            "Un traghetto con 48 passeggeri a bordo è rimasto senza motore martedì sera al largo di Kinlochard.\n"
            "La capitana Morag Dunsmuir ha chiesto aiuto alle 18.20, ha detto la guardia costiera a Londra.\n",
            "it",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
        Example(
            "A Kiev il presidente Volodymyr Zelensky ha ricevuto Sergej Kovalchuk, arrivato da Pechino.\n"
            "I leader della Nato e dell’Ue si vedranno giovedì a Bruxelles.\n",
            "it",
            origin=(
                "In Kyiv, President Volodymyr Zelenskyy received Sergei Kovalchuk, who had come from Beijing.\n"
                "The leaders of NATO and the EU will meet in Brussels on Thursday.\n"
            ),
            origin_language="en",
        ),
        Example(
            "Um ferry com 48 passageiros a bordo ficou sem motor na noite de terça-feira ao largo de Kinlochard.\n"
            "A capitã Morag ⟦Dunsmiur→Dunsmuir⟧ pediu ajuda às 18h20, disse a guarda costeira em Londres.\n"
            "Dois salva-vidas rebocaram o navio até Stranorlar, onde o prefeito Declan ⟦Abernathy⟧ recebeu os"
            " passageiros.\n",
            "pt",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
        Example(
            "Um ferry com 48 passageiros a bordo ficou sem motor na noite de terça-feira ao largo de Kinlochard.\n"
            "A capitã Morag Dunsmuir pediu ajuda às 18h20, disse a guarda costeira em Londres.\n",
            "pt",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
        Example(
            "Em Kiev, o presidente Volodymyr Zelensky recebeu Sergei Kovalchuk, vindo de Pequim.\n"
            "Os líderes da OTAN e da UE se reúnem na quinta-feira em Bruxelas.\n",
            "pt",
            origin=(
                "In Kyiv, President Volodymyr Zelenskyy received Sergei Kovalchuk, who had come from Beijing.\n"
                "The leaders of NATO and the EU will meet in Brussels on Thursday.\n"
            ),
            origin_language="en",
        ),
        Example(
            "Een veerboot met 48 passagiers aan boord viel dinsdagavond stil voor de kust van Kinlochard.\n"
            "Kapitein Morag ⟦Dunsmiur→Dunsmuir⟧ riep om 18.20 uur om hulp, zei de kustwacht in Londen.\n"
            "Twee reddingsboten sleepten het schip naar Stranorlar, waar burgemeester Declan ⟦Abernathy⟧ de passagiers"
            " opving.\n",
            "nl",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
        Example(
            "Een veerboot met 48 passagiers aan boord viel dinsdagavond stil voor de kust van Kinlochard.\n"
            "Kapitein Morag Dunsmuir riep om 18.20 uur om hulp, zei de kustwacht in Londen.\n",
            "nl",
            origin=ORIGIN_EN,
            origin_language="en",
        ),
        Example(
            "In Kiev ontving president Volodymyr Zelensky de uit Peking gekomen Sergej Kovaltsjoek.\n"
            "De leiders van de NAVO en de EU komen donderdag in Brussel bijeen.\n",
            "nl",
            origin=(
                "In Kyiv, President Volodymyr Zelenskyy received Sergei Kovalchuk, who had come from Beijing.\n"
                "The leaders of NATO and the EU will meet in Brussels on Thursday.\n"
            ),
            origin_language="en",
        ),
    ),
)
def changed_name(dossier: Dossier) -> Iterator[Observation]:
    yield from told(dossier, Kind.NAME)
