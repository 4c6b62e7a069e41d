"""`ris3/recommendation/1`: the answer of `ris3 recommend`."""

from __future__ import annotations

from typing import Any

from ...model.recommendation import Recommendation
from ..plain import plain
from ..summary import summary
from . import PAYLOADS
from ._context import context, with_names
from ._findings import findings_payload
from ._opportunity import opportunity_payload

SCHEMA = "ris3/recommendation/1"


@PAYLOADS.add(Recommendation)
def recommendation_payload(answer: Recommendation, language: str) -> dict[str, Any]:
    """Ranked opportunities, what is not recommended, and everything that was found."""
    document = context(answer, language) | {
        "schema": SCHEMA,
        "summary": findings_payload(summary(answer), answer, language),
        "opportunities": [opportunity_payload(item, answer, language) for item in answer.opportunities],
        "not_recommended": [opportunity_payload(item, answer, language) for item in answer.not_recommended],
        "strengths": plain(answer.strengths),
        "findings": findings_payload(answer.findings, answer, language),
        "warnings": findings_payload(answer.warnings, answer, language),
    }
    return with_names(document, answer)
