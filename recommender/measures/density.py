"""How much of what surrounds an activity a region already has.

The own activity is left out of the sums unless `include_self` says otherwise: with it, candidates
and specialisations are not comparable. (py-ecomplexity and fermi include it, EconGeo leaves it out.)
"""

from __future__ import annotations

from typing import cast

import numpy as np
import numpy.typing as npt

from .registry import measure
from .relatedness import minimum_conditional_probability

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

HIDALGO = "Hidalgo, Klinger, Barabási and Hausmann (2007), Science 317(5837), doi:10.1126/science.1144581"


@measure(
    "relatedness-density", "density", "Share of the relatedness around an activity that the region holds",
    HIDALGO, takes="presence", gives=("region", "activity"), aliases=("density",),
    uses={"relatedness": "minimum-conditional-probability"},
)  # fmt: skip
def relatedness_density(present: Flags, relatedness: Floats | None = None, *, include_self: bool = False) -> Floats:
    """sum_j phi_ij M_rj / sum_j |phi_ij|, j other than i; in [0, 1] where phi is not negative.

    Parameters
    ----------
    present : (regions, activities) bool
    relatedness : (activities, activities) float, row j and column i
        The minimum conditional probability of `present` if it is not given. NaN counts as 0; negative
        values (Sapling, skill relatedness) speak against the activity.
    include_self : bool
        Count the activity itself, as some packages do.

    Returns
    -------
    (regions, activities) float; NaN for an isolated activity, which is related to nothing.

    Raises
    ------
    ValueError
        If the two arrays do not share the activity axis.
    """
    weights = _weights(present, relatedness)
    if not include_self:
        np.fill_diagonal(weights, 0)
    return _density(present, weights)


@measure(
    "nearest-density", "density", "Density that counts only the most related activities",
    "Hausmann and Klinger (2007), CID Working Paper 146, with the neighbours of Stata and Python ecomplexity",
    takes="presence", gives=("region", "activity"), aliases=("knn-density",),
    uses={"relatedness": "minimum-conditional-probability"},
)  # fmt: skip
def nearest_density(present: Flags, relatedness: Floats | None = None, *, nearest: int = 10) -> Floats:
    """`relatedness_density` over the `nearest` activities with the largest phi; NaN for an isolated one.

    All that are as related as the last of them count as well: which of several twins is taken does
    not depend on the order of the table. (py-ecomplexity takes the first, and counts them without
    their weight.)

    Raises
    ------
    ValueError
        If `nearest` is below 1.
    """
    if nearest < 1:
        raise ValueError(f"the nearest {nearest} activities are none")
    weights = _weights(present, relatedness)
    np.fill_diagonal(weights, -np.inf)
    if nearest < len(weights) - 1:
        limit = np.partition(weights, len(weights) - nearest, axis=0)[-nearest]
        weights[weights < limit] = 0
    np.fill_diagonal(weights, 0)
    return _density(present, weights)


@measure(
    "relative-density", "density", "Density in standard deviations from the mean of what the region lacks",
    "Pinheiro et al., equation 7 [the paper is still to be confirmed]",
    takes="presence", gives=("region", "activity"), aliases=("relative-relatedness",),
    uses={"density": "relatedness-density"},
)  # fmt: skip
def relative_density(present: Flags, density: Floats | None = None) -> Floats:
    """(density - mean) / sd over the region's option set, the activities it is not specialised in.

    (regions, activities) float; 0 where all options have the same density, NaN for activities that
    the region has and for isolated ones. The order inside a region is that of the density; pooled
    over regions it predicts worse than the density.
    """
    density = np.where(present, np.nan, relatedness_density(present) if density is None else density)
    known = ~np.isnan(density)
    count = np.maximum(known.sum(axis=1, keepdims=True), 1)
    gap = density - np.nansum(density, axis=1, keepdims=True) / count
    spread = np.sqrt(np.nansum(gap**2, axis=1, keepdims=True) / count)
    equal = spread <= 1e-12
    return np.where(equal & known, 0.0, gap / np.where(equal, 1.0, spread))


