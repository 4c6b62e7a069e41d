"""What two actors could do together, at today's link and fully linked (METHODS A9)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .arrays import Flags, Floats, Indices, rounded
from .connection import share_if_linked
from .fit import RULES, Bar, Rules, fit, met, weakest_essential
from .supply import TECHNOLOGICAL, Capabilities, Needs


@dataclass(frozen=True, slots=True)
class PairFits:
    """Fits of a path by one or two of `actors`, to nine decimals.

    alone : (actors,) each leading by itself
    today, linked : (actors, actors) the better of the two leading, with the access that it has to the other
        and with full access; symmetric, on the diagonal `alone`
    lift, lift_today : (actors, actors) what a full link, and today's, adds to the better of the two alone
    eligible_today, eligible_linked : (actors, actors) bool, whether the pair is over the bar
    """

    alone: Floats
    today: Floats
    linked: Floats
    lift: Floats
    lift_today: Floats
    eligible_today: Flags
    eligible_linked: Flags


def pair_fits(region: Capabilities, needs: Needs, actors: Indices, bar: Bar, rules: Rules = RULES) -> PairFits:
    """Fits of every pair of `actors`, of which any may lead.

    Notes
    -----
    Our rule (A9): fit({i, j}) is the larger over the two leads; a partner's cost is not taken off, since
    the question is what a link could bring. With full access it does not matter who leads.
    """
    own = share_if_linked(region, needs)[:, actors]
    linked = np.maximum(own[:, :, None], own[:, None, :])
    reached = _reached(region, needs, actors)
    led = np.maximum(own[:, :, None], reached)
    weight = region.weight(needs)
    fits = [rounded(fit(share, weight, needs.essential, rules.gate_exponent)) for share in (led, linked)]
    over = [_over(share, value, needs, bar) for share, value in zip((led, linked), fits, strict=True)]
    today, alone = np.maximum(fits[0], fits[0].T), fits[1].diagonal().copy()
    better = np.maximum.outer(alone, alone)
    lifts = rounded(fits[1] - better), rounded(today - better)
    return PairFits(alone, today, fits[1], *lifts, over[0] | over[0].T, over[1])


def _reached(region: Capabilities, needs: Needs, actors: Indices) -> Floats:
    """(needs, leads, others) share of each need that the other meets through today's access."""
    grid = np.ix_(actors, actors)
    travels = (region.kinds[needs.competence] == TECHNOLOGICAL)[:, None, None]
    access = np.where(travels, region.access.technological[grid], region.access.embedded[grid])
    stock = np.where(needs.essential[:, None], region.held.T[needs.competence], region.lent.T[needs.competence])
    return met(access * stock[:, None, actors], needs.level[:, None, None])


def _over(share: Floats, value: Floats, needs: Needs, bar: Bar) -> Flags:
    weakest = rounded(weakest_essential(share, needs.essential))
    return np.asarray((weakest >= bar.essential) & (value >= bar.fit))
