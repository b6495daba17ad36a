"""--online: declared sources are fetched and compared, politely, past every guard; without it no socket is opened."""

import json
import os
import shutil
import socket
import ssl
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from provenance import audit
from provenance.cli import known_commands, main
from provenance.model.errors import ReadError
from provenance.model.page import Page
from provenance.model.settings import Web
from provenance.pipeline import read_articles
from provenance.web import door
from provenance.web.addresses import TEST_HOSTS, is_public
from provenance.web.door import opened
from provenance.web.robots import parse
from provenance.web.turns import in_seconds
from tests.small_web import BARRED, BROKEN, ODD, World, small_web

COPY = "http://www.pharedevauclin.example/monde/ferry-port-harrow"
RELAY = "http://www.radiocaleta.example/noticias/ferri-port-harrow"
SPANISH = "http://www.lavozdelestrecho.example/2031/05/ferry-encallado"
ORIGIN = "http://www.harrowpost.example/2031/05/ferry-aground"
WEB = Web(delay=0, patience=0.4, largest=1)
SETTINGS = "[web]\ndelay = 0\npatience = 0.4\nlargest = 1\n"
STORY = (
    "Un ferry s’échoue devant Port Harrow\n"
    "Un ferry transportant 214 personnes s’est échoué lundi soir sur le banc Kestrel, au large de Port Harrow.\n"
    "Le Queen Isolde, construit en 1994 par le chantier norvégien Brattvik, transportait 61 voitures.\n"
    "« Il y a eu une secousse, puis tout le pont s’est incliné », a raconté le passager Tobias Wray, 52 ans.\n"
    "Des canots ont conduit 188 passagers à Port Harrow pendant la nuit, selon la commandante Philippa Osterley.\n"
    "L’action de Channel Star Lines a perdu 4,8 % mardi ; le navire restera cinq semaines hors service.\n"
)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    with small_web() as world:
        monkeypatch.setenv(TEST_HOSTS, world.hosts())
        yield world


