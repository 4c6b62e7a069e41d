"""How strongly activities go together: from which activities the same regions are specialised in.

All functions take presence (regions, activities) bool and return a symmetric
(activities, activities) float array. Counts are added in floating point, where they are exact: the
same numbers with any number of threads.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

# Whole numbers up to here are exact in float32, whose products take half the time.
MOST_EXACT = 1 << 24
BLOCK = 256

WALTMAN = "van Eck and Waltman (2009), JASIST 60(8)"
STEIJN = "Steijn (2021), Journal of Informetrics 15(1)"


def cooccurrence(present: Flags) -> Floats:
    """In how many regions both activities are present; (activities, activities), exact counts."""
    held: npt.NDArray[Any] = present.astype(np.float32 if present.shape[0] <= MOST_EXACT else np.float64)
    return cast(Floats, (held.T @ held).astype(np.float64, copy=False))


@measure(
    "minimum-conditional-probability", "relatedness",
    "Smaller of the two chances of one activity given the other",
    "Hidalgo, Klinger, Barabási and Hausmann (2007), Science 317(5837), doi:10.1126/science.1144581",
    takes="presence", gives=("activity", "activity"), aliases=("hidalgo", "proximity", "minimum-conditional"),
)  # fmt: skip
def minimum_conditional_probability(present: Flags) -> Floats:
    """C_ij / max(u_i, u_j) with C the shared and u the single counts of regions; in [0, 1].

    The diagonal is 1 for an activity that is present somewhere. An activity that is present
    nowhere is related to nothing: 0.
    """
    together = cooccurrence(present)
    single = np.maximum(np.diagonal(together), 1)
    for start in range(0, len(single), BLOCK):  # a block stays in the cache, and no second array is needed
        rows = slice(start, start + BLOCK)
        together[rows] /= np.maximum.outer(single[rows], single)
    return together


@measure(
    "association", "relatedness", "Shared pairs over those expected if pairs formed at random",
    f"{WALTMAN}, in the form of EconGeo (Balland 2017)",
    takes="presence", gives=("activity", "activity"), aliases=("association-strength",),
)  # fmt: skip
def association(present: Flags) -> Floats:
    """C_ij T / (S_i S_j), S the sums of C's columns and T its total, its diagonal put to 0.

    S counts the pairs that an activity takes part in (EconGeo), not the regions that have it: for
    the latter see `lift`, which may lie on the other side of 1.
    """
    pairs, strength, total = _pairs(present)
    return _ratio(pairs * total, np.multiply.outer(strength, strength))


@measure(
    "association-probability", "relatedness", "Association, given that no activity pairs with itself",
    f"{STEIJN}, in the form of EconGeo (Balland 2017)",
    takes="presence", gives=("activity", "activity"), aliases=("probability", "steijn"),
)  # fmt: skip
def association_probability(present: Flags) -> Floats:
    """C_ij / {[S_i/T S_j/(T - S_i) + S_j/T S_i/(T - S_j)] T/2}, S the pairs of an activity, T all; diagonal 0."""
    return _steijn(*_pairs(present))


@measure(
    "cosine", "relatedness", "Shared pairs over the geometric mean of both activities' pairs",
    "Salton and McGill (1983), in the form of EconGeo (Balland 2017)",
    takes="presence", gives=("activity", "activity"), aliases=("salton",),
)  # fmt: skip
def cosine(present: Flags) -> Floats:
    """C_ij / sqrt(S_i S_j), S the pairs that an activity takes part in; diagonal 0."""
    pairs, strength, _ = _pairs(present)
    return _ratio(pairs, np.sqrt(np.multiply.outer(strength, strength)))


@measure(
    "jaccard", "relatedness", "Shared pairs over the pairs of either activity",
    "Jaccard (1912), New Phytologist 11(2), in the form of EconGeo (Balland 2017)",
    takes="presence", gives=("activity", "activity"),
)  # fmt: skip
def jaccard(present: Flags) -> Floats:
    """C_ij / (S_i + S_j - C_ij), S the pairs that an activity takes part in; diagonal 0."""
    pairs, strength, _ = _pairs(present)
    return _ratio(pairs, np.add.outer(strength, strength) - pairs)


@measure(
    "lift", "relatedness", "Shared regions over those expected if activities were independent",
    f"Brin, Motwani, Ullman and Tsur (1997), SIGMOD Record 26(2); {WALTMAN}, with ubiquity as the count",
    takes="presence", gives=("activity", "activity"), aliases=("association-by-ubiquity",),
)  # fmt: skip
def lift(present: Flags) -> Floats:
    """C_ij R / (u_i u_j), u the number of regions that have an activity and R that of all regions."""
    together, single = _regions_of(present)
    return _ratio(together * present.shape[0], np.multiply.outer(single, single))


@measure(
    "probability-by-ubiquity", "relatedness", "Shared regions over those expected, no region counted against itself",
    f"{STEIJN}, with ubiquity as the count, as econcomplex has it",
    takes="presence", gives=("activity", "activity"), aliases=("steijn-by-ubiquity",),
)  # fmt: skip
def probability_by_ubiquity(present: Flags) -> Floats:
    """C_ij / {u_i u_j [1/(R - u_i) + 1/(R - u_j)] / 2}; 0 with an activity that every region has."""
    together, single = _regions_of(present)
    return _steijn(together, single, float(present.shape[0]))


@measure(
    "cosine-by-ubiquity", "relatedness", "Cosine of the angle between two columns of presence",
    "Salton and McGill (1983), Introduction to Modern Information Retrieval",
    takes="presence", gives=("activity", "activity"), aliases=("ochiai",),
)  # fmt: skip
def cosine_by_ubiquity(present: Flags) -> Floats:
    """C_ij / sqrt(u_i u_j), u the number of regions that have an activity; in [0, 1], diagonal 0."""
    together, single = _regions_of(present)
    return _ratio(together, np.sqrt(np.multiply.outer(single, single)))


@measure(
    "jaccard-by-ubiquity", "relatedness", "Regions that have both activities over those that have either",
    "Jaccard (1912), New Phytologist 11(2)",
    takes="presence", gives=("activity", "activity"),
)  # fmt: skip
def jaccard_by_ubiquity(present: Flags) -> Floats:
    """C_ij / (u_i + u_j - C_ij); in [0, 1], diagonal 0."""
    together, single = _regions_of(present)
    return _ratio(together, np.add.outer(single, single) - together)


@measure(
    "taxonomy", "relatedness", "Shared regions, each counting less the more it does",
    "Zaccaria, Cristelli, Tacchella and Pietronero (2014), PLoS ONE 9(12), doi:10.1371/journal.pone.0113770",
    takes="presence", gives=("activity", "activity"), aliases=("taxonomy-network",),
)  # fmt: skip
def taxonomy(present: Flags) -> Floats:
    """(sum_r M_ri M_rj / d_r) / max(u_i, u_j), d the diversity of a region; in [0, 1], diagonal kept."""
    held: npt.NDArray[Any] = present.astype(np.float64)
    # The square root keeps the product symmetric to the last digit.
    weighted = held / np.sqrt(np.maximum(held.sum(axis=1), 1))[:, None]
    single = np.maximum(held.sum(axis=0), 1)
    return cast(Floats, (weighted.T @ weighted) / np.maximum.outer(single, single))


def _pairs(present: Flags) -> tuple[Floats, Floats, float]:
    pairs = cooccurrence(present)
    np.fill_diagonal(pairs, 0)
    return pairs, pairs.sum(axis=0), float(pairs.sum())


def _regions_of(present: Flags) -> tuple[Floats, Floats]:
    together = cooccurrence(present)
    single = np.diagonal(together).copy()
    np.fill_diagonal(together, 0)
    return together, single


def _steijn(together: Floats, count: Floats, total: float) -> Floats:
    rest = total - count
    with np.errstate(divide="ignore", invalid="ignore"):
        chance = np.where(rest > 0, count / rest, np.where(count > 0, np.inf, 0.0))
        one_way = np.nan_to_num(np.multiply.outer(chance, count), nan=0.0, posinf=np.inf)
    return _ratio(together, (one_way + one_way.T) / 2)


def _ratio(above: Floats, below: Floats) -> Floats:
    """The quotient, and 0 where nothing can be expected. `below` is overwritten."""
    below[below <= 0] = np.inf
    return cast(Floats, np.divide(above, below, out=below))
