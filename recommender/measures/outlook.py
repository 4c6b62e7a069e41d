"""What complexity lies within a region's reach, and what an activity would open."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

HAUSMANN = "Hausmann, Hidalgo et al. (2014), The Atlas of Economic Complexity, MIT Press"


@measure(
    "complexity-outlook", "outlook", "Complexity of what the region lacks, each activity as far as it is near",
    HAUSMANN, takes="presence", gives=("region",), aliases=("coi", "complexity-outlook-index", "opportunity-value"),
    uses={"density": "relatedness-density", "activity_scores": "product-complexity-index"},
)  # fmt: skip
def complexity_outlook(present: Flags, density: Floats, activity_scores: Floats) -> Floats:
    """sum_a d_ra (1 - M_ra) PCI_a; (regions,) float in units of the complexity.

    `density` (regions, activities) and `activity_scores` (activities,) as `relatedness_density` and
    `product_complexity_index` give them; activities for which one is undefined are left out. NaN for
    a region without any activity.
    """
    options = np.where(present, 0.0, np.nan_to_num(density))
    return np.where(present.any(axis=1), options @ np.nan_to_num(activity_scores), np.nan)


@measure(
    "complexity-outlook-gain", "outlook", "Complexity that would come nearer if the region had the activity",
    HAUSMANN, takes="presence", gives=("region", "activity"), aliases=("cog", "opportunity-gain"),
    uses={"relatedness": "minimum-conditional-probability", "activity_scores": "product-complexity-index"},
)  # fmt: skip
def complexity_outlook_gain(
    present: Flags, relatedness: Floats, activity_scores: Floats, *, include_self: bool = False
) -> Floats:
    """(1 - M_ra) sum_b (1 - M_rb) phi_ab / (sum_k phi_kb) PCI_b, b other than a.

    (regions, activities) float in units of the complexity; 0 where the region has the activity, NaN
    for a region without any. `include_self` counts the activity itself, as some packages do. The
    atlas also subtracts d_ra PCI_a, the outlook that the activity itself no longer adds [to confirm].
    """
    # What the activity itself adds is taken off at the end: a copy without it costs as much as the product.
    own = np.zeros(len(relatedness)) if include_self else np.diagonal(relatedness)
    around: Floats = relatedness.sum(axis=0) - own
    worth = np.divide(np.nan_to_num(activity_scores), around, out=np.zeros_like(around), where=around > 1e-12)
    missing = np.where(present, 0.0, worth)
    gain: Floats = missing @ relatedness.T
    gain -= missing * own
    gain[present] = 0
    gain[~present.any(axis=1)] = np.nan
    return gain


@measure(
    "external-complexity", "outlook", "Mean complexity, taken from elsewhere, of what the region has",
    "Reynolds et al. (2018), Regional Studies 52(5): national complexity of products, applied to regions",
    takes="presence", gives=("region",), needs=("external_scores",), aliases=("subnational-complexity",),
)  # fmt: skip
def external_complexity(present: Flags, *, external_scores: Floats) -> Floats:
    """sum_a M_ra PCI_a / sum_a M_ra over activities whose complexity is known; (regions,) float.

    `external_scores` (activities,) come from a larger table, such as that of countries, so that few
    regions do not have to tell what is complex. NaN for a region with none of these activities.
    """
    known = ~np.isnan(external_scores)
    held = present[:, known].astype(np.float64)
    count: Floats = held.sum(axis=1)
    return (held @ external_scores[known]) / np.where(count > 0, count, np.nan)
