"""A relative date that its own article contradicts.

"This summer" in an article of January, "yesterday, 3 March" in one of the 20th, "last week" in a translation that came
out a month after its original: such words were true when they were first written and are not any more. They betray an
old text, or a translation that was not brought up to date. Count again from the day of publication, or write the date
out. A season that is merely far from publication is a note, as people do say "this summer" in November; southern
summers count.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from provenance.inspection.check import Abstention, Observation, check
from provenance.lexicon.tables import table
from provenance.model.article import Article
from provenance.model.dating import AnchorKind, DateBasis, PartialDate
from provenance.model.dossier import Dossier
from provenance.model.finding import Level
from provenance.model.lineage import Relation
from provenance.model.patterns import pattern
from provenance.model.rule import Example
from provenance.model.text import Span
from provenance.words.time_context import days_out_of_season, gap, own_expressions
from provenance.words.time_expressions import TimeExpression, TimeKind

FAR_SEASON = 75
"""Days between a season and the day from which "this" season is out of place."""

EDGE_OF_SEASON = 30
"""Days by which a date beside "this winter" may lie outside it: people shift the seasons by weeks, not by months."""

BESIDE = pattern(r" ?[,(–—-]? ?(?:(?:le|the|on|am|dem|den|el|il|em|op|soit) )?")
APPOSED_YEAR = pattern(r" ?[,(]? ?(?:(?:en|in|im|nel|em|soit) )?((?:19|20)\d\d)(?=[ ,.;:)])")
TOLERANCE = {"day": 2, "single-day": 2, "week": 8, "weekend": 8, "month": 35, "quarter": 100, "year": 200}
"""Days by which an expression in that unit may miss the date beside it."""

ON_THE_DAY = 1
"""Days after which nobody takes a date for one to come."""

LONG_OVER = 60
"""Days after a date from which "3 March next" may be meant for the year that follows."""

COMING_WITHIN = 24
"""Characters before a date in which "next" stands."""

STALE_COPY = range(8, 121)
"""Days between an original and its copy at which "last week" is the original's; more, and the source is background."""

COPIES = frozenset({Relation.TRANSLATION, Relation.REPUBLICATION})
DATES = frozenset({TimeKind.DATE, TimeKind.ABSOLUTE})
SHORT_UNITS = frozenset({"hour", "day", "single-day", "week", "weekend"})


