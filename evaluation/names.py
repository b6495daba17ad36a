"""Names: typos that newspapers printed, typos put into names that stand twice, and what looks like a typo and is none.

    python -m evaluation.names [--list]

Labelled natural typos come with the text where it is at hand, else with their context and the right form in a sentence
of its own as often as it stood in the article. Injected typos are one edit (a letter dropped, added, replaced or two
changed places) at any place of a name of five letters and more; the same edits each time.
"""

import argparse
import csv
import json
import os
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from provenance.inspection.rulebook import chosen
from provenance.model.finding import Finding
from provenance.model.settings import Declared, Profile, Settings
from provenance.pipeline import audit_article, read_articles

RULES = frozenset({"misspelt-name", "inconsistent-name"})
INJECTED = 300
"""Typos a language."""

WORD = re.compile(r"(?<![.!?»\"“„] )(?<![\w'’-])[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿß]{4,}(?![\w'’-])")
AFTER_GIVEN_NAME = re.compile(r"(?<=[a-zà-ÿ] )([A-ZÀ-Þ][a-zà-ÿ]{2,} )([A-ZÀ-Þ][a-zà-ÿß]{4,})(?![\w'’-])")


class Case(NamedTuple):
    """A text in which `wrong` stands at `start` where `right` should; `is_typo` False marks a look-alike."""

    text: str
    start: int
    wrong: str
    right: str
    is_typo: bool = True


def natural_cases(corpora: Path) -> Iterator[Case]:
    articles = {record["id"]: record["text"] for record in clean_records(corpora, "fr")}
    path = corpora / "defects" / "natural_name_typos_fr.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            wrong, right = row["token"], row["suggestion"]
            text = articles.get(f"orange/{row['doc_id']}")
            if text is None or wrong not in text:
                known = "\n".join([f"Le texte cite {right} à cet endroit."] * int(row["n_suggestion"]))
                text = f"Le texte commence ici et va plus loin. {row['context'].strip()}\n{known}\n"
            if row["label"] in "TF":
                yield Case(text, text.index(wrong), wrong, right, row["label"] == "T")


def clean_records(corpora: Path, language: str) -> list[dict[str, str]]:
    path = corpora / "defects" / "clean_news" / f"{language}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def injected_cases(corpora: Path, language: str) -> Iterator[Case]:
    """At most one typo an article, in a name that stands there twice or more."""
    chance = random.Random(f"names {language}")  # noqa: S311
    made = 0
    for text, names in named_texts(corpora, language):
        twice = sorted(name for name in names if len(re.findall(rf"\b{name}\b", text)) >= 2)
        if not twice:
            continue
        right = chance.choice(twice)
        start = chance.choice([found.start() for found in re.finditer(rf"\b{right}\b", text)])
        wrong = mistyped(right, chance)
        if wrong in text:
            continue
        yield Case(text[:start] + wrong + text[start + len(right) :], start, wrong, right)
        made += 1
        if made == INJECTED:
            return


def named_texts(corpora: Path, language: str) -> Iterator[tuple[str, set[str]]]:
    """Texts with words of their names: labelled where there are labels, else words that only stand with a capital."""
    labelled = corpora / "defects" / "ner" / f"{language}.jsonl"
    if labelled.exists():
        for line in labelled.read_text("utf-8").split("\n"):
            if line:
                record = json.loads(line)
                spans = [record["text"][start:end] for start, end, kind in record["ents"] if kind in ("PER", "LOC")]
                yield record["text"], {word for span in spans for word in span.split() if WORD.fullmatch(word)}
        return
    for record in clean_records(corpora, language):
        text = record["text"]
        if language == "de":
            words = {found.group(2) for found in AFTER_GIVEN_NAME.finditer(text)}
        else:
            words = set(WORD.findall(text))
        yield text, {word for word in words if word.lower() not in text}


def mistyped(name: str, chance: random.Random) -> str:
    """The name with one edit; a capital stays a capital."""
    while True:
        at, letter = chance.randrange(len(name)), chance.choice("abcdefghijklmnopqrstuvwxyz")
        edit = chance.choice(("drop", "add", "replace", "swap"))
        small = name.lower()
        if edit == "drop":
            small = small[:at] + small[at + 1 :]
        elif edit == "add":
            small = small[:at] + letter + small[at:]
        elif edit == "replace":
            small = small[:at] + letter + small[at + 1 :]
        else:
            small = small[:at] + small[at : at + 2][::-1] + small[at + 2 :]
        if small != name.lower():
            return small[:1].upper() + small[1:]


def findings_on(case: Case, language: str) -> list[Finding]:
    """What the two rules say about the wrong form or, the other way round, about the right one."""
    settings = Settings(profile=Profile.RESEARCH, select=RULES, declared=Declared(language=language))
    (article,) = read_articles(case.text.encode(), "case.txt")
    dossier = audit_article(article, settings, chosen(RULES, frozenset()))
    return [
        finding
        for finding in dossier.findings
        if article.text[finding.span] == case.wrong or finding.replacement == case.wrong
    ]


def scored(cases: list[Case], language: str, profile: Profile, listing: bool = False) -> tuple[float, float]:
    """The share found and, of those, the share with the right form proposed."""
    found = right = 0
    for case in cases:
        told = [one for one in findings_on(case, language) if one.confidence >= profile.minimum_confidence]
        found += bool(told)
        right += any(one.replacement == case.right for one in told)
        if listing and case.is_typo != bool(told):
            context = case.text[max(0, case.start - 40) : case.start + 50].replace("\n", " ¶ ")
            print(f"{'missed' if case.is_typo else 'alarm'} {case.wrong} / {case.right}: {context}")
    return found / max(len(cases), 1), right / max(found, 1)


def measure(corpora: Path, listing: bool = False) -> dict[str, float]:
    """Recall and right forms, editor profile (gate beside it), natural and injected; look-alikes flagged."""
    figures: dict[str, float] = {}
    natural = list(natural_cases(corpora))
    typos = [case for case in natural if case.is_typo]
    figures["natural_fr_recall"], figures["natural_fr_right_form"] = scored(typos, "fr", Profile.EDITOR, listing)
    figures["natural_fr_recall_gate"], _ = scored(typos, "fr", Profile.GATE)
    lookalikes = [case for case in natural if not case.is_typo]
    share, _ = scored(lookalikes, "fr", Profile.EDITOR, listing)
    figures["natural_fr_lookalikes_alarms"] = share * len(lookalikes)
    for language in ("fr", "en", "es", "de"):
        cases = list(injected_cases(corpora, language))
        recall, right = scored(cases, language, Profile.EDITOR, listing)
        figures[f"injected_{language}_recall"], figures[f"injected_{language}_right_form"] = recall, right
        figures[f"injected_{language}_recall_gate"], _ = scored(cases, language, Profile.GATE)
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.names", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--list", action="store_true", dest="listing", help="print what was missed and what was wrong")
    options = parser.parse_args()
    corpora = Path(os.environ.get("PROVENANCE_CORPORA", ""))
    if not (corpora / "defects").is_dir():
        print("PROVENANCE_CORPORA names no folder with defects: nothing was measured", file=sys.stderr)
        return 0
    for figure, value in measure(corpora, options.listing).items():
        print(f"{figure:34} {value:8.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
