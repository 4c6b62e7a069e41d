"""`ris3/explanation/1`: the answer of `ris3 explain`."""

from __future__ import annotations

from typing import Any

from ...model.recommendation import Explanation
from . import PAYLOADS
from ._context import context, with_names
from ._findings import findings_payload
from ._opportunity import opportunity_payload

SCHEMA = "ris3/explanation/1"


@PAYLOADS.add(Explanation)
def explanation_payload(result: Explanation, language: str) -> dict[str, Any]:
    """One opportunity, and the answers to each question about it."""
    answer = result.recommendation
    document = context(answer, language) | {
        "schema": SCHEMA,
        "opportunity": opportunity_payload(result.opportunity, answer, language),
        "sections": [
            {"question": section.question, "answers": findings_payload(section.answers, answer, language)}
            for section in result.sections
        ],
    }
    return with_names(document, answer)
