"""How strongly activities go together: from which activities the same regions are specialised in.

All functions take presence (regions, activities) bool and return a symmetric
(activities, activities) float array. Counts are added in floating point, where they are exact: the
same numbers with any number of threads.
"""

from __future__ import annotations

from typing import cast

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def cooccurrence(present: Flags) -> Floats:
    """In how many regions both activities are present; (activities, activities), exact counts."""
    held = present.astype(np.float64)
    return held.T @ held


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
    single = np.diagonal(together)
    return together / np.maximum(np.maximum.outer(single, single), 1)


@measure(
    "association", "relatedness", "Shared regions over those expected if pairs formed at random",
    "van Eck and Waltman (2009), JASIST 60(8), in the form of EconGeo (Balland 2017)",
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
    "Steijn (2021), Journal of Informetrics 15(1), in the form of EconGeo (Balland 2017)",
    takes="presence", gives=("activity", "activity"), aliases=("probability", "steijn"),
)  # fmt: skip
def association_probability(present: Flags) -> Floats:
    """C_ij / {[S_i/T S_j/(T - S_i) + S_j/T S_i/(T - S_j)] T/2}; see `association` for S and T."""
    pairs, strength, total = _pairs(present)
    # Every pair counts for two activities: S is at most T/2, and T - S is 0 only where T is.
    chance = _ratio(strength, (total - strength) * total)
    one_way = np.multiply.outer(chance, strength)
    return _ratio(pairs, (one_way + one_way.T) * total / 2)


@measure(
    "cosine", "relatedness", "Shared pairs over the geometric mean of both activities' pairs",
    "Salton and McGill (1983), in the form of EconGeo (Balland 2017)",
    takes="presence", gives=("activity", "activity"), aliases=("salton",),
)  # fmt: skip
def cosine(present: Flags) -> Floats:
    """C_ij / sqrt(S_i S_j); see `association` for S."""
    pairs, strength, _ = _pairs(present)
    return _ratio(pairs, np.sqrt(np.multiply.outer(strength, strength)))


@measure(
    "jaccard", "relatedness", "Shared pairs over the pairs of either activity",
    "Jaccard (1912), New Phytologist 11(2), in the form of EconGeo (Balland 2017)",
    takes="presence", gives=("activity", "activity"),
)  # fmt: skip
def jaccard(present: Flags) -> Floats:
    """C_ij / (S_i + S_j - C_ij); see `association` for S."""
    pairs, strength, _ = _pairs(present)
    return _ratio(pairs, np.add.outer(strength, strength) - pairs)


@measure(
    "lift", "relatedness", "Shared regions over those expected if activities were independent",
    "Brin, Motwani, Ullman and Tsur (1997), SIGMOD Record 26(2)",
    takes="presence", gives=("activity", "activity"),
)  # fmt: skip
def lift(present: Flags) -> Floats:
    """C_ij R / (u_i u_j), u the number of regions that have an activity and R that of all regions."""
    together = cooccurrence(present)
    single = np.diagonal(together).copy()
    np.fill_diagonal(together, 0)
    return _ratio(together * present.shape[0], np.multiply.outer(single, single))


def _pairs(present: Flags) -> tuple[Floats, Floats, float]:
    pairs = cooccurrence(present)
    np.fill_diagonal(pairs, 0)
    return pairs, pairs.sum(axis=0), float(pairs.sum())


def _ratio(above: Floats, below: Floats) -> Floats:
    """The quotient, and 0 where nothing can be expected."""
    return cast(Floats, np.divide(above, below, out=np.zeros_like(above), where=below > 0))
