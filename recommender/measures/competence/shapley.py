"""What each member brings to a coalition: Shapley values, exact (METHODS A8)."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from .arrays import Floats
from .fit import Rules, coverage, gate, met, weakest_essential
from .supply import Capabilities, Needs, supply


def shapley_values(region: Capabilities, needs: Needs, members: tuple[int, ...], rules: Rules) -> Floats:
    """(members,) Shapley value of each member in v(S) = the best fit over leads in S, v(empty) = 0.

    The values add up to v(members). Source: Shapley (1953), Contributions to the Theory of Games 2.
    """
    weight = region.weight(needs)
    shares = {
        lead: met(supply(region, needs, lead).available, needs.level[:, None])
        for lead in members
        if lead in region.leads
    }
    value = {frozenset[int](): 0.0}
    for count in range(1, len(members) + 1):
        for some in combinations(members, count):
            best = [shares[lead][:, list(some)].max(axis=1) for lead in some if lead in shares]
            value[frozenset(some)] = max((_fit(share, weight, needs, rules) for share in best), default=0.0)
    return np.array([_shapley(member, members, value) for member in members])


def _fit(share: Floats, weight: Floats, needs: Needs, rules: Rules) -> float:
    return float(coverage(share, weight) * gate(weakest_essential(share, needs.essential), rules.gate_exponent))


def _shapley(member: int, members: tuple[int, ...], value: dict[frozenset[int], float]) -> float:
    others = [other for other in members if other != member]
    total, orders = 0.0, 1.0
    for count in range(len(others) + 1):
        for some in combinations(others, count):
            total += (value[frozenset((*some, member))] - value[frozenset(some)]) / (len(members) * orders)
        orders = orders * (len(others) - count) / (count + 1)
    return total
