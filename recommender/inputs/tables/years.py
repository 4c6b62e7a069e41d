"""Some of the years of a table."""

from __future__ import annotations

from dataclasses import replace

from ...model.table import Status, Table
from .levels import select


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


def known_by(table: Table, until: int | None, name: str) -> Table:
    """The years up to one of them, with the regions and activities that have rows in these.

    Raises
    ------
    InputErrors
        If the table does not have the year.
    """
    if until is None:
        return table
    first = table.year_index(until, name)
    flags = None if table.flags is None else table.flags[first:]
    early = replace(
        table, years=table.years[first:], values=table.values[first:], status=table.status[first:], flags=flags
    )  # fmt: skip
    there = early.status != Status.MISSING
    rows, columns = there.any(axis=(0, 2)), there.any(axis=(0, 1))
    return select(
        early,
        [code for code, kept in zip(early.regions, rows, strict=True) if kept],
        [code for code, kept in zip(early.activities, columns, strict=True) if kept],
    )