class Ran(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def article(self) -> Any:
        return self.json["articles"][0]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "provenance.toml").write_text(SETTINGS)

    def call(*arguments: object) -> Ran:
        code = main([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return call


@pytest.fixture
def crediting(tmp_path: Path):
    def write(url: str, words: str = "Traduit de l’anglais. Source") -> Path:
        path = tmp_path / "article.md"
        path.write_text(f"{STORY}\n{words} : [The Harrow Post]({url})\n", "utf-8")
        return path

    return write


def fetched(url: str, folder: Path | None = None, web: Web = WEB) -> Page:
    with opened(web, str(folder) if folder else None) as fetch:
        return fetch(url)


def why(url: str, web: Web = WEB) -> str:
    with pytest.raises(ReadError) as told:
        fetched(url, web=web)
    return str(told.value)


# The chain, verified hop by hop


def test_a_french_copy_is_followed_to_its_english_origin(world: World, run) -> None:
    ran = run("audit", COPY, "--online", "--format", "json")
    assert ran.code == 0
    steps = [(step["relation"], step["basis"], step["from"]["url"], step["to"]["url"]) for step in ran.article["chain"]]
    assert steps == [
        ("translation", "verified", COPY, RELAY),
        ("republication", "verified", RELAY, SPANISH),
        ("translation", "verified", SPANISH, ORIGIN),
    ]
    first, *_, last = (step["to"] for step in ran.article["chain"])
    assert (first["language"], first["published"]) == ("es", "2031-05-07")
    assert (last["language"], last["published"], last["authors"]) == ("en", "2031-05-06", ["Maud Pennington"])
    assert f"compared with {RELAY} as it was on " in " ".join(ran.article["chain"][0]["evidence"])
    assert "source-mismatch" not in {item["rule"] for item in ran.article["unmeasured"]}


def test_a_second_run_asks_nobody_and_says_the_same(world: World, run) -> None:
    first = run("audit", COPY, "--online", "--format", "json")
    asked = world.requests
    second = run("audit", COPY, "--online", "--format", "json", "--jobs", "4")
    assert (world.requests, second.out) == (asked, first.out)
    assert max(world.asked.values()) == 1


def test_a_trace_goes_from_page_to_page(world: World, run) -> None:
    ran = run("trace", COPY, "--online")
    depths = [line.index("└─") for line in ran.out.splitlines() if "└─" in line]
    assert (ran.code, depths) == (0, [0, 3, 6])
    assert ran.out.index(RELAY) < ran.out.index(SPANISH) < ran.out.index(ORIGIN)
    links = run("trace", COPY, ORIGIN, "--online", "--format", "json").json
    steps = {(link["from"], link["to"]) for link in links["links"]}
    assert steps == {(COPY, RELAY), (RELAY, SPANISH), (SPANISH, ORIGIN)}
    assert (links["groups"], links["independent_origins"]) == ([[ORIGIN, COPY]], 1)


def test_a_trace_says_what_could_not_be_checked(world: World, run, crediting) -> None:
    path = crediting(f"http://{ODD}/dead")
    assert "could not be checked: there is no such page (404)" in run("trace", path, "--online").out
    (article,) = run("trace", path, "--online", "--format", "json").json["articles"]
    assert len(article["unchecked"]) == 1


def test_an_origin_may_be_an_address(world: World, run, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(STORY, "utf-8")
    ran = run("audit", path, "--origin", ORIGIN, "--online", "--profile", "research", "--format", "json")
    assert ran.code == 0
    assert "undeclared-translation" in {finding["rule"] for finding in ran.article["findings"]}
    gone = run("gate", path, "--origin", f"http://{ODD}/dead", "--online", "--format", "json")
    assert (gone.code, gone.json["failures"][0]["reason"]) == (
        3,
        f"the origin http://{ODD}/dead: there is no such page (404)",
    )


def test_online_results_are_not_taken_for_offline_ones(world: World, run, crediting) -> None:
    path = crediting(ORIGIN)
    bases = [
        run("audit", path, "--format", "json", *flag).article["chain"][0]["basis"]
        for flag in ((), ("--online",), (), ("--online",))
    ]
    assert bases == ["declared", "verified", "declared", "verified"]


def test_the_library_fetches_when_asked(world: World, tmp_path: Path) -> None:
    config = tmp_path / "settings.toml"
    config.write_text(SETTINGS)
    assert audit(COPY, online=True, config=config).dossiers[0].chain[-1].origin.url == ORIGIN
    assert audit(COPY).failures[0].reason.startswith("a page on the web is fetched only with --online")


# Sources that prove nothing


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("liar", "holds another text, “Lime trees for the canal”"),
        ("notice", "the page shows too little text to compare"),
        ("dead", "there is no such page (404)"),
        ("private/page", "the site does not allow robots to fetch it (robots.txt)"),
        ("loop", "the address leads in a circle"),
        ("slow", "it took too long"),
        ("bomb", "the page is larger than 1 MB"),
        ("picture", "it is no page but image/jpeg"),
        ("home", "only"),
        ("", "the address names a site and no page"),
    ],
)
def test_a_source_that_cannot_be_checked_stays_declared_and_says_why(
    world: World, run, crediting, page: str, reason: str
) -> None:
    ran = run("audit", crediting(f"http://{ODD}/{page}"), "--online", "--format", "json")
    (step,) = ran.article["chain"]
    (told,) = [item["reason"] for item in ran.article["unmeasured"] if item["rule"] == "source-mismatch"]
    assert (ran.code, step["basis"]) == (0, "declared")
    assert reason in told or "an address that is not public" in told
    assert step["confidence"] < 0.6 if page == "liar" else step["confidence"] > 0.8


def test_a_doubt_is_evidence_and_no_finding(world: World, run, crediting) -> None:
    path = crediting(f"http://{ODD}/liar")
    online, offline = (run("gate", path, "--format", "json", *flag) for flag in (("--online",), ()))
    assert online.code == offline.code
    assert online.article["findings"] == offline.article["findings"]
    assert "held another text" in online.article["chain"][0]["evidence"][-1]
    assert "porte un autre texte" in run("audit", path, "--online", "--locale", "fr").out.replace("\n", " ")


@pytest.mark.parametrize(("page", "basis"), [("same-story", "verified"), ("liar", "declared"), ("dead", "declared")])
def test_a_site_without_a_page_is_checked_by_the_one_link_to_it(
    world: World, run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, basis: str
) -> None:
    monkeypatch.setenv(TEST_HOSTS, world.hosts("news.example.org"))
    path = tmp_path / "article.md"
    link = f"Les passagers [sont rentrés](http://news.example.org/{page}) mardi."
    path.write_text(f"{STORY}\n{link}\n\nTraduit de l’anglais. Source : example.org\n", "utf-8")
    told = run("audit", path, "--online", "--format", "json").article
    assert [step["basis"] for step in told["chain"]] == [basis]
    assert "source-mismatch" not in {item["rule"] for item in told["unmeasured"]}
    assert world.asked[f"news.example.org/{page}"] == 1


@pytest.mark.parametrize(("published", "compared"), [("2031-05-08", False), ("2031-05-13", True)])
def test_a_page_that_changed_since_still_verifies_but_its_new_figures_are_no_errors(
    world: World, run, crediting, published: str, compared: bool
) -> None:
    path = crediting(f"http://{ODD}/updated")
    told = run("audit", path, "--online", "--published", published, "--profile", "research", "--format", "json").article
    assert told["chain"][0]["basis"] == "verified"
    assert ("changed-figure" in {finding["rule"] for finding in told["findings"]}) == compared
    assert any("was changed on 2031-05-12" in item["reason"] for item in told["unmeasured"]) != compared


def test_only_the_first_sources_are_fetched(world: World, run, tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text(STORY + "".join(f"\nSource : [Gazette {n}](http://{ODD}/dead{n})\n" for n in "ABCDEF"), "utf-8")
    run("audit", path, "--online")
    assert sum(f"{ODD}/dead" in page for page in world.asked) == 3


# Pages that cannot be had


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        (f"http://{ODD}/dead", "there is no such page (404)"),
        (f"http://{ODD}/moved", "the address leads in a circle"),
        (f"http://{ODD}/far", "the address is passed on more than 5 times"),
        (f"http://{ODD}/home", "127.0.0.1 leads to an address that is not public"),
        (f"http://{ODD}/slow", "it took too long"),
        (f"http://{ODD}/slow-head", "it took too long"),
        (f"http://{ODD}/bomb", "the page is larger than 1 MB"),
        (f"http://{ODD}/cut", "the answer broke off"),
        (f"http://{ODD}/picture", "it is no page but image/jpeg"),
        (f"http://{ODD}/closed", "the site is asked too often (429)"),
        (f"http://{ODD}/private/page", "the site does not allow robots to fetch it (robots.txt)"),
        (f"http://{BARRED}/a/secret", "the site does not allow robots to fetch it (robots.txt)"),
        (f"http://{BROKEN}/page", "the site does not allow robots to fetch it (robots.txt)"),
        (f"https://{ODD}/story", "no secure connection could be made"),
        (f"http://{ODD}:8080/story", "only the ports 80 and 443 are asked, not 8080"),
        (f"http://ada:secret@{ODD}/story", "an address with a user name or password is not fetched"),
        (f"http://{ODD}/story\\@inside", "this is no web address"),
        ("http:///story", "this is no web address"),
        ("http://.example.com/story", "this is no web address"),
        (f"http://{'a' * 70}.example.com/story", "this is no web address"),
        ("http://[::1/story", "this is no web address"),
        ("ftp://files.example/story", "only http and https addresses are fetched"),
        ("file:///etc/passwd", "only http and https addresses are fetched"),
        ("http://nowhere.invalid/story", "no address is known for nowhere.invalid"),
    ],
)
def test_what_cannot_be_fetched_is_a_row_that_says_why(world: World, run, url: str, reason: str) -> None:
    begun = time.monotonic()
    ran = run("audit", url, "--online", "--format", "json")
    assert (ran.code, ran.json["failures"]) == (3, [{"path": url, "reason": reason}])
    assert (ran.json["articles"], ran.err, time.monotonic() - begun < 3) == ([], "", True)


