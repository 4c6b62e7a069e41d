"""Tables of regions x activities: long CSV and Eurostat's bulk files, plain or packed with gzip."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from ...model.problem import Code, Problem, input_error
from ...model.table import Table
from ..nuts import Nuts
from .cells import Problems
from .eurostat import is_eurostat, read_eurostat
from .joins import join_codes
from .levels import ACTIVITY_LEVELS, REGION_LEVELS, one_level
from .levels import region_level as level_of
from .lines import TableFile, open_table
from .long_csv import read_long_csv

DELIMITERS = {"tab": "\t", "comma": ",", "semicolon": ";"}
DECIMALS = (".", ",")


def read_table(
    path: str | Path | TableFile,
    *,
    nuts: Nuts,
    indicator: str | None = None,
    year: int | None = None,
    region_level: str | None = None,
    activity_level: str | None = None,
    delimiter: str | None = None,
    decimal: str = ".",
    encoding: str = "utf-8",
) -> tuple[Table, list[Problem]]:
    """A table at one level of regions and activities, and what deserves a look about it.

    Parameters
    ----------
    path : file name, `-` for standard input, or bytes that were read already
        A long CSV (columns region, activity, value and perhaps year) or a Eurostat bulk file.
    nuts : Nuts
        Which codes are regions of which level, and what became of them (`recommender.inputs.nuts.read_nuts`).
    indicator : str
        Which series, where the file holds several (`V16110`).
    year : int
        Only this year.
    region_level, activity_level : str
        `nuts0` … `nuts3`, and `section`, `division`, `group`, `class`, where codes are nested. By
        default NUTS-2 and divisions if the table has them.
    delimiter, decimal : str
        Of a long CSV; `tab` may be spelled out.

    Raises
    ------
    InputErrors
        With everything that is wrong, each with its file, line and column.
    """
    _check("--decimal", decimal, DECIMALS)
    _check("--region-level", region_level, REGION_LEVELS)
    _check("--activity-level", activity_level, ACTIVITY_LEVELS)
    mark = DELIMITERS.get(delimiter or "", delimiter)
    if mark is not None and (len(mark) != 1 or mark.isalnum() or mark in "\"'\r\n"):
        raise input_error(Code.USAGE, f"'{delimiter}' is not a delimiter", hint="one character, or tab")
    file = path if isinstance(path, TableFile) else open_table(path, encoding=encoding)
    problems = Problems(file.name)
    if is_eurostat(next((line for _, line in file.lines()), "")):
        table = read_eurostat(file, problems, indicator=indicator)
    else:
        table = read_long_csv(file, problems, indicator=indicator, delimiter=mark, decimal=decimal)
    table = one_year(table, year, file.name)
    table = one_level(table, nuts, problems, regions=region_level, activities=activity_level)
    table = join_codes(table, nuts, problems)
    _refuse_too_small(table, problems)
    _note_empty(table, problems)
    return _named(table, nuts), problems.notes


def one_year(table: Table, year: int | None, name: str) -> Table:
    """Only one year of a table; all years where none is asked for.

    Raises
    ------
    InputErrors
        If the table does not have the year.
    """
    if year is None:
        return table
    at = [table.year_index(year, name)]
    flags = None if table.flags is None else table.flags[at]
    return replace(table, years=(year,), values=table.values[at], status=table.status[at], flags=flags)


def _check(option: str, value: str | None, known: tuple[str, ...]) -> None:
    if value is not None and value not in known:
        raise input_error(Code.USAGE, f"{option} cannot be '{value}'", hint=f"one of: {' '.join(known)}")


def _refuse_too_small(table: Table, problems: Problems) -> None:
    for count, what in ((len(table.regions), "region"), (len(table.activities), "activity")):
        if count < 2:
            problems.add(Code.TABLE_SIZE, f"the table has {count} {what}: relatedness needs two or more")
    problems.finish()


def _note_empty(table: Table, problems: Problems) -> None:
    """Regions and activities that add up to zero: nothing can be said about them."""
    for axis, codes, what in ((2, table.regions, "region"), (1, table.activities, "activity")):
        empty = (np.nansum(table.values, axis=axis) == 0).all(axis=0) & table.known().any(axis=(0, axis))
        names = [code for code, is_empty in zip(codes, empty, strict=True) if is_empty]
        if names:
            shown = ", ".join(names[:8]) + (" …" if len(names) > 8 else "")
            problems.note(Code.TABLE_EMPTY, f"nothing but zero in the {what} {shown}",
                          hint="its location quotients are not defined")  # fmt: skip


def _named(table: Table, known: Nuts) -> Table:
    """The table with the names of its NUTS regions and the vintages that have their codes."""
    levels = {level_of(code, known) for code in table.regions}
    if not levels <= set(REGION_LEVELS):
        return table
    found = {code: known.regions[code] for code in table.regions if code in known.regions}
    return replace(
        table,
        source=replace(table.source, region_classification="nuts"),
        region_names={**{code: region.name for code, region in found.items()}, **table.region_names},
        region_vintages={code: region.vintages for code, region in found.items()},
    )
