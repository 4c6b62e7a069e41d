"""Forecasts from earlier years set against what came: every method on the same cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...measures.prediction import scores
from ...measures.prediction.windows import CUT, candidates_at
from ...model.forecast import Forecast
from ...model.table import Table
from .cases import past_of
from .checking import simple_scores
from .forecasting import forecast
from .rivals import learned_rivals
from .variants import ENTRY, LASTING, Cells, variants

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

OURS = "ris3"


@dataclass(frozen=True, slots=True)
class Result:
    """One method at one origin, on one question (see `variants`).

    `difference` is our average precision less this one's, with the middle 90 % of a bootstrap of regions.
    """

    origin: int
    variant: str
    method: str
    candidates: int
    entries: int
    average_precision: float
    low: float
    high: float
    difference: float | None
    difference_low: float | None
    difference_high: float | None
    lift: float
    best_f1: float
    precision_at_10_within_region: float
    precision_at_10_by_chance: float
    precision_at_10_of_an_oracle: float
    precision_at_1000: float
    roc_auc: float
    brier_skill: float | None = None
    calibration_error: float | None = None
    perfect_calibration_error: float | None = None
    promised_lift: float | None = None
    standing: str | None = None


def backtest(table: Table, origin: int, horizon: int, cut: float = CUT) -> list[Result]:
    """All methods on the candidates of one origin whose fate the table knows: a question after the other, best first.

    Nothing after the origin enters a forecast; the truth is the location quotient `horizon` years on.

    Raises
    ------
    InputErrors
        If the table does not have the origin or the year it looks ahead to.
    """
    found = forecast(table, horizon, origin=origin, cut=cut)
    out: list[Result] = []
    scores_of: dict[str, Floats] = {}
    for variant, cells, kept in variants(table, found, origin, horizon, cut):
        if variant == ENTRY:
            scores_of = dict(_methods(table, found, origin, horizon, cut, cells))
        lasting = _ours(table, found, cells, lasting=True) if variant == LASTING else None
        methods = {name: score[kept] for name, score in scores_of.items()}
        methods |= {} if lasting is None else {OURS: lasting}
        probable = found.standing != "refused" and any(
            (item.probability if variant != LASTING else item.probability_lasting) is not None for item in found.chances
        )
        if cells.truth.any() or variant == ENTRY:
            out += _results(_Asked(origin, variant, found, cells, probable), methods)
    return out


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    origin: int
    variant: str
    found: Forecast
    cells: Cells
    probable: bool


def _methods(
    table: Table, found: Forecast, origin: int, horizon: int, cut: float, cells: Cells
) -> Iterator[tuple[str, Floats]]:
    past = past_of(table, origin)
    rows = np.array([past.regions.index(table.regions[place]) for place in cells.region], dtype=np.intp)
    columns = np.array([past.activities.index(table.activities[place]) for place in cells.activity], dtype=np.intp)
    for name, score in simple_scores(past, past.now, horizon, cut).items():
        yield name, score[rows, columns]
    for name, score in learned_rivals(past, candidates_at(past.panel, past.now, cut), horizon, cut):
        yield name, score[rows, columns]
    yield OURS, _ours(table, found, cells, lasting=False)


def _ours(table: Table, found: Forecast, cells: Cells, *, lasting: bool) -> Floats:
    """Our probabilities; where there are none of the kind, what stands in for them."""
    ours = {}
    for item in found.chances:
        first = item.baseline if item.probability is None else item.probability
        stays = item.probability_lasting if lasting else None
        ours[item.region, item.activity] = first if stays is None else stays
    places = zip(cells.region.tolist(), cells.activity.tolist(), strict=True)
    return np.array([ours[table.regions[row], table.activities[column]] for row, column in places])


def _results(asked: _Asked, methods: dict[str, Floats]) -> list[Result]:
    truth, draws = asked.cells.truth, scores.region_weights(asked.cells.region)
    ranked = {name: scores.Ranked.of(score, truth) for name, score in methods.items()}
    drawn = {name: [item.average_precision(weight) for weight in draws] for name, item in ranked.items()}
    point = {name: item.average_precision() for name, item in ranked.items()}
    order = sorted(methods, key=lambda name: (-np.nan_to_num(point[name]), name))
    return [_result(name, methods[name], asked, point, drawn) for name in order]


def _result(name: str, score: Floats, asked: _Asked, point: dict[str, float], drawn: dict[str, list[float]]) -> Result:
    truth, region, ours = asked.cells.truth, asked.cells.region, name == OURS
    low, high = scores.interval(drawn[name])
    apart = [mine - other for mine, other in zip(drawn[OURS], drawn[name], strict=True)]
    ends: tuple[float | None, float | None] = (None, None) if ours else scores.interval(apart)
    probable, check = ours and asked.probable, asked.found.check
    return Result(
        asked.origin, asked.variant, name, len(truth), int(truth.sum()), point[name], low, high,
        None if ours else point[OURS] - point[name], ends[0], ends[1],
        scores.Ranked.of(score, truth).lift(), scores.best_f1(score, truth)[0],
        scores.precision_within(score, truth, region), *scores.bounds_within(truth, region),
        scores.precision_at(score, truth, 1000), scores.roc_auc(score, truth),
        scores.brier_skill(score, truth) if probable else None,
        scores.calibration_error(scores.reliability(score, truth)) if probable else None,
        scores.perfect_calibration_error(score) if probable else None,
        check.lift if ours and check and asked.variant == ENTRY else None, asked.found.standing if ours else None,
    )  # fmt: skip
