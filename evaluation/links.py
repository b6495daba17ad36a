"""Undeclared links: translations found among thousands, copies and rewrites told from neighbours on the same event.

    python -m evaluation.links CORPORA [SET ...] [--half 0|1] [--sample N]

The scorer that comes with the data judges the runs. The numbers of `provenance/lineage/judgement.py` were found on half
0 of the documents alone, half 1 tells what they are worth. `--sample N` takes one document in N.
"""

import argparse
import hashlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.scorers import scorer
from provenance.lineage.inference import Pair, is_link, judged
from provenance.lineage.leaf import Leaf, Sentences, sentences_of
from provenance.lineage.library import Library
from provenance.model.text import Span, plain

Record = dict[str, Any]
Pairs = list[dict[str, str]]

SEVEN = ("fra", "spa", "deu", "ita", "por", "nld")
ALPHABETIC = ("pol", "tur", "vie", "ind", "fin", "ces", "hun", "rus", "ukr")
OTHER_SCRIPTS = ("arb", "heb", "ell", "hin", "zho-CN", "jpn", "kor")
SAME_EVENT = 1.5
"""Rating up to which two articles tell the same event (1 is the same, 4 another)."""

COPIED_ANYWAY = 0.3
"""Share of copied rows of words from which two articles on one event are no two originals."""

IN_THE_GATE = {"xl": 4, "topic": 4, "near": 4, "wire": 1, "samestory": 1}
"""One document in so many is measured by `make evaluate`. Wire stories only make sense together."""


def leaf(record: Record) -> Leaf:
    title, body = record.get("title") or "", record["text"]
    text = plain(body if title and body.startswith(title) else f"{title}\n{body}")
    spans = [span for line in re.finditer(r"[^\n]+", text) for span in sentences_of(text, Span(*line.span()))]
    day = re.match(r"\d{4}-\d\d-\d\d", record.get("date") or "")
    return Leaf(
        record["id"],
        record["lang"],
        text,
        Sentences(spans),
        date.fromisoformat(day[0]) if day else None,
        record.get("site"),
    )


