"""Forecasts from earlier years set against what came: every method on the same cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...measures.prediction import scores
from ...measures.prediction.panel import Panel
from ...measures.prediction.windows import CUT, Window, outcome
from ...model.forecast import Forecast
from ...model.table import Table
from .cases import past_of
from .checking import simple_scores
from .forecasting import forecast

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

OURS = "ris3"


@dataclass(frozen=True, slots=True)
class Result:
    """One method at one origin. `difference` is our average precision less this one's, with 90 % of a bootstrap."""

    origin: int
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
    precision_at_1000: float
    roc_auc: float
    brier_skill: float | None = None
    calibration_error: float | None = None
    perfect_calibration_error: float | None = None
    promised_lift: float | None = None
    standing: str | None = None


def backtest(table: Table, origin: int, horizon: int, cut: float = CUT) -> list[Result]:
    """All methods on the candidates of one origin whose fate the table knows, the best first.

    Nothing after the origin enters a forecast; the truth is the location quotient `horizon` years on.

    Raises
    ------
    InputErrors
        If the table does not have the origin or the year it looks ahead to.
    """
    found = forecast(table, horizon, origin=origin, cut=cut)
    region, activity, truth = _fate(table, found, origin, origin + horizon, cut)
    methods = dict(_methods(table, found, origin, horizon, cut, region, activity))
    draws = scores.region_weights(region)
    ranked = {name: scores.Ranked.of(score, truth) for name, score in methods.items()}
    drawn = {name: [item.average_precision(weight) for weight in draws] for name, item in ranked.items()}
    point = {name: item.average_precision() for name, item in ranked.items()}
    order = sorted(methods, key=lambda name: (-np.nan_to_num(point[name]), name))
    return [_result(name, methods[name], truth, region, point, drawn, found, origin) for name in order]


def _fate(
    table: Table, found: Forecast, origin: int, end: int, cut: float
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], Flags]:
    """Rows and columns of the table, and who entered, of the candidates that are known at the end."""
    at = [table.year_index(origin), table.year_index(end)]
    panel = Panel.of(np.array([origin, end]), table.values[at])
    fate = outcome(panel, Window(0, 1), cut, 0)
    rows = {code: place for place, code in enumerate(table.regions)}
    columns = {code: place for place, code in enumerate(table.activities)}
    cells = sorted((rows[item.region], columns[item.activity]) for item in found.chances)
    region, activity = (np.array(part, dtype=np.intp) for part in zip(*cells, strict=True))
    known = panel.known[1][region, activity]
    region, activity = region[known], activity[known]
    return region, activity, fate.entered[region, activity]


def _methods(
    table: Table, found: Forecast, origin: int, horizon: int, cut: float,
    region: npt.NDArray[np.intp], activity: npt.NDArray[np.intp],
) -> Iterator[tuple[str, Floats]]:  # fmt: skip
    past = past_of(table, origin)
    rows = np.array([past.regions.index(table.regions[place]) for place in region], dtype=np.intp)
    columns = np.array([past.activities.index(table.activities[place]) for place in activity], dtype=np.intp)
    for name, score in simple_scores(past, past.now, horizon, cut).items():
        yield name, score[rows, columns]
    ours = {
        (item.region, item.activity): item.baseline if item.probability is None else item.probability
        for item in found.chances
    }
    cells = zip(region.tolist(), activity.tolist(), strict=True)
    yield OURS, np.array([ours[table.regions[row], table.activities[column]] for row, column in cells])


def _result(
    name: str, score: Floats, truth: Flags, region: npt.NDArray[np.intp], point: dict[str, float],
    drawn: dict[str, list[float]], found: Forecast, origin: int,
) -> Result:  # fmt: skip
    low, high = scores.interval(drawn[name])
    apart = [ours - other for ours, other in zip(drawn[OURS], drawn[name], strict=True)]
    ends: tuple[float | None, float | None] = (None, None) if name == OURS else scores.interval(apart)
    probable = name == OURS and any(item.probability is not None for item in found.chances)
    return Result(
        origin, name, len(truth), int(truth.sum()), point[name], low, high,
        None if name == OURS else point[OURS] - point[name], ends[0], ends[1],
        scores.Ranked.of(score, truth).lift(), scores.best_f1(score, truth)[0],
        scores.precision_within(score, truth, region),
        scores.precision_at(score, truth, 1000), scores.roc_auc(score, truth),
        scores.brier_skill(score, truth) if probable else None,
        scores.calibration_error(scores.reliability(score, truth)) if probable else None,
        scores.perfect_calibration_error(score) if probable else None,
        found.check.lift if name == OURS and found.check else None, found.standing if name == OURS else None,
    )  # fmt: skip
