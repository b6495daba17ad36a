"""Real attribution lines: the right role, the entities exactly, and look-alikes left alone.

Each line is audited as an article of one block in its language, a positive picture credit as a caption. A kind of the
truth stands for several roles; a line counts as left alone when none of these is found. Entities are compared where the
truth names agents, addresses, titles or dates.

The truth names everybody in a line under one kind ("Autor: A; Illustration: B" is `author: A; B`) or only who did what
the kind says (`contribution: A` of "AP writer A contributed"): both are exact. Places are no agents, nor are call signs
of stations and the offices of an agency in its dateline ("dpa/lno"), and a local edition stands for its outlet.
"""

import csv
import hashlib
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from provenance.attribution.find import find_credits
from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.credit import Credit, Role
from provenance.model.house import House
from provenance.model.text import Source, Span, Text
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import outlet_named

LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "nl")
ROLES = {
    "author": {Role.AUTHOR, Role.ORIGINAL_AUTHOR},
    "agency": {Role.AGENCY, Role.DATELINE, Role.RIGHTS},
    "translation": {Role.TRANSLATION, Role.TRANSLATOR},
    "republished": {Role.REPUBLICATION},
    "source-url": {Role.SOURCE},
    "image-credit": {Role.IMAGE},
    "ai-disclosure": {Role.AI_DISCLOSURE, Role.TRANSLATION},
    "contribution": {Role.CONTRIBUTOR, Role.AGENCY, Role.EDITOR, Role.AUTHOR},
    "update-note": {Role.CORRECTION},
    "location-dateline": {Role.DATELINE},
}
CAPTION = "image-credit"
NOT_A_WIRE = "what a broadcaster gave is a source, not a wire's copy"
NAMED_TOO = "the outlet, newsroom or agency named beside them is an agent too, as elsewhere in the set"
NO_ADDRESS = "a reference in a site generator's source is neither an address nor a name"
A_BYLINE = "word for word a byline: that it stands in a teaser is not in the line"
DISPUTED = {
    "65909e51": NOT_A_WIRE,
    "371137f8": NAMED_TOO,
    "267e4865": NAMED_TOO,
    "ca2e4304": NAMED_TOO,
    "e3aa1439": NAMED_TOO,
    "8788e748": "whose the video is, is a credit too",
    "9231268f": "a place alone is no dateline of an agency",
    "729d8b34": NO_ADDRESS,
    "a5fe070a": NO_ADDRESS,
    "53ed1415": NO_ADDRESS,
    "5181f12d": NO_ADDRESS,
    "f9f23bc5": NO_ADDRESS,
    "4ecff9e1": NO_ADDRESS,
    "eb3f0d34": A_BYLINE,
    "60bedc2b": A_BYLINE,
}
"""Truths that the contract contradicts, by the first signs of the line's hash. They count in every figure; what the
shares would be without them is only printed."""

UNNAMED = frozenset({"ai-disclosure"})
"""Kinds whose value describes the disclosure and names no agent of a credit."""

EDITION = re.compile(r"\w+ \w\w\Z")
"""An outlet and the two letters of a state."""

Row = dict[str, str]


class Verdict(NamedTuple):
    row: Row
    credits: tuple[Credit, ...]
    right_role: bool
    exact: bool | None


