"""Whose turn it is: one request to a host at a time, with a pause between two, and longer where the host asks."""

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from provenance.model.errors import ReadError

BUSY = frozenset({429, 503})
LONGEST_WAIT = 10.0
"""Seconds we wait for a host that asks us to; one that asks for more is left alone for the rest of the run."""


class Turns:
    """When each host may be asked again. `delay` is in seconds; `longer` are the hosts that ask for more in robots.txt,
    which they get up to LONGEST_WAIT."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self.longer: dict[str, float] = {}
        self.asked: dict[str, float] = {}
        self.waited: set[str] = set()
        self.closed: dict[str, float] = {}

    def wait(self, host: str) -> float:
        """Sleep until it is our turn, and say how long; raises ReadError where the host wants to be left alone."""
        if host in self.closed:
            raise ReadError(f"{host} asks to come back in {self.closed[host]:.0f} seconds")
        delay = max(self.delay, min(self.longer.get(host, 0.0), LONGEST_WAIT))
        pause = max(0.0, self.asked.get(host, -delay) + delay - time.monotonic())
        time.sleep(pause)
        self.asked[host] = time.monotonic()
        return pause

    def asked_to_wait(self, host: str, status: int, retry_after: str | None) -> float:
        """Sleep as long as a busy host asks, and say how long; 0 where it does not ask, or not for the first time."""
        seconds = in_seconds(retry_after) if status in BUSY else 0.0
        if not seconds:
            return 0.0
        if seconds > LONGEST_WAIT or host in self.waited:
            self.closed[host] = seconds
            return 0.0
        self.waited.add(host)
        time.sleep(seconds)
        self.asked[host] = time.monotonic()
        return seconds


def in_seconds(retry_after: str | None) -> float:
    """`120` or a date, from now; 0 for anything else."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0
