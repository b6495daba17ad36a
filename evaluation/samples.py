"""The five hand-labelled sample articles: credits, chains, findings, and what must stay silent."""

import json
from pathlib import Path

from evaluation.scorers import scorer
from provenance import audit, render

KEPT = ("credits_must", "credits_precision", "findings_must", "findings_should", "replacements_must", "chain_must")
LOWER = {"traps": "traps_errors", "unexpected_per_1000w": "unexpected_per_1000w_alarms"}


def measure(corpora: Path) -> dict[str, float]:
    folder = corpora / "seeds"
    articles = json.loads(render(audit(folder / "articles", profile="editor"), "json"))["articles"]
    module = scorer(folder / "score_audit.py")
    score = module.Score()
    for want in map(json.loads, (folder / "expected_seeds.jsonl").read_text("utf-8").splitlines()):
        score.article(want, module.pick(want["path"], articles))
    figures = score.figures()
    kept = {key: figures[key] for key in KEPT}
    return kept | {name: figures[key] for key, name in LOWER.items()}
