"""How often does each option come at each rank, and which weights speak for it? (METHODS C6, C8)

Every function works on draws: rows are draws, columns options or criteria.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ranks = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

DIGITS = 9


def uniform_weights(draws: int, criteria: int, generator: np.random.Generator) -> Floats:
    """(draws, criteria) weights that add up to 1, every combination as likely: Dirichlet(1, …, 1)."""
    sizes = -np.log1p(-generator.random((draws, criteria)))
    return np.asarray(sizes / sizes.sum(axis=1, keepdims=True))


def ranks(scores: Floats, ranked: Flags | None = None) -> Ranks:
    """(draws, options) rank of each option in each draw, 1 = best.

    Scores are rounded to nine decimals; ties go to the option that comes first. Options that are not
    `ranked` in a draw come after all others and share the rank options + 1.
    """
    compared = _compared(scores, ranked)
    order = (-compared).argsort(axis=1, kind="stable")
    result = np.empty(order.shape, dtype=np.int64)
    np.put_along_axis(result, order, np.arange(1, order.shape[1] + 1), axis=1)
    return result if ranked is None else np.asarray(np.where(ranked, result, order.shape[1] + 1))


def firsts(scores: Floats, ranked: Flags) -> Ranks:
    """(draws,) the option that has rank 1 in each draw, -1 where none is ranked."""
    best = _compared(scores, ranked).argmax(axis=1)
    return np.where(ranked.any(axis=1), best, -1)


def _compared(scores: Floats, ranked: Flags | None) -> Floats:
    compared = np.round(scores, DIGITS)
    return compared if ranked is None else np.where(ranked, compared, -np.inf)


def rank_acceptability(ranks: Ranks) -> Floats:
    """(options, ranks) share of the draws in which an option takes a rank.

    Notes
    -----
    Lahdelma and Salminen (2001), SMAA-2, Operations Research 49(3), doi:10.1287/opre.49.3.444.11220.
    """
    draws, options = ranks.shape
    return np.array([np.bincount(column, minlength=options + 2)[1 : options + 1] / draws for column in ranks.T])


def central_weights(weights: Floats, ranks: Ranks) -> Floats:
    """(options, criteria) mean of the weights under which an option comes first; NaN where it never does.

    Source as for `rank_acceptability`.
    """
    first = ranks == 1
    count = first.sum(axis=0)
    total = first.T.astype(np.float64) @ weights
    return np.asarray(np.divide(total, count[:, None], out=np.full(total.shape, np.nan), where=count[:, None] > 0))


def tie_groups(ranks: Ranks, needed: float) -> list[int]:
    """The group of each option, in today's order: an option joins the group whose first one it does not follow in at
    least the share `needed` of the draws.
    """
    groups, first = [0], 0
    for option in range(1, ranks.shape[1]):
        if (ranks[:, first] < ranks[:, option]).mean() >= needed:
            first = option
        groups.append(groups[-1] + (first == option))
    return groups


def mean_rank_shift(reference: Ranks, other: Ranks) -> float:
    """Mean absolute difference of two rankings of the same options.

    Source: OECD and JRC (2008), Handbook on constructing composite indicators, step 7.
    """
    return float(np.abs(reference - other).mean())


def concordance(ranks: Ranks) -> float:
    """Kendall's W of (people, options) rankings: 1 where all agree, 0 where there is no common order.

    Kendall and Babington Smith (1939), Annals of Mathematical Statistics 10(3), without ties.
    """
    people, options = ranks.shape
    if options < 2:
        return 1.0
    sums = ranks.sum(axis=0)
    return float(12 * ((sums - sums.mean()) ** 2).sum() / (people**2 * (options**3 - options)))
