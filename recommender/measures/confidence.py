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

    `region` and `activity` list the cells activity by activity, `starts` where each activity begins; `sizes`
    counts those of each region.
    """

    region: Places
    activity: Places
    starts: Places
    sizes: Places

    @classmethod
    def of(cls, present: Flags) -> Cells:
        # Places in a copy, and whole numbers of them: a search along columns takes twice as long.
        places = np.flatnonzero(np.ascontiguousarray(present.T))
        activity = (places // len(present)).astype(np.int32)
        region = (places - activity * len(present)).astype(np.int32)
        starts = np.searchsorted(activity, np.arange(present.shape[1] + 1))
        sizes = np.count_nonzero(present, axis=1)
        return cls(region, activity, starts.astype(np.int32), sizes.astype(np.int32))

    def density(self, weights: Floats, held: Floats) -> Floats:
        """sum_j phi_ij h_j / sum_j phi_ij, j other than i, in a table whose regions have `weights`."""
        count = cast(Floats, np.bincount(self.activity, weights=weights[self.region], minlength=len(held)))
        activity = self._by_region(count)
        inverse = np.divide(1.0, count, out=np.zeros_like(count), where=count > 0)
        exists = (count > 0).astype(np.float64)
        row = _Rows.of(activity, self.sizes, weights, inverse)
        own = row.sums(held[activity], len(held)) - held * exists
        around = row.sums(None, len(held)) - exists
        return cast(Floats, np.divide(own, around, out=np.full_like(own, np.nan), where=around > 1e-9))

    def _by_region(self, count: Floats) -> Places:
        """The activities of the cells region by region, in each region by rising count of the activity."""
        order = np.argsort(count, kind="stable")
        lengths = np.diff(self.starts)[order]
        ends = np.cumsum(lengths)
        shift = self.starts[:-1][order] - (ends - lengths)
        places = np.arange(len(self.region), dtype=np.int32) + np.repeat(shift, lengths)
        region = self.region[places]
        # A stable sort of small whole numbers is a counting sort.
        by_region = np.argsort(region.astype(np.int16) if len(self.sizes) < 1 << 15 else region, kind="stable")
        return cast(Places, self.activity[places[by_region]])


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """The cells region by region, each with what is read again and again: one over its activity's count, its weight."""

    activity: Places
    sizes: Places
    inverse: Floats
    weight: Floats

    @classmethod
    def of(cls, activity: Places, sizes: Places, weights: Floats, inverse: Floats) -> _Rows:
        return cls(activity, sizes, inverse[activity], np.repeat(weights, sizes))

    def sums(self, cell: Floats | None, activities: int) -> Floats:
        """sum_j phi_ij h_j with the activity itself: two running sums along each region. `cell` is h, or 1."""
        up_to = np.arange(len(self.inverse) + 1.0) if cell is None else self._running(cell)
        through = self._running(self.inverse if cell is None else cell * self.inverse)
        ends = np.cumsum(self.sizes)
        before, total = up_to[ends - self.sizes], through[ends]
        per_cell = up_to[1:] - np.repeat(before, self.sizes)
        per_cell *= self.inverse
        per_cell += np.repeat(total, self.sizes)
        per_cell -= through[1:]
        per_cell *= self.weight
        return cast(Floats, np.bincount(self.activity, weights=per_cell, minlength=activities))

    @staticmethod
    def _running(values: Floats) -> Floats:
        """Running sums, with the 0 before the first."""
        out = np.empty(len(values) + 1)
        out[0] = 0.0
        np.cumsum(values, out=out[1:])
        return out


def _spread(values: Floats, places: npt.NDArray[np.intp], size: int) -> Floats:
    out = np.full(size, np.nan)
    out[places] = values
    return out
