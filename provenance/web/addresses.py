"""Where a fetch may go: web addresses without secrets, on the usual ports, and only to public machines.

A name is resolved once, and the connection goes to the very addresses that were looked at: a name that answers
something else a moment later (DNS rebinding) gains nothing.
"""

import ipaddress
import os
import socket
from collections.abc import Iterator
from threading import Thread
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from provenance.model.errors import ReadError

PORTS = {"http": 80, "https": 443}
LONGEST = 2000
TEST_HOSTS = "PROVENANCE_TEST_HOSTS"
"""Environment variable for tests alone: `HOST=ADDRESS:PORT,…` names the hosts that are served elsewhere, at addresses
and ports that are refused otherwise."""

GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
CARRIERS = tuple(map(ipaddress.ip_network, ("2001::/23", "2002::/16", "192.0.0.0/24", "192.88.99.0/24")))
"""Blocks that carry other addresses (Teredo, 6to4) or lead to relays. NAT64 and IPv4 in IPv6 are no global unicast."""


class Destination(NamedTuple):
    address: str
    port: int


def permitted(url: str) -> SplitResult:
    """The parts of an address that may be fetched; raises ReadError for any other."""
    if len(url) > LONGEST or not url.isprintable() or any(sign in url for sign in " \\"):
        raise ReadError("this is no web address")
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname
    except ValueError:
        raise ReadError("this is no web address") from None
    if parts.scheme not in PORTS:
        raise ReadError("only http and https addresses are fetched")
    if not host:
        raise ReadError("this is no web address")
    if parts.username is not None or parts.password is not None:
        raise ReadError("an address with a user name or password is not fetched")
    if port not in (None, *PORTS.values()) and place(host, port or 0) not in served_elsewhere():
        raise ReadError(f"only the ports 80 and 443 are asked, not {port}")
    return parts


def destinations(host: str, port: int, seconds: float) -> list[Destination]:
    """Where a host is to be reached, every address looked at; raises ReadError if one is not public."""
    elsewhere = served_elsewhere()
    if found := elsewhere.get(place(host, port)) or elsewhere.get(host):
        return [found]
    addresses = list(dict.fromkeys(resolved(host, port, seconds)))
    if not all(map(is_public, addresses)):
        raise ReadError(f"{host} leads to an address that is not public")
    return [Destination(address, port) for address in addresses]


def resolved(host: str, port: int, seconds: float) -> list[str]:
    """The addresses the system knows for a host, asked for at most so long."""
    answer: list[str] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.extend(str(address[0]) for *_, address in found)
        except (OSError, UnicodeError):
            pass

    asking = Thread(target=ask, daemon=True)
    asking.start()
    asking.join(max(seconds, 0))
    if not answer:
        raise ReadError(f"no address is known for {host}")
    return answer


def is_public(text: str) -> bool:
    """Whether an IP address belongs to one machine on the public internet."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if address.version == 6 and address not in GLOBAL_UNICAST:
        return False
    carried = any(block.version == address.version and address in block for block in CARRIERS)
    return address.is_global and not (address.is_multicast or address.is_reserved or carried)


def place(host: str, port: int) -> str:
    return f"{host.lower()}:{port}"


def served_elsewhere() -> dict[str, Destination]:
    """The hosts of a test, by name or `name:port`; the one place that reads the switch."""
    return dict(entries(os.environ.get(TEST_HOSTS, "")))


def entries(text: str) -> Iterator[tuple[str, Destination]]:
    for entry in filter(None, text.split(",")):
        name, _, where = entry.partition("=")
        address, _, port = where.rpartition(":")
        yield name.strip().lower(), Destination(address, int(port))
