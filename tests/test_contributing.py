"""Adding a check, a format or a reader touches one file of code: each example is added as it is, and works."""

import subprocess
import sys
from pathlib import Path

import pytest

from provenance.readers.shelf import every_format, suffixes
from tools.docs import DOCS

EXAMPLES = {
    "checks": ("shouting_headline.py", "provenance.checks"),
    "reports": ("names.py", "provenance.reports"),
    "readers": ("subtitles.py", "provenance.readers.formats"),
}
RUN = """
import importlib, sys
for shelf, folder in [pair.split("=") for pair in sys.argv[1].split(",")]:
    importlib.import_module(shelf).__path__.append(folder)
from provenance.cli import main
sys.exit(main(sys.argv[2:]))
"""


def with_examples(*arguments: str) -> str:
    shelves = ",".join(f"{shelf}={DOCS / 'examples' / folder}" for folder, (_, shelf) in EXAMPLES.items())
    command = [sys.executable, "-c", RUN, shelves, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def test_a_check_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# LE PHARE ROUVRE EN JUIN\n\nPar Odile Vasseur\n\nIl rouvre.\n", "utf-8")
    options = ("--select", "shouting-headline", "--profile", "research", "--format", "text")
    assert "note shouting-headline the headline shouts" in with_examples("audit", str(tmp_path), *options)
    assert "shouting-headline" in with_examples("rules")
    assert "le titre crie" in with_examples("audit", str(tmp_path), *options, "--locale", "fr")


def test_a_format_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Par Odile Vasseur et Jan Brun\n\nLe phare rouvre en juin.\n", "utf-8")
    assert with_examples("audit", str(tmp_path), "--format", "names") == "Jan Brun\nOdile Vasseur\n"
    assert "names" in with_examples("audit", "--help")


def test_a_reader_is_one_file(tmp_path: Path) -> None:
    times = "00:00:01,000 --> 00:00:04,000"
    cues = f"1\n{times}\nLe phare rouvrira en juin, dit-elle.\n\n2\n{times}\nLe pont aussi.\n"
    (tmp_path / "a.srt").write_text(cues, "utf-8")
    found = with_examples("audit", str(tmp_path), "--profile", "research", "--format", "json")
    assert "a.srt" in found
    assert '"failures": []' in found
    assert "missing-attribution" in found


@pytest.mark.parametrize("folder", EXAMPLES)
def test_the_diff_is_as_long_as_the_documentation_says(folder: str) -> None:
    name, _ = EXAMPLES[folder]
    lines = len((DOCS / "examples" / folder / name).read_text("utf-8").splitlines())
    assert f"1 file changed, {lines} insertions(+)" in (DOCS / "contributing.md").read_text("utf-8")


def test_every_format_declares_what_the_shelf_asks_of_it() -> None:
    assert set(every_format()) >= {"plain", "markdown", "html"}
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes())
    assert list(suffixes()).index(".html.gz") < list(suffixes()).index(".html")


def test_a_start_imports_no_reader_that_is_not_needed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Par Odile Vasseur\n\nLe phare rouvre en juin.\n", "utf-8")
    look = (
        "import sys; from provenance.cli import main; main(sys.argv[1:]); "
        "print([name for name in sys.modules if name in ('bs4', 'provenance.readers.markdown')])"
    )
    command = [sys.executable, "-c", look, "audit", str(tmp_path / "a.txt"), "-q", "--no-cache"]
    run = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    assert run.stdout.rstrip().endswith("[]")
