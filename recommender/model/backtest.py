"""Forecasts from earlier years against what came: every method on the same cells, with what chance explains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .forecast import Standing
from .problem import Problem

OURS = "ris3"
FOREST = "random-forest"
ENTRY, LASTING, FRESH, LAGGING, ABROAD = "entry", "lasting", "fresh", "lagging", "other-countries"
VARIANTS = (ENTRY, LASTING, FRESH, LAGGING, ABROAD)
"""The questions that a forecast is held against; the plain one first."""

Outcome = Literal["better", "as_good", "worse", "nobody_entered", "alone"]
"""Ours beside the best simple method, by the interval of the lead; `alone` where no simple one was asked for."""
Missing = Literal["no_later_years", "no_countries", "too_few_entries", "nobody_entered"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and the middle 90 % of it when whole regions are drawn anew; None where it is not defined."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class JudgedBin:
    """Cells of like probability: how many, the mean probability, the share that came true."""

    count: int
    promised: float
    realised: Estimate


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A figure where a share of the candidates, or of the entries, is reached."""

    at: float
    value: Estimate


@dataclass(frozen=True, slots=True)
class MethodResult:
    """How good one method was. `lead` is ours less this one's, figure by figure; empty for ours.

    `perfect_calibration_error` is what the same probabilities would show if they were exactly right.
    """

    method: str
    figures: Mapping[str, Estimate]
    lead: Mapping[str, Estimate]
    perfect_calibration_error: Estimate | None = None
    reliability: tuple[JudgedBin, ...] = ()
    lift_curve: tuple[CurvePoint, ...] = ()
    precision_recall: tuple[CurvePoint, ...] = ()

    @property
    def learned(self) -> bool:
        return self.method in (OURS, FOREST)

    def value(self, figure: str) -> float | None:
        found = self.figures.get(figure)
        return found.value if found else None


@dataclass(frozen=True, slots=True)
class Question:
    """One variant at one origin, or together over several (`origin` None): all methods, the best first.

    `chance` and `oracle` bound the precision at 10 within regions; `promised_lift` is what the forecast promised;
    `stands_for` is the simple method that ours was, where nothing learned had beaten it before the origin.
    """

    origin: int | None
    variant: str
    candidates: int
    entries: int
    regions: int
    chance: Estimate
    oracle: Estimate
    standing: Standing
    promised_lift: float | None
    stands_for: str | None
    methods: tuple[MethodResult, ...]

    @property
    def ours(self) -> MethodResult:
        return next(item for item in self.methods if item.method == OURS)

    @property
    def best_simple(self) -> MethodResult | None:
        return next((item for item in self.methods if not item.learned), None)

    @property
    def forest(self) -> MethodResult | None:
        return next((item for item in self.methods if item.method == FOREST), None)

    @property
    def outcome(self) -> Outcome:
        if self.entries == 0:
            return "nobody_entered"
        return compared(self.best_simple)


def compared(other: MethodResult | None) -> Outcome:
    """Whether ours is told apart from another method, by average precision."""
    if other is None:
        return "alone"
    lead = other.lead["average_precision"]
    if lead.low is not None and lead.low > 0:
        return "better"
    return "worse" if lead.high is not None and lead.high < 0 else "as_good"


@dataclass(frozen=True, slots=True)
class NotAsked:
    """A question that the table has no answer to."""

    origin: int
    variant: str
    reason: Missing


@dataclass(frozen=True, slots=True)
class Backtest:
    """All questions at all origins; `together` are means over the origins, where there are several."""

    table: str
    sha256: str
    horizon: int
    cut: float
    origins: tuple[int, ...]
    questions: tuple[Question, ...]
    together: tuple[Question, ...]
    not_asked: tuple[NotAsked, ...]
    warnings: tuple[Problem, ...] = ()

    def at(self, origin: int | None, variant: str = ENTRY) -> Question | None:
        found = self.together if origin is None else self.questions
        return next((item for item in found if (item.origin, item.variant) == (origin, variant)), None)
