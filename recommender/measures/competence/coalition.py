"""Who should join: the lead and the partners with the best net fit for a path (METHODS A5, A7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from .arrays import DIGITS, Floats, Indices
from .cases import Cases, Partners, cases, library, partners
from .fit import RULES, Bar, Rules, gate, gross, met
from .search import Found, Stakes, coverage_and_weakest, glance, search
from .supply import Capabilities, Needs
from .survey import TOLERANCE

AT_ONCE = 1 << 13
"""Cases, pairs of a path and a lead, that are solved together."""

FEW = 1 << 7
"""Cases that are sooner solved at once than looked at first."""


@dataclass(frozen=True, slots=True)
class Coalition:
    """A lead and its helpers, and how they fit a path.

    lead : actor; members : actors with the lead, ascending
    fit, net : coverage x gate, and that less the cost of the helpers, to nine decimals
    weakest : share met of the weakest essential, 1 where there is none
    upper_bound : net fit that no coalition exceeds; exact : True where this one reaches it
    """

    lead: int
    members: tuple[int, ...]
    fit: float
    net: float
    coverage: float
    weakest: float
    gate: float
    upper_bound: float
    exact: bool

    def clears(self, bar: Bar) -> bool:
        """Whether a path led so is eligible: every essential met far enough, and fit enough."""
        return round(self.weakest, DIGITS) >= bar.essential and self.fit >= bar.fit


def best_coalitions(region: Capabilities, paths: Sequence[Needs], rules: Rules = RULES) -> list[Coalition]:
    """The coalition with the best net fit for each path.

    Of equal net fits, to nine decimals, the one with fewer members, then with the lower lead, then
    with lower members. Every coalition is considered, but where a lead has more than
    `rules.exact_up_to` partners that matter and do not outdo each other, it takes them greedily.

    Raises
    ------
    ValueError
        If nobody may lead, or `rules` has a bar, below which a best coalition may not exist.
    """
    if rules.bar is not None:
        raise ValueError("use best_eligible_coalitions to look over a bar only")
    return _best(region, paths, rules)


def best_eligible_coalitions(
    region: Capabilities, paths: Sequence[Needs], bar: Bar, rules: Rules = RULES
) -> list[Coalition | None]:
    """As `best_coalitions`, among coalitions that are over `bar`; None where there is none.

    It matters where the best coalition is not eligible but a costlier one is.
    """
    best = _best(region, paths, replace(rules, bar=bar))
    return [coalition if coalition.net >= -1 else None for coalition in best]


def preferred_coalitions(
    region: Capabilities, paths: Sequence[Needs], bar: Bar, rules: Rules = RULES
) -> list[Coalition]:
    """The best coalition over `bar` for each path where there is one, else the best of all."""
    best = best_coalitions(region, paths, rules)
    below = [place for place, found in enumerate(best) if not found.clears(bar)]
    over = best_eligible_coalitions(region, [paths[place] for place in below], bar, rules)
    for place, eligible in zip(below, over, strict=True):
        best[place] = eligible or best[place]
    return best


def _best(region: Capabilities, paths: Sequence[Needs], rules: Rules) -> list[Coalition]:
    if not len(region.leads):
        raise ValueError("nobody may lead a coalition")
    reach = partners(region)
    step = max(1, AT_ONCE // len(region.leads))
    groups = (paths[start : start + step] for start in range(0, len(paths), step))
    return [coalition for group in groups for coalition in _best_of_group(region, reach, group, rules)]


def _best_of_group(region: Capabilities, reach: Partners, paths: Sequence[Needs], rules: Rules) -> list[Coalition]:
    """The most promising lead of each path first: what it reaches rules out most others.

    The rest are tried with one partner, and with more where they could win.
    """
    shape = len(paths), len(region.leads)
    path, lead = (index.ravel() for index in np.indices(shape))
    asked = cases(region, library(paths), path, lead)
    found = glance(reach, asked, rules)
    unseen = np.full(len(asked), -np.inf)

    def try_out(which: Indices, *, whole: bool) -> None:
        floor = found.net.reshape(shape).max(axis=1)[path[which]]
        new = search(reach, asked[which], rules, _stakes(floor, enough=np.inf if whole else -np.inf))
        found.net[which], found.helpers[:, which] = new.net, new.helpers
        found.left[which], unseen[which] = (-np.inf, new.left) if whole else (new.left, -np.inf)

    def could_win() -> Indices:
        best = found.net.reshape(shape).max(axis=1)
        return np.flatnonzero(found.left >= best[path] - TOLERANCE)

    try_out(np.arange(len(paths)) * len(region.leads) + found.left.reshape(shape).argmax(axis=1), whole=True)
    if len(could_win()) > FEW:
        try_out(could_win(), whole=False)
    try_out(could_win(), whole=True)
    size = found.size
    winners = np.lexsort((lead, size, -found.net, path))[:: len(region.leads)]
    left = np.maximum(found.left, unseen).reshape(shape).max(axis=1)
    return _coalitions(region, reach, asked[winners], found[winners], size[winners], left, rules)


def _stakes(floor: Floats, enough: float) -> Stakes:
    return Stakes(floor, np.full(len(floor), -np.inf), np.full(len(floor), enough))


def _coalitions(
    region: Capabilities, reach: Partners, asked: Cases, found: Found, size: Indices, left: Floats, rules: Rules
) -> list[Coalition]:
    """The coalitions found for what was `asked`, with what they come to."""
    lead = reach.lead[asked.lead]
    members = np.vstack((lead, np.where(found.helpers >= 0, found.helpers, lead)))
    covered, weakest = coverage_and_weakest(_share_met(region, reach, asked, members), asked)
    numbers = (gross(found.net, size, rules), found.net, covered, weakest, gate(weakest, rules.gate_exponent),
               np.maximum(found.net, left), left <= found.net)  # fmt: skip
    return [
        Coalition(who, tuple(sorted(set(them))), *of)
        for who, them, *of in zip(lead.tolist(), members.T.tolist(), *(each.tolist() for each in numbers), strict=True)
    ]


def _share_met(region: Capabilities, reach: Partners, asked: Cases, members: Indices) -> Floats:
    """(needs, cases) share of each need that the best of the `members` (size, cases), the lead first, meets."""
    column = asked.competence + np.where(asked.essential, len(reach.travels), 0)
    technological, embedded = (
        table[members[0], members] for table in (region.access.technological, region.access.embedded)
    )
    through = np.where(reach.travels[asked.competence][:, None], technological, embedded)
    return met((through * reach.stock[members, column[:, None]]).max(axis=1), asked.level)