def test_a_failure_is_told_in_the_reader_s_language(world: World, run) -> None:
    told = run("gate", f"http://{ODD}/dead", "--online", "--locale", "fr")
    assert (told.code, "il n’y a pas de telle page (404)" in told.out) == (3, True)


def test_a_host_that_is_down_is_named(world: World, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TEST_HOSTS, f"{ODD}=127.0.0.1:1")
    assert why(f"http://{ODD}/story") == f"{ODD} does not answer"


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


def test_without_a_cache_nothing_is_written(world: World, run, tmp_path: Path, own_cache: Path) -> None:
    run("audit", COPY, "--online", "--no-cache")
    assert not own_cache.exists()


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


# Never without the flag

ARGUMENTS = {
    "audit": ["article.md", COPY],
    "report": ["article.md", COPY, "--link"],
    "gate": ["article.md", COPY],
    "trace": ["article.md", COPY],
    "credit": ["article.md"],
    "fix": ["article.md", "--diff"],
    "learn": ["article.md", "-o", "house.toml"],
    "compare": ["article.md", "article.md"],
}


@pytest.mark.parametrize("command", [name for name in ARGUMENTS if name in known_commands()])
def test_no_socket_is_opened_without_the_flag(command: str, run, crediting, monkeypatch: pytest.MonkeyPatch) -> None:
    crediting(ORIGIN)

    def refuse(*_given: object, **_more: object) -> Any:
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "getaddrinfo", "socketpair"):
        monkeypatch.setattr(socket, name, refuse)
    ran = run(command, *ARGUMENTS[command])
    assert ran.code in ((3,) if COPY in ARGUMENTS[command] else (0, 1))
    assert "a fault of the tool" not in ran.err


