"""The door to the network: which machines it asks, with which manners, what it keeps, and what it hands on."""

import os
import shutil
import socket
import ssl
import stat
import subprocess
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from small_web import ODD, World

from provenance.model.errors import ReadError
from provenance.model.page import Page
from provenance.model.settings import Web
from provenance.pipeline import read_articles
from provenance.web import door
from provenance.web.addresses import TEST_HOSTS, is_public
from provenance.web.door import opened
from provenance.web.robots import parse
from provenance.web.turns import in_seconds

SPANISH = "http://www.lavozdelestrecho.example/2031/05/ferry-encallado"
ORIGIN = "http://www.harrowpost.example/2031/05/ferry-aground"
WEB = Web(delay=0, patience=0.4, largest=1)


def fetched(url: str, folder: Path | None = None, web: Web = WEB) -> Page:
    with opened(web, str(folder) if folder else None) as fetch:
        return fetch(url)


def why(url: str, web: Web = WEB) -> str:
    with pytest.raises(ReadError) as told:
        fetched(url, web=web)
    return str(told.value)


# Machines that are none of the web


INNER = """
    10.0.0.1 172.16.9.9 192.168.1.1 127.0.0.1 127.8.8.8 0.0.0.0 169.254.169.254 100.64.0.1 224.0.0.251 240.0.0.1
    255.255.255.255 192.0.0.8 192.88.99.1 198.18.0.1 203.0.113.9 :: ::1 fe80::1 fe80::1%eth0 fc00::1 fec0::1 ff02::1
    100::1 2001:db8::1 2001:10::1 ::8.8.8.8 ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::ffff:0:7f00:1 64:ff9b::7f00:1
    64:ff9b::808:808 64:ff9b:1::7f00:1 2002:7f00:1:: 2002:808:808:: 2001:0:4136:e378:8000:63bf:3fff:fdd2 localhost 1.2.3
"""


@pytest.mark.parametrize("address", INNER.split())
def test_an_address_that_is_not_public_is_never_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_public(address)
    answers(monkeypatch, address)
    assert why("http://rebound.example/") == "rebound.example leads to an address that is not public"


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "2a00:1450::1"])
def test_public_machines_are_asked(address: str) -> None:
    assert is_public(address)


def answers(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[tuple[str, int]]:
    """Names resolve to these addresses, one more at each question; the connections that are tried."""
    tried: list[tuple[str, int]] = []
    asked = iter(addresses)

    def resolve(*_given: object, **_more: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(asked), 80))]

    def connect(address: tuple[str, int], *_given: object, **_more: object) -> socket.socket:
        tried.append(tuple(address))
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    return tried


def test_one_private_address_among_many_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_given, **_more: both)
    assert "not public" in why("http://mixed.example/")


def test_a_name_is_resolved_once_and_that_address_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = answers(monkeypatch, "93.184.216.34", "127.0.0.1")
    assert why("http://rebound.example/") == "rebound.example does not answer"
    assert tried == [("93.184.216.34", 80)]


@pytest.mark.parametrize("host", ["0x7f000001", "2130706433", "127.1", "[::ffff:127.0.0.1]", "localhost"])
def test_other_ways_to_write_this_machine_lead_nowhere(host: str) -> None:
    assert "not public" in why(f"http://{host}/") or "no address" in why(f"http://{host}/")


def test_a_redirect_into_the_inner_net_is_not_followed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo

    def resolve(host: str, *given: Any, **more: Any) -> Any:
        return real("10.0.0.1" if host == "inside.example" else host, *given, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert why(f"http://{ODD}/elsewhere") == "inside.example leads to an address that is not public"


def test_a_host_that_is_down_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TEST_HOSTS, f"{ODD}=127.0.0.1:1")
    assert why(f"http://{ODD}/story") == f"{ODD} does not answer"


