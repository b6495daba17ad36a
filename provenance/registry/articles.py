"""The article a name takes in a language, and how it joins the preposition before it (`à` + `le` = `au`)."""

from functools import cache

from provenance.lexicon.tables import table
from provenance.model.outlet import Outlet
from provenance.model.text import plain


@cache
def articles(language: str) -> dict[str, str]:
    """Names, as running text prints them, with the article they take in the language."""
    by_article = table(language, "outlets").get("articles", {})
    return {plain(name): str(article) for article, names in by_article.items() for name in names}


@cache
def often_bare(language: str) -> frozenset[str]:
    return frozenset(table(language, "outlets").get("bare", ()))


def display(outlet: Outlet, language: str) -> tuple[str, str]:
    """An outlet's name as running text prints it, and its article there; no article where the name keeps its own."""
    known = articles(language)
    for name in (outlet.name, outlet.name.partition(" ")[2], *outlet.aliases):
        if name in known:
            return name, known[name]
    return outlet.name, ""


def joined(preposition: str, article: str, name: str, language: str) -> str:
    """`à`, `le`, `Monde` -> `au Monde`; an elided article touches the name."""
    before = f"{preposition} {article}".strip()
    before = table(language, "outlets").get("contracted", {}).get(before, before)
    if not before:
        return name
    return f"{before}{name}" if before.endswith(("'", "’")) else f"{before} {name}"
