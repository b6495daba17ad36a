"""What a disclosure says of a machine's part: which uses, and whether a human looked at the result."""

import re
from functools import cache

from provenance.lexicon.tables import table
from provenance.model.credit import AiUse

SUBJECT = "credits"


def uses_of(statement: str, language: str) -> tuple[AiUse, ...]:
    """The uses a statement names, `unspecified` where it names none."""
    found = tuple(use for use in AiUse if (words := _words(language, use.value)) and words.search(statement))
    return found or (AiUse.UNSPECIFIED,)


def is_use(statement: str, language: str) -> bool:
    """Whether the statement says that a machine was used: a denial is no use, nor are a policy and its link."""
    denied = _words(language, "denied")
    return not (denied and denied.search(statement))


def is_reported(sentence: str, language: str) -> bool:
    """Whether a sentence only reports what somebody says of a machine's part in something."""
    reported = _words(language, "reported")
    return bool(reported and reported.search(sentence))


def is_reviewed(statement: str, language: str) -> bool | None:
    """Whether a human checked the result; None where nothing is said."""
    unreviewed, reviewed = _words(language, "unreviewed"), _words(language, "reviewed")
    if unreviewed and unreviewed.search(statement):
        return False
    return True if reviewed and reviewed.search(statement) else None


@cache
def _words(language: str, what: str) -> re.Pattern[str] | None:
    """The words for one use or verdict; a word written `…stem…` may go on at the open ends."""
    words = table(language, SUBJECT).get("disclosure", {}).get(what, ())
    if not words:
        return None
    written = "|".join(_bounded(word) for word in words)
    return re.compile(written, re.IGNORECASE)


def _bounded(word: str) -> str:
    start = "" if word.startswith("…") else r"(?<!\w)"
    end = "" if word.endswith("…") else r"(?!\w)"
    return start + re.escape(word.strip("…")).replace(r"\ …\ ", r"\ (?:[^\s.]+\ ){0,4}") + end
