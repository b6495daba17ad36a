"""A small world of real servers on loopback: every host of `fixtures/web`, and one that misbehaves by its paths."""

import gzip
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

FIXTURES = Path(__file__).parent.parent / "fixtures" / "web"
HOSTS = sorted(folder.name for folder in FIXTURES.iterdir())
ODD, BARRED, BROKEN = "www.odd.example", "www.barred.example", "www.broken.example"
NOTICE = "<!doctype html><html lang=fr><title>Vos choix</title><p>Acceptez nos cookies pour lire la suite.</p></html>"
ROBOTS = {
    BARRED: "User-agent: *\nDisallow: /\nAllow: /open\n\nUser-agent: provenance-audit\nDisallow: /*/secret$\n",
    ODD: "User-agent: *\nDisallow: /private/\n",
}


def another(headline: str) -> str:
    """A page of its own, long enough to be compared: what a liar answers for any address."""
    said = (
        "The council of Brackwater voted on Tuesday to plant four hundred lime trees along the old canal.",
        "Gardener Rosalind Achebe said the saplings would come from a nursery in the next valley.",
        "“People have asked for shade for years,” she told the meeting, which lasted until midnight.",
        "The work is to begin in autumn and will cost ninety thousand crowns, half of it from the province.",
        "Two councillors abstained because the benches along the towpath are not part of the plan.",
    )
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in said)
    return f'<!doctype html><html lang="en"><title>{headline}</title><article><h1>{headline}</h1>{paragraphs}</article>'


class Site(BaseHTTPRequestHandler):
    """Answers for all hosts. `server.asked` counts the requests by host and path."""

    protocol_version = "HTTP/1.1"
    server: "World"

    def log_message(self, *_words: object) -> None:
        pass

    def do_GET(self) -> None:
        host = self.headers["Host"]
        self.server.asked[f"{host}{self.path}"] += 1
        self.server.headers.append(dict(self.headers))
        path = self.path.partition("?")[0]
        if path == "/robots.txt":
            self.robots(host)
        elif (file := FIXTURES / host / f"{path.lstrip('/')}.html").is_file():
            self.page(file.read_bytes())
        elif act := getattr(self, f"odd_{path.strip('/').replace('-', '_').replace('/', '_')}", None):
            act()
        else:
            self.answer(404)

    def robots(self, host: str) -> None:
        if host == BROKEN:
            self.answer(503)
        elif host in ROBOTS:
            self.answer(200, ROBOTS[host].encode(), {"Content-Type": "text/plain"})
        else:
            self.answer(404)

    def page(self, data: bytes) -> None:
        mark = f'"{len(data)}"'
        if self.headers.get("If-None-Match") == mark:
            self.answer(304, headers={"ETag": mark})
        else:
            self.answer(200, data, {"Content-Type": "text/html; charset=utf-8", "ETag": mark})

    def answer(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def to(self, target: str) -> None:
        self.answer(302, headers={"Location": target})

    def odd_liar(self) -> None:
        self.answer(200, another("Lime trees for the canal").encode(), {"Content-Type": "text/html"})

    def odd_notice(self) -> None:
        self.answer(200, NOTICE.encode(), {"Content-Type": "text/html"})

    def odd_moved(self) -> None:
        self.to("/loop?from=moved")

    def odd_loop(self) -> None:
        self.to("/loop")

    def odd_home(self) -> None:
        self.to("http://127.0.0.1/admin")

    def odd_elsewhere(self) -> None:
        self.to("http://inside.example/page")

    def odd_story(self) -> None:
        self.to(f"http://{HOSTS[0]}/2031/05/ferry-aground")

    def odd_same_story(self) -> None:
        self.page((FIXTURES / HOSTS[0] / "2031/05/ferry-aground.html").read_bytes())

    def odd_updated(self) -> None:
        page = (FIXTURES / HOSTS[0] / "2031/05/ferry-aground.html").read_text("utf-8")
        changed = '<meta property="article:modified_time" content="2031-05-12T09:00:00Z"></head>'
        self.page(page.replace("</head>", changed).replace("214", "219").encode())

    def odd_circle(self) -> None:
        page = (FIXTURES / "www.radiocaleta.example/noticias/ferri-port-harrow.html").read_text("utf-8")
        spanish = "http://www.lavozdelestrecho.example/2031/05/ferry-encallado"
        self.page(page.replace(spanish, "http://www.gazette.example/ferry").encode())

    def odd_far(self) -> None:
        step = int(self.path.partition("?")[2] or 0)
        self.to(f"/far?{step + 1}")

    def odd_private_page(self) -> None:
        self.answer(200, b"never", {"Content-Type": "text/html"})

    def odd_slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.drip()

    def odd_slow_head(self) -> None:
        self.drip()

    def drip(self) -> None:
        try:
            while not self.server.is_closing:
                self.wfile.write(b"H")
                self.wfile.flush()
                time.sleep(0.02)
        except OSError:
            self.close_connection = True

    def odd_bomb(self) -> None:
        data = self.server.bomb
        self.answer(200, data, {"Content-Type": "text/html", "Content-Encoding": "gzip"})

    def odd_cut(self) -> None:
        self.answer(200, b"<p>Half a page", {"Content-Type": "text/html", "Content-Length": "9000"})
        self.close_connection = True

    def odd_picture(self) -> None:
        self.answer(200, b"\xff\xd8\xff", {"Content-Type": "image/jpeg"})

    def odd_greek(self) -> None:
        text = "<!doctype html><title>Νέα</title><p>" + "Η γέφυρα άνοιξε ξανά τη Δευτέρα. " * 9
        self.answer(200, text.encode("iso8859-7"), {"Content-Type": "text/html; charset=ISO-8859-7"})

    def odd_wrong_charset(self) -> None:
        text = "<!doctype html><title>Été</title><p>" + "Le pont a rouvert à l’été, après l’arrêté. " * 9
        self.answer(200, text.encode(), {"Content-Type": "text/html; charset=ISO-8859-1"})

    def odd_packed(self) -> None:
        self.answer(200, gzip.compress(another("Lime trees").encode()), {"Content-Encoding": "gzip"})

    def odd_unkept(self) -> None:
        self.answer(200, another("Lime trees").encode(), {"Cache-Control": "no-store", "Content-Type": "text/html"})

    def odd_busy(self) -> None:
        first = self.server.asked[f"{ODD}/busy"] == 1
        self.answer(503, headers={"Retry-After": "1"}) if first else self.odd_packed()

    def odd_closed(self) -> None:
        self.answer(429, headers={"Retry-After": "3600"})


class World(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Site)
        self.asked: Counter[str] = Counter()
        self.headers: list[dict[str, str]] = []
        self.is_closing = False
        self.bomb = gzip.compress(b"\0" * 20_000_000)

    @property
    def requests(self) -> int:
        return self.asked.total()

    def hosts(self, *names: str) -> str:
        """The switch that sends these hosts here."""
        return ",".join(f"{name}=127.0.0.1:{self.server_port}" for name in names or (*HOSTS, ODD, BARRED, BROKEN))


@contextmanager
def small_web() -> Iterator[World]:
    world = World()
    serving = Thread(target=world.serve_forever, args=(0.01,), daemon=True)
    serving.start()
    try:
        yield world
    finally:
        world.is_closing = True
        world.shutdown()
        world.server_close()
        serving.join()


if __name__ == "__main__":
    with small_web() as world:
        print(f"export PROVENANCE_TEST_HOSTS={world.hosts()}", flush=True)
        Event().wait()
