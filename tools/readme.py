"""Renews the parts of README.md that the code tells: `make readme`. A test holds them equal."""

import contextlib
import io
import sys
from pathlib import Path

from provenance import audit, render
from provenance.cli import main
from provenance.inspection.rulebook import every_check

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
EXAMPLE = "fixtures/articles/fr-misspelt-name-and-literal-outlet.txt"
CHAINS = "fixtures/chains"
LAST = f"{CHAINS}/5-hafenblatt.html"


def rules() -> str:
    """A table of every rule: its id, level and what it finds."""
    lines = ["| rule | level | what it finds |", "|---|---|---|"]
    for check in sorted(every_check(), key=lambda check: (-check.rule.level.rank, check.rule.id)):
        lines.append(f"| `{check.rule.id}` | {check.rule.level} | {check.rule.summary} |")
    return "\n".join(lines)


def example() -> str:
    """What a person sees for one article of the fixtures."""
    report = render(audit(ROOT / EXAMPLE, profile="editor"), "table").replace(f"{ROOT}/", "")
    return f"```console\n$ provenance audit --profile editor {EXAMPLE}\n{report.rstrip()}\n```"


def story() -> str:
    """What a trace tells of the last article of a story that went through five outlets and four languages."""
    data = io.BytesIO()
    said = io.TextIOWrapper(data, "utf-8", newline="")
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(said):
        main(["trace", CHAINS])
        said.flush()
    parts = data.getvalue().decode("utf-8").split("\n\n")
    told = next(part for part in parts if part.startswith(LAST))
    summary = next(part for part in parts if "independent" in part)
    return f"```console\n$ provenance trace {CHAINS}\n…\n\n{told}\n\n{summary}\n```"


def renewed(text: str) -> str:
    for name, content in (("rules", rules()), ("example", example()), ("story", story())):
        begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
        head, _, rest = text.partition(begin)
        _, _, tail = rest.partition(end)
        text = f"{head}{begin}\n{content}\n{end}{tail}"
    return text


if __name__ == "__main__":
    README.write_text(renewed(README.read_text("utf-8")), "utf-8")
    sys.stdout.write("README.md renewed\n")
