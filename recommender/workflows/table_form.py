"""How a table is written, and at which level it is read: what every command that takes a table asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..analysis.suppression import estimate_suppressed
from ..inputs.tables import read_table
from ..model.problem import Problem
from ..model.table import Table
from .shelf import nuts

ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True)
class TableForm:
    """Whatever a file does not say itself; see `recommender.inputs.tables.read_table`.

    `nuts` is the edition to which regions are recoded; `suppressed` is `leave-out` or `estimate`.
    """

    as_format: str | None = None
    mapping: str | None = None
    sheet: str | None = None
    region_level: str | None = None
    activity_level: str | None = None
    nuts: str | None = None
    crosswalk: str | None = None
    suppressed: str = "leave-out"

    @property
    def is_chosen(self) -> bool:
        """Whether one level is wanted, instead of everything as published."""
        return any((self.region_level, self.activity_level, self.nuts, self.suppressed == ESTIMATE))


AS_IT_IS = TableForm()


def read_in_form(
    table: str | Any, form: TableForm, *,
    indicator: str | None = None, year: int | None = None, until: int | None = None,
    encoding: str = "utf-8", delimiter: str | None = None, decimal: str = ".",
) -> tuple[Table, list[Problem]]:  # fmt: skip
    """A table as a command reads it, or one in a data frame, and what deserves a look; errors as for `read_table`.

    A frame is in the long form, with the columns region, activity, value, and year if it has years.
    """
    if not isinstance(table, str):
        from ..inputs.frames import years_of_frame

        return years_of_frame(table, year=year, until=until, nuts=nuts()), []
    return read_table(
        table, nuts=nuts(), indicator=indicator, year=year, until=until,
        region_level=form.region_level, activity_level=form.activity_level,
        as_format=form.as_format, mapping=form.mapping, sheet=form.sheet,
        delimiter=delimiter, decimal=decimal, encoding=encoding,
        edition=form.nuts, crosswalk=form.crosswalk,
        estimate=estimate_suppressed if form.suppressed == ESTIMATE else None,
    )  # fmt: skip
