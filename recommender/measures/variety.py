"""How varied a region's activities are, inside and between groups of related ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .registry import measure
from .specialisation import tamed

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
    shares = _shares(values)
    bits = np.log2(shares, out=np.zeros_like(shares), where=shares > 0)
    return np.asarray(np.abs((shares * bits).sum(axis=1)))


@measure(
    "unrelated-variety", "variety", "Entropy between groups of related activities, in bits",
    FRENKEN, takes="values", gives=("region",), needs=("groups",),
)  # fmt: skip
def unrelated_variety(values: Floats, groups: Sequence[str]) -> Floats:
    """Entropy between groups: `variety` of the groups' totals; (regions,) float in bits."""
    return variety(_grouped(values, groups))


@measure(
    "related-variety", "variety", "Entropy inside groups of related activities, in bits",
    FRENKEN, takes="values", gives=("region",), needs=("groups",),
)  # fmt: skip
def related_variety(values: Floats, groups: Sequence[str]) -> Floats:
    """Entropy inside groups, weighted by their shares; (regions,) float in bits.

    `groups` names the group of each activity. Together with `unrelated_variety` it adds up to
    `variety`, by which it is computed.
    """
    return np.maximum(variety(values) - unrelated_variety(values, groups), 0)


def _grouped(values: Floats, groups: Sequence[str]) -> Floats:
    if len(groups) != values.shape[1]:
        raise ValueError(f"{len(groups)} groups for {values.shape[1]} activities")
    names = sorted(set(groups))
    members = np.array([[group == name for name in names] for group in groups], dtype=np.float64)
    return np.nan_to_num(values) @ members


@measure(
    "concentration", "variety", "Herfindahl-Hirschman index of the region's activities",
    "Hirschman (1964), American Economic Review 54(5)",
    takes="values", gives=("region",), aliases=("hhi", "herfindahl"),
)  # fmt: skip
def concentration(values: Floats) -> Floats:
    """sum_a p_a^2, in [1/activities, 1]; NaN for an empty region."""
    return np.asarray((_shares(values) ** 2).sum(axis=1))


@measure(
    "krugman-index", "variety", "How far the region's structure is from that of all regions",
    "Krugman (1991), Geography and Trade, MIT Press",
    takes="values", gives=("region",), uses={"activity_totals": ""}, aliases=("krugman", "krugman-specialisation"),
)  # fmt: skip
def krugman_index(values: Floats, activity_totals: Floats | None = None) -> Floats:
    """sum_a |p_ra - p_a|, in [0, 2], 0 = the structure of all regions together, itself included.

    NaN for an empty region.
    """
    return np.asarray(np.abs(_shares(values) - _overall(values, activity_totals)).sum(axis=1))


@measure(
    "hachman-index", "variety", "How close the region's structure is to that of all regions",
    "Hachman (1995), Economic Diversity of the Western States, University of Utah",
    takes="values", gives=("region",), uses={"activity_totals": ""}, aliases=("hachman",),
)  # fmt: skip
def hachman_index(values: Floats, activity_totals: Floats | None = None) -> Floats:
    """1 / sum_a p_ra LQ_ra = 1 / sum_a p_ra^2 / p_a, in (0, 1], 1 = the structure of all regions together.

    NaN for an empty region.
    """
    overall = _overall(values, activity_totals)
    return np.asarray(1 / (_shares(values) ** 2 / np.where(overall > 0, overall, np.inf)).sum(axis=1))


def _shares(values: Floats) -> Floats:
    """The shares of a region's activities; a row of NaN for an empty region."""
    known = tamed(np.nan_to_num(values))
    total = known.sum(axis=1, keepdims=True)
    return known / np.where(total > 0, total, np.nan)


def _overall(values: Floats, activity_totals: Floats | None) -> Floats:
    totals = tamed(np.nan_to_num(values)).sum(axis=0) if activity_totals is None else activity_totals
    whole = float(totals.sum())
    return totals / whole if whole > 0 else totals
