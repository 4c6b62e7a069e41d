"""What each member brings to a coalition: Shapley values, exact (METHODS A8)."""

from __future__ import annotations

from collections.abc import Sequence
from math import factorial

import numpy as np

from .arrays import Floats
from .fit import RULES, Rules, fit, met
from .supply import Capabilities, Needs, supply


def shapley_values(region: Capabilities, needs: Needs, members: Sequence[int], rules: Rules = RULES) -> Floats:
    """(members,) Shapley value of each member in v(S) = best fit of S over the leads in S.

    v of nobody, and of members none of whom may lead, is 0; the values add up to v of all.

    Notes
    -----
    Shapley (1953), A value for n-person games, doi:10.1515/9781400881970-018. Exact, over all
    2^members coalitions.
    """
    size = len(members)
    worth = _worth(region, needs, members, rules)
    others = _over_subsets(np.ones((1, size)), np.add)[0].astype(int)
    subsets = np.arange(2**size)
    chance = np.array([factorial(k) * factorial(size - 1 - k) / factorial(size) for k in range(size)])
    values = np.empty(size)
    for member in range(size):
        without = subsets[subsets >> member & 1 == 0]
        added = worth[without + 2**member] - worth[without]
        values[member] = chance[others[without]] @ added
    return values


def _worth(region: Capabilities, needs: Needs, members: Sequence[int], rules: Rules) -> Floats:
    """(2^members,) v of every subset of `members`; member i is in the subsets with bit i set."""
    worth = np.zeros(2 ** len(members))
    for place, lead in enumerate(members):
        if lead in region.leads:
            available = supply(region, needs, lead).available[:, list(members)]
            share = _over_subsets(met(available, needs.level[:, None]), np.maximum)
            fits = fit(share, region.weight(needs), needs.essential, rules.gate_exponent)
            led = np.arange(len(worth)) >> place & 1 == 1
            worth[led] = np.maximum(worth, fits)[led]
    return worth


def _over_subsets(values: Floats, fold: np.ufunc) -> Floats:
    """(rows, 2^members) `fold` of (rows, members) `values` over every subset, from 0 for none."""
    result = np.zeros((len(values), 1))
    for column in values.T:
        result = np.concatenate((result, fold(result, column[:, None])), axis=1)
    return result
