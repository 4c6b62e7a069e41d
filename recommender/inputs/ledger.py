"""Which files a job read, noted while it reads them: what a file includes is known only once it was read.

Whoever wants to know opens a `ledger`; everybody else notices nothing. What is outside of it is not noted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeAlias

Ledger: TypeAlias = dict[Path, str | None]
"""File -> hash of its content; None for one that was looked for and is not there."""

_OPEN: ContextVar[Ledger | None] = ContextVar("ledger", default=None)


@contextmanager
def ledger() -> Iterator[Ledger]:
    """The files that are read, or looked for, until this ends."""
    noted: Ledger = {}
    token = _OPEN.set(noted)
    try:
        yield noted
    finally:
        _OPEN.reset(token)


def note_read(path: Path, data: bytes) -> None:
    """Note that a file was read, with the bytes that were read."""
    noted = _OPEN.get()
    if noted is not None:
        noted[path] = content_hash(data)


def note_absent(path: Path) -> None:
    """Note that a file was looked for in vain: one of that name would have been read."""
    noted = _OPEN.get()
    if noted is not None:
        noted.setdefault(path, None)


def content_hash(data: bytes) -> str:
    """SHA-256 over LF line ends, so that a checkout on Windows has the same one."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")).hexdigest()
