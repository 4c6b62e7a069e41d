"""What a table says about a region's next activities: which go together with those it has.

Three measures, each as the mid-rank percentile among the activities that the region is not yet
specialised in and whose figure is known; their mean is the co-location percentile (METHODS A12).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import numpy as np
import numpy.typing as npt

from ..measures.density import contributions, one_region_density, relatedness_density
from ..measures.percentile import mid_rank_percentile, rounded
from ..measures.sapling import one_region_scores
from ..model.evidence import LocalText
from ..model.recommendation import ActivityEvidence, ColocationEvidence, Driver, Measured
from ..model.reference import ReferenceModel
from ..model.table import Status

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

DENSITY = "density"
BY_ACTIVITIES = "sapling_between_activities"
BY_REGIONS = "sapling_between_regions"
MEASURES = (DENSITY, BY_ACTIVITIES, BY_REGIONS)


@dataclass(frozen=True, slots=True, eq=False)
class Extra:
    """A relatedness that does not come from the table: labour moves, deliveries, competences, one of the user's own.

    `relatedness` (activities, activities) float in the order of the model, not symmetric perhaps; row j,
    column i says how much j speaks for i. Each of the table's measures has the weight 1.
    """

    name: str
    weight: float
    relatedness: Floats


@dataclass(frozen=True, slots=True)
class Candidate:
    """An activity that the region is not yet specialised in.

    `percentile` is the mean of the measures' percentiles, None where none of them is defined.
    `density_if_unknown_present` counts the region's unknown cells as specialisations: the density
    lies between the two. `complexity` is the activity's, among all activities of the model.
    """

    activity: str
    label: LocalText
    location_quotient: float
    measures: Mapping[str, Measured]
    percentile: float | None
    density_if_unknown_present: float | None
    complexity: Measured


@dataclass(frozen=True, slots=True)
class Colocation:
    """A region in a reference model.

    `candidates` come best first, ties by code; `present` is what the region is specialised in;
    `unknown` are activities whose figure is suppressed or missing, which are no candidates.
    `complexity` is that of every activity, with its percentile among all of them.
    """

    region: str
    candidates: tuple[Candidate, ...]
    present: tuple[str, ...]
    unknown: Mapping[str, Status]
    complexity: Mapping[str, Measured]
    measures: tuple[str, ...] = MEASURES

    def candidate(self, activity: str) -> Candidate | None:
        """The candidate with that code."""
        return next((item for item in self.candidates if item.activity == activity), None)


@dataclass(frozen=True)
class _Scores:
    """The measures of one region, over all activities."""

    model: ReferenceModel
    row: int
    extras: tuple[Extra, ...] = ()

    @cached_property
    def unknown(self) -> Flags:
        return np.isin(self.model.status[self.row], (Status.MISSING, Status.SUPPRESSED))

    @cached_property
    def options(self) -> Flags:
        return cast(Flags, ~(self.model.present[self.row] | self.unknown))

    @cached_property
    def values(self) -> dict[str, Floats]:
        held = self.model.present[self.row].astype(np.float64)
        around = np.abs(self.model.similarity).sum(axis=0)
        by_activities = np.full(len(held), np.nan)
        np.divide(held @ self.model.similarity, around, out=by_activities, where=around > 0)
        return {
            DENSITY: one_region_density(self.model.present, held),
            BY_ACTIVITIES: by_activities,
            BY_REGIONS: one_region_scores(self.model.present, self.row),
            **self._around_extras(),
        }

    @cached_property
    def percentiles(self) -> dict[str, Floats]:
        return {name: self._among_options(values) for name, values in self.values.items()}

    @cached_property
    def mean(self) -> Floats:
        return weighted_mean(np.array(list(self.percentiles.values())), self.extras)

    @cached_property
    def density_if_unknown_present(self) -> Floats:
        return one_region_density(self.model.present, self.model.present[self.row] | self.unknown)

    def _around_extras(self) -> dict[str, Floats]:
        found = extra_densities(self.model.present[[self.row]], self.extras)
        return {extra.name: density[0] for extra, density in zip(self.extras, found, strict=True)}

    def _among_options(self, values: Floats) -> Floats:
        out = np.full(len(values), np.nan)
        out[self.options] = mid_rank_percentile(values[self.options])
        return out


def colocation(model: ReferenceModel, region: str, extras: tuple[Extra, ...] = ()) -> Colocation:
    """The candidates of a region, in the order of their co-location percentile.

    `extras` count beside the measures of the table, each with its weight.

    Raises
    ------
    KeyError
        If the model does not hold the region (see `recommender.inputs.regions`).
    """
    scores = _Scores(model, model.region_index(region), extras)
    complexity = activity_complexity(model)
    candidates = [_candidate(scores, place, complexity) for place in np.flatnonzero(scores.options).tolist()]
    candidates.sort(key=lambda item: (item.percentile is None, -(item.percentile or 0.0), item.activity))
    return Colocation(
        region=region,
        candidates=tuple(candidates),
        present=_codes(model, model.present[scores.row]),
        unknown={code: Status(model.status[scores.row, model.activity_index(code)])
                 for code in _codes(model, scores.unknown)},
        complexity=complexity,
        measures=tuple(scores.values),
    )  # fmt: skip


def extra_densities(held: Flags, extras: tuple[Extra, ...]) -> list[Floats]:
    """(…, activities) by extra: the share of its relatedness around each activity that (…, activities) have."""
    return [relatedness_density(held, extra.relatedness) for extra in extras]


def weighted_mean(percentiles: Floats, extras: tuple[Extra, ...]) -> Floats:
    """The mean over the measures, the first axis, that are defined: each of the table's counts 1, extras their weight.

    NaN where none is defined.
    """
    weights = np.array([1.0] * len(MEASURES) + [extra.weight for extra in extras])
    weights = weights.reshape(-1, *(1,) * (percentiles.ndim - 1))
    known = weights * ~np.isnan(percentiles)
    total = known.sum(axis=0)
    return np.where(total > 0, np.nansum(percentiles * weights, axis=0) / np.where(total > 0, total, 1), np.nan)


def extra_relatedness(
    model: ReferenceModel, name: str, weight: float, relatedness: Floats, activities: tuple[str, ...]
) -> Extra:
    """A relatedness between some of the model's activities; nothing is known of the others."""
    places = [model.activity_index(code) for code in activities]
    whole = np.zeros((len(model.activities),) * 2)
    whole[np.ix_(places, places)] = np.nan_to_num(relatedness)
    np.fill_diagonal(whole, 0)
    return Extra(name, weight, whole)