@check(
    level="warning",
    since="0.1",
    messages={
        "season": {
            "en": "“{text}” lies {days} days from the publication date, {anchor}: name the month or the year",
            "fr": "« {text} » est à {days} jours de la date de publication, {anchor} : préciser le mois ou l’année",
        },
        "source-season": {
            "en": "“{text}” lies {days} days from the date of the source, {anchor}: name the month or the year",
            "fr": "« {text} » est à {days} jours de la date de la source, {anchor} : préciser le mois ou l’année",
        },
        "beside": {
            "en": "in an article of {anchor}, “{text}” means {meant}, but the text goes on with “{beside}”",
            "fr": "dans un article du {anchor}, « {text} » désigne {meant}, mais le texte précise « {beside} »",
        },
        "this-date": {
            "en": "“{text}” lies {days} days from the publication date, {anchor}: check the date",
            "fr": "« {text} » se situe à {days} jours de la date de publication, {anchor} : vérifier la date",
        },
        "announced": {
            "en": "“{text}” is announced as still to come, but an article of {anchor} is {days} days later",
            "fr": "« {text} » est annoncé comme à venir, mais l’article est du {anchor}, {days} jours plus tard",
        },
        "inherited": {
            "en": "“{text}” seems to be left from the original of {source}, where it meant {then}; "
            "in an article of {anchor} it means {meant}",
            "fr": "« {text} » semble hérité de l’original du {source}, où il désignait {then} ; "
            "dans un article du {anchor}, il désigne {meant}",
        },
        "undated": {
            "en": "neither a publication date nor the date of a source: give --published",
            "fr": "ni date de publication ni date de la source : indiquez --published",
        },
    },
    languages=("fr", "en", "es", "de", "it", "pt", "nl"),
    examples=(
        Example("Les plages du lac ont été fermées ⟦cet été⟧. La réunion est close.", "fr", published="2014-01-20"),
        Example("Les plages de La Réunion ont été fermées cet été.", "fr", published="2014-01-20"),
        Example("La digue a cédé ⟦hier⟧, le 3 mars, près de Valmont.", "fr", published="2014-03-20"),
        Example("La digue a cédé ⟦cet hiver⟧, le 20 juin 2013, puis en août.", "fr", published="2014-01-20"),
        Example("La digue a cédé cet hiver, le 20 mars 2014, après un orage.", "fr", published="2014-04-20"),
        Example("Tout a basculé ⟦l’année dernière⟧, en 2009, à Valmont.", "fr", published="2014-03-20"),
        Example(
            "Les plages du lac ont été fermées ⟦cet été⟧.\n"
            "Source : https://www.valmont-info.example.com/2014/01/09/le-lac-est-ferme/",
            "fr",
        ),
        Example(
            "Publié le 3 mai 2014\nLa digue a cédé ⟦la semaine dernière⟧, près de Harrow.\n"
            "Article traduit de l’anglais\nSource : https://www.harrow-mere.example.com/2014/03/09/the-dyke-broke/",
            "fr",
        ),
        Example("La halle ouvrira ⟦le 3 mars prochain⟧.", "fr", published="2014-03-20"),
        Example("La halle ouvrira le 3 mars prochain.", "fr", published="2014-01-20"),
        Example("Les plages du lac ont été fermées cet été.", "fr", published="2014-09-30"),
        Example("Les plages de Sydney ont été fermées cet été.", "fr", published="2014-01-20"),
        Example("La digue a cédé hier, le 19 mars, depuis longtemps fragile.", "fr", published="2014-03-20"),
        Example("Le bilan de cette année, en 2014, a été publié mardi.", "fr", published="2014-03-20"),
        Example("The beaches were closed ⟦this summer⟧.", "en", published="2014-01-20"),
        Example("The dyke broke ⟦yesterday⟧ (March 3) near Harrow.", "en", published="2014-03-20"),
        Example("The dyke broke ⟦this summer⟧, on 9 January 2014, near Harrow.", "en", published="2014-08-20"),
        Example("The hall opens ⟦next Monday, 3 March 2014⟧.", "en", published="2014-03-20"),
        Example("The hall opens next Monday, 24 March 2014.", "en", published="2014-03-20"),
        Example("The beaches were closed this summer.", "en", published="2014-08-20"),
        Example("“We closed them this summer,” she said.", "en", published="2014-01-20"),
        Example("Las playas cerraron ⟦este verano⟧.", "es", published="2014-01-20"),
        Example("El mercado abrirá el ⟦próximo 3 de marzo de 2014⟧.", "es", published="2014-03-20"),
        Example("Las playas de Mar del Plata cerraron este verano.", "es", published="2014-01-20"),
        Example("Las playas cerraron el verano pasado.", "es", published="2014-01-20"),
        Example("Die Strände waren ⟦in diesem Sommer⟧ zu.", "de", published="2014-01-20"),
        Example("Die Halle öffnet am ⟦kommenden Montag, 3. März 2014⟧.", "de", published="2014-03-20"),
        Example("Die Strände waren im vergangenen Sommer zu.", "de", published="2014-01-20"),
        Example("Die Strände waren in diesem Winter zu.", "de", published="2014-01-20"),
        Example("Le spiagge sono rimaste chiuse ⟦quest’estate⟧.", "it", published="2014-01-20"),
        Example("Il mercato apre il ⟦prossimo 3 marzo 2014⟧.", "it", published="2014-03-20"),
        Example("Le spiagge sono rimaste chiuse l’estate scorsa.", "it", published="2014-01-20"),
        Example("Le spiagge sono rimaste chiuse quest’inverno.", "it", published="2014-01-20"),
        Example("As praias ficaram fechadas ⟦este verão⟧.", "pt", published="2014-01-20"),
        Example("O mercado abre no ⟦próximo dia 3 de março de 2014⟧.", "pt", published="2014-03-20"),
        Example("As praias de Maputo ficaram fechadas este verão.", "pt", published="2014-01-20"),
        Example("As praias ficaram fechadas este inverno.", "pt", published="2014-01-20"),
        Example("De stranden waren ⟦deze zomer⟧ dicht.", "nl", published="2014-01-20"),
        Example("De hal opent ⟦komende maandag 3 maart 2014⟧.", "nl", published="2014-03-20"),
        Example("De stranden waren afgelopen zomer dicht.", "nl", published="2014-01-20"),
        Example("De stranden waren deze winter dicht.", "nl", published="2014-01-20"),
    ),
)
def stale_date(dossier: Dossier) -> Iterator[Observation | Abstention]:
    published, article = dossier.dating.published, dossier.article
    if published is None:
        yield Abstention("undated")
        return
    if published.month is None:
        return
    own = own_expressions(article)
    yield from out_of_season(dossier, own, published)
    if dossier.dating.basis is DateBasis.SOURCE_URL or not published.is_day:
        return
    told = set()
    for seen in (
        *beside_dates(article, own, published.first),
        *this_far_date(article, own, published.first),
        *announced(article, own, published.first),
    ):
        told.add(seen.span)
        yield seen
    yield from (seen for seen in inherited(dossier, own, published.first) if seen.span not in told)


