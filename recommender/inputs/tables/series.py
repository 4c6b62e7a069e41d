"""One series out of those that a file holds: which was asked for, and what it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ...model.long_table import LongTable
from ...model.problem import Code, nearest
from .cells import Problems

UNIT_COLUMNS = ("unit", "unit_measure", "unit_mult", "powercode")

# Those that we are sure of; the name and unit of others are the indicator's code.
UNITS = {
    "V11210": "local units",
    "V13320": "wages and salaries, million euro",
    "V16110": "persons employed",
}
Lines = Callable[[Sequence[int]], list[int]]


def one_series(cells: LongTable, problems: Problems, indicator: str | None, lines_of: Lines) -> LongTable:
    """The cells of one series.

    Parameters
    ----------
    indicator : str
        What it is called, in any of the columns that tell series apart; several with commas; a
        column may be named (`unit=EUR`).

    Raises
    ------
    InputErrors
        If there is none, or there are several and none was chosen.
    """
    wanted = [part.strip() for part in indicator.split(",")] if indicator else []
    found = cells.only(_belongs(cells, wanted, problems, indicator)) if wanted else cells
    if not wanted or not _only_one(found):
        _refuse_several(found, problems, lines_of)
    values = {name: column.names[column.numbers[0]] for name, column in found.series.items() if len(column.numbers)}
    told = ",".join(value for name, value in values.items() if name not in UNIT_COLUMNS and value) or None
    unit = cells.source.unit or next((UNITS[value] for value in values.values() if value in UNITS), None)
    unit = unit or ", ".join(value for name, value in values.items() if name in UNIT_COLUMNS and value) or None
    return replace(found, source=replace(found.source, indicator=indicator or told, unit=unit))


def _belongs(cells: LongTable, wanted: list[str], problems: Problems, indicator: str | None) -> npt.NDArray[np.bool_]:
    """(rows,) whether a row has every wanted text in one of its columns."""
    keep = np.ones(len(cells.values), dtype=np.bool_)
    for part in wanted:
        named, _, text = part.rpartition("=")
        columns = [column for name, column in cells.series.items() if not named or name == named]
        here = np.zeros_like(keep)
        for column in columns:
            here |= np.array([name == text for name in column.names])[column.numbers]
        keep &= here
    if not keep.any():
        known = sorted({name for column in cells.series.values() for name in column.used()})
        hint = nearest(indicator or "", known) if known else "the table has no column that tells series apart"
        problems.add(Code.TABLE_CONTENT, f"no row belongs to '{indicator}'", hint=hint)
        problems.finish()
    return keep


def _only_one(cells: LongTable) -> bool:
    return all(len(column.used()) < 2 for column in cells.series.values())


def _refuse_several(cells: LongTable, problems: Problems, lines_of: Lines) -> None:
    for name, column in cells.series.items():
        used = column.used()
        if len(used) < 2:
            continue
        firsts = sorted(int(cells.rows[np.argmax(column.numbers == column.names.index(text))]) for text in used)
        shown = ", ".join(used[:8]) + (f" … ({len(used)})" if len(used) > 8 else "")
        problems.add(Code.TABLE_CONTENT, f"the column '{name}' holds several series: {shown}",
                     lines_of([firsts[1]])[0], hint=f"choose one, for example --indicator {used[0]}")  # fmt: skip
    problems.finish()
