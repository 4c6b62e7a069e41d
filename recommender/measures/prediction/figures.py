"""Every figure of one forecast on the same cells, as it is and when whole regions are drawn anew."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .scores import BINS, TOP, Bin, Curve, Flags, Floats, Places, Ranked, calibration_error

AVERAGE_PRECISION, LIFT, F1 = "average_precision", "lift", "f1"
PRECISION_10, CHANCE_10, ORACLE_10 = "precision_at_10", "precision_at_10_by_chance", "precision_at_10_of_an_oracle"
PRECISION_1000, ROC_AUC = "precision_at_1000", "roc_auc"
BRIER_SKILL, CALIBRATION = "brier_skill", "calibration_error"
FIGURES = (
    AVERAGE_PRECISION, LIFT, F1, PRECISION_10, CHANCE_10, ORACLE_10, PRECISION_1000, ROC_AUC, BRIER_SKILL, CALIBRATION
)  # fmt: skip

WITHIN = 10
"""Of each region's candidates, so many are looked at."""
OVERALL = 1000
SHARES = (0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0)
"""Of the candidates, the likeliest first: where the lift curve is drawn."""
RECALLS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Of the entries: where the precision-recall curve is drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """Figures by name, the curves at `SHARES` and `RECALLS`, and what came true in each bin: (bins,) each."""

    figures: dict[str, float]
    lifts: Floats
    precisions: Floats
    realised: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A forecast and what came, summed by region so that drawing regions anew costs little.

    `region` is the place of each cell's region, (cells,). Sums are (regions, …): `within` counts regions with
    enough candidates, and of these the precision at 10, by chance, and of an oracle; `called` what was called and
    came, was called, came; `squares` squared errors, entries, cells; `bins` cells, promised, came of each bin.
    """

    ranked: Ranked
    region: Places
    within: Floats
    called: Floats | None
    squares: Floats | None
    bins: Floats | None

    @classmethod
    def of(
        cls, score: Floats, truth: Flags, region: Places, regions: int, *,
        called: Flags | None = None, probability: Floats | None = None,
    ) -> Judged:  # fmt: skip
        """From (cells,) arrays; `probability` where the score can be read as one, `called` where entries were."""
        sums = _Sums(region, regions)
        within = _within(score, truth, region, regions)
        claims = None if called is None else sums.of(called & truth, called, truth)
        if probability is None:
            return cls(Ranked.of(score, truth), region, within, claims, None, None)
        squares = sums.of((probability - truth) ** 2, truth, np.ones(len(truth)))
        groups = [part for part in np.array_split(np.argsort(probability, kind="stable"), BINS) if len(part)]
        bins = np.stack(
            [sums.at(part).of(np.ones(len(part)), probability[part], truth[part]) for part in groups], axis=1
        )
        return cls(Ranked.of(score, truth), region, within, claims, squares, bins)

    def draw(self, weight: Floats | None = None) -> Drawn:
        """The figures if each region counts so often, (regions,); as it is without."""
        times = np.ones(len(self.within)) if weight is None else weight
        curve, groups = self.ranked.curve(times[self.region]), self.reliability(times)
        figures = {
            AVERAGE_PRECISION: curve.average_precision(), LIFT: curve.lift(TOP), F1: self._f1(times),
            **dict(zip((PRECISION_10, CHANCE_10, ORACLE_10), self._within_regions(times), strict=True)),
            PRECISION_1000: curve.precision_at(OVERALL), ROC_AUC: curve.roc_auc(), BRIER_SKILL: self._skill(times),
            CALIBRATION: calibration_error(groups) if groups else float("nan"),
        }  # fmt: skip
        return Drawn(figures, *_curves(curve), np.array([group.realised for group in groups]))

    def reliability(self, times: Floats | None = None) -> tuple[Bin, ...]:
        """Ten groups of cells by rising probability, the same groups whichever regions are drawn."""
        if self.bins is None:
            return ()
        sums = np.tensordot(np.ones(len(self.bins)) if times is None else times, self.bins, axes=1)
        cells = np.maximum(sums[:, 0], 1e-12)
        return tuple(
            Bin(round(count), float(promised / cell), float(came / cell))
            for (count, promised, came), cell in zip(sums.tolist(), cells, strict=True)
        )

    def _f1(self, times: Floats) -> float:
        if self.called is None:
            return float("nan")
        hits, called, came = times @ self.called
        return float(2 * hits / (called + came)) if called + came else float("nan")

    def _within_regions(self, times: Floats) -> tuple[float, float, float]:
        counted, *sums = (times @ self.within).tolist()
        first, chance, oracle = (part / counted if counted else float("nan") for part in sums)
        return first, chance, oracle

    def _skill(self, times: Floats) -> float:
        if self.squares is None:
            return float("nan")
        errors, came, cells = times @ self.squares
        spread = came * (1 - came / cells) if cells else 0.0
        return float(1 - errors / spread) if spread > 0 else float("nan")


def _within(score: Floats, truth: Flags, region: Places, regions: int) -> Floats:
    """(regions, 4): whether there are enough candidates, and the precision at 10, by chance, and of an oracle."""
    out = np.zeros((regions, 4))
    order = np.argsort(region, kind="stable")
    places, starts = np.unique(region[order], return_index=True)
    for place, cells in zip(places.tolist(), np.split(order, starts[1:]), strict=True):
        if len(cells) >= WITHIN:
            came = truth[cells]
            first = Ranked.of(score[cells], came).curve().precision_at(WITHIN)
            out[place] = 1, first, came.mean(), min(1.0, came.sum() / WITHIN)
    return out


@dataclass(frozen=True, slots=True, eq=False)
class _Sums:
    """Adds up cells by region."""

    region: Places
    regions: int

    def at(self, cells: Places) -> _Sums:
        return _Sums(self.region[cells], self.regions)

    def of(self, *parts: Floats | Flags) -> Floats:
        """(regions, parts)."""
        return np.column_stack([np.bincount(self.region, part, self.regions) for part in parts])


def _curves(curve: Curve) -> tuple[Floats, Floats]:
    return np.array([curve.lift(share) for share in SHARES]), np.array([curve.precision_for(r) for r in RECALLS])
