"""The publisher whose articles are audited, as its configuration names it, and what was learnt from its archive."""

from provenance.model.record import fresh, record


@record
class KnownName:
    """A name as the archive spells it.

    `articles` is in how many articles it stood, 0 where it was put in by hand; `variants` are other spellings that are
    right as well; `domains`, for outlets, are those that their credits gave.
    """

    name: str
    articles: int = 0
    variants: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@record
class Learnt:
    """What a house file holds, which `digest` (SHA-256 of its bytes, in hexadecimal) tells from every other.

    `left_out` are names that are never to be learnt.
    """

    path: str = ""
    digest: str = ""
    names: tuple[KnownName, ...] = fresh(default_factory=tuple, compare=False)
    outlets: tuple[KnownName, ...] = fresh(default_factory=tuple, compare=False)
    left_out: tuple[str, ...] = fresh(default_factory=tuple, compare=False)


@record
class House:
    """The own outlet: its names and registered domains, and what was learnt from its archive."""

    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    learnt: Learnt = Learnt()
