"""`fix`: it changes the words it names and nothing else, never a quotation, and a second run changes nothing."""

import codecs
import os
import stat
from pathlib import Path

import pytest
import sample_audits
from hypothesis import given
from hypothesis import strategies as st

from provenance.cli import main
from provenance.mending.quoted import is_someone_elses
from provenance.mending.rewrite import Left, rewrite
from provenance.model.article import Article
from provenance.model.finding import Finding, Level, Message
from provenance.model.record import replace
from provenance.model.settings import Declared, Profile, Settings
from provenance.model.text import Source, Span, Text
from provenance.pipeline import audit_bytes

STORY = (
    "Le port rouvre\nPar Odile Vasseur\n3 mars 2031\n\n"
    "Le port de Valdemar rouvre lundi, après un hiver de travaux. Selon Odile Grandvaux, tout tient. "
    "Odile Grandvaux préside le port. Grandvuax a signé.\n\n"
    "« Il faut attendre, dit-elle, et voir ce que Grandvuax en dira. »\n"
)


def seen(words: str, right: str, content: str, *, safe: bool = True, confidence: float = 1.0) -> Finding:
    start = content.index(words)
    span = Span(start, start + len(words))
    return Finding("misspelt-name", Level.ERROR, span, Message({"en": "why"}), right, safe, confidence)


def made(content: str, encoding: str = "utf-8") -> Article:
    return replace(sample_audits.article(content), text=Text(content, Source(content, encoding)))


def fixed(content: str, *findings: Finding, unsafe: bool = False) -> str:
    return rewrite(content.encode(), made(content), findings, unsafe=unsafe).data.decode()


def story(folder: Path, data: bytes | None = None) -> Path:
    file = folder / "port.txt"
    file.write_bytes(STORY.encode() if data is None else data)
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_stay(encoding: str, mark: bytes, end: str) -> None:
    content = f"Été{end}Ms Solhiem spoke.{end}{end}"
    data = mark + content.encode(encoding)
    result = rewrite(data, made(content, encoding), [seen("Solhiem", "Solheim", content)], unsafe=False)
    assert result.data == mark + content.replace("Solhiem", "Solheim").encode(encoding)


def test_bytes_the_text_does_not_make_are_left_alone() -> None:
    content = "Ms Solhiem \ufffd spoke."
    data = content.encode().replace("\ufffd".encode(), b"\xff")
    result = rewrite(data, made(content), [seen("Solhiem", "Solheim", content)], unsafe=True)
    assert (result.data, result.left[Left.SPELT]) == (data, 1)


def test_a_sign_the_encoding_lacks_is_not_written() -> None:
    content = "Vraiment! dit-il."
    finding = seen("t!", "t\u202f!", content)
    result = rewrite(content.encode("cp1252"), made(content, "cp1252"), [finding], unsafe=True)
    assert (result.made, result.left[Left.SPELT]) == ((), 1)


def test_only_safe_replacements_unless_told_otherwise() -> None:
    content = "Ms Solhiem spoke."
    finding = seen("Solhiem", "Solheim", content, safe=False)
    assert fixed(content, finding) == content
    assert fixed(content, finding, unsafe=True) == "Ms Solheim spoke."


def test_suppressed_findings_are_not_fixed() -> None:
    content = "Ms Solhiem spoke."
    assert fixed(content, replace(seen("Solhiem", "Solheim", content), suppressed="[sic]")) == content


@pytest.mark.parametrize(
    "content",
    [
        "Il a dit « Grandvuax part » hier.",
        "He said “Grandvuax leaves” today.",
        'He said "Grandvuax leaves" today.',
        "He said ‘Grandvuax leaves’ today.",
        "He said 'Grandvuax leaves' today.",
        "Er sagte: „Grandvuax geht“.",
        "„Das“, sagte er. „Grandvuax geht",
        "— Grandvuax part, dit-il.",
        "– Grandvuax parte, dijo.",
    ],
)
def test_a_quotation_is_never_changed(content: str) -> None:
    finding = seen("Grandvuax", "Grandvaux", content)
    assert is_someone_elses(made(content), finding.span)
    assert fixed(content, finding, unsafe=True) == content


