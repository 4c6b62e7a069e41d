"""How far a region's ranking of its options would move with other regions to compare with.

The density of one region under a bootstrap of the regions. A draw weighs each region; with weights w
the shared counts become C = M' diag(w) M, and the running sums of `density.relatedness_sums` go on
working: no draw needs an array of activities x activities.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int32]

DRAWS = 1000


@dataclass(frozen=True, slots=True, eq=False)
class RankConfidence:
    """Of each activity: its density, and over the draws the interval of its rank and the chance of the top.

    All (activities,) float, NaN for what the region has and for isolated activities. Rank 1 is the
    most related option.
    """

    density: Floats
    rank_low: Floats
    rank_high: Floats
    top_chance: Floats


def rank_confidence(
    present: Flags, region: int, *, draws: int = DRAWS, seed: int = 0, top: int = 10, level: float = 0.9
) -> RankConfidence:
    """The ranks of a region's options in resampled tables (METHODS C5 and E2).

    Each draw weighs the other regions by a Poisson(1) count, the region itself by one. Draws, ranks
    and intervals are the same for the same seed.

    Parameters
    ----------
    present : (regions, activities) bool
    region : the row
    draws, seed : how many tables are drawn, from which seed
    top : the length of the list whose chance is given
    level : of the interval of ranks
    """
    cells = Cells.of(present)
    held = present[region].astype(np.float64)
    density = cells.density(np.ones(len(present)), held)
    options = np.flatnonzero(~present[region] & ~np.isnan(density))
    ranks = np.empty((draws, len(options)), dtype=np.int32)
    random = np.random.Generator(np.random.PCG64(seed))
    for draw in range(draws):
        weights = random.poisson(1.0, len(present)).astype(np.float64)
        weights[region] = 1
        found = cells.density(weights, held)[options]
        order = np.argsort(-np.round(np.nan_to_num(found), 9), kind="stable")
        ranks[draw, order] = np.arange(1, len(options) + 1)
    ends = np.quantile(ranks, [(1 - level) / 2, (1 + level) / 2], axis=0)
    columns = (density[options], *ends, (ranks <= top).mean(axis=0))
    return RankConfidence(*(_spread(column, options, len(density)) for column in columns))


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The present cells by activity and by region.

    `region` and `activity` list the cells activity by activity, `starts` where each activity begins.
    """

    region: Places
    activity: Places
    starts: Places
    regions: int

    @classmethod
    def of(cls, present: Flags) -> Cells:
        activity, region = np.nonzero(present.T)
        starts = np.searchsorted(activity, np.arange(present.shape[1] + 1))
        return cls(region.astype(np.int32), activity.astype(np.int32), starts.astype(np.int32), len(present))

    def density(self, weights: Floats, held: Floats) -> Floats:
        """sum_j phi_ij h_j / sum_j phi_ij, j other than i, in a table whose regions have `weights`."""
        count = cast(Floats, np.bincount(self.activity, weights=weights[self.region], minlength=len(held)))
        region, activity, row_ends = self._by_region(count)
        weight = weights[region]
        inverse = np.divide(1.0, count, out=np.zeros_like(count), where=count > 0)
        exists = (count > 0).astype(np.float64)
        own = self._sums(region, activity, row_ends, weight, inverse, held) - held * exists
        around = self._sums(region, activity, row_ends, weight, inverse, exists) - exists
        return cast(Floats, np.divide(own, around, out=np.full_like(own, np.nan), where=around > 1e-9))

    def _by_region(self, count: Floats) -> tuple[Places, Places, Places]:
        """The cells region by region, in each region by rising count of the activity."""
        order = np.argsort(count, kind="stable")
        lengths = np.diff(self.starts)[order]
        ends = np.cumsum(lengths)
        shift = self.starts[:-1][order] - (ends - lengths)
        places = np.arange(len(self.region), dtype=np.int32) + np.repeat(shift, lengths)
        region, activity = self.region[places], self.activity[places]
        # A stable sort of small whole numbers is a counting sort.
        by_region = np.argsort(region.astype(np.int16) if self.regions < 1 << 15 else region, kind="stable")
        sizes = np.bincount(region, minlength=self.regions)
        return region[by_region], activity[by_region], np.cumsum(sizes).astype(np.int32)

    def _sums(
        self, region: Places, activity: Places, row_ends: Places, weight: Floats, inverse: Floats, held: Floats
    ) -> Floats:
        """sum_j phi_ij h_j with the activity itself: two running sums along each region."""
        cell, scaled = held[activity], (held * inverse)[activity]
        up_to, through = np.cumsum(cell), np.cumsum(scaled)
        before = np.concatenate(([0.0], up_to))[np.concatenate(([0], row_ends[:-1]))]
        row_total = np.concatenate(([0.0], through))[row_ends]
        per_cell = (up_to - before[region]) * inverse[activity] + (row_total[region] - through)
        return cast(Floats, np.bincount(activity, weights=per_cell * weight, minlength=len(held)))


def _spread(values: Floats, places: npt.NDArray[np.intp], size: int) -> Floats:
    out = np.full(size, np.nan)
    out[places] = values
    return out
