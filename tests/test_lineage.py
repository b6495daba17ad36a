"""Declared chains: what the credits of an article say of where it comes from."""

import json
from pathlib import Path

import pytest

from provenance.lineage.links import address_key, link
from provenance.model.dossier import Dossier
from provenance.model.lineage import Basis, OriginStatus, Relation
from provenance.model.settings import Settings
from provenance.pipeline import audit_bytes


def dossier_of(text: str, path: str = "a.txt") -> Dossier:
    (dossier,) = audit_bytes(text.encode(), path, Settings())
    return dossier


def test_an_article_that_says_nothing_is_of_unknown_origin() -> None:
    dossier = dossier_of("Le pont de la Sarre rouvrira lundi, a annoncé la mairie. Les travaux ont duré un an.")
    assert dossier.chain == ()
    assert dossier.origin_status is OriginStatus.UNKNOWN


def test_a_source_address_tells_domain_language_and_date() -> None:
    dossier = dossier_of(
        "Le pont de la ville rouvrira lundi, a annoncé la mairie, après un an de travaux.\n"
        "Source : https://www.example.com/2031/03/02/el-puente-de-la-ciudad-se-abre-de-nuevo-el-lunes/"
    )
    (step,) = dossier.chain
    assert (step.relation, step.basis) == (Relation.SOURCE, Basis.DECLARED)
    assert (step.origin.domain, step.origin.language, step.origin.published) == ("example.com", "es", "2031-03-02")
    assert dossier.origin_status is OriginStatus.DECLARED


def test_the_author_of_the_original_belongs_to_the_translated_work() -> None:
    dossier = dossier_of(
        "Le pont de la ville rouvrira lundi, a annoncé la mairie, après un an de travaux.\n"
        "Article traduit du Guardian – Auteure : Mary Oduya"
    )
    (step,) = dossier.chain
    assert step.relation is Relation.TRANSLATION
    assert step.origin.authors == ("Mary Oduya",)


def test_authors_whose_outlet_is_never_named_are_a_step_of_their_own() -> None:
    dossier = dossier_of(
        "Article original rédigé par : Mary Oduya et Tom Lindqvist.\n"
        "Le pont de la ville rouvrira lundi, a annoncé la mairie, après un an de travaux."
    )
    (step,) = dossier.chain
    assert (step.origin.name, step.origin.authors) == (None, ("Mary Oduya", "Tom Lindqvist"))


def test_a_translation_that_names_its_language_beside_one_outlet_is_one_step() -> None:
    dossier = dossier_of(
        "Este martes abre de nuevo el puente de la ciudad, según el ayuntamiento, tras un año de obras.\n"
        "Este artículo ha sido traducido automáticamente del portugués. Publicado originalmente en Público."
    )
    (step,) = dossier.chain
    assert (step.relation, step.origin.name, step.origin.language) == (Relation.TRANSLATION, "Público", "pt")


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (
            "Le pont de la ville rouvrira lundi, a annoncé la mairie, après un an de travaux.",
            "Traduction : Yanis Cordier\nSource : The Guardian",
        ),
        (
            "De brug van de stad gaat maandag weer open na een jaar van werken, zegt de gemeente.",
            "Naar een stuk van Mary Oduya in The Guardian; vertaling: Joris Smit",
        ),
    ],
)
def test_the_foreign_work_beside_a_translator_is_what_was_translated(body: str, lines: str) -> None:
    (step,) = dossier_of(f"{body}\n\n{lines}").chain
    assert (step.relation, step.origin.name, step.origin.language) == (Relation.TRANSLATION, "The Guardian", "en")


def test_an_agency_or_an_outlet_of_the_same_language_beside_a_translator_was_not_translated() -> None:
    body = "Le pont de la ville rouvrira lundi, a annoncé la mairie, après un an de travaux.\n\n"
    for line in ("Traduction : Yanis Cordier\nSource : Le Monde", "Traduction : Yanis Cordier. Avec Reuters"):
        assert {step.relation for step in dossier_of(body + line).chain} == {Relation.SOURCE}


