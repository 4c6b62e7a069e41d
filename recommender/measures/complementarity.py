"""What another region has that would fill the gaps around an activity."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

BALLAND = "Balland and Boschma (2021), Regional Studies 55(6), 1059-1070; reconstructed [to confirm]"


@measure(
    "complementary-linkages", "density", "Relatedness around an activity that linked regions would add",
    BALLAND, takes="presence", gives=("region", "activity"), needs=("links",),
    uses={"relatedness": "minimum-conditional-probability"}, aliases=("added-density",),
)  # fmt: skip
def complementary_linkages(present: Flags, relatedness: Floats, *, links: Floats) -> Floats:
    """sum_s w_rs sum_j phi_ij M_sj (1 - M_rj) / sum_j phi_ij, j other than i; in [0, 1].

    `links` (regions, regions) float >= 0 are joint projects, patents or the like; w are their shares in
    the row's region, with itself left out. Together with the density it is at most 1. Without links
    that were observed, call the result potential complementarity. NaN for an isolated activity; 0 for
    a region without links.
    """
    if links.shape != (len(present),) * 2:
        raise ValueError(f"links have the shape {links.shape} for {len(present)} regions")
    weights = np.nan_to_num(links)
    np.fill_diagonal(weights, 0)
    total = weights.sum(axis=1, keepdims=True)
    shares = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    return _added(np.where(present, 0.0, shares @ present), relatedness)


@measure(
    "potential-complementarity", "density", "Mean relatedness that another region would add around what is missing",
    BALLAND, takes="presence", gives=("region", "region"), uses={"relatedness": "minimum-conditional-probability"},
)  # fmt: skip
def potential_complementarity(present: Flags, relatedness: Floats) -> Floats:
    """What region s adds to the density of r, as a mean over the activities that r lacks; row r, column s.

    In [0, 1], diagonal 0; NaN for a region that has every activity or whose options are isolated.
    """
    weights = np.nan_to_num(relatedness)
    np.fill_diagonal(weights, 0)
    around = weights.sum(axis=0)
    reach = np.divide(1.0, around, out=np.zeros_like(around), where=around > 1e-12)
    options = np.where(present, 0.0, (around > 1e-12).astype(np.float64))
    # Mean over i of r's options, of sum_j phi_ij M_sj (1 - M_rj) / around_i.
    pull = np.where(present, 0.0, (options * reach) @ weights.T)
    count = options.sum(axis=1, keepdims=True)
    return (pull @ present.T.astype(np.float64)) / np.where(count > 0, count, np.nan)


def _added(brought: Floats, relatedness: Floats) -> Floats:
    weights = np.nan_to_num(relatedness)
    np.fill_diagonal(weights, 0)
    around = weights.sum(axis=0)
    return (brought @ weights) / np.where(around > 1e-12, around, np.nan)


def added_by_each(own: Flags, present: Flags, relatedness: Floats) -> Floats:
    """(regions, activities) share of the relatedness around i that each region would add to a region that has `own`.

    sum_j phi_ij M_sj (1 - M_rj) / sum_j phi_ij, j other than i (Balland and Boschma 2021, METHODS B11). NaN for an
    isolated activity.
    """
    return _added((present & ~own).astype(np.float64), relatedness)


def added_by_chance(own: Flags, present: Flags, relatedness: Floats) -> Floats:
    """(regions, activities) what `added_by_each` is on average for as many specialisations, drawn without return.

    Each of A activities is then held with probability d_s / A, d_s the diversity of the region (ours): without it
    the most varied regions would complement everybody.
    """
    missing = _added((~own).astype(np.float64)[None, :], relatedness)
    drawn: Floats = present.mean(axis=1)[:, None]
    return drawn * missing
