"""The known word that somebody probably meant."""

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`, did you mean 'json'?`, or the known words where none is near."""
    from difflib import get_close_matches

    candidates = sorted(known)
    if near := get_close_matches(word.lower(), candidates, 1):
        return f", did you mean '{near[0]}'?"
    return f": known are {', '.join(candidates)}" if 0 < len(candidates) <= 16 else ""
