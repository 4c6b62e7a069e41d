"""An opportunity as the documents hold it."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from ...model.evidence import in_language
from ...model.recommendation import Opportunity, Recommendation
from ...wording import sentence
from ..gaps import gap_finding
from ..places import places
from ..plain import plain
from ._findings import findings_payload

_ELSEWHERE = ("name", "summary", "competence", "colocation", "drivers", "gaps", "reasons", "warnings")


def opportunity_payload(item: Opportunity, answer: Recommendation, language: str) -> dict[str, Any]:
    """Every field of the opportunity, with the two kinds of evidence under `evidence`."""
    document = {field.name: plain(getattr(item, field.name)) for field in fields(item) if field.name not in _ELSEWHERE}
    return document | {
        "name": in_language(item.name, language),
        "summary": in_language(item.summary, language) if item.summary else None,
        "evidence": {"competence": plain(item.competence), "colocation": plain(item.colocation)},
        "drivers": [plain(driver) | {"at": places(driver.at, answer)} for driver in item.drivers],
        "gaps": [plain(gap) | {"text": sentence(gap_finding(item, gap), answer.names, language)} for gap in item.gaps],
        "reasons": findings_payload(item.reasons, answer, language),
        "warnings": findings_payload(item.warnings, answer, language),
    }
