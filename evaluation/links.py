"""Undeclared links: translations found among thousands, copies and rewrites told from neighbours on the same event.

The scorer that comes with the data judges the runs. `--half 0` or `--half 1` restricts the queries to half of the
documents: thresholds were found on half 0 alone, half 1 tells what they are worth. `--sample N` takes one query in N.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from provenance.lineage.leaf import Leaf, sentences_of
from provenance.lineage.library import Library
from provenance.lineage.resemblance import Resemblance, resemblance
from provenance.model.text import Span, plain

Record = dict[str, Any]


def leaf(record: Record) -> Leaf:
    title, body = record.get("title") or "", record["text"]
    text = plain(body if title and body.startswith(title) else f"{title}\n{body}")
    spans = [span for line in re.finditer(r"[^\n]+", text) for span in sentences_of(text, Span(*line.span()))]
    day = re.match(r"\d{4}-\d\d-\d\d", record.get("date") or "")
    return Leaf(record["id"], record["lang"], text, tuple(spans), date.fromisoformat(day[0]) if day else None)


def records(chains: Path, name: str) -> Iterator[Record]:
    with (chains / f"{name}_docs.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def pairs(chains: Path, name: str) -> list[dict[str, str]]:
    lines = (chains / f"{name}_pairs.tsv").read_text("utf-8").splitlines()
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"), strict=False)) for line in lines[1:] if line]


def half_of(key: str) -> int:
    """0 or 1; all versions of a document are on one side."""
    document = re.sub(r"#.*", "", key).split(":")[-1]
    return int(hashlib.sha256(f"half|{document}".encode()).hexdigest(), 16) % 2


def ranked(chains: Path, name: str, keep: Iterable[str]) -> Iterator[tuple[str, str, str, float]]:
    """Query, language of the pool, candidate and score, as the scorer reads them."""
    leaves = {record["id"]: (leaf(record), record.get("role")) for record in records(chains, name)}
    library = Library()
    for one, role in leaves.values():
        if role in ("pool", "both"):
            library.add(one)
    wanted = set(keep)
    for row in pairs(chains, name):
        if row["id_a"] not in wanted:
            continue
        query, shelf = leaves[row["id_a"]][0], library.shelves[row["pool_lang"]]
        for found in shelf.resembling(query):
            score = resemblance(query, found.leaf, shelf).strength
            yield query.key, row["pool_lang"], found.leaf.key, score


def compared(chains: Path, name: str) -> Iterator[tuple[Leaf, Leaf, Resemblance]]:
    """Every candidate pair of one language, once."""
    library = Library()
    leaves = [leaf(record) for record in records(chains, name)]
    for one in leaves:
        library.add(one)
    seen = set()
    for one in leaves:
        shelf = library.shelves[one.language_code]
        near = {found.leaf.key: found.leaf for found in (*shelf.resembling(one), *shelf.copying(one))}
        for other in near.values():
            if (pair := frozenset((one.key, other.key))) not in seen:
                seen.add(pair)
                yield one, other, resemblance(one, other, shelf)
