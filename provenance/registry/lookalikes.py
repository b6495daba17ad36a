"""Domains that imitate those of known outlets: another suffix, letters that look alike, one slip of the fingers."""

from functools import cache

from provenance.lexicon.tables import WORLD, is_common, languages, table
from provenance.model.outlet import Outlet, OutletKind
from provenance.model.patterns import pattern
from provenance.registry.hosts import is_cheap, registered_domain
from provenance.registry.outlets import outlet_of, outlets

SHORTEST = 4
SHORTEST_EDITED = 5
SHORTEST_KNOWN = 6
"""Letters a name and its imitation must have before one wrong letter is no coincidence."""
SEEN, GUESSED = 0.92, 0.5
"""How sure one wrong letter is: easily mistaken, or any other."""
GENERIC = pattern(r"-?(?:news|online|magazine|times|media|tv|info|24)$|^the-?|-")
PRIVATE = pattern(r"(?:[a-z]{2}|com|net|org)\.[a-z]+$")
"""Suffixes that somebody sells names under."""

LOOKING_ALIKE = tuple(
    {*pair}
    for pair in ("il", "ij", "jl", "gq", "pq", "bd", "uv", "vw", "mn", "ec", "ao", "nr", "hn", "ft", "sz", "tl", "bh")
)
LIKE = str.maketrans("01358аеорсухікѕԁӏáàâäéèêëíìîïóòôöúùûüñç", "olesbaeopcyxiksdlaaaaeeeeiiiioooouuuunc")
PAIRS_LIKE = (("rn", "m"), ("vv", "w"), ("cl", "d"))
NEWS = frozenset(OutletKind) - {OutletKind.SITE, OutletKind.PLATFORM, OutletKind.IMAGE_AGENCY}


@cache
def labels() -> dict[str, tuple[str, str]]:
    """The name part of each outlet's domain with its suffix and the whole domain."""
    found: dict[str, tuple[str, str]] = {}
    for outlet in _news():
        for domain in outlet.domains:
            label, _dot, suffix = domain.partition(".")
            if len(label) >= SHORTEST and (
                domain.count(".") == 1 or (is_cheap(domain) and registered_domain(domain) == domain)
            ):
                found.setdefault(label, (suffix, domain))
    return found


def _news() -> tuple[Outlet, ...]:
    return tuple(outlet for outlet in outlets() if outlet.kind in NEWS)


@cache
def imitates(host: str) -> tuple[str, float] | None:
    """The known domain a host imitates and how surely, or None."""
    host = host.removeprefix("www.")
    label, _dot, suffix = (registered_domain(host) or host).partition(".")
    known = labels()
    cloned = table(WORLD, "lookalikes")
    if whole := _whole_domain_inside(host):
        return whole, 0.97
    if label in known:
        if suffix in cloned["always"] or (suffix in cloned["often"] and not _is_word(label)):
            return known[label][1], 0.97 if suffix in cloned["always"] else 0.92
        return None
    if like := known.get(skeleton(label)):
        return like[1], 0.97
    name, dash, added = label.rpartition("-")
    if dash and name in known and not _is_word(name):
        return (known[name][1], 0.95) if added == known[name][0].rpartition(".")[2] else None
    return _one_letter_off(label, suffix)


def _whole_domain_inside(host: str) -> str | None:
    """`bbc.co.com`, `lemonde.fr-actu.com` and `bbc-co.uk.com` open with a known domain, or its name and a doubled
    suffix; hyphens may stand for its dots.

    Below somebody else's domain that is how proxies, caches, archives and advertisers name the sites they serve, so the
    known domain must reach into the registered one, or that be a private suffix (`uk.com`).
    """
    parts, registered = host.replace("-", ".").split("."), registered_domain(host) or host
    for size in (3, 2):
        opening = ".".join(parts[:size])
        is_reached = len(opening) > len(host) - len(registered) or PRIVATE.match(registered) is not None
        is_own_name = "-" not in host[: len(opening)] or size > 2 or not _is_word(parts[0])
        if is_reached and is_own_name and size < len(parts) and host.count(".") > 1:
            owner = outlet_of(opening)
            if owner and owner.kind in NEWS and opening in owner.domains:
                return opening
    if host.endswith(".co.com"):
        return next(
            (domain for outlet in _news() for domain in outlet.domains if domain.split(".")[0] == parts[0]), None
        )
    return None


def skeleton(label: str) -> str:
    """A name as the eye takes it: figures and foreign letters that look like Latin ones made Latin."""
    seen = label.translate(LIKE)
    for pair, letter in PAIRS_LIKE:
        seen = seen.replace(pair, letter)
    return seen


def _is_word(label: str, *, spoken: int = 2) -> bool:
    """Whether a name is a frequent word of so many languages; outlets' own names are often frequent in their own."""
    return sum(is_common(language, label) for language in languages()) >= spoken


def _one_letter_off(label: str, suffix: str) -> tuple[str, float] | None:
    """The known domain whose name differs by one slip of the fingers or the eye, under the same suffix."""
    if len(label) < SHORTEST_EDITED or not label.replace("-", "").isalpha() or _is_word(label, spoken=1):
        return None
    for near in sorted({name for shorter in (label, *_shorter(label)) for name in slips().get(shorter, ())}):
        known_suffix, domain = labels()[near]
        if known_suffix != suffix or core(near) == core(label):
            continue
        if kind := _slip(label, near):
            return domain, kind if len(core(near)) >= SHORTEST_EDITED else min(kind, GUESSED)
    return None


@cache
def slips() -> dict[str, tuple[str, ...]]:
    """Every known name, and each without one of its letters, with the names it may stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for label in labels():
        if len(label) >= SHORTEST_KNOWN:
            for written in {label, *_shorter(label)}:
                found[written] = (*found.get(written, ()), label)
    return found


def core(label: str) -> str:
    """What tells a name apart: without the words that many outlets' names end or open with."""
    return GENERIC.sub("", label)


def _shorter(label: str) -> set[str]:
    return {label[:at] + label[at + 1 :] for at in range(len(label))}


def _slip(written: str, known: str) -> float | None:
    """How surely one name is a slip or an imitation of another; None where more than one letter differs."""
    if len(written) == len(known):
        apart = [at for at, (one, other) in enumerate(zip(written, known, strict=True)) if one != other]
        if len(apart) == 2 and apart[1] == apart[0] + 1 and written[apart[0]] == known[apart[1]]:
            return SEEN if written[apart[1]] == known[apart[0]] else None
        if len(apart) != 1:
            return None
        return SEEN if {written[apart[0]], known[apart[0]]} in LOOKING_ALIKE else GUESSED
    longer, shorter = (written, known) if len(written) > len(known) else (known, written)
    if len(longer) != len(shorter) + 1 or shorter not in _shorter(longer):
        return None
    at = next((at for at, (one, other) in enumerate(zip(longer, shorter, strict=False)) if one != other), len(shorter))
    is_doubled = longer[at] in (longer[at - 1 : at], longer[at + 1 : at + 2])
    return SEEN if is_doubled or (written is shorter and 0 < at < len(shorter)) else GUESSED
