"""Speed as ratios, all taken in one run: `make bench`.

Times are CPU seconds (user + system) of fresh processes, the least of a few runs. The machine’s own speed cancels out
in the ratios: cold start against a bare Python, throughput against codespell on the same files.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter

from benchmarks.corpus import write, write_pages

OURS = (sys.executable, "-m", "provenance")
LINE = "Le pont de la Sarre rouvrira lundi, a annoncé la mairie. Les travaux ont duré un an.\n"

AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""An installed command finds its modules compiled."""


def cpu_seconds(command: Sequence[str], *, runs: int = 3) -> float:
    """The least CPU time of a command over a few fresh processes; its findings and output do not matter."""
    best = float("inf")
    for _ in range(runs):
        before = getrusage(RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=AS_INSTALLED)  # noqa: S603
        after = getrusage(RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def wall_seconds(command: Sequence[str], *, runs: int = 2) -> float:
    """The least time on the clock."""
    best = float("inf")
    for _ in range(runs):
        before = perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=AS_INSTALLED)  # noqa: S603
        best = min(best, perf_counter() - before)
    return best


def cold_start(folder: Path) -> None:
    plain, with_url = folder / "plain.txt", folder / "url.txt"
    plain.write_text("Par Odile Vasseur\n" + LINE * 10, "utf-8")
    with_url.write_text(plain.read_text("utf-8") + "Source : https://www.example.com/2031/03/03/pont/\n", "utf-8")
    bare = cpu_seconds([sys.executable, "-c", "pass"], runs=5)
    print(f"{'cold start':34} {'CPU s':>8} {'x bare Python':>14}")
    print(f"{'  python -c pass':34} {bare:8.3f} {1:14.1f}")
    for name, path in (("a short article", plain), ("a short article with a URL", with_url)):
        for form in ("table", "json"):
            spent = cpu_seconds([*OURS, "audit", str(path), "--format", form, "--no-cache"], runs=5)
            print(f"  {f'{name}, {form}':32} {spent:8.3f} {spent / bare:14.1f}")


def throughput(folder: Path, *, megabytes: float, language: str) -> None:
    """Articles of 20 kB, as long as news gets: 100 MB are 5,000 files."""
    many = folder / language
    many.mkdir()
    files = max(1, int(megabytes * 50))
    size = write(many, files=files, size=20_000, language=language) / 1e6
    report(many, f"{language}, {files} files, {size:.0f} MB", size)


def pages(folder: Path, *, count: int) -> None:
    """Saved pages of 200 kB."""
    many = folder / "pages"
    many.mkdir()
    size = write_pages(many, pages=count, size=200_000) / 1e6
    seconds = report(many, f"{count} pages of 200 kB", size)
    print(f"  {'':32} {'':8} {count / seconds:8.2f} pages a CPU second")


def report(many: Path, name: str, size: float) -> float:
    """Print what a report of a folder costs, beside codespell on the same files; returns the CPU seconds."""
    target = many.parent / "report.csv"
    ours = cpu_seconds([*OURS, "report", str(many), "-o", str(target), "--no-cache"], runs=1)
    line = f"  {name:32} {ours:8.2f} {size / ours:8.2f} MB/s"
    if codespell := shutil.which("codespell", path=str(Path(sys.executable).parent)):
        peer = cpu_seconds([codespell, str(many)], runs=1)
        line += f"   codespell {size / peer:8.2f} MB/s   ratio {peer / ours:5.3f}"
    print(line, flush=True)
    return ours


def again(folder: Path, *, files: int) -> None:
    """A second run over files that did not change, and two processes beside one."""
    many = folder / "again"
    many.mkdir()
    write(many, files=files, size=5_000)
    command = [*OURS, "report", str(many), "-o", str(folder / "again.csv")]
    kept = [*command, "--cache-dir", str(folder / "cache")]
    cold, warm = cpu_seconds(kept, runs=1), cpu_seconds(kept)
    print(f"  {f'{files} files of 5 kB, cold':32} {cold:8.2f} {1:14.2f}")
    print(f"  {'  the same, warm':32} {warm:8.2f} {warm / cold:14.2f}", flush=True)
    print(f"{'processes':34} {'seconds':>8} {'x one':>14}")
    one, two = (wall_seconds([*command, "--no-cache", "--jobs", jobs]) for jobs in ("1", "2"))
    print(f"  {f'{files} files of 5 kB, --jobs 1':32} {one:8.2f} {1:14.2f}")
    print(f"  {'  the same, --jobs 2':32} {two:8.2f} {two / one:14.2f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--megabytes", type=float, default=5, help="text for each language (default 5)")
    parser.add_argument("--language", action="append", help="default: fr and en")
    parser.add_argument("--pages", type=int, default=20, help="saved pages of 200 kB (default 20)")
    parser.add_argument("--files", type=int, default=1000, help="articles for a second run and for two processes")
    parser.add_argument("--archive", action="store_true", help="also 5,000 articles, 100 MB")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cold_start(Path(folder))
        print(f"{'all rules':34} {'CPU s':>8}")
        for language in options.language or ("fr", "en"):
            throughput(Path(folder), megabytes=options.megabytes, language=language)
        pages(Path(folder), count=options.pages)
        print(f"{'kept results':34} {'CPU s':>8} {'x cold':>14}")
        again(Path(folder), files=options.files)
        if options.archive:
            archive = Path(folder) / "archive"
            archive.mkdir()
            throughput(archive, megabytes=100, language="fr")


if __name__ == "__main__":
    main()
