"""`ris3/comparison/1`: the answer of `ris3 compare`."""

from __future__ import annotations

from typing import Any

from ...model.recommendation import Comparison
from . import PAYLOADS
from ._context import context, with_names
from ._findings import findings_payload
from ._opportunity import opportunity_payload

SCHEMA = "ris3/comparison/1"


@PAYLOADS.add(Comparison)
def comparison_payload(result: Comparison, language: str) -> dict[str, Any]:
    """Two opportunities, and where they differ."""
    answer = result.recommendation
    document = context(answer, language) | {
        "schema": SCHEMA,
        "first": opportunity_payload(result.first, answer, language),
        "second": opportunity_payload(result.second, answer, language),
        "differences": findings_payload(result.differences, answer, language),
    }
    return with_names(document, answer)
