"""Every method of a backtest, as it stood at the origin: scores, what it calls an entry, probabilities.

What a method calls an entry, and how its scores become probabilities, is chosen on the windows that end by the
origin: the simple methods on all their cells, the learned ones on cells that were held out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ...measures.prediction.baselines import BASELINES, PAST_RATES
from ...measures.prediction.blocks import SIDES, folds
from ...measures.prediction.learning import Calibration, calibrate, learn, learn_forest, log_odds, percentile_odds
from ...measures.prediction.scores import best_share, threshold_at
from ...model.backtest import FOREST, OURS
from ...model.forecast import Forecast
from .cases import Cases, Past, cases_of, features_of, full_windows, shorter_windows
from .checking import FEWEST_TO_LEARN, baseline_scores, simple_scores

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

METHODS: tuple[str, ...] = (OURS, FOREST, PAST_RATES, *BASELINES)
COUNTRY = re.compile(r"[A-Z]{2}(?=[A-Z0-9]{1,3}\Z)")
FEWEST_COUNTRIES = 5
FOLDS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Method:
    """(candidates,) each; None where nothing before the origin says how to call an entry, or how likely it is."""

    score: Floats
    called: Flags | None
    probability: Floats | None

    def among(self, kept: Flags | npt.NDArray[np.intp]) -> Method:
        called = None if self.called is None else self.called[kept]
        return Method(self.score[kept], called, None if self.probability is None else self.probability[kept])


@dataclass(frozen=True, slots=True, eq=False)
class Entrants:
    """The methods by name, for *enters* and for *enters and stays*; ours without its country where there are any."""

    entering: dict[str, Method]
    staying: dict[str, Method]
    abroad: Method | None


@dataclass(frozen=True, slots=True, eq=False)
class _Scored:
    """A method's scores at the origin, and on cells of earlier windows (`seen`) where it has any."""

    now: Floats
    seen: Floats | None


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What the years up to the origin hold: all cases, and which of them are checked (windows of the horizon)."""

    cases: Cases
    checked: Flags

    @property
    def enough(self) -> bool:
        entered = self.cases.entered
        return bool(FEWEST_TO_LEARN <= entered.sum() < len(entered))


def entrants(
    past: Past, found: Forecast, candidates: Flags, horizon: int, cut: float, chosen: Collection[str] = METHODS,
    *, abroad: bool = True,
) -> Entrants:  # fmt: skip
    """All chosen methods on the candidates (regions, activities) of the origin; ours always among them."""
    known = _known(past, horizon, cut)
    scored = dict(_simple(past, known, candidates, horizon, cut, chosen))
    learned = known if known is not None and known.enough else None
    if learned is not None and (FOREST in chosen or abroad):
        _, features = features_of(past, past.now, candidates, horizon)
    if learned is not None and FOREST in chosen:
        scored[FOREST] = _forest(past, learned, features)
    entering, staying = ({name: _judged(item, known, found, lasting=lasting) for name, item in scored.items()}
                         for lasting in (False, True))  # fmt: skip
    entering[OURS], staying[OURS] = (_ours(past, found, candidates, lasting=lasting) for lasting in (False, True))
    score = _from_abroad(past, learned.cases, features, candidates) if learned is not None and abroad else None
    far = None if score is None else replace(_calling(score, _share(found, lasting=False)), probability=None)
    return Entrants(entering, staying, far)


def _known(past: Past, horizon: int, cut: float) -> _Known | None:
    full, shorter = full_windows(past, horizon), shorter_windows(past, horizon)
    if not full and not shorter:
        return None
    cases = cases_of(past, full + shorter, cut)
    length = cases.features[:, -1]
    checked = np.asarray(length == horizon) if full else np.ones(len(length), dtype=bool)
    return _Known(cases, checked) if checked.any() else None


def _simple(
    past: Past, known: _Known | None, candidates: Flags, horizon: int, cut: float, chosen: Collection[str]
) -> Iterator[tuple[str, _Scored]]:
    seen = {} if known is None else baseline_scores(past, known.cases.among(known.checked), horizon, cut)
    for name, score in simple_scores(past, past.now, horizon, cut).items():
        if name in chosen:
            yield name, _Scored(percentile_odds(score[candidates]), seen.get(name))


def _forest(past: Past, known: _Known, features: npt.NDArray[np.float32]) -> _Scored:
    """Held out: a third of the regions x a third of the activities, three times."""
    cases = known.cases
    rows, columns = past.blocks()
    row, column = rows[cases.region], columns[cases.activity]
    seen = np.full(len(cases.entered), np.nan)
    for part in range(SIDES):
        held, kept = (row == part) & (column == part) & known.checked, (row != part) & (column != part)
        if held.any() and 0 < cases.entered[kept].sum() < kept.sum():
            score = learn_forest(cases.features[kept], cases.entered[kept], cases.features[held])
            seen[held] = log_odds(score)
    now = learn_forest(cases.features, cases.entered, features)
    return _Scored(log_odds(now), seen[known.checked])


def _judged(scored: _Scored, known: _Known | None, found: Forecast, *, lasting: bool) -> Method:
    """What is called an entry and how likely it is, by what the scores were worth before the origin."""
    if known is None or scored.seen is None:
        return Method(scored.now, None, None)
    cases = known.cases.among(known.checked)
    told = ~np.isnan(scored.seen) & (cases.followed if lasting else True)
    score, truth = scored.seen[told], (cases.lasting if lasting else cases.entered)[told]
    if not 0 < truth.sum() < len(truth):
        return Method(scored.now, None, None)
    method = _calling(scored.now, best_share(score, truth))
    if found.check is None or found.standing == "refused":
        return method
    calibration: Calibration = calibrate(score, truth).times(found.check.rate_factor)
    return replace(method, probability=np.round(calibration.probability(scored.now), 6))


def _ours(past: Past, found: Forecast, candidates: Flags, *, lasting: bool) -> Method:
    """Our probabilities; where there are none of the kind, what stands in for them."""
    ours = {}
    for item in found.chances:
        stays = item.probability_lasting if lasting else None
        first = item.baseline if item.probability is None else item.probability
        ours[item.region, item.activity] = first if stays is None else stays
    row, column = np.nonzero(candidates)
    places = zip(row.tolist(), column.tolist(), strict=True)
    score = np.array([ours[past.regions[left], past.activities[right]] for left, right in places])
    method = _calling(score, _share(found, lasting=lasting))
    known = [item.probability_lasting if lasting else item.probability for item in found.chances]
    return replace(method, probability=score if known and None not in known else None)


def _share(found: Forecast, *, lasting: bool) -> float | None:
    if found.check is None:
        return None
    return found.check.calling_share_lasting if lasting else found.check.calling_share


def _calling(score: Floats, share: float | None) -> Method:
    return Method(score, None if share is None or not len(score) else score >= threshold_at(score, share), None)


def countries(regions: tuple[str, ...]) -> tuple[str, ...] | None:
    """The country of each region, where all codes begin with one; None else."""
    found = [COUNTRY.match(code) for code in regions]
    names = tuple(match[0] for match in found if match)
    return names if len(names) == len(regions) and len(set(names)) >= FEWEST_COUNTRIES else None


def _from_abroad(past: Past, known: Cases, features: npt.NDArray[np.float32], candidates: Flags) -> Floats | None:
    """Ours when it may not learn from a region's country: each third of the countries by the others."""
    names = countries(past.regions)
    if names is None:
        return None
    of_country = dict(zip(sorted(set(names)), folds(tuple(sorted(set(names))), FOLDS), strict=True))
    fold = np.array([of_country[name] for name in names])
    here = fold[np.nonzero(candidates)[0]]
    out = np.full(len(here), np.nan)
    for part in range(FOLDS):
        seen = fold[known.region] != part
        entered = known.entered[seen]
        if entered.sum() < FEWEST_TO_LEARN or entered.all():
            return None
        if (here == part).any():
            out[here == part] = learn(known.features[seen], entered).score(features[here == part])
    return out
