"""Alarms of every rule on clean professional news, in seven languages, and what they cost.

    python -m evaluation.clean_news [--language fr,en] [--sample N] [--rule ID,...] [--list [ID]] [--profile editor]

`--list` prints the alarms with their context, to be read before they are called false: clean news is not perfectly
clean. Figures count warnings and errors; notes have a column of their own. The corpus is found by PROVENANCE_CORPORA.
"""

import argparse
import hashlib
import json
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.readings import Alarm, precision, print_rules
from provenance.inspection.check import Check
from provenance.inspection.inspect import inspect
from provenance.inspection.rulebook import chosen
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding, Level
from provenance.model.settings import Declared, Profile, Settings
from provenance.pipeline import audit_article, read_articles

LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "nl")
BAR = {"fr": 0.05, "en": 0.08, "es": 0.08, "de": 0.08, "it": 0.10, "pt": 0.10, "nl": 0.10}
"""Gate alarms for 1,000 words that a newsroom still bears."""

ABOUT_ATTRIBUTION = (
    "missing-attribution",
    "missing-author",
    "missing-date",
    "source-without-link",
    "source-mismatch",
    "author-without-outlet",
)
"""Left out of the share of clean articles: the corpora were stripped of bylines and links."""


@dataclass
class Sheet:
    """What was counted in one language."""

    language: str
    articles: int = 0
    clean: Counter[Profile] = field(default_factory=Counter)
    words: int = 0
    size: int = 0
    seconds: float = 0.0
    cost: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    alarms: dict[Profile, Counter[str]] = field(default_factory=lambda: {profile: Counter() for profile in Profile})
    notes: Counter[str] = field(default_factory=Counter)
    told: list[Alarm] = field(default_factory=list)

    def rate(self, profile: Profile) -> float:
        editing = sum(count for rule, count in self.alarms[profile].items() if rule not in ABOUT_ATTRIBUTION)
        return 1000 * editing / max(self.words, 1)

    def share_clean(self, profile: Profile) -> float:
        return self.clean[profile] / max(self.articles, 1)

    @property
    def speed(self) -> float:
        """Megabytes of text for a CPU second, reading included."""
        return self.size / 1e6 / max(self.seconds, 1e-9)


def records(corpora: Path, language: str, sample: int | None) -> list[dict[str, str]]:
    """The articles of a language, or a sample that is the same each time and drawn across publishers."""
    path = corpora / "defects" / "clean_news" / f"{language}.jsonl"
    loaded = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    if sample is not None and sample < len(loaded):
        loaded.sort(key=lambda record: hashlib.sha256(record["id"].encode()).digest())
        loaded = loaded[:sample]
    return loaded


def told(finding: Finding, profile: Profile) -> bool:
    return finding.confidence >= profile.minimum_confidence and finding.suppressed is None


def is_alarm(finding: Finding) -> bool:
    return finding.level is not Level.NOTE


def audited(record: dict[str, str], checks: Sequence[Check], sheet: Sheet) -> Iterator[Dossier]:
    """The dossiers of a record, each check timed by itself (a fact shared by checks counts for the first)."""
    data = record["text"].encode()
    declared = Declared(language=sheet.language, published=record.get("dct"), url=record.get("url"))
    begun = time.process_time()
    for article in read_articles(data, f"{record['id']}.txt"):
        dossier = audit_article(article, Settings(profile=Profile.RESEARCH, declared=declared), ())
        findings: list[Finding] = []
        for check in checks:
            before = time.process_time()
            findings.extend(inspect(dossier, (check,)).findings)
            sheet.cost[check.rule.id] += time.process_time() - before
        yield Dossier(dossier.article, dossier.credits, dossier.dating, findings=tuple(findings))
    sheet.seconds += time.process_time() - begun
    sheet.size += len(data)
    sheet.words += len(record["text"].split())


def count(sheet: Sheet, dossier: Dossier) -> None:
    sheet.articles += 1
    for profile in Profile:
        alarms = [finding for finding in dossier.findings if told(finding, profile) and is_alarm(finding)]
        sheet.alarms[profile].update(finding.rule for finding in alarms)
        sheet.clean[profile] += all(finding.rule in ABOUT_ATTRIBUTION for finding in alarms)
        if profile is Profile.EDITOR:
            sheet.told += (alarm_of(finding) for finding in alarms if finding.rule not in ABOUT_ATTRIBUTION)
    sheet.notes.update(finding.rule for finding in dossier.findings if not is_alarm(finding))


def alarm_of(finding: Finding) -> Alarm:
    return Alarm(finding.rule, finding.level, told(finding, Profile.GATE), finding.fingerprint)


def show_findings(dossier: Dossier, rules: set[str], profile: Profile) -> None:
    content = dossier.article.text.content
    for finding in dossier.findings:
        if (rules and finding.rule not in rules) or not told(finding, profile):
            continue
        start, end = finding.span
        before = content[max(0, start - 70) : start].replace("\n", " ¶ ")
        after = content[end : end + 70].replace("\n", " ¶ ")
        quoted = content[start:end].replace("\n", " ¶ ")
        right = f" → {finding.replacement}" if finding.replacement is not None else ""
        print(f"{finding.rule} {finding.level} {finding.confidence:.2f} {dossier.article.path}")
        print(f"    {before}⟦{quoted}{right}⟧{after}\n    {finding.message.text('en')}")


