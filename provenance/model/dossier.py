"""One article with everything that was established about it: one row of the audit table."""

from provenance.model.article import Article
from provenance.model.comparison import Comparison
from provenance.model.credit import Credit
from provenance.model.dating import Dating
from provenance.model.finding import Finding, Unmeasured
from provenance.model.house import House
from provenance.model.indicator import Indicator
from provenance.model.lineage import Derivation, Likeness, OriginStatus, Relation, Work
from provenance.model.record import record


@record
class Origin:
    """An article that was given as the origin, and what came of holding this one against it.

    `matches` is whether this article was made from it, `credited` whether it says that it comes from anywhere at all.
    """

    article: Article
    work: Work
    confidence: float
    matches: bool
    relation: Relation
    credited: bool
    likeness: Likeness = Likeness()
    evidence: tuple[str, ...] = ()

    @property
    def is_translation(self) -> bool:
        return self.relation is Relation.TRANSLATION


@record(slots=False)
class Dossier:
    """The sheets of one article. Each station of the belt adds a sheet and changes none.

    `publisher_domain` is the registered domain the article is published under; `below_profile` counts the findings that
    are less certain than the profile asks for, which `findings` no longer holds; `origins` are those that were given,
    `comparison` is with the likest of them.
    """

    article: Article
    credits: tuple[Credit, ...] = ()
    dating: Dating = Dating()
    chain: tuple[Derivation, ...] = ()
    origin_status: OriginStatus = OriginStatus.UNKNOWN
    findings: tuple[Finding, ...] = ()
    unmeasured: tuple[Unmeasured, ...] = ()
    house: House = House()
    publisher_domain: str | None = None
    below_profile: int = 0
    origins: tuple[Origin, ...] = ()
    comparison: Comparison | None = None
    indicators: tuple[Indicator, ...] = ()
