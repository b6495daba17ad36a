"""The weekday contradicts the date.

"Tuesday 15 April" in a year in which the 15th is a Wednesday sends readers to the wrong day: one of the two is a slip,
often of a text that was written ahead or reused. Look up which is right. A date without its year is taken in the year
nearest to publication and checked only within sixty days of it, because further away the year is a guess; a date with
its year is always checked. In published French news about two in a hundred such pairs are wrong.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from provenance.inspection.check import Observation, check
from provenance.lexicon.tables import table
from provenance.model.dating import DateBasis
from provenance.model.dossier import Dossier
from provenance.model.patterns import pattern
from provenance.model.rule import Example
from provenance.model.text import Span, lower
from provenance.words.time_expressions import TimeExpression, TimeKind, time_expressions

NEAR = 60
"""Days around publication within which the year of a date needs no saying."""

AHEAD = 7
"""Days ahead of publication within which a date is surely one to come."""

THIS_WEEK = 10
"""Days around publication within which a date is news, whatever years the paragraph names."""

FIRST_YEAR = 1900
YEAR = pattern(r"(?<![\d.,])(?:1[89]|20)\d\d(?![\d.,]\d|\d| ?(?:€|\$|%|euros?|dollars?))")
CONTEXT = 200
"""Characters before a date in which another year may be the one it is told of."""


@check(
    level="error",
    since="0.1",
    messages={
        "found": {
            "en": "{date} is a {actual_en}, not a {said_en}: the weekday or the date is wrong "
            "(the nearest {said_en} is {nearest})",
            "fr": "le {date} est un {actual_fr}, pas un {said_fr} : le jour ou la date est faux "
            "(le {said_fr} le plus proche est le {nearest})",
        }
    },
    languages=("fr", "en", "es", "de", "it", "pt", "nl"),
    examples=(
        Example("La halle rouvrira le ⟦samedi 4 mai 2014→dimanche 4 mai 2014⟧.", "fr"),
        Example("La halle a rouvert ⟦vendredi 3 mai→samedi 3 mai⟧ au matin.", "fr", published="2014-05-06"),
        Example("La halle a rouvert le samedi 3 mai 2014, puis vendredi 9 mai.", "fr", published="2014-05-10"),
        Example("La halle, fermée en 2009, a rouvert ⟦vendredi 3 mai→samedi 3 mai⟧.", "fr", published="2014-05-06"),
        Example("En 2011, tout avait commencé le jeudi 5 mai.", "fr", published="2014-05-06"),
        Example("La halle rouvrira samedi 4 mai.", "fr"),
        Example("The hall reopens on ⟦Saturday, May 4, 2014→Sunday, May 4, 2014⟧.", "en"),
        Example("It ruled on ⟦Monday, 5 May→Wednesday, 5 May⟧, that the mill owes.", "en", published="2021-05-06"),
        Example("The hall reopens on Saturday, May 3, 2014, and closes on Sunday 4 May.", "en", published="2014-05-01"),
        Example("It reopened on Saturday, May 3. © 2014 The Gazette", "en", published="2015-05-05"),
        Example("It reopened on ⟦Saturday, May 3→Sunday, May 3⟧.", "en", published="2015-05-05"),
        Example("The hall may reopen on Friday, 3 friends said.", "en"),
        Example("El mercado reabrió el ⟦sábado 4 de mayo de 2014→domingo 4 de mayo de 2014⟧.", "es"),
        Example("El mercado reabrió el sábado 3 de mayo de 2014.", "es"),
        Example("El mercado reabrió el martes 4 de mayo.", "es"),
        Example("Die Halle öffnet am ⟦Samstag, dem 4. Mai 2014→Sonntag, dem 4. Mai 2014⟧, wieder.", "de"),
        Example("Die Halle öffnet am Samstag, den 3. Mai 2014, wieder.", "de"),
        Example("Die Halle öffnet am Dienstag, 4. Mai, wieder.", "de"),
        Example("Il mercato ha riaperto ⟦sabato 4 maggio 2014→domenica 4 maggio 2014⟧.", "it"),
        Example("Il mercato ha riaperto sabato 3 maggio 2014.", "it"),
        Example("Il mercato ha riaperto martedì 4 maggio.", "it"),
        Example("O mercado reabriu no ⟦sábado, 4 de maio de 2014→domingo, 4 de maio de 2014⟧.", "pt"),
        Example("O mercado reabriu no sábado, 3 de maio de 2014.", "pt"),
        Example("O mercado reabriu na terça-feira, 4 de maio.", "pt"),
        Example("De hal ging op ⟦zaterdag 4 mei 2014→zondag 4 mei 2014⟧ weer open.", "nl"),
        Example("De hal ging op zaterdag 3 mei 2014 weer open.", "nl"),
        Example("De hal ging op dinsdag 4 mei weer open.", "nl"),
    ),
)
def weekday_mismatch(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    language = (article.language or "").split("-")[0]
    for expression in time_expressions(article):
        if not {"weekday", "day", "month"} <= expression.slots.keys():
            continue
        said = int(expression.slots["weekday"])
        day = meant_day(dossier, expression)
        if day is None or day.weekday() == said or (day.year < FIRST_YEAR):
            continue
        values = {"date": day.isoformat(), "nearest": nearest_weekday(day, said).isoformat()}
        for locale in ("en", "fr"):
            values[f"actual_{locale}"] = named(day.weekday(), locale, language)
            values[f"said_{locale}"] = named(said, locale, locale)
        place = expression.places["weekday"]
        right = as_printed(article.text.content[slice(*place)], language, said, day.weekday())
        rest = article.text.content[place.end : expression.span.end]
        yield Observation(
            Span(place.start, expression.span.end),
            values=values,
            replacement=f"{right}{rest}" if right else None,
            confidence=certainty(dossier, expression),
        )


def weekday_words(language: str, number: int) -> list[str]:
    """The words for a weekday (Monday is 0), the usual one first."""
    words: list[str] = table(language, "dates")["words"]["weekday"][str(number)]
    return words


def named(number: int, locale: str, language: str) -> str:
    """A weekday in the language of the message, with the article's own word behind it where that is another."""
    word = weekday_words(locale, number)[0]
    word = word.capitalize() if locale == "en" else word
    return word if language in ("", locale) else f"{word} ({weekday_words(language, number)[0]})"


