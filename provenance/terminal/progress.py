"""A bar that grows while many articles are audited; only on a terminal, and gone when it is done."""

import sys
import time

BAR = 24
PAUSE = 0.08
"""Seconds between two drawings: a bar must not cost more than the audit."""


class Progress:
    """Counts inputs done. Draws nothing where stderr is not a terminal, or `shown` is false."""

    def __init__(self, total: int, word: str, *, shown: bool) -> None:
        self.total, self.word, self.done, self.drawn = total, word, 0, 0.0
        self.shown = shown and total > 1 and sys.stderr.isatty()
        self.draw()

    def __call__(self, _path: str) -> None:
        self.done += 1
        self.draw()

    def draw(self) -> None:
        now = time.monotonic()
        if self.shown and now - self.drawn > PAUSE:
            self.drawn = now
            full = BAR * self.done // self.total
            sys.stderr.write(f"\r{self.word} {'█' * full}{'░' * (BAR - full)} {self.done}/{self.total}")
            sys.stderr.flush()

    def close(self) -> None:
        if self.shown and self.drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
