"""Where a value stands among others."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

DIGITS = 9


def rounded(values: Floats) -> Floats:
    """Values to nine decimals, 0 never negative: what machines differ in is gone before they are compared."""
    return np.round(values, DIGITS) + 0.0


def mid_rank_percentile(values: Floats) -> Floats:
    """Share of values below each one, plus half the share of those equal to it (itself included).

    (n,) float -> (n,) float inside (0, 1) with mean 1/2. NaN values have no percentile and are not
    counted. Values are rounded to nine decimals before they are compared.
    """
    out = np.full(values.shape, np.nan)
    known = ~np.isnan(values)
    ordered = np.sort(rounded(values[known]))
    below = np.searchsorted(ordered, rounded(values[known]), side="left")
    up_to = np.searchsorted(ordered, rounded(values[known]), side="right")
    out[known] = (below + up_to) / 2 / max(len(ordered), 1)
    return out
