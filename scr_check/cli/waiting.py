"""Work that takes long: a line that says how far it is, on standard error, on a terminal only, gone when the work is done."""

import sys
from collections.abc import Iterable, Iterator
from threading import Event, Thread
from time import monotonic
from typing import TypeVar

_PATIENCE = 1.0  # seconds that nobody minds waiting without a word
_BEAT = 0.5
_ERASE = "\r\x1b[K"

Item = TypeVar("Item")


def while_waiting(items: Iterable[Item], total: int) -> Iterator[Item]:
    """The items as they come; while they take long, the user sees how many of `total` there are."""
    if not sys.stderr.isatty():
        yield from items
        return
    line = _Line(total)
    try:
        for item in items:
            line.done += 1
            yield item
    finally:
        line.end()


class _Line:
    """The line, written by a thread of its own: a report of 180 pages is one item, and takes seconds."""

    def __init__(self, total: int) -> None:
        self.done = 0
        self._total = total
        self._began = monotonic()
        self._over = Event()
        self._thread = Thread(target=self._show, daemon=True)
        self._thread.start()

    def _show(self) -> None:
        if self._over.wait(_PATIENCE):
            return
        while True:
            so_far = f", {self.done} of {self._total} done" if self._total > 1 else ""
            sys.stderr.write(f"{_ERASE}scr-check: checking{so_far}, {int(monotonic() - self._began)} s ...")
            sys.stderr.flush()
            if self._over.wait(_BEAT):
                break
        sys.stderr.write(_ERASE)
        sys.stderr.flush()

    def end(self) -> None:
        """Take the line away."""
        self._over.set()
        self._thread.join()
