"""A name behind a word that changes before it: `d’EFE`, `du Monde`, `du Guardian`. What changes is data."""

from collections.abc import Mapping
from typing import Any
from unicodedata import normalize

from provenance.lexicon.tables import table
from provenance.model.text import plain
from provenance.registry.articles import articles, joined


def behind(phrase: str, name: str, locale: str) -> str:
    """The phrase with the name at its `{name}`, which may have details in brackets behind it. A name that takes an
    article gets it; the word before joins that article or one of the name's own (`de` + `Le Monde`), or is cut short
    before a vowel and before an h that is not spoken."""
    rules: Mapping[str, Any] = table(locale, "interface").get("elision", {})
    lead, _, rest = phrase.partition("{name}")
    stem, blank, word = lead.removesuffix(" ").rpartition(" ")
    alone, bracket, details = name.partition(" (")
    if article := articles(locale).get(plain(alone)):
        before, word = (f"{stem}{blank}", word) if word == rules.get("word") else (lead, "")
        whole = joined(word, article.replace("'", "’"), alone, locale)
        return f"{before}{whole}{bracket}{details}{rest}"
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
