"""Hosts and registered domains, offline. The only door to tldextract.

Loading tldextract costs more than auditing an article, so a small table of public suffixes answers for the domains that
news links to most, and the library only for the rest.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from provenance.lexicon.tables import WORLD, table
from provenance.model.patterns import pattern

SCHEME = pattern(r"(?:[a-z][a-z0-9+.-]*+:)?//", re.IGNORECASE)
LABEL = pattern(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
LONGEST_HOST = 253
REMEMBERED = 4_000
"""Addresses looked up last that are kept in memory: several rules ask about each link of a page."""


@lru_cache(REMEMBERED)
def host_of(address: str) -> str | None:
    """The host an address names, lower case and with international labels readable; None where it is no host name."""
    rest = address.strip()
    if found := SCHEME.match(rest):
        rest = rest[found.end() :]
    host = re.split(r"[/?#\\]", rest, maxsplit=1)[0].rpartition("@")[2]
    host = readable(re.sub(r":\d*$", "", host).rstrip(".").lower())
    labels = host.split(".")
    if len(labels) < 2 or len(host) > LONGEST_HOST or labels[-1].isdigit():
        return None
    return host if all(LABEL.fullmatch(label) for label in labels) else None


def readable(host: str) -> str:
    """A host with its `xn--` labels decoded, so that both spellings of an international name compare equal."""
    if "xn--" not in host:
        return host
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def registered_domain(address: str) -> str | None:
    """`https://www.bbc.co.uk/news` or `www.bbc.co.uk` -> `bbc.co.uk`; None where it is no public host name."""
    host = host_of(address)
    return _registered(host) if host else None


@cache
def _registered(host: str) -> str | None:
    if is_cheap(host):
        labels, size = host.split("."), 3 if ".".join(host.split(".")[-2:]) in suffixes().second else 2
        return ".".join(labels[-size:]) if len(labels) >= size else None
    found = suffix_library()(host)
    return f"{found.domain}.{found.suffix}" if found.domain and found.suffix else None


class Suffixes(NamedTuple):
    """Top-level domains fully known here, known suffixes of two labels, and those with further rules below."""

    complete: frozenset[str]
    second: frozenset[str]
    deeper: frozenset[str]


@cache
def suffixes() -> Suffixes:
    known = table(WORLD, "suffixes")
    return Suffixes(*(frozenset(known[name]) for name in Suffixes._fields))


def is_cheap(host: str) -> bool:
    """Whether the table answers for a host, without the library."""
    known, last_two = suffixes(), ".".join(host.split(".")[-2:])
    return last_two in known.second or (last_two.rpartition(".")[2] in known.complete and last_two not in known.deeper)


@cache
def suffix_library() -> Callable[[str], Any]:
    """tldextract held to the list it bundles: no network, no cache folder, no log lines."""
    from tldextract import TLDExtract

    return TLDExtract(suffix_list_urls=(), cache_dir=None)
