"""A cheap look at many cases: the lead alone, with each partner, with all of them (METHODS A5).

It settles most cases, and says for the others which partners are worth a closer look and how much
several of them could bring at most.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import numpy as np

from .arrays import Flags, Floats, Indices
from .cases import Cases, Partners
from .fit import Rules, gate, met, net_fit

TOLERANCE = 1e-8
"""By how much a bound is widened before it is believed: ten times the last digit compared."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What a lead has, and what it has with each partner; needs on the first axis.

    own (needs, cases) and joint (needs, partners, cases) : share met x weight
    own_essential and joint_essential : share met, for essentials only, 1 where a need is none
    actor : (partners, cases) int; total : (cases,) sum of the weights
    """

    own: Floats
    joint: Floats
    own_essential: Floats
    joint_essential: Floats
    actor: Indices
    total: Floats


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of each case before partners are combined.

    net, partner : (cases,) the best of "alone" (partner -1) and "with one partner"
    relevant : (partners, cases) bool, False for partners that no best coalition has
    fit_bound, net_bound : (helpers, cases) what no coalition with 2, 3, ... helpers exceeds
    most : (cases,) fit that no coalition exceeds, best or not
    """

    net: Floats
    partner: Indices
    relevant: Flags
    fit_bound: Floats
    net_bound: Floats
    most: Floats


def offers(partners: Partners, cases: Cases) -> Offers:
    """What the lead of each case, and each of its partners, brings to each need."""
    most = max(1, partners.count[cases.lead].max())
    actor = partners.actor[:most].take(cases.lead, axis=1)
    technological = partners.technological[:most].take(cases.lead, axis=1)
    embedded = partners.embedded[:most].take(cases.lead, axis=1)
    column = cases.competence + np.where(cases.essential, len(partners.travels), 0)
    own = met(partners.stock[partners.lead[cases.lead], column], cases.level)
    row = actor * partners.stock.shape[1]
    essentials = np.count_nonzero(cases.essential.any(axis=1))
    joint = np.empty((len(column), *actor.shape))
    joint_essential = np.empty((essentials, *actor.shape))
    for need, travels in enumerate(partners.travels[cases.competence]):
        share = partners.stock.take(row + column[need])
        share *= np.where(travels, technological, embedded)
        share /= cases.level[need]
        np.minimum(share, 1.0, out=share)
        np.maximum(share, own[need], out=share)
        if need < essentials:
            joint_essential[need] = np.where(cases.essential[need], share, 1.0)
        np.multiply(share, cases.weight[need], out=joint[need])
    own_essential = np.where(cases.essential[:essentials], own[:essentials], 1.0)
    weight = reduce(np.add, cases.weight)
    return Offers(own * cases.weight, joint, own_essential, joint_essential, actor, weight)


def survey(here: Offers, rules: Rules) -> Survey:
    """Lead alone, with one partner, and what more of them could bring at most, for each case.

    Notes
    -----
    Coverage is submodular: a partner adds to a larger coalition at most what it adds to the lead.
    So coverage with h helpers is at most the lead's and the h largest gains, nor is it more than
    with all partners together; and a partner that lifts no essential and whose gain cannot pay for
    its place is in no best coalition. With a bar it might be, to get over the bar.
    """
    alone, paired, most = (
        reduce(np.add, shares) / here.total for shares in (here.own, here.joint, here.joint.max(axis=1))
    )
    lone, pair, widest = (
        weakest(shares) for shares in (here.own_essential, here.joint_essential, here.joint_essential.max(axis=1))
    )
    widest = gate(widest, rules.gate_exponent)
    gain = paired - alone
    relevant = (gain > 0) & (rules.size > 1)
    if rules.bar is None:
        lifts = (here.joint_essential > here.own_essential[:, None]).any(axis=0)
        relevant &= lifts | (gain * widest >= rules.cost - TOLERANCE)
    without, single = net_fit(alone, lone, 0, rules), net_fit(paired, pair, 1, rules)
    net, partner = _best_pair(without, np.where(relevant, single, -np.inf))
    largest = -np.sort(-gain, axis=0)[: rules.size - 1].cumsum(axis=0)
    helpers = np.arange(2, len(largest) + 1)[:, None]
    fit_bound = np.minimum(most, alone + largest[1:]) * widest
    net_bound = np.where(relevant.sum(axis=0) >= helpers, fit_bound - rules.cost * helpers, -np.inf)
    any_fit = reduce(np.maximum, (*fit_bound, single.max(axis=0) + rules.cost, without))
    return Survey(net, partner, relevant, fit_bound, net_bound, any_fit)


def weakest(essential: Floats) -> Floats:
    """Smallest share on the first axis, 1 where it is empty."""
    return reduce(np.minimum, essential, np.ones(1))


def _best_pair(alone: Floats, paired: Floats) -> tuple[Floats, Indices]:
    first = paired.argmax(axis=0)
    best = paired[first, np.arange(len(first))]
    return np.where(best > alone, best, alone), np.where(best > alone, first, -1)
