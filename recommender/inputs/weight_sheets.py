"""Weights of the criteria as several people would set them: a CSV with one row a person."""

from __future__ import annotations

from pathlib import Path

from ..model.config import CRITERIA, Criterion
from ..model.problem import Code, nearest
from .csv_text import CsvStyle, parse_csv
from .nodes import Scalar
from .numbers import number_hint, read_number
from .reading import Reading
from .text import read_text

WHO = "who"
Weights = dict[Criterion, float]


def read_weight_sheets(
    file: Path, reading: Reading, *, style: CsvStyle | None = None, encoding: str = "utf-8"
) -> list[tuple[str, Weights]]:
    """(name, weights that add up to 1) of each row. Points of any sum are taken as shares.

    Raises
    ------
    InputErrors
        With everything that is wrong with the file.
    """
    source = reading.keep(read_text(file, encoding=encoding))
    rows = parse_csv(source, style or CsvStyle())
    if len(rows) < 2:
        reading.add(Code.TABLE_SIZE, "the file needs a header and at least one row", rows[0][0] if rows else None)
        reading.finish()
    heads = _heads(rows[0], reading)
    reading.finish()
    sheets = [_sheet(row, heads, reading) for row in rows[1:]]
    reading.finish()
    return [sheet for sheet in sheets if sheet is not None]


def _heads(row: list[Scalar], reading: Reading) -> list[str]:
    heads = [cell.text.strip() for cell in row]
    for cell, head in zip(row, heads, strict=True):
        if head not in (WHO, *CRITERIA):
            hint = nearest(head, (WHO, *CRITERIA), what="columns")
            reading.add(Code.TABLE_HEADER, f"no criterion is called '{head}'", cell, hint=hint)
        elif heads.count(head) > 1:
            reading.add(Code.TABLE_HEADER, f"the column '{head}' stands twice", cell)
    if WHO not in heads:
        reading.add(Code.TABLE_HEADER, f"the column '{WHO}' is missing", row[0], hint="it names the person")
    return heads


def _sheet(row: list[Scalar], heads: list[str], reading: Reading) -> tuple[str, Weights] | None:
    if len(row) != len(heads):
        reading.add(Code.TABLE_ROW, f"{len(row)} cells under {len(heads)} heads", row[0])
        return None
    cells = dict(zip(heads, row, strict=True))
    points = {name: _points(cells[name], reading) for name in CRITERIA if name in cells}
    total = sum(points.values())
    if total <= 0:
        reading.add(Code.SCHEMA_SUM, "all weights are 0", row[0], hint="give at least one criterion a weight above 0")
        return None
    return cells[WHO].text.strip(), {name: value / total for name, value in points.items()}


def _points(cell: Scalar, reading: Reading) -> float:
    if not cell.text.strip():
        return 0.0
    try:
        value = read_number(cell.text, decimal=cell.decimal)
    except ValueError as error:
        reading.add(Code.TABLE_NUMBER, str(error), cell, hint=number_hint(cell.text, decimal=cell.decimal))
        return 0.0
    if value < 0:
        reading.add(Code.SCHEMA_RANGE, f"{value:g} is below 0", cell)
    return max(value, 0.0)
