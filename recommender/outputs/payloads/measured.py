"""Measures of a table as nested lists, in the order of years, regions and activities."""

from __future__ import annotations

from typing import Any

from ...model.measured import MeasureColumn, MeasureTable
from ..plain import DIGITS, plain
from ..tool import TOOL
from . import PAYLOADS
from ._findings import problem_payload


@PAYLOADS.add(MeasureTable)
def measured_payload(result: MeasureTable, language: str) -> dict[str, Any]:
    """One entry a measure with its axes, source and values; null is undefined."""
    return {
        "schema": "ris3/measure/1",
        "tool": dict(TOOL),
        "input": {"name": result.source.name, "sha256": result.source.sha256},
        "settings": plain(result.settings),
        "years": list(result.years),
        "regions": list(result.regions),
        "activities": list(result.activities),
        "measures": [_measure(column) for column in result.columns],
        "warnings": [problem_payload(problem) for problem in result.warnings],
    }


def _measure(column: MeasureColumn) -> dict[str, Any]:
    values = column.values
    rounded = (values.round(DIGITS) + 0.0).astype(object)
    rounded[values != values] = None  # only NaN is unlike itself
    return {
        "name": column.name,
        "measure": column.measure,
        "summary": column.summary,
        "source": column.source,
        "axes": ["year", *column.axes],
        "values": rounded.tolist(),
    }
