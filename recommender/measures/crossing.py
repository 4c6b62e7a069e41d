"""Strong but unrelated activities, and what could join them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

JANSSEN = (
    "Janssen and Frenken (2019), Cambridge Journal of Regions, Economy and Society 12(2); "
    "the score is our operational proposal [to confirm]"
)
UNRELATED = 1 / 3
SURE = 0.9


@dataclass(frozen=True, slots=True, eq=False)
class Crossings:
    """Pairs of one region, best first: two strong activities, the best bridge between them, the score."""

    first: Places
    second: Places
    bridge: Places
    score: Floats


@measure(
    "cross-specialisation", "dynamics", "How well an activity would join two strong, unrelated ones of the region",
    JANSSEN, takes="presence", gives=("region", "activity"), aliases=("crossover",),
    uses={
        "certainty": "probability-of-specialisation",
        "relatedness": "minimum-conditional-probability",
        "activity_scores": "product-complexity-index",
    },
)  # fmt: skip
def cross_specialisation(
    present: Flags, certainty: Floats, relatedness: Floats, activity_scores: Floats, *, sure: float = SURE
) -> Floats:
    """The largest score of a pair that the activity could join; (regions, activities) float >= 0.

    For activity k that the region lacks: the largest of gain min(phi_ak, phi_bk) (1 - phi_ab) over pairs
    a, b of `strong_activities` whose phi_ab lies in the lowest third of all pairs. The gain is the
    complexity of k above the mean of a and b, in standard deviations, 0 if below. 0 where no pair
    exists; NaN where the region has the activity or its complexity is unknown.
    """
    strong = strong_activities(present, certainty, sure)
    limit = _unrelated_below(relatedness)
    out = np.full(present.shape, np.nan)
    for row in range(len(present)):
        options = np.flatnonzero(~present[row] & ~np.isnan(activity_scores))
        best = np.zeros(len(options))
        first, second = _pairs(np.flatnonzero(strong[row]), relatedness, limit)
        for start in range(0, len(first), 1024):  # some pairs at a time: the whole would not fit
            part = slice(start, start + 1024)
            scores = _scores(first[part], second[part], options, relatedness, activity_scores)
            best = np.maximum(best, np.fmax.reduce(scores, axis=0, initial=0.0))
        out[row, options] = best
    return out


def crossings(
    present: Flags, region: int, certainty: Floats, relatedness: Floats, activity_scores: Floats, *, sure: float = SURE
) -> Crossings:
    """The pairs of one region that some activity could join, with the best bridge of each; see above.

    A pair whose best score is 0 has no bridge and is left out. Ties are in the order of the table.
    """
    strong = np.flatnonzero(strong_activities(present, certainty, sure)[region])
    first, second = _pairs(strong, relatedness, _unrelated_below(relatedness))
    options = np.flatnonzero(~present[region] & ~np.isnan(activity_scores))
    if not len(options):
        first = second = first[:0]
    scores = _scores(first, second, options, relatedness, activity_scores)
    place = scores.argmax(axis=1) if len(first) else np.zeros(0, dtype=np.intp)
    score = scores[np.arange(len(first)), place]
    order = np.argsort(-score, kind="stable")
    order = order[score[order] > 0]
    return Crossings(first[order], second[order], options[place[order]], score[order])


def strong_activities(present: Flags, certainty: Floats, sure: float) -> Flags:
    """Present, and present for sure: P(LQ > 1) at `sure` or more; (regions, activities) bool."""
    return present & (np.nan_to_num(certainty) >= sure)


def _unrelated_below(relatedness: Floats) -> float:
    """The relatedness that a third of all pairs do not exceed."""
    pairs = relatedness[np.triu_indices(len(relatedness), k=1)]
    return float(np.quantile(pairs, UNRELATED)) if len(pairs) else 0.0


def _pairs(strong: Places, relatedness: Floats, limit: float) -> tuple[Places, Places]:
    first, second = (strong[places] for places in np.triu_indices(len(strong), k=1))
    unrelated = relatedness[first, second] <= limit
    return first[unrelated], second[unrelated]


def _scores(first: Places, second: Places, options: Places, relatedness: Floats, complexity: Floats) -> Floats:
    """(pairs, options) float >= 0."""
    both = np.minimum(relatedness[np.ix_(first, options)], relatedness[np.ix_(second, options)])
    scores = np.nan_to_num(complexity)
    gain = np.maximum(scores[options] - ((scores[first] + scores[second]) / 2)[:, None], 0)
    return gain * both * (1 - relatedness[first, second])[:, None]
