"""A line on the terminal for work that takes more than a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

EVERY = 1.0
"""Seconds before the line appears, and between its updates."""


@contextmanager
def progress(what: str, *, quiet: bool = False) -> Iterator[None]:
    """Say on stderr what is being done and for how long, if that is a terminal; the line goes away afterwards."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    ticker = threading.Thread(target=_tick, args=(what, done), daemon=True)
    ticker.start()
    try:
        yield
    finally:
        done.set()
        ticker.join()


def _tick(what: str, done: threading.Event) -> None:
    seconds = 0
    line = ""
    while not done.wait(EVERY):
        seconds += 1
        line = f"{what} ... {seconds} s"
        _write("\r" + line)
    _write("\r" + " " * len(line) + "\r" if line else "")


def _write(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        return
