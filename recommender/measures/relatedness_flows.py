"""Relatedness from what flows between activities, or from what they need: people, goods, competences."""

from __future__ import annotations

from typing import Literal, cast

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]

NEFFKE = "Neffke and Henning (2013), Strategic Management Journal 34(3), doi:10.1002/smj.2014"


@measure(
    "skill-relatedness-ratio", "flows", "People who change between two activities over those expected",
    NEFFKE, takes="flows", gives=("activity", "activity"),
)  # fmt: skip
def skill_relatedness_ratio(flows: Floats) -> Floats:
    """SR_ij = F_ij F.. / (F_i. F.j), from row i to column j, without those who stay; 1 = as by chance.

    (activities, activities) float, diagonal 0; NaN where nobody leaves the row or enters the column.
    """
    moving = np.nan_to_num(flows)
    np.fill_diagonal(moving, 0)
    out, into = moving.sum(axis=1), moving.sum(axis=0)
    out, into = (np.where(total > 0, total, np.nan) for total in (out, into))
    expected = np.multiply.outer(out, into / np.nansum(into)) if moving.any() else np.full_like(moving, np.nan)
    ratio = moving / expected
    np.fill_diagonal(ratio, np.where(np.isnan(np.diagonal(ratio)), np.nan, 0))
    return cast(Floats, ratio)


@measure(
    "skill-relatedness", "flows", "Skill relatedness on a scale from -1 to 1, 0 = as by chance",
    NEFFKE, takes="flows", gives=("activity", "activity"), aliases=("labour-flow-relatedness",),
)  # fmt: skip
def skill_relatedness(flows: Floats, *, first: Literal["average", "normalise"] = "average") -> Floats:
    """(SR - 1) / (SR + 1), symmetric, in [-1, 1), diagonal -1; see `skill_relatedness_ratio`.

    The order matters: `first="average"` takes the mean of both directions and then normalises,
    "normalise" the other way round. NaN where one of the two directions is not defined.
    """
    ratio = skill_relatedness_ratio(flows)
    if first == "average":
        ratio = (ratio + ratio.T) / 2
        return (ratio - 1) / (ratio + 1)
    if first != "normalise":
        raise ValueError(f"first is 'average' or 'normalise', not '{first}'")
    scaled = (ratio - 1) / (ratio + 1)
    return (scaled + scaled.T) / 2


@measure(
    "input-output", "flows", "How much two activities buy from and sell to each other",
    "Delgado, Porter and Stern (2016), Journal of Economic Geography 16(1): the largest of the four shares",
    takes="flows", gives=("activity", "activity"), aliases=("input-output-relatedness", "io"),
)  # fmt: skip
def input_output(flows: Floats, *, combine: Literal["largest", "mean"] = "largest") -> Floats:
    """The largest (or the mean) of four shares: of i's sales to j and purchases from j, and of j's.

    `flows` (activities, activities) is what the row sells to the column, all in one unit; shares are
    of what goes to and comes from all other activities. Symmetric, in [0, 1], diagonal 0.
    """
    if combine not in ("largest", "mean"):
        raise ValueError(f"combine is 'largest' or 'mean', not '{combine}'")
    traded = np.nan_to_num(flows)
    np.fill_diagonal(traded, 0)
    sold, bought = traded.sum(axis=1, keepdims=True), traded.sum(axis=0, keepdims=True)
    sales = np.divide(traded, sold, out=np.zeros_like(traded), where=sold > 0)
    purchases = np.divide(traded, bought, out=np.zeros_like(traded), where=bought > 0)
    four = np.array([sales, sales.T, purchases, purchases.T])
    return cast(Floats, four.max(axis=0) if combine == "largest" else four.mean(axis=0))


@measure(
    "given-relatedness", "flows", "A relatedness of your own, as it is, the same in both directions",
    "Boschma (2017), Regional Studies 51(3), on the choice of the relatedness measure",
    takes="flows", gives=("activity", "activity"), aliases=("user-matrix",),
)  # fmt: skip
def given_relatedness(flows: Floats) -> Floats:
    """(W + W') / 2 with diagonal 0; NaN, an unknown pair, is 0. (activities, activities) float >= 0."""
    both = np.nan_to_num(flows)
    both = (both + both.T) / 2
    np.fill_diagonal(both, 0)
    return both


@measure(
    "competence-similarity", "flows", "Cosine of what two activities need or hold",
    "Farjoun (1994), Strategic Management Journal 15(3), with occupations; here with competences",
    takes="competences", gives=("activity", "activity"), aliases=("competence-vector",),
)  # fmt: skip
def competence_similarity(competences: Floats) -> Floats:
    """Cosine of two rows of (activities, competences) levels; in [0, 1], diagonal 0.

    NaN is a competence that was not assessed, and counts as 0. With levels from occupations call the
    result "occupational similarity", not skill relatedness.
    """
    levels = np.nan_to_num(competences)
    levels = levels / max(levels.max(initial=0.0), 1e-300)
    length = np.sqrt((levels**2).sum(axis=1, keepdims=True))
    unit = np.divide(levels, length, out=np.zeros_like(levels), where=length > 0)
    cosine = np.minimum(unit @ unit.T, 1)
    np.fill_diagonal(cosine, 0)
    return cast(Floats, cosine)
