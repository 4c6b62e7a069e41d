"""Measures of a table: one array a measure, the same regions and activities in every year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from .problem import Problem

if TYPE_CHECKING:  # every result knows this one, and most are printed without NumPy
    import numpy.typing as npt

    from .table import TableSource

Axis = Literal["region", "activity"]


@dataclass(frozen=True, slots=True, eq=False)
class MeasureColumn:
    """One measure over all years: (years, …) by its `axes`, NaN where it is not defined.

    `name` is what the user called it, `measure` its full name. `whole` says that it holds nothing but
    whole numbers.
    """

    name: str
    measure: str
    summary: str
    source: str
    axes: tuple[Axis, ...]
    values: npt.NDArray[Any]
    whole: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class MeasureTable:
    """One or more measures of the same table, oldest year first.

    `settings` are the options that were set and what was used in place of a default. `wide` asks for
    one column an activity (or region) where a single measure has two axes.
    """

    source: TableSource
    years: tuple[int | None, ...]
    regions: tuple[str, ...]
    activities: tuple[str, ...]
    columns: tuple[MeasureColumn, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[Problem, ...] = ()
    wide: bool = False

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a table of no measures")
        if len({column.name for column in self.columns}) < len(self.columns):
            raise ValueError("a measure is named twice")
        if len({*self._pairs()}) > 1 or (self._pairs() and self._mixed()):
            raise ValueError("measures between activities or between regions stand in a table of their own")

    def _pairs(self) -> list[tuple[Axis, ...]]:
        return [column.axes for column in self.columns if column.axes in (("activity",) * 2, ("region",) * 2)]

    def _mixed(self) -> bool:
        return len(self._pairs()) < len(self.columns)

    @property
    def axes(self) -> tuple[Axis, ...]:
        """What a row stands for, after its year."""
        pairs = self._pairs()
        if pairs:
            return pairs[0]
        named = {axis for column in self.columns for axis in column.axes}
        order: tuple[Axis, ...] = ("region", "activity")
        return tuple(axis for axis in order if axis in named)

    def codes(self, axis: Axis) -> tuple[str, ...]:
        """The codes along an axis."""
        return self.regions if axis == "region" else self.activities

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of the columns in the long form."""
        first, *rest = self.axes
        second = [f"other_{axis}" if axis == first else axis for axis in rest]
        year = () if self.years == (None,) else ("year",)
        return (*year, first, *second, *(column.name for column in self.columns))

    def filled(self, column: MeasureColumn) -> npt.NDArray[Any]:
        """A measure in the shape (years, …) of the whole table: a region's is repeated for its activities."""
        shape = (len(self.years), *(len(self.codes(axis)) for axis in self.axes))
        if column.axes == self.axes:
            return column.values
        import numpy as np

        kept = (slice(None), *(slice(None) if axis in column.axes else None for axis in self.axes))
        return np.broadcast_to(column.values[kept], shape)