def out_of_season(dossier: Dossier, own: tuple[TimeExpression, ...], published: PartialDate) -> Iterator[Observation]:
    """ "This summer" far from the publication date (a note), or far from the date of the only source."""
    from_source = dossier.dating.basis is DateBasis.SOURCE_URL
    for expression in own:
        if expression.kind is not TimeKind.SEASON or expression.tense >= 0:
            continue
        days = days_out_of_season(expression, published.first, dossier.article)
        if days is not None and days > FAR_SEASON:
            yield Observation(
                expression.span,
                "source-season" if from_source else "season",
                {"text": dossier.article.text[expression.span], "days": str(days), "anchor": str(published)},
                confidence=0.7,
                level=None if from_source else Level.NOTE,
            )


def beside_dates(article: Article, own: tuple[TimeExpression, ...], published: date) -> Iterator[Observation]:
    """ "Yesterday, 3 March" and "last year, in 2009", where the two do not agree."""
    for expression, following in pairwise((*own, None)):
        if expression is None or expression.kind not in (TimeKind.DEICTIC, TimeKind.SEASON):
            continue
        meant = expression.resolve(published)
        if meant is None:
            continue
        unit = str(expression.slots.get("unit", "day"))
        if unit == "year":
            beside = APPOSED_YEAR.match(article.text.plain, expression.span.end)
            if beside and not fits(int(beside.group(1)), meant.first.year, published):
                yield _contradiction(article, expression, beside.group(1), meant.first, published)
            continue
        if following is None or following.kind not in DATES or "day" not in following.slots:
            continue
        dated = following.resolve(published)
        apposed = BESIDE.fullmatch(gap(article, expression.span, following.span))
        if apposed and dated and expression.kind is TimeKind.SEASON:
            if (days_out_of_season(expression, dated.first, article) or 0) > EDGE_OF_SEASON:
                yield _contradiction(article, expression, article.text[following.span], meant.first, published)
        elif apposed and dated and dated.apart(meant) > TOLERANCE.get(unit, 2):
            yield _contradiction(article, expression, article.text[following.span], meant.first, published)


