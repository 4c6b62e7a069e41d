"""Every row of measures of a table."""

from __future__ import annotations

from ...model.measured import MeasureTable
from ..measured import first_rows
from . import TABLES, Rows


@TABLES.add(MeasureTable)
def measured_table(result: MeasureTable, language: str) -> Rows:
    return result.heads, list(first_rows(result))
