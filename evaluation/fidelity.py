"""Differences from an origin: figures, days and names changed on purpose in professional translations, real errors
found in such translations, and faithful ones that must stay silent.

    python -m evaluation.fidelity CORPORA [--half 0|1] [--sample N] [--list]

The scorer that comes with the data judges the runs. `--list` prints what was told of faithful translations and what was
missed.
"""

import argparse
import csv
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.links import drawn
from evaluation.scorers import scorer
from provenance.model.comparison import Difference, Kind
from provenance.model.dossier import Dossier
from provenance.model.settings import Declared, Settings
from provenance.pipeline import audit_article, read_articles

Row = dict[str, str]
Wanted = Callable[[str], bool]

LANGUAGES = ("fra", "spa", "deu", "ita", "por", "nld")
CODES = {"fra": "fr", "spa": "es", "deu": "de", "ita": "it", "por": "pt", "nld": "nl", "dan": "da", "swe": "sv"}
MEASURED: Mapping[str, tuple[tuple[Kind, ...], tuple[str, ...]]] = {
    "figure": ((Kind.FIGURE, Kind.DATE), ("number", "scale")),
    "date": ((Kind.DATE,), ("date",)),
    "name": ((Kind.NAME,), ("name_typo", "name_swap")),
}
"""What each measure takes for found, and the changes it is looked for in."""

ALARMING = {"figure": Kind.FIGURE, "date": Kind.DATE, "name": Kind.NAME}
IN_THE_GATE = 3
"""One document in so many is measured by `make evaluate`."""


class Documents:
    """The texts of a folder of chains; origins are read once."""

    def __init__(self, chains: Path, *names: str) -> None:
        self.texts: dict[str, dict[str, Any]] = {}
        for name in names:
            with (chains / f"{name}_docs.jsonl").open(encoding="utf-8") as lines:
                self.texts |= {record["id"]: record for record in map(json.loads, lines)}
        self.origin = cache(self.dossier)

    def sentences(self, row: Row) -> tuple[str, str]:
        """A translation whose text is not at hand, as the one sentence that is; returns its key and its origin's."""
        made, source = (f"{row['id']} {row['sentence']} {side}" for side in ("translated", "source"))
        self.texts[made] = {"lang": CODES[row["id"].split(":")[1][:3]], "text": row["translation_sentence"]}
        self.texts[source] = {"lang": "en", "text": row["source_sentence"]}
        return made, source

    def dossier(self, key: str, *origins: Dossier) -> Dossier:
        record = self.texts[key]
        settings = Settings(declared=Declared(record["lang"]))
        (article,) = read_articles(record["text"].encode(), f"{key.replace(':', '-')}.txt")
        return audit_article(article, settings, (), origins)

    def differences(self, article: str, origin: str) -> tuple[Difference, ...]:
        comparison = self.dossier(article, self.origin(origin)).comparison
        return comparison.differences if comparison else ()


