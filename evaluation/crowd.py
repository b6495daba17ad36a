"""Translations sought among a hundred thousand articles; what the index of them costs.

    python -m evaluation.crowd CORPORA [--size N] [--half 0|1]

The crowd is made, always the same: articles of six to sixteen sentences from the English articles of the pool that are
nobody's original, half of their names and all of their figures exchanged for others. So it speaks of the same things
as the originals, in the same words, and every article is another.
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from evaluation.links import Wanted, half_of, leaf, pairs, records
from provenance.lineage.inference import judged
from provenance.lineage.leaf import Leaf, Sentences
from provenance.lineage.library import Library, Shelf
from provenance.model.text import Span

NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")
FIGURE = re.compile(r"\d+")
QUERIES = 200
"""Texts whose search is timed."""


def crowd(sentences: Sequence[str], size: int) -> Iterator[Leaf]:
    """That many articles of one to three kilobytes."""
    chance = random.Random(1)  # noqa: S311
    names = sorted({name for sentence in sentences for name in NAME.findall(sentence)})

    def other_name(found: re.Match[str]) -> str:
        return chance.choice(names) if chance.random() < 0.5 else found[0]

    def other_figure(found: re.Match[str]) -> str:
        return str(chance.randrange(10 ** len(found[0]))) if found[0][:2] not in ("19", "20") else found[0]

    for number in range(size):
        lines: list[str] = []
        for _ in range(chance.randint(6, 16)):
            lines.append(FIGURE.sub(other_figure, NAME.sub(other_name, chance.choice(sentences))))
        ends = [sum(map(len, lines[: place + 1])) + place for place in range(len(lines))]
        spans = [Span(end - len(line), end) for line, end in zip(lines, ends, strict=True)]
        yield Leaf(f"crowd:{number}", "en", "\n".join(lines), Sentences(spans))


def memory() -> float:
    """Megabytes this process has held at most."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


def filled(chains: Path, size: int) -> tuple[Shelf, dict[str, Leaf]]:
    """The shelf of the English originals and the crowd, with the translations sought there; prints what it cost."""
    rows = [row for row in pairs(chains, "xl") if row["pool_lang"] == "en" and row["id_b"] != "-"]
    origins, queries = {row["id_b"] for row in rows}, {row["id_a"] for row in rows}
    kept = {record["id"]: record for record in records(chains, "xl")}
    sought = {key: leaf(kept[key]) for key in sorted(queries)}
    library, sentences = Library(), []
    for key, record in kept.items():
        if record["lang"] == "en" and record["role"] in ("pool", "both"):
            one = leaf(record)
            if key in origins:
                library.add(one)
            else:
                sentences += [one.text[slice(*span)] for span in one.spans]
    held, spent, added = memory(), 0.0, size - len(library.shelves["en"].leaves)
    for one in crowd(sentences, added):
        start = time.process_time()
        library.add(one)
        spent += time.process_time() - start
    print(f"{'indexed, articles a second':32} {added / spent:.0f}")
    print(f"{'memory, texts included, MB':32} {memory() - held:.0f}", flush=True)
    return library.shelves["en"], sought


def timed(shelf: Shelf, queries: Sequence[Leaf]) -> None:
    shelf.lengths(own=False)
    for query in queries:
        _ = query.features
    start = time.process_time()
    for query in queries:
        list(shelf.resembling(query))
    print(f"{'candidates of a text, ms':32} {(time.process_time() - start) / len(queries) * 1000:.1f}")
    start = time.process_time()
    for query in queries:
        list(judged(query, shelf))
    print(f"{'a text judged, ms':32} {(time.process_time() - start) / len(queries) * 1000:.1f}")


def found(chains: Path, shelf: Shelf, sought: dict[str, Leaf], wanted: Wanted) -> None:
    """How often the original comes first, by language and how much of the translation there is."""
    hits: Counter[tuple[str, str]] = Counter()
    count: Counter[tuple[str, str]] = Counter()
    for row in pairs(chains, "xl"):
        if row["pool_lang"] == "en" and row["id_b"] != "-" and wanted(row["id_a"]):
            key = (row["relation"], sought[row["id_a"]].language_code)
            first = next(judged(sought[row["id_a"]], shelf), None)
            count[key] += 1
            hits[key] += first is not None and first[0].key == row["id_b"]
    for relation, language in sorted(count):
        key = (relation, language)
        print(f"{relation:24} {language:7} {hits[key] / count[key]:.4f} of {count[key]}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.crowd", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--size", type=int, default=100_000, help="articles among which originals are sought")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only this half of the documents")
    options = parser.parse_args()
    shelf, sought = filled(options.corpora / "chains", options.size)
    whole = [one for one in sought.values() if "#" not in one.key]
    timed(shelf, whole[:: max(1, len(whole) // QUERIES)])
    found(options.corpora / "chains", shelf, sought, lambda key: options.half is None or half_of(key) == options.half)
    return 0


if __name__ == "__main__":
    sys.exit(main())
