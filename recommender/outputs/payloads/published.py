"""A table of a publisher: what was recognised, and every cell."""

from __future__ import annotations

from typing import Any

from ...model.published import PublishedTable
from ..plain import plain
from ..published import first_rows
from ..tool import TOOL
from . import PAYLOADS
from ._findings import problem_payload


@PAYLOADS.add(PublishedTable)
def published_payload(result: PublishedTable, language: str) -> dict[str, Any]:
    """Facts by name, and the cells as rows under `columns`; null is no figure."""
    return {
        "schema": "ris3/table/1",
        "tool": dict(TOOL),
        "input": {"name": result.source.name, "sha256": result.source.sha256},
        "facts": plain(dict(result.facts)),
        "columns": list(result.heads),
        "rows": [list(row) for row in first_rows(result)],
        "warnings": [problem_payload(problem) for problem in result.warnings],
    }
