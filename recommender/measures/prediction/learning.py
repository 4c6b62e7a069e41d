"""A learner of entries: a logistic model and two kinds of randomised trees, blended on the log-odds.

scikit-learn is imported where it is used: it takes a second.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.floating]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

TREES = 100
RIVAL_TREES = 120
LEAF = 10
SHARE_OF_ROWS = 0.3
PENALTY = 0.02
NEGATIVES = 24_000
SEED = 20261123


@dataclass(frozen=True, slots=True, eq=False)
class Learner:
    """Fitted models, and the means and deviations of the features they were fitted on."""

    logistic: Any
    forests: tuple[Any, ...]
    mean: Floats
    deviation: Floats

    @property
    def importance(self) -> Floats:
        """Share of the splits of all trees, weighted by what they gain, that each feature makes; (features,)."""
        shares = np.stack([forest.feature_importances_ for forest in self.forests])
        return np.asarray(shares.mean(axis=0), dtype=np.float64)

    def score(self, features: Numbers) -> Floats:
        """Log-odds of entering, before calibration: the mean over the models; (cells,) float."""
        standard = (features.astype(np.float64) - self.mean) / self.deviation
        parts = [self.logistic.decision_function(standard)]
        for forest in self.forests:
            # One job: sums of many threads depend on who comes first.
            forest.set_params(n_jobs=1)
            parts.append(log_odds(forest.predict_proba(features.astype(np.float32))[:, 1]))
        score: Floats = np.round(np.stack(parts).mean(axis=0), 6)
        return score

    def contributions(self, features: Numbers, groups: Sequence[Places]) -> Floats:
        """What knowing each group of features adds to the score; (cells, groups) float.

        The score less the one that the same cell has with the group at its mean. Groups overlap in what they
        know, so that the contributions need not add up to the score.
        """
        whole = self.score(features)
        out = np.empty((len(features), len(groups)))
        for place, group in enumerate(groups):
            hidden = features.copy()
            hidden[:, group] = self.mean[group]
            out[:, place] = whole - self.score(hidden)
        return out


def learn(features: Numbers, entered: Flags, seed: int = SEED) -> Learner:
    """Fit all models; both outcomes must occur. Of many failures a drawn part stands for all, by weight.

    Trees whose splits are drawn (Geurts et al. 2006) and trees whose rows are drawn (Breiman 2001) err in
    different places, and both in others than a line does. Three tenths of the rows for each tree: the trees differ
    more, and cost less, than on as many rows as there are (Buehlmann and Yu 2002).
    """
    from sklearn.ensemble import ExtraTreesClassifier, RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    kept, weight = _thinned(entered, seed)
    features, entered = features[kept].astype(np.float64), entered[kept]
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    deviation = np.where(deviation > 1e-9, deviation, 1.0)
    logistic = LogisticRegression(C=PENALTY, max_iter=300)
    # Threads only get in each other's way on so few columns, and their sums depend on who comes first.
    with threadpool_limits(1):
        logistic.fit((features - mean) / deviation, entered, weight)
    shared = {"n_estimators": TREES, "min_samples_leaf": LEAF, "n_jobs": 2, "random_state": seed}
    forests = (
        ExtraTreesClassifier(**shared),
        RandomForestClassifier(max_samples=SHARE_OF_ROWS, **shared),
    )
    for forest in forests:
        _fit(forest, features, entered, weight)
    return Learner(logistic, forests, mean, deviation)


def learn_forest(features: Numbers, entered: Flags, asked: Numbers, seed: int = SEED) -> Floats:
    """Share of the trees of a random forest (Breiman 2001) that call an entry, on the same features; (cells,)."""
    from sklearn.ensemble import RandomForestClassifier

    kept, weight = _thinned(entered, seed)
    forest = RandomForestClassifier(RIVAL_TREES, min_samples_leaf=LEAF, n_jobs=2, random_state=seed)
    _fit(forest, features[kept], entered[kept], weight)
    forest.set_params(n_jobs=1)
    share: Floats = np.round(forest.predict_proba(asked.astype(np.float32))[:, 1], 9)
    return share


@dataclass(frozen=True, slots=True)
class Calibration:
    """Platt's: probability = 1 / (1 + exp(-(slope score + intercept))), the slope never negative."""

    slope: float
    intercept: float

    def probability(self, score: Floats) -> Floats:
        return 1 / (1 + np.exp(-(self.slope * score + self.intercept)))

    def times(self, factor: float) -> Calibration:
        """The same with all odds multiplied."""
        return Calibration(self.slope, round(self.intercept + float(np.log(factor)), 9))


def calibrate(score: Floats, entered: Flags) -> Calibration:
    """Platt (1999), on scores of cells that the learner had not seen."""
    from sklearn.linear_model import LogisticRegression

    fitted = LogisticRegression(C=1e6, max_iter=500).fit(score[:, None], entered)
    slope = float(fitted.coef_[0, 0])
    if slope > 0:
        return Calibration(round(slope, 9), round(float(fitted.intercept_[0]), 9))
    rate = float(entered.mean())
    return Calibration(0.0, round(float(np.log(rate / (1 - rate))), 9))


def log_odds(share: Floats) -> Floats:
    return np.log((share + 1e-4) / (1 - share + 1e-4))


def percentile_odds(score: Floats) -> Floats:
    """Log-odds of the mid-rank percentile: a scale on which scores in any unit can be calibrated."""
    _, inverse, counts = np.unique(np.round(score, 9), return_inverse=True, return_counts=True)
    middle = (np.cumsum(counts) - counts / 2) / max(len(score), 1)
    return log_odds(middle[inverse])


def _fit(forest: Any, features: Numbers, entered: Flags, weight: Floats) -> None:
    # Its threads each set and restore the filters of warnings, which are one for all: the last may restore none.
    with warnings.catch_warnings():
        forest.fit(features.astype(np.float32), entered, weight)


def _thinned(entered: Flags, seed: int) -> tuple[npt.NDArray[np.intp], Floats]:
    failures = np.flatnonzero(~entered)
    if len(failures) <= NEGATIVES:
        return np.arange(len(entered)), np.ones(len(entered))
    drawn = np.random.Generator(np.random.PCG64(seed)).choice(failures, NEGATIVES, replace=False)
    kept = np.sort(np.concatenate((np.flatnonzero(entered), drawn)))
    return kept, np.where(entered[kept], 1.0, len(failures) / NEGATIVES)
