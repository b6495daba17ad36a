"""What a French reader meets: names behind their prepositions, rules in French, languages by name."""

import pytest

from provenance.cli import main
from provenance.inspection.rulebook import every_check
from provenance.layout.rule_pages import rule_page
from provenance.layout.wording import wording
from provenance.lexicon.tables import table
from provenance.model.finding import filled

RULES = [check.rule for check in every_check()]


@pytest.mark.parametrize(
    ("name", "french"),
    [
        ("AFP", "image de l’AFP"),
        ("EFE (espagnol)", "image d’EFE (espagnol)"),
        ("El Mercurio", "image d’El Mercurio"),
        ("Écho du port", "image d’Écho du port"),
        ("Historia", "image d’Historia"),
        ("un média qui n’est pas nommé", "image d’un média qui n’est pas nommé"),
        ("Le Courrier", "image du Courrier"),
        ("Les Nouvelles", "image des Nouvelles"),
        ("Guardian (anglais)", "image du Guardian (anglais)"),
        ("La Gazette", "image de La Gazette"),
        ("Handelsblatt", "image de Handelsblatt"),
        ("Yle", "image de Yle"),
        ("Reuters", "image de Reuters"),
    ],
)
def test_a_name_behind_de(name: str, french: str) -> None:
    assert wording("fr").behind("relation.image", name) == french


def test_english_names_take_their_article_only() -> None:
    assert wording("en").behind("relation.image", "EFE") == "image from EFE"
    assert wording("en").behind("relation.image", "Guardian") == "image from the Guardian"


def test_other_words_do_not_change_before_a_name() -> None:
    assert wording("fr").behind("relation.rewrite", "EFE") == "réécrit d’après EFE"
    assert wording("fr").behind("relation.quotation", "Guardian") == "cite le Guardian"


def test_every_rule_has_a_french_page_and_no_page_is_of_no_rule() -> None:
    pages = table("fr", "rules")
    assert sorted(pages) == sorted(rule.id for rule in RULES)
    for rule in RULES:
        own = rule_page(rule, "fr")
        assert own.language == "fr"
        assert own.paragraphs[0] == own.summary != rule.summary
        assert own.summary.endswith(".")
        assert len(own.paragraphs) > 1
        assert rule_page(rule, "en").summary == rule.summary


def test_rules_are_listed_and_explained_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--locale", "fr"]) == 0
    assert "Une rangée de mots-dièse" in capsys.readouterr().out
    assert main(["explain", "hashtag-residue", "inconsistent-name", "--locale", "fr"]) == 0
    told = capsys.readouterr().out
    assert "Supprimez la rangée." in told
    assert "Demande : la langue de l’article" in told


def test_a_word_of_ours_in_a_message_is_told_in_each_language() -> None:
    message = filled(
        {"en": "in {language}: {text}", "fr": "en {language} : {text}"}, {"language": SPANISH, "text": "sí"}
    )
    assert (message.text("en"), message.text("fr")) == ("in Spanish: sí", "en espagnol : sí")


SPANISH = {"en": "Spanish", "fr": "espagnol"}


def test_languages_in_messages_are_named(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Le maire redoute une escalation du conflit, dit-il dans un discours qui a duré une heure.\n"
        "Source : https://www.example.com/2031/03/03/el-puente-de-la-ciudad-se-abre-de-nuevo-el-lunes/\n"
    )
    for locale, sayings in {
        "en": ("“escalation” was left in English; in French it is “escalade”", "another language (Spanish)"),
        "fr": ("« escalation » est resté en anglais ; en français : « escalade »", "une autre langue (espagnol)"),
    }.items():
        main(["audit", str(path), "--format", "rdjson", "--profile", "research", "--locale", locale])
        told = capsys.readouterr().out
        assert all(saying in told.replace("\u00a0", " ") for saying in sayings), told