def table(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def controlled(chains: Path, wanted: Wanted, report: Callable[[str], object]) -> dict[str, float]:
    """The changes made by a script: what share is found, and in what share of the faithful texts anything is told."""
    documents = Documents(chains, "drift")
    rows = [row for row in table(chains / "drift_pairs.tsv") if wanted(row["id_a"])]
    rows = [row for row in rows if row["id_b"].split(":")[1] in LANGUAGES]
    told = {row["id_b"]: documents.differences(row["id_b"], row["id_a"]) for row in rows if is_scored(row)}
    figures: dict[str, float] = {}
    for name, (kinds, changes) in MEASURED.items():
        for row in rows:
            if row["relation"] in changes and not any(hits(each, row["after"], kinds) for each in told[row["id_b"]]):
                report(f"missed {row['id_b']}: {row['before']} -> {row['after']}")
        result = scored(chains, rows, told, kinds)
        figures |= {f"{change}_found": result[change]["recall_right_token"] for change in changes if change in result}
        alarms = scored(chains, rows, told, (ALARMING[name],))["clean"]["false_alarm"]
        figures[f"{name}_alarms"] = alarms
    for row in rows:
        if row["relation"] == "clean":
            for each in told[row["id_b"]]:
                report(f"told of {row['id_b']}: {each.kind} {each.said} | {each.meant} {each.confidence}")
    return figures


def is_scored(row: Row) -> bool:
    return row["relation"] == "clean" or any(row["relation"] in changes for _, changes in MEASURED.values())


def hits(difference: Difference, words: str, kinds: tuple[Kind, ...]) -> bool:
    said, sought = difference.said.lower(), words.lower()
    return difference.kind in kinds and (sought in said or said in sought)


def scored(
    chains: Path, rows: list[Row], told: Mapping[str, tuple[Difference, ...]], kinds: tuple[Kind, ...]
) -> dict[str, Any]:
    """What the scorer says of the differences of some kinds."""
    module = scorer(chains / "score_links.py")
    with TemporaryDirectory() as folder:
        here = Path(folder)
        lines = ["\t".join(rows[0]), *("\t".join(row.values()) for row in rows if row["id_b"] in told)]
        (here / "drift_pairs.tsv").write_text("\n".join(lines) + "\n", "utf-8")
        with (here / "run.tsv").open("w", encoding="utf-8") as run:
            for key, found in told.items():
                words = [" ".join(each.said.split()) for each in found if each.kind in kinds]
                run.write("\t".join([key, "1" if words else "0", *words]) + "\n")
        result: dict[str, Any] = module.drift(argparse.Namespace(dir=folder, run=here / "run.tsv", threshold=0.5))
        return result


def natural(chains: Path, wanted: Wanted, report: Callable[[str], object]) -> dict[str, float]:
    """Real errors of published translations: the share that is found, and how many harmless differences are told."""
    documents = Documents(chains, "xl", "drift")
    found, errors, alarms = 0, 0, 0
    for row in table(chains / "drift_natural.tsv"):
        document = row["id"].split(":")[-1]
        if not wanted(document):
            continue
        keys = (row["id"], f"ntrex:eng:{document}")
        told = documents.differences(*(keys if row["id"] in documents.texts else documents.sentences(row)))
        hit = any(hits(each, row["in_translation"], tuple(Kind)) for each in told)
        if row["verdict"] == "error":
            errors += 1
            found += hit
        elif row["verdict"] == "ok":
            alarms += hit
        if hit != (row["verdict"] == "error"):
            report(f"{row['verdict']} {row['id']}: {row['in_translation']} | {row['in_source']}")
    return {"natural_found": found / (errors or 1), "natural_alarms": float(alarms)}


def measure(corpora: Path) -> dict[str, float]:
    """A sample of the changed translations, and all real errors."""
    chains = corpora / "chains"
    sampled = controlled(chains, lambda key: drawn(key, IN_THE_GATE, "sample") == 0, str)
    return sampled | natural(chains, lambda _key: True, str)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.fidelity", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1), help="only this half of the documents")
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="one document in N")
    parser.add_argument("--list", action="store_true", help="print what was told wrongly and what was missed")
    options = parser.parse_args()

    def wanted(key: str) -> bool:
        chosen = options.half is None or drawn(key, 2, "half") == options.half
        return chosen and drawn(key, options.sample, "sample") == 0

    start, report = time.process_time(), print if options.list else str
    for measured in measures(options.corpora / "chains", wanted, report):
        for figure, value in measured.items():
            print(f"{figure:32} {value:.4f}")
    print(f"  {time.process_time() - start:.0f} CPU s", file=sys.stderr, flush=True)
    return 0


def measures(chains: Path, wanted: Wanted, report: Callable[[str], object]) -> Iterator[dict[str, float]]:
    yield controlled(chains, wanted, report)
    yield natural(chains, wanted, report)


if __name__ == "__main__":
    sys.exit(main())
