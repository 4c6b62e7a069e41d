"""What a service sent: a table, a promise to make one, or an excuse."""

from __future__ import annotations

import csv
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from xml.etree import ElementTree

from ...model.problem import Code
from ..tables.formats import formats
from ..tables.layout import Head
from ..tables.lines import TableFile
from .connection import CutOff
from .service import service_error

MiB = 1 << 20
MOST = 1024 * MiB
"""Bytes of a table, unpacked: what our readers take."""

GZIP = b"\x1f\x8b"
HEAD = 64 << 10
EXPECTED = ("eurostat-tsv", "sdmx-csv", "oecd-data-explorer")
ID = re.compile(r"[A-Za-z0-9-]{1,64}\Z")
LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Queued:
    """A table in the making, under a number."""

    id: str
    status: str


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """The table in `file`, unpacked.

    Raises
    ------
    CutOff
        If it is packed and ends before its end.
    ServiceError
        If it is larger than anything that we read.
    """
    packed = file.peek(2)[:2] == GZIP if isinstance(file, io.BufferedReader) else False
    total = 0
    source = gzip.GzipFile(fileobj=file) if packed else file
    try:
        while piece := source.read(MiB):
            total += len(piece)
            if total > MOST:
                raise service_error(Code.SERVICE_ANSWER, f"the table is larger than {MOST // MiB} MiB",
                                    "ask for less: name codes or years")  # fmt: skip
            yield piece
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise CutOff from None


def judge(head: bytes, host: str) -> Queued | None:
    """None if this is the beginning of a table; its number, if it is still being made.

    Raises
    ------
    ServiceError
        If it is anything else, in the service's own words where it has any.
    """
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not bare:
        raise service_error(Code.SERVICE_ANSWER, f"{host} sent an empty answer", "do these codes and years exist?")
    queued = queue_of(bare)
    if queued is not None:
        return queued
    name = format_of(bare)
    if name in EXPECTED:
        return None
    said = words_of(bare)
    message = f"{host} sent {_kind(bare)} instead of a table" + (f": {said}" if said else "")
    raise service_error(Code.SERVICE_ANSWER, message, "is the address of the service right? try again later")


def _kind(bare: bytes) -> str:
    if re.match(rb"(?i)<!doctype html|<html", bare):
        return "a web page"
    if bare[:1] == b"<":
        return "a message"
    return "JSON" if bare[:1] in (b"{", b"[") else "something else"


def format_of(bare: bytes) -> str | None:
    """The format of a table that begins like this, as our readers see it."""
    lines = tuple(bare[:HEAD].decode("utf-8", "replace").splitlines()[:5])
    head = Head(TableFile("answer", b"", "utf-8"), lines, 1)
    try:
        return next((item.name for item in formats().values() if item.name in EXPECTED and item.recognise(head)), None)
    except csv.Error:
        return None


def queue_of(data: bytes) -> Queued | None:
    """The number and the state of a table in the making, if this is such a message."""
    texts = _texts(data)
    number, status = texts.get("id") or texts.get("key"), texts.get("status")
    if number and status and ID.match(number):
        return Queued(number, status)
    return None


def words_of(data: bytes) -> str:
    """What a message or a page says to people, in one line."""
    texts = _texts(data)
    said = texts.get("faultstring") or texts.get("Text") or texts.get("title")
    if said is None and data[:1] == b"<":
        found = re.search(rb"(?is)<title[^>]*>(.*?)</title>", data)
        said = found[1].decode("utf-8", "replace") if found else None
    if said is None and data[:1] not in (b"<", b"{", b"["):
        said = data[: 4 * LONGEST_WORDS].decode("utf-8", "replace").partition("\n")[0]
    return " ".join((said or "").split())[:LONGEST_WORDS]


def _texts(data: bytes) -> dict[str, str]:
    """The first text of every element of an XML message, by its name without namespace."""
    if data[:1] != b"<" or len(data) > MiB or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return {}
    try:
        tree = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return {}
    found: dict[str, str] = {}
    for item in tree.iter():
        if item.text and item.text.strip():
            found.setdefault(item.tag.rpartition("}")[2], item.text.strip())
    return found


def updated_of(head: bytes) -> str | None:
    """When the table was last updated, where its first row says so (SDMX-CSV 1.0 of Eurostat)."""
    try:
        rows = list(csv.reader(head.decode("utf-8", "replace").splitlines()[:2]))
    except csv.Error:
        return None
    if len(rows) < 2 or len(rows[0]) != len(rows[1]):
        return None
    told = dict(zip((name.upper().replace("_", " ") for name in rows[0]), rows[1], strict=True))
    return told.get("LAST UPDATE") or None
