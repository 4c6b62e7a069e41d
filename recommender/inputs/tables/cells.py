"""Cells as they are read, one after the other, and the table that they make."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ...model.evidence import LocalText
from ...model.problem import MOST_PROBLEMS_SHOWN, Code, InputErrors, Place, Problem
from ...model.table import Status, Table, TableSource
from .figures import Figure

MOST_CELLS = 50_000_000
LONGEST_CODE = 200
LONGEST_LINE_SHOWN = 400


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
        """Raise what was found."""
        if self.found:
            raise InputErrors(self.found)


@dataclass(slots=True)
class Names:
    """Numbers for names in the order in which they are first met."""

    number: dict[str, int] = field(default_factory=dict)

    def of(self, name: str) -> int:
        return self.number.setdefault(name, len(self.number))

    def ranks(self, *, newest_first: bool = False) -> tuple[tuple[str, ...], npt.NDArray[np.intp]]:
        """The names in order, and for each number its place in that order."""
        ordered = sorted(self.number, reverse=newest_first)
        places = {name: place for place, name in enumerate(ordered)}
        return tuple(ordered), np.array([places[name] for name in self.number], dtype=np.intp)


@dataclass(slots=True)
class Cells:
    """Region, activity, year and figure of every cell that a file gives, with its line."""

    regions: Names = field(default_factory=Names)
    activities: Names = field(default_factory=Names)
    years: Names = field(default_factory=Names)
    flags: Names = field(default_factory=lambda: Names({"": 0}))
    region: array[int] = field(default_factory=lambda: array("L"))
    activity: array[int] = field(default_factory=lambda: array("L"))
    year: array[int] = field(default_factory=lambda: array("L"))
    flag: array[int] = field(default_factory=lambda: array("L"))
    line: array[int] = field(default_factory=lambda: array("L"))
    value: array[float] = field(default_factory=lambda: array("d"))
    status: array[int] = field(default_factory=lambda: array("B"))
    region_names: dict[str, str] = field(default_factory=dict)
    activity_labels: dict[str, LocalText] = field(default_factory=dict)

    def add(self, region: str, activity: str, year: str, figure: Figure, line: int) -> None:
        """Take one cell; a table without years has the year ''."""
        self.region.append(self.regions.of(region))
        self.activity.append(self.activities.of(activity))
        self.year.append(self.years.of(year))
        self.flag.append(self.flags.of(figure.flags))
        self.line.append(line)
        self.value.append(figure.value)
        self.status.append(figure.status)

    def table(self, source: TableSource, problems: Problems, *, absent: Status) -> Table:
        """The cells side by side, in the order of codes, years newest first.

        `absent` is what a cell without a row holds, in a year for which the region and the
        activity have rows; otherwise it is missing.

        Raises
        ------
        InputErrors
            If a cell is given twice, or regions x activities x years is more than can be held.
        """
        years, year_place = self.years.ranks(newest_first=True)
        regions, region_place = self.regions.ranks()
        activities, activity_place = self.activities.ranks()
        shape = (len(years), len(regions), len(activities))
        if int(np.prod(shape, dtype=object)) > MOST_CELLS:
            problems.add(Code.TABLE_SIZE, f"{shape[1]:,} regions x {shape[2]:,} activities x {shape[0]} years is "
                         f"more than {MOST_CELLS:,} cells", hint="filter or aggregate the table first")  # fmt: skip
            problems.finish()
        place = (year_place, self.year), (region_place, self.region), (activity_place, self.activity)
        at = np.ravel_multi_index(tuple(ranks[_numbers(cells)] for ranks, cells in place), shape)
        self._refuse_duplicates(at, problems)
        values, status, flags = self._filled(at, shape, absent)
        return Table(regions, activities, tuple(int(year) if year else None for year in years), values, status,
                     source, flags, self.region_names, self.activity_labels)  # fmt: skip

    def _refuse_duplicates(self, at: npt.NDArray[np.intp], problems: Problems) -> None:
        order = np.argsort(at, kind="stable")
        again = np.flatnonzero(at[order][1:] == at[order][:-1])
        for first, second in sorted((order[again], order[again + 1]) for again in again.tolist()):
            names = [list(self.regions.number)[self.region[first]], list(self.activities.number)[self.activity[first]]]
            year = list(self.years.number)[self.year[first]]
            names += [year] if year else []
            message = f"{', '.join(names)} is given twice: in lines {self.line[first]} and {self.line[second]}"
            problems.add(Code.TABLE_DUPLICATE, message, self.line[second],
                         hint="leave one of them, or add them up before")  # fmt: skip
        problems.finish()

    def _filled(
        self, at: npt.NDArray[np.intp], shape: tuple[int, int, int], absent: Status
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.uint8], npt.NDArray[np.str_] | None]:
        given = np.zeros(shape, dtype=np.bool_)
        given.flat[at] = True
        reported = np.any(given, axis=2, keepdims=True) & np.any(given, axis=1, keepdims=True)
        status = np.where(reported, absent, Status.MISSING).astype(np.uint8)
        values = np.where(status == Status.ZERO_BY_ABSENCE, 0.0, np.nan)
        values.flat[at], status.flat[at] = np.array(self.value), np.array(self.status)
        if len(self.flags.number) == 1:
            return values, status, None
        flags = np.full(shape, "", dtype=f"<U{max(map(len, self.flags.number))}")
        flags.flat[at] = np.array(list(self.flags.number))[_numbers(self.flag)]
        return values, status, flags


def _numbers(values: array[int]) -> npt.NDArray[np.intp]:
    return np.array(values, dtype=np.intp)
