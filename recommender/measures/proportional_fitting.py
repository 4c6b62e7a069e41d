"""Unknown cells of a table estimated from the totals of its rows and columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

MOST_ROUNDS = 1000
TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Fitted:
    """(regions, activities) estimates, NaN where nothing could be estimated, and how well the totals are met.

    `gap` is the largest difference that is left between a total and what the cells add up to, as a
    share of all that was to be shared out; `rounds` is how often rows and columns were scaled.
    """

    values: Floats
    gap: float
    rounds: int


def proportional_fitting(values: Floats, unknown: Flags, region_totals: Floats, activity_totals: Floats) -> Fitted:
    """Share what totals hold beyond the known cells among the unknown ones.

    Iterative proportional fitting: W. Edwards Deming and Frederick F. Stephan, On a Least Squares
    Adjustment of a Sampled Frequency Table When the Expected Marginal Totals are Known, Annals of
    Mathematical Statistics 11 (1940) 427-444. It starts from independence (row rest x column rest),
    which is the estimate of largest entropy, and never makes a cell negative.

    Parameters
    ----------
    values : (regions, activities), NaN where not known
    unknown : (regions, activities), the cells to estimate
    region_totals, activity_totals : (regions,) and (activities,), NaN where not published

    A row or a column whose total is not published does not bind. A rest below zero (totals that are
    rounded, or older than their cells) counts as nothing. Where both rests are not known the cell is
    left as it is.
    """
    rests = _rests(values, unknown, region_totals, activity_totals)
    cells = _start(unknown, *rests)
    possible = ~np.isnan(cells)
    cells = np.nan_to_num(cells)
    whole = max(*(float(np.nansum(rest)) for rest in rests), np.finfo(np.float64).tiny)
    moved, rounds = np.inf, 0
    while moved > TOLERANCE and rounds < MOST_ROUNDS:
        scaled = _scaled(_scaled(cells, rests[0], 1), rests[1], 0)
        moved, rounds, cells = float(np.abs(scaled - cells).sum()) / whole, rounds + 1, scaled
    left = (np.abs(cells.sum(axis=1) - rests[0]), np.abs(cells.sum(axis=0) - rests[1]))
    gap = max(float(np.nanmax(difference, initial=0.0)) for difference in left) / whole
    return Fitted(np.where(unknown & possible, cells, values), gap, rounds)


def _rests(values: Floats, unknown: Flags, region_totals: Floats, activity_totals: Floats) -> tuple[Floats, Floats]:
    """What rows and columns hold beyond their known cells; NaN where that cannot be told."""
    known = np.where(unknown, 0.0, np.nan_to_num(values))
    rows, columns = region_totals - known.sum(axis=1), activity_totals - known.sum(axis=0)
    # A cell that is missing rather than withheld may hold a part of the rest: such a total binds nothing.
    blind = np.isnan(values) & ~unknown
    rows = np.where(blind.any(axis=1), np.nan, np.maximum(rows, 0.0))
    return rows, np.where(blind.any(axis=0), np.nan, np.maximum(columns, 0.0))


def _start(unknown: Flags, rows: Floats, columns: Floats) -> Floats:
    """Independence where both rests are known, equal shares where one is; NaN where none is, 0 for known cells."""
    by_row = (rows / np.maximum(unknown.sum(axis=1), 1))[:, None]
    by_column = (columns / np.maximum(unknown.sum(axis=0), 1))[None, :]
    both = np.sqrt(by_row * by_column)
    guess = np.where(np.isnan(both), np.where(np.isnan(by_row), by_column, by_row), both)
    return np.where(unknown, guess, 0.0)


def _scaled(cells: Floats, wanted: Floats, axis: int) -> Floats:
    sums = cells.sum(axis=axis)
    factor = np.where(np.isnan(wanted) | (sums == 0), 1.0, wanted / np.where(sums == 0, 1.0, sums))
    scaled: Floats = cells * np.expand_dims(factor, axis)
    return scaled
