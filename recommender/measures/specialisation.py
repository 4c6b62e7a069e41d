"""What a region does more of than others: location quotients and the presence they imply."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

# Exactly proportional regions have a location quotient of 1, which rounding puts on either side.
ROUNDING = 1e-12

BALASSA = "Balassa (1965), The Manchester School 33(2); Hoover (1936), Review of Economic Statistics 18"


@measure(
    "location-quotient", "specialisation",
    "Share of an activity in the region over its share in all regions",
    BALASSA, takes="values", gives=("region", "activity"),
    aliases=("lq", "rca", "revealed-comparative-advantage"),
)  # fmt: skip
def location_quotient(
    values: Floats, region_totals: Floats | None = None, activity_totals: Floats | None = None
) -> Floats:
    """(x_ra / x_r.) / (x_.a / x_..), dimensionless, 1 = as in all regions together.

    Parameters
    ----------
    values : (regions, activities) float >= 0, one unit throughout
        NaN where the figure is not known. Unknown is not zero.
    region_totals, activity_totals : (regions,) and (activities,) float
        Published totals, which count what the table withholds. Without them the known cells are
        added up, which overstates the quotients of what is known.

    Returns
    -------
    (regions, activities) float; NaN where the value is unknown, the region or the activity empty.
    """
    size, volume, whole = _margins(values, region_totals, activity_totals)
    expected = np.multiply.outer(size, volume)
    return np.divide(values * whole, expected, out=np.full_like(expected, np.nan), where=expected > 0)


@measure(
    "presence", "specialisation",
    "Whether the location quotient reaches the cut (1 by default)",
    BALASSA, takes="values", gives=("region", "activity"), aliases=("specialised", "binary-lq"),
)  # fmt: skip
def presence(
    values: Floats, region_totals: Floats | None = None, activity_totals: Floats | None = None,
    *, cut: float = 1.0,
) -> Flags:  # fmt: skip
    """True where x_ra * x.. >= cut * x_r. * x_.a, up to a relative rounding of 1e-12.

    The product form keeps a location quotient of exactly 1 on one side on every machine.
    Unknown cells, empty regions and empty activities are False. Shapes as in `location_quotient`.
    """
    size, volume, whole = _margins(values, region_totals, activity_totals)
    needed = cut * np.multiply.outer(size, volume)
    reached: Flags = np.nan_to_num(values) * whole >= needed * (1 - ROUNDING)
    return reached & (needed > 0)


def _margins(
    values: Floats, region_totals: Floats | None, activity_totals: Floats | None
) -> tuple[Floats, Floats, float]:
    size = np.nansum(values, axis=1) if region_totals is None else region_totals
    volume = np.nansum(values, axis=0) if activity_totals is None else activity_totals
    return size, volume, float(volume.sum())
