"""Weekdays that contradict their date in published French news: how many are found, and what else is told.

`python -m evaluation.weekdays CORPORA [--half 0|1] [--errors]`

Every row of the set is a real contradiction; within sixty days of publication it must be found. The same sentence with
the right weekday put in, and the rows further away, must stay silent: they give the precision. Contradictions told in
the dated texts of the timex set (four languages) are counted as well; they have to be read.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from provenance.checks.weekday_mismatch import NEAR, weekday_mismatch
from provenance.dating.resolve import resolve_dating
from provenance.inspection.check import Observation
from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.dossier import Dossier
from provenance.model.settings import Declared
from provenance.model.text import Source, Span, Text

TIMEX_LANGUAGES = ("fr", "en", "es", "de")


def told(text: str, language: str, published: str) -> list[Span]:
    """Where the rule finds a contradiction in a text published on a day."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    article = Article("row", Text(text, Source(text)), tuple(blocks), language=language)
    dossier = Dossier(article, dating=resolve_dating(article, (), Declared(published=published)))
    return [seen.span for seen in weekday_mismatch.examine(dossier) if isinstance(seen, Observation)]


def rows(corpora: Path, half: int | None) -> Iterator[dict[str, str]]:
    with (corpora / "defects" / "weekday_date_mismatch_fr.tsv").open(encoding="utf-8") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
            if half is None or number % 2 == half:
                yield row


def count(row: dict[str, str], counts: Counter[str], errors: list[str]) -> None:
    text, expression = row["context"], row["expression"]
    start = text.find(expression)
    if start < 0:
        counts["unusable"] += 1
        return
    span = Span(start, start + len(expression))
    near = abs(int(row["days_from_pub"])) <= NEAR
    hit = any(place.overlaps(span) for place in told(text, "fr", row["pub_date"]))
    counts[f"{'near' if near else 'far'} {'told' if hit else 'silent'}"] += 1
    weekday = expression.split(" ", 1)[0]
    right = text[:start] + row["actual_weekday"] + text[start + len(weekday) :]
    corrected = any(place.start == start for place in told(right, "fr", row["pub_date"]))
    counts["corrected told" if corrected else "corrected silent"] += 1
    if near != hit or corrected:
        errors.append(f"{'MISSED' if near and not hit else 'FALSE'} {row['pub_date']} {expression!r} … {text!r}")


def other_texts(corpora: Path, counts: Counter[str], errors: list[str]) -> None:
    for language in TIMEX_LANGUAGES:
        with (corpora / "defects" / "timex" / f"{language}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                for place in told(document["text"], language, (document["dct"] or "")[:10]):
                    counts["told in timex texts"] += 1
                    around = document["text"][max(0, place.start - 60) : place.end + 20]
                    errors.append(f"TOLD {language} {document['id']} {document['dct']} {around!r}")


def figures(counts: Counter[str]) -> dict[str, float]:
    near = counts["near told"] + counts["near silent"]
    wrong = counts["far told"] + counts["corrected told"]
    return {
        "weekday-mismatch recall": counts["near told"] / max(1, near),
        "weekday-mismatch precision": counts["near told"] / max(1, counts["near told"] + wrong),
    }


def measure(corpora: Path, *, half: int | None = None) -> dict[str, float]:
    """Recall and precision of weekday-mismatch on labelled French dates; all of them, or a half."""
    counts = Counter[str]()
    for row in rows(corpora, half):
        count(row, counts, [])
    return figures(counts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    counts, errors = Counter[str](), list[str]()
    for row in rows(options.corpora, options.half):
        count(row, counts, errors)
    other_texts(options.corpora, counts, errors)
    for name, figure in figures(counts).items():
        print(f"{name:28} {figure:.3f}")
    print(dict(counts))
    if options.errors:
        print("\n".join(errors))


if __name__ == "__main__":
    main()