def one_region_density(present: Flags, held: npt.NDArray[np.generic]) -> Floats:
    """The density of one region, without the array of activities x activities.

    Parameters
    ----------
    present : (regions, activities) bool
    held : (activities,) bool or float
        The region's own row, or any other weights: with the cells that are not known, what they
        could add at most.

    Returns
    -------
    (activities,) float, as a row of `relatedness_density(present)`, with work in proportion to the
    True cells: 2,000 x 5,000 in a tenth of a second.
    """
    weights = np.asarray(held, dtype=np.float64)
    total = relatedness_sums(present, np.ones_like(weights))
    return _share(relatedness_sums(present, weights), total)


def relatedness_sums(present: Flags, weights: Floats) -> Floats:
    """sum_j phi_ij w_j, j other than i, phi the minimum conditional probability; (activities,).

    With activities in the order of their ubiquity k, a region that has i adds
    (sum of w_j over its j up to i) / k_i + sum of w_j / k_j over its j past i: two running sums.
    """
    ubiquity = present.sum(axis=0).astype(np.float64)
    order = np.argsort(ubiquity, kind="stable")
    region, position = np.nonzero(present[:, order])
    activity = order[position]
    starts = np.searchsorted(region, np.arange(present.shape[0] + 1))
    weight, count = weights[activity], ubiquity[activity]
    up_to = _running_sum(weight, starts, region)
    through = _running_sum(weight / count, starts, region)
    per_cell = up_to / count + (_row_totals(weight / count, starts)[region] - through)
    sums = np.bincount(activity, weights=per_cell, minlength=present.shape[1])
    # phi_ii is 1 wherever the activity exists at all.
    return cast(Floats, sums - np.where(ubiquity > 0, weights, 0.0))


def contributions(present: Flags, held: Flags, activity: int) -> Floats:
    """What each activity that a region has adds to its density around one activity.

    phi_ij M_rj / sum_j phi_ij for j other than i; (activities,) float that adds up to the density,
    all NaN for an isolated activity.
    """
    together = present.astype(np.float64).T @ present[:, activity].astype(np.float64)
    single = present.sum(axis=0)
    row = together / np.maximum(np.maximum(single, single[activity]), 1)
    row[activity] = 0
    return _share(row * held, np.full(len(row), row.sum()))


def _weights(present: Flags, relatedness: Floats | None) -> Floats:
    """An array of our own to write into."""
    if relatedness is None:
        return minimum_conditional_probability(present)
    if relatedness.shape != (present.shape[1],) * 2:
        raise ValueError(f"relatedness has the shape {relatedness.shape} for {present.shape[1]} activities")
    unknown = np.isnan(relatedness)
    return np.where(unknown, 0.0, relatedness) if unknown.any() else relatedness.copy()


def _density(present: Flags, weights: Floats) -> Floats:
    part = present.astype(np.float64) @ weights
    whole = (np.abs(weights, out=weights) if weights.min(initial=0) < 0 else weights).sum(axis=0)
    part /= np.where(whole > 1e-12, whole, np.nan)
    return part


def _running_sum(cells: Floats, starts: npt.NDArray[np.intp], region: npt.NDArray[np.intp]) -> Floats:
    whole = np.concatenate(([0.0], np.cumsum(cells)))
    return cast(Floats, whole[1:] - whole[starts[region]])


def _row_totals(cells: Floats, starts: npt.NDArray[np.intp]) -> Floats:
    whole = np.concatenate(([0.0], np.cumsum(cells)))
    return cast(Floats, whole[starts[1:]] - whole[starts[:-1]])


def _share(part: Floats, whole: Floats) -> Floats:
    # A sum of what is left after subtracting the own activity is 0 only up to rounding.
    return cast(Floats, np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 1e-12))
