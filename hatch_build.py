"""Compiles the lexicon and what is computed from it when a wheel is built: an installed package reads no TOML."""

import subprocess
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class LexiconHook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, _version: str, _build_data: dict[str, Any]) -> None:
        subprocess.run([sys.executable, "-m", "provenance.prepare"], cwd=self.root, check=True)
