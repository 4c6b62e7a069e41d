"""One row an answer, under its question."""

from __future__ import annotations

from ...model.recommendation import Explanation
from ...wording import sentence
from ..places import places
from . import TABLES, Rows

HEADS = ("question", "code", "kind", "subject", "text", "at")


@TABLES.add(Explanation)
def explanation_table(result: Explanation, language: str) -> Rows:
    answer = result.recommendation
    rows = [
        (section.question, finding.code, finding.kind, finding.subject, sentence(finding, answer.names, language),
         places(finding.at, answer))
        for section in result.sections
        for finding in section.answers
    ]  # fmt: skip
    return HEADS, rows
