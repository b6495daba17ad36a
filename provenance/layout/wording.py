"""The words of the interface, in the reader's language: headings, phrases and counts from `interface.toml`."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from provenance.layout.elision import behind
from provenance.lexicon.tables import table
from provenance.model.record import record
from provenance.words.language_names import LOCALES


@record(slots=False)
class Wording:
    locale: str
    words: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """The phrase under a dotted key, filled; a missing key is a fault of the data and raises KeyError."""
        found: Any = self.words
        for part in key.split("."):
            found = found[part]
        return str(found).format_map(values) if values else str(found)

    def behind(self, key: str, name: str) -> str:
        """The phrase under a key with the name at `{name}`, as the language joins the two: `d’EFE`."""
        return behind(self(key), name, self.locale)

    def count(self, key: str, number: int) -> str:
        """`3 errors`, `1 error`: the number with its noun."""
        single, many = self.words["counts"][key]
        return str(single if number in self.words["singular"] else many).format(n=number)

    def reason(self, sentence: str) -> str:
        """Why an input failed, translated; a sentence the wording does not know stays as it is."""
        for english, own in self.words.get("reasons", {}).items():
            if found := re.fullmatch(re.escape(english).replace(r"\{\}", "(.*)"), sentence, re.DOTALL):
                return str(own).format(*found.groups())
        return sentence

    def language(self, code: str | None) -> str | None:
        """`Spanish` for `es-MX`; the code itself where it has no name here."""
        if not code:
            return None
        return str(self.words["languages"].get(code.split("-")[0].lower(), code))


@cache
def wording(locale: str) -> Wording:
    return Wording(locale, table(locale if locale in LOCALES else "en", "interface"))
