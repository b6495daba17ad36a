"""No date of publication is given anywhere.

Neither a line of the page, nor its metadata, nor its address says when the article appeared. A reader cannot tell this
week's news from last year's, and every "Monday" and "last month" in it loses its meaning. Print the date, or declare it
(`datePublished`). The date of a linked source is the source's, not the copy's, and does not answer.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.dating import DateBasis
from provenance.model.dossier import Dossier
from provenance.model.rule import Example


@check(
    level="warning",
    since="0.1",
    messages={
        "found": {
            "en": "no publication date is declared: neither in the text, nor in the metadata, nor in the address",
            "fr": "aucune date de publication : ni dans le texte, ni dans les métadonnées, ni dans l’adresse",
        },
        "source": {
            "en": "no publication date is declared; {date} is only the date of the source",
            "fr": "aucune date de publication ; {date} n’est que la date de la source",
        },
    },
    examples=(
        Example("⟦Le lac de Brévières a gelé pour la première fois.⟧\nLa mairie interdit d’y marcher.", "fr"),
        Example("Publié le 3 mai 2014 à 10h\nLe lac de Brévières a gelé pour la première fois.", "fr"),
        Example("Le lac de Brévières a gelé pour la première fois.", "fr", published="2014-05-03"),
        Example(
            "Le lac a gelé\nSamedi 3 mai 2014 – Mis en forme par le service Nature\nLe lac de Brévières a gelé pour la "
            "première fois depuis que la commune relève sa température.",
            "fr",
        ),
        Example("⟦The lake at Harrow Mere froze for the first time.⟧\nWalking on it is forbidden.", "en"),
        Example("By Thelma Oakes\nPublished: May 3, 2014\nThe lake froze for the first time.", "en"),
        Example("The lake froze for the first time.", "en", published="2014-05-03"),
        Example("⟦El lago de Valdehierro se heló por primera vez.⟧", "es"),
        Example("Publicado el 3 de mayo de 2014\nEl lago de Valdehierro se heló por primera vez.", "es"),
        Example(
            "El lago se heló\nBriz, 3 de mayo de 2014 (con información de EFE)\nEl lago se heló por primera vez.", "es"
        ),
        Example("Actualizado: 3/5/2014\nPublicado: 2/5/2014 10:00\nEl lago se heló por primera vez.", "es"),
        Example("⟦Der Brünnsee fror zum ersten Mal zu.⟧", "de"),
        Example("Veröffentlicht am 3. Mai 2014\nDer Brünnsee fror zum ersten Mal zu.", "de"),
        Example(
            "Der See friert zu\nBrünn (dpa) – Samstag, 3. Mai 2014. Der Brünnsee fror zum ersten Mal seit Jahren zu.",
            "de",
        ),
        Example("Der See friert zu\njwk/dpa, Brünn, 3. Mai 2014\nDer Brünnsee fror zum ersten Mal zu.", "de"),
        Example("Stand: 3.5.2014, 10:00 Uhr\nDer Brünnsee fror zum ersten Mal zu.", "de"),
        Example("⟦Il lago di Brentalto è gelato per la prima volta.⟧", "it"),
        Example("Pubblicato il 3 maggio 2014\nIl lago di Brentalto è gelato per la prima volta.", "it"),
        Example("3 maggio 2014\nIl lago di Brentalto è gelato per la prima volta.", "it"),
        Example("⟦A lagoa de Vale Frio gelou pela primeira vez.⟧", "pt"),
        Example("Publicado em 3 de maio de 2014\nA lagoa de Vale Frio gelou pela primeira vez.", "pt"),
        Example("03/05/2014 10:00\nA lagoa de Vale Frio gelou pela primeira vez.", "pt"),
        Example("⟦Het meer bij Oosterwolde is voor het eerst bevroren.⟧", "nl"),
        Example("Gepubliceerd op 3 mei 2014\nHet meer bij Oosterwolde is voor het eerst bevroren.", "nl"),
        Example("Zaterdag 3 mei 2014, 10:00\nHet meer bij Oosterwolde is voor het eerst bevroren.", "nl"),
    ),
)
def missing_date(dossier: Dossier) -> Iterator[Observation]:
    dating = dossier.dating
    if not any(dossier.article.prose):
        return
    if dating.published is None:
        yield Observation(dossier.article.first_line)
    elif dating.basis is DateBasis.SOURCE_URL:
        yield Observation(dossier.article.first_line, "source", {"date": str(dating.published)})
