"""Article to credits: what its lines say, what its metadata declares, whom its text cites."""

from collections.abc import Iterator

from provenance.attribution.bylines import find_bylines
from provenance.attribution.citations import find_citations
from provenance.attribution.dated import with_dates
from provenance.attribution.metadata import read_metadata
from provenance.attribution.pictures import find_picture_credits
from provenance.attribution.set_apart import cut_at_marks
from provenance.attribution.statements import find_statements
from provenance.model.article import Article
from provenance.model.credit import AgentKind, Credit, Role
from provenance.model.house import House
from provenance.model.record import replace
from provenance.model.span_index import SpanIndex
from provenance.model.text import Span

BESIDE = 150
"""Characters between what kind of picture it is and whose, at the most."""


def find_credits(article: Article, house: House) -> tuple[Credit, ...]:
    """Every attribution statement of the article, from its text and its metadata, in reading order."""
    pictures = find_picture_credits(article)
    captioned = SpanIndex(picture.span for picture in pictures)
    found_in_text = cut_at_marks(article, find_statements(article))
    disclosed = SpanIndex(picture.span for picture in pictures if picture.role is Role.AI_DISCLOSURE)
    statements = tuple(
        credit
        for credit in found_in_text
        if not (
            _is_within(credit, captioned) or (credit.role is Role.AI_DISCLOSURE and disclosed.overlaps(credit.span))
        )
    )
    visible = (*statements, *pictures, *find_bylines(article, (*statements, *pictures)))
    visible = tuple(each for credit in visible for each in _one_by_one(credit))
    found = [*with_dates(article, visible), *find_citations(article, statements, house), *read_metadata(article)]
    return tuple(sorted(found, key=lambda credit: (credit.span, credit.role)))


def _one_by_one(credit: Credit) -> Iterator[Credit]:
    """A credit for each of several wires that one statement names, as each is a source of its own."""
    wires = credit.role is Role.AGENCY and all(agent.kind is AgentKind.AGENCY for agent in credit.agents)
    if wires and len(credit.agents) > 1:
        yield from (replace(credit, agents=(agent,)) for agent in credit.agents)
    else:
        yield credit


def _is_within(credit: Credit, captioned: SpanIndex) -> bool:
    """Whether a picture credit is read whole already: a caption's runs to its end, other statements to the next bar.
    One that names nobody ("Symbolbild") says nothing beside another that does."""
    reach = 0 if credit.agents or credit.licence or credit.domain else BESIDE
    around = Span(max(0, credit.span.start - reach), credit.span.end + reach)
    return credit.role is Role.IMAGE and captioned.overlaps(around)
