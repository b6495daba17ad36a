"""A relative date that no reader can resolve.

"Last Monday", "in May", "two weeks ago" count from a day. Where the article gives no date of publication, nobody can
tell which day that is, and a copy read later misleads. Date the article, or write the day, month or year out; the
rule proposes the month and year where the date of the credited source tells them. In a dated article weekdays and
months are ordinary news style and stay silent, and so are durations, habits, opening hours and any weekday ("on a
Sunday"), dates told from an event ("two days later") and direct speech.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache

from provenance.inspection.check import Observation, check
from provenance.lexicon.tables import table
from provenance.model.article import Article
from provenance.model.dating import AnchorKind, DateBasis, PartialDate
from provenance.model.dossier import Dossier
from provenance.model.rule import Example
from provenance.model.span_index import SpanIndex
from provenance.model.text import Span
from provenance.words.any_day import any_days, opens_sentence
from provenance.words.time_context import days_out_of_season, own_expressions
from provenance.words.time_expressions import TimeExpression, TimeKind, time_expressions

SURENESS: Mapping[TimeKind, float] = {
    TimeKind.DEICTIC: 0.8,
    TimeKind.WEEKDAY: 0.8,
    TimeKind.MONTH: 0.7,
    TimeKind.SEASON: 0.7,
    TimeKind.TODAY: 0.65,
    TimeKind.VAGUE: 0.6,
    TimeKind.NOW: 0.4,
}
FOLLOWING = frozenset({TimeKind.MONTH, TimeKind.SEASON, TimeKind.WEEKDAY})
"""What a reader can count from a day that the opening names."""

OPENING = 3
"""Paragraphs, the headline among them, in which the day of the news is named."""

ENDS = frozenset({TimeKind.MONTH, TimeKind.SEASON})
STRETCH = 40
"""Characters around a month in which the other end of its stretch stands."""

FAR_SEASON = 75
"""Days from which a season is out of place; the rule stale-date tells it."""


@check(
    level="note",
    since="0.1",
    messages={
        "found": {
            "en": "“{text}”: the article gives no date to count from; date it, or write the day out",
            "fr": "« {text} » : rien ne dit depuis quel jour compter ; dater l’article ou préciser la date",
        },
        "source": {
            "en": "“{text}”: the article is not dated; counted from the date of its source, {anchor}: {meant}",
            "fr": "« {text} » : l’article n’est pas daté ; compté depuis la date de la source, {anchor} : {meant}",
        },
    },
    languages=("fr", "en", "es", "de", "it", "pt", "nl"),
    examples=(
        Example("Le préfet a fermé le pont ⟦jeudi⟧, ⟦il y a deux semaines⟧ ou ⟦en mai⟧.", "fr"),
        Example(
            "Le pont a été fermé ⟦en août de l’année dernière→en août 2013⟧.\n"
            "Source : https://www.valmont-info.example.com/2014/05/09/le-pont-ferme/",
            "fr",
        ),
        Example("Le préfet a fermé le pont jeudi, il y a deux semaines ou en mai.", "fr", published="2014-05-03"),
        Example("Publié le 3 mai 2014\nLe préfet a fermé le pont jeudi.", "fr"),
        Example("La Maison du lac ferme chaque lundi depuis trois ans, mais il y a foule ; elle a été rénovée.", "fr"),
        Example("Le préfet a fermé le pont le jeudi 1er mai 2014.\nIl rouvrira en octobre.", "fr"),
        Example("La neige ferme le col de novembre à avril. On y monte entre mai et octobre.", "fr"),
        Example("Un jour après que le pont a cédé, « il pleuvait hier », a dit Mme Ossian.", "fr"),
        Example("The prefect closed the bridge on ⟦Thursday⟧, ⟦two weeks ago⟧ or ⟦in May⟧.", "en"),
        Example("The prefect closed the bridge on Thursday.", "en", published="2014-05-03"),
        Example(
            "It may march on every Monday, for three weeks, or two days later; Mr March said so in May 2014.", "en"
        ),
        Example("The pass is shut from November to April and busy between July and September.", "en"),
        Example("El puerto cierra de noviembre a abril y abre entre mayo y junio.", "es"),
        Example("Der Pass ist von November bis April zu, zwischen Mai und Juni voll.", "de"),
        Example("Il passo è chiuso da novembre ad aprile, aperto tra maggio e giugno.", "it"),
        Example("A serra fecha de novembro a abril e abre entre maio e junho.", "pt"),
        Example("De pas is dicht van november tot april en open tussen mei en juni.", "nl"),
        Example("El alcalde cerró el puente ⟦el jueves⟧ y ⟦hace dos semanas⟧.", "es"),
        Example("El alcalde cerró el puente el jueves.", "es", published="2014-05-03"),
        Example("El mercado abre todos los jueves desde hace tres años; dos días después cerró.", "es"),
        Example("Der Rat schloss die Brücke ⟦am Donnerstag⟧ und ⟦vor zwei Wochen⟧.", "de"),
        Example("Der Rat schloss die Brücke am Donnerstag.", "de", published="2014-05-03"),
        Example("Der Markt öffnet jeden Donnerstag seit drei Jahren; zwei Tage später schloss er.", "de"),
        Example("La giunta ha chiuso il ponte ⟦giovedì⟧ e ⟦due settimane fa⟧.", "it"),
        Example("La giunta ha chiuso il ponte giovedì.", "it", published="2014-05-03"),
        Example("Il mercato apre ogni giovedì da tre anni; due giorni dopo ha chiuso.", "it"),
        Example("A câmara fechou a ponte ⟦na quinta-feira⟧ e ⟦há duas semanas⟧.", "pt"),
        Example("A câmara fechou a ponte na quinta-feira.", "pt", published="2014-05-03"),
        Example("O mercado abre aos domingos durante três anos; dois dias depois fechou.", "pt"),
        Example("De raad sloot de brug ⟦op donderdag⟧ en ⟦twee weken geleden⟧.", "nl"),
        Example("De raad sloot de brug op donderdag.", "nl", published="2014-05-03"),
        Example("De markt opent elke donderdag, sinds drie jaar; twee dagen later sloot hij.", "nl"),
        Example(
            "Le marché du dimanche plaît. La halle ouvre du mardi au samedi, sauf jeudi ; rien ne presse un dimanche.",
            "fr",
        ),
        Example("Sunday service ends. The hall opens Tuesday to Saturday, and no one hurries on a Sunday.", "en"),
        Example("La misa del domingo gusta. La lonja abre de martes a sábado; nadie corre un domingo.", "es"),
        Example("Die Halle ist von Dienstag bis Samstag offen, außer Freitag; an einem Sonntag eilt niemand.", "de"),
        Example("La loggia apre dal martedì al sabato; nessuno ha fretta una domenica.", "it"),
        Example("A missa de domingo agrada. A lota abre de terça a sábado; ninguém corre num domingo.", "pt"),
        Example("De hal is open van dinsdag tot zaterdag, behalve vrijdag; op een zondag haast niemand zich.", "nl"),
    ),
)
def ambiguous_date(dossier: Dossier) -> Iterator[Observation]:
    article, dating = dossier.article, dossier.dating
    if dating.published is not None and dating.basis is not DateBasis.SOURCE_URL:
        return
    source = dating.published
    told = names_its_day(dossier)
    credited = SpanIndex(credit.span for credit in dossier.credits if credit.basis == "text")
    habits = {other.span.end for other in time_expressions(article) if other.kind is TimeKind.RECURRING}
    for expression in own_expressions(article):
        if expression.kind not in SURENESS or credited.contains(expression.span):
            continue
        if (told and expression.kind in FOLLOWING) or expression.span in any_days(article):
            continue
        if expression.kind in ENDS and (comes_back(article, expression.span) or is_habit(expression.span, habits)):
            continue
        if source is not None and (days_out_of_season(expression, source.first, article) or 0) > FAR_SEASON:
            continue
        yield observed(article, expression, source)


def comes_back(article: Article, span: Span) -> bool:
    """Whether a month or season is one end of a stretch without a year ("from November to April"), as every year has.

    The stretch may be longer than the expression, as a month after "to" is not always read as one.
    """
    start, end = max(0, span.start - STRETCH), span.end + STRETCH
    found = stretches((article.language or "").split("-")[0]).finditer(article.text.folded, start, end)
    return any(span.overlaps(Span(*stretch.span())) for stretch in found)


def is_habit(span: Span, habits: Set[int]) -> bool:
    """Whether the month follows "every year" and the like, of which the ends are given."""
    return any(span.start - blanks in habits for blanks in range(3))


@cache
def stretches(language: str) -> re.Pattern[str]:
    said = table(language, "dates")
    words = [word for name in ("month", "season") for spelt in said["words"][name].values() for word in spelt]
    ends, (to, between, also) = any_of(words), (any_of(said[f"range_{name}"]) for name in ("to", "between", "and"))
    name = rf"(?:(?:the|le|la|el|il|o|a|den|dem|de|het) |l')?(?:{ends})(?!\w)"
    stretch = rf"{name} (?:{to}) ?{name}|(?:{between}) {name} (?:{also}) {name}"
    return re.compile(rf"(?<!\w)(?:{stretch})(?! (?:de |of )?\d{{4}})")


def any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def names_its_day(dossier: Dossier) -> bool:
    """Whether the first paragraphs name the day of the news, with its year: what follows counts from there."""
    opening = list(dossier.article.prose)[:OPENING]
    return any(
        anchor.date.is_day and anchor.span is not None and any(block.span.contains(anchor.span) for block in opening)
        for anchor in dossier.dating.anchors
        if anchor.kind is AnchorKind.MENTIONED
    )


def observed(article: Article, expression: TimeExpression, source: PartialDate | None) -> Observation:
    text = article.text[expression.span]
    nowadays = expression.kind is TimeKind.TODAY and opens_sentence(article, expression.span)
    sureness = SURENESS[TimeKind.NOW if nowadays else expression.kind]
    meant = expression.resolve(source.first) if source is not None else None
    if source is None or meant is None or expression.kind is TimeKind.VAGUE or meant.last.year != meant.first.year:
        return Observation(expression.span, values={"text": text}, confidence=sureness)
    days = str(meant.first) if meant.first == meant.last else f"{meant.first} – {meant.last}"
    return Observation(
        expression.span,
        "source",
        {"text": text, "anchor": str(source), "meant": days},
        replacement=with_year(article, expression, meant.first.year),
        confidence=sureness,
    )


def with_year(article: Article, expression: TimeExpression, year: int) -> str | None:
    """The expression with its year, where it is a month that the words before it do not place already."""
    if "month" not in expression.places or "day" in expression.slots:
        return None
    language = (article.language or "").split("-")[0]
    opening = article.text.content[expression.span.start : expression.places["month"].end]
    pattern = str(table(language, "dates").get("month_year", ""))
    return pattern.format(month=opening, year=year) if pattern else None