def test_a_day_without_its_year_is_the_last_one_before_publication() -> None:
    dossier = dossier_of(
        "El puente reabre el lunes\nPublicado el 3 de enero de 2031\n\n"
        "El puente de la ciudad reabre el lunes, según el ayuntamiento, tras un año de obras.\n\n"
        "Versión en español de Lucía Prado a partir del reportaje de Mary Oduya publicado por The Guardian"
        " el pasado 28 de diciembre."
    )
    (step,) = dossier.chain
    assert (step.relation, step.origin.published, step.origin.authors) == (
        Relation.TRANSLATION,
        "2030-12-28",
        ("Mary Oduya",),
    )


def test_an_agency_beside_a_byline_is_a_source_and_alone_a_republication() -> None:
    beside = dossier_of("Par Odile Vasseur avec AFP\nLe pont de la ville rouvrira lundi, a annoncé la mairie.")
    alone = dossier_of("PARIS, 3 mars (AFP) - Le pont de la ville rouvrira lundi, a annoncé la mairie.")
    assert [step.relation for step in beside.chain] == [Relation.SOURCE]
    assert [step.relation for step in alone.chain] == [Relation.REPUBLICATION]


def test_an_image_credit_is_no_origin_of_the_text() -> None:
    dossier = dossier_of("Le pont rouvrira lundi, a annoncé la mairie, après un an de travaux.\nPhoto : Getty Images")
    assert [step.relation for step in dossier.chain] == [Relation.IMAGE]
    assert dossier.origin_status is OriginStatus.UNKNOWN


def markdown(title: str, url: str, source: str = "") -> str:
    line = f"\nSource : {source}\n" if source else ""
    return f"---\ntitle: {title}\nurl: {url}\n---\n\nLe pont de la ville rouvrira lundi, selon la mairie.\n{line}"


def test_articles_at_hand_are_joined_by_their_addresses() -> None:
    copy = dossier_of(markdown("Pont", "https://example.com/pont", "http://www.example.org/pont/?x=1"), "copy.md")
    origin = dossier_of(markdown("Pont", "https://example.org/pont"), "origin.md")
    trace = link([copy, origin])
    assert [(found.source, found.target) for found in trace.links] == [("copy.md", "origin.md")]
    assert trace.groups == (("copy.md", "origin.md"),)


def test_copies_of_one_address_share_an_origin() -> None:
    one = dossier_of(markdown("Pont", "https://example.com/pont", "https://example.net/pont"), "one.md")
    two = dossier_of(markdown("Pont", "https://example.org/pont", "https://example.net/pont"), "two.md")
    assert link([one, two]).groups == (("one.md", "two.md"),)


@pytest.mark.parametrize("address", ["http://www.example.org/Pont/", "https://example.org/Pont?utm=1#top"])
def test_an_address_is_known_however_it_is_written(address: str) -> None:
    assert address_key(address) == "example.org/Pont"


def test_trace_shows_a_circle_and_ends(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from provenance.cli import main

    (tmp_path / "one.md").write_text(markdown("Pont", "https://example.com/pont", "https://example.org/pont"), "utf-8")
    (tmp_path / "two.md").write_text(markdown("Pont", "https://example.org/pont", "https://example.com/pont"), "utf-8")
    assert main(["trace", str(tmp_path), "--locale", "en"]) == 0
    assert "the chain is a circle" in capsys.readouterr().out


def test_trace_writes_links_as_json(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    from provenance.cli import main

    (tmp_path / "one.md").write_text(markdown("Pont", "https://example.com/pont", "https://example.org/pont"), "utf-8")
    assert main(["trace", str(tmp_path), "--format", "json"]) == 0
    document = json.loads(capsysbinary.readouterr().out)
    assert document["schema"] == "provenance-trace/1"
    assert [(found["to"], found["to_source"]["domain"]) for found in document["links"]] == [(None, "example.org")]
