"""What regions that have an activity are like: rich, unequal or dirty."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .registry import measure
from .specialisation import tamed

Floats = npt.NDArray[np.float64]

HAUSMANN = "Hausmann, Hwang and Rodrik (2007), Journal of Economic Growth 12(1)"


@measure(
    "prody", "sophistication", "Mean income of the regions that have the activity, by how specialised they are",
    HAUSMANN, takes="values", gives=("activity",), needs=("region_scores",),
)  # fmt: skip
def prody(values: Floats, *, region_scores: Floats) -> Floats:
    """sum_r (x_ra / x_r.) Y_r / sum_r x_ra / x_r., the mean of `region_scores` (regions,) weighted by local shares.

    (activities,) float in the unit of the scores (income per head, productivity …); regions without a score or
    without any activity do not count, NaN where none is left.
    """
    return _mean(_local(values), region_scores)


@measure(
    "expy", "sophistication", "Mean income that goes with what the region does",
    HAUSMANN, takes="values", gives=("region",), needs=("region_scores",),
)  # fmt: skip
def expy(values: Floats, *, region_scores: Floats) -> Floats:
    """sum_a (x_ra / x_r.) PRODY_a; (regions,) float in the unit of the scores, NaN for an empty region.

    A region with an activity whose PRODY is not defined is taken over the others.
    """
    scores, local = prody(values, region_scores=region_scores), _local(values)
    known = ~np.isnan(scores)
    weight = local[:, known]
    total = weight.sum(axis=1)
    return np.asarray((weight @ scores[known]) / np.where(total > 0, total, np.nan))


@measure(
    "product-gini", "sophistication", "Mean inequality of the regions specialised in the activity",
    "Hartmann et al. (2017), World Development 93, PGI; with emissions per value it is PEII (Romero and Gramkow 2021, "
    "World Development 139)",
    takes="values", gives=("activity",), needs=("region_scores",), uses={"present": "presence"},
    aliases=("pgi", "peii"),
)  # fmt: skip
def product_gini(values: Floats, present: npt.NDArray[np.bool_], *, region_scores: Floats) -> Floats:
    """sum_r M_ra s_ra G_r / sum_r M_ra s_ra, s_ra = x_ra / x_r.; (activities,) float in the unit of the scores.

    NaN for an activity in which no region with a score is specialised.
    """
    return _mean(np.where(present, _local(values), 0.0), region_scores)


def _local(values: Floats) -> Floats:
    """The shares of a region's activities; zero for an empty region."""
    known = tamed(np.nan_to_num(values))
    total = known.sum(axis=1, keepdims=True)
    return np.asarray(known / np.where(total > 0, total, 1.0))


def _mean(weight: Floats, scores: Floats) -> Floats:
    known = ~np.isnan(scores)
    total = weight[known].sum(axis=0)
    return np.asarray((scores[known] @ weight[known]) / np.where(total > 0, total, np.nan))
