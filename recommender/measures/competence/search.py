"""Search for the partners with the best net fit, for many leads and paths at once (METHODS A5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from math import comb

import numpy as np

from .arrays import Flags, Floats, Indices
from .cases import Cases, Partners
from .combine import Choices, One, best_combination, greedy, undominated
from .few import Few, few, together
from .fit import Rules, gate, met, net_fit
from .survey import TOLERANCE, Offers, Survey, offers, survey

BLOCK, TOGETHER = 1 << 14, 1 << 16
"""Numbers in a working array: few enough to stay in the processor's cache, where most speed is won."""


@dataclass(frozen=True, slots=True)
class Stakes:
    """What still matters about each case; three (cases,) arrays.

    Coalitions below net fit `floor` or below fit `least` need not be found, and once there is one
    above net fit `enough` no better one need be.
    """

    floor: Floats
    least: Floats
    enough: Floats

    def __getitem__(self, which: Indices) -> Stakes:
        return Stakes(self.floor[which], self.least[which], self.enough[which])


@dataclass(frozen=True, slots=True)
class Found:
    """The best coalition of each case, as far as its stakes asked for it.

    net : (cases,) rounded net fit
    helpers : (size - 1, cases) actors besides the lead, ascending, then -1
    left : (cases,) net fit that no coalition exceeds which was not looked at
    most : (cases,) fit that no coalition exceeds, best or not
    """

    net: Floats
    helpers: Indices
    left: Floats
    most: Floats

    def __getitem__(self, which: Indices) -> Found:
        return Found(self.net[which], self.helpers[:, which], self.left[which], self.most[which])

    @property
    def size(self) -> Indices:
        """(cases,) members, with the lead."""
        size: Indices = 1 + np.count_nonzero(self.helpers >= 0, axis=0)
        return size


def search(partners: Partners, cases: Cases, rules: Rules, stakes: Stakes) -> Found:
    """Best coalition of each case: by net fit, then fewer members, then lower members."""
    number = len(cases)
    found = Found(np.empty(number), np.full((rules.size - 1, number), -1), np.empty(number), np.empty(number))
    by_lead = np.argsort(cases.lead, kind="stable")  # what one lead looks up stays in the cache
    waiting = []
    for block in _blocks(partners.count[cases.lead[by_lead]], BLOCK):
        block = by_lead[block]
        here = offers(partners, cases[block])
        first = survey(here, rules)
        answer = _first_answer(here, first, rules)
        if rules.size > 2:
            waiting.append(_improve(answer, here, first, rules, stakes[block], block))
        found.net[block], found.helpers[:, block] = answer.net, answer.helpers
        found.left[block], found.most[block] = answer.left, answer.most
    if waiting:
        _combine(found, together(waiting), rules, stakes)
    return found


def glance(partners: Partners, cases: Cases, rules: Rules) -> Found:
    """Each lead alone, and what no coalition of it exceeds: the fit with all of its partners, one of them paid.

    It tells at little cost which leads are worth a search.
    """
    column = cases.competence + np.where(cases.essential, len(partners.travels), 0)
    (alone, lone), (most, widest) = (
        coverage_and_weakest(met(table[column, cases.lead], cases.level), cases)
        for table in (partners.alone, partners.widest)
    )
    helpers = np.full((rules.size - 1, len(cases)), -1)
    left = net_fit(most, widest, 1, rules) if rules.size > 1 else np.full(len(cases), -np.inf)
    return Found(net_fit(alone, lone, 0, rules), helpers, left, most * gate(widest, rules.gate_exponent))


def coverage_and_weakest(share: Floats, cases: Cases) -> tuple[Floats, Floats]:
    """Coverage and weakest essential of (needs, cases) shares met."""
    covered = reduce(np.add, share * cases.weight) / reduce(np.add, cases.weight)
    weakest: Floats = np.where(cases.essential, share, 1.0).min(axis=0)
    return covered, weakest


