"""A table from a data frame: pandas, or anything with columns that NumPy can read."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ..model.problem import Code, InputErrors, Place, Problem, nearest
from ..model.table import Status, Table, TableSource
from .nuts import Nuts
from .tables import named
from .tables.years import known_by, one_year

Places = npt.NDArray[np.intp]

NAME = "the frame"
MOST_SHOWN = 5


def table_of_frame(
    frame: Any, *, region: str = "region", activity: str = "activity", value: str = "value", year: str | None = None
) -> Table:
    """The rows of a frame side by side, in the order of codes, years newest first.

    A cell without a row is zero in a year for which its region and its activity have rows, as in a
    file; an empty value (NaN) is not known. `year` names the column of years, if there is one.

    Raises
    ------
    InputErrors
        For columns that are not there, missing codes, negative or infinite values, cells given twice.
    """
    _refuse_missing(frame, [region, activity, value, *([year] if year else [])])
    regions, region_at = _coded(frame[region], region)
    activities, activity_at = _coded(frame[activity], activity)
    years, year_at = _years(frame, year)
    amounts = _amounts(frame[value], value)
    shape = (len(years), len(regions), len(activities))
    at = (year_at * shape[1] + region_at) * shape[2] + activity_at
    given = np.zeros(shape, dtype=np.bool_)
    np.put(given, at, True)
    if np.count_nonzero(given) < len(at):
        _refuse_duplicates(at, shape, (years, regions, activities))
    reported = given.any(axis=2, keepdims=True) & given.any(axis=1, keepdims=True)
    values = np.zeros(shape) if reported.all() else np.where(reported, 0.0, np.nan)
    np.put(values, at, amounts)
    # Of one byte each from the start: a panel has millions of cells.
    status = np.where(given, np.uint8(Status.OBSERVED), np.uint8(Status.ZERO_BY_ABSENCE))
    status[np.isnan(values)] = Status.MISSING
    return Table(regions, activities, years, values, status, TableSource(NAME, ""))


def years_of_frame(frame: Any, *, year: int | None, until: int | None, nuts: Nuts) -> Table:
    """A frame with the columns region, activity, value and perhaps year, as `ris3` reads a file of that form.

    `year` keeps one year, `until` what was known by that year.

    Raises
    ------
    InputErrors
        As for `table_of_frame`, or if the year is not there.
    """
    table = table_of_frame(frame, year="year" if "year" in frame.columns else None)
    return named(known_by(one_year(table, year, NAME), until, NAME), nuts)


def _refuse_missing(frame: Any, wanted: list[str]) -> None:
    columns = [str(name) for name in frame.columns]
    missing = [name for name in wanted if name not in columns]
    if missing:
        raise InputErrors(
            Problem(Code.TABLE_HEADER, f"there is no column '{name}'", Place(NAME), None, nearest(name, columns))
            for name in missing
        )


def _coded(column: Any, name: str) -> tuple[tuple[str, ...], Places]:
    """The different codes of a column as text, in order, and for each row which it has."""
    import pandas as pd

    at, found = pd.factorize(column)
    if at.min(initial=0) < 0:
        raise _error(Code.TABLE_CONTENT, f"the {name} is missing in row {int(np.argmin(at))}")
    codes = [str(code) for code in found]
    order = sorted(range(len(codes)), key=codes.__getitem__)
    place = np.empty(len(codes), dtype=np.intp)
    place[order] = np.arange(len(codes))
    return tuple(codes[number] for number in order), place[at]


def _years(frame: Any, year: str | None) -> tuple[tuple[int | None, ...], Places]:
    if year is None:
        return (None,), np.zeros(len(frame), dtype=np.intp)
    codes, at = _coded(frame[year], year)
    if not all(code.isdecimal() and len(code) == 4 for code in codes):
        strange = next(code for code in codes if not (code.isdecimal() and len(code) == 4))
        raise _error(Code.TABLE_CONTENT, f"'{strange}' is not a year")
    return tuple(int(code) for code in reversed(codes)), len(codes) - 1 - at


def _amounts(column: Any, name: str) -> npt.NDArray[np.float64]:
    try:
        amounts = np.asarray(column, dtype=np.float64)
    except (TypeError, ValueError):
        raise _error(Code.TABLE_NUMBER, f"the column '{name}' holds what is not a number") from None
    wrong = (amounts < 0) | np.isinf(amounts)
    if wrong.any():
        row = int(np.argmax(wrong))
        raise _error(Code.TABLE_NUMBER, f"{amounts[row]} in row {row}: values are finite and not negative")
    return amounts


def _refuse_duplicates(at: Places, shape: tuple[int, ...], codes: tuple[tuple[Any, ...], ...]) -> None:
    cells, counts = np.unique(at, return_counts=True)
    twice = cells[counts > 1][:MOST_SHOWN]
    names = [[axis[place] for axis, place in zip(codes, np.unravel_index(cell, shape), strict=True)] for cell in twice]
    raise InputErrors(
        Problem(Code.TABLE_DUPLICATE, f"{', '.join(str(name) for name in cell if name is not None)} is given twice",
                Place(NAME), None, "add them up before")
        for cell in names
    )  # fmt: skip


def _error(code: Code, message: str) -> InputErrors:
    return InputErrors([Problem(code, message, Place(NAME))])
