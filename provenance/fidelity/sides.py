"""One of the two articles that are held against each other: its sentences, its language, its day."""

from datetime import date
from itertools import islice

from provenance.model.article import Article
from provenance.model.block import PROSE, BlockKind
from provenance.model.dating import Dating
from provenance.model.dossier import Dossier
from provenance.model.record import record
from provenance.model.text import Span
from provenance.words.tokens import sentences_of

COMPARED = PROSE | {BlockKind.CAPTION}
MOST_SENTENCES = 500
"""Sentences of an article that are compared: the work grows with their square."""

LONGEST_SENTENCE = 4000
"""Characters of a sentence that are read: what is longer is a table or an attack."""


@record(slots=False, eq=False)
class Side:
    """`sentences` are the spans of the compared sentences in reading order, captions where they stand."""

    article: Article
    dating: Dating
    sentences: tuple[Span, ...]
    cut: bool = False

    @property
    def language(self) -> str:
        """The language without its region; empty where it is not known."""
        return (self.article.language or "").split("-")[0]

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known to the day."""
        published = self.dating.published
        return published.first if published and published.is_day else None

    def plain(self, span: Span) -> str:
        """The words of a span in plain typography, no longer than is read."""
        return self.article.text.plain[span.start : min(span.end, span.start + LONGEST_SENTENCE)]


def side_of(dossier: Dossier) -> Side:
    article = dossier.article
    spans = (span for block in article.blocks_of(COMPARED) for span in sentences_of(article, block))
    kept = tuple(islice(spans, MOST_SENTENCES))
    return Side(article, dossier.dating, kept, cut=next(spans, None) is not None)
