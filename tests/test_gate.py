"""The gate: what is told, what was answered before, and what is said of answers that answer nothing."""

import json
from datetime import date
from pathlib import Path

import pytest
import sample_audits
from hypothesis import given
from hypothesis import strategies as st
from sample_audits import found

from provenance.cli import main
from provenance.gate.assess import assess
from provenance.gate.baseline import Baseline
from provenance.gate.baseline import load as load_baseline
from provenance.gate.verdict import exit_code
from provenance.inspection.rulebook import every_check
from provenance.model.audit import Audit
from provenance.model.dossier import Dossier
from provenance.model.errors import ConfigError
from provenance.model.finding import Level
from provenance.model.record import replace
from provenance.model.settings import Pardon, Profile, Settings
from provenance.pipeline import audit_bytes

RULES = tuple(check.rule for check in every_check())
RESEARCH = Settings(profile=Profile.RESEARCH)
ROW = "#one #two #three #four"
PAGE = f"""<!doctype html><html><body><article><h1>The fair opens</h1>
<p>The fair of Valdemar opened on a cold morning, and the first visitors came from the islands by boat.</p>
<!-- provenance: ignore[hashtag-residue] meant -->
<p>The sign at the gate read {ROW} and nobody knew why it did.</p>
</article></body></html>
"""


def judged(*dossiers: Dossier, settings: Settings = RESEARCH, baseline: Baseline | None = None) -> Audit:
    return assess(dossiers, (), RULES, settings, baseline)


def with_rows(content: str, path: str = "a.txt") -> Dossier:
    """A dossier in which every row of hashtags was found."""
    made = sample_audits.article(content, path)
    rows = [found(made, "hashtag-residue", "warning", ROW, nth=number) for number in range(content.count(ROW))]
    return Dossier(made, findings=tuple(rows))


def reasons(audit: Audit) -> list[str | None]:
    return [finding.suppressed for dossier in audit.dossiers for finding in dossier.findings]


def said(audit: Audit) -> list[str]:
    return [notice.message.text("en") for notice in audit.notices]


def test_the_profile_counts_what_it_does_not_tell() -> None:
    made = sample_audits.article("One two three.\n")
    sure, fair, weak = (
        replace(found(made, "hashtag-residue", "error", word), confidence=confidence)
        for word, confidence in (("One", 0.9), ("two", 0.6), ("three", 0.1))
    )
    for profile, told in (("gate", 1), ("editor", 2), ("research", 3)):
        (dossier,) = judged(
            Dossier(made, findings=(sure, fair, weak)), settings=Settings(profile=Profile(profile))
        ).dossiers
        assert (len(dossier.findings), dossier.below_profile) == (told, 3 - told)


def test_a_comment_covers_its_own_line() -> None:
    content = f"{ROW} <!-- provenance: ignore[hashtag-residue] the fair's own -->\n\n{ROW}\n"
    assert reasons(judged(with_rows(content))) == ["the fair's own", None]


def test_a_comment_that_stands_alone_covers_the_next_block() -> None:
    content = f"<!-- provenance: ignore[hashtag-residue] -->\n\n{ROW}\n\n{ROW}\n"
    audit = judged(with_rows(content))
    assert reasons(audit) == ["comment", None]
    assert said(audit) == []


def test_a_comment_silences_only_the_rules_it_names() -> None:
    audit = judged(with_rows(f"{ROW} <!-- provenance: ignore[misspelt-name, hashtag-residue] both -->\n"))
    assert reasons(audit) == ["both"]
    assert said(audit) == ["the comment silences 'misspelt-name', which finds nothing here: remove it"]
    assert audit.notices[0].line == 1


@pytest.mark.parametrize(
    ("comment", "sentence"),
    [
        ("<!-- provenance: ignore[hashtag-residu] x -->", "silences 'hashtag-residu', which is not a rule"),
        ("<!-- provenance: ignore all of it -->", "the comment names no rule"),
    ],
)
def test_a_comment_that_cannot_work_is_told_of(comment: str, sentence: str) -> None:
    audit = judged(with_rows(f"{ROW} {comment}\n"))
    assert reasons(audit) == [None]
    assert sentence in said(audit)[0]


