"""The values a person may give, in an option or in the configuration, each proved by one function.

Each takes a text and raises UsageError with one sentence that names the nearest value that would do.
"""

import re
from collections.abc import Iterable

from provenance.inspection.rulebook import every_check
from provenance.layout.nearest import did_you_mean
from provenance.lexicon.tables import languages
from provenance.model.dating import PartialDate
from provenance.model.errors import UsageError
from provenance.model.finding import Level
from provenance.model.patterns import pattern
from provenance.model.settings import Profile
from provenance.words.language_names import LOCALES

NEVER = "never"
LANGUAGE = pattern(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
DATE = pattern(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?")


def one_of(kind: str, value: str, known: Iterable[str]) -> str:
    if value in (choices := list(known)):
        return value
    raise UsageError(f"unknown {kind} '{value}'{did_you_mean(value, choices)}")


def profile_name(value: str) -> Profile:
    return Profile(one_of("profile", value, [profile.value for profile in Profile]))


def fail_level(value: str) -> Level | None:
    """The level from which findings fail a run; None is never."""
    one_of("level", value, [*(level.value for level in Level), NEVER])
    return None if value == NEVER else Level(value)


def locale_name(value: str) -> str:
    return one_of("locale", value, LOCALES)


def rule_name(value: str) -> str:
    known = [check.rule.id for check in every_check()]
    if value in known:
        return value
    raise UsageError(f"unknown rule '{value}'{did_you_mean(value, known) or '; `provenance rules` lists them'}")


def rule_names(value: str) -> frozenset[str]:
    """`spacing,mixed-quotes` -> the rules."""
    return frozenset(rule_name(part.strip()) for part in value.split(",") if part.strip())


def language_code(value: str) -> str:
    """A language there is data for: any other would switch the rules off and pass for clean."""
    if not LANGUAGE.fullmatch(value):
        raise UsageError(f"'{value}' is not a language code; write it as in 'fr' or 'pt-BR'")
    base, dash, region = value.partition("-")
    if base.lower() in languages():
        return f"{base.lower()}{dash}{region}"
    known = ", ".join(sorted(languages()))
    raise UsageError(f"no rule knows the language '{value}': known are {known}; `provenance languages` tells more")


def date_text(value: str) -> str:
    if DATE.fullmatch(value.strip()) and PartialDate.parse(value):
        return value.strip()
    raise UsageError(f"'{value}' is not a date; write it as in 2031-01-06")


def web_address(value: str) -> str:
    if re.match(r"https?://[^\s/]", value):
        return value
    raise UsageError(f"'{value}' is not a web address; it begins with https:// or http://")


def job_count(value: str) -> int:
    """How many processes; 0 asks for one a processor."""
    if value.isascii() and value.isdigit() and int(value) <= 512:
        return int(value)
    raise UsageError(f"'{value}' is not a number of jobs; write 1 or more, or 0 for one a processor")
