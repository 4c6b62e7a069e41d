"""A path with its competences relabelled, many times over: how its likes fit at given levels (METHODS A6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    total : (draws, 1) sum of specificity x weight
    """

    needs: Sequence[Asked]
    wanted: Indices
    total: Floats

    def among(self, draws: Indices) -> MadeUp:
        """Some of them only."""
        return MadeUp(self.needs, self.wanted[:, draws], self.total[draws])

    @property
    def noise(self) -> float:
        """More than rounding can take from a fit in single precision, which loses a bit a step."""
        return (len(self.needs) + 8) * float(np.finfo(np.float32).eps)


def made_up(needs: Sequence[Asked], wanted: Indices, specificity: Floats) -> MadeUp:
    """The made-up likes of a path; arguments as in `MadeUp` and `Tables`."""
    weight = [(specificity * need.weight)[:, None] for need in needs]
    return MadeUp(needs, wanted, _looked_up(weight, wanted, np.add))


class Tables:
    """What needs would come to at given levels, competence by competence; needs alike share a table.

    Parameters
    ----------
    levels : (2 * competences, columns) float, `lent` and then `held`, as in `Partners`; in single
        precision, where bounds will do: that is twice as fast
    specificity : (competences,) float
    """

    def __init__(self, levels: npt.NDArray[np.floating], specificity: Floats) -> None:
        self._lent, self._held = np.split(levels, 2)
        self._specificity = specificity.astype(levels.dtype)
        self._most = max(1, KEPT // (2 * self._lent.size))
        self._known: dict[Asked, tuple[Floats, Floats]] = {}

    def fits(self, made_up: MadeUp, rules: Rules) -> Floats:
        """(draws, columns) fit of made-up paths if these levels were there."""
        share, cover = zip(*map(self._of, made_up.needs), strict=True)
        essential = share[: sum(need.essential for need in made_up.needs)]
        total = made_up.total.astype(self._lent.dtype)
        fits = np.empty((len(total), self._lent.shape[1]), self._lent.dtype)
        step = max(1, IN_CACHE // self._lent.shape[1])
        for start in range(0, len(fits), step):
            some = slice(start, start + step)
            wanted = made_up.wanted[:, some]
            covered = _looked_up(cover, wanted, np.add)
            covered /= total[some]
            if essential:
                covered *= gate(_looked_up(essential, wanted, np.minimum), rules.gate_exponent)
            fits[some] = covered
        return fits

    def _of(self, need: Asked) -> tuple[Floats, Floats]:
        """(competences, columns) share met of a need, were it one for this competence, and that x its weight."""
        if need not in self._known:
            if len(self._known) >= self._most:
                self._known.clear()
            share = met(self._held if need.essential else self._lent, need.level)
            self._known[need] = share, share * (self._specificity * need.weight)[:, None]
        return self._known[need]


def _looked_up(tables: Sequence[Floats], wanted: Indices, fold: np.ufunc) -> Floats:
    """(draws, columns) `fold` over needs of the rows of (competences, columns) `tables` that are `wanted`."""
    result: Floats = tables[0].take(wanted[0], axis=0)
    row = np.empty_like(result)
    for table, each in zip(tables[1:], wanted[1:], strict=False):
        fold(result, table.take(each, axis=0, out=row, mode="clip"), out=result)
    return result
