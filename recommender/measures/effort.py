"""How much more of an activity a region would need now to be specialised in it later, and the cheapest way up."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .density import relatedness_density, relative_density
from .registry import measure
from .specialisation import location_quotient, presence

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

STOJKOSKI = "Stojkoski and Hidalgo (2026), Research Policy 55, 105454, as we read it [to be confirmed]"
SMALLEST_SLOPE = 1e-6
"""A later quotient that hardly follows the one before it says nothing about how much would do."""
LARGEST = 50.0
"""Of the logarithm of a quotient: beyond it the equation speaks of what no region could do."""


@measure(
    "effort", "dynamics", "Location quotient to add now in order to be specialised in one more step of years",
    STOJKOSKI, takes="values", gives=("region", "activity"), needs=("earlier", "earliest"),
)  # fmt: skip
def effort(values: Floats, *, earlier: Floats, earliest: Floats) -> Floats:
    """W = exp((ln 2 - b0 - b2 q - b3 density - b4 relative density) / b1) - 1 - LQ, with q = ln(1 + LQ) now.

    The coefficients are those of q_t = b0 + b1 q_(t-h) + b2 q_(t-2h) + b3 density_(t-2h) + b4 relative
    density_(t-2h), by least squares over all cells, apart for what a region had and what it lacked two steps
    ago. `values` are of the year t, `earlier` of t - h and `earliest` of t - 2h.

    (regions, activities) float in location quotients; below zero where less would do, NaN where a figure is
    not known, where the activity is related to nothing, and where the later quotient does not rise with the
    earlier one.
    """
    if not values.shape == earlier.shape == earliest.shape:
        raise ValueError(f"tables of {values.shape}, {earlier.shape} and {earliest.shape}: they must be the same")
    now, before, first = (np.log1p(location_quotient(table)) for table in (values, earlier, earliest))
    held, held_first = presence(values), presence(earliest)
    wanted = np.full(values.shape, np.nan)
    context, context_first = _context(now, held), _context(first, held_first)
    for had in (True, False):
        slope, rest = _fitted(now, before, context_first, held_first == had)
        if slope > SMALLEST_SLOPE:
            needed = (np.log(2) - np.einsum("k,k...->...", rest, context)) / slope
            np.copyto(wanted, needed, where=(held == had) & (np.abs(np.nan_to_num(needed)) < LARGEST))
    extra: Floats = np.exp(wanted) - np.exp(now)
    return extra


def _context(logarithm: Floats, held: Flags) -> Floats:
    """(4, regions, activities): one, the quotient's logarithm, density, and density relative to cells of its kind."""
    density = relatedness_density(held)
    relative = np.where(held, relative_density(~held, density), relative_density(held, density))
    return np.stack([np.ones_like(density), logarithm, density, relative])


def _fitted(after: Floats, before: Floats, context: Floats, cells: Flags) -> tuple[float, Floats]:
    """The slope of the quotient one step before, and the four other coefficients; no slope where they are not told."""
    equations = np.concatenate([before[None], context])[:, cells].T
    known = np.isfinite(equations).all(axis=1) & np.isfinite(after[cells])
    if known.sum() < equations.shape[1] or np.linalg.matrix_rank(equations[known]) < equations.shape[1]:
        return 0.0, np.zeros(len(context))
    found = np.linalg.lstsq(equations[known], after[cells][known], rcond=None)[0]
    return float(found[0]), found[1:]


@measure(
    "least-effort", "dynamics", "Whether the activity is in the cheapest set that makes a region so much more complex",
    STOJKOSKI, takes="values", gives=("region", "activity"), whole=True,
    uses={"efforts": "effort", "activity_scores": "product-complexity-index"},
)  # fmt: skip
def least_effort(values: Floats, efforts: Floats, activity_scores: Floats, *, gain: float = 0.1) -> Floats:
    """The 0-1 programme min sum_a W_a x_a with mean complexity of what is held and chosen >= that of today + gain.

    `efforts` (regions, activities) and `activity_scores` (activities,) as `effort` and
    `product_complexity_index` give them; an effort below zero costs nothing. The complexity of a region is
    the mean score of its specialisations, of which its economic complexity index is the standardised form.

    (regions, activities) float: 1 chosen, 0 not chosen, NaN for what the region has, for what has no effort or
    score, and for a region that cannot reach it.
    """
    held = presence(values)
    scored = np.isfinite(activity_scores)
    chosen = np.full(values.shape, np.nan)
    for row in range(len(values)):
        options = np.flatnonzero(~held[row] & scored & np.isfinite(efforts[row]))
        own = activity_scores[held[row] & scored]
        if len(options) and len(own):
            target = own.mean() + gain
            short = len(own) * target - own.sum()
            found = _cheapest(np.maximum(efforts[row, options], 0.0), activity_scores[options] - target, short)
            if found is not None:
                chosen[row, options] = found
    return chosen


def _cheapest(cost: Floats, brings: Floats, short: float) -> Floats | None:
    """The x in {0, 1} with the least cost . x among those with brings . x >= short; None if there is none."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    if np.maximum(brings, 0).sum() < short:
        return None
    done = milp(
        cost, integrality=np.ones(len(cost)), bounds=Bounds(0, 1), options={"mip_rel_gap": 0.0},
        constraints=LinearConstraint(brings, short, np.inf),
    )  # fmt: skip
    return np.round(done.x) if done.success else None
