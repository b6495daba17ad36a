"""Who is who: outlets and agencies by name and by domain. Pure look-ups in the packaged registry."""

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache, lru_cache

from provenance.lexicon.prepared import Prepared
from provenance.lexicon.tables import rows
from provenance.model import text
from provenance.model.outlet import Outlet, OutletKind
from provenance.model.patterns import pattern
from provenance.model.text import plain
from provenance.registry.hosts import host_of

ARTICLE_BEFORE = pattern(
    r"(?:the|le|la|les|l'|el|los|las|der|die|das|dem|den|des|il|lo|gli|i|o|a|os|as|de|het|al|au|du)(?:(?<=') ?| )",
    re.IGNORECASE,
)
"""The article that many names open with and that texts drop, add or translate."""


REMEMBERED = 20_000
"""Names looked up last that are kept in memory."""


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return (*rows("outlets"), *rows("agencies"))


@cache
def outlet_at(number: int) -> Outlet:
    """The outlet in a row of the registry."""
    name, kind, domains, language, country, aliases, _guarded = _rows()[number]
    return Outlet(
        name=name,
        kind=OutletKind(kind),
        domains=tuple(domains.split("|")) if domains else (),
        aliases=tuple(aliases.split("|")) if aliases else (),
        language=language or None,
        country=country or None,
    )


@cache
def outlets() -> tuple[Outlet, ...]:
    """Everyone in the registry, in the order of its rows."""
    return tuple(map(outlet_at, range(len(_rows()))))


def names_of_kinds(kinds: Set[OutletKind]) -> Iterator[str]:
    """Every name, alias and domain of the outlets of some kinds."""
    for name, kind, domains, _language, _country, aliases, _guarded in _rows():
        if kind in kinds:
            yield from (form for form in (name, *domains.split("|"), *aliases.split("|")) if form)


@cache
def guarded_forms() -> frozenset[str]:
    """Names that are also common words, places or people: outlets in a text only where their context says so."""
    return frozenset(form for row in _rows() if row[6] for form in row[6].split("|") if form)


def folded(name: str) -> str:
    """A name in lower case, with one kind of apostrophe, hyphen and blank, without its leading article."""
    low = re.sub(r"[\s\u00a0]+", " ", plain(name)).strip(" .,;:()[]«»\"“”'").lower()
    found = ARTICLE_BEFORE.match(low)
    return low[found.end() :] if found and found.end() < len(low) else low


def numbers_by_name() -> dict[str, int]:
    """The row of each name; whole names outrank aliases, and earlier rows later ones."""
    known: dict[str, int] = {}
    for number, outlet in enumerate(outlets()):
        known.setdefault(plain(outlet.name).lower(), number)
    for number, outlet in enumerate(outlets()):
        for form in (outlet.name, *outlet.aliases):
            known.setdefault(plain(form).lower(), number)
    for number, outlet in enumerate(outlets()):
        for form in (outlet.name, *outlet.aliases):
            known.setdefault(folded(form), number)
    return known


NAMES = Prepared("outlet-names", numbers_by_name, (__file__, text.__file__))


@cache
def by_name() -> Mapping[str, int]:
    known: Mapping[str, int] = NAMES.load()
    return known


@cache
def by_domain() -> dict[str, int]:
    return {domain: number for number, row in enumerate(_rows()) if row[2] for domain in row[2].split("|")}


@lru_cache(REMEMBERED)
def outlet_named(name: str) -> Outlet | None:
    """The outlet or agency of that name or alias, whatever its case and leading article; None where unknown.

    A domain that stands for a name (`lemonde.fr`) is one too.
    """
    whole = re.sub(r"[\s\u00a0]+", " ", plain(name)).strip(" .,;:()[]«»\"“”'").lower()
    known = by_name()
    number = known.get(whole)
    if number is None:
        number = known.get(folded(name))
    if number is None and "." in whole:
        number = by_domain().get(whole)
    return None if number is None else outlet_at(number)


def domains_named(name: str) -> frozenset[str]:
    """The domains of every outlet of that name: two papers are called Público, five The Times."""
    return _domains_by_name().get(folded(name), frozenset())


@cache
def _domains_by_name() -> dict[str, frozenset[str]]:
    known: dict[str, frozenset[str]] = {}
    for outlet in outlets():
        for form in {folded(form) for form in (outlet.name, *outlet.aliases)}:
            known[form] = known.get(form, frozenset()).union(outlet.domains)
    return known


def outlet_of(domain: str) -> Outlet | None:
    """The outlet that owns a domain or host: the host's own outlet, else that of the domain above it."""
    host = domain if domain in by_domain() else host_of(domain)
    while host and "." in host:
        if (number := by_domain().get(host)) is not None:
            return outlet_at(number)
        host = host.partition(".")[2]
    return None


def is_image_agency(name: str) -> bool:
    outlet = outlet_named(name)
    return outlet is not None and outlet.kind is OutletKind.IMAGE_AGENCY
