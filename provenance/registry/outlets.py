"""Who is who: outlets and agencies by name and by domain. Pure look-ups in the packaged registry."""

from dataclasses import dataclass

from provenance.model.article import Article, derived
from provenance.model.outlet import Outlet
from provenance.model.text import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet's name in the text."""

    span: Span
    outlet: Outlet


def outlet_named(name: str) -> Outlet | None:
    """The outlet or agency of that name or alias, whatever its case and leading article; None where unknown."""
    return None


def outlet_of(domain: str) -> Outlet | None:
    """The outlet that owns a registered domain."""
    return None


@derived
def mentions(article: Article) -> tuple[Mention, ...]:
    """The outlets and agencies the article's text names, in reading order. Common words that are also names are left out
    unless their context makes them one."""
    return ()
