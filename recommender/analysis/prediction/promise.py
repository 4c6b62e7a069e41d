"""What may be promised: what unseen cells showed, and what newer years than the learner knew showed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ...measures.prediction.scores import Ranked
from ...measures.prediction.windows import Outcome, Window, outcome, windows_of
from ...model.forecast import Forward
from .cases import Past

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

FEWEST = 20
"""Entries from which the newest window is asked."""
SHORTEST = 1 / 3
"""Of the horizon: what a shorter window shows says little about it."""
CAUTION = 30.0
"""The rate of the newest window counts as if so many entries at the usual rate had been seen besides."""

Forecaster = Callable[[Past, Flags, int], Floats | None]
"""Scores of cells at the newest year of a past, for a window so long; None with too little to learn from."""


def forward(past: Past, horizon: int, cut: float, forecaster: Forecaster) -> Forward | None:
    """The newest window that can be forecast from the years before it, as long as the horizon if there is one."""
    for length in range(horizon, max(1, round(horizon * SHORTEST)) - 1, -1):
        for window in windows_of(past.panel.years, length):
            found = outcome(past.panel, window, cut, 0)
            if window.end != past.now or window.start < 1 or found.entered.sum() < FEWEST:
                continue
            score = forecaster(before(past, window.start), found.candidates, length)
            if score is not None:
                return _told(past, window, found, score)
    return None


def promised(block: float, newest: Forward | None) -> float:
    """No more than the blocks showed, nor than the geometric mean of both; blocks know the shocks of their years."""
    return block if newest is None else min(block, float(np.sqrt(block * newest.lift)))


def rate_factor(past: Past, first: int, horizon: int, cut: float) -> float:
    """By how much entries became rarer in the newest half horizon than since the year at place `first`; 1 at most.

    Where they became more frequent nothing is raised: the learner sees most of that itself.
    """
    for length in range(max(1, horizon // 2), 0, -1):
        windows = [window for window in windows_of(past.panel.years, length) if window.start >= first]
        if len(windows) > 1 and windows[-1].end == past.now:
            outcomes = [outcome(past.panel, window, cut, 0) for window in windows]
            entered = np.array([item.entered.sum() for item in outcomes])
            tried = np.array([item.candidates.sum() for item in outcomes])
            usual = tried[-1] * entered.sum() / max(tried.sum(), 1)
            return round(min(1.0, float((entered[-1] + CAUTION) / (usual + CAUTION))), 9)
    return 1.0


def before(past: Past, now: int) -> Past:
    """The table as it was known at the year at place `now`."""
    panel = past.panel
    kept = slice(0, now + 1)
    earlier = replace(
        panel, years=panel.years[kept], quotient=panel.quotient[kept], log=panel.log[kept],
        present=panel.present[kept], known=panel.known[kept], region_share=panel.region_share[kept],
        activity_share=panel.activity_share[kept], expected=panel.expected[kept],
    )  # fmt: skip
    return replace(past, panel=earlier)


def _told(past: Past, window: Window, found: Outcome, score: Floats) -> Forward:
    start, end = (int(past.panel.years[place]) for place in (window.start, window.end))
    truth = found.entered[found.candidates]
    return Forward((start, end), len(truth), int(truth.sum()), Ranked.of(score, truth).lift())
