"""How far a supply of competences meets the needs of a path (METHODS A4, A5, A7).

Every array here has the needs on its first axis; the other axes are whatever is compared
(coalitions, leads, made-up paths).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .arrays import Flags, Floats, Indices, rounded, total

BARRED = 2.0
"""Taken off the net fit of a coalition below the bar; net fits that are not barred exceed -1."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What makes a path eligible: every essential met to `essential`, and this much `fit`."""

    essential: float = 0.5
    fit: float = 0.25


@dataclass(frozen=True, slots=True)
class Rules:
    """What a coalition costs and how large it may be; all judged, ours.

    size : largest number of members, with the lead
    cost : fit that each member besides the lead has to bring (lambda)
    gate_exponent : how hard the weakest essential bites (gamma)
    exact_up_to : with more partners worth a look the search is greedy and gives a bound
    bar : where given, only coalitions over it are looked for
    """

    size: int = 4
    cost: float = 0.03
    gate_exponent: float = 0.5
    exact_up_to: int = 25
    bar: Bar | None = None

    def __post_init__(self) -> None:
        if self.size < 1:
            raise ValueError(f"a coalition has at least one member, size is {self.size}")
        if not 0 <= self.cost <= 1:
            raise ValueError(f"cost is {self.cost}, expected a share of fit in [0, 1]")
        if self.gate_exponent < 0:
            raise ValueError(f"gate_exponent is {self.gate_exponent}, expected 0 or more")


RULES = Rules()
"""The default rules."""


def met(available: Floats, level: Floats | float) -> Floats:
    """Share of each need that is met, min(1, available / level), in [0, 1]. `level` is above 0."""
    return np.minimum(available / level, 1.0)


def coverage(share_met: Floats, weight: Floats) -> Floats:
    """V: share of the needs that is met, weighted by specificity x weight, in [0, 1].

    Parameters
    ----------
    share_met : (needs, ...) float in [0, 1]
    weight : (needs,) float > 0, specificity x weight
    """
    return total(weight.reshape(-1, *[1] * (share_met.ndim - 1)) * share_met) / total(weight)


def weakest_essential(share_met: Floats, essential: Flags) -> Floats:
    """(...) smallest of the (needs, ...) shares met among the `essential` (needs,), 1 if none is."""
    weakest: Floats = share_met[essential].min(axis=0, initial=1.0)
    return weakest


def gate(weakest: Floats, exponent: float) -> Floats:
    """G: the share met of the weakest essential, to the power of `exponent` (gamma)."""
    result: Floats = weakest**exponent
    return result


def fit(share_met: Floats, weight: Floats, essential: Flags, exponent: float) -> Floats:
    """V G, in [0, 1]: what is covered, as far as the weakest essential lets it through."""
    return coverage(share_met, weight) * gate(weakest_essential(share_met, essential), exponent)


def net_fit(covered: Floats, weakest: Floats, helpers: int, rules: Rules) -> Floats:
    """V G less the cost of the members besides the lead, rounded as it is compared.

    Where `rules.bar` is set, coalitions below it come after every other: `BARRED` is taken off.
    """
    fit = covered * gate(weakest, rules.gate_exponent)
    net = rounded(fit - rules.cost * helpers)
    if rules.bar is None:
        return net
    over = (rounded(weakest) >= rules.bar.essential) & (rounded(fit) >= rules.bar.fit)
    return np.where(over, net, net - BARRED)


def gross(net: Floats, size: Indices, rules: Rules) -> Floats:
    """The fit that belongs to a net fit, to nine decimals: equal net fits have equal fits."""
    return rounded(net + rules.cost * (size - 1))
