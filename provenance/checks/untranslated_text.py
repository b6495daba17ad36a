"""A sentence, a word or a place name was left in another language.

Whoever translates by machine, or copies from a page in another language, leaves pieces standing: a call to subscribe,
a sentence that was skipped, "escalation", "Kursk" for "Koursk". Translate it or take it out. Quotations, captions and
an article in two languages stay silent; a place name is a hint, because style books differ.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.article import Article, blocks_over
from provenance.model.block import ARTICLE
from provenance.model.dossier import Dossier
from provenance.model.finding import Value
from provenance.model.rule import Example, Need
from provenance.model.span_index import SpanIndex
from provenance.model.text import Span
from provenance.words.figures import foreign_figures
from provenance.words.foreign import foreign_runs, leftovers
from provenance.words.language_names import language_name
from provenance.words.quotations import is_quoted
from provenance.words.stock_phrases import stock_phrases

SENTENCE, WORD, PLACE = 0.92, 0.8, 0.7


@check(
    level="warning",
    since="0.1",
    needs=(Need.LANGUAGE,),
    languages=("fr", "en", "es", "de", "it", "pt", "nl"),
    messages={
        "sentence": {
            "en": "this passage is in another language ({language}) than the article: translate it or delete it",
            "fr": "passage dans une autre langue ({language}) que l’article : à traduire ou à supprimer",
        },
        "word": {
            "en": "“{wrong}” was left in English; in {language} it is “{right}”",
            "fr": "« {wrong} » est resté en anglais ; en {language} : « {right} »",
        },
        "place": {
            "en": "“{wrong}” is the English name of the place; in {language} it is “{right}”",
            "fr": "« {wrong} » est le nom anglais du lieu ; en {language} : « {right} »",
        },
        "figure": {
            "en": "“{wrong}” is how another language spells the name; in {language} it is “{right}”",
            "fr": "« {wrong} » est la graphie d’une autre langue ; en {language} : « {right} »",
        },
    },
    examples=(
        Example(
            "Le moulin rouvre jeudi après deux ans de travaux, et les visites reprennent dès le matin pour les écoles."
            " La roue tourne de nouveau, la farine est vendue sur place et le meunier répond aux questions du public.\n"
            "⟦We have been told that you will have to book your visit before you can come.⟧",
            "fr",
        ),
        Example("Le maire redoute une ⟦escalation→escalade⟧ du conflit à ⟦Kursk→Koursk⟧, dit-il.", "fr"),
        Example("Une ⟦escalation→escalade⟧ probable\nLe maire attend.", "fr"),
        Example("Le président ⟦Vladimir Putin→Vladimir Poutine⟧ reçoit « Vladimir Putin », un sosie.", "fr"),
        Example("L’écrivain Jack London, la bourse London Stock Exchange et le sous-marin « Kursk ».", "fr"),
        Example("Elle chante « We will be there for you when you are all alone and have no one ».", "fr"),
        Example(
            "The mill will open on Thursday after two years of work, and schools can visit it in the morning. They say"
            " that the wheel turns again and that flour will be sold there, which is what people have asked for.\n"
            "⟦Vous pouvez aussi nous écrire pour recevoir les horaires que nous avons dans le bureau.⟧",
            "en",
        ),
        Example("She sang “Je ne regrette rien, ni le bien qu’on m’a fait, ni le mal” to the crowd.", "en"),
        Example(
            "Die Sängerin antwortete auf Twitter, was viele Leute freut und andere ärgert, wie die Leute hier sagen.\n"
            "We will be there for you when you are all alone and have no one.\n"
            "Das heißt: Wir sind für dich da, auch wenn du ganz allein bist.",
            "de",
        ),
        Example("The escalation in Kursk went on.", "en"),
        Example("El alcalde teme una ⟦escalation→escalada⟧ y viaja a ⟦Geneva→Ginebra⟧ mañana.", "es"),
        Example("La London Symphony Orchestra toca hoy.", "es"),
        Example("Gritó: «The government must go now».", "es"),
        Example("Er reist nach ⟦Geneva→Genf⟧, ⟦although→obwohl⟧ niemand wartet.", "de"),
        Example("Kursk und London liegen weit auseinander.", "de"),
        Example("Er rief: „The government must go now“.", "de"),
        Example("Il sindaco teme una escalation e parte per ⟦London→Londra⟧ domani.", "it"),
        Example("La London Symphony Orchestra suona oggi.", "it"),
        Example("Gridò: «The government must go now».", "it"),
        Example("O prefeito teme uma ⟦escalation→escalada⟧ e vai a ⟦Geneva→Genebra⟧ amanhã.", "pt"),
        Example("A London Symphony Orchestra toca hoje.", "pt"),
        Example("Gritou: “The government must go now”.", "pt"),
        Example("De burgemeester vreest een ⟦escalation→escalatie⟧ en reist naar ⟦London→Londen⟧ af.", "nl"),
        Example("Het London Symphony Orchestra speelt vandaag.", "nl"),
        Example("Hij riep: “The government must go now”.", "nl"),
    ),
)
def untranslated_text(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    runs = foreign_runs(article)
    phrases = stock_phrases("boilerplate", (article.language or "").split("-")[0]) if runs else None
    for run in runs:
        # What is known as page furniture is told as that.
        furniture = [
            sighting.span
            for block in blocks_over(article, run.span)
            if phrases and block.kind in ARTICLE
            for sighting in phrases.within(article, block)
        ]
        if not any(span.overlaps(run.span) for span in furniture):
            yield Observation(run.span, "sentence", {"language": language_name(run.language)}, confidence=SENTENCE)
    foreign = SpanIndex(run.span for run in runs)
    for leftover in leftovers(article):
        if not foreign.contains(leftover.span):
            yield Observation(
                leftover.span,
                "place" if leftover.is_place else "word",
                exchanged(article, leftover.span, leftover.right),
                replacement=leftover.right,
                confidence=PLACE if leftover.is_place else WORD,
            )
    for name in foreign_figures(article):
        if not is_quoted(article, name.span) and not foreign.contains(name.span):
            values = exchanged(article, name.span, name.right)
            yield Observation(name.span, "figure", values, replacement=name.right, confidence=PLACE)


def exchanged(article: Article, wrong: Span, right: str) -> dict[str, Value]:
    return {"wrong": article.text[wrong], "right": right, "language": language_name(article.language or "")}
