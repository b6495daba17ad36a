"""The page of a rule in the reader's language: English stands with the rule, others in `rules.toml` of the language."""

from typing import NamedTuple

from provenance.lexicon.tables import table
from provenance.model.patterns import pattern
from provenance.model.rule import Rule

BREAK = pattern("[ \n]+")
"""Blanks of the source; no-break spaces are the writer's and stay."""


class RulePage(NamedTuple):
    """What a rule finds, in one sentence, and its whole page, of which that sentence is the first paragraph.

    `language` is that of the page: English where there is no other.
    """

    summary: str
    paragraphs: tuple[str, ...]
    language: str


def rule_page(rule: Rule, locale: str) -> RulePage:
    own = table(locale, "rules").get(rule.id)
    summary, text, language = (
        (own["summary"], f"{own['summary']}\n\n{own['page']}", locale) if own else (rule.summary, rule.page, "en")
    )
    paragraphs = (BREAK.sub(" ", part.strip()) for part in text.strip().split("\n\n"))
    return RulePage(str(summary), tuple(paragraphs), language)
