"""A path with its competences relabelled, many times over: how its likes fit at given levels (METHODS A6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
import numpy.typing as npt

from .arrays import Floats, Indices, Kinds
from .fit import Rules, gate, met

IN_CACHE = 1 << 16
"""Numbers in an array that is gone over several times."""

KEPT = 1 << 23
"""Numbers in tables that are kept for the next path (64 MB)."""


def relabellings(kinds: Kinds, draws: int, seed: int) -> Indices:
    """Which competence each competence is taken for in each draw: a permutation within its kind.

    Parameters
    ----------
    kinds : (competences,) int8
    draws : number of made-up libraries
    seed : int >= 0

    Returns
    -------
    (draws, competences) int. It depends on nothing else, so neither does a path's percentile; the
    first draws are the same however many follow.
    """
    labels = np.empty((draws, len(kinds)), dtype=np.int64)
    for kind in sorted(set(kinds.tolist())):
        alike = np.flatnonzero(kinds == kind)
        generator = np.random.Generator(np.random.PCG64([seed, kind]))
        labels[:, alike] = alike[generator.random((draws, len(alike))).argsort(axis=1, kind="stable")]
    return labels


@dataclass(frozen=True, slots=True)
class Asked:
    """A need: its weight and level, and whether it is a prerequisite."""

    weight: float
    level: float
    essential: bool


@dataclass(frozen=True, slots=True)
class MadeUp:
    """Made-up likes of a path.

    needs : of the path, essentials first
    wanted : (needs, draws) int, the competence each need is taken for
    weight : (needs, draws) specificity x weight of it; total : (draws,) their sum
    """

    needs: Sequence[Asked]
    wanted: Indices
    weight: Floats
    total: Floats

    def among(self, draws: Indices | slice) -> MadeUp:
        """Some of them only."""
        return MadeUp(self.needs, self.wanted[:, draws], self.weight[:, draws], self.total[draws])

    @property
    def noise(self) -> float:
        """More than rounding can take from a fit in single precision, which loses a bit a step."""
        return (len(self.needs) + 8) * float(np.finfo(np.float32).eps)


def made_up(needs: Sequence[Asked], wanted: Indices, specificity: Floats) -> MadeUp:
    """The made-up likes of a path; `needs` and `wanted` as in `MadeUp`, specificity (competences,)."""
    weight = specificity[wanted] * np.array([[need.weight] for need in needs])
    return MadeUp(needs, wanted, weight, reduce(np.add, weight))


class Tables:
    """What needs would be met to at given levels, competence by competence; needs alike share a table.

    Parameters
    ----------
    levels : (2 * competences, columns) float, `lent` and then `held`, as in `Partners`; in single
        precision, where bounds will do: that is twice as fast
    """

    def __init__(self, levels: npt.NDArray[np.floating]) -> None:
        self._lent, self._held = np.split(levels, 2)
        self._most = max(1, KEPT // self._lent.size)
        self._known: dict[tuple[bool, float], Floats] = {}

    def fits(self, made_up: MadeUp, rules: Rules) -> Floats:
        """(draws, columns) fit of made-up paths if these levels were there."""
        share = [self._share(need) for need in made_up.needs]
        fits = np.empty((len(made_up.total), self._lent.shape[1]), self._lent.dtype)
        step = max(1, IN_CACHE // self._lent.shape[1])
        for start in range(0, len(fits), step):
            some = slice(start, start + step)
            fits[some] = _fit(share, made_up.among(some), rules)
        return fits

    def _share(self, need: Asked) -> Floats:
        """(competences, columns) share met of a need, were it one for this competence."""
        key = need.essential, need.level
        if key not in self._known:
            if len(self._known) >= self._most:
                self._known.clear()
            self._known[key] = met(self._held if need.essential else self._lent, need.level)
        return self._known[key]


def _fit(tables: Sequence[Floats], made_up: MadeUp, rules: Rules) -> Floats:
    """(draws, columns) fit, from a (competences, columns) table of shares met for each need."""
    shape, kind = (len(made_up.total), tables[0].shape[1]), tables[0].dtype
    covered, weakest, row = np.zeros(shape, kind), np.ones(shape, kind), np.empty(shape, kind)
    weights = made_up.weight.astype(kind)[:, :, None]
    for table, need, wanted, weight in zip(tables, made_up.needs, made_up.wanted, weights, strict=True):
        table.take(wanted, axis=0, out=row, mode="clip")
        if need.essential:
            np.minimum(weakest, row, out=weakest)
        row *= weight
        covered += row
    covered /= made_up.total.astype(kind)[:, None]
    if made_up.needs[0].essential:
        covered *= gate(weakest, rules.gate_exponent)
    return covered
