"""What the terminal and its environment say: width, colours, language."""

import os
import sys
from collections.abc import Mapping

NARROWEST, WIDEST, PIPED = 40, 160, 80


def width() -> int:
    """Columns to write in: those of the terminal within reason, 80 where the output is piped."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return PIPED
    import shutil  # a piped report need not pay for it

    return min(max(shutil.get_terminal_size((PIPED, 24)).columns, NARROWEST), WIDEST)


def wants_color(*, refused: bool, environment: Mapping[str, str] = os.environ) -> bool:
    """--no-color, then NO_COLOR, then FORCE_COLOR, then whether a person is watching."""
    if refused or environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return sys.stdout.isatty() and environment.get("TERM") != "dumb"


def locale(environment: Mapping[str, str] = os.environ) -> str:
    """French on a terminal that speaks French; otherwise English, so that a script meets the same words anywhere."""
    if not sys.stdout.isatty():
        return "en"
    spoken = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    return "fr" if spoken.lower().startswith("fr") else "en"
