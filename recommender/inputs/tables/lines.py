"""The lines of a table, packed or not, with their places."""

from __future__ import annotations

import codecs
import contextlib
import gzip
import hashlib
import io
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NoReturn

from ...model.problem import Code, InputErrors, Place, input_error
from ..text import FORBIDDEN, STDIN, read_bytes
from .containers import CONTAINERS

MiB = 1 << 20
FILE_LIMIT = 256 * MiB
UNPACKED_LIMIT = 1024 * MiB
LINE_LIMIT = MiB
SMALL = 256 << 10
"""What is read line by line before DuckDB has started."""

EMPTY_LINE_LIMIT = 10_000

# A table of figures packs ten times; what packs hundreds of times is made to fill the memory.
BOMB_RATIO, BOMB_FLOOR = 100, 4 * MiB

PIECE = 4 * MiB

_GZIP = b"\x1f\x8b"
_ASCII = bytes(range(128))
# All that is not forbidden: of what is beyond ASCII the characters are looked at, not the bytes.
_ALLOWED = bytes({*range(32, 127), *range(128, 256), *b"\t\n\r"})
_BLANKED = bytes(code if code in _ALLOWED else 32 for code in range(256))
_BLANK = re.compile(rb"^ *\n", re.MULTILINE)
_BYTE_ESCAPED = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class TableFile:
    """The bytes of a table's file under the name that the user gave it."""

    name: str
    data: bytes
    encoding: str
    outer: bytes | None = None
    """The bytes of the file itself, where `data` was taken out of it."""
    lenient: bool = False
    """Read control characters as blanks: publishers let them through, and nobody can ask them to mend it."""

    def is_utf8(self) -> bool:
        """Whether all of it is UTF-8."""
        decoder = codecs.getincrementaldecoder("utf-8")()
        stream = self._stream()
        try:
            while piece := stream.read(PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
        return True

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.outer or self.data).hexdigest()

    @property
    def is_small(self) -> bool:
        """Whether the text has at most `SMALL` bytes."""
        return len(self.data) <= SMALL and not self.data.startswith(_GZIP)

    @property
    def base_name(self) -> str:
        """The file's name without its folder: the same wherever it lies."""
        return Path(self.name).name

    @property
    def stem(self) -> str:
        """The file's name without folder and endings."""
        return self.base_name.split(".")[0]

    @property
    def tabs(self) -> bool:
        """Whether the file's name promises tab-separated text."""
        return Path(self.name.removesuffix(".gz")).suffix.lower() in (".tsv", ".tab")

    def lines(self) -> Iterator[tuple[int, str]]:
        """Line numbers from 1 and lines without their end; LF, CRLF and CR end a line.

        Raises
        ------
        InputErrors
            At the first line that is too long, not in the encoding, or holds control or direction
            characters, where empty lines never end, and where a packed file is damaged or too large.
        """
        # Bytes that are not in the encoding come through as lone surrogates, and are found with their place.
        text = io.TextIOWrapper(self._stream(), self.encoding, errors="surrogateescape", newline=None)
        number = empty = 0
        with self._told_if_damaged():
            while line := text.readline(LINE_LIMIT):
                number += 1
                empty += line == "\n"
                if len(line) >= LINE_LIMIT or empty > EMPTY_LINE_LIMIT:
                    raise self._too_long(number, empty)
                line = line.removesuffix("\n")
                if not line.isprintable():
                    line = self._without_control_characters(number, line)
                yield number, line

    def write_plain(self, target: BinaryIO) -> None:
        """Write the lines as DuckDB reads them fastest: UTF-8, LF, without blank lines.

        Raises
        ------
        InputErrors
            As `lines`, at the place.
        """
        empty, rest, stream = 0, b"", self._stream()
        with self._told_if_damaged():
            while piece := stream.read(PIECE):
                whole, rest = _whole_lines(rest + piece)
                plain, blank = _plain(whole, self.encoding, self.lenient)
                empty += blank
                if plain is None or len(rest) > LINE_LIMIT or empty > EMPTY_LINE_LIMIT:
                    self._find_the_place()
                target.write(plain or b"")
            plain, _ = _plain(rest, self.encoding, self.lenient)
            if plain is None:
                self._find_the_place()
            target.write(plain if plain and plain.strip(b" ") else b"")

    def _find_the_place(self) -> NoReturn:
        for _ in self.lines():
            pass
        raise AssertionError(f"{self.name} was refused, yet every line is in order")

    @contextlib.contextmanager
    def _told_if_damaged(self) -> Iterator[None]:
        try:
            yield
        except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile):
            raise input_error(
                Code.FILE_FORMAT, "the packed file is damaged or cut off", Place(self.name),
                hint="fetch it again",
            ) from None  # fmt: skip

    def _stream(self) -> io.BytesIO | io.BufferedReader:
        return io.BufferedReader(_Unpacked(self)) if self.data.startswith(_GZIP) else io.BytesIO(self.data)

    def _too_long(self, number: int, empty: int) -> InputErrors:
        message = f"this line is longer than {LINE_LIMIT:,} characters"
        if empty > EMPTY_LINE_LIMIT:
            message = f"more than {EMPTY_LINE_LIMIT:,} empty lines"
        return input_error(Code.TABLE_SIZE, message, Place(self.name, number))

    def _without_control_characters(self, number: int, line: str) -> str:
        found = FORBIDDEN.search(line)
        if found is None:
            return line
        if self.lenient and not _BYTE_ESCAPED.search(line):
            return FORBIDDEN.sub(" ", line)
        at = Place(self.name, number, found.start() + 1)
        if _BYTE_ESCAPED.match(found[0]):
            raise input_error(
                Code.FILE_ENCODING,
                f"byte 0x{ord(found[0]) - 0xDC00:02x} is not valid {self.encoding.removesuffix('-sig')}", at,
                hint="save the file as UTF-8, or name its encoding, for example --encoding cp1252",
            )  # fmt: skip
        message = f"the character U+{ord(found[0]):04X} is not allowed: it is invisible or changes how text is shown"
        raise input_error(Code.FILE_CONTROL, message, at, line=line, hint="delete it")


