"""Expressions of time in news: how many are found, and how many of them resolved to the right day or month.

`python -m evaluation.timex CORPORA [--half 0|1] [--language fr] [--errors]`

Scored are deictic expressions, bare weekdays, and days or months without a year (classes D, W and M of the set). An
expression is found where the spans overlap; what is found on an expression of another class is neither right nor wrong.
A value is right where it is the same day (weekdays) or the same month, and day where one is given (months). The French
documents carry no values: sixty of their expressions are labelled in `timex_values_fr.tsv`.
"""

import argparse
import csv
import json
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from provenance.model.text import Source, Span, Text
from provenance.words.calendar_words import calendar_words
from provenance.words.time_expressions import TimeExpression, TimeKind, expressions_in

LANGUAGES = ("fr", "en", "es", "de")
SCORED = frozenset("DWM")
RELATIVE = frozenset(
    {
        TimeKind.DEICTIC,
        TimeKind.WEEKDAY,
        TimeKind.MONTH,
        TimeKind.SEASON,
        TimeKind.DATE,
        TimeKind.TODAY,
        TimeKind.BOUNDED,
    }
)


OWN_VALUES = Path(__file__).parent / "timex_values_fr.tsv"
"""Values of expressions that the set leaves without one."""


@cache
def own_values() -> dict[tuple[str, int], str]:
    """Values by document and start of the expression."""
    with OWN_VALUES.open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {(row["document"], int(row["start"])): row["value"] for row in rows}


def documents(corpora: Path, language: str, half: int | None) -> Iterator[dict[str, Any]]:
    with (corpora / "defects" / "timex" / f"{language}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            document: dict[str, Any] = json.loads(line)
            for timex in document["timexes"]:
                timex["value"] = timex["value"] or own_values().get((document["id"], timex["start"]))
            if half is None or zlib.crc32(document["id"].encode()) % 2 == half:
                yield document


def expressions(document: dict[str, Any], language: str) -> tuple[Text, list[TimeExpression]]:
    text = Text(document["text"], Source(document["text"]))
    calendar = calendar_words(language)
    assert calendar is not None, language  # noqa: S101
    found, start = [], 0
    for line in text.content.split("\n"):
        found.extend(expressions_in(text, Span(start, start + len(line)), calendar))
        start += len(line) + 1
    return text, found


def score(document: dict[str, Any], language: str, counts: Counter[str], errors: list[str]) -> None:
    text, found = expressions(document, language)
    gold = [timex for timex in document["timexes"] if timex["cls"] in SCORED]
    others = [timex for timex in document["timexes"] if timex["cls"] not in SCORED]
    told = [expression for expression in found if expression.kind in RELATIVE]
    for timex in gold:
        span = Span(timex["start"], timex["end"])
        here = [expression for expression in told if expression.span.overlaps(span)]
        counts["found" if here else "missed"] += 1
        around = document["text"][max(0, span.start - 40) : span.end + 30].replace("\n", " ")
        if not here:
            errors.append(f"MISSED {timex['cls']} {timex['text']!r} … {around!r}")
        elif timex["value"] and document["dct"] and (timex["cls"] in "WM" or language == "fr"):
            value(timex, here[0], document["dct"], counts, errors, around)
    for expression in told:
        if any(expression.span.overlaps(Span(timex["start"], timex["end"])) for timex in (*gold, *others)):
            continue
        counts["false"] += 1
        around = document["text"][max(0, expression.span.start - 40) : expression.span.end + 30].replace("\n", " ")
        errors.append(f"FALSE {expression.kind} {text[expression.span]!r} … {around!r}")


def value(
    timex: dict[str, Any], expression: TimeExpression, anchor: str, counts: Counter[str], errors: list[str], around: str
) -> None:
    wanted = timex["value"].replace("_", "-")[:10].partition("T")[0]
    if "X" in wanted or "W" in wanted or len(wanted) < 7:
        return
    meant = expression.resolve(date.fromisoformat(anchor[:10]))
    got = str(meant.first)[: len(wanted)] if meant else ""
    counts[f"{timex['cls']} right" if got == wanted else f"{timex['cls']} wrong"] += 1
    if got != wanted:
        errors.append(f"VALUE {timex['cls']} {timex['text']!r} {anchor}: {wanted}, got {got} … {around!r}")


def figures(language: str, counts: Counter[str]) -> dict[str, float]:
    precision = counts["found"] / max(1, counts["found"] + counts["false"])
    recall = counts["found"] / max(1, counts["found"] + counts["missed"])
    right = sum(counts[f"{kind} right"] for kind in SCORED)
    measured = right + sum(counts[f"{kind} wrong"] for kind in SCORED)
    result = {
        f"timex {language} precision": precision,
        f"timex {language} recall": recall,
        f"timex {language} F1": 2 * precision * recall / max(1e-9, precision + recall),
    }
    if measured:
        result[f"timex {language} values"] = right / measured
    return result


def measure(corpora: Path, *, half: int | None = None) -> dict[str, float]:
    """Precision, recall and F1 for each language, and the share of values that are right; all of the set, or a half."""
    result: dict[str, float] = {}
    for language in LANGUAGES:
        counts = Counter[str]()
        for document in documents(corpora, language, half):
            score(document, language, counts, [])
        result.update(figures(language, counts))
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    for language in (options.language,) if options.language else LANGUAGES:
        counts, errors = Counter[str](), []
        for document in documents(options.corpora, language, options.half):
            score(document, language, counts, errors)
        for name, figure in figures(language, counts).items():
            print(f"{name:28} {figure:.3f}")
        print(f"{'':28} {dict(counts)}")
        if options.errors:
            print("\n".join(errors))


if __name__ == "__main__":
    main()
