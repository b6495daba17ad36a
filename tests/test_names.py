"""Names: what the comparison of spellings may never do, and the data behind it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.lexicon.tables import common_words, is_common, languages, rows, table
from provenance.model.dossier import Dossier
from provenance.model.finding import Level
from provenance.model.settings import Declared, Profile, Settings
from provenance.pipeline import audit_bytes
from provenance.words.inflection import is_inflection
from provenance.words.nearness import Slip, bare, slip

RULES = frozenset({"misspelt-name", "inconsistent-name", "untranslated-text"})


def audited(text: str, language: str = "fr") -> Dossier:
    chosen = Settings(profile=Profile.RESEARCH, select=RULES, declared=Declared(language=language))
    (dossier,) = audit_bytes(text.encode("utf-8", "surrogatepass"), "names.txt", chosen)
    return dossier


@given(
    st.lists(
        st.sampled_from(
            ["Odile", "Grandvaux", "Grandvuax", "Zelensky", "Zelenski", "et", "le", "« ", "»", "l’", ".", "\n"]
        ),
        max_size=40,
    ),
    st.sampled_from(["fr", "en", "es", "de", "it", "pt", "nl"]),
)
@settings(max_examples=60, deadline=None)
def test_findings_quote_words_of_the_text(pieces: list[str], language: str) -> None:
    text = "Le " + " ".join(pieces)
    for finding in audited(text, language).findings:
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert finding.replacement is None or finding.replacement != text[slice(*finding.span)]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str) -> None:
    audited(f"Odile {text}")


def test_a_majority_with_the_full_name_is_an_error_and_safe() -> None:
    text = "Odile Grandvaux répond. Grandvaux signe. Puis Odile Grandvuax part."
    (finding,) = audited(text).findings
    assert (finding.rule, finding.level, finding.safe) == ("misspelt-name", Level.ERROR, True)
    assert "« Grandvaux » 2 fois, « Grandvuax » 1 fois" in finding.message.text("fr")
    assert "“Grandvaux” twice, “Grandvuax” once" in finding.message.text("en")


def test_one_against_one_is_never_replaced_unseen() -> None:
    (finding,) = audited("Vladimir Kavardov l’a dit. Puis Kavadov est parti.").findings
    assert (finding.rule, finding.safe) == ("inconsistent-name", False)


@pytest.mark.parametrize(
    "text",
    [
        "Odile Grandvaux et Paul Grandvuax ont signé.",
        "Farkhad Akhmedov paie. Mariam Akhmedova refuse.",
        "Grandvaux et Grandvuax ont signé.",
        "Le grandvaux est un cépage. Grandvaux, Grandvuax.",
    ],
)
def test_two_people_are_not_corrected_into_one(text: str) -> None:
    assert not [finding for finding in audited(text).findings if finding.rule == "misspelt-name"]


@pytest.mark.parametrize("text", ["Odile GRANDVUAX parle de GRANDVAUX.", "L’État et l’Etat."])
def test_capitals_and_their_accents_are_house_style(text: str) -> None:
    assert not audited(text).findings


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Solberg", "Solcberg", Slip.MISSING),
        ("Morretti", "Moretti", Slip.DOUBLED),
        ("Turmp", "Trump", Slip.SWAPPED),
        ("Samzum", "Samzun", Slip.WRONG),
        ("Conoravirus", "Coronavirus", Slip.MOVED),
        ("Oatrick", "Patrick", Slip.OPENING),
        ("Erdoğan", "Erdogan", Slip.ACCENT),
        ("Musk", "Kursk", None),
        ("Kim Jong-un", "Kim Yong-hyun", None),
        ("Stitwell", "Stillwell", None),
    ],
)
def test_slips_of_the_hand(one: str, other: str, kind: Slip | None) -> None:
    assert slip(bare(one), bare(other)) is kind
    assert slip(bare(other), bare(one)) is kind


@given(st.text("abcdeé'", max_size=12), st.text("abcdeé'", max_size=12))
def test_a_slip_is_one_both_ways(one: str, other: str) -> None:
    assert slip(bare(one), bare(other)) is slip(bare(other), bare(one))


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [("Kranzmoser", "Kranzmosers", "de"), ("Akhmedov", "Akhmedova", "fr"), ("Bolivian", "Bolivians", "en")],
)
def test_forms_of_one_word(one: str, other: str, language: str) -> None:
    assert is_inflection(bare(one), bare(other), language)
    assert not is_inflection(bare("Grandvaux"), bare("Grandvuax"), language)


@pytest.mark.parametrize("language", languages())
def test_the_look_up_agrees_with_the_list(language: str) -> None:
    words = common_words(language)
    assert len(words) >= 80_000
    sample = sorted(words)[::4_001]
    assert all(is_common(language, word) for word in sample)
    assert [is_common(language, word + "qx") for word in sample] == [word + "qx" in words for word in sample]


def test_figures_are_spelt_in_every_language_and_slips_are_no_spellings() -> None:
    accepted = {form for row in rows("figures") for cell in row[1:-1] for form in cell.split("|")}
    for row in rows("figures"):
        assert len(row) == 9
        assert all(row[:-1]), row[0]
        assert not accepted & set(row[-1].split("|")), row[0]


def test_english_places_have_another_name_somewhere() -> None:
    places = [row[0] for row in rows("exonyms")]
    assert places == sorted(set(places))
    for row in rows("exonyms"):
        assert len(row) == 7
        assert any(row[0] not in cell.split("|") for cell in row[1:]), row[0]


@pytest.mark.parametrize("language", languages())
def test_left_english_words_are_sorted_and_replaced_by_another(language: str) -> None:
    words = table(language, "untranslated").get("words", {})
    assert list(words) == sorted(words)
    assert all(right and right != word for word, right in words.items())
