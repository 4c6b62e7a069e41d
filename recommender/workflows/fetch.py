"""A table from a statistical office's service: downloaded, kept, and written with where it is from."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, BinaryIO

from ..inputs.services.answer import HEAD, pieces, updated_of
from ..inputs.services.connection import Connection, Patience, refuse_unsafe
from ..inputs.services.download import Download, Progress
from ..inputs.services.keeping import Kept, Shelf
from ..inputs.services.providers import services
from ..inputs.services.service import Query, Service, service_error
from ..model.problem import Code, pick
from ..outputs.files import fill_atomically
from ..outputs.tool import TOOL

SCHEMA = "ris3/provenance/1"
FRESH = timedelta(hours=24)
"""Services publish once or twice a day, and the OECD's allows sixty downloads an hour."""


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """What the user asks for.

    `words` are KEY=CODE[,CODE…] and time=YEAR[-YEAR]; `address` is where to ask instead of the office itself;
    `cache` the folder in which downloads are kept; `refresh` whether to ask although there is a fresh copy.
    """

    service: str
    dataset: str
    words: list[str]
    file: str
    cache: Path
    address: str | None = None
    refresh: bool = False


@dataclass(slots=True)
class Fetch:
    """One table on its way. `proxy` gives the proxy for a host; `now` the time, in UTC."""

    request: FetchRequest
    proxy: Callable[[str], str | None]
    now: Callable[[], datetime]
    patience: Patience = field(default_factory=Patience)
    _progress: Progress = field(default_factory=Progress)
    _waiting: str = ""

    def what(self) -> str:
        """What is being done, for a line on a terminal."""
        size = f" {self._progress.done / 1e6:.1f} MB" if self._progress.done else ""
        return self._waiting or f"fetching {self.request.dataset}{size}"

    def share(self) -> float | None:
        """How much of it is done, in [0, 1]; None where the service does not say."""
        return None if self._waiting else self._progress.share()

    def run(self) -> Fetched:
        """Fetch the table and write it.

        Raises
        ------
        RecommenderError
            If the question is not well formed, the service does not answer it, or the files cannot be written;
            nothing is written then.
        """
        service = pick(self.request.service, services(), "service", code=Code.USAGE)
        query = service.query(self.request.dataset, self.request.words, _kind(self.request.file))
        address = self.request.address or service.address
        refuse_unsafe(address)
        _require_client()
        line = Connection(address, f"{TOOL['name']}/{TOOL['version']}", None, self.patience, self._tell)
        line.proxy = self.proxy(line.host)
        path = service.path(query, line.document)
        kept = None if self.request.refresh else self._fresh(line.url(path))
        copy = kept is not None
        if kept is None:
            kept = Download(line, self.request.cache, self._stamp, self._progress).table(path)
        return _write(self.request.file, kept, service, query, from_cache=copy)

    def _tell(self, waiting: str) -> None:
        self._waiting = waiting

    def _stamp(self) -> str:
        return self.now().isoformat(timespec="seconds").replace("+00:00", "Z")

    def _fresh(self, url: str) -> Kept | None:
        """The copy of less than a day ago."""
        kept = Shelf(self.request.cache, url).whole()
        if kept is None:
            return None
        age = self.now() - datetime.fromisoformat(kept.note.fetched)
        return kept if timedelta(0) <= age < FRESH else None


@dataclass(frozen=True, slots=True)
class Fetched:
    """The files that were written, and, where a copy was used, when that was fetched."""

    files: tuple[Path, Path]
    copy_of: str | None


def service_names() -> list[str]:
    """The services that tables are fetched from."""
    return list(services())


def _kind(file: str) -> str:
    kind = Path(file.removesuffix(".gz")).suffix.removeprefix(".")
    if kind not in ("tsv", "csv"):
        raise service_error(Code.USAGE, f"the name '{file}' does not say which format to fetch",
                            "name a .csv or .tsv file; with .gz behind it, it stays packed")  # fmt: skip
    return kind


def _require_client() -> None:
    try:
        import urllib3  # noqa: F401
    except ImportError:
        raise service_error(Code.USAGE, "fetching needs the package urllib3", "pip install 'ris3[fetch]'") from None


def _write(file: str, kept: Kept, service: Service, query: Query, *, from_cache: bool) -> Fetched:
    """The table and its provenance: both, or neither."""
    table, beside = Path(file), Path(f"{file}.provenance.json")
    told: dict[str, Any] = {}

    def fill(part: Path) -> None:
        told.update(_copy(kept, part, packed=file.endswith(".gz")))

    def both(part: Path) -> None:
        fill_atomically(table, fill)
        part.write_text(_provenance(table.name, kept, service, query, told), "utf-8")

    fill_atomically(beside, both)
    return Fetched((table, beside), kept.note.fetched if from_cache else None)


def _copy(kept: Kept, part: Path, *, packed: bool) -> dict[str, Any]:
    """Copy the table as the name of the file wants it; its checksum and size as written, and its first bytes."""
    head = b""
    with kept.open() as source, part.open("wb") as target:
        writer: BinaryIO = target
        if packed:
            # No time and no name inside: the same table gives the same bytes.
            writer = gzip.GzipFile(filename="", mode="wb", fileobj=target, mtime=0)  # type: ignore[assignment]
        for piece in pieces(source):
            head = head or piece[:HEAD]
            writer.write(piece)
        if packed:
            writer.close()
    with part.open("rb") as written:
        sha256 = hashlib.file_digest(written, "sha256").hexdigest()
    return {"sha256": sha256, "bytes": part.stat().st_size, "updated": updated_of(head)}


def _provenance(name: str, kept: Kept, service: Service, query: Query, told: dict[str, Any]) -> str:
    years = {"first": query.first, "last": query.last} if query.first is not None else None
    record = {
        "schema": SCHEMA,
        "name": name,
        "publisher": service.publisher,
        "dataset": query.dataset,
        "codes": {key: list(codes) for key, codes in query.codes.items()},
        "years": years,
        "address": kept.note.url,
        "fetched": kept.note.fetched,
        "sha256": told["sha256"],
        "bytes": told["bytes"],
        "updated": told["updated"] or _iso(kept.note.last_modified),
        "etag": kept.note.etag,
        "licence": service.licence,
        "tool": dict(TOOL),
    }
    return json.dumps(record, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _iso(told: str | None) -> str | None:
    """A date as HTTP writes it, in ISO 8601."""
    try:
        return parsedate_to_datetime(told).isoformat() if told else None
    except ValueError:
        return None
