"""One file of a CSV folder -> rows of cells under known columns, and rows -> nodes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model.problem import Code, InputErrors, Place, nearest, renamed
from ..model.profile_tables import GRADED_PARTS, Column, Sheet
from .csv_text import DELIMITERS, CsvStyle, parse_csv
from .ledger import note_absent
from .nodes import Mapping, Node, Scalar, Sequence, shortened
from .reading import Reading
from .text import SourceText, read_text


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row that hold something, by column."""

    at: Place
    cells: dict[str, Scalar]

    def __getitem__(self, column: str) -> Scalar:
        return self.cells[column]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a sheet that could be read; it is not `whole` where one, or the header, could not."""

    rows: tuple[Row, ...] = ()
    whole: bool = False


def read_sheet(
    folder: Path, sheet: Sheet, reading: Reading, style: CsvStyle, *, encoding: str = "utf-8"
) -> Rows | None:
    """The rows of a sheet, with what cannot be read noted; None if its file is not there."""
    file = folder / sheet.file
    if not os.path.lexists(file):
        note_absent(file)
        return None
    return rows_of(lambda: read_text(file, encoding=encoding), sheet, reading, style)


def rows_of(text: Callable[[], SourceText], sheet: Sheet, reading: Reading, style: CsvStyle) -> Rows:
    """The rows of a sheet from its text; what cannot be read of it is noted."""
    try:
        rows = _rows_below_header(reading.keep(text()), sheet, reading, style)
    except InputErrors as error:
        reading.take_problems(error)
        return Rows()
    read = tuple(row for row in rows or () if row is not None)
    return Rows(read, whole=rows is not None and len(read) == len(rows))


def _rows_below_header(source: SourceText, sheet: Sheet, reading: Reading, style: CsvStyle) -> list[Row | None] | None:
    """Each row, None where it cannot be read; None instead of all if there is no usable header."""
    rows = parse_csv(source, style)
    if not rows:
        hint = f"begin with a line {','.join(column.name for column in sheet.columns if column.must or column.usual)}"
        reading.add(Code.TABLE_HEADER, "there is no header", Place(source.name, 1), hint=hint)
        return None
    if not _header_fits(rows[0], sheet, reading, style):
        return None
    names = [cell.text.strip() for cell in rows[0]]
    return [_row(names, cells, sheet, reading) for cells in rows[1:]]


def _header_fits(header: list[Scalar], sheet: Sheet, reading: Reading, style: CsvStyle) -> bool:
    """Whether rows can be read under this header; every problem of it is noted."""
    if _is_of_other_style(header, reading, style):
        return False
    known = {name for column in sheet.columns for name, _ in _parts(column)}
    seen: dict[str, Scalar] = {}
    for cell in header:
        name = cell.text.strip()
        if name in seen:
            message = f"the column '{shortened(name)}' is there twice"
            reading.add(Code.TABLE_HEADER, message, cell, hint="keep one of them")
        elif name not in known and not _is_language(name, sheet):
            hint = nearest(name, known, what="known columns") if name else "name the column, or delete it"
            reading.add(Code.TABLE_HEADER, f"unknown column '{shortened(name)}'", cell, hint=hint)
        seen[name] = cell
    missing = [name for name in sheet.required if name not in seen]
    for name in missing:
        message = f"there is no column '{name}'"
        reading.add(Code.TABLE_HEADER, message, header[0], hint=renamed(name, seen))
    return not missing


def _is_of_other_style(header: list[Scalar], reading: Reading, style: CsvStyle) -> bool:
    text = header[0].text
    others = [mark for mark in DELIMITERS.values() if mark in text and mark != style.delimiter]
    if len(header) > 1 or not others:
        return False
    shown = "tab" if others[0] == "\t" else f"'{others[0]}'"
    message = f"the cells are not divided by '{style.delimiter}' but by {shown}"
    reading.add(Code.TABLE_HEADER, message, header[0], hint=f"pass --delimiter {shown}")
    return True


def _is_language(name: str, sheet: Sheet) -> bool:
    return any(column.kind == "texts" and _language(name, column) for column in sheet.columns)


def _language(name: str, column: Column) -> str | None:
    found = re.fullmatch(rf"{column.name}_(?!en)([a-z]{{2}})", name)
    return found[1] if found else None


def _parts(column: Column) -> Iterator[tuple[str, str]]:
    """The headers of a column, and what each holds."""
    yield column.name, column.kind
    if column.kind == "graded":
        yield from ((f"{column.name}_{part}", kind) for part, kind in GRADED_PARTS)


def _row(names: list[str], cells: list[Scalar], sheet: Sheet, reading: Reading) -> Row | None:
    at = cells[0].at
    if len(cells) != len(names):
        long = len(cells) > len(names)
        count = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
        message = f"{count}, {'more' if long else 'fewer'} than the {len(names)} columns"
        hint = "put texts that hold the delimiter in quotes" if long else "keep the delimiter of an empty cell too"
        reading.add(Code.TABLE_ROW, message, at, hint=hint)
        return None
    row = Row(at, {name: cell for name, cell in zip(names, cells, strict=True) if cell.text.strip()})
    missing = [name for name in sheet.required if name not in row.cells]
    for name in missing:
        reading.add(Code.SCHEMA_MISSING, f"nothing is written for '{name}'", cells[names.index(name)])
    return None if missing else row


def entries(row: Row, columns: Iterable[Column]) -> dict[str, tuple[Scalar, Node]]:
    """What a row says under some columns, as the entries of a mapping."""
    found = ((column.name, _value(row, column)) for column in columns)
    return {name: (Scalar(name, node.at), node) for name, node in found if node is not None}


def _value(row: Row, column: Column) -> Node | None:
    if column.kind == "texts":
        return _texts(row, column)
    if column.kind == "graded":
        return _graded(row, column)
    cell = row.cells.get(column.name)
    return _items(cell) if cell is not None and column.kind == "list" else cell


def _items(cell: Scalar) -> Sequence:
    """The items of a list in one cell; no name holds a space, a comma or a semicolon."""
    column = cell.at.column or 1
    found = re.finditer(r"[^\s,;]+", cell.text)
    items = [cell._replace(text=item[0], at=cell.at._replace(column=column + item.start())) for item in found]
    return Sequence(list(items), cell.at)


def _texts(row: Row, column: Column) -> Node | None:
    languages = {name: _language(name, column) for name in row.cells}
    texts = {language: row[name] for name, language in languages.items() if language is not None}
    plain = row.cells.get(column.name)
    if not texts or plain is None:
        return plain if not texts else _mapping(texts)
    return _mapping({"en": plain} | texts)


def _graded(row: Row, column: Column) -> Node | None:
    prefix = f"{column.name}_"
    said = {part: row[prefix + part] for part, _ in GRADED_PARTS if prefix + part in row.cells}
    number = row.cells.get(column.name)
    if not said:
        return number
    whole = {"value": number} | said if number is not None else said
    lists = {name: _items(cell) for name, cell in whole.items() if name == "source"}
    return _mapping(whole | lists)


def _mapping(values: dict[str, Scalar] | dict[str, Scalar | Sequence]) -> Mapping:
    return Mapping({key: (Scalar(key, node.at), node) for key, node in values.items()}, next(iter(values.values())).at)
