"""Simple methods that a learned one must beat: scores (regions, activities), larger = sooner entered."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from ..density import relatedness_density
from ..relatedness import association
from ..sapling import activity_scores, region_scores
from .panel import Panel
from .windows import CUT, Window, outcome, windows_of

Floats = npt.NDArray[np.float64]

# A rate counts as if so many candidates with the mean rate had been seen besides.
PRIOR = 20.0


def persistence(panel: Panel, place: int) -> Floats:
    """The location quotient of today."""
    today: Floats = np.nan_to_num(panel.quotient[place])
    return today


def ubiquity(panel: Panel, place: int) -> Floats:
    """Share of the regions that are specialised in the activity."""
    share = panel.present[place].sum(axis=0) / np.maximum(panel.known[place].sum(axis=0), 1)
    return np.broadcast_to(share, panel.present[place].shape)


def diversity_times_ubiquity(panel: Panel, place: int) -> Floats:
    """Share of the activities that the region has, times that of the regions that have the activity."""
    share: Floats = panel.present[place].sum(axis=1) / np.maximum(panel.known[place].sum(axis=1), 1)
    return share[:, None] * ubiquity(panel, place)


def density(panel: Panel, place: int) -> Floats:
    """Relatedness density (Hidalgo et al. 2007)."""
    return np.nan_to_num(relatedness_density(panel.present[place]))


def association_density(panel: Panel, place: int) -> Floats:
    """Density with association instead of the minimum conditional probability."""
    present = panel.present[place]
    return np.nan_to_num(relatedness_density(present, association(present)))


def sapling_by_activity(panel: Panel, place: int) -> Floats:
    """Sapling similarity between activities (Albora et al. 2022)."""
    return np.nan_to_num(activity_scores(panel.present[place]))


def sapling_by_region(panel: Panel, place: int) -> Floats:
    """Sapling similarity between regions."""
    return np.nan_to_num(region_scores(panel.present[place]))


def sapling_by_both(panel: Panel, place: int) -> Floats:
    """The sum of both."""
    return sapling_by_activity(panel, place) + sapling_by_region(panel, place)


BASELINES: Mapping[str, Callable[[Panel, int], Floats]] = {
    "association-density": association_density,
    "density": density,
    "diversity-x-ubiquity": diversity_times_ubiquity,
    "persistence": persistence,
    "sapling-activity": sapling_by_activity,
    "sapling-both": sapling_by_both,
    "sapling-region": sapling_by_region,
    "ubiquity": ubiquity,
}
PAST_RATES = "past-rates"


def past_rates(panel: Panel, place: int, horizon: int, cut: float = CUT) -> Floats | None:
    """Entry rate of the region times that of the activity, over windows that end by the year at `place`.

    The longest windows up to `horizon` that the years allow; None where they allow none.
    """
    years = panel.years[: place + 1]
    for length in range(horizon, 0, -1):
        windows = windows_of(years, length)
        if windows:
            return _rates(panel, windows, cut)
    return None


def _rates(panel: Panel, windows: list[Window], cut: float) -> Floats:
    found = [outcome(panel, window, cut, 0) for window in windows]
    tried = np.sum([item.candidates for item in found], axis=0)
    entered = np.sum([item.entered for item in found], axis=0)
    mean = entered.sum() / max(int(tried.sum()), 1)
    region, activity = (
        (entered.sum(axis=axis) + PRIOR * mean) / (tried.sum(axis=axis) + PRIOR) for axis in (1, 0)
    )  # fmt: skip
    return np.asarray(np.multiply.outer(region, activity), dtype=np.float64)
