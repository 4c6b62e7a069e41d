"""A backtest as a document: every figure, and every curve."""

from __future__ import annotations

from typing import Any

from ...model.backtest import Backtest
from ..plain import plain
from ..tool import TOOL
from ..views._backtest import Telling
from . import PAYLOADS
from ._findings import problem_payload


@PAYLOADS.add(Backtest)
def backtest_payload(result: Backtest, language: str) -> dict[str, Any]:
    """The verdicts with their sentences, then all questions at all origins."""
    tell = Telling(result, language)
    return {
        "schema": "ris3/backtest/1",
        "tool": dict(TOOL),
        "language": language,
        "input": {"name": result.table, "sha256": result.sha256},
        "settings": {"origins": list(result.origins), "horizon": result.horizon, "cut": result.cut},
        "verdicts": [
            {"origin": item.origin, "outcome": item.outcome, "text": item.text} for item in tell.verdicts()
        ],
        "questions": [{**plain(item), "outcome": item.outcome} for item in result.questions],
        "together": [{**plain(item), "outcome": item.outcome} for item in result.together],
        "not_asked": [{**plain(item), "text": tell.not_asked(item)} for item in result.not_asked],
        "warnings": [problem_payload(problem) for problem in result.warnings],
    }  # fmt: skip
