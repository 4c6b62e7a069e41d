"""Economic complexity: the axis along which regions and activities are most alike.

Economic complexity index of regions (ECI) and product complexity index of activities (PCI), as
eigenvectors of the symmetric form D^-1/2 M U^-1 M' D^-1/2, on the smaller side. The guards say
when the numbers mean nothing: in a disconnected table, or with two equal eigenvalues.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

Warning = Literal["disconnected", "small_spectral_gap", "undefined", "sign_by_size", "sign_uncertain"]

SMALL_GAP = 0.02
NO_GAP = 1e-9
LARGE = 120
"""Regions and activities above which three eigenvectors cost much less than all of them."""
LARGER = 1000
"""And above which even their matrix is too much to make."""
# Below this diversity explains less than a tenth of the axis, and its sign says nothing: on employment by
# European region it is 0.18, and would call textiles complex and software simple.
CLEAR_CORRELATION = 0.3

HAUSMANN = "Hidalgo and Hausmann (2009), PNAS 106(26), doi:10.1073/pnas.0900943106; eigenvector form"


@dataclass(frozen=True, slots=True, eq=False)
class Complexity:
    """Scores with mean 0 and population standard deviation 1, and how far to trust them.

    NaN outside the giant component and where the axis is not defined. `eigenvalues` are the three
    largest (the first is 1); `spectral_gap` is the second minus the third;
    `diversity_correlation` is Pearson's, of ECI and the number of activities present.
    """

    regions: Floats
    activities: Floats
    eigenvalues: tuple[float, ...]
    spectral_gap: float
    diversity_correlation: float
    components: int
    warnings: tuple[Warning, ...]


def economic_complexity(present: Flags, sizes: Floats | None = None) -> Complexity:
    """ECI and PCI of a table, with their diagnostics.

    Parameters
    ----------
    present : (regions, activities) bool
        Empty regions and activities are left out, and so is all but the giant component.
    sizes : (regions,) float, any unit
        Anchors the sign where ECI and diversity correlate by less than 0.3: complex activities are
        then those of large regions.
    """
    rows, columns, components = giant_component(present)
    eigenvalues, left, right = axes(present[np.ix_(rows, columns)].astype(np.float64))
    gap = eigenvalues[1] - eigenvalues[2] if len(eigenvalues) > 2 else 0.0
    warnings: list[Warning] = ["disconnected"] if components > 1 else []
    if len(eigenvalues) < 2 or eigenvalues[1] < NO_GAP or (len(eigenvalues) > 2 and gap < NO_GAP):
        empty = np.full(present.shape[0], np.nan), np.full(present.shape[1], np.nan)
        return Complexity(*empty, eigenvalues, gap, np.nan, components, (*warnings, "undefined"))
    if gap < SMALL_GAP:
        warnings.append("small_spectral_gap")
    kept = present[np.ix_(rows, columns)]
    correlation = correlate(left, kept.sum(axis=1).astype(np.float64))
    sign, doubt = _sign(correlation, right, kept, None if sizes is None else sizes[rows])
    return Complexity(
        _spread(sign * left, rows), _spread(sign * right, columns), eigenvalues, gap,
        sign * correlation, components, (*warnings, *doubt),
    )  # fmt: skip


@measure(
    "economic-complexity-index", "complexity", "Complexity of regions: whose activities are shared with whom",
    HAUSMANN, takes="presence", gives=("region",), aliases=("eci", "economic-complexity"),
    uses={"complexity": economic_complexity},
)  # fmt: skip
def economic_complexity_index(present: Flags, complexity: Complexity | None = None) -> Floats:
    """Eigenvector of the second-largest eigenvalue of D^-1 M U^-1 M', D diversity and U ubiquity, as z-scores.

    (regions,) float, mean 0, standard deviation 1, high = complex; NaN for an empty region, outside the
    largest connected part, and where no axis is defined. See `economic_complexity`.
    """
    return (complexity or economic_complexity(present)).regions


@measure(
    "product-complexity-index", "complexity", "Complexity of activities: in which regions they are present",
    HAUSMANN, takes="presence", gives=("activity",), aliases=("pci", "activity-complexity"),
    uses={"complexity": economic_complexity},
)  # fmt: skip
def product_complexity_index(present: Flags, complexity: Complexity | None = None) -> Floats:
    """Eigenvector of the second-largest eigenvalue of U^-1 M' D^-1 M, D diversity and U ubiquity, as z-scores.

    (activities,) float, mean 0, standard deviation 1, high = complex; NaN for an activity of no region,
    outside the largest connected part, and where no axis is defined. See `economic_complexity`.
    """
    return (complexity or economic_complexity(present)).activities


def giant_component(present: Flags) -> tuple[Flags, Flags, int]:
    """The regions and activities of the largest connected part, and how many parts there are.

    Largest by regions, then by activities, then the one whose first region comes first. Empty
    regions and activities belong to none.
    """
    left = present.any(axis=1)
    best = np.zeros(present.shape[0], dtype=np.bool_), np.zeros(present.shape[1], dtype=np.bool_)
    count = 0
    while left.any():
        rows, columns = _connected(present, int(np.argmax(left)))
        count += 1
        if (rows.sum(), columns.sum()) > (best[0].sum(), best[1].sum()):
            best = rows, columns
        left &= ~rows
    return (*best, count)


def correlate(left: Floats, right: Floats) -> float:
    """Pearson's correlation; 0 where one side does not vary."""
    a, b = left - left.mean(), right - right.mean()
    spread = float(np.sqrt((a @ a) * (b @ b)))
    return float(a @ b) / spread if spread > 0 else 0.0