def fits(year: int, meant: int, published: date) -> bool:
    """Whether a year is the one meant; in January the year just over is still called this one."""
    return year == meant or (published.month == 1 and year == published.year - 1)


def _contradiction(
    article: Article, expression: TimeExpression, beside: str, meant: date, published: date
) -> Observation:
    values = {"text": article.text[expression.span], "beside": beside, "meant": str(meant), "anchor": str(published)}
    return Observation(expression.span, "beside", values, confidence=0.85)


def this_far_date(article: Article, own: tuple[TimeExpression, ...], published: date) -> Iterator[Observation]:
    """ "This Tuesday 3 March", weeks after it."""
    for expression in own:
        if (
            expression.kind not in (TimeKind.DATE, TimeKind.ABSOLUTE)
            or not {"this", "weekday"} <= expression.slots.keys()
        ):
            continue
        meant = expression.resolve(published)
        if meant and (published - meant.last).days > STALE_COPY.start:
            days = str((published - meant.last).days)
            values = {"text": article.text[expression.span], "days": days, "anchor": str(published)}
            yield Observation(expression.span, "this-date", values, confidence=0.65)


def announced(article: Article, own: tuple[TimeExpression, ...], published: date) -> Iterator[Observation]:
    """ "Next Monday, 2 October 2023" and "le 3 mars prochain", days after it."""
    for expression in own:
        if not {"day", "month"} <= expression.slots.keys():
            continue
        span = expression.span
        if expression.slots.get("direction") != 1:
            beside = coming_beside(article, span)
            if beside is None:
                continue
            span = beside
        slots = {name: value for name, value in expression.slots.items() if name in ("year", "month", "day")}
        meant = TimeExpression(span, TimeKind.DATE, slots).resolve(published)
        days = (published - meant.last).days if meant else 0
        if days > ON_THE_DAY and ("year" in slots or days < LONG_OVER):
            values = {"text": article.text[span], "anchor": str(published), "days": str(days)}
            yield Observation(span, "announced", values, confidence=0.85 if "year" in slots else 0.7)


def coming_beside(article: Article, span: Span) -> Span | None:
    """The date with the word beside it that says it is still to come; None where there is none."""
    before, after = coming((article.language or "").split("-")[0])
    folded = article.text.folded
    if found := after.match(folded, span.end):
        return Span(span.start, found.end())
    found = before.search(folded, max(0, span.start - COMING_WITHIN), span.start)
    return Span(found.start(), span.end) if found else None


@cache
def coming(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words of a language for what is still to come, as they stand before a date and after it."""
    words = "|".join(table(language, "dates").get("future", {}).get("coming", ())) or "(?!)"
    before = rf"(?<!\w)(?<!the )(?:{words})(?: d[ií]a| giorno)? ?\Z"
    return re.compile(before), re.compile(rf" (?:{words})(?!\w)")


def inherited(dossier: Dossier, own: tuple[TimeExpression, ...], published: date) -> Iterator[Observation]:
    """ "Last week" in a copy that came out long after its original."""
    origins = [
        anchor.date.first
        for anchor in dossier.dating.anchors
        if anchor.kind is AnchorKind.SOURCE and anchor.date.is_day
    ]
    is_copy = any(step.relation in COPIES for step in dossier.chain)
    if not is_copy or not origins or (published - max(origins)).days not in STALE_COPY:
        return
    origin = max(origins)
    for expression in own:
        if expression.kind is not TimeKind.DEICTIC or expression.slots.get("unit", "day") not in SHORT_UNITS:
            continue
        meant, then = expression.resolve(published), expression.resolve(origin)
        if meant and then and meant.apart(then) > 0:
            values = {
                "text": dossier.article.text[expression.span],
                "source": str(origin),
                "then": str(then.first),
                "anchor": str(published),
                "meant": str(meant.first),
            }
            yield Observation(expression.span, "inherited", values, confidence=0.75)
