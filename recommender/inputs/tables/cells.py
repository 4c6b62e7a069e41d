"""Cells of a long table side by side: regions x activities x years, with what is wrong on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ...model.long_table import Coded, LongTable
from ...model.problem import MOST_PROBLEMS_SHOWN, Code, InputErrors, Place, Problem
from ...model.table import Status, Table

MOST_CELLS = 50_000_000
LONGEST_CODE = 200
LONGEST_LINE_SHOWN = 400

Numbers = npt.NDArray[np.intp]


@dataclass(slots=True)
class Problems:
    """What is wrong with one file; reading ends when there is more than anybody wants to see."""

    file: str
    found: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def add(
        self, code: Code, message: str, line: int | None = None, column: int | None = None,
        *, text: str | None = None, hint: str | None = None,
    ) -> None:  # fmt: skip
        """Note a problem at a place of the file."""
        shown = text if text is None or len(text) <= LONGEST_LINE_SHOWN else None
        self.found.append(Problem(code, message, Place(self.file, line, column), shown, hint))
        if len(self.found) >= MOST_PROBLEMS_SHOWN:
            self.finish()

    def note(self, code: Code, message: str, line: int | None = None, hint: str | None = None) -> None:
        """Note something that deserves a look but does not stop the run."""
        self.notes.append(Problem(code, message, Place(self.file, line), None, hint))

    def finish(self) -> None:
        """Raise what was found, in the order of the lines."""
        if self.found:
            raise InputErrors(sorted(self.found, key=_in_file_order))


def _in_file_order(problem: Problem) -> tuple[int, int]:
    at = problem.at or Place("")
    return at.line or 0, at.column or 0


@dataclass(frozen=True, slots=True)
class Axis:
    """One side of a table: its codes in order, and for each cell the place of its code."""

    codes: tuple[str, ...]
    places: Numbers

    @classmethod
    def of(cls, column: Coded, *, newest_first: bool = False) -> Axis:
        used = np.unique(column.numbers)
        ordered = sorted(used.tolist(), key=lambda number: column.names[number], reverse=newest_first)
        place = np.zeros(len(column.names), dtype=np.intp)
        place[ordered] = np.arange(len(ordered))
        return cls(tuple(column.names[number] for number in ordered), place[column.numbers])


def side_by_side(
    cells: LongTable, problems: Problems, *, absent: Status, lines_of: Callable[[Sequence[int]], list[int]]
) -> Table:
    """The cells of one series as a table, in the order of codes, years newest first.

    `absent` is what a cell without a row holds, in a year for which the region and the activity
    have rows; otherwise it is missing. `lines_of` gives the lines of data rows, for messages.

    Raises
    ------
    InputErrors
        If a cell is given twice, or regions x activities x years is more than can be held.
    """
    assert cells.region is not None
    assert cells.activity is not None
    no_year = Coded(np.zeros(len(cells.values), dtype=np.intp), ("",))
    years = Axis.of(cells.year or no_year, newest_first=True)
    regions, activities = Axis.of(cells.region), Axis.of(cells.activity)
    shape = (len(years.codes), len(regions.codes), len(activities.codes))
    if int(np.prod(shape, dtype=object)) > MOST_CELLS:
        problems.add(Code.TABLE_SIZE, f"{shape[1]:,} regions x {shape[2]:,} activities x {shape[0]} years is "
                     f"more than {MOST_CELLS:,} cells", hint="filter or aggregate the table first")  # fmt: skip
        problems.finish()
    at = np.ravel_multi_index((years.places, regions.places, activities.places), shape)
    _refuse_duplicates(at, cells, problems, lines_of)
    values, status, flags = _filled(at, shape, cells, absent)
    return Table(regions.codes, activities.codes, tuple(int(year) if year else None for year in years.codes), values,
                 status, cells.source, flags, dict(cells.region_names), dict(cells.activity_labels))  # fmt: skip


def _refuse_duplicates(
    at: Numbers, cells: LongTable, problems: Problems, lines_of: Callable[[Sequence[int]], list[int]]
) -> None:
    order = np.argsort(at, kind="stable")
    again = np.flatnonzero(at[order][1:] == at[order][:-1])
    for first, second in sorted((int(order[place]), int(order[place + 1])) for place in again[:MOST_PROBLEMS_SHOWN]):
        columns = [cells.region, cells.activity, cells.year]
        names = [column.names[column.numbers[first]] for column in columns if column is not None]
        one, other = lines_of([int(cells.rows[first]), int(cells.rows[second])])
        message = f"{', '.join(names)} is given twice: in lines {one} and {other}"
        problems.add(Code.TABLE_DUPLICATE, message, other, hint="leave one of them, or add them up before")
    problems.finish()


def _filled(
    at: Numbers, shape: tuple[int, int, int], cells: LongTable, absent: Status
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.uint8], npt.NDArray[np.str_] | None]:
    given = np.zeros(shape, dtype=np.bool_)
    given.flat[at] = True
    reported = np.any(given, axis=2, keepdims=True) & np.any(given, axis=1, keepdims=True)
    status = np.where(reported, absent, Status.MISSING).astype(np.uint8)
    values = np.where(status == Status.ZERO_BY_ABSENCE, 0.0, np.nan)
    values.flat[at], status.flat[at] = cells.values, cells.status
    used = cells.flags.used()
    if used in ((), ("",)):
        return values, status, None
    flags = np.full(shape, "", dtype=f"<U{max(map(len, used))}")
    flags.flat[at] = np.array(cells.flags.names)[cells.flags.numbers]
    return values, status, flags