def _whole_lines(data: bytes) -> tuple[bytes, bytes]:
    """What ends with a line, and the beginning of the next one."""
    end = data.rfind(b"\n") + 1 or data.rfind(b"\r", 0, len(data) - 1) + 1
    return data[:end], data[end:]


def _plain(data: bytes, encoding: str, lenient: bool) -> tuple[bytes | None, int]:
    """Whole lines as UTF-8 with LF and without blank lines, and how many were blank; None where a line is not in order.

    Bytes are only looked at in bulk: `lines` says where and what.
    """
    if data.startswith(codecs.BOM_UTF8) and encoding == "utf-8-sig":
        data = data[len(codecs.BOM_UTF8) :]
    if not data.isascii():
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            return None, 0
        others = text if encoding != "utf-8-sig" else data.translate(None, _ASCII).decode("utf-8", "replace")
        if FORBIDDEN.search(others.replace("\r", "").replace("\n", "")):
            if not lenient:
                return None, 0
            text = re.sub(r"[^\r\n]+", lambda line: FORBIDDEN.sub(" ", line[0]), text)
        data = data if encoding == "utf-8-sig" and not lenient else text.encode("utf-8")
    if data.translate(None, _ALLOWED):
        if not lenient:
            return None, 0
        data = data.translate(_BLANKED)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if _BLANK.search(data):
        return _BLANK.subn(b"", data)
    return data, 0


class _Unpacked(io.RawIOBase):
    """The content of a gzip file, which ends in an error where it grows past every table."""

    def __init__(self, file: TableFile) -> None:
        self._file, self._count = file, 0
        self._limit = min(UNPACKED_LIMIT, max(BOMB_FLOOR, BOMB_RATIO * len(file.data)))
        self._content = gzip.GzipFile(fileobj=io.BytesIO(file.data))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        piece = self._content.read(len(view))
        self._count += len(piece)
        if self._count > self._limit:
            message = f"the packed file holds more than {self._limit // MiB} MiB"
            raise input_error(Code.FILE_TOO_LARGE, message, Place(self._file.name))
        view[: len(piece)] = piece
        return len(piece)


def open_table(path: str | Path, *, encoding: str = "utf-8", sheet: str | None = None) -> TableFile:
    """The text of a table's file, or of `-` (standard input), packed or not, checked for what it cannot be.

    Out of a ZIP file its only member is taken, out of a workbook its only sheet (or `sheet`), out of
    Parquet its rows.

    Raises
    ------
    InputErrors
        If it is missing, not a regular file, unreadable, too large, empty or UTF-16, and where a ZIP
        file or a workbook holds several tables.
    """
    name = str(path)
    data = _standard_input() if name == STDIN else read_bytes(Path(path), limit=FILE_LIMIT)
    if not data[:4096].strip() and not data.strip():
        raise input_error(Code.FILE_EMPTY, "the file is empty", Place(name))
    unpack = next((known for signature, known in CONTAINERS.items() if data.startswith(signature)), None)
    if unpack is not None:
        return TableFile(name, unpack(name, data, sheet), "utf-8-sig", data)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise input_error(Code.FILE_ENCODING, "the text is UTF-16", Place(name), hint="save it as UTF-8")
    return TableFile(name, data, _codec(name, encoding))


def _standard_input() -> bytes:
    data = sys.stdin.buffer.read(FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        raise input_error(Code.FILE_TOO_LARGE, f"the input is larger than {FILE_LIMIT // MiB} MiB", Place(STDIN))
    return data


def _codec(name: str, encoding: str) -> str:
    try:
        known = codecs.lookup(encoding).name
    except LookupError:
        raise _refusal(name, f"there is no encoding '{encoding}'", "utf-8, cp1252, latin-1 …", Code.USAGE) from None
    if known.startswith(("utf-16", "utf-32", "utf-7")):
        raise _refusal(name, f"tables in {known} are not read", "save it as UTF-8", Code.USAGE)
    return "utf-8-sig" if known == "utf-8" else known


def _refusal(name: str, message: str, hint: str, code: Code = Code.FILE_FORMAT) -> InputErrors:
    return input_error(code, message, Place(name), hint=hint)
