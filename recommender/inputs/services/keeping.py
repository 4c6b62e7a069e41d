"""What was downloaded, kept in a folder by address: whole tables, and beginnings that can be resumed.

Each is one file: a line of JSON that says where the bytes are from, then the bytes as they came. A download that is
going on has a name of its own, so that two of the same table never write into each other.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from ...model.problem import Code
from .service import service_error


@dataclass(frozen=True, slots=True)
class Note:
    """Where bytes are from. `fetched` is UTC in ISO 8601; the others as the service told them."""

    url: str
    fetched: str
    etag: str | None = None
    last_modified: str | None = None
    content_type: str | None = None

    @property
    def validator(self) -> str | None:
        """By what the service recognises the same bytes again; a weak tag promises no such thing."""
        strong = self.etag if self.etag and not self.etag.startswith("W/") else None
        return strong or self.last_modified


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of the folder and its note; `size` counts the bytes after the note."""

    path: Path
    note: Note
    start: int
    size: int

    @contextlib.contextmanager
    def open(self) -> Iterator[BinaryIO]:
        with self.path.open("rb") as file:
            file.seek(self.start)
            yield file


class Shelf:
    """The files of one address in a folder."""

    def __init__(self, folder: Path, url: str) -> None:
        self.url = url
        self._stem = folder / hashlib.sha256(url.encode()).hexdigest()[:32]
        self._part = self._stem.with_suffix(".part")
        self._mine = self._stem.with_suffix(f".{os.getpid()}.{secrets.token_hex(4)}.part")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise service_error(Code.OUTPUT_PLACE, f"the cache folder cannot be made: {error.strerror}",
                                "name another one with --cache FOLDER") from None  # fmt: skip

    def whole(self) -> Kept | None:
        """The table, if it was fetched before."""
        return self._read(self._stem.with_suffix(".table"))

    def begun(self) -> Kept | None:
        """What there is of a download that is going on."""
        return self._read(self._mine)

    @contextlib.contextmanager
    def downloading(self) -> Iterator[None]:
        """Take over a beginning; what was not finished is put back for the next time."""
        with contextlib.suppress(OSError):
            self._part.replace(self._mine)
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                self._mine.replace(self._part)

    def start(self, note: Note) -> BinaryIO:
        """A new beginning."""
        file = self._mine.open("wb")
        file.write(json.dumps(asdict(note)).encode() + b"\n")
        return file

    def go_on(self) -> BinaryIO:
        return self._mine.open("ab")

    def drop(self) -> None:
        """Forget what was begun."""
        self._mine.unlink(missing_ok=True)

    def finish(self) -> Kept:
        """Keep what was begun as the whole table."""
        self._mine.replace(self._stem.with_suffix(".table"))
        kept = self.whole()
        assert kept is not None
        return kept

    def _read(self, path: Path) -> Kept | None:
        try:
            with path.open("rb") as file:
                note = Note(**json.loads(file.readline(1 << 16)))
                start = file.tell()
        except (OSError, ValueError, TypeError):
            return None
        return Kept(path, note, start, path.stat().st_size - start) if note.url == self.url else None
