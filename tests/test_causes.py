"""Damage with one cause: each place is its own finding, and people are told the cause once."""

import json
from pathlib import Path

import pytest

from provenance import audit, render
from provenance.model.audit import Audit
from provenance.model.finding import Finding
from provenance.model.settings import Declared

RULES = ("glued-words", "missing-article", "garbled-name")
LINES = (
    "La mairie se tait, mais Washington Post a rapporté la vente du pont.",
    "Le pont est vendu, dit Reutersqui cite la maire.",
    "« Le pont est vendu », a-t-elle déclaré. Le gardien.",
)


def audited(tmp_path: Path, *lines: str, suffix: str = "txt") -> Audit:
    article = tmp_path / f"a.{suffix}"
    article.write_text("\n".join(lines) + "\n", "utf-8")
    return audit(article, select=RULES, declared=Declared(language="fr"))


def findings(told: Audit) -> tuple[Finding, ...]:
    (dossier,) = told.dossiers
    return dossier.findings


def test_three_places_know_each_other_and_stay_findings(tmp_path: Path) -> None:
    told = findings(audited(tmp_path, *LINES))
    assert sorted(finding.rule for finding in told) == sorted(RULES)
    assert {finding.cause for finding in told} == {"lost-links"}
    for finding in told:
        assert set(finding.related) == {other.span for other in told} - {finding.span}
    assert len({finding.fingerprint for finding in told}) == 3


@pytest.mark.parametrize(("lines", "shown"), [(LINES[:1], False), (LINES[:2], False), ((LINES[0], LINES[0]), True)])
def test_fewer_places_have_a_cause_only_where_they_are_alike(tmp_path: Path, lines, shown: bool) -> None:
    told = findings(audited(tmp_path, *lines))
    assert len(told) == len(lines)
    assert all((finding.cause is not None) is shown for finding in told)
    assert all(bool(finding.related) is shown for finding in told)


def test_a_name_that_is_linked_has_lost_no_link(tmp_path: Path) -> None:
    linked = LINES[0].replace("Washington Post", "[Washington Post](https://www.washingtonpost.com/a)")
    told = findings(audited(tmp_path, linked, "", linked, suffix="md"))
    assert [finding.cause for finding in told] == [None, None]


def test_people_are_told_the_cause_once_and_every_place(tmp_path: Path) -> None:
    told = audited(tmp_path, *LINES)
    for format in ("table", "text", "markdown", "html"):
        report = render(told, format, width=120)
        assert report.count("3 places, probably one cause: link markup was lost before translation") == 1
        for finding in findings(told):
            assert str(finding.replacement) in report
            assert finding.rule in report


def test_a_case_is_one_line_of_text(tmp_path: Path) -> None:
    line, _summary = render(audited(tmp_path, *LINES), "text", locale="fr").splitlines()
    assert "3 endroits, sans doute une seule cause" in line
    assert all(place in line for place in ("1:25", "2:24", "3:42"))


def test_machines_are_told_each_place(tmp_path: Path) -> None:
    report = json.loads(render(audited(tmp_path, *LINES), "json"))
    told = report["articles"][0]["findings"]
    assert [(finding["cause"], len(finding["related"])) for finding in told] == [("lost-links", 2)] * 3
