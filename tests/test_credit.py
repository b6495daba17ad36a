"""`credit`: only what was established, gaps marked, and lines that the tool itself reads back as what they say."""

import json
import re
from pathlib import Path

import pytest
import sample_audits

from provenance.cli import main
from provenance.crediting.established import Established, established
from provenance.crediting.line import credit_line, pieces_of
from provenance.crediting.structured import front_matter, json_ld
from provenance.lexicon.tables import languages, table
from provenance.model.credit import Agent, AgentKind, Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.lineage import Basis, Derivation, Relation, Work
from provenance.model.record import replace
from provenance.model.settings import Settings
from provenance.model.text import Span
from provenance.pipeline import audit_article, read_articles

LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "nl")
STORY = {
    "fr": "Le port de la ville a rouvert mardi après un hiver de travaux, et les premiers bateaux sont arrivés.",
    "en": "The harbour of the town opened again on Tuesday after a winter of works, and the first boats came in.",
    "es": "El puerto de la ciudad volvió a abrir el martes tras un invierno de obras, y llegaron los primeros barcos.",
    "de": "Der Hafen der Stadt öffnete am Dienstag wieder, nachdem er im Winter umgebaut worden war.",
    "it": "Il porto della città ha riaperto martedì dopo un inverno di lavori, e sono arrivate le prime barche.",
    "pt": "O porto da cidade reabriu na terça-feira depois de um inverno de obras, e chegaram os primeiros barcos.",
    "nl": "De haven van de stad ging dinsdag weer open na een winter van werkzaamheden, en de eerste boten kwamen.",
}


def person(name: str, role: Role) -> Credit:
    return Credit(role, Span(0, 1), (Agent(name, AgentKind.PERSON),))


def translated(language: str, origin: Work | None = None, *credits: Credit) -> Dossier:
    made = replace(sample_audits.article(STORY[language], "a.txt", language), headline="Le port")
    outlet, of = ("Le Monde", "fr") if language == "en" else ("The Guardian", "en")
    work = origin or Work(outlet, None, None, None, of, "2031-03-01", ("Nell Abbott",))
    step = Derivation(Relation.TRANSLATION, Basis.DECLARED, Work(path=made.path), work, 1.0)
    return Dossier(made, credits or (person("Yanis Cordier", Role.TRANSLATOR),), chain=(step,))


def lines(dossier: Dossier) -> str:
    return "\n".join(credit_line(established(dossier)))


def test_every_language_has_its_line() -> None:
    assert set(LANGUAGES) == set(languages())
    shape = {key: type(value) for key, value in table("en", "credit_line").items()}
    for language in languages():
        pieces = table(language, "credit_line")
        assert {key: type(value) for key, value in pieces.items()} == shape
        assert set(pieces["missing"]) == set(table("en", "credit_line")["missing"])
        assert set(pieces["languages"]) == set(table("en", "credit_line")["languages"])
        assert len(pieces["date"]["months"]) == 12
        for key, value in table("en", "credit_line").items():
            if isinstance(value, str):
                assert re.findall(r"{\w+}", value).sort() == re.findall(r"{\w+}", pieces[key]).sort()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_is_read_back_as_what_it_says(language: str) -> None:
    dossier = translated(language)
    text = f"{STORY[language]}\n\n" + "\n".join(credit_line(established(dossier))) + "\n"
    (article,) = read_articles(text.encode(), "a.txt")
    read = audit_article(replace(article, language=language), Settings(), ())
    named = {(credit.role, name) for credit in read.credits for name in credit.people}
    assert (Role.TRANSLATOR, "Yanis Cordier") in named
    assert (Role.ORIGINAL_AUTHOR, "Nell Abbott") in named
    (step,) = [step for step in read.chain if step.relation is Relation.TRANSLATION]
    assert str(step.origin.name).removeprefix("The ") in str(dossier.chain[0].origin.name)
    assert step.origin.language == dossier.chain[0].origin.language


@pytest.mark.parametrize("language", LANGUAGES)
def test_gaps_are_marked_in_the_language_of_the_article(language: str) -> None:
    facts = established(translated(language, Work(language="ru"), person("Ada", Role.CONTRIBUTOR)))
    assert facts.missing == ("translator", "original", "outlet", "date", "url")
    told, fill = "\n".join(credit_line(facts)), pieces_of(language)["missing"]["fill"]
    assert told.count(f": {fill}]") == 5
    assert "{" not in told


