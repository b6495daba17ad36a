"""The README says what is true now."""

import re

from provenance.cli import known_commands
from tools.readme import README, ROOT, renewed


def test_the_generated_parts_are_up_to_date() -> None:
    text = README.read_text("utf-8")
    assert text == renewed(text), "run `make readme`"


def test_every_command_is_named() -> None:
    text = README.read_text("utf-8")
    missing = [command for command in known_commands() if f"provenance {command}" not in text]
    assert not missing, f"README.md does not name: {', '.join(missing)}"


def test_every_link_leads_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", README.read_text("utf-8"))
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
