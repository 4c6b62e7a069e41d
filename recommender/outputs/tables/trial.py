"""The recommendation under a scenario, with today's places beside it."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.study import Trial
from . import PARTS, TABLES, Rows


@TABLES.add(Trial)
def trial_table(result: Trial, language: str) -> Rows:
    """The recommendation under the scenario, each row with today's place at its end."""
    heads, rows = TABLES.of_type(type(result.recommendation))(result.recommendation, language)
    at = list(heads).index("id")
    today = (result.base.get(row[at], (None, None, None)) for row in rows)
    both = [(*row, *places) for row, places in zip(rows, today, strict=True)]
    return (*heads, "base_rank", "base_band", "base_score"), both


@PARTS.add(Trial)
def parts_of_trial(result: Trial, language: str) -> Mapping[str, Rows]:
    """The recommendation, what the scenario moves, and all statements: first those about the scenario."""
    answer = PARTS.of_type(type(result.recommendation))(result.recommendation, language)
    moves = PARTS.of_type(type(result.study))(result.study, language)
    heads, said = moves["findings"]
    told = [*said, *(row for row in answer["findings"][1] if row not in said)]
    return {**answer, "opportunities": trial_table(result, language), **moves, "findings": (heads, told)}
