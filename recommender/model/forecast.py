"""A forecast of entries: the cells with their probabilities, and the check that they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .evidence import LocalText
from .problem import Problem

Standing = Literal["validated", "no_proven_gain", "refused", "not_validated"]
"""Checked and found good; too little to check it on; the table has changed too much; nothing to check it on."""


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Cells of like probability: how many, the mean probability, the share that came true."""

    count: int
    promised: float
    realised: float


@dataclass(frozen=True, slots=True)
class Forward:
    """The newest window of the table, forecast from the years before it alone."""

    window: tuple[int, int]
    candidates: int
    entries: int
    lift: float


@dataclass(frozen=True, slots=True)
class Check:
    """What blocks of unseen regions x unseen activities showed, in windows that ended by the origin.

    `average_precision` has one entry a method, ours under `method` among them where it was learned.
    `block_lift` is how many times as frequent entries were among the tenth of the candidates that `method`
    scored highest as among all; `forward` the same on newer years than its learner knew. `lift` is what is
    promised: no more than the blocks showed, nor than the geometric mean of both; with a 90 % interval from
    a bootstrap of regions. `rate_factor` lowers probabilities where entries have become rarer of late.
    `gain` is the difference in average precision between the learned method and the best simple one.
    `calling_share` of the candidates, the likeliest first, gave the best F1 when all of it was called an entry.
    """

    method: str
    best_baseline: str
    windows: tuple[tuple[int, int], ...]
    horizon: int
    candidates: int
    entries: int
    base_rate: float
    lasting_rate: float | None
    average_precision: Mapping[str, float]
    lift: float
    lift_range: tuple[float, float]
    block_lift: float
    forward: Forward | None
    rate_factor: float
    gain: float | None
    gain_range: tuple[float, float] | None
    brier_skill: float
    calibration_error: float
    perfect_calibration_error: float
    reliability: tuple[ReliabilityBin, ...]
    weights: Mapping[str, float]
    calling_share: float | None = None
    calling_share_lasting: float | None = None


@dataclass(frozen=True, slots=True)
class Chance:
    """One candidate cell. `score` is that of the simple method; probabilities are None where refused."""

    region: str
    activity: str
    probability: float | None
    probability_lasting: float | None
    baseline: float
    speaks_for: tuple[str, ...] = ()
    speaks_against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """Every candidate at the origin, the likeliest first, and how far to trust it."""

    table: str
    sha256: str
    origin: int | None
    horizon: int
    cut: float
    standing: Standing
    reasons: tuple[str, ...]
    check: Check | None
    chances: tuple[Chance, ...]
    names: Mapping[str, LocalText]
    warnings: tuple[Problem, ...] = ()
