"""Fitness of regions and complexity of activities, by iteration rather than by an eigenvector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

STABLE_FOR = 20
MOST_ITERATIONS = 1000
SAFE_RANGE = 600.0
"""Logarithms that lie no further apart can be added as plain numbers in double precision."""

TACCHELLA = "Tacchella, Cristelli, Caldarelli, Gabrielli and Pietronero (2012), Scientific Reports 2:723"


@dataclass(frozen=True, slots=True, eq=False)
class Fitness:
    """Fitness (regions,) and complexity (activities,), each with mean 1; NaN where nothing is present.

    Some values may fall towards 0 for ever: then only their order means something, and
    `rank_stable` says whether no rank moved in the last 20 steps.
    """

    regions: Floats
    activities: Floats
    iterations: int
    rank_stable: bool


def fitness_complexity(present: Flags, iterations: int | None = None) -> Fitness:
    """F_r <- sum_a M_ra Q_a and Q_a <- 1 / sum_r (M_ra / F_r), each divided by its mean.

    Both sides use the values of the step before, on a logarithmic scale, so that what falls
    towards 0 keeps its order.

    Parameters
    ----------
    present : (regions, activities) bool
    iterations : int
        Take exactly so many steps; by default until no rank moved for 20 steps, 1,000 at most.
    """
    rows, columns = np.any(present, axis=1, keepdims=False), np.any(present, axis=0, keepdims=False)
    cells = _Cells.of(present[np.ix_(rows, columns)])
    fitness, quality = np.zeros(int(rows.sum())), np.zeros(int(columns.sum()))
    ranks, unmoved, step = _ranks(fitness, quality), 0, 0
    limit = MOST_ITERATIONS if iterations is None else iterations
    while fitness.size and step < limit and (iterations is not None or unmoved < STABLE_FOR):
        fitness, quality = cells.step(fitness, quality)
        before, ranks = ranks, _ranks(fitness, quality)
        unmoved = unmoved + 1 if np.array_equal(before, ranks) else 0
        step += 1
    return Fitness(_spread(fitness, rows), _spread(quality, columns), step, unmoved >= STABLE_FOR)


@measure(
    "fitness", "complexity", "Fitness of regions: the complexity of all they are specialised in",
    TACCHELLA, takes="presence", gives=("region",), uses={"both": fitness_complexity},
)  # fmt: skip
def region_fitness(present: Flags, both: Fitness | None = None) -> Floats:
    """F_r <- sum_a M_ra Q_a, over its mean, Q the complexity of activities, until no rank moves for 20 steps.

    (regions,) float, mean 1, NaN for an empty region; see `fitness_complexity`.
    """
    return (both or fitness_complexity(present)).regions


@measure(
    "fitness-complexity", "complexity", "Complexity of activities: low if a region of low fitness has it",
    TACCHELLA, takes="presence", gives=("activity",), aliases=("fitness-product-complexity",),
    uses={"both": fitness_complexity},
)  # fmt: skip
def activity_complexity(present: Flags, both: Fitness | None = None) -> Floats:
    """Q_a <- 1 / sum_r (M_ra / F_r), over its mean, F the fitness of regions, until no rank moves for 20 steps.

    (activities,) float, mean 1, NaN for an activity of no region; see `fitness_complexity`.
    """
    return (both or fitness_complexity(present)).activities


@dataclass(frozen=True, slots=True, eq=False)
class _Cells:
    """The present cells by region and by activity, none of which is empty."""

    activity: Places
    region_starts: Places
    region: Places
    activity_starts: Places

    @classmethod
    def of(cls, present: Flags) -> _Cells:
        by_activity = np.nonzero(present.T)
        by_region = np.nonzero(present)
        return cls(by_region[1], _starts(by_region[0]), by_activity[1], _starts(by_activity[0]))

    def step(self, fitness: Floats, quality: Floats) -> tuple[Floats, Floats]:
        """One step of the logarithms. Sums of ordinary numbers are taken as they are."""
        if max(np.ptp(fitness), np.ptp(quality)) < SAFE_RANGE:
            top = quality.max()
            new_fitness = np.log(np.add.reduceat(np.exp(quality - top)[self.activity], self.region_starts))
            new_quality = -np.log(np.add.reduceat(np.exp(fitness.min() - fitness)[self.region], self.activity_starts))
        else:
            new_fitness = _log_sums(quality[self.activity], self.region_starts)
            new_quality = -_log_sums(-fitness[self.region], self.activity_starts)
        return _centred(new_fitness), _centred(new_quality)


def _starts(groups: Places) -> Places:
    """Where each run of equal numbers begins."""
    return np.flatnonzero(np.diff(groups, prepend=-1))


def _log_sums(logarithms: Floats, starts: Places) -> Floats:
    """Logarithm of the sum of exp over each run, whatever its size."""
    top = np.maximum.reduceat(logarithms, starts)
    lengths = np.diff(np.append(starts, len(logarithms)))
    return cast(Floats, top + np.log(np.add.reduceat(np.exp(logarithms - np.repeat(top, lengths)), starts)))


def _centred(logarithms: Floats) -> Floats:
    """Divided by the mean, on a logarithmic scale."""
    top = logarithms.max()
    return cast(Floats, logarithms - top - np.log(np.exp(logarithms - top).mean()))


def _ranks(*logarithms: Floats) -> npt.NDArray[np.intp]:
    # Rounded, so that twins whose values differ in the last bit do not swap for ever.
    return np.concatenate([np.argsort(np.round(values, 9), kind="stable") for values in logarithms])


def _spread(logarithms: Floats, kept: Flags) -> Floats:
    out = np.full(len(kept), np.nan)
    out[kept] = np.exp(logarithms)
    return out
