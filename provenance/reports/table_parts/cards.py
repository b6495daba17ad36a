"""The audit row of one article, set as a card: a question a line."""

from collections.abc import Iterator

from provenance.layout.account import ai_use, authors, chain, counts, origin, published, tally
from provenance.layout.display import by_parts, hanging, one_line, paint, width
from provenance.layout.view import View
from provenance.layout.wording import Wording, wording
from provenance.model.dossier import Dossier

GAP = 2


def card(dossier: Dossier, view: View) -> Iterator[str]:
    words = wording(view.locale)
    yield from (paint(part, "bold", color=view.color) for part in by_parts(one_line(dossier.article.path), view.width))
    yield paint("─" * min(view.width, 100), "dim", color=view.color)
    rows = list(answers(dossier, words))
    margin = max(width(label) for label, _ in rows) + GAP
    for label, text in rows:
        lead = label + " " * (margin - width(label))
        first, *further = hanging(lead, text, view.width)
        yield paint(lead, "dim", color=view.color) + first[len(lead) :]
        yield from further


def answers(dossier: Dossier, words: Wording) -> Iterator[tuple[str, str]]:
    """What a reader asks of an article, with the answers."""
    article = dossier.article
    if article.headline:
        yield words("headings.headline"), one_line(article.headline)
    yield words("headings.language"), words.language(article.language) or words("unstated")
    yield words("headings.authors"), authors(dossier, words)
    yield words("headings.origin"), origin(dossier, words)
    for number, step in enumerate(chain(dossier, words)):
        yield "" if number else words("headings.chain"), step
    yield words("headings.ai"), ai_use(dossier, words)
    yield words("headings.published"), published(dossier, words)
    yield words("headings.findings"), counts(tally([dossier]), words)
