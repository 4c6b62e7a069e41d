"""The lines of a table, packed or not, read once and never all at once."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import io
import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...model.problem import Code, InputErrors, Place, input_error
from ..text import FORBIDDEN, STDIN, read_bytes

MiB = 1 << 20
FILE_LIMIT = 256 * MiB
UNPACKED_LIMIT = 1024 * MiB
LINE_LIMIT = MiB

EMPTY_LINE_LIMIT = 10_000

# A table of figures packs ten times; what packs hundreds of times is made to fill the memory.
BOMB_RATIO, BOMB_FLOOR = 100, 4 * MiB

_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_BYTE_ESCAPED = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class TableFile:
    """The bytes of a table's file under the name that the user gave it."""

    name: str
    data: bytes
    encoding: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

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
        try:
            while line := text.readline(LINE_LIMIT):
                number += 1
                empty += line == "\n"
                if len(line) >= LINE_LIMIT or empty > EMPTY_LINE_LIMIT:
                    raise self._too_long(number, empty)
                line = line.removesuffix("\n")
                if not line.isprintable():
                    self._refuse_control_characters(number, line)
                yield number, line
        except (EOFError, zlib.error, gzip.BadGzipFile):
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

    def _refuse_control_characters(self, number: int, line: str) -> None:
        found = FORBIDDEN.search(line)
        if found is None:
            return
        at = Place(self.name, number, found.start() + 1)
        if _BYTE_ESCAPED.match(found[0]):
            raise input_error(
                Code.FILE_ENCODING,
                f"byte 0x{ord(found[0]) - 0xDC00:02x} is not valid {self.encoding.removesuffix('-sig')}", at,
                hint="save the file as UTF-8, or name its encoding, for example --encoding cp1252",
            )  # fmt: skip
        message = f"the character U+{ord(found[0]):04X} is not allowed: it is invisible or changes how text is shown"
        raise input_error(Code.FILE_CONTROL, message, at, line=line, hint="delete it")


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


def open_table(path: str | Path, *, encoding: str = "utf-8") -> TableFile:
    """The bytes of a table's file, or of `-` (standard input), checked for what it cannot be.

    Raises
    ------
    InputErrors
        If it is missing, not a regular file, unreadable, too large, empty, a workbook or UTF-16.
    """
    name = str(path)
    data = _standard_input() if name == STDIN else read_bytes(Path(path), limit=FILE_LIMIT)
    if not data[:4096].strip() and not data.strip():
        raise input_error(Code.FILE_EMPTY, "the file is empty", Place(name))
    if data.startswith(_ZIP):
        raise _refusal(name, "this is a workbook or a ZIP file, not text", "save the sheet as CSV (UTF-8)")
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
