"""A profile as a workbook -> the rows of its sheets, and so the same profile as from a CSV folder.

Each sheet becomes the CSV text that would say the same; a place is the sheet, the row and the column.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

from ..model.problem import Code, Place, input_error, nearest
from ..model.profile import Profile
from ..model.profile_tables import REGION, SHEETS, Sheet
from .csv_folder import profile_of
from .csv_rows import Sheets
from .csv_sheets import Rows, rows_of
from .csv_text import csv_style
from .library import Shelf
from .reading import Reading
from .tables.containers import refuse_bomb
from .text import FORBIDDEN, SourceText, read_bytes

LIMIT = 20 * 1024 * 1024
MOST_MEMBERS = 1_000
_GUARD = re.compile(r"'*[=+\-@\t]")
_NO_VALUE = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*>\s*<f\b[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>')
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_workbook(path: Path, shelf: Shelf, reading: Reading, *, activities: Mapping[str, object]) -> Profile:
    """The profile in an .xlsx workbook, a sheet for each section; see `model.profile_tables`.

    Raises
    ------
    InputErrors
        With all problems of all sheets.
    """
    found = _sheets(path, read_bytes(path, limit=LIMIT))
    known = [sheet.name for sheet in SHEETS]
    for name in found:
        if name not in known:
            hint = nearest(name, known, what="the sheets of a profile")
            message = f"the sheet '{name}' is not a part of a profile and was not read"
            reading.warn(Code.FILE_FORMAT, message, Place(str(path)), hint=hint)
    if REGION.name not in found:
        raise input_error(Code.FILE_FORMAT, f"there is no sheet '{REGION.name}'", Place(str(path)),
                          hint=nearest(REGION.name, found, what="there are"))  # fmt: skip
    rows = {sheet.name: _rows_in(path, sheet, found, reading) for sheet in SHEETS}
    return profile_of(Sheets(path, reading, rows), path, shelf, reading, activities)


def _rows_in(path: Path, sheet: Sheet, found: Mapping[str, list[list[Any]]], reading: Reading) -> Rows | None:
    cells = found.get(sheet.name)
    if cells is None:
        return None
    return rows_of(lambda: _text(path, sheet.name, cells), sheet, reading, csv_style(",", "."))


def _sheets(path: Path, data: bytes) -> dict[str, list[list[Any]]]:
    """The cells of every sheet."""
    at = Place(str(path))
    if data.startswith(_OLD):
        raise input_error(Code.FILE_FORMAT, "this workbook is locked with a password, or of an old kind", at,
                          hint="save it as .xlsx without a password")  # fmt: skip
    if not data.startswith(_ZIP):
        raise input_error(Code.FILE_FORMAT, "this is not a workbook", at, hint="save it as .xlsx")
    try:
        _look_inside(path, data)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError):
        raise input_error(Code.FILE_FORMAT, "this workbook is damaged or cut off", at) from None
    try:
        import python_calamine
    except ImportError:
        raise input_error(Code.FILE_FORMAT, "reading a workbook needs the package python-calamine", at,
                          hint="pip install 'ris3[excel]'") from None  # fmt: skip
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    except (python_calamine.CalamineError, ValueError, OSError):
        raise input_error(Code.FILE_FORMAT, "this workbook is damaged or cut off", at) from None


def _look_inside(path: Path, data: bytes) -> None:
    """Refuse what would fill the memory, leave the workbook, or hold formulas that nobody has computed."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        members = packed.infolist()
        refuse_bomb(str(path), len(data), sum(item.file_size for item in members))
        strange = [item.filename for item in members if ".." in item.filename.split("/") or item.filename[:1] == "/"]
        if strange or len(members) > MOST_MEMBERS:
            raise input_error(Code.FILE_FORMAT, "this workbook holds files that no workbook has", Place(str(path)))
        for item in members:
            if item.filename.startswith("xl/worksheets/"):
                _refuse_formulas(path, packed.read(item))


def _refuse_formulas(path: Path, sheet: bytes) -> None:
    found = _NO_VALUE.search(sheet)
    if found is not None:
        cell = found[1].decode()
        raise input_error(Code.SCHEMA_TEXT, f"the formula in cell {cell} has no stored value", Place(str(path)),
                          hint="open the workbook, let it compute, and save it")  # fmt: skip


def _text(path: Path, name: str, cells: Sequence[Sequence[Any]]) -> SourceText:
    """A sheet as the CSV text that says the same."""
    title = f"{path} [{name}]"
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(_rows(title, cells))
    text = out.getvalue()
    found = FORBIDDEN.search(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        message = f"the character U+{ord(found[0]):04X} is not allowed: it is invisible or changes how text is shown"
        raise input_error(Code.FILE_CONTROL, message, Place(title, line), hint="delete it")
    return SourceText(title, text, hashlib.sha256(text.encode()).hexdigest())


def _rows(title: str, cells: Sequence[Sequence[Any]]) -> Iterator[list[str]]:
    for line, row in enumerate(cells, start=1):
        yield [_cell(value, Place(title, line, column)) for column, value in enumerate(row, start=1)]


def _cell(value: Any, at: Place) -> str:
    """A cell as text; a date stands where a spreadsheet has taken a code or a number for one."""
    if isinstance(value, date | time):
        raise input_error(Code.SCHEMA_TEXT, "the spreadsheet has made a date of this cell", at,
                          hint="format the column as text and write the cell again")  # fmt: skip
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if _GUARD.match(text) else text
