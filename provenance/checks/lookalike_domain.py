"""A linked or printed domain imitates that of a known outlet.

Cloned sites such as `reuters.com.co` or `leparisien.ltd` live from one wrong letter or suffix, and a credit that leads
there lends them the outlet's name. Check the address letter by letter, open the outlet's own site, and replace the
link. Domains the registry knows, and names that are also common words, are silent.
"""

from collections.abc import Iterator
from functools import cache

from provenance.inspection.check import Observation, check
from provenance.lexicon.tables import WORLD, is_common, languages, table
from provenance.model.dossier import Dossier
from provenance.model.outlet import Outlet, OutletKind
from provenance.model.rule import Example
from provenance.model.text import Span
from provenance.registry.hosts import host_of, is_cheap, registered_domain
from provenance.registry.outlets import outlet_of, outlets
from provenance.registry.urls import addresses

SHORTEST = 4
SHORTEST_EDITED = 8
"""Letters a name must have before one wrong letter is no coincidence."""
LIKE = str.maketrans("01358аеорсухікѕԁӏáàâäéèêëíìîïóòôöúùûüñç", "olesbaeopcyxiksdlaaaaeeeeiiiioooouuuunc")
PAIRS_LIKE = (("rn", "m"), ("vv", "w"), ("cl", "d"))
NEWS = frozenset(OutletKind) - {OutletKind.SITE, OutletKind.PLATFORM, OutletKind.IMAGE_AGENCY}


@check(
    level="error",
    since="0.1",
    messages={
        "found": {
            "en": "“{domain}” imitates “{known}” ({outlet}), which is another site",
            "fr": "« {domain} » imite « {known} » ({outlet}), qui est un autre site",
        }
    },
    examples=(
        Example("Source : ⟦https://www.reuters.com.co/world/bridge-sold⟧", "fr"),
        Example("À lire sur ⟦leparisien.ltd⟧ depuis mardi.", "fr"),
        Example("À lire sur ⟦lemonde-fr.com⟧ depuis mardi.", "fr"),
        Example("À lire sur lemonde.fr, leparisien.fr et www.bbc.co.uk.", "fr"),
        Example("Le site mairie-exemple.fr et le blog lemondedelea.fr en parlent.", "fr"),
        Example("It was reported by ⟦washingtonp0st.com⟧ first.", "en"),
        Example("It was reported by washingtonpost.com first.", "en"),
        Example("The shop at express-parcels.com and the site standard.net are down.", "en"),
        Example("Quelle: ⟦https://spiegel.ltd/artikel⟧", "de"),
        Example("Quelle: https://www.spiegel.de/artikel", "de"),
        Example("Das Portal stern-apotheke.de wirbt damit.", "de"),
    ),
)
def lookalike_domain(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    own = {registered_domain(domain) for domain in dossier.house.domains}
    own.add(registered_domain(article.url) if article.url else None)
    seen: set[Span] = set()
    printed = [(address.span, address.url or article.text[address.span]) for address in addresses(article)]
    for span, url in (*printed, *((link.span, link.url) for link in article.links)):
        host = host_of(url) if "." in url else None
        if host is None or span in seen or outlet_of(host) or registered_domain(host) in own:
            continue
        is_printed_name = "/" not in url and not url.isascii()
        if not is_printed_name and (imitated := imitates(host)):
            seen.add(span)
            known, confidence = imitated
            values = {"domain": host, "known": known, "outlet": outlet_of(known).name}  # type: ignore[union-attr]
            yield Observation(span, values=values, confidence=confidence)


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
    """`bbc.co.com` and `lemonde.fr.example.info` open with a known domain, or its name and a doubled suffix."""
    parts = host.split(".")
    for size in (2, 3):
        opening = ".".join(parts[:size])
        if size < len(parts) and registered_domain(host) != host and (owner := outlet_of(opening)):
            return opening if owner.kind in NEWS and opening in owner.domains else None
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
    if len(label) < SHORTEST_EDITED or not label.isalpha() or _is_word(label, spoken=1):
        return None
    for near in _edits(label):
        found = labels().get(near)
        if found and found[0] == suffix and len(near) >= SHORTEST_EDITED and not _is_word(near):
            return found[1], 0.92
    return None


def _edits(label: str) -> Iterator[str]:
    """The names one letter less, one doubled letter more, or two letters swapped away."""
    for at in range(len(label)):
        yield label[:at] + label[at + 1 :]
        yield label[:at] + label[at] + label[at:]
        if at:
            yield label[: at - 1] + label[at] + label[at - 1] + label[at + 1 :]