def test_proxies_of_the_environment_are_not_used(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert fetched(ORIGIN).url == ORIGIN


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
def test_a_certificate_nobody_vouches_for_is_refused(world: World, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    how = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj"
    command = ["openssl", *how.split(), f"/CN={ODD}", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    world.socket = context.wrap_socket(world.socket, server_side=True)
    assert why(f"https://{ODD}/story") == "its certificate is not valid: self-signed certificate"


# Manners


def test_sites_are_told_who_asks_and_nothing_else(world: World, tmp_path: Path) -> None:
    fetched(ORIGIN, web=Web(contact="desk@gazette.example", delay=0))
    assert len(world.headers) == 2
    for headers in world.headers:
        assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
        assert headers["User-Agent"].startswith("provenance-audit (")
        assert "desk@gazette.example" in headers["User-Agent"]


def test_a_site_is_asked_one_page_at_a_time_with_a_pause(world: World) -> None:
    with opened(Web(delay=0.2), None) as fetch:
        fetch(ORIGIN)
        begun = time.monotonic()
        fetch(SPANISH)
        other_host = time.monotonic() - begun
        fetch(f"http://{ODD}/liar")
    assert other_host >= 0.2
    assert time.monotonic() - begun < 1


def test_a_busy_site_is_asked_again_when_it_says(world: World) -> None:
    begun = time.monotonic()
    assert b"Lime trees" in fetched(f"http://{ODD}/busy").data
    assert (world.asked[f"{ODD}/busy"], time.monotonic() - begun >= 1) == (2, True)


def test_a_site_that_wants_to_be_left_alone_is(world: World) -> None:
    with opened(WEB, None) as fetch:
        for _ in range(2):
            with pytest.raises(ReadError):
                fetch(f"http://{ODD}/closed")
    assert world.asked[f"{ODD}/closed"] == 1


@pytest.mark.parametrize(("text", "seconds"), [("7", 7), ("soon", 0), ("-3", 0), (None, 0), ("٧", 0)])
def test_retry_after(text: str | None, seconds: float) -> None:
    assert in_seconds(text) == seconds
    assert in_seconds("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    assert in_seconds("Fri, 31 Dec 9999 23:59:59 GMT") > 1e6


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/news/a", True),
        ("/admin/", False),
        ("/admin/open/page", True),
        ("/a.pdf", False),
        ("/a.pdf?print", True),
        ("/search?q=1", False),
        ("/caf%C3%A9/menu", False),
        ("/café/menu", False),
    ],
)
def test_robots_by_the_longest_rule(path: str, allowed: bool) -> None:
    rules = (
        "User-agent: other\nDisallow: /\n\nuser-agent: *  # all\nDisallow: /admin\nAllow: /admin/open\n"
        "Disallow: /*.pdf$\nDisallow: /search*q=\nDisallow: /café\nCrawl-delay: 3\nDisallow:\n"
    )
    robots = parse(rules, "provenance-audit")
    assert (robots.allows(path), robots.delay) == (allowed, 3)


def test_a_group_of_our_own_outranks_that_for_all() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: Provenance-Audit\nUser-agent: x\nDisallow: /no\n"
    robots = parse(text, "provenance-audit")
    assert (robots.allows("/yes"), robots.allows("/no")) == (True, False)
    assert parse("<html>not found</html>", "provenance-audit").allows("/any")


# The cache of pages


def test_a_page_is_kept_byte_for_byte_for_its_owner(world: World, tmp_path: Path) -> None:
    for page in ("greek", "wrong-charset", "packed", "story", "story?api_key=7"):
        first, second = (fetched(f"http://{ODD}/{page}", tmp_path) for _ in range(2))
        assert (first, world.asked[f"{ODD}/{page}"]) == (second, 1)
    kept = tmp_path / "web" / "pages.sqlite"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600 or os.name == "nt"
    assert b"pickle" not in kept.read_bytes()


def test_a_page_past_its_day_is_asked_for_with_its_mark(world: World, tmp_path: Path) -> None:
    old = Web(delay=0, fresh=0.0001)
    first = fetched(ORIGIN, tmp_path, old)
    time.sleep(0.5)
    second = fetched(ORIGIN, tmp_path, old)
    assert (first.data, world.asked[ORIGIN.partition("//")[2]]) == (second.data, 2)
    assert "If-None-Match" in world.headers[-1]


def test_a_site_that_is_down_leaves_the_page_as_it_was(world: World, tmp_path: Path, capfd) -> None:
    old = Web(delay=0, fresh=0.0001)
    first = fetched(ORIGIN, tmp_path, old)
    time.sleep(0.5)
    world.server_close()
    assert fetched(ORIGIN, tmp_path, old) == first
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(("hours", "asked"), [(1, 1), (0, 2)])
def test_a_page_that_was_not_there_is_asked_for_again_after_an_hour(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hours: int, asked: int
) -> None:
    monkeypatch.setattr(door, "BELIEVED", timedelta(hours=hours))
    for _ in range(2):
        with pytest.raises(ReadError):
            fetched(f"http://{ODD}/dead", tmp_path)
    assert world.asked[f"{ODD}/dead"] == asked


def test_a_page_that_forbids_it_is_not_kept(world: World, tmp_path: Path) -> None:
    for _ in range(2):
        fetched(f"http://{ODD}/unkept", tmp_path)
    assert world.asked[f"{ODD}/unkept"] == 2


def test_a_broken_cache_stops_nothing(world: World, tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "pages.sqlite").write_bytes(b"SQLite format 3\0 and then nonsense" * 99)
    assert fetched(ORIGIN, tmp_path).url == ORIGIN


# What the bytes mean


@pytest.mark.parametrize(("page", "word"), [("greek", "γέφυρα"), ("wrong-charset", "l’été"), ("story", "Brattvik")])
def test_the_charset_a_server_declares_counts_where_it_can_be_true(world: World, page: str, word: str) -> None:
    found = fetched(f"http://{ODD}/{page}")
    (article,) = read_articles(found.data, f"http://{ODD}/{page}", found)
    assert word in article.text.content
    assert article.url == (ORIGIN if page == "story" else f"http://{ODD}/{page}")


@pytest.mark.parametrize(("media_type", "format"), [("text/plain", "plain"), ("text/html", "html"), (None, "html")])
def test_the_media_type_decides_how_a_page_is_read(media_type: str | None, format: str) -> None:
    url = "https://www.gazette.example/story.md"
    (article,) = read_articles(b"<p>The bridge reopens.</p>", url, Page(url, b"", "2031-05-06", media_type))
    assert article.format == format