def test_dates_are_written_out() -> None:
    assert "1er mars 2031" in lines(translated("fr"))
    assert "March 1, 2031" in lines(translated("en"))
    assert "1. März 2031" in lines(translated("de"))
    partial = Work("Le Courrier", None, None, None, "fr", "2031-03")
    assert "de março" not in lines(translated("pt", partial))
    assert "março de 2031" in lines(translated("pt", partial))


def test_what_was_only_inferred_is_not_printed() -> None:
    dossier = translated("fr")
    guessed = replace(dossier, chain=(replace(dossier.chain[0], basis=Basis.INFERRED),))
    assert "Guardian" not in lines(guessed) + json_ld(established(guessed))


def test_an_agency_is_credited_by_its_name_alone() -> None:
    made = sample_audits.article(STORY["fr"], "a.txt", "fr")
    credit = Credit(Role.AGENCY, Span(0, 1), (Agent("AFP", AgentKind.AGENCY),))
    step = Derivation(Relation.REPUBLICATION, Basis.DECLARED, Work(path="a.txt"), Work("AFP"), 1.0)
    assert lines(Dossier(made, (credit,), chain=(step,))) == "Avec AFP"


def test_json_ld_says_only_what_is_known() -> None:
    record = json.loads(json_ld(established(translated("fr"))))
    assert record["@type"] == "NewsArticle"
    assert record["translator"] == [{"@type": "Person", "name": "Yanis Cordier"}]
    assert record["translationOfWork"]["author"] == [{"@type": "Person", "name": "Nell Abbott"}]
    assert record["translationOfWork"]["datePublished"] == "2031-03-01"
    assert "author" not in record
    assert "url" not in record["translationOfWork"]


def test_front_matter_marks_gaps_and_survives_any_name() -> None:
    evil = 'Ana "x": [y] # z\n---'
    facts: Established = established(translated("en", Work(evil, None, None, None, "fr")))
    lines_of = front_matter(facts, "to fill in").split("\n")
    assert lines_of[0] == lines_of[-1] == "---"
    assert "---" not in lines_of[1:-1]
    assert "  url:  # to fill in" in lines_of
    (publisher,) = [line for line in lines_of if line.startswith("  publisher: ")]
    assert json.loads(publisher.partition(": ")[2]) == evil


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.md"
    file.write_text(
        f"---\nauthor: Odile Vasseur\ndate: 2031-03-03\nlang: fr\n---\n\n# Le port\n\n{STORY['fr']}\n", "utf-8"
    )
    assert main(["credit", str(file), "--format", "line"]) == 0
    assert capsys.readouterr().out == "Par Odile Vasseur\n"
    assert main(["credit", str(file)]) == 0
    told = capsys.readouterr().out
    assert '"datePublished": "2031-03-03"' in told
    assert 'author: "Odile Vasseur"' in told
    assert main(["credit", str(tmp_path / "absent.md")]) == 3


def test_source_is_named_with_its_address_and_the_original_author_told_apart_from_it() -> None:
    made = replace(sample_audits.article(STORY["fr"], "a.txt", "fr"), headline="Le port")
    here, url = Work(path=made.path), "https://www.theguardian.com/world/2031/mar/03/harbour"
    by = Derivation(Relation.SOURCE, Basis.DECLARED, here, Work(authors=("Nell Abbott",)), 1.0)
    source = Derivation(Relation.SOURCE, Basis.DECLARED, here, Work("The Guardian", "theguardian.com", url), 1.0)
    facts = established(Dossier(made, (), chain=(by, source)))
    assert credit_line(facts)[-2:] == [
        "Article original rédigé par Nell Abbott",
        f"Source\N{NO-BREAK SPACE}: The Guardian, {url}",
    ]
    based = json.loads(json_ld(facts))["isBasedOn"]
    assert based["author"] == [{"@type": "Person", "name": "Nell Abbott"}]
    assert (based["url"], based["publisher"]["name"]) == (url, "The Guardian")
