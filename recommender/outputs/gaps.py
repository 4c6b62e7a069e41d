"""A gap as a finding: what is missing and who could bring it. The JSON and the views tell it alike."""

from __future__ import annotations

from typing import Any

from ..model.finding import Finding
from ..model.recommendation import Gap, Opportunity
from .plain import plain

FACTS = ("competence", "level", "available", "essential", "assessed")


def gap_finding(item: Opportunity, gap: Gap) -> Finding:
    """What is missing for an opportunity, and from whom it could come."""
    facts: dict[str, Any] = {"path": item.id} | {name: getattr(gap, name) for name in FACTS}
    if not gap.sources:
        return Finding("gap_nowhere", gap.competence, facts)
    return Finding("gap_source", gap.competence, facts | {"sources": plain(gap.sources)})


def main_gap(item: Opportunity) -> Gap | None:
    """The gap whose closing would add most fit; of equals the first."""
    return max(item.gaps, key=lambda gap: round(gap.lost, 9), default=None)
