"""What names learnt from an archive add: typos found in full names with it and without, and what it alarms beside.

The clean French news is the archive. One typo an article, in the surname of a full name that stands there, however
often: what the article itself shows is often not enough. What the archive adds on the same news without typos counts as
alarms, although most are slips that were printed.
"""

import hashlib
import random
import re
from collections.abc import Iterator
from pathlib import Path

from evaluation.names import Case, clean_records, mistyped
from provenance.inspection.rulebook import chosen
from provenance.learning.sightings import sighting
from provenance.learning.tally import Tally
from provenance.model.article import Article
from provenance.model.finding import Finding
from provenance.model.house import House, Learnt
from provenance.model.record import replace
from provenance.model.settings import Declared, Profile, Settings
from provenance.pipeline import audit_article, read_articles
from provenance.words.full_names import full_names

RULES = frozenset({"misspelt-name", "inconsistent-name"})
LANGUAGE = "fr"
SURNAME = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿß]{4,}")
TYPOS = 400


def article_of(text: str) -> Article:
    (article,) = read_articles(text.encode(), "article.txt")
    return replace(article, language=LANGUAGE, facts={})


def learnt_from(texts: list[str]) -> Learnt:
    tally = Tally()
    for text in texts:
        tally.add(sighting(audit_article(article_of(text), Settings(), ())))
    return replace(tally.learnt(), digest="archive")


def cases(texts: list[str]) -> Iterator[Case]:
    chance, made = random.Random("archive"), 0  # noqa: S311
    for text in texts:
        surnames = {name.split(" ")[-1] for name in full_names(article_of(text))}
        found = [
            place
            for name in sorted(filter(SURNAME.fullmatch, surnames))
            for place in re.finditer(rf"(?<=[a-zà-ÿ] ){name}\b", text)
        ]
        if not found:
            continue
        place = chance.choice(found)
        wrong = mistyped(place.group(), chance)
        if wrong not in text:
            yield Case(text[: place.start()] + wrong + text[place.end() :], place.start(), wrong, place.group())
            made += 1
        if made == TYPOS:
            return


def told(text: str, house: House) -> list[Finding]:
    settings = Settings(select=RULES, declared=Declared(language=LANGUAGE), house=house)
    findings = audit_article(article_of(text), settings, chosen(RULES, frozenset())).findings
    return [finding for finding in findings if finding.confidence >= Profile.EDITOR.minimum_confidence]


def measure(corpora: Path) -> dict[str, float]:
    """The share of typos found (editor profile) without and with the archive, and the alarms it adds on clean news."""
    records = clean_records(corpora, LANGUAGE)
    records.sort(key=lambda record: hashlib.sha256(record["id"].encode()).digest())
    texts = [record["text"] for record in records]
    house, typos = House(learnt=learnt_from(texts)), list(cases(texts))
    figures: dict[str, float] = {}
    for name, own in (("without", House()), ("with", house)):
        found = [any(one.span.start <= case.start < one.span.end for one in told(case.text, own)) for case in typos]
        figures[f"recall {name}"] = sum(found) / max(len(found), 1)
    figures["added_alarms"] = float(sum(len(told(text, house)) - len(told(text, House())) for text in texts))
    return figures
