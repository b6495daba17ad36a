"""Hostile or damaged texts cost no more than their length: twice the text, about twice the work."""

import sys
from collections.abc import Callable, Sequence
from time import process_time

import pytest

from provenance.inputs import Input
from provenance.model.dossier import Dossier
from provenance.model.house import House, KnownName, Learnt
from provenance.model.settings import Declared, Profile, Settings
from provenance.model.text import Span
from provenance.pipeline import audit_bytes, audit_inputs
from provenance.words.quote_marks import paired
from provenance.words.tokens import split_sentences

SMALLEST, SIZE = 300, 3_000
"""Characters of a text that only loads what is needed, and of the smaller one compared."""

MOST = 2.3
"""Times the lines run may grow where the text doubles. All that is measured grows 2.0 times at the most."""

TEXTS: dict[str, Callable[[int], str]] = {
    "opened quotations": lambda size: "« mot " * (size // 6),
    "closed quotations": lambda size: "mot » " * (size // 6),
    "straight quotes": lambda size: '"mot et ' * (size // 8),
    "marks only": lambda size: "«" * size,
    "dots": lambda size: "…" * size,
    "initials": lambda size: "M. A. " * (size // 6),
    "capitals": lambda size: "ANNE ROUX " * (size // 10),
    "names": lambda size: " ".join(
        f"Anne Rou{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}t" for at in range(size // 11)
    ),
    "days": lambda size: "12 mars 2024 et hier " * (size // 21),
    "figures": lambda size: "1 2.3,4 " * (size // 8),
    "hashtags": lambda size: "#paris " * (size // 7),
    "addresses": lambda size: "https://www.lemonde.fr/a " * (size // 25),
    "domains": lambda size: "lemonde.fr " * (size // 11),
    "brackets": lambda size: "(a [b " * (size // 6),
    "apostrophes": lambda size: "l'a d’" * (size // 6),
    "sources": lambda size: "Source : Le Monde " * (size // 18),
    "lines of sources": lambda size: "Source : Le Monde\n" * (size // 18),
    "lines of bylines": lambda size: "Par Anne Roux\n" * (size // 14),
    "lines of translators": lambda size: "Traduit par Anne Roux\n" * (size // 22),
    "statements": lambda size: "Cet article a été publié par Le Monde, " * (size // 39),
    "replies": lambda size: "As an AI language model, I cannot do that. " * (size // 43),
    "furniture": lambda size: "Abonnez-vous à notre newsletter. " * (size // 33),
    "one sentence": lambda size: "Le bateau est parti hier du port. " * (size // 34),
    "short lines": lambda size: "a\n" * (size // 2),
}
PAGES: dict[str, Callable[[int], str]] = {
    "deep": lambda size: f"{'<div>' * (size // 5)}texte",
    "links": lambda size: "<p>" + '<a href="https://a.fr/author/x">mot</a> ' * (size // 40),
    "lines of links": lambda size: '<p>Source : <a href="https://lemonde.fr/a">Le Monde</a></p>' * (size // 59),
    "menus": lambda size: "<h1>Le port</h1>" + "<nav><a href=x>a</a></nav>" * (size // 26),
    "open italics": lambda size: "<p><i>a" * (size // 7),
}


UNDATED: dict[str, Callable[[int], str]] = {
    "months": lambda size: "En mai, chaque année en juin. " * (size // 30),
    "stretches": lambda size: "De novembre à avril, tous les ans au printemps. " * (size // 48),
    "comments": lambda size: "<!-- provenance: ignore[spacing] x -->\n\nQui?\n\n" * (size // 46),
    "comments on one line": lambda size: "Qui? <!-- provenance: ignore[spacing] x --> " * (size // 44),
    "slips of learnt names": lambda size: "Odile Grandvuax et Odile Grandvaux. " * (size // 36),
}
"""Texts that are counted with suppressions, without a day, and with a house file."""

HOUSE = House(learnt=Learnt("house.toml", "0" * 64, (KnownName("Odile Grandvaux", 12),)))


def work(text: str, path: str) -> int:
    """Lines of the tool run for an audit of a dated article."""
    settings = Settings(profile=Profile.RESEARCH, declared=Declared(language="fr", published="2024-03-12"))
    return lines_run(lambda: list(audit_bytes(text.encode(), path, settings)))


def whole_work(text: str) -> int:
    """Lines of the tool run for an audit and what answers its findings."""
    settings = Settings(profile=Profile.RESEARCH, declared=Declared(language="fr"), house=HOUSE)
    return lines_run(lambda: audit_inputs([Input("one.md", data=text.encode())], settings).dossiers)


def lines_run(run: Callable[[], Sequence[Dossier]]) -> int:
    """Lines of the tool: unlike seconds, the same on every machine."""
    count = 0

    def line(*_: object) -> object:
        nonlocal count
        count += 1
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        assert len(run()) == 1
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_twice_as_long_costs_twice_as_much(kind: str) -> None:
    work(TEXTS[kind](SMALLEST), "one.txt")
    once, twice = (work(TEXTS[kind](size), "one.txt") for size in (SIZE, 2 * SIZE))
    assert twice <= MOST * once


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_twice_as_long_costs_twice_as_much(kind: str) -> None:
    work(PAGES[kind](SMALLEST), "one.html")
    once, twice = (work(PAGES[kind](size), "one.html") for size in (SIZE, 2 * SIZE))
    assert twice <= MOST * once


@pytest.mark.parametrize("kind", UNDATED)
def test_twice_the_findings_and_suppressions_cost_twice_as_much(kind: str) -> None:
    whole_work(UNDATED[kind](SMALLEST))
    once, twice = (whole_work(UNDATED[kind](size)) for size in (SIZE, 2 * SIZE))
    assert twice <= MOST * once


@pytest.mark.parametrize("part", ["…", "« mot ", "M. A. "])
def test_the_patterns_step_over_a_long_line_once(part: str) -> None:
    """What a pattern does is no line of ours, so here a clock tells, by a factor of thousands."""
    text = part * 20_000
    begun = process_time()
    list(split_sentences(text, Span(0, len(text))))
    paired(text, Span(0, len(text)), 0, turned=False, resumed=-1)
    assert process_time() - begun < 5
