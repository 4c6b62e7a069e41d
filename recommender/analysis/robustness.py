"""How much of a ranking holds when judgements, statistics and weights are uncertain (METHODS C5, C6, B17)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

import numpy as np

from ..measures.acceptability import (
    Floats,
    Ranks,
    central_weights,
    firsts,
    ranks,
    tie_groups,
    uniform_weights,
)
from ..model.config import Aggregation, Config, Criterion
from ..model.profile import Profile
from ..model.recommendation import Opportunity, Quadrant, Recommendation
from .luck import Luck
from .redrawing import RedrawnTable
from .scoring import DIGITS
from .uncertainty import Draws, drawn

SUPPORTED = 0.9
"""Share of the draws that must agree before an order, or a band, is told as certain (ours)."""
TOPS = (3, 5, 10)
INTERVAL = (5, 95)


@dataclass(frozen=True, slots=True)
class Robustness:
    """Draws of a ranking, options in today's order.

    ranks : (draws, options) under the weights in force; ranks_any : under weights drawn uniformly
    weights : (draws, criteria) those; band_holds : (options,) share of draws with today's band, NaN where the
    band is of a forecast; already : of each activity the share in which the region is specialised in it
    roads : quadrant -> (options,) share of draws in it, NaN without a complexity
    """

    criteria: tuple[Criterion, ...]
    draws: Draws
    ranks: Ranks
    ranks_any: Ranks
    weights: Floats
    band_holds: Floats
    roads: Mapping[Quadrant, Floats]
    already: Sequence[float | None]
    tables: int


def robustness(
    answer: Recommendation, profile: Profile | None, config: Config, *, draws: int, spread: float, seed: int,
    luck: Luck | None = None, table: RedrawnTable | None = None,
) -> Robustness:  # fmt: skip
    """Draw judgements, weights and, where there is a `table`, statistics, and rank each time.

    Notes
    -----
    Stochastic multicriteria acceptability analysis, SMAA-2: Lahdelma and Salminen (2001).
    """
    items = answer.opportunities
    found = drawn(items, profile, config, draws=draws, spread=spread, seed=seed, luck=luck, table=table)
    in_force = items[0].weights
    names = tuple(name for name in found.criteria if in_force.get(name, 0) > 0)
    values = np.stack([found.criteria[name] for name in names])
    own = np.array([in_force[name] for name in names])
    generator = np.random.Generator(np.random.PCG64([seed, 1]))
    weights = uniform_weights(draws, len(names), generator)
    return Robustness(
        names, found,
        ranks(scores(values, np.broadcast_to(own, weights.shape), config.aggregation), found.eligible),
        ranks(scores(values, weights, config.aggregation), found.eligible),
        weights,
        _band_holds(items, found, config),
        _roads(found),
        [table.present.get(item.id) if table else None for item in items],
        table.tables if table else 0,
    )  # fmt: skip


def scores(values: Floats, weights: Floats, aggregation: Aggregation) -> Floats:
    """(draws, options) weighted mean of (criteria, draws, options) under (draws, criteria) weights that add up to 1."""
    share = weights.T[:, :, None] / weights.sum(axis=1)[None, :, None]
    if aggregation == "arithmetic":
        return np.asarray((share * values).sum(axis=0))
    with np.errstate(divide="ignore"):
        return np.asarray(np.exp((share * np.log(values)).sum(axis=0)))


def _band_holds(items: Sequence[Opportunity], found: Draws, config: Config) -> Floats:
    shares = []
    for column, item in enumerate(items):
        at = found.percentile[:, column]
        if np.isnan(at).any():
            shares.append(np.nan)
            continue
        edges = {"high": (config.bands.high, 2.0), "medium": (config.bands.medium, config.bands.high)}
        low, high = edges.get(item.band, (-1.0, config.bands.medium))
        rounded = np.round(at, DIGITS)
        shares.append(float(((rounded >= low) & (rounded < high) & found.eligible[:, column]).mean()))
    return np.array(shares)


def _roads(found: Draws) -> dict[Quadrant, Floats]:
    """Shares of the draws in each quadrant, cut at the medians of each draw, as in `quadrants`."""
    related, complex_ = np.round(found.criteria["relatedness"], DIGITS), np.round(found.complexity, DIGITS)
    known = ~np.isnan(complex_).any(axis=0)
    if not known.any():
        return {name: np.full(complex_.shape[1], np.nan) for name in get_args(Quadrant)}
    right = related >= np.median(related[:, known], axis=1, keepdims=True)
    above = complex_ >= np.median(complex_[:, known], axis=1, keepdims=True)
    share = {
        "high_road": right & above, "slow_road": right & ~above, "casino": ~right & above, "dead_end": ~right & ~above,
    }  # fmt: skip
    return {name: np.where(known, share[name].mean(axis=0), np.nan) for name in get_args(Quadrant)}


def uncertainty_of(found: Robustness) -> list[dict[str, Any]]:
    """Of each option what `Opportunity.uncertainty` holds, in today's order."""
    low, high = np.percentile(found.ranks, INTERVAL, axis=0, method="nearest")
    groups = tie_groups(found.ranks, SUPPORTED)
    central = central_weights(found.weights, found.ranks_any)
    rows = []
    for column in range(found.ranks.shape[1]):
        mine = found.ranks[:, column]
        rows.append({
            "draws": len(found.ranks),
            "rank_low": int(low[column]),
            "rank_high": int(min(high[column], found.ranks.shape[1])),
            **{f"top_{top}": float((mine <= top).mean()) for top in TOPS},
            "eligible": float(found.draws.eligible[:, column].mean()),
            "band_holds": _or_none(found.band_holds[column]),
            "quadrants": None if np.isnan(found.roads["high_road"][column]) else {
                name: float(shares[column]) for name, shares in found.roads.items()
            },
            "relatedness": _span(found.draws.criteria["relatedness"][:, column]),
            "complexity": _span(found.draws.complexity[:, column]),
            "already_specialised": found.already[column],
            "tables": found.tables,
            "tie_group": groups[column] + 1,
            "first_under_any_weights": float((found.ranks_any[:, column] == 1).mean()),
            "top_3_under_any_weights": float((found.ranks_any[:, column] <= 3).mean()),
            "central_weights": None if np.isnan(central[column]).any() else {
                name: float(value) for name, value in zip(found.criteria, central[column], strict=True)
            },
        })  # fmt: skip
    return rows


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _span(values: Floats) -> dict[str, float] | None:
    """Where nine of ten draws lie."""
    if np.isnan(values).any():
        return None
    low, high = np.percentile(values, INTERVAL, method="nearest")
    return {"low": round(float(low), DIGITS), "high": round(float(high), DIGITS)}


