"""One region in a table that is drawn again and again: other regions to compare with, other figures of its own.

The regions are weighed anew (a Bayesian bootstrap), which moves what goes with what and what is complex; the
region's own cells are drawn as counts, which moves what it has. Activities that the region has not, its options,
stay the options of today: each is scored by what the region has besides.
"""

from __future__ import annotations

from typing import cast

import numpy as np
import numpy.typing as npt

from .complexity import axes, giant_component
from .specialisation import presence

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

GRAIN = 1024.0
"""Weights are whole multiples of 1/1024: their sums are exact, in whatever order they are added up."""
CELLS = 150_000
"""So many cells are worked on at once: they stay in the cache."""
STEPS, SETTLED = 200, 1e-11
APART = 0.8
"""Where the third eigenvalue is nearer to the second, too many steps are needed: each draw is worked out exactly."""


def region_weights(draws: int, regions: int, own: int, generator: np.random.Generator) -> Floats:
    """(draws, regions) weights of a Bayesian bootstrap: exponential with mean 1, the region's `own` always 1.

    None is 0, so that every activity that is present today is present in every draw.

    Notes
    -----
    Rubin (1981), The Bayesian bootstrap, Annals of Statistics 9(1).
    """
    weights = np.ceil(-np.log1p(-generator.random((draws, regions))) * GRAIN)
    weights = np.maximum(weights, 1.0) / GRAIN
    weights[:, own] = 1.0
    return weights


def redrawn_presence(
    cells: Floats, region_total: float, activity_totals: Floats,
    *, draws: int, unit: float, cut: float, generator: np.random.Generator,
) -> Flags:  # fmt: skip
    """(draws, activities) what a region has if its figures are drawn again as Poisson counts of a `unit`.

    Parameters
    ----------
    cells : (activities,) the region's figures, NaN where unknown; these stay unknown
    region_total, activity_totals : of everything, unknown cells included; those of activities stay
    unit : so many of what is counted come and go together
    cut : the location quotient from which an activity is present
    """
    known = ~np.isnan(cells)
    drawn = np.full((draws, len(cells)), np.nan)
    drawn[:, known] = generator.poisson(cells[known] / unit, (draws, int(known.sum()))) * unit
    totals = region_total + (drawn[:, known] - cells[known]).sum(axis=1)
    return presence(drawn, totals, activity_totals, cut=cut)


