"""Choosing among partners: every combination of them, or greedily where there are too many."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, reduce
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

    joint : (needs, partners, cases) share met with the partner x weight
    essential : (essentials, partners, cases) share met with the partner
    total : (cases,) sum of the weights
    """

    joint: Floats
    essential: Floats
    total: Floats


def best_combination(choices: Choices, helpers: int, rules: Rules, already: int = 0) -> tuple[Floats, Indices]:
    """Best net fit with so many `helpers` more, and who they are; `already` others are paid as well.

    Returns
    -------
    (cases,) net fit and (helpers, cases) int, ascending positions among the choices. Of equal net
    fits the one with lower positions.
    """
    grown = [growth(choices.joint.shape[1], members) for members in range(2, helpers + 1)]
    covered = reduce(np.add, _grown(choices.joint, grown)) / choices.total
    weakest = reduce(np.minimum, _grown(choices.essential, grown), np.ones(1))
    net = net_fit(covered, weakest, already + helpers, rules)
    first = net.argmax(axis=0)
    members = grown[-1].members[first].T if grown else first[None]
    return net[first, np.arange(len(choices.total))], members


def _grown(shares: Floats, grown: list[Growth]) -> Floats:
    """(rows, combinations, cases) what the largest combinations have: the better of parent and last member."""
    best = shares
    for each in grown:
        best = np.maximum(best.take(each.parent, axis=1), shares.take(each.last, axis=1))
    return best


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
        choices = Choices(self.joint[..., None], self.essential[..., None], np.array([self.total]))
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
