"""Renews the parts of README.md that the code tells: `make readme`. A test holds them equal."""

import sys
from pathlib import Path

from provenance import audit, render
from provenance.inspection.rulebook import every_check

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
EXAMPLE = "fixtures/articles/fr-misspelt-name-and-literal-outlet.txt"


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


def renewed(text: str) -> str:
    for name, content in (("rules", rules()), ("example", example())):
        begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
        head, _, rest = text.partition(begin)
        _, _, tail = rest.partition(end)
        text = f"{head}{begin}\n{content}\n{end}{tail}"
    return text


if __name__ == "__main__":
    README.write_text(renewed(README.read_text("utf-8")), "utf-8")
    sys.stdout.write("README.md renewed\n")
