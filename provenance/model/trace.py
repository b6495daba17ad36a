"""Links between the articles at hand, and the groups that share an origin."""

from provenance.model.lineage import Derivation
from provenance.model.record import record


@record
class Link:
    """A derivation; `target` is the article at hand it leads to, where there is one."""

    source: str
    target: str | None
    step: Derivation


@record
class Trace:
    """Every link, by the path it starts from; `groups` are the sets of two or more articles that share one origin.

    `independent` is how many origins the articles really have: each that was made from none of the others, and each
    address outside that some of them name.
    """

    links: tuple[Link, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    independent: int = 0

    def links_from(self, path: str) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.source == path)
