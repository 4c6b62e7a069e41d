"""A table as a result: what was recognised in a file, and its cells one below the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .problem import Problem

if TYPE_CHECKING:  # every result knows this one, and most are printed without NumPy
    import numpy.typing as npt

    from .table import TableSource


@dataclass(frozen=True, slots=True, eq=False)
class PublishedTable:
    """What a file holds.

    Attributes
    ----------
    facts : what was recognised, by name, in the order in which it is told
    columns : name -> (numbers of the rows, the texts that they stand for), the codes of the cells
    values : (rows,) float64, NaN where there is no figure; `status` and `flags` among the columns say why
    """

    source: TableSource
    facts: Mapping[str, Any]
    columns: Mapping[str, tuple[npt.NDArray[Any], tuple[str, ...]]]
    values: npt.NDArray[Any]
    warnings: tuple[Problem, ...] = field(default=())

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of the columns, in which the figure stands before its status and flags."""
        codes = [name for name in self.columns if name not in ("status", "flags")]
        return (*codes, "value", *(name for name in ("status", "flags") if name in self.columns))
