"""Measures quality on real labelled data and guards it: `make evaluate`.

Every module of this folder with a `measure(corpora) -> {figure: value}` is a measurement. Figures may not fall below
`baseline.json` (beyond the tolerance); names that end in `_alarms` or `_errors` may not rise above it.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

HERE = Path(__file__).parent
BASELINE = HERE / "baseline.json"
TOLERANCE = 0.002
LOWER_IS_BETTER = ("_alarms", "_errors")


def measurements() -> dict[str, object]:
    found = {}
    for module in sorted(iter_modules([str(HERE)]), key=lambda module: module.name):
        if not module.name.startswith("__"):
            loaded = import_module(f"evaluation.{module.name}")
            if hasattr(loaded, "measure"):
                found[module.name] = loaded
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("only", nargs="*", help="measurements to take; all by default")
    parser.add_argument("--write-baseline", action="store_true", help="write what was measured as the new baseline")
    options = parser.parse_args()
    corpora = os.environ.get("PROVENANCE_CORPORA", "")
    if not corpora or not Path(corpora).is_dir():
        print("PROVENANCE_CORPORA names no folder: nothing was measured", file=sys.stderr)
        return 0
    known = measurements()
    if unknown := set(options.only) - set(known):
        parser.error(f"unknown measurement {', '.join(sorted(unknown))}; there are: {', '.join(known)}")
    figures: dict[str, float] = {}
    for name, module in known.items():
        if options.only and name not in options.only:
            continue
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        taken = module.measure(Path(corpora))  # type: ignore[attr-defined]
        figures |= {f"{name}.{figure}": round(value, 4) for figure, value in taken.items()}
    baseline: dict[str, float] = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else {}
    fallen = show(figures, baseline)
    if options.write_baseline:
        kept = {key: value for key, value in baseline.items() if options.only and key.split(".")[0] not in options.only}
        BASELINE.write_text(json.dumps(dict(sorted((kept | figures).items())), indent=1) + "\n", "utf-8")
        print(f"wrote {BASELINE.relative_to(Path.cwd())}")
        return 0
    if fallen:
        print(f"\n{len(fallen)} figures fell below the baseline: {', '.join(fallen)}")
    return 1 if fallen else 0


def show(figures: Mapping[str, float], baseline: Mapping[str, float]) -> list[str]:
    """Print every figure beside its baseline; returns those that fell."""
    fallen = []
    for key, value in figures.items():
        before = baseline.get(key)
        verdict = ""
        if before is not None:
            change = before - value if key.endswith(LOWER_IS_BETTER) else value - before
            if change < -TOLERANCE:
                fallen.append(key)
                verdict = "  FELL"
        print(f"{key:58} {value:9.4f}   {'' if before is None else f'baseline {before:.4f}'}{verdict}")
    return fallen


if __name__ == "__main__":
    sys.exit(main())
