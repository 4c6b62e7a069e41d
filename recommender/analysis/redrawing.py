"""What a region's statistics would say in tables that are drawn again (METHODS C5, E2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..measures.percentile import mid_rank_percentile, rounded
from ..measures.redrawn import (
    redrawn_complexity,
    redrawn_densities,
    redrawn_presence,
    redrawn_region_scores,
    region_weights,
)
from ..model.recommendation import ActivityEvidence
from ..model.reference import ReferenceModel
from .colocation import Colocation, Extra, extra_densities, weighted_mean

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Tell = Callable[[int, int], None]

MOST_TABLES = 1000
"""More draws than these go through the same tables again: what is judged is drawn for each."""
AT_ONCE = 250


@dataclass(frozen=True, slots=True, eq=False)
class RedrawnTable:
    """A region's candidates in tables drawn again.

    percentile, complexity : activity -> (tables,) percentiles as in `Colocation`; `complexity` of every activity,
        of none where it does not count
    present : activity -> share of the tables in which the region is specialised in it
    tables : how many; `unit` : of so many of what is counted a figure's noise is made, None where it has none
    """

    percentile: Mapping[str, Floats]
    complexity: Mapping[str, Floats]
    present: Mapping[str, float]
    tables: int
    unit: int | None

    def percentile_of(self, parts: tuple[ActivityEvidence, ...]) -> Floats | None:
        """(tables,) the share-weighted mean over the candidates among a path's activities, as `path_colocation`."""
        return _mean([(part.share, self.percentile[part.code]) for part in parts if part.code in self.percentile])

    def complexity_of(self, parts: tuple[ActivityEvidence, ...]) -> Floats | None:
        """(tables,) the share-weighted mean over a path's activities."""
        return _mean([(part.share, self.complexity[part.code]) for part in parts if part.code in self.complexity])


def redrawn_table(
    model: ReferenceModel, view: Colocation, extras: tuple[Extra, ...] = (),
    *, draws: int, seed: int, unit: int, complexity: bool = True, tell: Tell | None = None,
) -> RedrawnTable:  # fmt: skip
    """The candidates of a region in as many tables as are drawn, `MOST_TABLES` at most.

    Other regions weigh anew in each, which moves relatedness and complexity; the region's own figures are drawn
    as counts of a `unit`, which moves what it has, unless that is 0 or the figures are no counts. Candidates,
    and where all others are specialised, stay as they are.
    """
    own, tables = model.region_index(view.region), min(draws, MOST_TABLES)
    generator = np.random.Generator(np.random.PCG64([seed, 2]))
    weights = region_weights(tables, len(model.regions), own, generator)
    counted = unit if unit > 0 and are_counts(model) else None
    held = _held(model, own, tables, counted, generator)
    options = np.array([model.activity_index(item.activity) for item in view.candidates], dtype=np.intp)
    related, complex_ = [], []
    for start in range(0, tables, AT_ONCE):
        rows = slice(start, start + AT_ONCE)
        related.append(_percentiles(model, own, options, weights[rows], held[rows], extras))
        if complexity:
            found = redrawn_complexity(model.present, weights[rows], model.complexity.activities)
            complex_.append(np.array([mid_rank_percentile(row) for row in found]))
        if tell is not None:
            tell(min(start + AT_ONCE, tables), tables)
    return RedrawnTable(
        _known(tuple(item.activity for item in view.candidates), np.concatenate(related)),
        _known(model.activities, np.concatenate(complex_)) if complexity else {},
        {code: float(share) for code, share in zip(model.activities, held.mean(axis=0), strict=True)},
        tables,
        counted,
    )  # fmt: skip


def are_counts(model: ReferenceModel) -> bool:
    """Whether a table's figures can be counts: whole numbers, all of them."""
    known = model.values[~np.isnan(model.values)]
    return bool((known == np.round(known)).all())


def _held(model: ReferenceModel, own: int, tables: int, unit: int | None, generator: np.random.Generator) -> Flags:
    if unit is None:
        return np.tile(model.present[own], (tables, 1))
    return redrawn_presence(
        model.values[own], float(model.region_sizes[own]), model.activity_sizes,
        draws=tables, unit=unit, cut=model.provenance.cut, generator=generator,
    )  # fmt: skip


def _percentiles(
    model: ReferenceModel, own: int, options: npt.NDArray[np.intp], weights: Floats, held: Flags,
    extras: tuple[Extra, ...],
) -> Floats:  # fmt: skip
    """(tables, options) the mean of the measures' percentiles."""
    measures = [
        *redrawn_densities(model.present, options, weights, held),
        redrawn_region_scores(model.present, own, options, weights, held),
        *(found[:, options] for found in extra_densities(held, extras)),
    ]
    ranked = [np.array([mid_rank_percentile(row) for row in found]) for found in measures]
    return weighted_mean(np.array(ranked), extras)


def _known(codes: tuple[str, ...], values: Floats) -> dict[str, Floats]:
    """By code; what is not defined in every table is left out."""
    return {code: column for code, column in zip(codes, rounded(values).T, strict=True) if not np.isnan(column).any()}


def _mean(parts: list[tuple[float, Floats]]) -> Floats | None:
    total = sum(share for share, _ in parts)
    return rounded(sum((share * values for share, values in parts), np.zeros(1)) / total) if total > 0 else None
