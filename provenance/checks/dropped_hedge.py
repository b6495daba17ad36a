"""The origin leaves a claim open, and the article tells it as a fact.

"May be close to a deal", "reportedly", "the alleged thief": whoever drops such a word on the way from one text to the
next makes news of a rumour, and a culprit of a suspect. Say again what the origin does not vouch for, in whatever way
the language has: a verb, a mood, an adverb, a source, a question. Any of these in the sentence or beside it keeps the
rule silent, and so does a sentence that the article shortens. A word for "about" before a figure is only a hint.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.inspection.differences import told
from provenance.model.comparison import Kind
from provenance.model.dossier import Dossier
from provenance.model.rule import Example, Need

ORIGIN_EN = (
    "The tannery of Brackwater changes hands\n"
    "The Brackwater tannery has reportedly been sold to the investor Ludmilla Ostrander.\n"
    "Its 240 workers were told by letter on 3 March.\n"
    "The tannery may close its second hall in Fennimore by 2031.\n"
    "The alleged forger of the letter, Casper Tolliver, was seen in Fennimore.\n"
)
ORIGIN_FR = (
    "La tannerie de Corvisart change de mains\n"
    "La tannerie de Corvisart aurait été vendue à l’investisseuse Ludmilla Ostrander.\n"
    "Ses 240 ouvriers l’ont appris par lettre le 3 mars.\n"
    "La tannerie pourrait fermer son second atelier à Fontanes d’ici à 2031.\n"
    "Le faussaire présumé de la lettre, Casper Tolliver, a été vu à Fontanes.\n"
)


def from_english(text: str, language: str) -> Example:
    return Example(text, language, origin=ORIGIN_EN, origin_language="en")


def from_french(text: str, language: str) -> Example:
    return Example(text, language, origin=ORIGIN_FR, origin_language="fr")


@check(
    level="warning",
    since="0.1",
    needs=(Need.COMPARISON,),
    languages=("fr", "en", "es", "de", "it", "pt", "nl"),
    messages={
        "found": {
            "en": "the origin says “{meant}”; nothing here leaves the claim open",
            "fr": "l’original dit « {meant} » ; rien ici ne laisse l’affirmation ouverte",
        },
        "figure": {
            "en": "the origin says “{meant}”; here the figure stands as exact",
            "fr": "l’original dit « {meant} » ; ici le chiffre est donné pour exact",
        },
    },
    examples=(
        from_english(
            "La tannerie de Brackwater change de mains\n"
            "⟦La tannerie de Brackwater a été vendue à l’investisseuse Ludmilla Ostrander.⟧\n"
            "Ses 240 ouvriers l’ont appris par lettre le 3 mars.\n"
            "⟦La tannerie ferme son second atelier à Fennimore d’ici à 2031.⟧\n"
            "⟦Le faussaire de la lettre, Casper Tolliver, a été vu à Fennimore.⟧\n",
            "fr",
        ),
        from_english(
            "La tannerie de Brackwater aurait été vendue à l’investisseuse Ludmilla Ostrander.\n"
            "Ses 240 ouvriers l’ont appris par lettre le 3 mars.\n"
            "La tannerie pourrait fermer son second atelier à Fennimore d’ici à 2031.\n"
            "Casper Tolliver, soupçonné d’avoir écrit la lettre, a été vu à Fennimore.\n",
            "fr",
        ),
        from_english(
            "Selon la presse locale, la tannerie de Brackwater est vendue à l’investisseuse Ludmilla Ostrander.\n"
            "Ses 240 ouvriers l’ont appris par lettre le 3 mars.\n"
            "La fermeture du second atelier, à Fennimore, est possible d’ici à 2031.\n",
            "fr",
        ),
        from_french(
            "The tannery of Corvisart changes hands\n"
            "⟦The Corvisart tannery has been sold to the investor Ludmilla Ostrander.⟧\n"
            "Its 240 workers learnt of it by letter on 3 March.\n"
            "⟦The tannery will close its second workshop in Fontanes by 2031.⟧\n"
            "⟦The forger of the letter, Casper Tolliver, was seen in Fontanes.⟧\n",
            "en",
        ),
        from_french(
            "The Corvisart tannery has reportedly been sold to the investor Ludmilla Ostrander.\n"
            "Its 240 workers learnt of it by letter on 3 March.\n"
            "The tannery might close its second workshop in Fontanes by 2031.\n",
            "en",
        ),
        from_french(
            "Has the Corvisart tannery been sold to the investor Ludmilla Ostrander?\n"
            "Its 240 workers learnt of it by letter on 3 March.\n",
            "en",
        ),
        from_english(
            "La curtiduría de Brackwater cambia de manos\n"
            "⟦La curtiduría de Brackwater fue vendida a la inversora Ludmilla Ostrander.⟧\n"
            "Sus 240 obreros lo supieron por carta el 3 de marzo.\n"
            "⟦La curtiduría cerrará su segunda nave en Fennimore antes de 2031.⟧\n",
            "es",
        ),
        from_english(
            "La curtiduría de Brackwater habría sido vendida a la inversora Ludmilla Ostrander.\n"
            "Sus 240 obreros lo supieron por carta el 3 de marzo.\n",
            "es",
        ),
        from_english(
            "La curtiduría de Brackwater fue vendida, según un diario, a la inversora Ludmilla Ostrander.\n"
            "Sus 240 obreros lo supieron por carta el 3 de marzo.\n",
            "es",
        ),
        from_english(
            "Die Gerberei von Brackwater wechselt den Besitzer\n"
            "⟦Die Gerberei von Brackwater wurde an die Investorin Ludmilla Ostrander verkauft.⟧\n"
            "Die 240 Arbeiter erfuhren davon am 3. März durch einen Brief.\n"
            "⟦Die Gerberei schließt ihre zweite Halle in Fennimore bis 2031.⟧\n",
            "de",
        ),
        from_english(
            "Die Gerberei von Brackwater soll an die Investorin Ludmilla Ostrander verkauft worden sein.\n"
            "Die 240 Arbeiter erfuhren davon am 3. März durch einen Brief.\n",
            "de",
        ),
        from_english(
            "Die Gerberei von Brackwater ist laut der Lokalzeitung an Ludmilla Ostrander verkauft worden.\n"
            "Die 240 Arbeiter erfuhren davon am 3. März durch einen Brief.\n",
            "de",
        ),
        from_english(
            "La conceria di Brackwater cambia proprietario\n"
            "⟦La conceria di Brackwater è stata venduta all’investitrice Ludmilla Ostrander.⟧\n"
            "I suoi 240 operai lo hanno saputo da una lettera il 3 marzo.\n"
            "⟦La conceria chiuderà il secondo capannone a Fennimore entro il 2031.⟧\n",
            "it",
        ),
        from_english(
            "La conceria di Brackwater sarebbe stata venduta all’investitrice Ludmilla Ostrander.\n"
            "I suoi 240 operai lo hanno saputo da una lettera il 3 marzo.\n",
            "it",
        ),
        from_english(
            "Secondo il giornale locale la conceria di Brackwater è stata venduta a Ludmilla Ostrander.\n"
            "I suoi 240 operai lo hanno saputo da una lettera il 3 marzo.\n",
            "it",
        ),
        from_english(
            "O curtume de Brackwater muda de mãos\n"
            "⟦O curtume de Brackwater foi vendido à investidora Ludmilla Ostrander.⟧\n"
            "Os 240 operários souberam por carta no dia 3 de março.\n"
            "⟦O curtume fechará o segundo pavilhão em Fennimore antes de 2031.⟧\n",
            "pt",
        ),
        from_english(
            "O curtume de Brackwater teria sido vendido à investidora Ludmilla Ostrander.\n"
            "Os 240 operários souberam por carta no dia 3 de março.\n",
            "pt",
        ),
        from_english(
            "O curtume de Brackwater foi alegadamente vendido à investidora Ludmilla Ostrander.\n"
            "Os 240 operários souberam por carta no dia 3 de março.\n",
            "pt",
        ),
        from_english(
            "De leerlooierij van Brackwater verandert van eigenaar\n"
            "⟦De leerlooierij van Brackwater is verkocht aan investeerder Ludmilla Ostrander.⟧\n"
            "De 240 arbeiders lazen het op 3 maart in een brief.\n"
            "⟦De leerlooierij sluit haar tweede hal in Fennimore vóór 2031.⟧\n",
            "nl",
        ),
        from_english(
            "De leerlooierij van Brackwater zou verkocht zijn aan investeerder Ludmilla Ostrander.\n"
            "De 240 arbeiders lazen het op 3 maart in een brief.\n",
            "nl",
        ),
        from_english(
            "De leerlooierij van Brackwater is volgens de streekkrant verkocht aan Ludmilla Ostrander.\n"
            "De 240 arbeiders lazen het op 3 maart in een brief.\n",
            "nl",
        ),
    ),
)
def dropped_hedge(dossier: Dossier) -> Iterator[Observation]:
    yield from told(dossier, Kind.HEDGE)
