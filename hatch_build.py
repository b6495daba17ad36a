"""Compiles the lexicon when a wheel is built, so that an installed package reads JSON and never TOML."""

import subprocess
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class LexiconHook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, _version: str, _build_data: dict[str, Any]) -> None:
        subprocess.run([sys.executable, "-m", "provenance.lexicon.compile"], cwd=self.root, check=True)
