"""How good a forecast was. Scores and truth are (cells,) arrays; weights count a cell several times."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

BINS = 10
DRAWS = 200
TOP = 0.1
"""The share of the cells, the likeliest ones, whose entries a lift counts."""


def average_precision(score: Floats, truth: Flags, weight: Floats | None = None) -> float:
    """Mean precision at each entry, equal scores taken together; 1 if perfect, the base rate if constant.

    NaN without any entry. Davis and Goadrich (2006), ICML.
    """
    return Ranked.of(score, truth).average_precision(weight)


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """How many entries are found among how many cells, the highest scores first; equal scores stand for each other.

    Both (steps + 1,) float, from 0, and rising.
    """

    hits: Floats
    told: Floats

    @property
    def empty(self) -> bool:
        return len(self.hits) < 2 or bool(self.hits[-1] <= 0)

    def average_precision(self) -> float:
        if self.empty:
            return float("nan")
        hits, told = self.hits[1:], self.told[1:]
        precision = np.divide(hits, told, out=np.zeros_like(hits), where=told > 0)
        return float((np.diff(self.hits) * precision).sum() / hits[-1])

    def lift(self, share: float) -> float:
        """How many times as frequent entries are among the `share` that scores highest as among all.

        1 if constant, min(1 / share, 1 / base rate) if perfect, NaN without any entry. Unlike average precision over
        the base rate, it hardly moves with the base rate.
        """
        return float("nan") if self.empty else self._found(share * self.told[-1]) / float(self.hits[-1]) / share

    def precision_at(self, count: float) -> float:
        """Share of entries among the `count` cells that score highest; NaN with fewer cells."""
        return self._found(count) / count if self.told[-1] >= count else float("nan")

    def precision_for(self, recall: float) -> float:
        """Share of entries among the cells that must be called to find the share `recall` of all entries."""
        if self.empty:
            return float("nan")
        wanted = recall * float(self.hits[-1])
        step = min(max(int(np.searchsorted(self.hits, wanted)), 1), len(self.hits) - 1)
        # between two steps both counts rise in a straight line (Davis and Goadrich 2006)
        part = (wanted - self.hits[step - 1]) / (self.hits[step] - self.hits[step - 1])
        return float(wanted / (self.told[step - 1] + part * (self.told[step] - self.told[step - 1])))

    def roc_auc(self) -> float:
        """Chance that an entry scores higher than a failure; NaN if all cells share one outcome."""
        failures = self.told - self.hits
        if self.empty or failures[-1] <= 0:
            return float("nan")
        middle = (self.hits[1:] + self.hits[:-1]) / 2
        return float((np.diff(failures) * middle).sum() / failures[-1] / self.hits[-1])

    def _found(self, count: float) -> float:
        return float(np.interp(count, self.told, self.hits))


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """Cells sorted once by falling score, for many weights."""

    order: Places
    truth: Flags
    ends: Places

    @classmethod
    def of(cls, score: Floats, truth: Flags) -> Ranked:
        order = np.argsort(-score, kind="stable")
        ordered = score[order]
        ends = np.append(np.flatnonzero(np.diff(ordered)), len(ordered) - 1)
        return cls(order, truth[order], ends)

    def curve(self, weight: Floats | None = None) -> Curve:
        counted = np.ones(len(self.order)) if weight is None else weight[self.order]
        hits, told = (np.append(0.0, np.cumsum(part)[self.ends]) for part in (counted * self.truth, counted))
        return Curve(hits, told)

    def average_precision(self, weight: Floats | None = None) -> float:
        return self.curve(weight).average_precision()

    def lift(self, weight: Floats | None = None, share: float = TOP) -> float:
        return self.curve(weight).lift(share)


def best_share(score: Floats, truth: Flags) -> float:
    """The share of the cells, highest scores first, that gives the best F1 if all of it is called an entry."""
    curve = Ranked.of(score, truth).curve()
    f1 = 2 * curve.hits[1:] / (curve.told[1:] + max(int(truth.sum()), 1))
    return float(curve.told[1 + int(np.argmax(f1))] / len(score))


def threshold_at(score: Floats, share: float) -> float:
    """The score from which on `share` of the cells lie, at least one; equal scores stay together."""
    count = min(max(round(share * len(score)), 1), len(score))
    return float(np.sort(score)[len(score) - count])


def f1_at(score: Floats, truth: Flags, threshold: float) -> float:
    """F1 of calling an entry whatever scores `threshold` or more."""
    called = score >= threshold
    both = called.sum() + truth.sum()
    return float(2 * (called & truth).sum() / both) if both else 0.0


def brier_skill(probability: Floats, truth: Flags) -> float:
    """1 - mean squared error over that of the base rate for all (Brier 1950); 1 perfect, 0 the base rate."""
    rate = truth.mean()
    spread = rate * (1 - rate)
    return float(1 - ((probability - truth) ** 2).mean() / spread) if spread > 0 else float("nan")


@dataclass(frozen=True, slots=True)
class Bin:
    """Cells of like probability: how many, the mean probability, the share that came true."""

    count: int
    promised: float
    realised: float


def reliability(probability: Floats, truth: Flags, bins: int = BINS) -> tuple[Bin, ...]:
    """Ten groups of the same size, by rising probability."""
    order = np.argsort(probability, kind="stable")
    groups = [part for part in np.array_split(order, bins) if len(part)]
    return tuple(Bin(len(part), float(probability[part].mean()), float(truth[part].mean())) for part in groups)


def calibration_error(bins: tuple[Bin, ...]) -> float:
    """Mean distance of what came true from what was promised, weighted by the cells of each group."""
    total = sum(group.count for group in bins)
    return sum(group.count * abs(group.promised - group.realised) for group in bins) / max(total, 1)


def perfect_calibration_error(probability: Floats, draws: int = 50, seed: int = 0) -> float:
    """The error that the same probabilities would show by chance if they were exactly right."""
    return float(np.mean(perfect_calibration_errors(probability, draws, seed)))


def perfect_calibration_errors(probability: Floats, draws: int = 50, seed: int = 0) -> list[float]:
    """The same of each draw of what would come."""
    random = np.random.Generator(np.random.PCG64(seed))
    order = np.argsort(probability, kind="stable")
    parts = [part for part in np.array_split(order, BINS) if len(part)]
    promised = [float(probability[part].mean()) for part in parts]
    errors = []
    for _ in range(draws):
        came = random.random(len(probability)) < probability
        groups = tuple(
            Bin(len(part), mean, float(came[part].mean())) for part, mean in zip(parts, promised, strict=True)
        )
        errors.append(calibration_error(groups))
    return errors


def region_weights(region: Places, draws: int = DRAWS, seed: int = 0) -> list[Floats]:
    """Bootstrap of whole regions: how often each cell's region was drawn, (cells,) float a draw."""
    names, inverse = np.unique(region, return_inverse=True)
    random = np.random.Generator(np.random.PCG64(seed))
    share = np.full(len(names), 1 / max(len(names), 1))
    return [random.multinomial(len(names), share)[inverse].astype(np.float64) for _ in range(draws)]


def interval(values: list[float], level: float = 0.9) -> tuple[float, float]:
    """The middle `level` of some values; those that are not defined do not count."""
    known = np.array([value for value in values if not np.isnan(value)])
    if not len(known):
        return float("nan"), float("nan")
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
