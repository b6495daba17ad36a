"""The people whom everybody's news name: accepted spellings in each language, and slips that are often seen."""

from functools import cache
from typing import NamedTuple

from provenance.lexicon.tables import rows
from provenance.model.article import Article, derived
from provenance.model.text import Span
from provenance.words.literals import Literals

LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "nl")


class Misspelling(NamedTuple):
    """A slip in a figure's name where it stands, with the spelling of the article's language."""

    span: Span
    right: str


class Foreign(NamedTuple):
    """A figure's name as another language spells it, with the spelling of the article's language."""

    span: Span
    right: str


@cache
def spellings(language: str) -> Literals[tuple[str, str, bool]]:
    """What is looked for in a language: folded phrase -> (as it stands, the right spelling, whether it is a slip)."""
    phrases: dict[str, tuple[str, str, bool]] = {}
    accepted: set[str] = set()
    for row in rows("figures"):
        own = row[1 + LANGUAGES.index(language)].split("|")
        accepted.update(own)
        for foreign in {form for cell in row[1:-1] for form in cell.split("|")} - set(own):
            phrases[foreign.lower()] = (foreign, own[0], False)
        for slip in filter(None, row[-1].split("|")):
            right = own[0] if " " in slip else own[0].split()[-1]
            phrases[slip.lower()] = (slip, right, True)
    return Literals((phrase, payload) for phrase, payload in phrases.items() if payload[0] not in accepted)


@cache
def surnames() -> dict[str, int]:
    """Every accepted surname in lower case -> whose it is, so that two spellings of one figure are known as such."""
    return {
        form.split()[-1].lower(): number
        for number, row in enumerate(rows("figures"))
        for cell in row[1:-1]
        for form in cell.split("|")
    }


def are_variants(one: str, other: str) -> bool:
    """Whether two spellings are accepted ones of the same figure ("Zelensky", "Zelenski")."""
    owner = surnames().get(one.lower())
    return owner is not None and owner == surnames().get(other.lower())


@derived
def figure_slips(article: Article) -> tuple[Misspelling, ...]:
    return tuple(Misspelling(span, right) for span, right, is_slip in _found(article) if is_slip)


@derived
def foreign_figures(article: Article) -> tuple[Foreign, ...]:
    return tuple(Foreign(span, right) for span, right, is_slip in _found(article) if not is_slip)


@derived
def _found(article: Article) -> tuple[tuple[Span, str, bool], ...]:
    language = (article.language or "").split("-")[0]
    if language not in LANGUAGES:
        return ()
    text, found = article.text, []
    for block in article.own:
        for hit in spellings(language).within(article, block.span):
            span = Span(hit.start, hit.end)
            form, right, is_slip = hit.payloads[0]
            if text.plain[span.start : span.end] == form:
                found.append((span, right, is_slip))
    return tuple(found)
