"""The alarms that were read: a line each, and no word of what they were read in."""

import csv
import re

from evaluation.readings import HERE, verdicts


def test_readings_name_alarms_by_their_fingerprint_alone() -> None:
    with (HERE / "readings.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))
    assert set(rows[0]) == {"language", "record", "rule", "fingerprint", "verdict", "why"}
    assert all(re.fullmatch(r"[0-9a-f]{24}", row["fingerprint"]) for row in rows)
    assert {row["verdict"] for row in rows} == {"real", "other", "false"}
    assert all(row["why"] for row in rows)
    assert len(verdicts()) == len(rows) >= 50
