"""Relatedness with a direction, or with a sign: who leads to whom, and what is more than chance."""

from __future__ import annotations

import contextlib
import io
import warnings
from typing import cast

import numpy as np
import numpy.typing as npt

from .registry import measure
from .relatedness import cooccurrence
from .specialisation import presence

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@measure(
    "conditional-probability", "directed", "Chance of the column's activity in a region that has the row's",
    "Hidalgo, Klinger, Barabási and Hausmann (2007), Science 317(5837), before the minimum is taken",
    takes="presence", gives=("activity", "activity"), aliases=("asymmetric", "asymmetric-proximity"),
)  # fmt: skip
def conditional_probability(present: Flags) -> Floats:
    """P(j | i) = C_ij / u_i, row i, column j; in [0, 1], not symmetric. Row 0 if no region has i."""
    together = cooccurrence(present)
    return together / np.maximum(np.diagonal(together), 1)[:, None]


@measure(
    "assist", "directed", "Chance to reach the column's activity later from the row's, by random steps",
    "Pugliese, Cimini, Patelli, Zaccaria, Pietronero and Gabrielli (2019), Scientific Reports 9:16440",
    takes="values", gives=("activity", "activity"), needs=("later",),
)  # fmt: skip
def assist(values: Floats, *, later: Floats, cut: float = 1.0) -> Floats:
    """B_ij = (1 / u_i) sum_r M_ri M'_rj / d'_r, M of `values` and M' of `later`; rows add up to 1 or less.

    `later` (regions, other activities) holds the same regions at a later time, or in another space:
    patents first and products then. The result is (activities, other activities).
    """
    if len(values) != len(later):
        raise ValueError(f"{len(values)} regions and {len(later)} later: they must be the same")
    first, second = presence(values, cut=cut).astype(np.float64), presence(later, cut=cut).astype(np.float64)
    steps = second / np.maximum(second.sum(axis=1, keepdims=True), 1)
    return cast(Floats, (first.T @ steps) / np.maximum(first.sum(axis=0), 1)[:, None])


@measure(
    "cooccurrence-z-score", "directed", "Shared regions in standard deviations from those expected by chance",
    "Teece, Rumelt, Dosi and Winter (1994), Journal of Economic Behavior and Organization 23(1)",
    takes="presence", gives=("activity", "activity"), aliases=("z-score", "teece"),
)  # fmt: skip
def cooccurrence_z_score(present: Flags) -> Floats:
    """(C_ij - m) / s, m = u_i u_j / R and s^2 = m (R - u_i)/R (R - u_j)/(R - 1): hypergeometric.

    Symmetric, diagonal 0. Negative where two activities avoid each other; 0 with an activity that
    every region or none has.
    """
    regions = present.shape[0]
    together = cooccurrence(present)
    single = np.diagonal(together).copy()
    mean = np.multiply.outer(single, single) / regions
    rest = (regions - single) / regions
    variance = mean * np.multiply.outer(rest, rest) * (regions / max(regions - 1, 1))
    out = np.zeros_like(together)
    np.divide(together - mean, np.sqrt(variance), out=out, where=variance > 1e-12)
    np.fill_diagonal(out, 0)
    return out


@measure(
    "bicm-validated", "directed", "Pairs that share more regions than their counts explain, 1 or 0",
    "Saracco, Straka, Di Clemente, Gabrielli, Caldarelli and Squartini (2017), New Journal of Physics 19:053022",
    whole=True, takes="presence", gives=("activity", "activity"), aliases=("bicm",),
)  # fmt: skip
def bicm_validated(present: Flags, *, significance: float = 0.05) -> Floats:
    """1 where the shared regions are significant under the bipartite configuration model, else 0.

    The model keeps the expected diversity and ubiquity; it is fitted by the package `bicm`
    (Vallarano et al. 2021, Scientific Reports 11:15227). P-values take the shared regions as Poisson,
    and the false discovery rate over all pairs is held at `significance` (Benjamini and Hochberg
    1995). Symmetric, diagonal 0.

    Raises
    ------
    ModuleNotFoundError
        Without the optional extra: pip install "ris3[bicm]".
    """
    from scipy.special import gammainc

    rows, columns = np.any(present, axis=1), np.any(present, axis=0)
    out = np.zeros((present.shape[1],) * 2)
    held = present[np.ix_(rows, columns)]
    if min(held.shape) < 2 or held.all():
        return out
    chance = _link_probabilities(held)
    first, second = np.triu_indices(held.shape[1], k=1)
    expected, shared = (chance.T @ chance)[first, second], cooccurrence(held)[first, second]
    # P(X >= c) of a Poisson count is the lower incomplete gamma function at c, and 1 for c = 0.
    p_values = np.where(shared > 0, gammainc(np.maximum(shared, 1), expected), 1.0)
    ranked = np.sort(p_values)
    passing = ranked <= significance * np.arange(1, len(ranked) + 1) / len(ranked)
    limit = ranked[passing][-1] if passing.any() else -1.0
    kept, found = np.flatnonzero(columns), p_values <= limit
    out[kept[first[found]], kept[second[found]]] = 1
    return np.maximum(out, out.T)


def _link_probabilities(held: Flags) -> Floats:
    """The chance of each cell under the configuration model with the table's expected margins."""
    import bicm  # type: ignore[import-not-found, import-untyped, unused-ignore]

    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():  # it reports its progress there
        warnings.simplefilter("ignore")
        graph = bicm.BipartiteGraph()
        graph.set_biadjacency_matrix(held.astype(int))
        graph.solve_tool()
        return np.asarray(graph.get_bicm_matrix(), dtype=np.float64)