def lines(corpora: Path) -> list[Row]:
    with (corpora / "pages" / "attribution_lines.tsv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))


def is_disputed(row: Row) -> bool:
    return hashlib.sha256(row["line"].encode()).hexdigest()[:8] in DISPUTED


def half_of(row: Row) -> int:
    """0 or 1, by page, so that lines of one page are never on both sides."""
    return int(hashlib.sha256(row["page"].encode()).hexdigest(), 16) % 2


def credits_of(row: Row) -> tuple[Credit, ...]:
    content = row["line"]
    kind = BlockKind.CAPTION if row["kind"] == CAPTION and row["label"] == "pos" else BlockKind.BODY
    start = len(content) - len(content.lstrip())
    block = Block(kind, Span(start, len(content.rstrip())))
    article = Article("line", Text(content, Source(content)), (block,), language=row["lang"])
    return find_credits(article, House())


def judged(row: Row) -> Verdict:
    credits = credits_of(row)
    roles = ROLES[row["kind"]]
    right = [credit for credit in credits if credit.role in roles]
    wanted = {name_of(value) for value in row["value"].split(";") if value.strip()}
    exact = None
    if row["label"] == "pos" and wanted and row["kind"] not in UNNAMED:
        own = {role: [credit for credit in right if credit.role is role] for role in roles}
        readings = (right, list(credits), *own.values())
        exact = any(found_in(said, row["kind"]) == wanted or covered(said, row, wanted) for said in readings)
    return Verdict(row, credits, bool(right), exact)


def found_in(credits: list[Credit], kind: str) -> set[str]:
    if kind == "update-note":
        return {credit.date for credit in credits if credit.date}
    return {name_of(agent.name) for credit in credits for agent in credit.agents} | {
        name_of(credit.url or credit.domain or "")
        for credit in credits
        if not credit.agents and (credit.url or credit.domain)
    }


def covered(credits: list[Credit], row: Row, wanted: set[str]) -> bool:
    """The same entities under other names: a domain for its outlet, a place of a dateline, a link's words."""
    got = {name_of(agent.name) for credit in credits for agent in credit.agents}
    addresses = {name_of(part) for credit in credits for part in (credit.url, credit.domain, credit.title) if part}
    if row["kind"] == "location-dateline":
        return bool(credits) and got <= {part for want in wanted for part in (want, name_of(want.partition("/")[0]))}
    if row["kind"] == "update-note":
        dates = {credit.date for credit in credits if credit.date}
        return bool(dates & wanted) or (bool(credits) and not any(re.match(r"\d{4}", want) for want in wanted))
    left = wanted - got
    return got <= wanted and all(
        want in addresses or name_of(registered_domain(want) or "?") in addresses for want in left
    )


def name_of(text: str) -> str:
    """A name without case, leading article and the marks around it; one an agency is known under stands for all."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").strip(" .,;:@()[]")
    plain = re.sub(r"^(?:the|le|la|les|el|der|die|das|il)\s+|^l'", "", plain.casefold().rstrip("/"))
    outlet = outlet_named(plain) or (EDITION.match(plain) and outlet_named(plain.partition(" ")[0]))
    return outlet.name.casefold() if outlet else " ".join(plain.split())


def shares(verdicts: list[Verdict]) -> dict[str, float]:
    positive = [verdict for verdict in verdicts if verdict.row["label"] == "pos"]
    named = [verdict for verdict in positive if verdict.exact is not None]
    negative = [verdict for verdict in verdicts if verdict.row["label"] == "neg"]
    return {
        "right_role": share(verdict.right_role for verdict in positive),
        "entities_exact": share(bool(verdict.exact) for verdict in named),
        "left_alone": share(not verdict.right_role for verdict in negative),
    }


def share(answers: object) -> float:
    listed = list(answers)  # type: ignore[call-overload]
    return sum(listed) / len(listed) if listed else 1.0


def measure(corpora: Path) -> dict[str, float]:
    """The three shares over the seven languages together, and for each."""
    verdicts = [judged(row) for row in lines(corpora)]
    figures = shares([verdict for verdict in verdicts if verdict.row["lang"] in LANGUAGES])
    for language in LANGUAGES:
        own = [verdict for verdict in verdicts if verdict.row["lang"] == language]
        figures |= {f"{figure}_{language}": value for figure, value in shares(own).items()}
    return figures


def main(corpora: Path, half: str = "") -> None:
    verdicts = [judged(row) for row in lines(corpora) if half in ("", str(half_of(row)))]
    for title, languages in (("seven languages", LANGUAGES), *((code, (code,)) for code in LANGUAGES)):
        own = [verdict for verdict in verdicts if verdict.row["lang"] in languages]
        print(f"{title:16}", *(f"{figure} {value:.3f}" for figure, value in shares(own).items()), len(own))
    agreed = [verdict for verdict in verdicts if verdict.row["lang"] in LANGUAGES and not is_disputed(verdict.row)]
    print(f"{'undisputed':16}", *(f"{figure} {value:.3f}" for figure, value in shares(agreed).items()), len(agreed))
    others = [verdict for verdict in verdicts if verdict.row["lang"] not in LANGUAGES]
    print(f"{'others':16}", *(f"{figure} {value:.3f}" for figure, value in shares(others).items()), len(others))
    kinds = Counter(verdict.row["kind"] for verdict in verdicts if verdict.row["label"] == "pos")
    for kind in kinds:
        own = [verdict for verdict in verdicts if verdict.row["kind"] == kind and verdict.row["lang"] in LANGUAGES]
        print(f"{kind:18}", *(f"{figure} {value:.2f}" for figure, value in shares(own).items()), len(own))
    for verdict in verdicts:
        row = verdict.row
        if row["lang"] not in LANGUAGES:
            continue
        missed = row["label"] == "pos" and (not verdict.right_role or verdict.exact is False)
        if missed or (row["label"] == "neg" and verdict.right_role):
            said = [(str(credit.role), [agent.name for agent in credit.agents]) for credit in verdict.credits]
            print(row["label"], row["kind"], row["lang"], "|", row["value"], "|", row["line"][:110], "|", said)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