def test_nothing_of_the_network_is_imported_without_the_flag(crediting) -> None:
    path = crediting(ORIGIN)
    program = (
        "import sys; from provenance.cli import main; main(['audit', sys.argv[1], '--no-cache']);"
        "print(sorted({'requests_cache', 'sqlite3', 'provenance.web.addresses'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program, path], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_an_address_without_the_flag_is_no_file_and_wrong_as_an_origin(run, crediting) -> None:
    assert run("report", COPY).code == 3
    wrong = run("audit", crediting(ORIGIN), "--origin", ORIGIN)
    assert (wrong.code, "fetched only with --online" in wrong.err) == (2, True)


@pytest.mark.parametrize("command", ["fix", "learn"])
def test_commands_that_need_files_refuse_addresses(run, command: str) -> None:
    ran = run(command, COPY, "--online")
    assert (ran.code, "web" in ran.err) == (2, True)


# Settings


def test_the_manners_are_configured_and_shown(run, tmp_path: Path) -> None:
    (tmp_path / "provenance.toml").write_text('[web]\ncontact = "desk@gazette.example"\nfresh = 2\n')
    shown = run("audit", "--show-settings").out
    assert (
        '[web]\ncontact = "desk@gazette.example"\ndelay = 1.0\npatience = 20.0\nlargest = 8.0\nfresh = 2.0\n' in shown
    )


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("[web]\ndelays = 1", "unknown key 'delays', did you mean 'delay'?"),
        ('[web]\ndelay = "1"', "delay must be a number"),
        ("[web]\npatience = -1", "patience must be a number"),
        ("[web]\ncontact = 1", "must be a text"),
        ("web = true", "must be a table, [web]"),
        ("online = true", "unknown key 'online'"),
    ],
)
def test_wrong_manners_are_told(run, tmp_path: Path, table: str, sentence: str) -> None:
    (tmp_path / "provenance.toml").write_text(f"{table}\n")
    ran = run("audit", ".")
    assert (ran.code, sentence in ran.err) == (2, True)
