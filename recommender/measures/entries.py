"""What regions took up and gave up between two years."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .registry import measure
from .specialisation import location_quotient

Floats = npt.NDArray[np.float64]

LOW, HIGH = 0.5, 1.0

PINHEIRO = "Pinheiro, Hartmann, Boschma and Hidalgo (2022), Research Policy 51(8), with limits of our own"


@measure(
    "entry", "dynamics", "Whether the region took up an activity that it hardly had",
    PINHEIRO, whole=True, takes="values", gives=("region", "activity"), needs=("later",), aliases=("entries",),
)  # fmt: skip
def entry(values: Floats, *, later: Floats, low: float = LOW, high: float = HIGH) -> Floats:
    """1 where the location quotient was below `low` and is `high` or more later, 0 where it is not.

    (regions, activities) float; NaN where the activity was no candidate, or is not known in one of
    the two years. `later` has the same regions and activities.
    """
    before, after = _both(values, later)
    return np.where((before < low) & ~np.isnan(after), (after >= high * (1 - 1e-12)).astype(np.float64), np.nan)


@measure(
    "exit", "dynamics", "Whether the region gave up an activity that it was specialised in",
    PINHEIRO, whole=True, takes="values", gives=("region", "activity"), needs=("later",), aliases=("exits",),
)  # fmt: skip
def exit_(values: Floats, *, later: Floats, low: float = LOW, high: float = HIGH) -> Floats:
    """1 where the location quotient was `high` or more and is below `low` later, 0 where it is not.

    (regions, activities) float; NaN where the region was not specialised, or a value is not known.
    """
    before, after = _both(values, later)
    held = (before >= high * (1 - 1e-12)) & ~np.isnan(after)
    return np.where(held, (after < low).astype(np.float64), np.nan)


def _both(values: Floats, later: Floats) -> tuple[Floats, Floats]:
    if values.shape != later.shape:
        raise ValueError(f"a table of {values.shape} and a later one of {later.shape}: they must be the same")
    return location_quotient(values), location_quotient(later)
