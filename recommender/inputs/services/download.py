"""Downloading a table: resumed where it was cut off, waited for where it is still being made."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ...model.problem import Code
from .answer import GZIP, HEAD, MOST, judge, pieces, queue_of
from .connection import Connection, CutOff, refuse_status
from .keeping import Kept, Note, Shelf
from .service import ServiceError, service_error

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

PIECE = 8 << 10
"""Small, so that little is lost when a run is stopped on a slow line."""
_RANGE = re.compile(r"bytes ([0-9]+)-[0-9]+/([0-9]+|\*)\Z")


@dataclass(slots=True)
class Progress:
    """How far a download is, in bytes; `of` is None where the service does not say."""

    done: int = 0
    of: int | None = None

    def share(self) -> float | None:
        return self.done / self.of if self.of else None


@dataclass(slots=True)
class Download:
    """Fetches from one service into one folder. `now` gives the time as UTC in ISO 8601."""

    line: Connection
    folder: Path
    now: Callable[[], str]
    progress: Progress

    def table(self, path: str) -> Kept:
        """The table under `path`, from the service; what is kept serves where the service says it is still the same.

        Raises
        ------
        ServiceError
            If the service cannot be reached, or does not send a table.
        """
        url = self.line.url(path)
        shelf = Shelf(self.folder, url)
        kept = self._get(url, shelf)
        queued = self._judge(kept)
        if queued is not None:
            kept.path.unlink(missing_ok=True)
            kept = self._get(self._await(queued), shelf)
            if self._judge(kept) is not None:
                kept.path.unlink(missing_ok=True)
                raise service_error(Code.SERVICE_ANSWER, f"{self.line.host} promised a table and sent another promise")
        return kept

    def _judge(self, kept: Kept) -> str | None:
        with kept.open() as file:
            head = next(pieces(file), b"")[:HEAD]
        try:
            queued = judge(head, self.line.host)
        except ServiceError:
            kept.path.unlink(missing_ok=True)
            raise
        return queued.id if queued else None

    def _await(self, number: str) -> str:
        """Where the table is, once it is made. Addresses within the message are not followed."""
        seconds, pause = 0.0, self.line.patience.poll
        began = time.monotonic()
        while seconds <= self.line.patience.queue:
            told = queue_of(self.line.document(f"1.0/async/status/{number}").lstrip())
            status = told.status if told else "UNKNOWN"
            if status == "AVAILABLE":
                return self.line.url(f"1.0/async/data/{number}")
            if status not in ("SUBMITTED", "PROCESSING"):
                raise service_error(Code.SERVICE_ANSWER, f"{self.line.host} gave up making the table ({status})",
                                    "run the same command again, or ask for less")  # fmt: skip
            self.line.wait(pause, "the table is being made")
            seconds = time.monotonic() - began
        raise service_error(Code.SERVICE_AWAY, f"{self.line.host} is still making the table",
                            "large tables are made on request: run the same command again later")  # fmt: skip

    def _get(self, url: str, shelf: Shelf) -> Kept:
        with shelf.downloading():
            return self.line.ask(url, lambda response: self._take(response, shelf), lambda: _conditions(shelf))

    def _take(self, response: BaseHTTPResponse, shelf: Shelf) -> Kept:
        whole, begun = shelf.whole(), shelf.begun()
        if response.status == 304 and whole is not None:
            return whole
        if response.status == 416:
            shelf.drop()
            raise CutOff
        if response.status not in (200, 206):
            refuse_status(response.status, response.read(HEAD, decode_content=True), self.line.host)
        if response.status == 206 and not (begun and _continues(response, begun)):
            shelf.drop()
            raise CutOff
        start = begun.size if begun and response.status == 206 else 0
        file = shelf.go_on() if start else shelf.start(_note(shelf.url, response, self.now()))
        with file:
            self._copy(response, file, start)
        self._refuse_unless_whole(shelf, announced=response.length_remaining is not None or _chunked(response))
        return shelf.finish()

    def _copy(self, response: BaseHTTPResponse, file: BinaryIO, start: int) -> None:
        length = response.headers.get("Content-Length", "")
        self.progress.done = start
        self.progress.of = start + int(length) if length.isdecimal() else None
        for piece in response.stream(PIECE, decode_content=False):
            file.write(piece)
            self.progress.done += len(piece)
            if self.progress.done > MOST:
                raise service_error(Code.SERVICE_ANSWER, f"the answer is larger than {MOST >> 20} MiB",
                                    "ask for less: name codes or years")  # fmt: skip

    def _refuse_unless_whole(self, shelf: Shelf, *, announced: bool) -> None:
        """Packed bytes carry a checksum; others end where the service said, or at least with a line."""
        begun = shelf.begun()
        assert begun is not None
        last = b"\n"
        try:
            with begun.open() as file:
                packed = file.read(2) == GZIP
                file.seek(begun.start)
                for piece in pieces(file):
                    last = piece
        except CutOff:
            shelf.drop()
            raise
        if not (packed or announced or last.endswith(b"\n")):
            raise CutOff


def _conditions(shelf: Shelf) -> Mapping[str, str]:
    """Send only what is not here yet."""
    begun, whole = shelf.begun(), shelf.whole()
    if begun is not None and begun.size and begun.note.validator:
        return {"Range": f"bytes={begun.size}-", "If-Range": begun.note.validator}
    if whole is None:
        return {}
    known = {"If-None-Match": whole.note.etag, "If-Modified-Since": whole.note.last_modified}
    return {name: value for name, value in known.items() if value}


def _continues(response: BaseHTTPResponse, begun: Kept) -> bool:
    found = _RANGE.match(response.headers.get("Content-Range", ""))
    return found is not None and int(found[1]) == begun.size


def _chunked(response: BaseHTTPResponse) -> bool:
    return "chunked" in response.headers.get("Transfer-Encoding", "").lower()


def _note(url: str, response: BaseHTTPResponse, now: str) -> Note:
    told = response.headers
    return Note(url, now, told.get("ETag"), told.get("Last-Modified"), told.get("Content-Type"))
