"""`ris3/SUBJECT/1`: the answer to a question beyond the ranking."""

from __future__ import annotations

from itertools import chain
from typing import Any

from ...model.finding import Finding
from ...model.study import Grid, GridColumn, Study
from ..places import places
from ..plain import plain
from . import PAYLOADS
from ._context import context, with_names
from ._findings import finding_payload, findings_payload


@PAYLOADS.add(Study)
def study_payload(result: Study, language: str) -> dict[str, Any]:
    """Every statement under `findings`, every table under `tables` by its name, and the data beside them."""
    answer = result.recommendation
    told = [finding for part in result.parts for finding in part.findings]

    def value(column: GridColumn, item: Any) -> Any:
        if isinstance(item, Finding):
            return finding_payload(item, answer, language)
        if column.kind == "briefs":
            return findings_payload(item or (), answer, language)
        return places(item, answer) if column.kind == "at" else plain(item)

    def rows(grid: Grid) -> list[dict[str, Any]]:
        return [dict(chain.from_iterable(map(fields, grid.columns, row))) for row in grid.rows]

    def fields(column: GridColumn, item: Any) -> list[tuple[str, Any]]:
        if column.kind == "link":
            return list(zip((column.name, "passive"), item or (None, None), strict=True))
        return [(column.name, value(column, item))]

    document = context(answer, language) | {
        "schema": f"ris3/{result.subject}/1",
        "findings": findings_payload(told, answer, language),
        "warnings": findings_payload(answer.warnings, answer, language),
        "tables": {part.grid.name: rows(part.grid) for part in result.parts if part.grid is not None},
    }
    return with_names({**document, **{name: plain(item) for name, item in result.data.items()}}, answer)
