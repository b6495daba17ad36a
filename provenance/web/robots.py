"""What a site allows robots to fetch: robots.txt by RFC 9309."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from provenance.model.record import record

LARGEST = 500 * 1024
"""Bytes of a robots.txt that are read, as the standard asks for at least."""
MOST_RULES, LONGEST_RULE = 2000, 500
ANYBODY = "*"
KEPT = "/?=&%:;@,+$!~*'()-._"


@record
class Rule:
    """One `Allow` or `Disallow` with its pattern, in which * stands for anything and $ for the end."""

    pattern: str
    allows: bool

    def covers(self, path: str) -> bool:
        end = self.pattern.endswith("$")
        pieces = (self.pattern[:-1] if end else self.pattern).split("*")
        if not path.startswith(pieces[0]):
            return False
        at = len(pieces[0])
        for piece in pieces[1:-1] if end else pieces[1:]:
            if (found := path.find(piece, at)) < 0:
                return False
            at = found + len(piece)
        if not end:
            return True
        return at == len(path) if len(pieces) == 1 else path.endswith(pieces[-1]) and len(path) - len(pieces[-1]) >= at


@record
class Robots:
    """The rules for one robot, and the seconds it is asked to leave between two requests."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be fetched: the longest pattern decides, of equals the one that allows."""
        path = quote(path or "/", KEPT)
        covering = [rule for rule in self.rules if rule.covers(path)]
        return not covering or max(covering, key=lambda rule: (len(rule.pattern), rule.allows)).allows


EVERYTHING = Robots()
NOTHING = Robots((Rule("/", allows=False),))


def parse(text: str, product: str) -> Robots:
    """The rules of the groups that name a product, else of those for anybody."""
    groups = list(grouped(text))
    named = {name for names, _ in groups for name in names}
    wanted = product if product in named else ANYBODY
    lines = [line for names, lines in groups if wanted in names for line in lines]
    rules = [Rule(quote(value, KEPT), key == "allow") for key, value in lines if key != "crawl-delay" and value]
    delays = [float(value) for key, value in lines if key == "crawl-delay" and re.fullmatch(r"\d{1,4}(\.\d+)?", value)]
    return Robots(tuple(rules[:MOST_RULES]), max(delays, default=0.0))


def grouped(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """The groups of a robots.txt: whom each is for, and its lines."""
    names: set[str] = set()
    lines: list[tuple[str, str]] = []
    for line in text[:LARGEST].splitlines():
        key, colon, value = (part.strip() for part in line.split("#")[0].partition(":"))
        key = key.lower()
        if key == "user-agent" and colon:
            if lines:
                yield names, lines
                names, lines = set(), []
            names.add(value.lower())
        elif key in ("allow", "disallow", "crawl-delay") and names and len(value) <= LONGEST_RULE:
            lines.append((key, value))
    if names:
        yield names, lines
