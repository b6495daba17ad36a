"""Who is who: outlets and agencies by name and by domain. Pure look-ups in the packaged registry."""

import re
from functools import cache

from provenance.lexicon.tables import rows
from provenance.model.outlet import Outlet, OutletKind
from provenance.model.text import plain
from provenance.registry.hosts import host_of

ARTICLE_BEFORE = re.compile(
    r"(?:the|le|la|les|l'|el|los|las|der|die|das|dem|den|des|il|lo|gli|i|o|a|os|as|de|het|al|au|du)(?:(?<=') ?| )",
    re.IGNORECASE,
)
"""The article that many names open with and that texts drop, add or translate."""


@cache
def outlets() -> tuple[Outlet, ...]:
    """Everyone in the registry."""
    return tuple(
        Outlet(
            name=name,
            kind=OutletKind(kind),
            domains=tuple(domains.split("|")) if domains else (),
            aliases=tuple(aliases.split("|")) if aliases else (),
            language=language or None,
            country=country or None,
        )
        for table in ("outlets", "agencies")
        for name, kind, domains, language, country, aliases, _guarded in rows(table)
    )


@cache
def guarded_forms() -> frozenset[str]:
    """Names that are also common words, places or people: outlets in a text only where their context says so."""
    return frozenset(
        form for table in ("outlets", "agencies") for row in rows(table) for form in row[6].split("|") if form
    )


def folded(name: str) -> str:
    """A name in lower case, with one kind of apostrophe, hyphen and blank, without its leading article."""
    low = re.sub(r"[\s\u00a0]+", " ", plain(name)).strip(" .,;:()[]«»\"“”'").lower()
    found = ARTICLE_BEFORE.match(low)
    return low[found.end() :] if found and found.end() < len(low) else low


@cache
def by_name() -> dict[str, Outlet]:
    """Whole names outrank aliases, and earlier rows later ones."""
    known: dict[str, Outlet] = {}
    for outlet in outlets():
        known.setdefault(plain(outlet.name).lower(), outlet)
    for outlet in outlets():
        for form in (outlet.name, *outlet.aliases):
            known.setdefault(plain(form).lower(), outlet)
    for outlet in outlets():
        for form in (outlet.name, *outlet.aliases):
            known.setdefault(folded(form), outlet)
    return known


@cache
def by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


def outlet_named(name: str) -> Outlet | None:
    """The outlet or agency of that name or alias, whatever its case and leading article; None where unknown.

    A domain that stands for a name (`lemonde.fr`) is one too.
    """
    whole = re.sub(r"[\s\u00a0]+", " ", plain(name)).strip(" .,;:()[]«»\"“”'").lower()
    known = by_name()
    return known.get(whole) or known.get(folded(name)) or (by_domain().get(whole) if "." in whole else None)


def outlet_of(domain: str) -> Outlet | None:
    """The outlet that owns a domain or host: the host's own outlet, else that of the domain above it."""
    host = domain if domain in by_domain() else host_of(domain)
    while host and "." in host:
        if outlet := by_domain().get(host):
            return outlet
        host = host.partition(".")[2]
    return None


def is_image_agency(name: str) -> bool:
    outlet = outlet_named(name)
    return outlet is not None and outlet.kind is OutletKind.IMAGE_AGENCY
