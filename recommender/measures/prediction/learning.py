"""A learner of entries: a logistic model and extremely randomised trees, blended on the log-odds.

scikit-learn is imported where it is used: it takes a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.floating]
Flags = npt.NDArray[np.bool_]

TREES = 120
LEAF = 10
SHARE_OF_FEATURES = 0.4
PENALTY = 0.02
NEGATIVES = 24_000
SEED = 20261123


@dataclass(frozen=True, slots=True, eq=False)
class Learner:
    """Fitted models, and the means and deviations of the features they were fitted on."""

    logistic: Any
    trees: Any
    mean: Floats
    deviation: Floats

    def score(self, features: Numbers) -> Floats:
        """Log-odds of entering, before calibration; (cells,) float."""
        linear = self.logistic.decision_function(self._standard(features))
        # One job: sums of many threads depend on who comes first.
        self.trees.set_params(n_jobs=1)
        share = self.trees.predict_proba(features.astype(np.float32))[:, 1]
        score: Floats = np.round((linear + log_odds(share)) / 2, 6)
        return score

    def contributions(self, features: Numbers) -> Floats:
        """What each feature adds to the log-odds of the logistic model; (cells, features) float."""
        weighted: Floats = self._standard(features) * self.logistic.coef_[0]
        return weighted

    def _standard(self, features: Numbers) -> Floats:
        standard: Floats = (features.astype(np.float64) - self.mean) / self.deviation
        return standard


def learn(features: Numbers, entered: Flags, seed: int = SEED) -> Learner:
    """Fit both models; both outcomes must occur. Of many failures a drawn part stands for all, by weight."""
    from sklearn.ensemble import ExtraTreesClassifier
    from sklearn.linear_model import LogisticRegression

    kept, weight = _thinned(entered, seed)
    features, entered = features[kept].astype(np.float64), entered[kept]
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    deviation = np.where(deviation > 1e-9, deviation, 1.0)
    logistic = LogisticRegression(C=PENALTY, max_iter=300)
    logistic.fit((features - mean) / deviation, entered, weight)
    trees = ExtraTreesClassifier(
        TREES, min_samples_leaf=LEAF, max_features=SHARE_OF_FEATURES, n_jobs=2, random_state=seed
    )
    trees.fit(features.astype(np.float32), entered, weight)
    return Learner(logistic, trees, mean, deviation)


def learn_forest(features: Numbers, entered: Flags, asked: Numbers, seed: int = SEED) -> Floats:
    """Share of the trees of a random forest (Breiman 2001) that call an entry, on the same features; (cells,)."""
    from sklearn.ensemble import RandomForestClassifier

    kept, weight = _thinned(entered, seed)
    forest = RandomForestClassifier(TREES, min_samples_leaf=LEAF, n_jobs=2, random_state=seed)
    forest.fit(features[kept].astype(np.float32), entered[kept], weight)
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


def _thinned(entered: Flags, seed: int) -> tuple[npt.NDArray[np.intp], Floats]:
    failures = np.flatnonzero(~entered)
    if len(failures) <= NEGATIVES:
        return np.arange(len(entered)), np.ones(len(entered))
    drawn = np.random.Generator(np.random.PCG64(seed)).choice(failures, NEGATIVES, replace=False)
    kept = np.sort(np.concatenate((np.flatnonzero(entered), drawn)))
    return kept, np.where(entered[kept], 1.0, len(failures) / NEGATIVES)
