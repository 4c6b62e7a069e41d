"""Files that hold a table in something else: ZIP, workbook, Parquet. Each gives the table as UTF-8 text."""

from __future__ import annotations

import csv
import io
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ...model.problem import Code, Place, input_error, nearest

MiB = 1 << 20
UNPACKED_LIMIT = 1024 * MiB
# A table of figures packs ten times; what packs hundreds of times is made to fill the memory.
BOMB_RATIO, BOMB_FLOOR = 100, 4 * MiB
_WORKBOOK = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
_HIDDEN = ("__MACOSX/", "._", ".DS_Store")

Unpack = Callable[[str, bytes, str | None], bytes]


def from_zip(name: str, data: bytes, sheet: str | None) -> bytes:
    """The only file in a ZIP file; the only sheet, or the one called `sheet`, if it is a workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            files = (item for item in packed.infolist() if not item.is_dir())
            members = [item for item in files if not item.filename.startswith(_HIDDEN)]
            if any(item.filename in _WORKBOOK for item in members):
                return from_workbook(name, data, sheet, sum(item.file_size for item in members))
            member = _only_member(name, members, sheet)
            refuse_bomb(name, len(data), member.file_size)
            with packed.open(member) as file:
                return _limited(name, file.read(member.file_size + 1), member.file_size)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        locked = "encrypted" in str(error) or "password" in str(error)
        message = "this ZIP file is locked with a password" if locked else "this workbook or ZIP file cannot be read"
        raise input_error(Code.FILE_FORMAT, message, Place(name), hint="save the table as CSV (UTF-8)") from None


def _only_member(name: str, members: list[zipfile.ZipInfo], wanted: str | None) -> zipfile.ZipInfo:
    if wanted is not None:
        named = next((item for item in members if item.filename == wanted), None)
        if named is not None:
            return named
    if len(members) != 1 or wanted is not None:
        names = [item.filename for item in members]
        message = f"the ZIP file holds {len(names)} files" if wanted is None else f"it holds no file '{wanted}'"
        hint = f"choose one with --sheet; {nearest(wanted or '', names, what='files')}" if names else None
        raise input_error(Code.FILE_FORMAT, message, Place(name), hint=hint)
    return members[0]


def refuse_bomb(name: str, packed: int, unpacked: int) -> None:
    """Refuse a packed file that would fill the memory."""
    limit = min(UNPACKED_LIMIT, max(BOMB_FLOOR, BOMB_RATIO * packed))
    if unpacked > limit:
        raise input_error(Code.FILE_TOO_LARGE, f"the packed file holds more than {limit // MiB} MiB", Place(name))


def _limited(name: str, data: bytes, promised: int) -> bytes:
    if len(data) > promised:
        raise input_error(Code.FILE_TOO_LARGE, "the packed file holds more than it says", Place(name))
    if not data.strip():
        raise input_error(Code.FILE_EMPTY, "the file is empty", Place(name))
    return data


def from_workbook(name: str, data: bytes, sheet: str | None, unpacked: int) -> bytes:
    """A sheet of an .xlsx, .xlsb or .ods workbook as CSV; its rows are the lines."""
    refuse_bomb(name, len(data), unpacked)
    try:
        import python_calamine
    except ImportError:
        raise input_error(Code.FILE_FORMAT, "reading this workbook needs the package python-calamine", Place(name),
                          hint="pip install 'ris3[excel]', or save the sheet as CSV (UTF-8)") from None  # fmt: skip
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        rows = {title: book.get_sheet_by_name(title).to_python(skip_empty_area=False) for title in book.sheet_names}
    except (python_calamine.CalamineError, ValueError, OSError):
        raise input_error(Code.FILE_FORMAT, "this workbook or ZIP file cannot be read", Place(name),
                          hint="save the sheet as CSV (UTF-8)") from None  # fmt: skip
    chosen = _only_sheet(name, rows, sheet)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_cell(value) for value in row] for row in rows[chosen])
    return out.getvalue().replace("\r", " ").encode()


def _only_sheet(name: str, rows: dict[str, list[list[Any]]], wanted: str | None) -> str:
    filled = [title for title, content in rows.items() if any(value != "" for row in content for value in row)]
    if wanted is not None and wanted not in rows:
        raise input_error(Code.FILE_FORMAT, f"there is no sheet '{wanted}'", Place(name),
                          hint=nearest(wanted, rows, what="sheets"))  # fmt: skip
    if not filled:
        raise input_error(Code.FILE_EMPTY, "the workbook is empty", Place(name))
    if wanted is None and len(filled) > 1:
        raise input_error(Code.FILE_FORMAT, f"the workbook has {len(filled)} sheets: {', '.join(filled[:12])}",
                          Place(name), hint="choose one with --sheet NAME")  # fmt: skip
    return wanted or filled[0]


def _cell(value: Any) -> str:
    """A cell as it looks: whole numbers without a point, dates as ISO 8601."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value).replace("\n", " ")


def from_parquet(name: str, data: bytes, sheet: str | None) -> bytes:
    """The rows of a Parquet file as CSV; what is null is written as not available."""
    import duckdb

    from .connection import connected

    with tempfile.TemporaryDirectory(prefix="ris3-") as folder, connected() as connection:
        source, target = Path(folder) / "table.parquet", Path(folder) / "table.csv"
        source.write_bytes(data)
        try:
            connection.execute(
                "COPY (SELECT * FROM read_parquet(?)) TO ? (FORMAT csv, HEADER, NULLSTR ':')",
                [str(source), str(target)],
            )
        except duckdb.Error:
            raise input_error(Code.FILE_FORMAT, "this Parquet file is damaged or cut off", Place(name)) from None
        return target.read_bytes()


CONTAINERS: dict[bytes, Unpack] = {b"PK\x03\x04": from_zip, b"PAR1": from_parquet}
