"""Bytes of a file -> text that is safe to parse, with limits and places."""

from __future__ import annotations

import codecs
import hashlib
import os
import re
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from ..model.problem import Code, Place, input_error, nearest
from .ledger import note_read

YAML_LIMIT = 5 * 1024 * 1024
STDIN = "-"
LONGEST_LINE = 10_000

# Control, direction and invisible characters: they make a name look like another one, move the
# cursor of a terminal, or end a line for one reader and not for the next.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


_SIGNATURES = {
    b"PK\x03\x04": "a workbook or a ZIP file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x1f\x8b": "a packed file",
    b"%PDF": "a PDF",
}


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one input, with LF line ends, under the name that the user gave it."""

    name: str
    text: str
    sha256: str

    def line(self, number: int) -> str:
        """Line `number`, as a message shows it."""
        return nth_line(self.text, number)


def nth_line(text: str, number: int) -> str:
    """Line `number` of `text`, counting from 1; empty past the end, and cut where no screen could show it."""
    lines = text.split("\n", number)
    return lines[number - 1][:LONGEST_LINE] if number <= len(lines) else ""


def read_text(path: str | Path, *, limit: int = YAML_LIMIT, encoding: str = "utf-8") -> SourceText:
    """The text behind a file name, or behind `-` (standard input).

    Raises
    ------
    InputErrors
        If it is missing, not a regular file, unreadable, over `limit` bytes, empty, not in
        `encoding`, or holds control or direction characters.
    """
    name = str(path)
    data = _standard_input(limit) if name == STDIN else read_bytes(Path(path), limit=limit)
    text = _decode(name, data, encoding).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise input_error(Code.FILE_EMPTY, "the file is empty", Place(name))
    _refuse_control_characters(name, text)
    return SourceText(name, text, hashlib.sha256(text.encode("utf-8")).hexdigest())


def read_bytes(path: Path, *, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes."""
    at = Place(str(path))
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise input_error(Code.FILE_KIND, "this is not a regular file", at)
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise input_error(Code.FILE_MISSING, "there is no such file", at, hint=_neighbour(path)) from None
    except IsADirectoryError:
        raise input_error(Code.FILE_KIND, "this is a folder, not a file", at, hint="name a file in it") from None
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise input_error(Code.FILE_UNREADABLE, f"cannot read the file: {reason}", at) from None
    except ValueError:
        raise input_error(Code.FILE_MISSING, "this is not a file name", at) from None
    if len(data) > limit:
        raise input_error(Code.FILE_TOO_LARGE, f"the file is larger than {limit // 1024} KiB", at)
    note_read(path, data)
    return data


def _open_without_waiting(path: str, flags: int) -> int:
    # A pipe without a writer would otherwise block for ever.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _standard_input(limit: int) -> bytes:
    at = Place(STDIN)
    if sys.stdin is None:
        raise input_error(Code.FILE_UNREADABLE, "there is no standard input", at)
    try:
        data = sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        raise input_error(Code.FILE_UNREADABLE, f"cannot read standard input: {error.strerror}", at) from None
    if len(data) > limit:
        raise input_error(Code.FILE_TOO_LARGE, f"the input is larger than {limit // 1024} KiB", at)
    return data


def _neighbour(path: Path) -> str | None:
    if path.is_symlink():
        return "it is a symbolic link to a file that is not there"
    try:
        names = [item.name for item in path.parent.iterdir()]
    except OSError:
        return f"the folder '{path.parent}' does not exist"
    return nearest(path.name, names, what="files here") if names else "the folder is empty"


def _decode(name: str, data: bytes, encoding: str) -> str:
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise input_error(Code.FILE_FORMAT, f"this is {kind}, not text", Place(name),
                              hint="save the content as text, in UTF-8")  # fmt: skip
    codec = _codec(name, encoding)
    if codec == "utf-8-sig" and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise input_error(Code.FILE_ENCODING, "the text is UTF-16", Place(name), hint="save it as UTF-8")
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec, "replace")
        at = Place(name, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        message = f"byte {error.start} (0x{data[error.start]:02x}) is not valid {codec.removesuffix('-sig')}"
        hint = "save the file as UTF-8, or name its encoding, for example --encoding cp1252"
        raise input_error(Code.FILE_ENCODING, message, at, hint=hint) from None
    except UnicodeError:
        raise input_error(Code.FILE_ENCODING, f"the text is not valid {codec}", Place(name)) from None


def _codec(name: str, encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding)
        "".encode(codec.name)
    except (LookupError, ValueError):
        raise input_error(Code.USAGE, f"there is no text encoding '{encoding}'", Place(name),
                          hint="for example utf-8, cp1252 or latin-1") from None  # fmt: skip
    return "utf-8-sig" if codec.name == "utf-8" else codec.name


def _refuse_control_characters(name: str, text: str) -> None:
    found = FORBIDDEN.search(text)
    if found is None:
        return
    start = text.rfind("\n", 0, found.start()) + 1
    line = text.count("\n", 0, found.start()) + 1
    at = Place(name, line, found.start() - start + 1)
    message = f"the character U+{ord(found[0]):04X} is not allowed: it is invisible or changes how text is shown"
    raise input_error(Code.FILE_CONTROL, message, at, line=nth_line(text, line), hint="delete it")
