"""A table as it was published: one row a cell, every column and every flag kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from .evidence import LocalText
from .table import TableSource

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A column of texts: the different ones, and for each row which it is.

    Attributes
    ----------
    numbers : (rows,) int, places in `names`
    names : the different texts; one that no row has may be among them
    """

    numbers: Numbers
    names: tuple[str, ...]

    def only(self, rows: npt.NDArray[np.bool_] | Numbers) -> Coded:
        """The column for some of the rows."""
        return Coded(self.numbers[rows], self.names)

    def used(self) -> tuple[str, ...]:
        """The texts that rows have, in order."""
        return tuple(sorted(self.names[number] for number in np.unique(self.numbers)))

    def texts(self) -> npt.NDArray[np.object_]:
        """(rows,) text."""
        return np.array(self.names, dtype=object)[self.numbers]


@dataclass(frozen=True, slots=True, eq=False)
class LongTable:
    """Cells of a file in the order of its rows.

    Attributes
    ----------
    format : the name of the format that it was read as
    region, activity, year : None where the file has no such column
    series : the other dimensions by name (unit, indicator, sex …), in the order of the file
    values : (rows,) float64, NaN where not known
    status : (rows,) uint8, see `Status`
    flags : the publisher's marks as printed
    rows : (rows,) int, the data row of the file that each cell came from, from 0
    """

    format: str
    region: Coded | None
    activity: Coded | None
    year: Coded | None
    series: Mapping[str, Coded]
    values: Floats
    status: Codes
    flags: Coded
    rows: Numbers
    source: TableSource
    region_names: Mapping[str, str] = field(default_factory=dict)
    activity_labels: Mapping[str, LocalText] = field(default_factory=dict)

    def only(self, rows: npt.NDArray[np.bool_] | Numbers) -> LongTable:
        """The table with some of its rows."""
        return replace(
            self,
            region=self.region and self.region.only(rows),
            activity=self.activity and self.activity.only(rows),
            year=self.year and self.year.only(rows),
            series={name: column.only(rows) for name, column in self.series.items()},
            values=self.values[rows],
            status=self.status[rows],
            flags=self.flags.only(rows),
            rows=self.rows[rows],
        )

    def columns(self) -> dict[str, Coded]:
        """The columns of codes that the table has, by name."""
        own = {"region": self.region, "activity": self.activity, "year": self.year}
        return {**self.series, **{name: column for name, column in own.items() if column is not None}}
