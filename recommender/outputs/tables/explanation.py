"""One row an answer, under its question."""

from __future__ import annotations

from ...model.recommendation import Explanation
from ...wording import sentence
from . import TABLES, Rows

HEADS = ("question", "code", "kind", "subject", "text")


@TABLES.add(Explanation)
def explanation_table(result: Explanation, language: str) -> Rows:
    names = result.recommendation.names
    rows = [
        (section.question, finding.code, finding.kind, finding.subject, sentence(finding, names, language))
        for section in result.sections
        for finding in section.answers
    ]
    return HEADS, rows
