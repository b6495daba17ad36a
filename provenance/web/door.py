"""The only door to the network: brings pages, from the cache while they are fresh, else politely from where they stand.

Opened only with --online. Proxies, passwords and certificates that the environment names are not used: through a proxy
nobody could tell which machine is asked. Cookies are neither kept nor sent.
"""

import logging
import os
import sqlite3
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from urllib.parse import urljoin

from requests import RequestException
from requests.exceptions import InvalidURL
from requests_cache import AnyResponse, CachedSession
from urllib3.exceptions import HTTPError, LocationValueError

from provenance.model.errors import ReadError
from provenance.model.page import Fetch, Page
from provenance.model.settings import Web
from provenance.web.addresses import permitted
from provenance.web.connection import MB, READABLE, TOO_LONG, Adapter, Clock, media_type
from provenance.web.robots import EVERYTHING, NOTHING, Robots, parse
from provenance.web.turns import BUSY, Turns

PRODUCT = "provenance-audit"
ACCEPTED = "text/html, application/xhtml+xml, text/plain;q=0.8, text/markdown;q=0.8"
FOLDER, FILE = "web", "pages.sqlite"
LARGEST_CACHE = 512 * MB
MOST_REDIRECTS = 5
MOVED = frozenset({301, 302, 303, 307, 308})
MISSING = (404, 410)
BELIEVED = timedelta(hours=1)
"""How long a page that was not there is not asked for again."""
STATUS = {
    401: "the site wants a password (401)",
    402: "the page is for subscribers (402)",
    403: "the site refuses to show it (403)",
    404: "there is no such page (404)",
    410: "the page was taken down (410)",
    429: "the site is asked too often (429)",
    451: "the page is withheld for legal reasons (451)",
}


class Door:
    """Brings pages: call it with an address. `folder` is where pages are kept, None for only as long as it is open."""

    def __init__(self, web: Web, folder: str | None) -> None:
        logging.getLogger("requests_cache").addHandler(logging.NullHandler())
        logging.getLogger("requests_cache").propagate = False
        self.turns, self.clock = Turns(web.delay), Clock(web.patience)
        self.robots: dict[str, Robots] = {}
        self.session = session(web, kept_in(folder))
        adapter = Adapter(web, self.turns, self.clock)
        self.session.mount("http://", adapter)
        self.session.mount("https://", adapter)

    def __call__(self, url: str) -> Page:
        """The page at an address; raises ReadError where there is none, or none that may be read."""
        try:
            answer = self.followed(url, asking=True)
        except ReadError:
            raise
        except Exception as error:
            raise ReadError(TOO_LONG if self.clock.left <= 0 else in_words(error)) from error
        status, kind = answer.status_code, media_type(answer)
        if status != HTTPStatus.OK:
            raise ReadError(STATUS.get(status) or f"the site answers with an error ({status})")
        if kind not in READABLE:
            raise ReadError(f"it is no page but {kind}")
        charset = answer.headers.get("Content-Type", "").lower().partition("charset=")[2].partition(";")[0]
        return Page(
            url=str(answer.url),
            data=answer.content,
            day=answer.created_at.date().isoformat(),
            media_type=kind,
            charset=charset.strip(" \"'") or None,
        )

    def followed(self, url: str, *, asking: bool) -> AnyResponse:
        """What an address leads to in the end; each address on the way is looked at, and its site asked for leave."""
        passed: list[str] = []
        while len(passed) <= MOST_REDIRECTS:
            parts = permitted(url)
            if asking and not self.rules(url).allows(parts.path + (f"?{parts.query}" if parts.query else "")):
                raise ReadError("the site does not allow robots to fetch it (robots.txt)")
            answer = self.got(url)
            if not (target := self.session.get_redirect_target(answer)):
                return answer
            passed.append(url)
            url = urljoin(url, target).partition("#")[0]
            if url in passed:
                raise ReadError("the address leads in a circle")
        raise ReadError(f"the address is passed on more than {MOST_REDIRECTS} times")

    def rules(self, url: str) -> Robots:
        """What the site of an address allows; a site whose robots.txt is broken allows nothing."""
        address = urljoin(url, "/robots.txt")
        if address not in self.robots:
            answer = self.followed(address, asking=False)
            is_closed = answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR or answer.status_code in BUSY
            found = NOTHING if is_closed else EVERYTHING
            if answer.status_code == HTTPStatus.OK:
                found = parse(answer.content.decode("utf-8", "replace").removeprefix("\ufeff"), PRODUCT)
            self.robots[address] = found
            self.turns.longer[permitted(url).netloc] = found.delay
        return self.robots[address]

    def got(self, url: str) -> AnyResponse:
        """One answer, from the cache or the site; one that was bad is not believed for long."""
        self.clock.start()
        answer = self.session.get(url, allow_redirects=False)
        if answer.from_cache and answer.status_code in MISSING and datetime.now(UTC) - answer.created_at > BELIEVED:
            self.clock.start()
            answer = self.session.get(url, allow_redirects=False, force_refresh=True)
        return answer


