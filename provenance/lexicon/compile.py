"""Compile the TOML of the lexicon to JSON, which a start can afford to read: `python -m provenance.lexicon.compile`."""

import json
from pathlib import Path

from provenance.lexicon.tables import COMPILED, HERE, parse


def compile_all(target: Path = COMPILED) -> list[Path]:
    """Write one JSON file for each TOML file; returns what was written."""
    written = []
    for source in sorted(HERE.glob("*/*.toml")):
        compiled = target / source.parent.name / f"{source.stem}.json"
        compiled.parent.mkdir(parents=True, exist_ok=True)
        compiled.write_text(json.dumps(parse(source), ensure_ascii=False, separators=(",", ":"), default=str), "utf-8")
        written.append(compiled)
    return written


if __name__ == "__main__":
    print(f"compiled {len(compile_all())} tables")
