"""Statements as rows."""

from __future__ import annotations

from collections.abc import Iterable

from ...model.finding import Finding
from ...model.recommendation import Recommendation
from ...wording import sentence
from ..places import places
from . import Rows


def findings_table(told: Iterable[Finding], answer: Recommendation, language: str) -> Rows:
    """One row a statement, with the lines on which it rests."""
    rows = [
        (item.code, item.kind, item.subject, sentence(item, answer.names, language), places(item.at, answer))
        for item in told
    ]
    return ("code", "kind", "subject", "text", "at"), rows
