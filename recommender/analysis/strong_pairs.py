"""Strong but unrelated activities of a region, and what could join them (METHODS B18)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..measures.crossing import crossings
from ..measures.significance import probability_of_specialisation
from ..model.profile import Cluster
from ..model.reference import ReferenceModel
from ..model.study import Grid, GridColumn
from .colocation import activity_in
from .scoring import DIGITS

MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class StrongPair:
    """Two activities that the region is surely specialised in, hardly related, and the activity that would join them.

    `score` is the weaker relatedness to the bridge x (1 - the relatedness of the two), x the gain in complexity
    where that is counted; `clusters` are those of the profile that are counted under one or the other.
    """

    first: str
    second: str
    bridge: str
    score: float
    clusters: tuple[str, ...]


def strong_pairs(
    model: ReferenceModel, region: str, clusters: Sequence[Cluster], *, with_complexity: bool
) -> tuple[StrongPair, ...]:
    """The pairs that some activity could join, the highest score first."""
    row = model.region_index(region)
    held = np.flatnonzero(model.present[row])
    if len(held) < 2:
        return ()
    certainty = np.full(model.present.shape, np.nan)
    certainty[:, held] = _certainty(model, held)
    every_gain_is_one = np.where(model.present[row], 0.0, 1.0)
    worth = model.complexity.activities if with_complexity else every_gain_is_one
    found = crossings(model.present, row, certainty, model.relatedness, worth)
    counted = {cluster.id: {activity_in(model, code) for code in cluster.activities} for cluster in clusters}
    names = model.activities
    pairs = zip(found.first.tolist(), found.second.tolist(), found.bridge.tolist(), found.score.tolist(), strict=True)
    return tuple(
        StrongPair(
            names[a], names[b], names[bridge], round(score, DIGITS),
            tuple(cluster for cluster, codes in counted.items() if codes & {names[a], names[b]}),
        )
        for a, b, bridge, score in pairs
    )  # fmt: skip


def _certainty(model: ReferenceModel, held: np.ndarray) -> np.ndarray:
    """(regions, held) P(LQ > 1) of some activities; the others stand in one column, so that the totals stay whole."""
    rest = np.full((len(model.regions), 1), np.nan)
    sizes = np.append(model.activity_sizes[held], np.delete(model.activity_sizes, held).sum())
    known = np.hstack([model.values[:, held], rest])
    return probability_of_specialisation(known, model.region_sizes, sizes)[:, :-1]


def pairs_grid(found: Sequence[StrongPair]) -> Grid | None:
    """The best of them as a table."""
    columns = (
        GridColumn("strong_in", "name", wraps=True),
        GridColumn("and_in", "name", wraps=True),
        GridColumn("bridge", "name", wraps=True),
        GridColumn("crossing_score", "number"),
        GridColumn("clusters_counted", "names", wraps=True, folds=True),
    )
    rows = tuple((item.first, item.second, item.bridge, item.score, item.clusters) for item in found)
    return Grid("strong_pairs", columns, rows, most=MOST_ROWS) if rows else None
