"""Measures of a table as CSV, by the million cells: formatted and written by DuckDB, in parallel."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..model.measured import MeasureColumn, MeasureTable
from .escape import spreadsheet_text
from .plain import DIGITS, number

if TYPE_CHECKING:
    import duckdb


def write_measures(result: MeasureTable, path: Path) -> None:
    """Write all cells to `path`: UTF-8, LF, comma, decimal point, nine decimals, nothing for undefined.

    Long: year, region, activity, one column a measure. Wide: one column an activity, if the table
    holds a single measure of two axes. The same bytes on every machine and with any number of threads.
    """
    import duckdb

    with duckdb.connect(config={"threads": 2}) as connection:
        query = _wide(result, connection) if is_wide(result) else _long(result, connection)
        connection.execute(f"COPY ({query}) TO '{_quoted(str(path), chr(39))}' (FORMAT csv, HEADER true)")


def is_wide(result: MeasureTable) -> bool:
    """Whether the result is a matrix with one column an activity (or region)."""
    return result.wide and len(result.columns) == 1 and len(result.axes) == 2


def _long(result: MeasureTable, connection: duckdb.DuckDBPyConnection) -> str:
    import numpy as np

    shape = (len(result.years), *(len(result.codes(axis)) for axis in result.axes))
    places = np.indices(shape, dtype=np.int32, sparse=True)
    cells = {f"p{axis}": np.broadcast_to(place, shape).reshape(-1) for axis, place in enumerate(places)}
    cells |= {f"v{place}": _cells(result, column) for place, column in enumerate(result.columns)}
    connection.register("cells", cells)
    names = iter(result.heads)
    chosen = [f"{_label(result, axis, connection)} AS {_name(next(names))}" for axis in range(len(shape))
              if axis or result.years != (None,)]  # fmt: skip
    chosen += [f"{_value(result, place)} AS {_name(next(names))}" for place in range(len(result.columns))]
    return f"SELECT {', '.join(chosen)} FROM cells"


def _wide(result: MeasureTable, connection: duckdb.DuckDBPyConnection) -> str:
    import numpy as np

    [column] = result.columns
    first, second = result.axes
    rows = (len(result.years), len(result.codes(first)))
    values = _cells(result, column).reshape(rows[0] * rows[1], -1)
    places = np.indices(rows, dtype=np.int32, sparse=True)
    cells = {f"p{axis}": np.broadcast_to(place, rows).reshape(-1) for axis, place in enumerate(places)}
    connection.register("cells", {**cells, **{f"v{at}": values[:, at].copy() for at in range(values.shape[1])}})
    chosen = [] if result.years == (None,) else [f"{_label(result, 0, connection)} AS year"]
    chosen.append(f"{_label(result, 1, connection)} AS {_name(first)}")
    codes = result.codes(second)
    chosen += [f"{_defined(column, f'v{at}')} AS {_name(spreadsheet_text(code))}" for at, code in enumerate(codes)]
    return f"SELECT {', '.join(chosen)} FROM cells"


def _cells(result: MeasureTable, column: MeasureColumn) -> Any:
    return (result.filled(column).round(DIGITS) + 0.0).reshape(-1)


def _label(result: MeasureTable, axis: int, connection: duckdb.DuckDBPyConnection) -> str:
    """The code that a place along an axis stands for."""
    codes: list[Any] = list(result.years)
    if axis:
        codes = [spreadsheet_text(code) for code in result.codes(result.axes[axis - 1])]
    connection.execute(f"SET VARIABLE codes{axis} = ?", [codes])
    return f"list_extract(getvariable('codes{axis}'), p{axis} + 1)"


def _value(result: MeasureTable, place: int) -> str:
    return _defined(result.columns[place], f"v{place}")


def _defined(column: MeasureColumn, name: str) -> str:
    kind = "BIGINT" if column.whole else "DOUBLE"
    return f"CASE WHEN isnan({name}) THEN NULL ELSE {name}::{kind} END"


def _name(text: str) -> str:
    return f'"{_quoted(text, chr(34))}"'


def _quoted(text: str, mark: str) -> str:
    return text.replace(mark, mark * 2)


def first_rows(result: MeasureTable, most: int | None = None) -> Iterator[tuple[Any, ...]]:
    """Rows in the long form, the first `most` of them, as values of Python."""
    shape = (len(result.years), *(len(result.codes(axis)) for axis in result.axes))
    columns = [(column.whole, result.filled(column)) for column in result.columns]
    for year, *places in itertools.islice(itertools.product(*map(range, shape)), most):
        codes = [result.codes(axis)[place] for axis, place in zip(result.axes, places, strict=True)]
        head = [] if result.years == (None,) else [result.years[year]]
        yield (*head, *codes, *(_plain(values[(year, *places)], whole) for whole, values in columns))


def _plain(value: Any, whole: bool) -> Any:
    found = number(float(value))
    return int(found) if whole and found is not None else found


def measures_frame(result: MeasureTable) -> Any:
    """All cells as a pandas data frame in the long form; codes are categories, undefined is NaN."""
    import numpy as np
    import pandas as pd

    shape = (len(result.years), *(len(result.codes(axis)) for axis in result.axes))
    labels: list[tuple[Any, ...]] = [result.years, *(result.codes(axis) for axis in result.axes)]
    columns: dict[str, Any] = {}
    names = iter(result.heads)
    for axis, codes in enumerate(labels):
        if axis == 0 and result.years == (None,):
            continue
        kind = np.int16 if len(codes) < 1 << 15 else np.int32
        places = np.indices(shape, dtype=kind, sparse=True)[axis]
        if axis == 0:
            places = np.array(codes)[places]
        flat = np.broadcast_to(places, shape).reshape(-1)
        columns[next(names)] = flat if axis == 0 else pd.Categorical.from_codes(flat, list(codes))
    columns |= {name: result.filled(column).reshape(-1) for name, column in zip(names, result.columns, strict=True)}
    return pd.DataFrame(columns, copy=False)