@contextmanager
def opened(web: Web, folder: str | None) -> Iterator[Fetch]:
    """The door, until it is closed again."""
    door = Door(web, folder)
    try:
        yield door
    finally:
        door.session.close()  # type: ignore[no-untyped-call]


def session(web: Web, path: str | None) -> CachedSession:
    """A session that keeps pages in a file; in memory where that file cannot be used."""
    settings: dict[str, Any] = {
        "serializer": "json",
        "decode_content": False,
        "expire_after": timedelta(hours=web.fresh),
        "stale_if_error": True,
        "allowable_codes": (HTTPStatus.OK, *MOVED, *MISSING),
        "allowable_methods": ("GET",),
        "filter_fn": may_be_kept,
        "ignored_parameters": [],
    }
    try:
        made = (
            CachedSession(path, backend="sqlite", **settings) if path else CachedSession(backend="memory", **settings)
        )
    except (sqlite3.Error, OSError):
        made = CachedSession(backend="memory", **settings)
    made.trust_env = False
    made.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    contact = f"; {web.contact}" if web.contact else ""
    made.headers.clear()
    made.headers.update(
        {
            "User-Agent": f"{PRODUCT} (checks the sources of an article for its editor{contact})",
            "Accept": ACCEPTED,
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
    )
    return made


def may_be_kept(answer: AnyResponse) -> bool:
    return "no-store" not in answer.headers.get("Cache-Control", "").lower()


def kept_in(folder: str | None) -> str | None:
    """The file that holds the pages, which only its owner may read; None where there is none. One that has grown too
    large begins anew."""
    if folder is None:
        return None
    place = os.path.join(folder, FOLDER)
    path = os.path.join(place, FILE)
    try:
        os.makedirs(place, mode=0o700, exist_ok=True)
        with suppress(FileNotFoundError):
            if os.path.getsize(path) > LARGEST_CACHE:
                os.unlink(path)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError:
        return None
    return path


def in_words(error: Exception) -> str:
    """What went wrong on the way, in one sentence. No page and no site may break off a run."""
    causes = list(behind(error))
    if any(isinstance(cause, sqlite3.Error) for cause in causes):
        return "the pages kept cannot be read; --no-cache leaves them out"
    if any(isinstance(cause, InvalidURL | LocationValueError | UnicodeError) for cause in causes):
        return "this is no web address"
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate is not valid: {cause.verify_message.lower()}"
    if any(isinstance(cause, TimeoutError) for cause in causes):
        return TOO_LONG
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return "no secure connection could be made"
    if isinstance(error, RequestException | HTTPError | OSError):
        return "the answer broke off"
    return f"it cannot be fetched ({type(error).__name__}): please report it"


def behind(error: BaseException | None) -> Iterator[BaseException]:
    """An error and those that led to it, which libraries also hide among the arguments."""
    seen: set[int] = set()
    pending = [error]
    while pending:
        at = pending.pop()
        if at is None or id(at) in seen:
            continue
        seen.add(id(at))
        yield at
        hidden = [*at.args, getattr(at, "reason", None)]
        pending += [at.__cause__, at.__context__, *(each for each in hidden if isinstance(each, BaseException))]
