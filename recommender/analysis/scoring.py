"""Criteria -> score, order and quadrant (METHODS A13, B17)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model.config import CRITERIA, Aggregation, Criterion
from ..model.recommendation import Interval, Quadrant

DIGITS = 9
Criteria = Mapping[Criterion, float | None]


@dataclass(frozen=True, slots=True)
class Scored:
    """A score over the criteria that everybody has, and its range with the missing ones at 0 and at 1."""

    score: float
    range: Interval


def shared_criteria(everyone: Iterable[Criteria], weights: Mapping[Criterion, float]) -> tuple[Criterion, ...]:
    """Criteria that have weight and that every eligible opportunity has a value for."""
    rows = list(everyone)
    weighted = [name for name in CRITERIA if weights.get(name, 0) > 0]
    return tuple(name for name in weighted if all(row.get(name) is not None for row in rows))


def effective_weights(shared: Sequence[Criterion], weights: Mapping[Criterion, float]) -> dict[Criterion, float]:
    """With which weight each shared criterion enters the score; they add up to 1."""
    total = math.fsum(weights[name] for name in shared)
    return {name: round(weights[name] / total, DIGITS) for name in shared} if total else {}


def score(
    criteria: Criteria, shared: Sequence[Criterion], weights: Mapping[Criterion, float], aggregation: Aggregation
) -> Scored:
    """The weighted mean of the shared criteria, and the range that the others could give it.

    Parameters
    ----------
    criteria : name -> value in [0, 1], None where it is missing
    shared : the criteria that enter the score, see `shared_criteria`
    weights : name -> weight; weights of criteria that do not enter are shared out in proportion
    aggregation : arithmetic or geometric mean

    Notes
    -----
    A criterion that some opportunity lacks would reward whoever lacks it, or punish: so it enters
    nobody's score, and each range shows what it could do (our rule).
    """
    known = {name: criteria[name] for name in shared}
    return Scored(
        _mean(known, weights, aggregation),
        Interval(
            _mean(_filled(criteria, weights, 0.0), weights, aggregation),
            _mean(_filled(criteria, weights, 1.0), weights, aggregation),
        ),
    )


def _filled(criteria: Criteria, weights: Mapping[Criterion, float], value: float) -> dict[Criterion, float]:
    weighted = [name for name in CRITERIA if weights.get(name, 0) > 0]
    return {name: value if (known := criteria.get(name)) is None else known for name in weighted}


def _mean(values: Mapping[Criterion, float | None], weights: Mapping[Criterion, float], how: Aggregation) -> float:
    pairs = [(weights[name], value or 0.0) for name, value in values.items()]
    total = math.fsum(weight for weight, _ in pairs)
    if total == 0:
        return 0.0
    if how == "arithmetic":
        return round(math.fsum(weight * value for weight, value in pairs) / total, DIGITS)
    if any(value == 0 for _, value in pairs):
        return 0.0
    return round(math.exp(math.fsum(weight * math.log(value) for weight, value in pairs) / total), DIGITS)


def _median(values: Iterable[float]) -> float:
    """By hand: `statistics` and `np.median` load what takes as long as reading a profile."""
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def quadrants(points: Mapping[str, tuple[float, float | None]]) -> dict[str, Quadrant | None]:
    """Where each option lies, cut at the medians of the options: id -> (relatedness, complexity).

    Notes
    -----
    Balland, Boschma, Crespo and Rigby (2019, Regional Studies 53:1252) draw the diagram; the
    names and the cut at the medians of the region's own options are as in METHODS B17.
    """
    complete = {name: (x, y) for name, (x, y) in points.items() if y is not None}
    if not complete:
        return dict.fromkeys(points)
    across, up = (_median(along) for along in zip(*complete.values(), strict=True))
    return {name: _quadrant(complete[name], across, up) if name in complete else None for name in points}


def _quadrant(point: tuple[float, float], across: float, up: float) -> Quadrant:
    related, complex_ = point[0] >= across, point[1] >= up
    if related:
        return "high_road" if complex_ else "slow_road"
    return "casino" if complex_ else "dead_end"
