"""How sure a location quotient is: counts are drawn by chance, and small ones say little.

All functions read the cells as counts of independent events. Employment is none: one plant brings
many jobs at once. Give establishments, or the mean plant size as `unit`: cells are divided by it.
"""

from __future__ import annotations

from typing import cast

import numpy as np
import numpy.typing as npt

from .registry import measure
from .specialisation import TOTALS, expected_values, location_quotient

Floats = npt.NDArray[np.float64]

LEAST_PRIOR, MOST_PRIOR = 0.5, 50.0
STEPS = 40
"""Of a bisection: they leave 4e-12 of a weight open."""

POISSON = "Garwood (1936), Biometrika 28; for location quotients Beyene and Moineddin (2005), BMC Med Res Methodol 5:32"
GAMMA_POISSON = "Clayton and Kaldor (1987), Biometrics 43(3), with the mean fixed at 1 [our use for location quotients]"


@measure(
    "location-quotient-low", "significance", "Lower end of the exact Poisson interval of the location quotient",
    POISSON, takes="values", gives=("region", "activity"), uses=TOTALS, aliases=("lq-low",),
)  # fmt: skip
def location_quotient_low(
    values: Floats, region_totals: Floats | None = None, activity_totals: Floats | None = None,
    *, level: float = 0.95, unit: float = 1.0,
) -> Floats:  # fmt: skip
    """chi2((1 - level)/2, 2x) / 2E, E the expected count; 0 for a count of 0, NaN as in the quotient."""
    from scipy.special import gammaincinv

    count, expected = _counts(values, region_totals, activity_totals, unit)
    low = gammaincinv(np.where(count == 0, np.nan, count), (1 - level) / 2)
    return _over(np.where(count == 0, 0.0, low), expected)


@measure(
    "location-quotient-high", "significance", "Upper end of the exact Poisson interval of the location quotient",
    POISSON, takes="values", gives=("region", "activity"), uses=TOTALS, aliases=("lq-high",),
)  # fmt: skip
def location_quotient_high(
    values: Floats, region_totals: Floats | None = None, activity_totals: Floats | None = None,
    *, level: float = 0.95, unit: float = 1.0,
) -> Floats:  # fmt: skip
    """chi2((1 + level)/2, 2x + 2) / 2E, E the expected count; NaN as in the quotient."""
    from scipy.special import gammaincinv

    count, expected = _counts(values, region_totals, activity_totals, unit)
    return _over(gammaincinv(count + 1, (1 + level) / 2), expected)


@measure(
    "shrunken-location-quotient", "significance", "Location quotient drawn towards 1 where counts are small",
    GAMMA_POISSON, takes="values", gives=("region", "activity"), uses=TOTALS, aliases=("shrunken-lq",),
)  # fmt: skip
def shrunken_location_quotient(
    values: Floats, region_totals: Floats | None = None, activity_totals: Floats | None = None,
    *, prior: float | Floats | None = None, unit: float = 1.0,
) -> Floats:  # fmt: skip
    """(x + a) / (E + a): the mean of the quotient given the count; NaN as in the quotient.

    `prior` is a, the weight of "as in all regions" in expected counts, one for all activities or one for each; by
    default it is fitted for each activity by maximum likelihood (`fitted_prior`).
    """
    count, expected = _counts(values, region_totals, activity_totals, unit)
    weight = fitted_prior(count, expected) if prior is None else np.broadcast_to(prior, count.shape[1])
    return _over(count + weight, expected + weight, where=expected)


@measure(
    "probability-of-specialisation", "significance", "Probability that the location quotient is above the cut",
    GAMMA_POISSON, takes="values", gives=("region", "activity"), uses=TOTALS, aliases=("specialisation-probability",),
)  # fmt: skip
def probability_of_specialisation(
    values: Floats, region_totals: Floats | None = None, activity_totals: Floats | None = None,
    *, prior: float | Floats | None = None, unit: float = 1.0, cut: float = 1.0,
) -> Floats:  # fmt: skip
    """P(LQ > cut | x) under Gamma(a + x, rate a + E); in [0, 1], NaN as in the quotient."""
    from scipy.special import gammaincc

    count, expected = _counts(values, region_totals, activity_totals, unit)
    weight = fitted_prior(count, expected) if prior is None else np.broadcast_to(prior, count.shape[1])
    chance = gammaincc(count + weight, cut * (expected + weight))
    return np.where(expected > 0, chance, np.nan)


@measure(
    "standardised-location-quotient", "significance", "Location quotient in standard deviations over regions",
    "O'Donoghue and Gleave (2004), Regional Studies 38(4)",
    takes="values", gives=("region", "activity"), uses=TOTALS, aliases=("standardised-lq", "slq-z"),
)  # fmt: skip
def standardised_location_quotient(
    values: Floats, region_totals: Floats | None = None, activity_totals: Floats | None = None,
    *, logarithm: bool = False,
) -> Floats:  # fmt: skip
    """Standard scores over the regions of an activity, population standard deviation; 1.96 is the authors' cut.

    `logarithm` standardises ln LQ, for skewed quotients; cells of 0 are then left out (NaN). 0 where
    all regions are alike; NaN as in the quotient.
    """
    score = location_quotient(values, region_totals, activity_totals)
    if logarithm:
        score = np.log(score, out=np.full_like(score, np.nan), where=score > 0)
    known = ~np.isnan(score)
    count = np.maximum(known.sum(axis=0), 1)
    gap = score - np.nansum(score, axis=0) / count
    spread = np.sqrt(np.nansum(gap**2, axis=0) / count)
    equal = spread <= 1e-12
    return np.where(equal & known, 0.0, gap / np.where(equal, 1.0, spread))


def fitted_prior(count: Floats, expected: Floats) -> Floats:
    """The weight a of each activity by maximum likelihood, within [0.5, 50]; (activities,) float.

    Counts are negative binomial with mean E and size a. The slope of the likelihood is followed by
    bisection on a logarithmic scale, all activities at once; an activity that no region has gets the
    largest weight.
    """
    known = (expected > 0) & ~np.isnan(count)
    x, mean = np.where(known, count, 0.0), np.where(known, expected, 0.0)
    low = np.full(count.shape[1], np.log(LEAST_PRIOR))
    high = np.full(count.shape[1], np.log(MOST_PRIOR))
    for _ in range(STEPS):
        middle = (low + high) / 2
        rising = _slope(x, mean, np.exp(middle), known) > 0
        low, high = np.where(rising, middle, low), np.where(rising, high, middle)
    fitted = np.exp((low + high) / 2)
    return cast(Floats, np.where(x.any(axis=0), np.clip(fitted, LEAST_PRIOR, MOST_PRIOR), MOST_PRIOR))


def _slope(x: Floats, mean: Floats, size: Floats, known: npt.NDArray[np.bool_]) -> Floats:
    """d/da of sum_r ln NB(x | mean E, size a)."""
    from scipy.special import digamma

    terms = digamma(x + size) - digamma(size) + np.log(size / (size + mean)) + (mean - x) / (size + mean)
    return cast(Floats, np.where(known, terms, 0.0).sum(axis=0))


def _counts(
    values: Floats, region_totals: Floats | None, activity_totals: Floats | None, unit: float
) -> tuple[Floats, Floats]:
    if unit <= 0:
        raise ValueError(f"a count cannot be in units of {unit}")
    return values / unit, expected_values(values, region_totals, activity_totals) / unit


def _over(above: Floats, below: Floats, where: Floats | None = None) -> Floats:
    defined = (below if where is None else where) > 0
    return cast(Floats, np.divide(above, below, out=np.full(above.shape, np.nan), where=defined))