def redrawn_densities(present: Flags, options: Places, weights: Floats, held: Flags) -> tuple[Floats, Floats]:
    """Density and Sapling score of a region's options by what it has, in tables whose regions have `weights`.

    Parameters
    ----------
    present : (regions, activities) the table, from which relations are learned
    options : places of the activities that are scored
    weights : (draws, regions); held : (draws, activities) what the region has in each draw

    Returns
    -------
    Two (draws, options) arrays: what `one_region_density` and `activity_scores` give for a table in which each
    region stands as often as it weighs. NaN for an isolated activity.
    """
    table = present.astype(np.float64)
    density, sapling = (np.full((len(weights), len(options)), np.nan) for _ in range(2))
    width = max(1, min(len(options), CELLS // sum(present.shape)))
    height = max(1, CELLS // (width * sum(present.shape)))
    for draw in range(0, len(weights), height):
        rows = slice(draw, draw + height)
        counts, mine = weights[rows] @ table, held[rows].astype(np.float64)
        for start in range(0, len(options), width):
            columns = slice(start, start + width)
            part = options[columns]
            together = (table[:, part].T[None] * weights[rows, None, :]) @ table
            density[rows, columns] = _density(together, counts, part, mine)
            sapling[rows, columns] = _sapling_score(together, counts, weights[rows].sum(axis=1), part, mine)
    return density, sapling


def redrawn_region_scores(present: Flags, own: int, options: Places, weights: Floats, held: Flags) -> Floats:
    """(draws, options) Sapling score of a region's options by the regions that are like it, each with its weight.

    What `one_region_scores` gives for a table in which each region stands as often as it weighs and the
    region itself has what is `held`.
    """
    table, mine = present.astype(np.float64), held.astype(np.float64)
    activities = table.shape[1]
    degree, own_degree = table.sum(axis=1), mine.sum(axis=1)[:, None]
    excess = activities * (mine @ table.T) - own_degree * degree
    spread = own_degree * (activities - own_degree) * (degree * (activities - degree))
    alike = np.divide(excess * np.abs(excess), spread, out=np.zeros_like(spread), where=spread > 0)
    alike[:, own] = (own_degree[:, 0] > 0) & (own_degree[:, 0] < activities)
    alike *= weights
    whole = np.abs(alike).sum(axis=1)[:, None]
    found = alike @ table[:, options]
    return cast(Floats, np.divide(found, whole, out=np.full_like(found, np.nan), where=whole > 0))


def redrawn_complexity(present: Flags, weights: Floats, today: Floats) -> Floats:
    """(draws, activities) complexity (PCI, z-scores) in tables whose regions have `weights`, NaN where today's is.

    `today` (activities,) fixes the sign: an axis has none of its own.
    """
    found = np.full((len(weights), present.shape[1]), np.nan)
    rows, columns, _ = giant_component(present)
    known = np.flatnonzero(columns)
    if not len(known) or np.isnan(today[known]).any():
        return found
    table = present[np.ix_(rows, columns)].astype(np.float64)
    scores, settled = np.empty((len(weights), len(known))), np.zeros(len(weights), dtype=np.bool_)
    values = axes(table)[0]
    if len(values) > 2 and values[2] < APART * values[1]:
        scores, settled = _second_axes(table, weights[:, rows], today[known])
    for draw in np.flatnonzero(~settled).tolist():
        scores[draw] = _standardised(axes(table * weights[draw, rows, None])[2][None])[0]
    found[:, known] = scores * np.where(scores @ today[known] >= 0, 1.0, -1.0)[:, None]
    return found


def _second_axes(table: Floats, weights: Floats, start: Floats) -> tuple[Floats, Flags]:
    """(draws, activities) second right eigenvectors of U^-1 M' W D^-1 M, and (draws,) whether each settled.

    Power iteration of all draws at once from the axis of today. The first eigenvector is known, it is constant,
    and is taken out at every step; all eigenvalues lie in [0, 1]. Where the second and the third are close it
    does not settle.
    """
    from scipy.sparse import csr_array

    by_region, by_activity = csr_array(table), csr_array(table.T)
    share = (weights / table.sum(axis=1)).T
    count = (weights @ table).T
    axis = _standardised(np.tile(start, (len(weights), 1))).T
    settled = np.zeros(len(weights), dtype=np.bool_)
    for _ in range(STEPS):
        left = np.flatnonzero(~settled)
        if not len(left):
            break
        before, held = axis[:, left], count[:, left]
        after = by_activity @ (share[:, left] * (by_region @ before)) / held
        after -= (held * after).sum(axis=0) / held.sum(axis=0)
        after = _standardised(after.T).T
        axis[:, left] = after
        settled[left] = np.abs(after - before).max(axis=0) < SETTLED
    return axis.T.copy(), settled


def _standardised(axis: Floats) -> Floats:
    """Rows with mean 0 and population standard deviation 1."""
    spread = axis.std(axis=1, keepdims=True)
    return cast(Floats, (axis - axis.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1.0))


def _density(together: Floats, counts: Floats, part: Places, held: Floats) -> Floats:
    related = together / np.maximum(np.maximum(counts[:, part, None], counts[:, None, :]), 1 / GRAIN)
    related[:, np.arange(len(part)), part] = 0
    whole = related.sum(axis=2)
    found = (related @ held[:, :, None])[..., 0]
    return cast(Floats, np.divide(found, whole, out=np.full_like(found, np.nan), where=whole > 1e-12))


def _sapling_score(together: Floats, counts: Floats, size: Floats, part: Places, held: Floats) -> Floats:
    mixed = counts * (size[:, None] - counts)
    spread = mixed[:, part, None] * mixed[:, None, :]
    excess = size[:, None, None] * together - counts[:, part, None] * counts[:, None, :]
    alike = np.divide(excess * np.abs(excess), spread, out=np.zeros_like(spread), where=spread > 0)
    itself = np.arange(len(part)), part
    whole = np.abs(alike).sum(axis=2)
    alike[:, *itself] = 0
    found = (alike @ held[:, :, None])[..., 0]
    return cast(Floats, np.divide(found, whole, out=np.full_like(found, np.nan), where=whole > 0))
