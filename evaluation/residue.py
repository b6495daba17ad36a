"""Leftovers and typography: what is found of damage put into clean news, and of real assistants' replies.

Each damage is what an editor's slip does: a paragraph pasted again, a quotation mark lost, one quotation set in other
marks, the space before a French mark dropped. An article counts when the rule is silent on it before the damage; found
means told to an editor where the damage is. Real replies left in published translations are measured as well.
"""

import csv
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from provenance.checks.assistant_residue import assistant_residue
from provenance.checks.mixed_quotes import mixed_quotes
from provenance.checks.repeated_text import repeated_text
from provenance.checks.spacing import spacing
from provenance.checks.unbalanced_quotes import unbalanced_quotes
from provenance.inspection.check import Check
from provenance.inspection.inspect import inspect
from provenance.model.article import Article
from provenance.model.dossier import Dossier
from provenance.model.record import replace
from provenance.model.settings import Profile
from provenance.model.text import Span
from provenance.readers.plain import read

SAMPLE = 150
LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "nl")
Damage = Callable[[str], tuple[str, Span] | None]
"""A text with one defect more and where that stands; None where the text offers no place for it."""


def paragraph_again(text: str) -> tuple[str, Span] | None:
    lines = text.split("\n")
    long = [at for at, line in enumerate(lines[4:-2], 4) if len(line.split()) > 15 and line.endswith(".")]
    if not long:
        return None
    at = long[len(long) // 2]
    start = len("\n".join(lines[: at + 2])) + 1
    return "\n".join([*lines[: at + 2], lines[at], *lines[at + 2 :]]), Span(start, start + len(lines[at]))


def mark_lost(text: str) -> tuple[str, Span] | None:
    for mark in "»”“":
        found = text.find(mark, len(text) // 3)
        if found > 0 and (mark != "“" or "„" in text):
            line = text.rfind("\n", 0, found) + 1
            return text[:found] + text[found + 1 :], Span(line, found + 40)
    return None


def other_marks(text: str) -> tuple[str, Span] | None:
    for opening, closing, other in (("«", "»", "“”"), ("“", "”", "«»"), ("„", "“", "«»")):
        start = text.find(opening, len(text) // 3)
        end = text.find(closing, start)
        if text.count(opening) > 2 and 0 < start < end and "\n" not in text[start:end]:
            return f"{text[:start]}{other[0]}{text[start + 1 : end]}{other[1]}{text[end + 1 :]}", Span(start, end + 1)
    return None


def space_dropped(text: str) -> tuple[str, Span] | None:
    for mark in ("\u00a0?", " ?", "\u00a0;", " ;", "\u00a0!", " !"):
        found = text.find(mark)
        if found > 0:
            return text[:found] + text[found + 1 :], Span(found - 1, found + 1)
    return None


DAMAGES: tuple[tuple[str, Check, Damage, tuple[str, ...]], ...] = (
    ("paragraph again", repeated_text, paragraph_again, LANGUAGES),
    ("mark lost", unbalanced_quotes, mark_lost, LANGUAGES),
    ("other marks", mixed_quotes, other_marks, LANGUAGES),
    ("space dropped", spacing, space_dropped, ("fr",)),
)


def texts(corpora: Path, language: str) -> Iterator[str]:
    path = corpora / "defects" / "clean_news" / f"{language}.jsonl"
    loaded = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    loaded.sort(key=lambda record: hashlib.sha256(record["id"].encode()).digest())
    yield from (record["text"] for record in loaded)


def article_of(text: str, language: str | None) -> Article:
    (article,) = read(text.encode(), "article.txt")
    return replace(article, language=language, facts={})


def told(text: str, language: str | None, check: Check) -> list[Span]:
    findings = inspect(Dossier(article_of(text, language)), (check,)).findings
    return [finding.span for finding in findings if finding.confidence >= Profile.EDITOR.minimum_confidence]


def injected(corpora: Path, check: Check, damage: Damage, language: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts(corpora, language):
        if counts["tried"] >= SAMPLE:
            break
        damaged = damage(text)
        if damaged is None or told(text, language, check):
            continue
        counts["tried"] += 1
        places = told(damaged[0], language, check)
        counts["found"] += any(place.overlaps(damaged[1]) for place in places)
        counts["elsewhere"] += any(not place.overlaps(damaged[1]) for place in places)
    return counts


def replies(corpora: Path) -> Counter[str]:
    """Replies of assistants in published translations, and lines that only look like them."""
    counts: Counter[str] = Counter()
    with (corpora / "pages" / "llm_leftovers.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["lang"] in LANGUAGES:
                hit = bool(told(f"{row['line']}\n", row["lang"], assistant_residue))
                counts[f"{row['genuine_leftover']} {'told' if hit else 'silent'}"] += 1
    return counts


def measure(corpora: Path) -> dict[str, float]:
    figures: dict[str, float] = {}
    for name, check, damage, languages in DAMAGES:
        counts: Counter[str] = Counter()
        for language in languages:
            counts += injected(corpora, check, damage, language)
        figures[f"{name} recall"] = counts["found"] / max(1, counts["tried"])
        figures[f"{name} elsewhere_errors"] = counts["elsewhere"] / max(1, counts["tried"])
    counts = replies(corpora)
    figures["assistant replies recall"] = counts["yes told"] / max(1, counts["yes told"] + counts["yes silent"])
    figures["assistant lookalikes_errors"] = float(counts["no told"])
    return figures
