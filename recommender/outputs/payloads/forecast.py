"""A forecast of entries as a document."""

from __future__ import annotations

from typing import Any

from ...model.forecast import Forecast
from ..plain import plain
from ..tool import TOOL
from ..views.forecast import verdict
from . import PAYLOADS
from ._findings import problem_payload


@PAYLOADS.add(Forecast)
def forecast_payload(result: Forecast, language: str) -> dict[str, Any]:
    """The verdict, the check behind it, and every candidate, the likeliest first."""
    return {
        "schema": "ris3/forecast/1",
        "tool": dict(TOOL),
        "language": language,
        "input": {"name": result.table, "sha256": result.sha256},
        "settings": {"origin": result.origin, "horizon": result.horizon, "cut": result.cut},
        "standing": result.standing,
        "reasons": list(result.reasons),
        "text": verdict(result, language),
        "check": plain(result.check),
        "predictions": [
            {**plain(chance), "validated": result.standing == "validated"} for chance in result.chances
        ],
        "names": plain(result.names),
        "warnings": [problem_payload(problem) for problem in result.warnings],
    }  # fmt: skip
