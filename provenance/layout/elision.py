"""A name behind a word that changes before it: `d’AFP`, `du Monde`. Which words do is data of the language."""

from collections.abc import Mapping
from typing import Any
from unicodedata import normalize


def behind(phrase: str, name: str, rules: Mapping[str, Any]) -> str:
    """The phrase with the name at its `{name}`. The word before it joins an article (`de` + `Le Monde`), or is cut
    short before a vowel and before an h that is not spoken; without rules it stays."""
    lead, _, rest = phrase.partition("{name}")
    stem, blank, word = lead.removesuffix(" ").rpartition(" ")
    if lead.endswith(" ") and word == rules.get("word"):
        article, _, bare = name.partition(" ")
        if bare and article in rules["joined"]:
            return f"{stem}{blank}{rules['joined'][article]} {bare}{rest}"
        if is_elided(name, rules):
            return f"{stem}{blank}{rules['short']}{name}{rest}"
    return f"{lead}{name}{rest}"


def is_elided(name: str, rules: Mapping[str, Any]) -> bool:
    opening = normalize("NFD", name[:1].lower())[:1]
    return opening in tuple(rules["vowels"]) or name.lower().startswith(tuple(rules["silent_h"]))
