"""Relatedness from amounts rather than from presence: no cut decides what counts."""

from __future__ import annotations

from typing import cast

import numpy as np
import numpy.typing as npt

from .registry import measure
from .specialisation import TOTALS, location_quotient

Floats = npt.NDArray[np.float64]

# Under this share of the raw moment a variance is rounding.
ROUNDING = 1e-12


@measure(
    "quotient-correlation", "relatedness", "Correlation over regions of two activities' location quotients",
    "Hausmann, Hidalgo, Stock and Yildirim (2014), Implied Comparative Advantage, HKS Working Paper RWP14-003",
    takes="values", gives=("activity", "activity"), uses=TOTALS, aliases=("rca-correlation", "lq-correlation"),
)  # fmt: skip
def quotient_correlation(
    values: Floats, region_totals: Floats | None = None, activity_totals: Floats | None = None
) -> Floats:
    """Pearson's correlation of two columns of the location quotient; in [-1, 1].

    Over the regions where both are known; 0 where one does not vary. The diagonal is 1 for an
    activity that varies.
    """
    quotient = location_quotient(values, region_totals, activity_totals)
    known = ~np.isnan(quotient)
    filled = np.where(known, quotient, 0.0)
    top = np.maximum(filled.max(axis=0, initial=0.0), 1e-300)
    return _correlation(filled / top, known.astype(np.float64), np.ones(len(values)))


@measure(
    "weighted-correlation", "relatedness", "Correlation over regions of local shares, large regions counting more",
    "Davies and Maré (2021), Relatedness, Complexity and Local Growth, Regional Studies 55(3)",
    takes="values", gives=("activity", "activity"), aliases=("davies-mare", "continuous-relatedness"),
)  # fmt: skip
def weighted_correlation(values: Floats, *, zero_is_missing: bool = True) -> Floats:
    """(1 + corr)/2 of local shares x_ra / x_r., regions weighted by x_r. / x_..; in [0, 1].

    Over the regions where both activities are known (and, as the authors do, not zero). 1/2 where
    nothing can be said: fewer than two such regions, or no variation. Diagonal 1 where it varies.
    """
    total = np.nansum(values, axis=1)
    shares = np.divide(values, total[:, None], out=np.zeros_like(values), where=total[:, None] > 0)
    known = ~np.isnan(shares) & (total > 0)[:, None]
    if zero_is_missing:
        known &= shares > 0
    weights = total / total.sum() if total.sum() > 0 else total
    filled = np.where(known, shares, 0.0)
    top = np.maximum(filled.max(axis=0, initial=0.0), 1e-300)
    return (1 + _correlation(filled / top, known.astype(np.float64), weights)) / 2


@measure(
    "weighted-density", "density", "Local share of what is related, by Davies and Maré",
    "Davies and Maré (2021), Relatedness, Complexity and Local Growth, Regional Studies 55(3)",
    takes="values", gives=("region", "activity"), uses={"correlation": "weighted-correlation"},
    aliases=("davies-mare-density",),
)  # fmt: skip
def weighted_density(values: Floats, correlation: Floats | None = None) -> Floats:
    """sum_b s_rb R_ab, s the local shares and R the weighted correlation; in [0, 1], NaN for an empty region."""
    related = weighted_correlation(values) if correlation is None else correlation
    total = np.nansum(values, axis=1)
    shares = np.nan_to_num(values) / np.where(total > 0, total, np.nan)[:, None]
    return shares @ related


@measure(
    "weighted-complexity", "complexity", "Second axis of the weighted correlation between activities",
    "Davies and Maré (2021), Relatedness, Complexity and Local Growth, Regional Studies 55(3)",
    takes="values", gives=("activity",), uses={"correlation": "weighted-correlation"},
    aliases=("davies-mare-complexity",),
)  # fmt: skip
def weighted_complexity(values: Floats, correlation: Floats | None = None) -> Floats:
    """Eigenvector of the second-largest eigenvalue, (activities,) float, mean 0, standard deviation 1.

    The sign makes activities of regions that do many things complex. NaN for an activity that is
    not found anywhere, and everywhere where the second axis is not unique.
    """
    found = np.nansum(values, axis=0) > 0
    out = np.full(values.shape[1], np.nan)
    if found.sum() < 3:
        return out
    related = weighted_correlation(values) if correlation is None else correlation
    eigenvalues, vectors = np.linalg.eigh(related[np.ix_(found, found)])
    if eigenvalues[-2] - eigenvalues[-3] < 1e-9 * max(1.0, abs(eigenvalues[-1])):
        return out
    axis = vectors[:, -2] - vectors[:, -2].mean()
    total = np.nansum(values, axis=0)[found]
    breadth = (np.nan_to_num(values[:, found]).T @ (np.nan_to_num(values) > 0).sum(axis=1)) / total
    sign = 1.0 if axis @ (breadth - breadth.mean()) >= 0 else -1.0
    spread = axis.std()
    out[found] = sign * axis / spread if spread > 0 else 0.0
    return out


def _correlation(filled: Floats, known: Floats, weights: Floats) -> Floats:
    """Weighted Pearson over the rows where both columns are known; 0 where one does not vary.

    Columns are centred first: the moments of what is left are small, and lose few digits.
    """
    mass = weights @ known
    centre = np.divide(weights @ filled, mass, out=np.zeros_like(mass), where=mass > 0)
    x = (filled - centre) * known
    weighted_known, weighted = known * weights[:, None], x * weights[:, None]
    both = weighted_known.T @ known
    sums = weighted.T @ known  # of column i over the rows where j is known too
    squares = (weighted * x).T @ known
    safe = np.where(both > 0, both, 1.0)
    covariance = (weighted.T @ x) / safe - (sums / safe) * (sums.T / safe)
    variance = squares / safe - (sums / safe) ** 2
    variance[variance <= ROUNDING * np.maximum(squares / safe, 1e-300)] = 0
    spread = np.sqrt(variance * variance.T)
    found = np.divide(covariance, spread, out=np.zeros_like(covariance), where=spread > 0)
    return cast(Floats, np.clip((found + found.T) / 2, -1, 1))
