"""What is known about every region and activity at one moment, from the years up to it alone.

Each family is a function of the panel up to the origin and gives arrays (regions, activities) by
name. No feature looks at what came later, and none at the outcome of the cell that is predicted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

import numpy as np
import numpy.typing as npt

from ..complexity import economic_complexity
from ..density import relatedness_density
from ..relatedness import association
from ..sapling import activity_scores, region_scores
from .panel import Panel

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Features = dict[str, Floats]

LAGS = (1, 2, 4, 8)
RANKS = (2, 5, 10)
NEIGHBOURS = 15


def features_at(panel: Panel, place: int, history: int) -> Features:
    """All features, as `family.name`, at the year at `place`, from at most `history` earlier years."""
    past = slice(max(0, place - history), place + 1)
    return {
        f"{family}.{name}": np.asarray(np.round(np.nan_to_num(value), 6), dtype=np.float64)
        for family, make in FAMILIES.items()
        for name, value in make(panel, past).items()
    }


def level(panel: Panel, past: slice) -> Features:
    """Where the cell stands: log of the shrunken quotient, the quotient itself, whether it is empty."""
    now = past.stop - 1
    quotient = np.nan_to_num(panel.quotient[now])
    return {
        "level": panel.log[now],
        "quotient": quotient,
        "empty": (quotient <= 0).astype(np.float64),
    }


def history(panel: Panel, past: slice) -> Features:
    """Where the cell has been: its mean, highest and trend, and how it moves."""
    log = panel.log[past]
    now = np.nan_to_num(log[-1])
    filled: Floats = np.where(np.isnan(log), now, log)
    present = panel.present[past]
    out: Features = {
        "mean_level": np.asarray(filled.mean(axis=0)),
        "highest": filled.max(axis=0) - now,
        "lowest": filled.min(axis=0) - now,
        "share_present": np.asarray(present.mean(axis=0)),
        "ever_present": np.asarray(present.any(axis=0), dtype=np.float64),
        "movement": np.asarray(_movement(filled)),
        "trend": _slope(filled),
    }
    for lag in LAGS:
        out[f"change_{lag}"] = now - filled[max(0, len(filled) - 1 - lag)]
    return out


def margins(panel: Panel, past: slice) -> Features:
    """The region and the activity by themselves: sizes, growth, how many, how spread."""
    now = past.stop - 1
    log, known, present = panel.log[now], panel.known[now], panel.present[now]
    shape = log.shape
    region, activity = np.log2(np.maximum(panel.region_share, 1e-12)), np.log2(np.maximum(panel.activity_share, 1e-12))
    first = past.start
    quotient = np.nan_to_num(panel.quotient[now])
    low = (quotient < 0.5) & known
    return {
        "expected_size": panel.expected[now],
        "region_size": _rows(region[now] - np.median(region[now]), shape),
        "activity_size": _columns(activity[now] - np.median(activity[now]), shape),
        "region_growth": _rows(region[now] - region[first], shape),
        "activity_growth": _columns(activity[now] - activity[first], shape),
        "diversity": _rows(_mean(present, known, 1), shape),
        "ubiquity": _columns(_mean(present, known, 0), shape),
        "region_low": _rows(_mean(low, known, 1), shape),
        "activity_low": _columns(_mean(low, known, 0), shape),
        "region_spread": _rows(_spread(log, 1), shape),
        "activity_spread": _columns(_spread(log, 0), shape),
        "region_mean": _rows(np.nan_to_num(log).mean(axis=1), shape),
        "activity_mean": _columns(np.nan_to_num(log).mean(axis=0), shape),
    }


def past_rates(panel: Panel, past: slice) -> Features:
    """How often the region, and the activity, rose to 1 from under a half, in steps inside the past."""
    out: Features = {}
    shape = panel.log.shape[1:]
    for share, name in ((1.0, "long"), (0.5, "half")):
        entered, tried = _transitions(panel, past, max(1, round((past.stop - 1 - past.start) * share)))
        whole = entered.sum() / max(tried.sum(), 1)
        region = _shrunken_rate(entered.sum(axis=1), tried.sum(axis=1), whole)
        activity = _shrunken_rate(entered.sum(axis=0), tried.sum(axis=0), whole)
        out[f"region_rate_{name}"] = _rows(region, shape)
        out[f"activity_rate_{name}"] = _columns(activity, shape)
    moved = _movement(np.nan_to_num(panel.log[past]))
    out["region_movement"] = _rows(moved.mean(axis=1), shape)
    out["activity_movement"] = _columns(moved.mean(axis=0), shape)
    return out


def related(panel: Panel, past: slice) -> Features:
    """What surrounds the cell: similar activities in the region, and similar regions in the activity."""
    now = past.stop - 1
    present, log = panel.present[now], np.nan_to_num(panel.log[now])
    return {
        "density": relatedness_density(present),
        "association_density": relatedness_density(present, association(present)),
        "sapling_activity": activity_scores(present),
        "sapling_region": region_scores(present),
        "like_activities": _neighbours(log.T, NEIGHBOURS).T,
        "like_regions": _neighbours(log, NEIGHBOURS),
        "like_regions_present": _neighbours(log, NEIGHBOURS, present.astype(np.float64)),
        "like_activities_present": _neighbours(log.T, NEIGHBOURS, present.T.astype(np.float64)).T,
    }


def reconstruction(panel: Panel, past: slice) -> Features:
    """What a few common axes of all regions and activities would expect in the cell, less what is there."""
    log = np.nan_to_num(panel.log[past.stop - 1])
    row, column = log.mean(axis=1, keepdims=True), log.mean(axis=0, keepdims=True)
    base = row + column - log.mean()
    left, values, right = np.linalg.svd(log - base, full_matrices=False)
    return {f"rank_{rank}": base + (left[:, :rank] * values[:rank]) @ right[:rank] for rank in RANKS}


def complexity(panel: Panel, past: slice) -> Features:
    """Complexity of the region and of the activity, the distance between them."""
    found = economic_complexity(panel.present[past.stop - 1], panel.region_share[past.stop - 1])
    shape = panel.log.shape[1:]
    region, activity = np.nan_to_num(found.regions), np.nan_to_num(found.activities)
    return {
        "region_complexity": _rows(region, shape),
        "activity_complexity": _columns(activity, shape),
        "complexity_match": np.multiply.outer(region, activity),
    }


FAMILIES: Mapping[str, Callable[[Panel, slice], Features]] = {
    "level": level,
    "history": history,
    "margins": margins,
    "past_rates": past_rates,
    "related": related,
    "reconstruction": reconstruction,
    "complexity": complexity,
}


def _transitions(panel: Panel, past: slice, step: int) -> tuple[Floats, Floats]:
    """(regions, activities): in how many steps of this length the cell entered, and could have entered."""
    first, last = past.start, past.stop - 1
    entered, tried = (np.zeros(panel.log.shape[1:], dtype=np.float64) for _ in range(2))
    for start in range(first, last - step + 1):
        end = start + step
        could = panel.known[start] & panel.known[end] & (np.nan_to_num(panel.quotient[start]) < 0.5)
        tried += could
        entered += could & panel.present[end]
    return entered, tried


def _shrunken_rate(entered: Floats, tried: Floats, whole: float, weight: float = 20.0) -> Floats:
    rate = (entered + weight * whole) / (tried + weight)
    return np.log2(np.maximum(rate, 1e-4) / max(whole, 1e-4))


def _neighbours(log: Floats, count: int, values: Floats | None = None) -> Floats:
    """Mean over the most similar rows (cosine of centred logs), weighted by similarity."""
    centred = log - log.mean(axis=0)
    norm = np.sqrt((centred**2).sum(axis=1, keepdims=True))
    unit = centred / np.where(norm > 0, norm, 1)
    alike = np.round(unit @ unit.T, 9)
    np.fill_diagonal(alike, -np.inf)
    count = min(count, len(log) - 1)
    order = np.argsort(-alike, axis=1, kind="stable")[:, :count]
    weight = np.zeros_like(alike)
    np.put_along_axis(weight, order, np.maximum(np.take_along_axis(alike, order, axis=1), 1e-6), axis=1)
    weight /= weight.sum(axis=1, keepdims=True)
    return cast(Floats, weight @ (log if values is None else values))


def _slope(filled: Floats) -> Floats:
    if len(filled) < 2:
        return np.zeros(filled.shape[1:])
    time = np.arange(len(filled)) - (len(filled) - 1) / 2
    slope: Floats = np.tensordot(time, filled, axes=1) / float(time @ time)
    return slope


def _movement(filled: Floats) -> Floats:
    """Mean absolute change from one observation to the next."""
    if len(filled) < 2:
        return np.zeros(filled.shape[1:])
    mean: Floats = np.abs(np.diff(filled, axis=0)).mean(axis=0)
    return mean


def _spread(log: Floats, axis: int) -> Floats:
    spread: Floats = np.nan_to_num(log).std(axis=axis)
    return spread


def _mean(flags: Flags, known: Flags, axis: int) -> Floats:
    return cast(Floats, (flags & known).sum(axis=axis) / np.maximum(known.sum(axis=axis), 1))


def _rows(values: Floats, shape: tuple[int, ...]) -> Floats:
    return np.repeat(values[:, None], shape[1], axis=1)


def _columns(values: Floats, shape: tuple[int, ...]) -> Floats:
    return np.repeat(values[None, :], shape[0], axis=0)
