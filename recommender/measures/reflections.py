"""The method of reflections: diversity and ubiquity, each averaged over the other again and again."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

REFLECTIONS = "Hidalgo and Hausmann (2009), PNAS 106(26), doi:10.1073/pnas.0900943106"
STEPS = 20
ROUNDING = 1e-11


@measure(
    "reflections", "complexity", "Diversity and ubiquity, averaged over each other 20 times: regions",
    REFLECTIONS, takes="presence", gives=("region",), aliases=("method-of-reflections",),
)  # fmt: skip
def region_reflections(present: Flags, *, steps: int = STEPS) -> Floats:
    """k_r,n = mean of k_a,n-1 over the region's activities, from its diversity, after `steps` steps, as z-scores.

    (regions,) float; see `method_of_reflections`.
    """
    return method_of_reflections(present, steps)[0]


@measure(
    "reflections-activities", "complexity", "Ubiquity and diversity, averaged over each other 19 times: activities",
    REFLECTIONS, takes="presence", gives=("activity",), aliases=("method-of-reflections-activities",),
)  # fmt: skip
def activity_reflections(present: Flags, *, steps: int = STEPS) -> Floats:
    """k_a,n = mean of k_r,n-1 over the activity's regions, from its ubiquity, after `steps` - 1 steps, as z-scores.

    (activities,) float; see `method_of_reflections`.
    """
    return method_of_reflections(present, steps)[1]


def method_of_reflections(present: Flags, steps: int = STEPS) -> tuple[Floats, Floats]:
    """k_r,n = mean of k_a,n-1 over r's activities, k_a,n = mean of k_r,n-1 over a's regions.

    Scores of regions after `steps` (even: their diversity at 0), and of activities after `steps` - 1,
    which is odd, so that both rise with complexity. Population z-scores; NaN for empty regions and activities.
    With more steps all values draw together: the scores tend to those of the second eigenvector (ECI)
    until what they differ by is rounding, and then they are NaN. Prefer the eigenvector.

    Raises
    ------
    ValueError
        If `steps` is odd or below 2.
    """
    if steps < 2 or steps % 2:
        raise ValueError(f"reflections take an even number of steps, not {steps}")
    held = present.astype(np.float64)
    diversity, ubiquity = held.sum(axis=1), held.sum(axis=0)
    regions, activities, before = diversity, ubiquity, ubiquity
    for _ in range(steps):
        before = activities
        regions, activities = (
            held @ activities / np.maximum(diversity, 1),
            held.T @ regions / np.maximum(ubiquity, 1),
        )
    return _z_scores(regions, diversity > 0), _z_scores(before, ubiquity > 0)


def _z_scores(scores: Floats, kept: Flags) -> Floats:
    out = np.full(len(scores), np.nan)
    if not kept.any():
        return out
    gap = scores[kept] - scores[kept].mean()
    spread = gap.std()
    if spread > ROUNDING * np.abs(scores[kept]).max():
        out[kept] = gap / spread
    return out