def records(chains: Path, name: str) -> list[Record]:
    with (chains / f"{name}_docs.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def pairs(chains: Path, name: str) -> Pairs:
    lines = (chains / f"{name}_pairs.tsv").read_text("utf-8").splitlines()
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"), strict=False)) for line in lines[1:] if line]


def drawn(key: str, parts: int, salt: str) -> int:
    """Which of so many parts a document is in, with all its versions."""
    document = re.sub(r"#.*", "", key).split(":")[-1]
    return int(hashlib.sha256(f"{salt}|{document}".encode()).hexdigest(), 16) % parts


def half_of(key: str) -> int:
    return drawn(key, 2, "half")


Wanted = Callable[[str], bool]


def ranked(chains: Path, name: str, wanted: Wanted) -> Iterator[tuple[str, str, str, float]]:
    """Query, language of the pool, candidate and confidence."""
    leaves = {record["id"]: (leaf(record), record.get("role")) for record in records(chains, name)}
    library = Library()
    for one, role in leaves.values():
        if role in ("pool", "both"):
            library.add(one)
    for row in pairs(chains, name):
        if wanted(row["id_a"]):
            for other, _, judgement in judged(leaves[row["id_a"]][0], library.shelves[row["pool_lang"]]):
                yield row["id_a"], row["pool_lang"], other.key, judgement.confidence


def linked(chains: Path, name: str, wanted: Wanted) -> Iterator[tuple[str, str]]:
    """The pairs of one language that are linked, each once."""
    library = Library()
    for record in records(chains, name):
        if wanted(record["id"]):
            library.add(leaf(record))
    seen: set[frozenset[str]] = set()
    for shelf in library.shelves.values():
        for one in shelf.leaves:
            for other, _, judgement in judged(one, shelf):
                if judgement.is_link and (pair := frozenset((one.key, other.key))) not in seen:
                    seen.add(pair)
                    yield one.key, other.key


def scored(chains: Path, name: str, wanted: Wanted) -> dict[str, Any]:
    """What the scorer says of a run over the wanted documents."""
    module = scorer(chains / "score_links.py")
    with TemporaryDirectory() as folder:
        here, rows = Path(folder), [row for row in pairs(chains, name) if wanted(row["id_a"])]
        searching = name in ("xl", "topic")
        kept = [record for record in records(chains, name) if searching or wanted(record["id"])]
        known = {record["id"] for record in kept}
        rows = [row for row in rows if searching or row["id_b"] in known]
        lines = (json.dumps(record, ensure_ascii=False) for record in kept)
        (here / f"{name}_docs.jsonl").write_text("\n".join(lines), "utf-8")
        table = "\n".join("\t".join(row.values()) for row in [dict(zip(rows[0], rows[0], strict=True)), *rows])
        (here / f"{name}_pairs.tsv").write_text(table + "\n", "utf-8")
        run = (ranked if searching else linked)(chains, name, wanted)
        (here / "run.tsv").write_text("".join("\t".join(map(str, row)) + "\n" for row in run), "utf-8")
        judged_by = argparse.Namespace(dir=folder, run=here / "run.tsv", threshold=None)
        result: dict[str, Any] = module.xl(judged_by, name) if searching else module.near(judged_by, name)
        return result


def found(result: dict[str, Any], *groups: str, task: str = "translation_of>en") -> float:
    """Recall at rank 1 over groups of queries."""
    entries = [result[key] for group in groups if (key := f"{task}|{group}") in result]
    count = sum(entry["n"] for entry in entries)
    return float(sum(entry["n"] * entry["recall@1"] for entry in entries) / count) if count else 1.0


def measure_xl(chains: Path, wanted: Wanted) -> dict[str, float]:
    result = scored(chains, "xl", wanted)
    figures = {
        "whole_seven_languages": found(result, *SEVEN),
        "whole_other_alphabets": found(result, *ALPHABETIC),
        "whole_other_scripts": found(result, *OTHER_SCRIPTS),
        "cut_to_30_percent": found(result, "ALL", task="abridged30_of>en"),
        "lead_only": found(result, "ALL", task="lead3_of>en"),
        "headline_only": found(result, "ALL", task="headline_of>en"),
    }
    for key, entry in result.items():
        if key.startswith("open-set fr+es+de") and key.endswith("0.01"):
            figures["open_set_at_1_percent_false"] = entry["recall"]
    return figures


def measure_topic(chains: Path, wanted: Wanted) -> dict[str, float]:
    result = scored(chains, "topic", wanted)
    return {f"one_topic_{group.lower()}": found(result, group) for group in ("fr", "es-LA", "ru", "zh", "ar")}


def measure_near(chains: Path, wanted: Wanted) -> dict[str, float]:
    result = scored(chains, "near", wanted)
    return {"copies_f1": result["f1"], "copies_ari": result["ARI"]}


def measure_wire(chains: Path, wanted: Wanted) -> dict[str, float]:
    result = scored(chains, "wire", wanted)
    wrong = str(result["template_negatives_linked"] or "0/0").partition("/")[0]
    return {"wire_f1": result["f1"], "template_alarms": float(wrong)}


def measure_samestory(chains: Path, wanted: Wanted) -> dict[str, float]:
    """The share of pairs on one event, told in two outlets' own words, that are called a copy or a translation."""
    leaves = {record["id"]: leaf(record) for record in records(chains, "samestory")}
    library = Library()
    for one in leaves.values():
        library.add(one)
    verdicts = []
    for row in pairs(chains, "samestory"):
        one, other = leaves[row["id_a"]], leaves[row["id_b"]]
        shelf = library.shelves[other.language_code]
        if wanted(row["id_a"]) and float(row["overall_1same_4different"]) <= SAME_EVENT:
            near = {found.key: Pair(one, found, *rest) for found, *rest in judged(one, shelf)}
            pair = near.get(other.key)
            if pair is None or pair.alike.copied < COPIED_ANYWAY:
                verdicts.append(pair is not None and is_link(pair, shelf))
    return {"same_event_alarms": sum(verdicts) / (len(verdicts) or 1)}


SETS: dict[str, Callable[[Path, Wanted], dict[str, float]]] = {
    "xl": measure_xl,
    "topic": measure_topic,
    "near": measure_near,
    "wire": measure_wire,
    "samestory": measure_samestory,
}


def measure(corpora: Path) -> dict[str, float]:
    """A sample of every set, all halves together."""
    figures: dict[str, float] = {}
    for name, take in SETS.items():
        parts = IN_THE_GATE[name]
        figures |= take(corpora / "chains", lambda key, parts=parts: drawn(key, parts, "sample") == 0)
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.links", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("sets", nargs="*", help=f"of {', '.join(SETS)}; all by default")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only this half of the documents")
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="one document in N")
    options = parser.parse_args()

    def wanted(key: str) -> bool:
        chosen = options.half is None or half_of(key) == options.half
        return chosen and drawn(key, options.sample, "sample") == 0

    for name in options.sets or SETS:
        start = time.process_time()
        for figure, value in SETS[name](options.corpora / "chains", wanted).items():
            print(f"{figure:32} {value:.4f}")
        print(f"  {name}: {time.process_time() - start:.0f} CPU s", file=sys.stderr, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
