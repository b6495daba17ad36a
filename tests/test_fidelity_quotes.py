"""Quotations must say what the origin's say."""

import pytest

from provenance.lexicon.tables import languages, table
from provenance.model.settings import Declared, Profile, Settings
from provenance.pipeline import audit_bytes

ORIGIN = (
    "Orchard to be saved\n"
    "The orchard of Lindwell will not be built over, councillor Agatha Brome said on Thursday.\n"
    "“The trees were planted by our grandparents, and nobody is going to fell them,” Brome said.\n"
    "The council had planned 64 flats on the site, next to the Osier canal.\n"
    "“I am glad; I have picked pears here since 1998,” said Lindwell resident Tobias Rennick.\n"
    "The 112 trees will be counted again in May.\n"
)
SAME = (
    "The orchard of Lindwell is safe, councillor Agatha Brome said on Thursday.\n"
    "{quote} Brome said.\n"
    "The council had wanted 64 flats on the site beside the Osier canal.\n"
)


def altered(article: str, language: str, origin: str = ORIGIN, origin_language: str = "en") -> list[tuple[str, float]]:
    """The quotations that are told, with the confidence."""
    settings = Settings(profile=Profile.RESEARCH, select=frozenset({"altered-quote"}), declared=Declared(language))
    origins = tuple(audit_bytes(origin.encode(), "origin.txt", Settings(declared=Declared(origin_language))))
    (dossier,) = audit_bytes(article.encode(), "article.txt", settings, origins)
    return [(dossier.article.text[finding.span], finding.confidence) for finding in dossier.findings]


@pytest.mark.parametrize(
    "quote",
    [
        "“The trees were planted by our grandparents, and nobody is going to fell them,”",
        '"The trees were planted by our grandparents, and nobody is going to fell them,"',
        "“The trees were planted by our grandparents … nobody is going to fell them,”",
        "“[They] were planted by our grandparents, and nobody is going to fell them!”",
        "The trees “were planted by our grandparents”,",
        "“The Trees were planted by our Grandparents”,",
    ],
)
def test_marks_cuts_and_parts_are_the_same_quotation(quote: str) -> None:
    assert altered(SAME.format(quote=quote), "en") == []


@pytest.mark.parametrize(
    "quote",
    [
        "“The trees were planted by our great-grandparents, and somebody is going to fell them,”",
        "“The trees were planted by our parents, and nobody is going to sell them,”",
    ],
)
def test_other_words_are_another_quotation(quote: str) -> None:
    ((told, confidence),) = altered(SAME.format(quote=quote), "en")
    assert told == quote
    assert confidence >= 0.9


def test_words_left_out_without_a_mark_are_a_hint() -> None:
    quote = "“The trees were planted by our grandparents, nobody is going to fell them,”"
    ((_, confidence),) = altered(SAME.format(quote=quote), "en")
    assert 0.6 <= confidence < 0.9


def test_spelling_is_no_other_word() -> None:
    origin = "“The organisation apologises for the colour of the harbour,” said Agatha Brome of Lindwell on Thursday.\n"
    article = (
        "“The organization apologizes for the colour of the harbour,” said Agatha Brome of Lindwell on Thursday.\n"
    )
    assert altered(article, "en", origin) == []


FRENCH = (
    "Le verger de Lindwell ne sera pas bâti, a dit jeudi la conseillère Agatha Brome.\n"
    "{first}\n"
    "La commune prévoyait 64 logements sur ce terrain, au bord du canal d’Osier.\n"
    "{second}\n"
    "Les 112 arbres seront recomptés en mai.\n"
)
SPOKEN = "« Ces arbres, nos grands-parents les ont plantés et personne ne les abattra », a dit Agatha Brome."
REPORTED = "Les arbres ont été plantés par les grands-parents et ne seront pas abattus, a promis Agatha Brome."
HAPPY = "« Je suis content, j’y cueille des poires depuis 1998 », a confié Tobias Rennick, de Lindwell."
INVENTED = "« Sans ce combat de dix ans, la commune aurait tout vendu aux promoteurs », a lancé un voisin."


@pytest.mark.parametrize("first", [SPOKEN, REPORTED])
@pytest.mark.parametrize("second", [HAPPY, ""])
def test_quoted_or_reported_is_the_translators_choice(first: str, second: str) -> None:
    assert altered(FRENCH.format(first=first, second=second), "fr") == []


def test_a_quotation_nobody_spoke_is_told() -> None:
    article = FRENCH.format(first=SPOKEN, second=f"{HAPPY}\n{INVENTED}")
    ((told, confidence),) = altered(article, "fr")
    assert told.startswith("« Sans ce combat")
    assert confidence >= 0.9


def test_an_origin_that_was_cut_proves_nothing() -> None:
    article = FRENCH.format(first=SPOKEN, second=f"{HAPPY}\n{INVENTED}")
    assert altered(article, "fr", ORIGIN[: ORIGIN.index("“I am glad")]) == []


def test_an_origin_with_single_marks_proves_nothing() -> None:
    article = FRENCH.format(first=SPOKEN, second=f"{HAPPY}\n{INVENTED}")
    assert altered(article, "fr", ORIGIN.replace("“", "‘").replace("”", "’")) == []


@pytest.mark.parametrize("language", languages())
def test_words_that_deny_are_sourced_sorted_and_apart(language: str) -> None:
    data = table(language, "negation")
    assert data["source"]
    for key in ("negations", "otherwise"):
        assert list(data[key]) == sorted(set(data[key]))
        assert all(word == word.lower() and "’" not in word for word in data[key])
    assert set(data["negations"]).isdisjoint(data["otherwise"])
