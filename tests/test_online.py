"""--online: declared sources are fetched and compared, politely, past every guard; without it no socket is opened."""

import json
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from small_web import BARRED, BROKEN, ODD, World

from provenance import audit
from provenance.cli import known_commands, main
from provenance.web.addresses import TEST_HOSTS

COPY = "http://www.pharedevauclin.example/monde/ferry-port-harrow"
RELAY = "http://www.radiocaleta.example/noticias/ferri-port-harrow"
SPANISH = "http://www.lavozdelestrecho.example/2031/05/ferry-encallado"
ORIGIN = "http://www.harrowpost.example/2031/05/ferry-aground"
SETTINGS = "[web]\ndelay = 0\npatience = 0.4\nlargest = 1\n"
STORY = (
    "Un ferry s’échoue devant Port Harrow\n"
    "Un ferry transportant 214 personnes s’est échoué lundi soir sur le banc Kestrel, au large de Port Harrow.\n"
    "Le Queen Isolde, construit en 1994 par le chantier norvégien Brattvik, transportait 61 voitures.\n"
    "« Il y a eu une secousse, puis tout le pont s’est incliné », a raconté le passager Tobias Wray, 52 ans.\n"
    "Des canots ont conduit 188 passagers à Port Harrow pendant la nuit, selon la commandante Philippa Osterley.\n"
    "L’action de Channel Star Lines a perdu 4,8 % mardi ; le navire restera cinq semaines hors service.\n"
)


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


def test_two_addresses_are_compared(world: World, run) -> None:
    ran = run("compare", COPY, RELAY, "--online", "--format", "json")
    assert (ran.code, ran.json["same_work"]) == (0, True)
    assert run("compare", COPY, RELAY).code == 2


def test_an_origin_that_was_given_outranks_the_source_declared(world: World, run, crediting) -> None:
    path = crediting(ORIGIN)
    path.write_text(path.read_text("utf-8").replace("214", "241"), "utf-8")
    arguments = ("audit", path, "--online", "--select", "changed-figure", "--format", "json")
    assert [finding["text"] for finding in run(*arguments).article["findings"]] == ["241"]
    assert run(*arguments, "--origin", f"http://{ODD}/liar").article["findings"] == []


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


def test_a_chain_that_closes_through_a_page_is_told_and_not_followed_again(world: World, run, crediting) -> None:
    path = crediting(f"http://{ODD}/circle", "Traduit de l’espagnol. Source")
    arguments = (path, "--online", "--url", "http://www.gazette.example/ferry")
    (finding,) = run("gate", *arguments, "--select", "circular-chain", "--format", "json").article["findings"]
    assert (finding["rule"], "www.gazette.example/ferry" in finding["message"]) == ("circular-chain", True)
    assert "the chain is a circle" in run("trace", *arguments).out
    assert not any("gazette" in asked for asked in world.asked)


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


def test_without_a_cache_nothing_is_written(world: World, run, tmp_path: Path, own_cache: Path) -> None:
    run("audit", COPY, "--online", "--no-cache")
    assert not own_cache.exists()


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
        ('[web]\ncontact = "a\\r\\nCookie: b"', "contact must be an address"),
        ("web = true", "must be a table, [web]"),
        ("online = true", "unknown key 'online'"),
    ],
)
def test_wrong_manners_are_told(run, tmp_path: Path, table: str, sentence: str) -> None:
    (tmp_path / "provenance.toml").write_text(f"{table}\n")
    ran = run("audit", ".")
    assert (ran.code, sentence in ran.err) == (2, True)
