"""Small tables beside a table: figures or groups by code, and figures by pairs of codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..model.problem import Code, Place, nearest
from .csv_text import CsvStyle, parse_csv
from .nodes import Scalar
from .numbers import number_hint, read_number
from .reading import Reading
from .text import SourceText, read_text

Floats = npt.NDArray[np.float64]

LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SideTable:
    """Rows of codes with a value each; `source` is the text that they come from."""

    source: SourceText
    keys: tuple[tuple[str, ...], ...]
    values: tuple[Scalar, ...]


def read_side_table(
    path: str, columns: Sequence[str], reading: Reading, *, style: CsvStyle | None = None, encoding: str = "utf-8"
) -> SideTable:
    """The rows of a CSV with these columns (others are left aside), the last of which is the value.

    Raises
    ------
    InputErrors
        With everything that is wrong: a missing column, short rows, missing codes, pairs given twice.
    """
    source = reading.keep(read_text(path, limit=LIMIT, encoding=encoding))
    header, *rows = parse_csv(source, style or CsvStyle())
    heads = [cell.text.strip().lower() for cell in header]
    for name in columns:
        if name not in heads:
            reading.add(Code.TABLE_HEADER, f"there is no column '{name}'", header[0], hint=nearest(name, heads))
    reading.finish()
    places = [heads.index(name) for name in columns]
    first: dict[tuple[str, ...], Scalar] = {}
    values = []
    for row in rows:
        if len(row) != len(heads):
            reading.add(Code.TABLE_ROW, f"{len(row)} cells under {len(heads)} columns", row[0])
            continue
        *codes, value = (row[place] for place in places)
        key = tuple(cell.text.strip() for cell in codes)
        if not all(key):
            reading.add(Code.TABLE_CONTENT, "a code is missing", codes[key.index("")])
        elif key in first:
            reading.add(Code.TABLE_DUPLICATE, f"{', '.join(key)} is given twice", codes[0],
                        hint=f"see line {first[key].at.line}")  # fmt: skip
        else:
            first[key] = codes[0]
            values.append(value)
    reading.finish()
    return SideTable(source, tuple(first), tuple(values))


def numbers_of(table: SideTable, reading: Reading, *, least: float | None = None) -> Floats:
    """The values as numbers, NaN for an empty cell.

    Raises
    ------
    InputErrors
        For what is not a number, or below `least`.
    """
    out = np.full(len(table.values), np.nan)
    for place, cell in enumerate(table.values):
        if not cell.text.strip():
            continue
        try:
            out[place] = read_number(cell.text, decimal=cell.decimal)
        except ValueError as error:
            reading.add(Code.TABLE_NUMBER, str(error), cell, hint=number_hint(cell.text, decimal=cell.decimal))
            continue
        if least is not None and out[place] < least:
            reading.add(Code.TABLE_NUMBER, f"{cell.text} is below {least:g}", cell)
    reading.finish()
    return out


def by_code(table: SideTable, values: Floats, codes: Sequence[str], reading: Reading) -> Floats:
    """The values in the order of `codes`, NaN for those that the table does not name."""
    given = dict(zip((key[0] for key in table.keys), values.tolist(), strict=True))
    out = np.array([given.get(code, np.nan) for code in codes])
    _refuse_strangers(table, set(codes), bool(given.keys() & set(codes)), reading)
    return out


def groups_by_code(table: SideTable, codes: Sequence[str], reading: Reading) -> tuple[str, ...]:
    """The group of each code.

    Raises
    ------
    InputErrors
        If a code has no group.
    """
    given = {key[0]: cell.text.strip() for key, cell in zip(table.keys, table.values, strict=True)}
    missing = [code for code in codes if not given.get(code)]
    if missing:
        shown = ", ".join(missing[:8]) + (" …" if len(missing) > 8 else "")
        reading.add(Code.TABLE_CONTENT, f"there is no group for {shown}", Place(table.source.name))
    reading.finish()
    return tuple(given[code] for code in codes)


def matrix_of(
    table: SideTable, values: Floats, rows: Sequence[str], columns: Sequence[str], reading: Reading
) -> Floats:
    """The values of pairs as (rows, columns), 0 for a pair that the table does not give."""
    at = {code: place for place, code in enumerate(rows)}, {code: place for place, code in enumerate(columns)}
    out = np.zeros((len(rows), len(columns)))
    met = False
    for (first, second), value in zip(table.keys, values.tolist(), strict=True):
        if first in at[0] and second in at[1]:
            out[at[0][first], at[1][second]] = value
            met = True
    _refuse_strangers(table, {*rows, *columns}, met, reading)
    return out


def flows_of(table: SideTable, values: Floats, held: Mapping[str, str]) -> tuple[tuple[str, ...], Floats]:
    """Flows between the activities that `held` gives for the codes of the table, added up; others are left out.

    The activities in order, and (activities, activities) float from row to column.
    """
    activities = tuple(sorted(set(held.values())))
    place = {code: at for at, code in enumerate(activities)}
    flows = np.zeros((len(activities),) * 2)
    for (giver, taker), value in zip(table.keys, np.nan_to_num(values).tolist(), strict=True):
        if giver in held and taker in held:
            flows[place[held[giver]], place[held[taker]]] += value
    return activities, flows


def codes_of(table: SideTable, place: int | None = None) -> tuple[str, ...]:
    """The codes of one column of keys, or of all of them, in order."""
    keys = {key[place] for key in table.keys} if place is not None else {code for key in table.keys for code in key}
    return tuple(sorted(keys))


def _refuse_strangers(table: SideTable, known: set[str], met: bool, reading: Reading) -> None:
    """Refuse a table none of whose codes are known; say how many others there are."""
    strange = sorted({code for key in table.keys for code in key} - known)
    if not met:
        shown = strange[0] if strange else "none"
        reading.add(Code.TABLE_CONTENT, f"no code of this file is in the table, such as '{shown}'",
                    Place(table.source.name), hint=nearest(shown, known))  # fmt: skip
        reading.finish()
