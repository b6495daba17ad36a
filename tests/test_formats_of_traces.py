"""Traces and PROV: the picture, the graph languages, and a document the library prov reads back as it was."""

import builtins
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
import sample_audits
from prov.model import ProvDocument

from provenance.cli import main
from provenance.layout.view import View
from provenance.lineage.links import link
from provenance.model.audit import Audit, Failure
from provenance.model.dossier import Dossier
from provenance.model.lineage import Basis, Derivation, Relation, Work
from provenance.model.record import replace
from provenance.model.trace import Trace
from provenance.terminal.outputs import render
from provenance.traces import dot, mermaid, prov, svg

EVIL = 'a"]; <b>&#quot; \\" `x` {y} |z| %% end\n'


def hostile() -> tuple[Audit, Trace]:
    made = sample_audits.article("Text.\n", 'a"]b.txt')
    made = replace(made, headline=EVIL)
    step = Derivation(Relation.TRANSLATION, Basis.INFERRED, Work(path=made.path), Work(EVIL, "x.example"), 0.5, (EVIL,))
    dossier = Dossier(made, chain=(step,))
    return Audit((dossier,), (Failure("b.txt\n}", "gone\n}"),)), link([dossier])


def everything() -> tuple[Audit, Trace]:
    audit = sample_audits.everything()
    return audit, link(audit.dossiers)


@pytest.mark.parametrize("shelf", [mermaid, dot, svg])
def test_every_step_is_drawn_with_language_date_and_basis(shelf: Any) -> None:
    drawn = shelf.render(*everything(), View())
    for told in ("Diario del Puerto", "Spanish · 2031-02-11", "translated", "declared", "unknown: nothing says"):
        assert told in drawn


def test_mermaid_acts_on_nothing_in_a_text() -> None:
    lines = mermaid.render(*hostile(), View()).splitlines()
    assert lines[0] == "flowchart LR"
    for line in lines[1:]:
        node, edge = r'  n\d+(\["[^"`<>&|{}]*"\]|\("[^"`<>&|{}]*"\))', r'  n\d+ (-->|==>|-\.->)(\|"[^"<>]*"\|)? n\d+'
        assert re.fullmatch(rf"{node}|{edge}|  class.*|%% [^\n]*", line.replace("<br/>", "")), line


def test_dot_acts_on_nothing_in_a_text() -> None:
    drawn = dot.render(*hostile(), View())
    label = r'"(?:[^"\\\n]|\\.)*"'
    for line in drawn.splitlines()[2:-1]:
        assert re.fullmatch(rf"  (n\d+( -> n\d+)? \[label={label}[^\"\]]*(\"[a-z,]*\")?\];|// [^\n]*)", line), line
    assert drawn.splitlines()[-1] == "}"


def test_the_picture_is_well_formed_and_loads_nothing() -> None:
    for audit, trace in (hostile(), everything()):
        drawn = svg.render(audit, trace, View())
        root = ElementTree.fromstring(drawn)  # noqa: S314
        assert root.tag.endswith("svg")
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", drawn)
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
            "svg", "title", "desc", "style", "defs", "marker", "path", "text", "g", "rect",
        }  # fmt: skip


def test_boxes_of_a_picture_do_not_overlap() -> None:
    root = ElementTree.fromstring(svg.render(*everything(), View()))  # noqa: S314
    boxes = [
        tuple(int(rect.get(name, "0")) for name in ("x", "y", "width", "height"))
        for rect in root.iter("{http://www.w3.org/2000/svg}rect")
        if rect.get("rx") == "8"
    ]
    for number, (x, y, width, height) in enumerate(boxes):
        for other_x, other_y, _, other_height in boxes[number + 1 :]:
            assert abs(x - other_x) >= width or y + height <= other_y or other_y + other_height <= y


@pytest.mark.parametrize("made", [hostile, everything])
def test_prov_reads_back_equal(made: Any) -> None:
    audit, trace = made()
    for report in (render(audit, "prov", View(version="0.1")), prov.render(audit, trace, View())):
        document = ProvDocument.deserialize(content=report, format="json")
        again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
        assert document == again
        assert document.get_provn()


def test_prov_says_who_signed_and_what_was_derived() -> None:
    report = json.loads(render(Audit((sample_audits.translated(),)), "prov", View()))
    (derived,) = [step for step in report["wasDerivedFrom"].values() if "term:relation" in step]
    assert derived["term:relation"] == "translation"
    assert derived["prov:generatedEntity"] == "article:harbour.txt"
    origin = report["entity"][derived["prov:usedEntity"]]
    assert (origin["prov:label"], origin["schema:inLanguage"]) == ("Diario del Puerto", "es")
    signed = {(step["prov:entity"], step["prov:agent"]) for step in report["wasAttributedTo"].values()}
    assert (derived["prov:usedEntity"], "agent:Ana%20Quiroga") in signed


def test_without_the_library_a_sentence_tells_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Le port rouvre.\n", "utf-8")
    known = builtins.__import__

    def absent(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "prov":
            raise ImportError(name)
        return known(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", absent)
    assert main(["audit", str(file), "--format", "prov"]) == 2
    assert "pip install 'provenance-audit[prov]'" in capsys.readouterr().err


def test_the_suffix_tells_the_format_of_a_trace(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Le port rouvre.\n", "utf-8")
    for name, sign in {"t.svg": "<svg", "t.dot": "digraph", "t.mermaid": "flowchart"}.items():
        assert main(["trace", str(file), "-o", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_text("utf-8").startswith(sign)
