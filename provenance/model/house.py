"""The publisher whose articles are audited, as its configuration names it."""

from provenance.model.record import record


@record
class House:
    """The own outlet: its names and registered domains, and its house style."""

    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
