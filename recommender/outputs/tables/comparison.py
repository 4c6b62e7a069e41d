"""One row a difference."""

from __future__ import annotations

from ...model.recommendation import Comparison
from ...wording import sentence
from . import TABLES, Rows

FACTS = ("aspect", "key", "first_value", "second_value", "weight")


@TABLES.add(Comparison)
def comparison_table(result: Comparison, language: str) -> Rows:
    names = result.recommendation.names
    heads = ("first", "second", *FACTS, "text")
    rows = [
        (
            result.first.id,
            result.second.id,
            *(finding.facts.get(name) for name in FACTS),
            sentence(finding, names, language),
        )
        for finding in result.differences
    ]
    return heads, rows
