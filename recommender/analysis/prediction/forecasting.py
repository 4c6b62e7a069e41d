"""A table -> the probability of every entry, or a plain word why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ...measures.prediction.learning import Learner, percentile_odds
from ...measures.prediction.windows import CUT, Window, candidates_at, outcome
from ...model.forecast import Chance, Forecast, Standing
from ...model.table import Table
from .cases import Cases, Past, Singles, cases_of, features_of, full_windows, past_of, shorter_windows
from .checking import Checked, check, simple_scores
from .drift import drift

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

Speaks: TypeAlias = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

FEWEST_ENTRIES = 500
FEWEST_CANDIDATES = 1000
FEWEST_SIDE = 5
"""A table with fewer regions or activities has no blocks to hold out."""
UNTRIED = "persistence"
"""The simple method where nothing can be checked: the best of the simple ones on most tables we tried."""


@dataclass(frozen=True, slots=True, eq=False)
class _Estimates:
    """(candidates,) each; probabilities are None where they are refused."""

    probability: Floats | None
    lasting: Floats | None
    baseline: Floats
    speaks: Speaks


def forecast(
    table: Table, horizon: int, *, origin: int | None = None, cut: float = CUT, only_validated: bool = False
) -> Forecast:
    """The chance that each region enters each activity within `horizon` years of the origin.

    Parameters
    ----------
    origin : int
        The last year that may be known; by default the newest.
    cut : float
        A candidate's location quotient is below this.
    only_validated : bool
        Learn nothing where counting alone shows that it could not be validated: no check and no probabilities then.

    Raises
    ------
    InputErrors
        If the table has no such year.
    """
    if origin is not None:
        table.year_index(origin)
    past = past_of(table, origin)
    candidates = candidates_at(past.panel, past.now, cut)
    reasons, standing, checked = _checked(past, horizon, cut, only_validated=only_validated)
    estimates = _estimates(past, candidates, horizon, cut, checked, refused=standing == "refused")
    year = int(past.panel.years[past.now]) or None
    return Forecast(
        table.source.name, table.source.sha256, year, horizon, cut, standing, reasons,
        checked.check if checked else None, _chances(past, candidates, estimates),
        {code: {"en": name} for code, name in sorted(table.region_names.items()) if code in set(past.regions)}
        | {code: label for code, label in sorted(table.activity_labels.items()) if code in set(past.activities)},
    )  # fmt: skip


def _checked(
    past: Past, horizon: int, cut: float, *, only_validated: bool
) -> tuple[tuple[str, ...], Standing, Checked | None]:
    """Why the forecast stands where it stands."""
    if min(len(past.regions), len(past.activities)) < FEWEST_SIDE:
        return ("too_small",), "not_validated", None
    full, shorter = full_windows(past, horizon), shorter_windows(past, horizon)
    if not full and not shorter:
        return ("no_window",), "not_validated", None
    if only_validated:
        moved, small = tuple(drift(past, full or shorter, horizon, cut)), tuple(_too_few(past, full, shorter, cut))
        if moved or small:
            return moved or small, "refused" if moved else "no_proven_gain", None
    measured = cases_of(past, full or shorter, cut)
    training = cases_of(past, full + shorter, cut) if full and shorter else measured
    checked = check(past, measured, training, horizon, cut) if len(measured.entered) else None
    if checked is None:
        return ("no_entries",), "not_validated", None
    reasons = tuple(drift(past, full or shorter, horizon, cut))
    if reasons:
        return reasons, "refused", checked
    reasons = tuple(_too_little(full, measured, checked))
    return reasons, "no_proven_gain" if reasons else "validated", checked


def _too_few(past: Past, full: list[Window], shorter: list[Window], cut: float) -> list[str]:
    """What `_too_little` would say, as far as counting shows it."""
    found = [outcome(past.panel, window, cut) for window in full or shorter]
    entries, candidates = (sum(int(cells.sum()) for cells in part) for part in
                           ([item.entered for item in found], [item.candidates for item in found]))  # fmt: skip
    lacks = {
        "short_window": not full,
        "few_entries": entries < FEWEST_ENTRIES,
        "few_candidates": candidates < FEWEST_CANDIDATES,
    }
    return [name for name, lacking in lacks.items() if lacking]


def _too_little(full: list[Window], measured: Cases, checked: Checked) -> list[str]:
    found = checked.check
    lacks = {
        "short_window": not full,
        "few_entries": int(measured.entered.sum()) < FEWEST_ENTRIES,
        "few_candidates": len(measured.entered) < FEWEST_CANDIDATES,
        "no_skill": found.brier_skill <= 0,
    }
    return [name for name, lacking in lacks.items() if lacking]


def _estimates(
    past: Past, candidates: Flags, horizon: int, cut: float, checked: Checked | None, *, refused: bool
) -> _Estimates:
    simple = {
        name: percentile_odds(score[candidates]) for name, score in simple_scores(past, past.now, horizon, cut).items()
    }
    best = checked.check.best_baseline if checked else UNTRIED
    baseline = simple.get(best, simple[UNTRIED])
    percentile = np.round(1 / (1 + np.exp(-baseline)), 6)
    silent: Speaks = tuple(((), ()) for _ in percentile)
    if checked is None:
        return _Estimates(None, None, percentile, silent)
    score, speaks = baseline, silent
    if checked.learner is not None:
        names, features = features_of(past, past.now, candidates, horizon)
        score = checked.learner.score(features)
        speaks = _speaks(names, checked.learner, features)
    if refused:
        return _Estimates(None, None, percentile, speaks)
    probability = np.round(checked.calibration.probability(score), 6)
    lasting = None
    if checked.lasting is not None:
        lasting = np.minimum(np.round(checked.lasting.probability(score), 6), probability)
    return _Estimates(probability, lasting, percentile, speaks)


def _speaks(names: tuple[str, ...], learner: Learner, features: Singles) -> Speaks:
    """Of each cell the families of features that speak most for it and most against it, two at most."""
    family = np.array([name.partition(".")[0] for name in names])
    families = sorted(set(family.tolist()) - {"horizon"})
    totals = learner.contributions(features, [np.flatnonzero(family == name) for name in families])
    order = np.argsort(-totals, axis=1, kind="stable")
    return tuple(
        (
            tuple(families[place] for place in places[:2] if row[place] > 0),
            tuple(families[place] for place in places[::-1][:2] if row[place] < 0),
        )
        for row, places in zip(totals, order.tolist(), strict=True)
    )


def _chances(past: Past, candidates: Flags, found: _Estimates) -> tuple[Chance, ...]:
    region, activity = np.nonzero(candidates)
    first = found.baseline if found.probability is None else found.probability
    order = np.lexsort((activity, region, -found.baseline, -first))
    return tuple(
        Chance(
            past.regions[region[at]], past.activities[activity[at]],
            None if found.probability is None else float(found.probability[at]),
            None if found.lasting is None else float(found.lasting[at]),
            float(found.baseline[at]), *found.speaks[at],
        )
        for at in order.tolist()
    )  # fmt: skip
