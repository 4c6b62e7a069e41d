"""Choosing among partners: every combination of them, or greedily where there are too many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np

from .arrays import Floats, Indices
from .fit import Rules, net_fit


@dataclass(frozen=True, slots=True)
class Growth:
    """Combinations in lexicographic order, each grown from one that has its last member less.

    members (combinations, helpers) : positions; parent, last (combinations,) : the smaller
    combination's place among its like, and the position that it lacks
    """

    members: Indices
    parent: Indices
    last: Indices


@lru_cache(maxsize=256)
def growth(among: int, helpers: int) -> Growth:
    """All combinations of `helpers` out of `among` partners."""
    smaller = {members: place for place, members in enumerate(combinations(range(among), helpers - 1))}
    grown = list(combinations(range(among), helpers))
    members = np.array(grown, dtype=np.int64).reshape(-1, helpers)
    parent = np.array([smaller[each[:-1]] for each in grown], dtype=np.int64)
    return Growth(members, parent, members[:, -1].copy())


@dataclass(frozen=True, slots=True)
class Choices:
    """Partners to choose from, for cases that have the same number of them.

    joint : (partners, cases) arrays, one a need: share met with the partner x weight
    essential : (partners, cases) arrays, one an essential need: share met with the partner
    total : (cases,) sum of the weights
    """

    joint: Iterable[Floats]
    essential: Iterable[Floats]
    total: Floats
    among: int


def best_combination(choices: Choices, helpers: int, rules: Rules, already: int = 0) -> tuple[Floats, Indices]:
    """Best net fit with so many `helpers` more, and who they are; `already` others are paid as well.

    Returns
    -------
    (cases,) net fit and (helpers, cases) int, ascending positions among the choices. Of equal net
    fits the one with lower positions.
    """
    grown = [growth(choices.among, members) for members in range(1, helpers + 1)]
    cases = len(choices.total)
    covered = _folded(choices.joint, np.add, 0.0, grown, cases) / choices.total
    weakest = _folded(choices.essential, np.minimum, 1.0, grown, cases)
    net = net_fit(covered, weakest, already + helpers, rules)
    first = net.argmax(axis=0)
    return net[first, np.arange(cases)], grown[-1].members[first].T


def _folded(rows: Iterable[Floats], fold: np.ufunc, start: float, grown: list[Growth], cases: int) -> Floats:
    """(combinations, cases) of the largest combinations: `fold` over rows of what a combination has.

    In each row it has the better of what its parent and its last member have. Row by row and into
    the same arrays, so that they stay in the processor's cache: ten times faster than all at once.
    """
    shapes = [(len(each.last), cases) for each in grown]
    result = np.full(shapes[-1], start)
    parents, lasts = ([np.empty(shape) for shape in shapes[1:]] for _ in range(2))
    for row in rows:
        best = row
        for each, parent, last in zip(grown[1:], parents, lasts, strict=True):
            best.take(each.parent, axis=0, out=parent, mode="clip")
            row.take(each.last, axis=0, out=last, mode="clip")
            best = np.maximum(parent, last, out=parent)
        fold(result, best, out=result)
    return result


@dataclass(frozen=True, slots=True)
class One:
    """A single case: what the lead has, and what it has with each of many partners.

    own (needs,), joint (needs, partners) : share met x weight
    own_essential (essentials,), essential (essentials, partners) : share met; total : of weights
    """

    own: Floats
    joint: Floats
    own_essential: Floats
    essential: Floats
    total: float

    def among(self, partners: Indices) -> One:
        """The same lead with fewer partners."""
        return One(self.own, self.joint[:, partners], self.own_essential, self.essential[:, partners], self.total)

    def joined_by(self, members: Indices) -> One:
        """The case that is left once `members` help the lead."""
        own = np.maximum(self.own, self.joint[:, members].max(axis=1))
        own_essential = np.maximum(self.own_essential, self.essential[:, members].max(axis=1))
        return One(
            own, np.maximum(self.joint, own[:, None]),
            own_essential, np.maximum(self.essential, own_essential[:, None]), self.total,
        )  # fmt: skip

    def best(self, most: int, rules: Rules, already: int = 0) -> tuple[float, Indices]:
        """Best net fit with one to `most` of the partners, and their positions."""
        among = self.joint.shape[1]
        choices = Choices(self.joint[..., None], self.essential[..., None], np.array([self.total]), among)
        best: tuple[float, Indices] = -np.inf, np.zeros(0, dtype=np.int64)
        for helpers in range(1, min(most, among) + 1):
            net, members = best_combination(choices, helpers, rules, already)
            if net[0] > best[0]:
                best = float(net[0]), members[:, 0]
        return best


def undominated(joint: Floats) -> Indices:
    """Partners of (needs, partners) whom no other matches or beats in every need; of equals the first."""
    partners = joint.shape[1]
    no_better = np.ones((partners, partners), dtype=bool)
    for row in joint:
        no_better &= row[:, None] <= row
    earlier = np.arange(partners)[:, None] > np.arange(partners)
    beaten = no_better & (earlier | ~no_better.T)
    return np.flatnonzero(~beaten.any(axis=1))


def greedy(case: One, rules: Rules) -> tuple[float, Indices]:
    """Net fit and positions of partners taken one or two at a time, whichever is better at once.

    Looking at pairs finds two partners of whom neither helps without the other: two essentials.
    """
    net, chosen = case.best(min(2, rules.size - 1), rules)
    while len(chosen) < rules.size - 1:
        rest = case.joined_by(chosen)
        further, more = rest.best(min(2, rules.size - 1 - len(chosen)), rules, already=len(chosen))
        if further <= net:
            break
        net, chosen = further, np.concatenate((chosen, more))
    return net, np.sort(chosen)
