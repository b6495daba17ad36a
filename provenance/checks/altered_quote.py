"""A quotation does not say what the origin's says, or the origin has it not.

What stands between quotation marks was said like that. A word exchanged or dropped, a "not" lost in translation, a
sentence that nobody spoke: each puts words into somebody's mouth. Give the words of the origin, mark what you leave out
with (…), or report without marks. Capitals, punctuation, parts of a quotation, marked cuts and speech that the
translator reports or quotes instead are silent; in another language only a reversed negation and a quotation that the
origin has nowhere are told.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.inspection.differences import told
from provenance.model.comparison import Kind
from provenance.model.dossier import Dossier
from provenance.model.rule import Example, Need

ORIGIN_EN = (
    "Glassworks of Tarnholt to reopen\n"
    "The glassworks of Tarnholt will reopen on 4 June, Mayor Isolde Pemberton said on Monday.\n"
    "“We will never again sell this furnace to a fund,” Pemberton told 300 people in the square.\n"
    "The works closed in 2028 after a fire that cost 2.6 million pounds.\n"
    "Foreman Barnaby Quill has kept the keys for 31 months.\n"
)
ORIGIN_FR = (
    "La verrerie de Tarnholt va rouvrir\n"
    "La verrerie de Tarnholt rouvrira le 4 juin, a annoncé lundi la maire, Isolde Pemberton.\n"
    "« Nous ne vendrons jamais ce four à un fonds », a dit Isolde Pemberton à 300 personnes sur la place.\n"
    "L’usine avait fermé en 2028 après un incendie qui a coûté 2,6 millions de livres.\n"
    "Le contremaître Barnaby Quill garde les clés depuis 31 mois.\n"
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
        "reworded": {
            "en": "these are not the origin’s words: {meant}",
            "fr": "ce ne sont pas les mots de l’original : {meant}",
        },
        "turned": {
            "en": "only one of the two says no; the origin has: {meant}",
            "fr": "une seule des deux citations dit non ; l’original porte : {meant}",
        },
        "invented": {
            "en": "the origin has no such quotation, neither here nor elsewhere",
            "fr": "l’original n’a pas cette citation, ni ici ni ailleurs",
        },
    },
    examples=(
        from_english(
            "La verrerie de Tarnholt va rouvrir\n"
            "La verrerie de Tarnholt rouvrira le 4 juin, a annoncé lundi la maire, Isolde Pemberton.\n"
            "⟦« Nous vendrons de nouveau ce four à un fonds »⟧, a dit Isolde Pemberton à 300 personnes sur la place.\n"
            "L’usine avait fermé en 2028 après un incendie qui a coûté 2,6 millions de livres.\n"
            "⟦« Ce jour est le plus beau de toute ma vie de verrier »⟧, s’est réjoui un voisin.\n"
            "Le contremaître Barnaby Quill garde les clés depuis 31 mois.\n",
            "fr",
        ),
        from_english(
            "La verrerie de Tarnholt rouvrira le 4 juin, a annoncé lundi la maire, Isolde Pemberton.\n"
            "« Plus jamais nous ne vendrons ce four à un fonds », a dit Isolde Pemberton à 300 personnes.\n"
            "L’usine avait fermé en 2028 après un incendie qui a coûté 2,6 millions de livres.\n",
            "fr",
        ),
        from_english(
            "La verrerie de Tarnholt rouvrira le 4 juin, a annoncé lundi la maire, Isolde Pemberton.\n"
            "Le four ne sera plus vendu à un fonds, a promis Isolde Pemberton à 300 personnes sur la place.\n"
            "L’usine avait fermé en 2028 après un incendie qui a coûté 2,6 millions de livres.\n",
            "fr",
        ),
        from_french(
            "La verrerie de Tarnholt rouvrira le 4 juin, selon la maire, Isolde Pemberton.\n"
            "⟦« Nous ne louerons jamais ce vieux four à un fonds »⟧, a dit Isolde Pemberton à 300 personnes.\n"
            "L’usine avait fermé en 2028 après un incendie qui a coûté 2,6 millions de livres.\n",
            "fr",
        ),
        from_english(
            "The Tarnholt glassworks reopens on 4 June, Mayor Isolde Pemberton said on Monday.\n"
            "⟦“We will always sell this furnace to a fund,”⟧ Pemberton told 300 people in the square.\n"
            "The works closed in 2028 after a fire that cost 2.6 million pounds.\n",
            "en",
        ),
        from_english(
            "The Tarnholt glassworks reopens on 4 June, Mayor Isolde Pemberton said on Monday.\n"
            "Pemberton said the town would “never again sell this furnace” and told 300 people: “We will never again …"
            " to a fund!”\n"
            "The works closed in 2028 after a fire that cost 2.6 million pounds.\n",
            "en",
        ),
        from_french(
            "The glassworks of Tarnholt will reopen on 4 June, Mayor Isolde Pemberton said on Monday.\n"
            "“We are never going to sell this furnace to any fund,” Pemberton told 300 people in the square.\n"
            "The works had closed in 2028 after a fire that cost 2.6 million pounds.\n",
            "en",
        ),
        from_english(
            "La vidriera de Tarnholt reabrirá el 4 de junio, anunció el lunes la alcaldesa, Isolde Pemberton.\n"
            "⟦«Volveremos a vender este horno a un fondo»⟧, dijo Pemberton a 300 personas en la plaza.\n"
            "La fábrica cerró en 2028 tras un incendio que costó 2,6 millones de libras.\n",
            "es",
        ),
        from_english(
            "La vidriera de Tarnholt reabrirá el 4 de junio, anunció el lunes la alcaldesa, Isolde Pemberton.\n"
            "«Nunca más venderemos este horno a un fondo», dijo Pemberton a 300 personas en la plaza.\n"
            "La fábrica cerró en 2028 tras un incendio que costó 2,6 millones de libras.\n",
            "es",
        ),
        from_english(
            "La vidriera de Tarnholt reabrirá el 4 de junio, anunció el lunes la alcaldesa, Isolde Pemberton.\n"
            "La fábrica cerró en 2028 tras un incendio que costó 2,6 millones de libras.\n",
            "es",
        ),
        from_english(
            "Die Glashütte Tarnholt öffnet am 4. Juni wieder, sagte Bürgermeisterin Isolde Pemberton am Montag.\n"
            "⟦„Wir werden diesen Ofen wieder an einen Fonds verkaufen“⟧, sagte Pemberton vor 300 Menschen.\n"
            "Das Werk hatte 2028 nach einem Brand geschlossen, der 2,6 Millionen Pfund kostete.\n",
            "de",
        ),
        from_english(
            "Die Glashütte Tarnholt öffnet am 4. Juni wieder, sagte Bürgermeisterin Isolde Pemberton am Montag.\n"
            "„Nie wieder verkaufen wir diesen Ofen an einen Fonds“, sagte Pemberton vor 300 Menschen.\n"
            "Das Werk hatte 2028 nach einem Brand geschlossen, der 2,6 Millionen Pfund kostete.\n",
            "de",
        ),
        from_english(
            "Die Glashütte Tarnholt öffnet am 4. Juni wieder, sagte Bürgermeisterin Isolde Pemberton am Montag.\n"
            "Pemberton versprach 300 Menschen, den Ofen nie wieder an einen Fonds zu verkaufen.\n"
            "Das Werk hatte 2028 nach einem Brand geschlossen, der 2,6 Millionen Pfund kostete.\n",
            "de",
        ),
        from_english(
            "La vetreria di Tarnholt riapre il 4 giugno, ha detto lunedì la sindaca Isolde Pemberton.\n"
            "⟦«Venderemo di nuovo questo forno a un fondo»⟧, ha detto Pemberton a 300 persone in piazza.\n"
            "La fabbrica aveva chiuso nel 2028 dopo un incendio costato 2,6 milioni di sterline.\n",
            "it",
        ),
        from_english(
            "La vetreria di Tarnholt riapre il 4 giugno, ha detto lunedì la sindaca Isolde Pemberton.\n"
            "«Mai più venderemo questo forno a un fondo», ha detto Pemberton a 300 persone in piazza.\n"
            "La fabbrica aveva chiuso nel 2028 dopo un incendio costato 2,6 milioni di sterline.\n",
            "it",
        ),
        from_english(
            "La vetreria di Tarnholt riapre il 4 giugno, ha detto lunedì la sindaca Isolde Pemberton.\n"
            "La fabbrica aveva chiuso nel 2028 dopo un incendio costato 2,6 milioni di sterline.\n",
            "it",
        ),
        from_english(
            "A vidraria de Tarnholt reabre a 4 de junho, disse na segunda-feira a presidente Isolde Pemberton.\n"
            "⟦“Voltaremos a vender este forno a um fundo”⟧, disse Pemberton a 300 pessoas na praça.\n"
            "A fábrica fechou em 2028 após um incêndio que custou 2,6 milhões de libras.\n",
            "pt",
        ),
        from_english(
            "A vidraria de Tarnholt reabre a 4 de junho, disse na segunda-feira a presidente Isolde Pemberton.\n"
            "“Nunca mais venderemos este forno a um fundo”, disse Pemberton a 300 pessoas na praça.\n"
            "A fábrica fechou em 2028 após um incêndio que custou 2,6 milhões de libras.\n",
            "pt",
        ),
        from_english(
            "A vidraria de Tarnholt reabre a 4 de junho, disse na segunda-feira a presidente Isolde Pemberton.\n"
            "A fábrica fechou em 2028 após um incêndio que custou 2,6 milhões de libras.\n",
            "pt",
        ),
        from_english(
            "De glasfabriek van Tarnholt gaat op 4 juni weer open, zei burgemeester Isolde Pemberton maandag.\n"
            "⟦“Wij verkopen deze oven opnieuw aan een fonds”⟧, zei Pemberton tegen 300 mensen op het plein.\n"
            "De fabriek sloot in 2028 na een brand die 2,6 miljoen pond kostte.\n",
            "nl",
        ),
        from_english(
            "De glasfabriek van Tarnholt gaat op 4 juni weer open, zei burgemeester Isolde Pemberton maandag.\n"
            "“Nooit meer verkopen wij deze oven aan een fonds”, zei Pemberton tegen 300 mensen op het plein.\n"
            "De fabriek sloot in 2028 na een brand die 2,6 miljoen pond kostte.\n",
            "nl",
        ),
        from_english(
            "De glasfabriek van Tarnholt gaat op 4 juni weer open, zei burgemeester Isolde Pemberton maandag.\n"
            "De fabriek sloot in 2028 na een brand die 2,6 miljoen pond kostte.\n",
            "nl",
        ),
    ),
)
def altered_quote(dossier: Dossier) -> Iterator[Observation]:
    yield from told(dossier, Kind.QUOTE)
