"""A plain table under the schema that it names."""

from __future__ import annotations

from typing import Any

from ...model.listing import Listing
from ..plain import plain
from ..tool import TOOL
from . import PAYLOADS
from ._findings import problem_payload


@PAYLOADS.add(Listing)
def listing_payload(result: Listing, language: str) -> dict[str, Any]:
    """The rows as objects, one key a column, with the facts beside them."""
    return {
        **plain(result.facts),
        "schema": result.schema,
        "tool": dict(TOOL),
        "title": result.title,
        "columns": list(result.columns),
        "rows": [dict(zip(result.columns, plain(row), strict=True)) for row in result.rows],
        "notes": list(result.notes),
        "warnings": [problem_payload(problem) for problem in result.warnings],
    }
