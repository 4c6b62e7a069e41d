"""How good the learned method and the simple ones are on blocks that nobody had seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ...measures.prediction.baselines import BASELINES, PAST_RATES, past_rates
from ...measures.prediction.blocks import SIDES
from ...measures.prediction.learning import Calibration, Learner, calibrate, learn, percentile_odds
from ...measures.prediction.scores import (
    Ranked,
    best_share,
    brier_skill,
    calibration_error,
    interval,
    perfect_calibration_error,
    region_weights,
    reliability,
)
from ...model.forecast import Check, ReliabilityBin
from .cases import Cases, Past, cases_of, features_of, full_windows, shorter_windows
from .promise import forward, promised, rate_factor

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

LEARNED = "learned"
FEWEST_TO_LEARN = 20
"""Below so many entries nothing is learned and nothing calibrated."""


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """The check, and what the forecast needs of it: who predicts, and how scores become probabilities."""

    check: Check
    learner: Learner | None
    calibration: Calibration
    lasting: Calibration | None


def check(past: Past, full: Cases, training: Cases, horizon: int, cut: float) -> Checked | None:
    """Compare all methods on the windows of the whole horizon; None with too few entries to calibrate."""
    if full.entered.sum() < FEWEST_TO_LEARN or full.entered.all():
        return None
    simple = baseline_scores(past, full, horizon, cut)
    learned = held_out_scores(past, full, training)
    scores = simple if learned is None else {**simple, LEARNED: learned}
    found = {name: Ranked.of(score, full.entered).average_precision() for name, score in scores.items()}
    best = max(simple, key=lambda name: (found[name], name))
    wins = learned is not None and found[LEARNED] > found[best]
    method = LEARNED if wins else best
    score = scores[method]
    calibration = calibrate(score, full.entered)
    lasting = _calibrate_lasting(score, full)
    learner = learn(training.features, training.entered) if wins else None
    told = replace(
        _told(past, full, method, best, found, scores),
        horizon=horizon,
        weights=_weights(learner, training) if learner else {},
        rate_factor=rate_factor(past, int(full.window.min()), horizon, cut),
        calling_share=best_share(score, full.entered),
        calling_share_lasting=best_share(score[full.followed], full.lasting[full.followed]) if lasting else None,
    )
    calibration = calibration.times(told.rate_factor)
    lasting = lasting.times(told.rate_factor) if lasting else None
    return Checked(_with_forward(told, past, cut), learner, calibration, lasting)


def _with_forward(told: Check, past: Past, cut: float) -> Check:
    """The promise made no larger than what the same method showed on the newest years."""

    def scores(earlier: Past, cells: Flags, length: int) -> Floats | None:
        if told.method != LEARNED:
            found = simple_scores(earlier, earlier.now, length, cut).get(told.method)
            return None if found is None else percentile_odds(found[cells])
        windows = full_windows(earlier, length) + shorter_windows(earlier, length)
        known = cases_of(earlier, windows, cut) if windows else None
        if known is None or known.entered.sum() < FEWEST_TO_LEARN or known.entered.all():
            return None
        _, features = features_of(earlier, earlier.now, cells, length)
        return learn(known.features, known.entered).score(features)

    newest = forward(past, told.horizon, cut, scores)
    lift = promised(told.block_lift, newest)
    low, high = (end * lift / told.block_lift for end in told.lift_range)
    return replace(told, lift=lift, lift_range=(low, high), forward=newest)


def held_out_scores(past: Past, full: Cases, training: Cases) -> Floats | None:
    """Scores of the full windows, each block by a learner that saw none of its regions and activities."""
    row, column = past.blocks()
    out = np.full(len(full.entered), np.nan)
    for left in range(SIDES):
        for right in range(SIDES):
            held = (row[full.region] == left) & (column[full.activity] == right)
            seen = (row[training.region] != left) & (column[training.activity] != right)
            entered = training.entered[seen]
            if not held.any():
                continue
            if entered.sum() < FEWEST_TO_LEARN // 2 or entered.all():
                return None
            out[held] = learn(training.features[seen], entered).score(full.features[held])
    return out


def baseline_scores(past: Past, cases: Cases, horizon: int, cut: float) -> dict[str, Floats]:
    """The simple methods, on the log-odds of the percentile within each window."""
    out: dict[str, list[Floats]] = {name: [] for name in (*BASELINES, PAST_RATES)}
    for place in np.unique(cases.window).tolist():
        cells = cases.window == place
        at = cases.region[cells], cases.activity[cells]
        for name, arrays in simple_scores(past, place, horizon, cut).items():
            out[name].append(percentile_odds(arrays[at]))
    windows = len(np.unique(cases.window))
    order = np.argsort(cases.window, kind="stable")
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    return {name: np.concatenate(parts)[back] for name, parts in out.items() if len(parts) == windows}


def simple_scores(past: Past, place: int, horizon: int, cut: float) -> dict[str, Floats]:
    """(regions, activities) of every simple method that the years up to `place` allow."""
    out = {name: method(past.panel, place) for name, method in BASELINES.items()}
    rates = past_rates(past.panel, place, horizon, cut)
    return out if rates is None else {**out, PAST_RATES: rates}


def _calibrate_lasting(score: Floats, full: Cases) -> Calibration | None:
    known = full.followed
    lasting = full.lasting[known]
    if lasting.sum() < FEWEST_TO_LEARN // 2 or lasting.all():
        return None
    return calibrate(score[known], lasting)


def _told(
    past: Past, full: Cases, method: str, best: str, found: Mapping[str, float], scores: Mapping[str, Floats]
) -> Check:
    probability = _cross_calibrated(past, full, scores[method])
    truth = full.entered
    draws = region_weights(full.region)
    ours, simple = Ranked.of(scores[method], truth), Ranked.of(scores[best], truth)
    gains = None
    if LEARNED in scores:
        learned = Ranked.of(scores[LEARNED], truth)
        gains = [learned.average_precision(weight) - simple.average_precision(weight) for weight in draws]
    bins = reliability(probability, truth)
    return Check(
        method, best, _years(past, full), 0, len(truth), int(truth.sum()), float(truth.mean()),
        float(full.lasting[full.followed].mean()) if full.followed.any() else None,
        {name: round(value, 9) for name, value in sorted(found.items())},
        ours.lift(), interval([ours.lift(weight) for weight in draws]), ours.lift(), None, 1.0,
        None if gains is None else found[LEARNED] - found[best], None if gains is None else interval(gains),
        brier_skill(probability, truth), calibration_error(bins), perfect_calibration_error(probability),
        tuple(ReliabilityBin(group.count, group.promised, group.realised) for group in bins), {},
    )  # fmt: skip


def _cross_calibrated(past: Past, full: Cases, score: Floats) -> Floats:
    """Probabilities of each third of the regions by a calibration on the other two."""
    row, _ = past.blocks()
    out = np.full(len(score), full.entered.mean())
    for part in range(SIDES):
        held = row[full.region] == part
        if held.any() and 0 < full.entered[~held].sum() < (~held).sum():
            out[held] = calibrate(score[~held], full.entered[~held]).probability(score[held])
    return out


def _weights(learner: Learner, training: Cases) -> dict[str, float]:
    """Share of the trees' splits, weighted by what they gain, that each family of features makes."""
    out: dict[str, float] = {}
    for name, share in zip(training.names, learner.importance, strict=True):
        family = name.partition(".")[0]
        out[family] = out.get(family, 0.0) + float(share)
    return {family: round(share, 6) for family, share in sorted(out.items(), key=lambda item: (-item[1], item[0]))}


def _years(past: Past, full: Cases) -> tuple[tuple[int, int], ...]:
    length = int(full.features[0, -1])
    starts = np.unique(full.window).tolist()
    return tuple((int(past.panel.years[start]), int(past.panel.years[start]) + length) for start in starts)