def _connected(present: Flags, start: int) -> tuple[Flags, Flags]:
    rows = np.zeros(present.shape[0], dtype=np.bool_)
    rows[start] = True
    reached = 0
    while rows.sum() > reached:
        reached = int(rows.sum())
        columns = np.any(present[rows], axis=0, keepdims=False)
        rows = np.any(present[:, columns], axis=1, keepdims=False)
    return rows, columns


def axes(held: Floats) -> tuple[tuple[float, ...], Floats, Floats]:
    """The largest eigenvalues and the second axis, scaled back to regions and to activities."""
    if min(held.shape) < 2:
        return (1.0,) * min(held.shape), np.zeros(held.shape[0]), np.zeros(held.shape[1])
    diversity, ubiquity = np.sqrt(held.sum(axis=1)), np.sqrt(held.sum(axis=0))
    scaled = held / diversity[:, None]
    scaled /= ubiquity
    tall = held.shape[0] > held.shape[1]
    if min(held.shape) > LARGE:
        values, axis = _largest(scaled.T if tall else scaled)
    else:
        values, vectors = np.linalg.eigh(scaled.T @ scaled if tall else scaled @ scaled.T)
        axis = vectors[:, -2]
    other = scaled @ axis if tall else scaled.T @ axis
    left, right = (other, axis) if tall else (axis, other)
    top = tuple(float(value) for value in values[::-1][:3])
    return top, left / diversity, right / ubiquity


def _largest(scaled: Floats) -> tuple[Floats, Floats]:
    """The three largest eigenvalues of S S', ascending, and the second axis, by Lanczos."""
    from scipy.sparse import csr_array
    from scipy.sparse.linalg import LinearOperator, eigsh

    if len(scaled) <= LARGER:
        operator = scaled @ scaled.T
    else:
        table = csr_array(scaled) if np.count_nonzero(scaled) < scaled.size / 4 else scaled
        operator = LinearOperator((len(scaled),) * 2, matvec=lambda x: table @ (table.T @ x), dtype=np.float64)
    # A fixed start gives the same numbers every time.
    values, vectors = eigsh(operator, k=3, which="LA", v0=np.linspace(1.0, 2.0, len(scaled)))
    order = np.argsort(values)
    return values[order], vectors[:, order[-2]]


def _sign(correlation: float, right: Floats, present: Flags, sizes: Floats | None) -> tuple[float, tuple[Warning, ...]]:
    """+1 or -1 so that complex means diverse; by size where diversity does not tell."""
    if abs(correlation) >= CLEAR_CORRELATION:
        return float(np.sign(correlation)), ()
    if sizes is None:
        return (1.0 if correlation >= 0 else -1.0), ("sign_uncertain",)
    mean_size = (sizes @ present) / present.sum(axis=0)
    return (1.0 if correlate(right, mean_size) >= 0 else -1.0), ("sign_by_size",)


def _spread(scores: Floats, kept: Flags) -> Floats:
    """z-scores over what was kept, NaN elsewhere."""
    out = np.full(len(kept), np.nan)
    deviation = scores.std()
    out[kept] = (scores - scores.mean()) / deviation if deviation > 0 else 0.0
    return cast(Floats, out)
