"""Sapling similarity: co-occurrence that also counts what is missing in both, with a sign.

It is sign(r) r^2 with r Pearson's correlation of two columns (or rows) of the presence: how much
knowing one halves the doubt about the other, negative where they avoid each other.
"""

from __future__ import annotations

from typing import cast

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

ALBORA = "Albora, Rossi-Mori and Zaccaria (2022), Sapling Similarity, arXiv:2210.07039"


@measure(
    "sapling-between-activities", "similarity", "Signed squared correlation of where activities are present",
    ALBORA, takes="presence", gives=("activity", "activity"), aliases=("sapling", "sapling-activities"),
)  # fmt: skip
def sapling_between_activities(present: Flags) -> Floats:
    """(activities, activities) float in [-1, 1], symmetric, diagonal 1.

    0 with an activity that no region or every region has: nothing can be learned from it.
    """
    held = present.astype(np.float64)
    return _sapling(held.T @ held, held.sum(axis=0), held.sum(axis=0), present.shape[0])


@measure(
    "sapling-between-regions", "similarity", "Signed squared correlation of what regions are specialised in",
    ALBORA, takes="presence", gives=("region", "region"), aliases=("sapling-regions",),
)  # fmt: skip
def sapling_between_regions(present: Flags) -> Floats:
    """(regions, regions) float in [-1, 1]; as `sapling_between_activities`, of the rows."""
    return sapling_between_activities(present.T)


@measure(
    "sapling-activity-score", "density", "How far the activities a region has speak for another one",
    ALBORA, takes="presence", gives=("region", "activity"),
)  # fmt: skip
def activity_scores(present: Flags, similarity: Floats | None = None) -> Floats:
    """sum_j M_rj B_ji / sum_j |B_ji|, B between activities with its diagonal; in [-1, 1].

    (regions, activities) float; NaN for an activity that no region or every region has.
    """
    between = sapling_between_activities(present) if similarity is None else similarity
    return _scores(present.astype(np.float64) @ between, np.abs(between).sum(axis=0))


@measure(
    "sapling-region-score", "density", "How far similar regions, and unlike ones, speak for an activity",
    ALBORA, takes="presence", gives=("region", "activity"),
)  # fmt: skip
def region_scores(present: Flags) -> Floats:
    """sum_s B_rs M_sa / sum_s |B_rs|, B between regions with its diagonal; in [-1, 1].

    (regions, activities) float; NaN for a region that has no activity or every activity.
    """
    between = sapling_between_regions(present)
    return _scores(between @ present, np.abs(between).sum(axis=1)[:, None])


def one_region_scores(present: Flags, region: int) -> Floats:
    """The row of `region_scores(present)` for one region, without the array of regions x regions."""
    held = present.astype(np.float64)
    degree = held.sum(axis=1)
    between = _sapling((held @ held[region])[None, :], degree[[region]], degree, present.shape[1])
    return cast(Floats, _scores(between @ held, np.abs(between).sum(axis=1)[:, None])[0])


def _sapling(together: Floats, left: Floats, right: Floats, count: int) -> Floats:
    """sign(r) r^2 from counts: r = (N c - k l) / sqrt(k (N - k) l (N - l)); exact up to one division."""
    excess = count * together - np.multiply.outer(left, right)
    spread = np.multiply.outer(left * (count - left), right * (count - right))
    out = np.zeros_like(spread)
    return cast(Floats, np.divide(excess * np.abs(excess), spread, out=out, where=spread > 0))


def _scores(part: Floats, whole: Floats) -> Floats:
    whole = np.broadcast_to(whole, part.shape)
    return cast(Floats, np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0))
