"""Expressions of time in seven languages, what they mean, and when an article was published."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.lexicon.tables import languages, table
from provenance.model.dating import AnchorKind, DateBasis, PartialDate
from provenance.model.dossier import Dossier
from provenance.model.settings import Declared, Settings
from provenance.model.text import Source, Span, Text
from provenance.pipeline import audit_bytes
from provenance.words.calendar_words import calendar_words
from provenance.words.time_expressions import TimeExpression, TimeKind, expressions_in

MONDAY = date(2014, 5, 5)
NO_ANCHOR = {TimeKind.RECURRING, TimeKind.DURATION, TimeKind.ANAPHORIC}


def found(text: str, language: str) -> list[tuple[str, TimeExpression]]:
    calendar = calendar_words(language)
    assert calendar is not None
    whole = Text(text, Source(text))
    return [(whole[item.span], item) for item in expressions_in(whole, Span(0, len(text)), calendar)]


def relative(text: str, language: str) -> list[str]:
    return [words for words, item in found(text, language) if item.kind not in NO_ANCHOR]


def dossier(text: str, language: str = "fr", url: str | None = None, published: str | None = None) -> Dossier:
    settings = Settings(declared=Declared(language, published, url))
    (result,) = audit_bytes(text.encode(), "article.txt", settings)
    return result


FORMS = [
    pytest.param(language, kind, form, example, id=f"{language}-{kind}-{form}")
    for language in languages()
    for kind, forms in table(language, "dates").get("forms", {}).items()
    for form, example in forms.items()
]


@pytest.mark.parametrize(("language", "kind", "form", "example"), FORMS)
def test_form_finds_its_example(language: str, kind: str, form: str, example: str) -> None:
    before, _, rest = example.partition("⟦")
    marked, _, after = rest.partition("⟧")
    assert marked in [words for words, _ in found(before + marked + after, language)]


@pytest.mark.parametrize("language", languages())
def test_calendar_is_whole(language: str) -> None:
    words = table(language, "dates")["words"]
    assert sorted(map(int, words["weekday"])) == list(range(7))
    assert sorted(map(int, words["month"])) == list(range(1, 13))
    assert set(words["season"]) == {"spring", "summer", "autumn", "winter"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La Maison du lac a été vendue, mais il y a foule et il y aurait un risque.", "fr"),
        ("La sonde est sur Mars ; Avril Lavoine chante, et Vendredi rejoint Robinson.", "fr"),
        ("Le sept de pique, le jeu et la mer : tout va.", "fr"),
        ("The council may march; Mr March and June Carter sat in the sun. He did so.", "en"),
        ("Spring into action, then fall back.", "en"),
        ("Er so, sie mi, und das fr war da; do it.", "de"),
        ("El segundo piso mira al mar, hace falta verlo.", "es"),
        ("La terza casa, il mare e l'uomo.", "it"),
        ("A terceira casa, o mar e o homem; há gente.", "pt"),
        ("De zo mooie zee, vr en do.", "nl"),
    ],
)
def test_look_alikes_are_no_dates(text: str, language: str) -> None:
    assert relative(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("lundi", "fr", "2014-05-05", "2014-05-05"),
        ("mardi", "fr", "2014-04-29", "2014-04-29"),
        ("lundi dernier", "fr", "2014-04-28", "2014-04-28"),
        ("mardi prochain", "fr", "2014-05-06", "2014-05-06"),
        ("ce mardi", "fr", "2014-05-06", "2014-05-06"),
        ("hier", "fr", "2014-05-04", "2014-05-04"),
        ("la semaine dernière", "fr", "2014-04-28", "2014-05-04"),
        ("août de l’année dernière", "fr", "2013-08-01", "2013-08-31"),
        ("en octobre dernier", "fr", "2013-10-01", "2013-10-31"),
        ("la dernière semaine de décembre", "fr", "2013-12-25", "2013-12-31"),
        ("le 3 octobre", "fr", "2014-10-03", "2014-10-03"),
        ("le 1er mai 2010", "fr", "2010-05-01", "2010-05-01"),
        ("3/10/2024", "fr", "2024-10-03", "2024-10-03"),
        ("il y a deux ans", "fr", "2012-01-01", "2012-12-31"),
        ("October 3, 2024", "en", "2024-10-03", "2024-10-03"),
        ("last May", "en", "2013-05-01", "2013-05-31"),
        ("two weeks ago", "en", "2014-04-21", "2014-04-27"),
        ("on Feb. 29, 2012", "en", "2012-02-29", "2012-02-29"),
        ("am 3. Oktober 2024", "de", "2024-10-03", "2024-10-03"),
        ("vor zwei Wochen", "de", "2014-04-21", "2014-04-27"),
        ("hace dos meses", "es", "2014-03-01", "2014-03-31"),
        ("due anni fa", "it", "2012-01-01", "2012-12-31"),
        ("há dois dias", "pt", "2014-05-03", "2014-05-03"),
        ("drie dagen geleden", "nl", "2014-05-02", "2014-05-02"),
    ],
)
def test_resolves(text: str, language: str, first: str, last: str) -> None:
    ((_, expression),) = found(text, language)
    meant = expression.resolve(MONDAY)
    assert meant is not None
    assert (str(meant.first), str(meant.last)) == (first, last)


def test_sentence_that_looks_ahead_means_the_coming_day() -> None:
    ((_, ahead),) = found("Le conseil se réunira jeudi à Valmont.", "fr")
    assert ahead.resolve(MONDAY) == (date(2014, 5, 8), date(2014, 5, 8))


@pytest.mark.parametrize(
    "text", ["29 février", "le 31 avril 2014", "le 30 février", "99/99/2014", "le 29 février 2013"]
)
def test_impossible_days_mean_nothing_wrong(text: str) -> None:
    for _, expression in found(text, "fr"):
        expression.resolve(MONDAY)
        assert expression.named is None or expression.named.last


@given(st.text(alphabet="lundi mardi3mai été 2014/-.,'’\n\u00a0IlyaünLa", max_size=80), st.sampled_from(languages()))
def test_any_text_is_read_without_fault(text: str, language: str) -> None:
    end = 0
    for _, expression in found(text, language):
        assert end <= expression.span.start < expression.span.end <= len(text)
        end = expression.span.end
        expression.resolve(date(2014, 2, 28))


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), date(2012, 2, 29)])
def test_any_anchor_is_borne(day: date) -> None:
    text = "hier, jeudi, cet hiver, l'année dernière, en mai, le 29 février, il y a 900 ans, la décennie prochaine"
    for _, expression in found(text, "fr"):
        expression.resolve(day)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Publié le 3 mai 2014 à 10h", "fr"),
        ("Mis à jour le 4 mai 2014, publié le 3 mai 2014", "fr"),
        ("Par Odile Vasseur, le 3 mai 2014", "fr"),
        ("Publié\u00a0le 3\u202fmai\u00a02014", "fr"),
        ("Samedi 3 mai 2014, 10:15", "fr"),
        ("Published: May 3, 2014 | Updated: May 4, 2014", "en"),
        ("Veröffentlicht am 03.05.2014 um 10:00 Uhr", "de"),
        ("Publicado el 3 de mayo de 2014", "es"),
        ("Pubblicato il 3 maggio 2014", "it"),
        ("Publicado em 03/05/2014 às 10h00", "pt"),
        ("Gepubliceerd op 3 mei 2014", "nl"),
    ],
)
def test_visible_line_dates_the_article(line: str, language: str) -> None:
    dating = dossier(f"{line}\nValmont, 12 000 ha: 1 2 3.", language).dating
    assert (str(dating.published), dating.basis) == ("2014-05-03", DateBasis.DECLARED)


@pytest.mark.parametrize(
    "text",
    [
        "Mme Ossian à Valmont, le 3 mai 2014. | Photo : Odile Vasseur",
        "La halle a brûlé le 3 mai 2014 au petit matin.",
        "Le festival aura lieu du 3 au 5 mai 2014.",
        "Né le 3 mai 1914 à Valmont",
    ],
)
def test_date_of_a_photo_or_an_event_dates_nothing(text: str) -> None:
    dating = dossier(f"{text}\nLa mairie a confirmé la nouvelle sans rien ajouter.").dating
    assert dating.published is None
    assert [anchor.kind for anchor in dating.anchors if anchor.date.is_day] in ([], [AnchorKind.MENTIONED])


def test_option_outranks_the_page() -> None:
    dating = dossier("Publié le 3 mai 2014\nLa halle a brûlé.", published="2014-06-01").dating
    assert (dating.published, dating.basis) == (PartialDate(2014, 6, 1), DateBasis.OPTION)


def test_own_address_dates_the_article() -> None:
    dating = dossier("La halle a brûlé.", url="https://www.valmont-info.fr/2014/05/03/halle/").dating
    assert (dating.published, dating.basis) == (PartialDate(2014, 5, 3), DateBasis.URL)