@pytest.mark.parametrize(
    "content",
    ["L’eau monte, dit Grandvuax. L’eau d’hier.", "It’s Grandvuax’s boat.", "« Oui », dit Grandvuax. « Non »"],
)
def test_what_stands_beside_a_quotation_is_no_quotation(content: str) -> None:
    assert fixed(content, seen("Grandvuax", "Grandvaux", content)) == content.replace("Grandvuax", "Grandvaux")


def test_of_two_that_overlap_the_more_certain_is_made() -> None:
    content = "Ms Anna Solhiem spoke."
    wide = seen("Anna Solhiem", "Ana Solheim", content, confidence=0.9)
    assert fixed(content, wide, seen("Solhiem", "Solheim", content)) == "Ms Anna Solheim spoke."


@given(
    st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80), st.text(max_size=5)), max_size=8)
)
def test_everything_outside_the_replaced_words_stays(content: str, places: list[tuple[int, int, str]]) -> None:
    content = content.encode("utf-8", "ignore").decode()
    findings = []
    for one, other, words in places:
        span = Span(*sorted((min(one, len(content)), min(other, len(content)))))
        findings.append(Finding("spacing", Level.NOTE, span, Message({"en": "why"}), words, True))
    result = rewrite(content.encode(), made(content), findings, unsafe=True)
    back, shift = result.data.decode(), 0
    for replacement in result.made:
        start = replacement.raw.start + shift
        assert back[start : start + len(replacement.words)] == replacement.words
        shift += len(replacement.words) - (replacement.raw.end - replacement.raw.start)
    kept = [content[one.raw.end : other.raw.start] for one, other in zip(result.made, result.made[1:], strict=False)]
    assert all(part in back for part in kept)


def test_in_place_then_nothing_is_left_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = story(tmp_path)
    assert main(["fix", str(file), "--unsafe", "--profile", "research"]) == 0
    once = file.read_bytes()
    assert once.decode() == STORY.replace("Grandvuax a signé", "Grandvaux a signé")
    capsys.readouterr()
    assert main(["fix", str(file), "--unsafe", "--profile", "research"]) == 0
    assert file.read_bytes() == once
    assert capsys.readouterr().out.startswith("nothing to replace; left as they are: ")


def test_the_diff_shows_and_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = story(tmp_path)
    assert main(["fix", str(file), "--unsafe", "--profile", "research", "--diff"]) == 0
    told = capsys.readouterr()
    assert file.read_bytes() == STORY.encode()
    assert told.out.startswith(f"--- a/{file.as_posix()}\n+++ b/{file.as_posix()}\n@@")
    assert "Grandvaux a signé" in told.out
    assert "possible" in told.err


def test_rights_and_links_stay(tmp_path: Path) -> None:
    file = story(tmp_path)
    file.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    assert main(["fix", str(link), "-q", "--unsafe", "--profile", "research"]) == 0
    assert link.is_symlink()
    assert b"Grandvaux a" in file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["link.txt", "port.txt"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    from provenance.terminal.rewriting import replace_file

    file = story(tmp_path)
    assert not replace_file(str(file), b"something else", b"new")
    assert file.read_bytes() == STORY.encode()
    assert os.listdir(tmp_path) == ["port.txt"]


def test_what_cannot_be_read_makes_the_run_incomplete(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", str(story(tmp_path)), str(tmp_path / "absent.txt")]) == 3
    assert "absent.txt: there is no such file" in capsys.readouterr().err


def test_standard_input_is_only_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "-"]) == 2
    assert "--diff" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_comments_are_no_text_of_the_article(tmp_path: Path, suffix: str) -> None:
    text = "Le bal a lieu <!-- provenance: ignore[weekday-mismatch] voulu;a  b ,c --> samedi 24 juin 2030 au parc.\n"
    path = tmp_path / f"a.{suffix}"
    path.write_text(text, "utf-8")
    main(["fix", "--unsafe", "--language", "fr", "--select", "spacing,weekday-mismatch", str(path)])
    assert path.read_text("utf-8") == text
    (dossier,) = audit_bytes(path.read_bytes(), path.name, Settings(Profile.RESEARCH, declared=Declared(language="fr")))
    assert not [finding for finding in dossier.findings if finding.rule == "spacing"]
