"""One request to one machine: connected to the address that was looked at, ended when its time is up, read up to its
largest size. Imported only with --online."""

import socket
import time
import zlib
from contextlib import suppress
from http import HTTPStatus
from io import BytesIO
from threading import Timer
from typing import Any
from urllib.parse import urlsplit

from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from provenance.model.errors import ReadError
from provenance.model.settings import Web
from provenance.web.addresses import destinations
from provenance.web.turns import Turns

MB = 1024 * 1024
PIECE = 16 * 1024
READABLE = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
TOO_LONG = "it took too long"
GZIP = 16 + zlib.MAX_WBITS
GONE = frozenset({"content-encoding", "content-length", "transfer-encoding", "set-cookie", "connection", "keep-alive"})
"""Headers that do not hold for the page as it is kept, or are none of ours to keep."""


class Clock:
    """The time a page may take, waiting for our turn not counted. When it is up, the connection is cut, whatever it is
    waiting for: an address, a handshake, one more byte."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.ends = seconds, 0.0
        self.timer: Timer | None = None
        self.twin: socket.socket | None = None

    def start(self) -> None:
        self.ends = time.monotonic() + self.seconds

    @property
    def left(self) -> float:
        return self.ends - time.monotonic()

    def watch(self, connected: socket.socket) -> None:
        self.let_go()
        self.twin = connected.dup()
        self.timer = Timer(max(self.left, 0), self.cut)
        self.timer.daemon = True
        self.timer.start()

    def cut(self) -> None:
        with suppress(OSError):
            if self.twin:
                self.twin.shutdown(socket.SHUT_RDWR)

    def let_go(self) -> None:
        if self.timer:
            self.timer.cancel()
            self.timer.join()
        if self.twin:
            self.twin.close()
        self.timer = self.twin = None

    def connect(self, host: str, port: int) -> socket.socket:
        """A connection to the first address of a host that answers; raises ReadError."""
        for address in destinations(host, port, self.left):
            with suppress(OSError):
                connected = socket.create_connection(address, timeout=max(self.left, 0.001))
                self.watch(connected)
                return connected
        raise ReadError(f"{host} does not answer")


def pools(clock: Clock) -> dict[str, type[HTTPConnectionPool]]:
    """The connection pools of a session, whose connections are made by its clock and by nothing else."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return clock.connect(self.host, self.port or 80)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return clock.connect(self.host, self.port or 443)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


class Adapter(HTTPAdapter):
    """Sends a request when it is its host's turn, and hands back a response that is read to its end."""

    def __init__(self, web: Web, turns: Turns, clock: Clock) -> None:
        self.largest, self.turns, self.clock = int(web.largest * MB), turns, clock
        super().__init__()
        self.poolmanager.pool_classes_by_scheme = pools(clock)

    def send(self, request: PreparedRequest, *_given: Any, **_settings: Any) -> Response:
        host = urlsplit(str(request.url)).netloc
        self.clock.ends += self.turns.wait(host)
        answer = self.sent(request)
        if again := self.turns.asked_to_wait(host, answer.status_code, answer.headers.get("Retry-After")):
            self.clock.ends += again
            answer = self.sent(request)
            self.turns.asked_to_wait(host, answer.status_code, answer.headers.get("Retry-After"))
        return answer

    def sent(self, request: PreparedRequest) -> Response:
        try:
            given = super().send(request, stream=True, timeout=max(self.clock.left, 0.001), verify=True, proxies={})
            try:
                made = self.whole(request, given)
            finally:
                given.close()
        finally:
            self.clock.let_go()
        if self.clock.left <= 0:  # what was cut may look whole
            raise ReadError(TOO_LONG)
        return made

    def whole(self, request: PreparedRequest, given: Response) -> Response:
        """The response with its body unpacked. That of an error, or of what is no text, is not even read."""
        is_text = media_type(given) in READABLE or str(request.url).endswith("/robots.txt")
        wanted = given.status_code == HTTPStatus.OK and is_text
        body = self.body(given.raw) if wanted else b""
        kept = {name: value for name, value in given.headers.items() if name.lower() not in GONE}
        made = HTTPResponse(
            body=BytesIO(body),
            headers=kept,
            status=given.raw.status,
            reason=given.raw.reason,
            version=given.raw.version,
            preload_content=False,
            request_url=str(request.url),
        )
        return self.build_response(request, made)

    def body(self, raw: HTTPResponse) -> bytes:
        packing = raw.headers.get("Content-Encoding", "identity").lower()
        if packing not in ("identity", "gzip", "x-gzip"):
            raise ReadError(f"the page comes packed as {packing}, which was not asked for")
        unpacking = None if packing == "identity" else zlib.decompressobj(GZIP)
        pieces, size, received = [], 0, 0
        for piece in raw.stream(PIECE, decode_content=False):
            received += len(piece)
            if unpacking:
                piece = unpacking.decompress(piece, self.largest - size + 1)
            pieces.append(piece)
            size += len(piece)
            if max(size, received) > self.largest:
                raise ReadError(f"the page is larger than {self.largest / MB:g} MB")
        if unpacking and not unpacking.eof:
            raise ReadError("the answer broke off")
        return b"".join(pieces)


def media_type(response: Response) -> str:
    """The type a server declares; a page where it declares none."""
    return response.headers.get("Content-Type", "").partition(";")[0].strip().lower() or "text/html"
