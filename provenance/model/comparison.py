"""An article held against its origin, sentence by sentence."""

from enum import StrEnum

from provenance.model.article import Article
from provenance.model.dating import PartialDate
from provenance.model.record import record
from provenance.model.text import Span


class Kind(StrEnum):
    """What differs; each kind is told by the rule of the same name."""

    FIGURE = "changed-figure"
    DATE = "changed-date"
    NAME = "changed-name"
    QUOTE = "altered-quote"
    HEDGE = "dropped-hedge"


@record
class Aligned:
    """A run of sentences of the article and the run of the origin's that it renders, mostly one each.

    `sureness` is 0 to 1: how sure it is that the two say the same thing.
    """

    article: Span
    origin: Span
    sureness: float


@record
class Difference:
    """One fact that the article tells otherwise than its origin.

    `article` and `origin` are the spans of the two wordings, each in its own text; `said` and `meant` what was held
    against each other, in a form that people can compare; `message` is the key of the rule's message; `replacement` is
    what would be right, in the article's language.
    """

    kind: Kind
    article: Span
    origin: Span
    said: str
    meant: str
    confidence: float
    message: str = "found"
    replacement: str | None = None


@record
class Comparison:
    """An article beside its origin. `aligned` is in the article's order; `added` and `omitted` are the sentences that
    have no counterpart, in the article and in the origin.

    `same_work` is None where too little tells whether the article was made from the origin at all; `cut` is whether
    one of the texts was too long to be compared to its end.
    """

    origin: Article
    same_work: bool | None
    confidence: float
    aligned: tuple[Aligned, ...] = ()
    differences: tuple[Difference, ...] = ()
    added: tuple[Span, ...] = ()
    omitted: tuple[Span, ...] = ()
    cut: bool = False
    origin_published: PartialDate | None = None
