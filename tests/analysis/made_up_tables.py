"""Tables by year in which regions drift towards what is near to them, made from a seed."""

from __future__ import annotations

import numpy as np

from recommender.model.table import Status, Table, TableSource

YEARS = tuple(range(2000, 2011))


def drifting(regions: int = 40, activities: int = 30, years: tuple[int, ...] = YEARS, seed: int = 5) -> Table:
    """Employment that follows a slow walk around what a few common axes expect of each cell."""
    draw = np.random.default_rng(seed)
    axes = draw.normal(size=(regions, 2)) @ draw.normal(size=(2, activities)) / 2
    sizes = np.exp(0.5 * (draw.normal(size=(regions, 1)) + draw.normal(size=(1, activities))))
    log = axes + draw.normal(size=axes.shape)
    values = []
    for _ in years:
        log = log + 0.12 * (axes - log) + 0.5 * draw.normal(size=axes.shape)
        values.append(np.round(200 * sizes * np.exp(0.8 * log)))
    return table(np.stack(values), years)


def table(values: np.ndarray, years: tuple[int | None, ...]) -> Table:
    """From (years, regions, activities), oldest first."""
    newest_first = np.asarray(values, dtype=float)[::-1]
    status = np.where(np.isnan(newest_first), Status.MISSING, Status.OBSERVED).astype(np.uint8)
    _, regions, activities = newest_first.shape
    return Table(
        tuple(f"R{place:03}" for place in range(regions)), tuple(f"A{place:03}" for place in range(activities)),
        tuple(years[::-1]), newest_first, status, TableSource("made_up.csv", "0" * 64),
    )  # fmt: skip
