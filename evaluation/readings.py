"""Alarms on clean news that a person has read, and what they say of each rule.

`readings.tsv` names an alarm by its fingerprint alone, so that it holds no word of the corpus. A verdict is `real` (an
editor would mend it), `other` (a real defect, but another form than the one proposed is right) or `false`.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from provenance.inspection.rulebook import every_check
from provenance.model.finding import Level

HERE = Path(__file__).parent
REAL = frozenset({"real", "other"})
LABELLED = {
    "assistant-residue": "residue.assistant replies recall",
    "garbled-name": "samples.findings_must",
    "misspelt-name": "names.natural_fr_recall",
    "mixed-quotes": "residue.other marks recall",
    "repeated-text": "residue.paragraph again recall",
    "spacing": "residue.space dropped recall",
    "unbalanced-quotes": "residue.mark lost recall",
    "weekday-mismatch": "weekdays.weekday-mismatch recall",
}
"""The figure of the baseline that tells how much of what is labelled a rule finds."""


class Alarm(NamedTuple):
    """A warning or an error on clean news; `gates` is whether the gate profile tells it."""

    rule: str
    level: Level
    gates: bool
    fingerprint: str


@cache
def verdicts() -> Mapping[str, str]:
    """The verdict of each alarm that was read, by its fingerprint."""
    with (HERE / "readings.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row["fingerprint"]: row["verdict"] for row in rows}


def precision(alarms: Iterable[Alarm]) -> tuple[float | None, int]:
    """The share of real ones among the alarms that were read, None where none was, and how many that were."""
    read = [verdict for alarm in alarms if (verdict := verdicts().get(alarm.fingerprint))]
    return (sum(verdict in REAL for verdict in read) / len(read) if read else None), len(read)


def shown(share: float | None, read: int) -> str:
    return f"{share:.3f} of {read}" if share is not None else "none read"


def print_rules(alarms: list[Alarm], words: int, notes: Counter[str]) -> None:
    """A line for each rule: its alarms, how many of those that were read are real, and its recall where labels are."""
    path = HERE / "baseline.json"
    baseline: dict[str, float] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    print(f"\n{'rule':24}{'level':9}{'gate and editor alarms':24}{'for 1,000 words':18}{'notes':>6}", end="")
    print(f"  {'precision: gate, errors, editor':50}recall")
    for rule in sorted((check.rule for check in every_check()), key=lambda rule: (-rule.level.rank, rule.id)):
        own = [alarm for alarm in alarms if alarm.rule == rule.id]
        gate = [alarm for alarm in own if alarm.gates]
        errors = [alarm for alarm in gate if alarm.level is Level.ERROR]
        rates = f"{1000 * len(gate) / max(words, 1):.4f} {1000 * len(own) / max(words, 1):.4f}"
        read = "  ".join(f"{shown(*precision(group)):15}" for group in (gate, errors, own))
        recall = baseline.get(LABELLED.get(rule.id, ""))
        line = f"{rule.id:24}{rule.level:9}{f'{len(gate)} {len(own)}':24}{rates:18}{notes[rule.id]:>6}  {read}"
        print(f"{line} {'' if recall is None else f'{recall:.3f}'}".rstrip())