def confidence(found: Robustness, aggregation: Aggregation) -> list[float | None]:
    """Share of draws of the judgements in which an option comes first under its own central weights."""
    values = np.stack([found.draws.criteria[name] for name in found.criteria])
    central = central_weights(found.weights, found.ranks_any)
    told: list[float | None] = []
    for column, weights in enumerate(central):
        if np.isnan(weights).any():
            told.append(None)
            continue
        under = scores(values, weights[None], aggregation)
        told.append(float((firsts(under, found.draws.eligible) == column).mean()))
    return told


def with_uncertainty(answer: Recommendation, found: Robustness) -> Recommendation:
    """The answer with the `uncertainty` of every ranked opportunity."""
    known = uncertainty_of(found)
    items = tuple(replace(item, uncertainty=row) for item, row in zip(answer.opportunities, known, strict=True))
    return replace(answer, opportunities=items)


def today(items: Sequence[Opportunity]) -> Ranks:
    """(options,) today's ranks."""
    return np.array([item.rank for item in items], dtype=np.int64)


def ranks_under(items: Sequence[Opportunity], weights: Mapping[Criterion, float], aggregation: Aggregation) -> Ranks:
    """(options,) ranks of today's opportunities under other weights; a criterion counts if all have a value for it."""
    valued = [name for name in weights if all(item.criteria.get(name) is not None for item in items)]
    names = [name for name in valued if weights[name] > 0] or valued
    values = np.array([[[item.criteria[name] for item in items]] for name in names], dtype=np.float64)
    return np.asarray(ranks(scores(values, np.array([[weights[name] for name in names]]), aggregation))[0])
