"""The 5 x 6 matrix of METHODS section B, and values worked out by hand."""

from __future__ import annotations

import numpy as np

from recommender.measures.specialisation import presence

VALUES = np.array(
    [
        [120, 40, 10, 30, 5, 60],
        [20, 80, 60, 10, 0, 30],
        [5, 10, 70, 90, 40, 10],
        [300, 20, 0, 15, 2, 80],
        [10, 30, 40, 60, 50, 5],
    ],
    dtype=np.float64,
)
PRESENT = presence(VALUES)


def random_presence(seed: int, regions: int = 40, activities: int = 25, share: float = 0.3) -> np.ndarray:
    """A presence table like real ones: some activities everywhere, some nowhere, regions of all sizes."""
    draw = np.random.default_rng(seed)
    chance = share * 2 * draw.random(activities) * (0.3 + draw.random((regions, 1)))
    return draw.random((regions, activities)) < chance
