"""What a credited outlet says it carried: "Source: X, which took it from Y" names Y behind X.

The words of a relay stand in `citations.toml`: what opens one (`relays`), or where the verb closes the clause, the
pronouns that open it and the verbs (`relay_pronouns`, `relay_verbs`).
"""

from functools import cache
from re import Match, Pattern

from provenance.lexicon.tables import table
from provenance.model.article import Article, links_from
from provenance.model.patterns import pattern
from provenance.model.record import record
from provenance.model.text import Span
from provenance.registry.forms import names
from provenance.registry.grammar import any_of
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import folded, outlet_named, outlet_of

AHEAD = 240
"""Characters after the start of a credit within which a relay may be told."""
INFLECTED = 5
"""Letters from which a name is known by its stem, whatever ending German gives it."""


@record
class Relayed:
    """Who stands behind a credited outlet: the words that say so, the name, and the domain linked there."""

    span: Span
    name: str
    domain: str | None = None


def relayed(article: Article, credit: Span, own: frozenset[str] = frozenset()) -> Relayed | None:
    """What the statement at `credit` says its outlet carried; `own` are names that count though no registry knows."""
    language = (article.language or "").split("-")[0]
    opening = relay_words(language)
    text = article.text.folded
    line_end = text.find("\n", credit.start)
    end = min(credit.start + AHEAD, line_end if line_end >= 0 else len(text))
    for found in opening.finditer(text, credit.start, max(end, credit.end)) if opening else ():
        if behind := _behind(article, found, own):
            return behind
    return None


@cache
def relay_words(language: str) -> Pattern[str] | None:
    said = table(language, "citations")
    forms = []
    if said.get("relays"):
        forms.append(rf"(?<![\w-]){any_of(said['relays'])} (?P<after>[^.;:!?\n]{{2,90}})")
    if said.get("relay_verbs"):
        pronouns, verbs = any_of(said["relay_pronouns"]), any_of(said["relay_verbs"])
        forms.append(rf", {pronouns} (?P<before>[^.;:!?\n]{{2,90}}?) {verbs}(?P<rest>[^.;:!?\n]{{0,60}})")
    return pattern("|".join(forms)) if forms else None


def _behind(article: Article, found: Match[str], own: frozenset[str]) -> Relayed | None:
    named = [group for group in ("after", "before", "rest") if found.groupdict().get(group)]
    for start, end in (found.span(group) for group in named):
        for link in links_from(article, start, end - 1):
            if domain := registered_domain(link.url):
                outlet = outlet_of(domain)
                name = outlet.name if outlet else article.text[link.span]
                return Relayed(Span(found.start(), link.span.end), name, domain)
        if ours := _own_name(article, Span(start, end), own):
            return Relayed(Span(found.start(), ours.end), article.text[ours])
        for hit in names().find(article.text.plain[start:end]):
            if outlet := outlet_named(article.text.plain[start + hit.start : start + hit.end]):
                return Relayed(Span(found.start(), start + hit.end), outlet.name)
    return None


def _own_name(article: Article, within: Span, own: frozenset[str]) -> Span | None:
    said = article.text.folded
    for name in own:
        known = folded(name)
        stem = known[:-1] if (article.language or "").startswith("de") and len(known) > INFLECTED else known
        at = said.find(stem, within.start, within.end) if stem else -1
        if at >= 0 and not said[at - 1 : at].isalnum():
            return Span(at, min(at + len(known), within.end))
    return None