def as_printed(printed: str, language: str, said: int, actual: int) -> str | None:
    """The actual weekday in the form and the case of the printed one; None where that form is not a word by itself."""
    forms, wanted = weekday_words(language, said), weekday_words(language, actual)
    small = lower(printed)
    if small not in forms:
        return None
    at = forms.index(small)
    word = wanted[at] if at < len(wanted) else wanted[0]
    if printed.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if printed[:1].isupper() else word


def meant_day(dossier: Dossier, expression: TimeExpression) -> date | None:
    """The day of the calendar a date names; None where it lacks a year and none can be supplied safely."""
    if expression.kind is TimeKind.ABSOLUTE:
        named = expression.named
        return named.first if named and named.is_day else None
    published = dossier.dating.published
    if published is None or not published.is_day:
        return None
    meant = expression.resolve(published.first)
    if meant is None or meant.distance(published.first) > NEAR or fits_other_year(dossier, expression, meant.first):
        return None
    weekday = int(expression.slots["weekday"])
    if fits_year_before(meant.first, published.first, weekday) or was_told_before(dossier, meant.first, weekday):
        return None
    return meant.first


def was_told_before(dossier: Dossier, day: date, weekday: int) -> bool:
    """Whether a date is a right one of the year before and the page names that year, in its text, its metadata or its
    address: it may be an older text with the day of its last change."""
    if (day.month, day.day) == (2, 29) or day.replace(year=day.year - 1).weekday() != weekday:
        return False
    article, before = dossier.article, str(day.year - 1)
    return before in (article.url or "") or any(year.group() == before for year in YEAR.finditer(article.text.plain))


def fits_year_before(day: date, published: date, weekday: int) -> bool:
    """Whether a date to come is a right one of the year just past: at its end, January is often the last one."""
    if (day - published).days <= AHEAD or (day.month, day.day) == (2, 29):
        return False
    return day.replace(year=day.year - 1).weekday() == weekday


def fits_other_year(dossier: Dossier, expression: TimeExpression, day: date) -> bool:
    """Whether the paragraph has just spoken of another year, to which the date may belong.

    Within days of publication ("it stopped in 2019 and began again on Sunday 25 April") only a year in which the
    weekday is right counts, or the one after it, as a story goes on.
    """
    text, start = dossier.article.text.plain, expression.span.start
    opening = max(0, start - CONTEXT, text.rfind("\n", 0, start) + 1)
    found = YEAR.finditer(text, opening, min(len(text), expression.span.end + 30))
    years = {int(year.group()) for year in found} - {day.year}
    published = dossier.dating.published
    if published is None or abs((day - published.first).days) > THIS_WEEK or (day.month, day.day) == (2, 29):
        return bool(years)
    weekday = int(expression.slots["weekday"])
    return any(day.replace(year=year + later).weekday() == weekday for year in years for later in (0, 1))


def nearest_weekday(day: date, weekday: int) -> date:
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)


def certainty(dossier: Dossier, expression: TimeExpression) -> float:
    if expression.kind is TimeKind.ABSOLUTE:
        return 0.98
    return 0.7 if dossier.dating.basis is DateBasis.SOURCE_URL else 0.95
