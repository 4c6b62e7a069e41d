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

    def average_precision(self, weight: Floats | None = None) -> float:
        counted = np.ones(len(self.order)) if weight is None else weight[self.order]
        hits = np.cumsum(counted * self.truth)[self.ends]
        all_told = np.cumsum(counted)[self.ends]
        if not len(hits) or hits[-1] <= 0:
            return float("nan")
        precision = np.divide(hits, all_told, out=np.zeros_like(hits), where=all_told > 0)
        return float((np.diff(hits, prepend=0) * precision).sum() / hits[-1])

    def lift(self, weight: Floats | None = None, share: float = TOP) -> float:
        """How many times as frequent entries are among the `share` that scores highest as among all.

        Equal scores stand for each other; 1 if constant, min(1 / share, 1 / base rate) if perfect, NaN
        without any entry. Unlike average precision over the base rate, it hardly moves with the base rate.
        """
        counted = np.ones(len(self.order)) if weight is None else weight[self.order]
        hits = np.cumsum(counted * self.truth)[self.ends]
        all_told = np.cumsum(counted)[self.ends]
        if not len(hits) or hits[-1] <= 0:
            return float("nan")
        found = np.interp(share * all_told[-1], np.append(0, all_told), np.append(0, hits))
        return float(found / hits[-1] / share)


def best_f1(score: Floats, truth: Flags) -> tuple[float, float]:
    """The best F1 and the score from which it is reached."""
    ranked = Ranked.of(score, truth)
    hits = np.cumsum(ranked.truth)[ranked.ends]
    f1 = 2 * hits / (ranked.ends + 1 + max(int(truth.sum()), 1))
    best = int(np.argmax(f1))
    return float(f1[best]), float(score[ranked.order[ranked.ends[best]]])


def f1_at(score: Floats, truth: Flags, threshold: float) -> float:
    """F1 of calling an entry whatever scores `threshold` or more."""
    called = score >= threshold
    both = called.sum() + truth.sum()
    return float(2 * (called & truth).sum() / both) if both else 0.0


def precision_at(score: Floats, truth: Flags, count: int) -> float:
    """Share of entries among the `count` cells that score highest; ties in the order of the cells."""
    top = np.argsort(-score, kind="stable")[:count]
    return float(truth[top].mean()) if len(top) else float("nan")


def precision_within(score: Floats, truth: Flags, region: Places, count: int = 10) -> float:
    """Mean over regions of the share of entries among their `count` best; regions with fewer left out."""
    shares = [
        precision_at(score[region == one], truth[region == one], count)
        for one in np.unique(region)
        if (region == one).sum() >= count
    ]
    return float(np.mean(shares)) if shares else float("nan")


def bounds_within(truth: Flags, region: Places, count: int = 10) -> tuple[float, float]:
    """What chance and an oracle reach in `precision_within`."""
    counted = [truth[region == one] for one in np.unique(region) if (region == one).sum() >= count]
    if not counted:
        return float("nan"), float("nan")
    oracle = [min(1.0, float(one.sum()) / count) for one in counted]
    return float(np.mean([one.mean() for one in counted])), float(np.mean(oracle))


def roc_auc(score: Floats, truth: Flags) -> float:
    """Chance that an entry scores higher than a failure; NaN if all cells share one outcome."""
    positives, negatives = int(truth.sum()), int((~truth).sum())
    if not positives or not negatives:
        return float("nan")
    _, inverse, counts = np.unique(score, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    return float((ranks[truth].sum() - positives * (positives + 1) / 2) / (positives * negatives))


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
    random = np.random.Generator(np.random.PCG64(seed))
    errors = [
        calibration_error(reliability(probability, random.random(len(probability)) < probability))
        for _ in range(draws)
    ]  # fmt: skip
    return float(np.mean(errors))


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
