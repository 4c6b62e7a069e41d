"""The recommendation under a scenario, with today's places beside it."""

from __future__ import annotations

from ...model.study import Trial
from . import TABLES, Rows


@TABLES.add(Trial)
def trial_table(result: Trial, language: str) -> Rows:
    """The recommendation under the scenario, each row with today's place at its end."""
    heads, rows = TABLES.of_type(type(result.recommendation))(result.recommendation, language)
    at = list(heads).index("id")
    today = (result.base.get(row[at], (None, None, None)) for row in rows)
    both = [(*row, *places) for row, places in zip(rows, today, strict=True)]
    return (*heads, "base_rank", "base_band", "base_score"), both
