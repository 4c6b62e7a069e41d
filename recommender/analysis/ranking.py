"""From evidence and criteria to bands and an order (METHODS A7, A13)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model.config import Bands, Config, Criterion
from ..model.recommendation import Band, Opportunity
from .scoring import DIGITS, effective_weights, quadrants, score, shared_criteria

ELIGIBLE: tuple[Band, ...] = ("high", "medium", "low")
"""Bands of what a region can start now."""


def band_at(percentile: float, bands: Bands) -> Band:
    """The band of something eligible at a percentile in [0, 1]."""
    known = round(percentile, DIGITS)
    return "high" if known >= bands.high else "medium" if known >= bands.medium else "low"


def in_order(eligible: Sequence[Opportunity], config: Config, criteria: Mapping[Criterion, float]) -> list[Opportunity]:
    """Eligible opportunities with rank and score: by score, rounded before it is compared, ties by id."""
    shared = shared_criteria((item.criteria for item in eligible), criteria)
    weights = effective_weights(shared, criteria)
    scored = {item.id: score(item.criteria, shared, criteria, config.aggregation) for item in eligible}
    where = quadrants(
        {item.id: (item.criteria["relatedness"] or 0.0, item.criteria["complexity"]) for item in eligible}
    )
    return [
        replace(
            item,
            rank=rank,
            score=scored[item.id].score,
            score_range=scored[item.id].range,
            weights=weights,
            quadrant=where[item.id],
        )
        for rank, item in enumerate(sorted(eligible, key=lambda item: (-scored[item.id].score, item.id)), start=1)
    ]
