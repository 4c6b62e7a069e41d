"""How unevenly an activity is spread over regions, beside all activities together."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .registry import measure
from .specialisation import tamed

Floats = npt.NDArray[np.float64]


@measure(
    "hoover-index", "concentration", "Share of the activity that would have to move to be spread as everything is",
    "Hoover (1936), Review of Economic Statistics 18(4)",
    takes="values", gives=("activity",), uses={"region_totals": ""}, aliases=("hoover",),
)  # fmt: skip
def hoover_index(values: Floats, region_totals: Floats | None = None) -> Floats:
    """1/2 sum_r |x_ra / x_.a - x_r. / x_..|, in [0, 1], 0 = as all activities together; (activities,) float.

    NaN for an activity of no region.
    """
    share, whole = _shares(values, region_totals)
    return np.asarray(np.abs(share - whole[:, None]).sum(axis=0) / 2)


@measure(
    "locational-gini", "concentration", "Gini coefficient of the activity over regions, beside all activities",
    "Krugman (1991), Geography and Trade, MIT Press, on the scale from 0 to 1",
    takes="values", gives=("activity",), uses={"region_totals": ""}, aliases=("hoover-gini",),
)  # fmt: skip
def locational_gini(values: Floats, region_totals: Floats | None = None) -> Floats:
    """Twice the area between the Lorenz curve and the diagonal, regions by rising location quotient.

    With w_r = x_r. / x_.. it is 1/2 sum_r sum_s w_r w_s |LQ_ra - LQ_sa|, in [0, 1), 0 = as all activities
    together; (activities,) float, NaN for an activity of no region. (Krugman's own is half of it.)
    """
    share, whole = _shares(values, region_totals)
    quotient = share / np.where(whole > 0, whole, np.nan)[:, None]
    order = np.argsort(np.nan_to_num(quotient), axis=0, kind="stable")
    wide = whole[order]
    curve = np.cumsum(np.take_along_axis(share, order, axis=0), axis=0)
    below = (wide * (2 * curve - np.take_along_axis(share, order, axis=0))).sum(axis=0)
    return np.asarray(np.maximum(1 - below, 0.0))


def _shares(values: Floats, region_totals: Floats | None) -> tuple[Floats, Floats]:
    """(regions, activities) shares of the regions in each activity, and (regions,) in all of them."""
    known = tamed(np.nan_to_num(values))
    total = known.sum(axis=0)
    size = known.sum(axis=1) if region_totals is None else tamed(np.asarray(region_totals, dtype=np.float64))
    whole = size / size.sum() if size.sum() > 0 else np.full(len(size), np.nan)
    return known / np.where(total > 0, total, np.nan), whole
