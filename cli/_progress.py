"""A line on the terminal for work that takes more than a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ._text import printable

WIDTH = 20
EVERY = 1.0
"""Seconds before the line appears, and between its updates."""


class Steps:
    """How far a job with several steps is: told from one thread, shown by another."""

    def __init__(self, verb: str) -> None:
        self._verb = verb
        self._done, self._of, self._name = 0, 0, ""

    def tell(self, done: int, of: int, name: str) -> None:
        """`done` of so many steps are done, and the next is called `name`."""
        self._done, self._of, self._name = done, of, name

    def what(self) -> str:
        return f"{self._verb} {printable(self._name)}".rstrip()

    def share(self) -> float | None:
        return self._done / self._of if self._of else None


@contextmanager
def progress(
    what: str | Callable[[], str], *, quiet: bool = False, share: Callable[[], float | None] | None = None
) -> Iterator[None]:  # fmt: skip
    """Say on stderr what is being done and for how long, if that is a terminal; the line goes away afterwards.

    `share` says how much of it is done, in [0, 1]; None where that cannot be told.
    """
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    ticker = threading.Thread(target=_tick, args=(what, done, share), daemon=True)
    ticker.start()
    try:
        yield
    finally:
        done.set()
        ticker.join()


def _tick(what: str | Callable[[], str], done: threading.Event, share: Callable[[], float | None] | None) -> None:
    seconds = 0
    line = ""
    while not done.wait(EVERY):
        seconds += 1
        told = what if isinstance(what, str) else what()
        longest = len(line)
        line = f"{told} {_bar(share() if share else None)} {seconds} s"
        _write("\r" + line.ljust(longest))
    _write("\r" + " " * len(line) + "\r" if line else "")


def _bar(share: float | None) -> str:
    """A bar of twenty places, in plain ASCII."""
    if share is None:
        return "..."
    full = int(min(max(share, 0.0), 1.0) * WIDTH)
    return f"[{'#' * full}{'.' * (WIDTH - full)}] {share:4.0%}"


def _write(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        return
