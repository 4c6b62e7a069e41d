"""Array types of this family, and the two habits that keep its numbers the same on every machine."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]
Kinds = npt.NDArray[np.int8]

DIGITS = 9
"""Decimals to which numbers are rounded before they are compared."""


def rounded(values: Floats) -> Floats:
    """`values` as they are compared: to nine decimals, so that noise decides no tie."""
    return np.round(values, DIGITS)


def total(terms: Floats) -> Floats:
    """Sum over the first axis, from first to last.

    NumPy's own sums change their order with the memory layout and BLAS with the number of
    threads. Adding in order gives the same bits for one path alone and among a thousand others.
    """
    result: Floats = np.add.accumulate(terms)[-1]
    return result
