"""Methods and what came -> every figure, with intervals from drawing whole regions anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...measures.prediction.figures import (
    AVERAGE_PRECISION,
    CALIBRATION,
    CHANCE_10,
    ORACLE_10,
    RECALLS,
    SHARES,
    Drawn,
    Judged,
)
from ...measures.prediction.scores import DRAWS, Bin, interval, perfect_calibration_errors
from ...model.backtest import ABROAD, ENTRY, OURS, CurvePoint, Estimate, JudgedBin, MethodResult, Question
from ...model.forecast import Forecast, Standing
from .checking import LEARNED
from .rivals import Method
from .variants import Cells

Floats = npt.NDArray[np.float64]

NEVER = 0.05
"""Below this chance of seeing no entry at all, a share of entries is ruled out."""
OF_THE_QUESTION = (CHANCE_10, ORACLE_10)
"""Figures that are the same for every method."""


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """One question with all its draws, so that several can be told together: by method, the first draw as it is."""

    question: Question
    draws: Mapping[str, tuple[Drawn, ...]]


def draw_regions(regions: int, draws: int = DRAWS, seed: int = 0) -> Floats:
    """How often each region counts, (draws, regions): whole regions drawn with replacement."""
    random = np.random.Generator(np.random.PCG64(seed))
    return random.multinomial(regions, np.full(regions, 1 / regions), draws).astype(np.float64)


def measured(
    variant: str, cells: Cells, methods: Mapping[str, Method], found: Forecast, weights: Floats
) -> Measured:  # fmt: skip
    """All methods on these cells; `weights` (draws, regions of the table)."""
    judged = {
        name: Judged.of(item.score, cells.truth, cells.region, weights.shape[1],
                        called=item.called, probability=item.probability)
        for name, item in methods.items()
    }  # fmt: skip
    draws = {name: (item.draw(), *map(item.draw, weights)) for name, item in judged.items()}
    results = [
        _with_curves(_result(name, draws), judged[name], draws[name], methods[name].probability) for name in draws
    ]
    check = found.check if variant != ABROAD else None
    promised = check.lift if check and variant == ENTRY else None
    question = Question(
        found.origin, variant, len(cells.truth), int(cells.truth.sum()), len(np.unique(cells.region)),
        *_bounds(draws[OURS]), found.standing, promised,
        check.method if check and check.method != LEARNED else None, _ordered(results),
    )  # fmt: skip
    return Measured(question, draws)


def together(parts: Sequence[Measured]) -> Question:
    """Means over several origins of one variant, of the methods that all of them have."""
    names = [name for name in parts[0].draws if all(name in part.draws for part in parts)]
    draws = {name: tuple(map(_mean, zip(*(part.draws[name] for part in parts), strict=True))) for name in names}
    asked = [part.question for part in parts]
    return Question(
        None, asked[0].variant, sum(item.candidates for item in asked), sum(item.entries for item in asked),
        max(item.regions for item in asked), *_bounds(draws[OURS]), _least([item.standing for item in asked]), None,
        None, _ordered([_result(name, draws) for name in names]),
    )  # fmt: skip


def _least(standings: list[Standing]) -> Standing:
    """What can be said of all of them."""
    order: tuple[Standing, ...] = ("not_validated", "refused", "no_proven_gain", "validated")
    return min(standings, key=order.index)


def _mean(parts: Iterable[Drawn]) -> Drawn:
    """Of the same draw at several origins; the curves are not told together."""
    found = [part.figures for part in parts]
    nothing = np.array([])
    return Drawn({name: float(np.mean([item[name] for item in found])) for name in found[0]}, nothing, nothing, nothing)


def _result(name: str, draws: Mapping[str, tuple[Drawn, ...]]) -> MethodResult:
    mine, theirs = draws[OURS], draws[name]
    both = [(left.figures, right.figures) for left, right in zip(mine, theirs, strict=True)]
    figures = {
        figure: (centred if figure == CALIBRATION else estimate)([item.figures[figure] for item in theirs])
        for figure in _told(theirs[0])
    }
    lead = {
        figure: estimate([left[figure] - right[figure] for left, right in both])
        for figure in figures
        if name != OURS and not np.isnan(mine[0].figures[figure])
    }
    return MethodResult(name, figures, lead)


def _told(drawn: Drawn) -> list[str]:
    return [name for name, value in drawn.figures.items() if name not in OF_THE_QUESTION and not np.isnan(value)]


def _with_curves(
    result: MethodResult, judged: Judged, draws: tuple[Drawn, ...], probability: Floats | None
) -> MethodResult:
    perfect = None if probability is None else perfect_calibration_errors(probability)
    realised = np.array([item.realised for item in draws])
    bins = tuple(
        JudgedBin(group.count, group.promised, _came(group, realised[:, place].tolist()))
        for place, group in enumerate(judged.reliability())
    )
    return MethodResult(
        result.method, result.figures, result.lead,
        None if perfect is None else Estimate(float(np.mean(perfect)), *interval(perfect)), bins,
        _curve(SHARES, [item.lifts for item in draws]), _curve(RECALLS, [item.precisions for item in draws]),
    )  # fmt: skip


def _came(group: Bin, draws: Sequence[float]) -> Estimate:
    """What came in a bin; where nobody entered no draw can say how many might have, and the binomial's end stands."""
    found = estimate(draws)
    if found.value != 0 or not group.count:
        return found
    return Estimate(0.0, 0.0, max(found.high or 0.0, 1 - NEVER ** (1 / group.count)))


def _curve(at: Sequence[float], draws: Sequence[Floats]) -> tuple[CurvePoint, ...]:
    columns = np.array(draws)
    return tuple(CurvePoint(share, estimate(columns[:, place].tolist())) for place, share in enumerate(at))


def estimate(values: Sequence[float]) -> Estimate:
    """The first as it is, the middle 90 % of the others."""
    point, *drawn = values
    if np.isnan(point):
        return Estimate(None)
    low, high = interval(drawn)
    return Estimate(point, None if np.isnan(low) else low, None if np.isnan(high) else high)


def centred(values: Sequence[float]) -> Estimate:
    """The same with the draws moved so that their mean is the first: of a distance, which noise only makes larger.

    Drawing regions anew adds noise to what came in each bin, and so to every draw of the calibration error.
    """
    found = estimate(values)
    if found.value is None or found.low is None or found.high is None:
        return found
    beyond = float(np.mean(values[1:])) - found.value
    return Estimate(found.value, max(0.0, found.low - beyond), found.high - beyond)


def _bounds(draws: tuple[Drawn, ...]) -> tuple[Estimate, Estimate]:
    chance, oracle = (estimate([item.figures[name] for item in draws]) for name in OF_THE_QUESTION)
    return chance, oracle


def _ordered(results: list[MethodResult]) -> tuple[MethodResult, ...]:
    """The best first, ours before its equals."""

    def place(item: MethodResult) -> tuple[float, bool, str]:
        return -(item.value(AVERAGE_PRECISION) or 0.0), item.method != OURS, item.method

    return tuple(sorted(results, key=place))