def test_a_comment_for_a_rule_that_is_not_in_force_is_not_called_unused() -> None:
    dossier = with_rows("<!-- provenance: ignore[hashtag-residue] -->\nText.\n")
    assert said(assess([dossier], (), (), RESEARCH, None)) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", PAGE),
        ("a.md", f"Text.\n\n<!-- provenance: ignore[hashtag-residue] meant -->\n{ROW}\n"),
        ("a.md", f"---\nprovenance: {{ignore: [hashtag-residue]}}\n---\n\nText.\n\n{ROW}\n"),
        ("a.md", f"---\nprovenance:\n  ignore:\n    - hashtag-residue\n---\n\nText.\n\n{ROW}\n"),
        ("a.txt", f"Text.\n{ROW} [sic]\n"),
    ],
)
def test_every_way_to_answer_a_finding_works_in_its_format(
    name: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    main(["audit", str(tmp_path / name), "--select", "hashtag-residue", "--format", "json"])
    document = json.loads(capsys.readouterr().out)
    (finding,) = document["articles"][0]["findings"]
    assert finding["suppressed"] in ("meant", "front matter", "[sic]")
    assert document["notices"] == []


def test_sic_answers_only_for_the_word_before_it() -> None:
    made = sample_audits.article("Ms Solhiem [sic] met Ms Solhiem and « Solhiem » (sic).\n")
    names = tuple(found(made, "misspelt-name", "error", "Solhiem", nth=number) for number in range(3))
    assert reasons(judged(Dossier(made, findings=names))) == ["[sic]", None, "[sic]"]


def test_a_pardon_of_the_configuration() -> None:
    pardon = Pardon(path="fair/*", rule="hashtag-residue", text="#TWO", reason="agreed")
    settings = Settings(profile=Profile.RESEARCH, pardons=(pardon,))
    audit = judged(with_rows(ROW + "\n", "fair/a.txt"), with_rows(ROW + "\n", "news/a.txt"), settings=settings)
    assert reasons(audit) == ["agreed", None]
    assert said(audit) == []


def test_a_pardon_that_is_over_or_unused_is_told_of() -> None:
    over = Pardon(rule="hashtag-residue", until=date(2031, 1, 1))
    unused = Pardon(path="a.txt", rule="misspelt-name")
    elsewhere = Pardon(path="other/*", rule="misspelt-name")
    settings = Settings(profile=Profile.RESEARCH, pardons=(over, unused, elsewhere), today=date(2031, 1, 2))
    audit = judged(with_rows(ROW + "\n"), settings=settings)
    assert reasons(audit) == [None]
    assert said(audit) == [
        '[[ignore]] rule = "hashtag-residue" ended on 2031-01-01: renew or remove it',
        '[[ignore]] path = "a.txt", rule = "misspelt-name" silences nothing in these articles: remove it',
    ]


def test_a_pardon_holds_on_its_last_day() -> None:
    pardon = Pardon(rule="hashtag-residue", until=date(2031, 1, 1))
    settings = Settings(profile=Profile.RESEARCH, pardons=(pardon,), today=date(2031, 1, 1))
    assert reasons(judged(with_rows(ROW + "\n"), settings=settings)) == ["configuration"]


# The baseline


def baseline_of(tmp_path: Path, *paths: str, capsys: pytest.CaptureFixture[str]) -> Path:
    main(["audit", *paths, "--select", "hashtag-residue", "--format", "json"])
    target = tmp_path / "baseline.json"
    target.write_text(capsys.readouterr().out, "utf-8")
    return target


def gate(*arguments: str) -> int:
    return main(["gate", *arguments, "--select", "hashtag-residue", "--fail-on", "warning"])


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(f"Text.\n\n{ROW}\n", "utf-8")
    return tmp_path


def test_known_findings_pass_wherever_they_move_and_new_ones_fail(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = str(baseline_of(archive, "a.txt", capsys=capsys))
    assert gate("a.txt") == 1
    assert gate("a.txt", "--baseline", known) == 0
    assert "1 suppressed" in capsys.readouterr().out
    (archive / "a.txt").write_text(f"A new first line.\n\nText.\n\n{ROW}\n", "utf-8")
    assert gate("a.txt", "--baseline", known) == 0
    (archive / "a.txt").write_text(f"Text.\n\n{ROW}\n\nMore.\n\n{ROW}\n", "utf-8")
    assert gate("a.txt", "--baseline", known) == 1


WORDS = st.lists(st.sampled_from(["harbour", "phare", "2031", "Odile", "–", "…", "é", "港"]), min_size=1, max_size=8)
LINES = st.lists(WORDS.map(" ".join), min_size=10, max_size=10)
TAGS = st.lists(st.sampled_from(["#one", "#two", "#port", "#été", "#Ville"]), min_size=4, max_size=6, unique=True)


def fingerprints(content: str) -> list[str]:
    settings = Settings(profile=Profile.RESEARCH, select=frozenset({"hashtag-residue"}))
    (dossier,) = audit_bytes(content.encode(), "a.txt", settings)
    return [finding.fingerprint for finding in dossier.findings]


@given(LINES, TAGS, TAGS)
def test_a_fingerprint_moves_with_its_words_and_goes_with_them(
    above: list[str], row: list[str], other: list[str]
) -> None:
    written = f"The fair opened early.\n\n{' '.join(row)}\n"
    (known,) = fingerprints(written)
    assert fingerprints("\n".join(above) + "\n\n" + written) == [known]
    (reworded,) = fingerprints(written.replace(" ".join(row), " ".join(other)))
    assert (reworded == known) == (row == other)


def test_the_baseline_follows_a_renamed_article(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = str(baseline_of(archive, "a.txt", capsys=capsys))
    (archive / "a.txt").rename(archive / "b.txt")
    assert gate("b.txt", "--baseline", known) == 0


def test_a_stale_entry_is_told_of(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = str(baseline_of(archive, "a.txt", capsys=capsys))
    (archive / "a.txt").write_text("Text.\n", "utf-8")
    assert gate("a.txt", "--baseline", known) == 0
    assert "the baseline holds a finding that is gone (hashtag-residue" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"schema": "other/1", "articles": []}', "[" * 100_000])
def test_a_baseline_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "b.json").write_text(content, "utf-8")
    with pytest.raises(ConfigError, match="baseline"):
        load_baseline(tmp_path / "b.json")


# Verdict and continuous integration


def test_suppressed_findings_fail_nothing() -> None:
    audit = Audit((with_rows(ROW + "\n"),))
    assert exit_code(audit, Level.WARNING) == 1
    assert exit_code(audit, Level.ERROR) == exit_code(audit, None) == 0
    pardoned = judged(*audit.dossiers, settings=Settings(pardons=(Pardon(rule="hashtag-residue"),)))
    assert exit_code(pardoned, Level.NOTE) == 0
    assert exit_code(Audit(), None) == 3


def test_in_github_actions_annotations_are_capped_and_the_rest_goes_to_the_summary(
    archive: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (archive / "a.txt").write_text("".join(f"Text {n}.\n\n#a{n} #b #c #d #e #f\n\n" for n in range(15)), "utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(archive / "summary.md"))
    assert gate("a.txt") == 1
    lines = capsys.readouterr().out.splitlines()
    assert len([line for line in lines if line.startswith("::warning file=a.txt,line=")]) == 10
    assert lines[-2:] == ["5 more findings are not shown here", "Failed: 1 article: 15 warnings"]
    assert (archive / "summary.md").read_text("utf-8").count("hashtag-residue") == 15


def test_only_what_fails_is_told(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["gate", "a.txt", "--select", "hashtag-residue,missing-attribution"])
    out = capsys.readouterr().out
    assert "missing-attribution" in out
    assert "hashtag-residue" not in out
    assert out.splitlines()[-1] == "Failed: 1 article: 1 error, 1 warning"
