"""A table by year as location quotients, raw and shrunken, in no unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..specialisation import location_quotient, presence

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

# A cell is drawn towards 1 by this share of the median expected cell: small cells say little.
SHRINKAGE = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """Regions x activities, oldest year first; all arrays (years, regions, activities) unless said otherwise.

    Attributes
    ----------
    years : (years,) int
    quotient : location quotients; NaN where not known or not defined
    log : log2 of the shrunken quotient, 0 = as everywhere; NaN where the value is not known
    present : location quotient of 1 or more
    known : the value is known and its region and activity are not empty in that year
    region_share, activity_share : (years, regions) and (years, activities), of the year's total
    expected : log2 of what a region of this size would have, over the median cell
    """

    years: npt.NDArray[np.int64]
    quotient: Floats
    log: Floats
    present: Flags
    known: Flags
    region_share: Floats
    activity_share: Floats
    expected: Floats

    @classmethod
    def of(cls, years: npt.NDArray[np.int64], values: Floats) -> Panel:
        """From values >= 0, NaN where not known; years in rising order."""
        parts: list[Any] = [np.stack(part) for part in zip(*map(_year, values), strict=True)]
        return cls(years, *parts)


def _year(values: Floats) -> tuple[Floats, Floats, Flags, Flags, Floats, Floats, Floats]:
    whole = np.nansum(values)
    shares = values / whole if whole > 0 else values
    region, activity = np.nansum(shares, axis=1), np.nansum(shares, axis=0)
    expected = np.multiply.outer(region, activity)
    there = expected > 0
    pull = SHRINKAGE * float(np.median(expected[there])) if there.any() else 1.0
    safe = np.where(there, expected, pull)
    quotient = location_quotient(shares)
    log = np.log2((np.where(there, shares, pull) + pull) / (safe + pull))
    known = ~np.isnan(quotient)
    return quotient, log, presence(shares), known, region, activity, np.log2(safe / (pull / SHRINKAGE))