def _blocks(width: Indices, most: int) -> Iterator[Indices]:
    """Positions of `width`, widest first, as many at a time as make up `most` together."""
    order = np.argsort(-width, kind="stable")
    while len(order):
        number = max(1, most // max(1, int(width[order[0]])))
        yield order[:number]
        order = order[number:]


def _first_answer(here: Offers, first: Survey, rules: Rules) -> Found:
    """What the survey found: the lead alone or with one partner."""
    helpers = np.full((rules.size - 1, len(first.net)), -1)
    if rules.size > 1:
        actor = here.actor[first.partner, np.arange(len(first.net))]
        helpers[0] = np.where(first.partner >= 0, actor, -1)
    return Found(first.net.copy(), helpers, first.net_bound.max(axis=0, initial=-np.inf), first.most)


def _improve(answer: Found, here: Offers, first: Survey, rules: Rules, stakes: Stakes, place: Indices) -> Few:
    """Try two helpers and more where that can still change what matters: for cases with many partners at once,
    the others are handed back, to be tried together.
    """
    count = np.count_nonzero(first.relevant, axis=0)
    open_ = _worth_more(answer.net, first, stakes, 2)
    for case in np.flatnonzero(open_ & (count > rules.exact_up_to)).tolist():
        _take_from_many(answer, here, first, rules, case)
    return few(here, first, np.flatnonzero(open_ & (count <= rules.exact_up_to) & (count >= 2)), place)


def _worth_more(net: Floats, bounds: Survey | Few, stakes: Stakes, helpers: int) -> Flags:
    """Where so many helpers or more could still change what matters."""
    fit_bound, net_bound = bounds.fit_bound[helpers - 2 :], bounds.net_bound[helpers - 2 :]
    hope = np.where(fit_bound >= stakes.least, net_bound, -np.inf).max(axis=0, initial=-np.inf)
    could_win: Flags = hope >= np.maximum(net, stakes.floor) - TOLERANCE
    return could_win & (net <= stakes.enough)


def _combine(found: Found, few: Few, rules: Rules, stakes: Stakes) -> None:
    """Every combination of two helpers, then of three and more, for cases with few partners."""
    for helpers in range(2, rules.size):
        worth = _worth_more(found.net[few.case], few, stakes[few.case], helpers)
        which = np.flatnonzero((few.count >= helpers) & worth)
        found.left[few.case[which]] = few.net_bound[helpers - 1 :, which].max(axis=0, initial=-np.inf)
        ways = np.array([comb(among, helpers) for among in range(rules.exact_up_to + 1)])[few.count[which]]
        for group in _blocks(len(few.joint) * ways, TOGETHER):
            _take_from_few(found, few.among(which[group]), rules, helpers)


def _take_from_few(found: Found, few: Few, rules: Rules, helpers: int) -> None:
    """Every combination of so many `helpers`, for cases with about equally many partners."""
    net, members = best_combination(Choices(few.joint, few.essential, few.total), helpers, rules)
    better = net > found.net[few.case]
    case = few.case[better]
    found.net[case] = net[better]
    found.helpers[:helpers, case] = np.take_along_axis(few.actor, members, axis=0)[:, better]


def _take_from_many(answer: Found, here: Offers, first: Survey, rules: Rules, case: int) -> None:
    """One case with many relevant partners: without those dominated, and greedily if need be."""
    partner = np.flatnonzero(first.relevant[:, case])
    partner = partner[undominated(here.joint[:, partner, case])]
    one = One(
        here.own[:, case], here.joint[:, partner, case], here.own_essential[:, case],
        here.joint_essential[:, partner, case], here.total[case],
    )  # fmt: skip
    if len(partner) <= rules.exact_up_to:
        net, members = one.best(rules.size - 1, rules)
        answer.left[case] = -np.inf
    else:
        net, members = greedy(one, rules)
    if net > answer.net[case]:
        answer.net[case] = net
        answer.helpers[: len(members), case] = here.actor[partner[members], case]
        answer.helpers[len(members) :, case] = -1
