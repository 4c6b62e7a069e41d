"""How varied a region's activities are, inside and between groups of related ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]

FRENKEN = "Frenken, van Oort and Verburg (2007), Regional Studies 41(5), doi:10.1080/00343400601120296"


@measure(
    "variety", "variety", "Entropy of the region's activities, in bits",
    FRENKEN, takes="values", gives=("region",), aliases=("entropy",),
)  # fmt: skip
def variety(values: Floats) -> Floats:
    """sum_a p_a log2(1/p_a); (regions,) float >= 0 in bits, NaN for an empty region.

    Unknown cells (NaN) of `values` (regions, activities) do not enter the shares p.
    """
    total = np.nansum(values, axis=1)
    known, whole = np.nan_to_num(values), total[:, None]
    shares = np.divide(known, whole, out=np.zeros_like(values), where=whole > 0)
    bits = np.log2(shares, out=np.zeros_like(shares), where=shares > 0)
    return np.where(total > 0, np.abs((shares * bits).sum(axis=1)), np.nan)


def unrelated_variety(values: Floats, groups: Sequence[str]) -> Floats:
    """Entropy between groups: `variety` of the groups' totals; (regions,) float in bits."""
    return variety(_grouped(values, groups))


def related_variety(values: Floats, groups: Sequence[str]) -> Floats:
    """Entropy inside groups, weighted by their shares; (regions,) float in bits.

    `groups` names the group of each activity. Together with `unrelated_variety` it adds up to
    `variety`, by which it is computed.
    """
    return variety(values) - unrelated_variety(values, groups)


def _grouped(values: Floats, groups: Sequence[str]) -> Floats:
    if len(groups) != values.shape[1]:
        raise ValueError(f"{len(groups)} groups for {values.shape[1]} activities")
    names = sorted(set(groups))
    members = np.array([[group == name for name in names] for group in groups], dtype=np.float64)
    return np.nan_to_num(values) @ members
