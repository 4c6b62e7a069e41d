"""Two opportunities side by side: where they differ, largest difference first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.config import Criterion
from ..model.finding import Finding
from ..model.recommendation import Comparison, Opportunity, Recommendation

SMALLEST = 0.005
"""Differences below this vanish in two decimals and are not told."""


def compare_opportunities(answer: Recommendation, first: Opportunity, second: Opportunity) -> Comparison:
    """What sets two opportunities of one recommendation apart, as findings."""
    weights = first.weights or second.weights or answer.settings.get("criteria", {})
    found = [*_criteria(first, second, weights), *_evidence(first, second), *_needs(first, second)]
    return Comparison(answer, first, second, tuple(found))


def _criteria(first: Opportunity, second: Opportunity, weights: Mapping[Criterion, float]) -> list[Finding]:
    rows = [
        _difference(
            "criterion", name, first, second, first.criteria.get(name), second.criteria.get(name), weights.get(name)
        )
        for name in first.criteria
    ]
    told = [row for row in rows if row is not None]
    return sorted(told, key=lambda row: (-_size(row) * (row.facts["weight"] or 0), row.facts["key"]))


def _evidence(first: Opportunity, second: Opportunity) -> Iterator[Finding]:
    a, b = first.competence, second.competence
    if a is not None and b is not None:
        pairs = (("fit", a.fit.low, b.fit.low), ("percentile", a.null_percentile, b.null_percentile),
                 ("potential", a.potential, b.potential))  # fmt: skip
        for aspect, one, other in pairs:
            row = _difference(aspect, aspect, first, second, one, other, None)
            if row is not None:
                yield row


def _needs(first: Opportunity, second: Opportunity) -> list[Finding]:
    """Needs that the two share, or only one has, with how far each is met."""
    one = {need.competence: need.share for need in first.competence.needs} if first.competence else {}
    other = {need.competence: need.share for need in second.competence.needs} if second.competence else {}
    rows = [
        _difference("need", name, first, second, one.get(name), other.get(name), None)
        for name in sorted({*one, *other})
    ]
    told = [row for row in rows if row is not None]
    return sorted(told, key=lambda row: (-_size(row), row.facts["key"]))


def _difference(
    aspect: str, key: str, first: Opportunity, second: Opportunity,
    one: float | None, other: float | None, weight: float | None,
) -> Finding | None:  # fmt: skip
    if one is None and other is None:
        return None
    if one is not None and other is not None and abs(one - other) < SMALLEST:
        return None
    facts = {
        "aspect": aspect, "key": key, "first": first.id, "second": second.id,
        "first_value": one, "second_value": other, "weight": weight,
    }  # fmt: skip
    return Finding("difference", first.id, facts)


def _size(row: Finding) -> float:
    one, other = row.facts["first_value"], row.facts["second_value"]
    return 1.0 if one is None or other is None else round(abs(one - other), 9)