def sheets(
    corpora: Path,
    languages: Iterable[str],
    checks: Sequence[Check],
    sample: int | None,
    listing: set[str] | None = None,
    profile: Profile = Profile.EDITOR,
) -> list[Sheet]:
    """One sheet a language; with a `listing`, prints the findings of its rules (of all, if empty) on the way."""
    measured = []
    for language in languages:
        sheet = Sheet(language)
        for record in records(corpora, language, sample):
            for dossier in audited(record, checks, sheet):
                count(sheet, dossier)
                if listing is not None:
                    show_findings(dossier, listing, profile)
        measured.append(sheet)
    return measured


def measure(corpora: Path) -> dict[str, float]:
    """Gate and editor alarms for 1,000 words and the share of clean articles, by language; the share of gate alarms and
    of errors among them that are real, as read. Prints a line for each rule."""
    measured = sheets(corpora, LANGUAGES, chosen(frozenset(), frozenset()), None)
    print_all_rules(measured)
    gate = [alarm for sheet in measured for alarm in sheet.told if alarm.gates]
    errors = [alarm for alarm in gate if alarm.level is Level.ERROR]
    figures = {"precision_gate": precision(gate)[0] or 0.0, "precision_gate_errors_level": precision(errors)[0] or 0.0}
    for sheet in measured:
        figures[f"{sheet.language}_gate_alarms"] = sheet.rate(Profile.GATE)
        figures[f"{sheet.language}_editor_alarms"] = sheet.rate(Profile.EDITOR)
        figures[f"{sheet.language}_clean_articles"] = sheet.share_clean(Profile.GATE)
    return figures


def print_all_rules(measured: Sequence[Sheet]) -> None:
    notes = sum((sheet.notes for sheet in measured), Counter[str]())
    print_rules([alarm for sheet in measured for alarm in sheet.told], sum(sheet.words for sheet in measured), notes)


def print_table(measured: Sequence[Sheet]) -> None:
    rules = sorted({rule for sheet in measured for rule in (*sheet.alarms[Profile.RESEARCH], *sheet.notes)})
    print(f"\n{'alarms gate/editor/research +notes':34}" + "".join(f"{sheet.language:>16}" for sheet in measured))
    for rule in rules:
        cells = []
        for sheet in measured:
            counts = "/".join(str(sheet.alarms[profile][rule]) for profile in Profile)
            cells.append(f"{counts}+{sheet.notes[rule]}" if sheet.notes[rule] else counts)
        print(f"{rule:34}" + "".join(f"{cell if cell != '0/0/0' else '·':>16}" for cell in cells))
    lines: dict[str, Callable[[Sheet], str]] = {
        "articles": lambda sheet: f"{sheet.articles}",
        "words": lambda sheet: f"{sheet.words}",
        "gate alarms per 1,000 words": lambda sheet: f"{sheet.rate(Profile.GATE):.3f}",
        "  bar": lambda sheet: f"{BAR[sheet.language]:.2f}",
        "editor alarms per 1,000 words": lambda sheet: f"{sheet.rate(Profile.EDITOR):.3f}",
        "clean articles, gate (bar 97 %)": lambda sheet: f"{sheet.share_clean(Profile.GATE):.1%}",
        "clean articles, editor": lambda sheet: f"{sheet.share_clean(Profile.EDITOR):.1%}",
        "MB of text a CPU second": lambda sheet: f"{sheet.speed:.2f}",
    }
    print()
    for label, cell in lines.items():
        print(f"{label:34}" + "".join(f"{cell(sheet):>16}" for sheet in measured))
    cost, size = Counter[str](), sum(sheet.size for sheet in measured) / 1e6
    for sheet in measured:
        cost.update(sheet.cost)
    print("\nCPU ms for a megabyte, dearest checks (a shared fact counts for the first that asks):")
    for rule, seconds in cost.most_common(12):
        print(f"{rule:34}{1000 * seconds / max(size, 1e-9):10.1f}")


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.clean_news", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--language", default=",".join(LANGUAGES), help="languages, separated by commas")
    parser.add_argument("--sample", type=int, help="articles a language; all by default")
    parser.add_argument("--rule", default="", help="rules to apply, separated by commas; all by default")
    parser.add_argument("--list", nargs="?", const="", dest="listing", help="print the alarms (of these rules)")
    parser.add_argument("--profile", default="editor", type=Profile, help="confidence of the alarms that --list prints")
    options = parser.parse_args()
    corpora = Path(os.environ.get("PROVENANCE_CORPORA", ""))
    if not (corpora / "defects" / "clean_news").is_dir():
        print("PROVENANCE_CORPORA names no folder with defects/clean_news: nothing was measured", file=sys.stderr)
        return 0
    listing = None if options.listing is None else set(filter(None, options.listing.split(",")))
    checks = chosen(frozenset(filter(None, options.rule.split(","))), frozenset())
    measured = sheets(corpora, options.language.split(","), checks, options.sample, listing, options.profile)
    print_table(measured)
    print_all_rules(measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