def drivers(model: ReferenceModel, region: str, activity: str, *, most: int = 5) -> tuple[Driver, ...]:
    """The present activities that a candidate owes most of its density to.

    Each contribution is phi_ij / sum_j phi_ij: over all present activities they add up to the density.
    """
    row, column = model.region_index(region), model.activity_index(activity)
    shares = rounded(contributions(model.present, model.present[row], column))
    found = [(float(share), code) for share, code in zip(shares, model.activities, strict=True) if share > 0]
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    return tuple(Driver("activity", code, share) for share, code in found[:most])


def path_colocation(model: ReferenceModel, view: Colocation, activities: Mapping[str, float]) -> ColocationEvidence:
    """What the table says about a path: the share-weighted mean over its candidate activities.

    `activities` are codes of the model's classification, or of its finer levels, with the path's
    shares. Activities that the region is specialised in ("present"), whose figure is unknown or which
    the table does not hold are listed and left out of the mean.
    """
    parts = tuple(_activity(model, view, code, share) for code, share in sorted(activities.items()))
    weighed = [
        (part.share, candidate) for part in parts
        if part.status == "candidate" and (candidate := view.candidate(part.code)) is not None
    ]  # fmt: skip
    measures = {
        name: Measured(
            _mean([(share, item.measures[name].value) for share, item in weighed]),
            _mean([(share, item.measures[name].percentile) for share, item in weighed]),
        )
        for name in view.measures
    }
    percentile = _mean([(share, item.percentile) for share, item in weighed])
    return ColocationEvidence(percentile, measures[DENSITY].value, measures, parts)


def activity_in(model: ReferenceModel, code: str) -> str | None:
    """The model's activity that a code belongs to: itself, or its division for a group or class of NACE."""
    return activity_among(model.activities, code)


def activity_among(activities: Collection[str], code: str) -> str | None:
    """The same among any activities."""
    plain = code.strip().upper().replace(".", "")
    for known in (code, plain, plain[:3]):
        if known in activities:
            return known
    ends = [known for known in activities if plain[:2].isdigit() and known[1:] == plain[:2]]
    return ends[0] if len(ends) == 1 else None


def activity_complexity(model: ReferenceModel) -> dict[str, Measured]:
    """The complexity (PCI) of each activity, with its mid-rank percentile among all of the model."""
    values = model.complexity.activities
    return {
        code: Measured(_number(value), _number(percentile))
        for code, value, percentile in zip(model.activities, values, mid_rank_percentile(values), strict=True)
    }


def _candidate(scores: _Scores, place: int, complexity: Mapping[str, Measured]) -> Candidate:
    model = scores.model
    return Candidate(
        activity=model.activities[place],
        label=model.activity_labels[place],
        location_quotient=_number(model.location_quotient[scores.row, place]) or 0.0,
        measures={
            name: Measured(_number(scores.values[name][place]), _number(scores.percentiles[name][place]))
            for name in scores.values
        },
        percentile=_number(scores.mean[place]),
        density_if_unknown_present=_number(scores.density_if_unknown_present[place]),
        complexity=complexity[model.activities[place]],
    )


def _activity(model: ReferenceModel, view: Colocation, code: str, share: float) -> ActivityEvidence:
    known = activity_in(model, code)
    if known is None:
        return ActivityEvidence(code, share, "absent_from_table")
    row, column = model.region_index(view.region), model.activity_index(known)
    quotient = _number(model.location_quotient[row, column])
    complexity = view.complexity[known].percentile
    if known in view.present:
        return ActivityEvidence(known, share, "present", quotient, complexity_percentile=complexity)
    candidate = view.candidate(known)
    if candidate is None:
        return ActivityEvidence(known, share, "unknown", complexity_percentile=complexity)
    density = candidate.measures[DENSITY].value
    return ActivityEvidence(known, share, "candidate", quotient, density, candidate.percentile, complexity)


def _mean(pairs: list[tuple[float, float | None]]) -> float | None:
    known = [(share, value) for share, value in pairs if value is not None and share > 0]
    total = sum(share for share, _ in known)
    return round(sum(share * value for share, value in known) / total, 9) + 0.0 if total > 0 else None


def _number(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 9) + 0.0


def _codes(model: ReferenceModel, kept: Flags) -> tuple[str, ...]:
    return tuple(code for code, is_kept in zip(model.activities, kept, strict=True) if is_kept)
